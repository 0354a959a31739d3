#include "render/output/cairo_handles.h"
#include "render/output/cairo_paint.h"
#include "render/output/output.h"

#include <cairo-pdf.h>
#include <fmt/format.h>
#include <qpdf/qpdf-c.h>

#include <charconv>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <stdexcept>
#include <string_view>
#include <type_traits>

namespace cairn::output {

namespace {

/// The day that a file bears: SOURCE_DATE_EPOCH (reproducible-builds.org), else a fixed one; never
/// the clock.
std::string creation_date() {
    std::int64_t seconds = 946684800; // 2000-01-01
    if (const char* given = std::getenv("SOURCE_DATE_EPOCH")) {
        const std::string_view text(given);
        std::int64_t read = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), read);
        const bool whole = error == std::errc() && end == text.data() + text.size();
        seconds = whole && read >= 0 && read <= 253402300799 ? read : seconds; // to the year 9999
    }
    using namespace std::chrono;
    const sys_seconds time{std::chrono::seconds(seconds)};
    const sys_days day = floor<days>(time);
    const year_month_day date(day);
    const hh_mm_ss clock(time - day);
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                       clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

cairo_status_t append(void* target, const unsigned char* bytes, unsigned size) {
    static_cast<std::string*>(target)->append(reinterpret_cast<const char*>(bytes), size);
    return CAIRO_STATUS_SUCCESS;
}

void set_metadata(cairo_surface_t* surface, const facts::Words& words) {
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_TITLE, words.title.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_SUBJECT, words.short_text.c_str());
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   creation_date().c_str());
}

std::string paint_page(const scene::Scene& scene, const scene::Fonts& fonts) {
    std::string bytes;
    const scene::Size size = scene.size();
    const Surface surface(cairo_pdf_surface_create_for_stream(append, &bytes, size.width.to_pt(),
                                                              size.height.to_pt()));
    cairo_pdf_surface_restrict_to_version(surface.get(), CAIRO_PDF_VERSION_1_5);
    set_metadata(surface.get(), scene.words());
    const Context context(cairo_create(surface.get()));
    cairo_scale(context.get(), 72.0 / 96, 72.0 / 96);
    paint(context.get(), scene, fonts, Letters::text);
    cairo_show_page(context.get());
    cairo_surface_finish(surface.get());
    require_success(cairo_surface_status(surface.get()));
    return bytes;
}

struct CleanUp {
    void operator()(qpdf_data document) const { qpdf_cleanup(&document); }
};
using Document = std::unique_ptr<std::remove_pointer_t<qpdf_data>, CleanUp>;

void require_done(const Document& document, QPDF_ERROR_CODE code) {
    if ((code & QPDF_ERRORS) != 0) {
        const qpdf_error error = qpdf_get_error(document.get());
        throw std::runtime_error(qpdf_get_error_full_text(document.get(), error));
    }
}

/// Adds what Cairo cannot say: the language, and that a viewer shows the title rather than the file
/// name.
std::string complete(const std::string& page, const std::string& language) {
    const Document document(qpdf_init());
    qpdf_data pdf = document.get();
    require_done(document, qpdf_read_memory(pdf, "page.pdf", page.data(), page.size(), nullptr));
    const qpdf_oh catalogue = qpdf_get_root(pdf);
    const qpdf_oh preferences = qpdf_oh_new_dictionary(pdf);
    qpdf_oh_replace_key(pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(pdf, QPDF_TRUE));
    qpdf_oh_replace_key(pdf, catalogue, "/ViewerPreferences", preferences);
    qpdf_oh_replace_key(pdf, catalogue, "/Lang", qpdf_oh_new_unicode_string(pdf, language.c_str()));
    require_done(document, qpdf_init_write_memory(pdf));
    qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
    qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
    require_done(document, qpdf_write(pdf));
    return {reinterpret_cast<const char*>(qpdf_get_buffer(pdf)), qpdf_get_buffer_length(pdf)};
}

} // namespace

std::string to_pdf(const scene::Scene& scene, const scene::Fonts& fonts) {
    return complete(paint_page(scene, fonts), scene.words().language);
}

} // namespace cairn::output
