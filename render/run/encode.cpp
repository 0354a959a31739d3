#include "render/run/encode.h"

#include "render/facts/body.h"
#include "render/kinds.h"
#include "render/map/page/map_fills.h"
#include "render/scene/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace cairn {

namespace {

bool has(const std::vector<input::Format>& formats, input::Format format) {
    return std::find(formats.begin(), formats.end(), format) != formats.end();
}

/// A figure as its files are written from it.
struct Source {
    const Drawn& drawn;
    const facts::Facts& facts;
    const input::Style& style;
    const scene::Fonts& fonts;
    output::SvgOptions svg;
    output::FragmentFiles shown; ///< what the HTML shows and links to
};

/// A file that a figure may have.
struct FileKind {
    std::optional<input::Format> format; ///< nothing: every figure has it
    const char* name;                    ///< in the manifest
    const char* ending;
    std::string (*encode)(const Source& source);
};

constexpr std::array file_kinds{
    FileKind{input::Format::svg, "svg", ".svg",
             [](const Source& source) {
                 return output::to_svg(source.drawn.scene, source.style.theme, source.fonts,
                                       source.svg);
             }},
    FileKind{input::Format::png, "png", ".png",
             [](const Source& source) {
                 return output::to_png(source.drawn.scene, source.style.theme, source.fonts,
                                       source.style.png_dpi);
             }},
    FileKind{input::Format::pdf, "pdf", ".pdf",
             [](const Source& source) {
                 return output::to_pdf(source.drawn.scene, source.style.theme, source.fonts);
             }},
    FileKind{input::Format::html, "html", ".html",
             [](const Source& source) {
                 return output::to_html(source.drawn.scene, source.shown,
                                        output::HtmlForm::alt_text);
             }},
    FileKind{input::Format::html, "described", ".described.html",
             [](const Source& source) {
                 return output::to_html(source.drawn.scene, source.shown,
                                        output::HtmlForm::described);
             }},
    FileKind{std::nullopt, "alt", ".alt.txt",
             [](const Source& source) { return source.drawn.scene.words().short_text + "\n"; }},
    FileKind{std::nullopt, "csv", ".csv",
             [](const Source& source) {
                 return output::to_csv(source.facts, source.drawn.scene.words());
             }},
};

/// Calls `use` with each file that a figure has in these formats: theirs in their order, then those
/// of every figure.
void for_each_file(const std::vector<input::Format>& formats, const auto& use) {
    const auto use_those_of = [&](std::optional<input::Format> format) {
        for (const FileKind& kind : file_kinds) {
            if (kind.format == format) {
                use(kind);
            }
        }
    };
    std::ranges::for_each(formats, use_those_of);
    use_those_of(std::nullopt);
}

} // namespace

Drawn draw(const Prepared& prepared, const input::Style& style, const scene::Fonts& fonts) {
    return kind_of(prepared.spec).draw(prepared, style, fonts);
}

std::vector<colour::Fill> ticks_of(const Prepared& prepared) {
    return facts::continuous_scale(prepared.facts) != nullptr
               ? map::fills_for(prepared.facts, *prepared.style).scale->tick_fills
               : std::vector<colour::Fill>();
}

void warn_of_unnamed(const Prepared& prepared, const Drawn& drawn, std::vector<Problem>& warnings) {
    const bool has_groups = facts::groups_of(prepared.facts) != nullptr;
    for (const std::string& region : drawn.unnamed) {
        warnings.push_back(
            {.where = prepared.spec.where,
             .what = fmt::format("the map has no room for the {} of \"{}\"",
                                 has_groups ? "letter" : "name", region),
             .remedy =
                 has_groups
                     ? "write `patterns: true`, so that no reader needs its colour; the data "
                       "table has its group"
                     : "name and value stand in the words and in the data table; a wider page "
                       "has more room"});
    }
}

std::vector<Problem> layout_faults(const Prepared& prepared, const scene::Scene& scene) {
    std::vector<Problem> problems;
    for (const scene::Finding& finding : scene::check(scene)) {
        problems.push_back(scene::to_problem(finding));
        problems.back().where = prepared.spec.where;
    }
    return problems;
}

output::Finished encode(const Prepared& prepared, const std::vector<input::Format>& formats,
                        ResourceCache& cache, std::vector<Problem>& warnings) {
    const input::Style& style = *prepared.style;
    const scene::Fonts& fonts = cache.fonts(style.font_family);
    Drawn drawn = draw(prepared, style, fonts);
    warn_of_unnamed(prepared, drawn, warnings);
    append(warnings, layout_faults(prepared, drawn.scene));
    for (Problem warning : fonts.stand_ins(drawn.scene)) {
        warning.where = prepared.spec.where;
        warnings.push_back(std::move(warning));
    }
    const std::string& id = prepared.spec.id;
    const auto if_asked = [&](input::Format format, const char* ending) {
        return has(formats, format) ? id + ending : std::string();
    };
    const Source source{.drawn = drawn,
                        .facts = prepared.facts,
                        .style = style,
                        .fonts = fonts,
                        .svg = {.outlines = prepared.spec.svg_text == input::SvgText::outlines,
                                .interactive = prepared.spec.interactive,
                                .dark = style.dark.empty() ? nullptr : &style.dark.front().theme,
                                .follows_forced_colours = style.follows_forced_colours},
                        .shown = {.svg = if_asked(input::Format::svg, ".svg"),
                                  .png = if_asked(input::Format::png, ".png"),
                                  .csv = id + ".csv"}};
    std::vector<File> files;
    for_each_file(formats, [&](const FileKind& kind) {
        files.push_back({kind.name, id + kind.ending, kind.encode(source)});
    });
    std::vector<colour::Colour> class_colours;
    for (const colour::Plain& ink : drawn.class_inks) {
        class_colours.push_back(style.theme.colour_of(ink));
    }
    return {prepared.facts, std::move(drawn.scene), std::move(class_colours), std::move(files)};
}

std::vector<std::string> file_names(const std::string& id,
                                    const std::vector<input::Format>& formats) {
    std::vector<std::string> names;
    for_each_file(formats, [&](const FileKind& kind) { names.push_back(id + kind.ending); });
    return names;
}

void require_picture(const std::vector<input::Format>& formats, const std::filesystem::path& file) {
    if (has(formats, input::Format::html) && !has(formats, input::Format::svg) &&
        !has(formats, input::Format::png)) {
        throw Error(Problem{.where = {.file = file.string()},
                            .what = "the format html needs a picture to show",
                            .remedy = "add svg or png to the formats"});
    }
}

} // namespace cairn
