#include "render/run/encode.h"

#include "render/facts/body.h"
#include "render/kinds.h"
#include "render/map/page/map_fills.h"
#include "render/scene/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace cairn {

namespace {

bool has(const std::vector<input::Format>& formats, input::Format format) {
    return std::find(formats.begin(), formats.end(), format) != formats.end();
}

/// Every file of a figure, in memory.
std::vector<File> encode_files(const input::FigureSpec& spec, const Drawn& drawn,
                               const output::SvgOptions& svg, const facts::Facts& facts,
                               const std::vector<input::Format>& formats, const scene::Fonts& fonts,
                               const input::Style& style) {
    const std::string& id = spec.id;
    const auto name_of = [&](input::Format format, const char* ending) {
        return has(formats, format) ? id + ending : std::string();
    };
    const output::FragmentFiles shown{.svg = name_of(input::Format::svg, ".svg"),
                                      .png = name_of(input::Format::png, ".png"),
                                      .csv = id + ".csv"};
    std::vector<File> files;
    for (const input::Format format : formats) {
        switch (format) {
        case input::Format::svg:
            files.push_back(
                {"svg", id + ".svg", output::to_svg(drawn.scene, style.theme, fonts, svg)});
            break;
        case input::Format::png:
            files.push_back({"png", id + ".png",
                             output::to_png(drawn.scene, style.theme, fonts, style.png_dpi)});
            break;
        case input::Format::pdf:
            files.push_back({"pdf", id + ".pdf", output::to_pdf(drawn.scene, style.theme, fonts)});
            break;
        case input::Format::html:
            files.push_back({"html", id + ".html",
                             output::to_html(drawn.scene, shown, output::HtmlForm::alt_text)});
            files.push_back({"described", id + ".described.html",
                             output::to_html(drawn.scene, shown, output::HtmlForm::described)});
            break;
        }
    }
    files.push_back({"alt", id + ".alt.txt", drawn.scene.words().short_text + "\n"});
    files.push_back({"csv", id + ".csv", output::to_csv(facts, drawn.scene.words())});
    return files;
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
    const output::SvgOptions svg{.outlines = prepared.spec.svg_text == input::SvgText::outlines,
                                 .interactive = prepared.spec.interactive,
                                 .dark = style.dark.empty() ? nullptr : &style.dark.front().theme,
                                 .follows_forced_colours = style.follows_forced_colours};
    std::vector<File> files =
        encode_files(prepared.spec, drawn, svg, prepared.facts, formats, fonts, style);
    std::vector<colour::Colour> class_colours;
    for (const colour::Plain& ink : drawn.class_inks) {
        class_colours.push_back(style.theme.colour_of(ink));
    }
    return {prepared.facts, std::move(drawn.scene), std::move(class_colours), std::move(files)};
}

std::vector<std::string> file_names(const std::string& id,
                                    const std::vector<input::Format>& formats) {
    std::vector<std::string> names{id + ".alt.txt", id + ".csv"};
    for (const input::Format format : formats) {
        switch (format) {
        case input::Format::svg:
            names.push_back(id + ".svg");
            break;
        case input::Format::png:
            names.push_back(id + ".png");
            break;
        case input::Format::pdf:
            names.push_back(id + ".pdf");
            break;
        case input::Format::html:
            names.push_back(id + ".html");
            names.push_back(id + ".described.html");
            break;
        }
    }
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
