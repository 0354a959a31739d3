#include "render/output/output.h"
#include "render/output/pdf/pdf_finish.h"
#include "render/output/pdf/pdf_structure.h"
#include "render/output/raster/cairo_handles.h"
#include "render/output/raster/cairo_paint.h"

#include <cairo-pdf.h>

#include <string>

namespace cairn::output {

namespace {

cairo_status_t append(void* target, const unsigned char* bytes, unsigned size) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

void set_metadata(cairo_surface_t* surface, const words::Words& words) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, words.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, words.short_text.c_str());
}

/// Paints a run inside a tag, by which finish_pdf finds it. What the tag is called does not matter:
/// Cairo lets a few names pass, and loses alt texts.
struct RunPainter {
    Easel easel;

    void operator()(const Run& run) const {
        cairo_tag_begin(easel.target, "Span", nullptr);
        if (run.leaves.empty()) {
            paint_ground(easel);
        }
        const Letters letters = run.unseen ? Letters::unseen : Letters::text;
        for (const Leaf& leaf : run.leaves) {
            if (const scene::Path* const* path = std::get_if<const scene::Path*>(&leaf)) {
                paint(easel, **path, letters);
            } else if (const auto* const* group = std::get_if<const scene::Group*>(&leaf)) {
                paint_outline(easel, **group);
            } else {
                paint(easel, std::get<scene::Text>(leaf), letters);
            }
        }
        cairo_tag_end(easel.target, "Span");
    }
};

std::string paint_page(const scene::Scene& scene, const colour::Theme& theme,
                       const scene::Fonts& fonts, const Structure& structure) {
    std::string bytes;
    const scene::Size size = scene.pages().front().size;
    const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, size.width.to_pt(),
                                                              size.height.to_pt()));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    set_metadata(surface.get(), scene.words());
    const Context context(cairo_create(surface.get()));
    cairo_scale(context.get(), 72.0 / 96, 72.0 / 96);
    // Without a clip, Cairo forgets all that something page-filling hides, tags too.
    cairo_rectangle(context.get(), 0, 0, size.width.to_px(), size.height.to_px());
    cairo_clip(context.get());
    const RunPainter painter{{context.get(), theme, fonts}};
    for (const Run& run : structure.runs) {
        painter(run);
    }
    require_success(cairo_status(context.get()));
    cairo_show_page(context.get());
    cairo_surface_finish(surface.get());
    require_success(cairo_surface_status(surface.get()));
    return bytes;
}

} // namespace

std::string to_pdf(const scene::Scene& scene, const colour::Theme& theme,
                   const scene::Fonts& fonts) {
    const Structure structure = structure_of(scene, fonts);
    return finish_pdf(paint_page(scene, theme, fonts, structure), structure, scene.words());
}

} // namespace cairn::output
