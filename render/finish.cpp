#include "render/finish.h"

#include "render/figure/bar_chart.h"
#include "render/figure/categorical_map.h"
#include "render/figure/choropleth.h"
#include "render/figure/dot_map.h"
#include "render/figure/small_multiples.h"
#include "render/figure/symbol_map.h"
#include "render/figure/tile_map.h"
#include "render/scene/check.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <utility>

namespace cairn {

namespace {

constexpr double css_dpi = 96;

bool has(const std::vector<input::Format>& formats, input::Format format) {
    return std::find(formats.begin(), formats.end(), format) != formats.end();
}

/// Every file of a figure, in memory.
std::vector<File> encode(const input::FigureSpec& spec, const Drawn& drawn,
                         const output::SvgOptions& svg, const facts::Facts& facts,
                         const std::vector<input::Format>& formats, const scene::Fonts& fonts,
                         double dpi) {
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
            files.push_back({"svg", id + ".svg", output::to_svg(drawn.scene, fonts, svg)});
            break;
        case input::Format::png:
            files.push_back({"png", id + ".png", output::to_png(drawn.scene, fonts, dpi)});
            break;
        case input::Format::pdf:
            files.push_back({"pdf", id + ".pdf", output::to_pdf(drawn.scene, fonts)});
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

/// The figure once more in dark colours, where the style has them and a format shows them.
std::optional<Drawn> draw_dark(const Prepared& prepared, const std::vector<input::Format>& formats,
                               const scene::Fonts& fonts) {
    if (prepared.style->dark.empty() || !has(formats, input::Format::svg)) {
        return std::nullopt;
    }
    input::Style style = prepared.style->dark.front();
    style.png_dpi = css_dpi; // SVG alone shows it
    return draw(prepared, style, fonts);
}

/// Runs what does not know the place that its errors are about.
Drawn placed(const Location& where, const auto& action) {
    try {
        return action();
    } catch (const Error& error) {
        std::vector<Problem> problems = error.problems();
        for (Problem& problem : problems) {
            problem.where = where;
        }
        throw Error(std::move(problems));
    }
}

Drawn drawn_from(figure::MapFigure map) {
    return {std::move(map.scene), std::move(map.class_colours), std::move(map.unnamed)};
}

} // namespace

Drawn draw(const Prepared& prepared, const input::Style& style, const scene::Fonts& fonts) {
    const figure::Furniture furniture{prepared.spec.scale_bar, prepared.spec.north_arrow};
    const auto of_map = [&](const auto& draw_map) {
        return drawn_from(draw_map(prepared.facts, prepared.words, prepared.boundaries->regions,
                                   prepared.boundaries->places, style, fonts, prepared.labels,
                                   furniture));
    };
    switch (prepared.spec.kind) {
    case input::Kind::bar:
        return {figure::draw_bar_chart(prepared.facts, prepared.words, style, fonts), {}};
    case input::Kind::choropleth:
        return prepared.facts.panels.empty()
                   ? of_map(figure::draw_choropleth)
                   : drawn_from(figure::draw_small_multiples(
                         prepared.facts, prepared.words, prepared.boundaries->regions,
                         prepared.boundaries->places, style, fonts));
    case input::Kind::categorical:
        return drawn_from(figure::draw_categorical_map(
            prepared.facts, prepared.words, prepared.boundaries->regions,
            prepared.boundaries->places, style, fonts, furniture));
    case input::Kind::symbols:
        return of_map(figure::draw_symbol_map);
    case input::Kind::dots:
        return placed(prepared.spec.where, [&] { return of_map(figure::draw_dot_map); });
    case input::Kind::tiles: {
        figure::TileMap map =
            figure::draw_tile_map(prepared.facts, prepared.words, *prepared.tiles, style, fonts);
        return {std::move(map.scene), std::move(map.class_colours), std::move(map.unnamed)};
    }
    }
    throw std::logic_error("a kind of figure that is not drawn");
}

void warn_of_unnamed(const Prepared& prepared, const Drawn& drawn, std::vector<Problem>& warnings) {
    const bool has_groups = !prepared.facts.categories.empty();
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

output::Finished finish(const Prepared& prepared, const std::vector<input::Format>& formats,
                        Shelf& shelf, std::vector<Problem>& warnings) {
    const input::Style& style = *prepared.style;
    const scene::Fonts& fonts = shelf.fonts(style.font_family);
    Drawn drawn = draw(prepared, style, fonts);
    warn_of_unnamed(prepared, drawn, warnings);
    append(warnings, layout_faults(prepared, drawn.scene));
    for (Problem warning : fonts.stand_ins(drawn.scene)) {
        warning.where = prepared.spec.where;
        warnings.push_back(std::move(warning));
    }
    const std::optional<Drawn> dark = draw_dark(prepared, formats, fonts);
    const output::SvgOptions svg{.outlines = prepared.spec.svg_text == input::SvgText::outlines,
                                 .interactive = prepared.spec.interactive,
                                 .dark = dark ? &dark->scene : nullptr,
                                 .follows_forced_colours = style.follows_forced_colours};
    std::vector<File> files =
        encode(prepared.spec, drawn, svg, prepared.facts, formats, fonts, style.png_dpi);
    return {prepared.facts, std::move(drawn.scene), std::move(drawn.class_colours),
            std::move(files)};
}

bool lacks_picture(const std::vector<input::Format>& formats) {
    return has(formats, input::Format::html) && !has(formats, input::Format::svg) &&
           !has(formats, input::Format::png);
}

} // namespace cairn
