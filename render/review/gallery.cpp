#include "render/review/gallery.h"

#include "base/base64.h"
#include "base/number.h"
#include "render/facts/body.h"
#include "render/output/markup.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <tuple>

namespace cairn::review {

namespace {

using colour::Colour;
using output::attribute;
using output::element_line;
using output::escape;

constexpr const char* style = R"(
:root { color-scheme: light; }
body { font: 16px/1.5 system-ui, sans-serif; margin: 0 auto; max-width: 75rem; padding: 1rem; color: #1a1a1a; background: #fff; }
h1, h2, h3 { line-height: 1.25; overflow-wrap: break-word; }
h2 { border-top: 2px solid #1a1a1a; margin-top: 3rem; padding-top: 1rem; }
svg, img { max-width: 100%; height: auto; }
.pictures { display: flex; flex-wrap: wrap; gap: 1.5rem; }
figure { margin: 0; }
.pictures figure { flex: 1 1 16rem; max-width: 30rem; min-width: 0; }
.phone { width: 320px; border: 1px solid #6b6b6b; }
.scroll { overflow-x: auto; margin: 1rem 0; }
figure.cairn { overflow-wrap: anywhere; }
p, li { overflow-wrap: break-word; }
table { border-collapse: collapse; }
caption { text-align: left; font-weight: bold; }
th, td { border-bottom: 1px solid #b0b0b0; padding: 0.25rem 0.75rem 0.25rem 0; text-align: left; vertical-align: top; }
.numeric { text-align: right; font-variant-numeric: tabular-nums; }
.broken { font-weight: bold; }
.swatch { width: 1em; height: 1em; border: 1px solid #6b6b6b; vertical-align: -0.1em; }
pre { white-space: pre-wrap; overflow-wrap: anywhere; }
a { color: #0b4ea2; overflow-wrap: anywhere; }
)";

std::string language_of(const words::Words& words) {
    return attribute("lang", words.language);
}

std::string media_type(const std::string& kind) {
    static const std::map<std::string, std::string> types{{"svg", "image/svg+xml"},
                                                          {"png", "image/png"},
                                                          {"pdf", "application/pdf"},
                                                          {"html", "text/html;charset=utf-8"},
                                                          {"csv", "text/csv;charset=utf-8"}};
    const auto found = types.find(kind);
    return found == types.end() ? "text/plain;charset=utf-8" : found->second;
}

std::string data_url(const std::string& kind, const std::string& bytes) {
    return "data:" + media_type(kind) + ";base64," + base64(bytes);
}

std::string picture(const std::string& kind, const std::string& bytes, const std::string& alt,
                    const std::string& caption, std::string_view attributes = "") {
    return "<figure><img" + attribute("src", data_url(kind, bytes)) + attribute("alt", alt) +
           std::string(attributes) + ">\n" + element_line("figcaption", caption) + "</figure>\n";
}

struct Column {
    std::string heading;
    bool numeric = false;
};

std::string numeric_class(bool numeric) {
    return numeric ? attribute("class", "numeric") : "";
}

/// A table of the figure `title`, in a frame that the keyboard can scroll.
std::string table(const std::string& caption, const std::string& title,
                  const std::vector<Column>& columns, const std::string& rows) {
    std::string html = "<section class=\"scroll\" tabindex=\"0\"" +
                       attribute("aria-label", caption + ": " + title) + ">\n<table>\n" +
                       element_line("caption", caption) + "<thead><tr>\n";
    for (const Column& column : columns) {
        html +=
            element_line("th", column.heading, " scope=\"col\"" + numeric_class(column.numeric));
    }
    return html + "</tr></thead>\n<tbody>\n" + rows + "</tbody>\n</table>\n</section>\n";
}

/// An HTML fragment with the files that it shows in it.
std::string fragment(std::string html, const std::vector<File>& files) {
    for (const File& file : files) {
        const std::string name = "=\"" + output::to_url(file.name) + "\"";
        const std::string data = "=\"" + data_url(file.kind, file.bytes) + "\"";
        for (std::size_t at = html.find(name); at != std::string::npos;
             at = html.find(name, at + data.size())) {
            html.replace(at, name.size(), data);
        }
    }
    return html;
}

/// The figure as it stands in a page, then every file of it.
std::string formats(const output::Finished& figure) {
    std::string html = "<div class=\"pictures\">\n";
    std::string fragments;
    std::string links = "<ul>\n";
    for (const File& file : figure.files) {
        if (file.kind == "svg") {
            html += "<figure>" + file.bytes +
                    element_line("figcaption", "SVG, in the page itself") + "</figure>\n";
        } else if (file.kind == "png") {
            html += picture("png", file.bytes, figure.scene.words().short_text, "PNG");
        } else if (file.kind == "html" || file.kind == "described") {
            fragments += "<details>\n" + element_line("summary", file.name) +
                         fragment(file.bytes, figure.files) + "</details>\n";
        }
        links += fmt::format("<li><a{}{}>{}</a>, {:.1f} kB</li>\n",
                             attribute("href", data_url(file.kind, file.bytes)),
                             attribute("download", file.name), escape(file.name),
                             static_cast<double>(file.bytes.size()) / 1000);
    }
    return html + "</div>\n" + fragments + links + "</ul>\n";
}

std::string words_of(const words::Words& words) {
    const std::string language = language_of(words);
    std::string html = element_line("h4", "Alt text") +
                       element_line("p", words.short_text, language) + element_line("h4", "List") +
                       element_line("p", words.list, language) +
                       element_line("h4", "Long description");
    for (const std::string_view paragraph : words::paragraphs(words.description)) {
        html += element_line("p", paragraph, language);
    }
    return html;
}

std::string facts_of(const facts::Facts& facts) {
    const bool classed =
        !facts::classes_of(facts).empty(); // then it is a map, whose facts have codes
    std::string rows;
    for (const facts::Fact& fact : facts.facts) {
        rows += "<tr>" + element_line("th", fact.label, " scope=\"row\"") +
                element_line(
                    "td", fact.value ? format_fixed(*fact.value, facts.shown_decimals) : "no data",
                    numeric_class(true));
        if (classed) {
            rows += element_line("td",
                                 fact.class_index ? std::to_string(*fact.class_index + 1) : "none",
                                 numeric_class(true)) +
                    element_line("td", fact.code);
        }
        rows += "</tr>\n";
    }
    std::vector<Column> columns{{"Label"}, {"Value", true}};
    if (classed) {
        columns.insert(columns.end(), {{"Class", true}, {"Code"}});
    }
    return table(fmt::format("{} facts, {} in all; {} rows read", facts.facts.size(),
                             format_number(facts.total, facts.decimals), facts.rows_read),
                 facts.title, columns, rows);
}

std::string seen_differently(const scene::Scene& scene, const colour::Theme& theme,
                             const scene::Fonts& fonts) {
    const auto seen = [&](const std::string& how, const std::function<Colour(Colour)>& change) {
        colour::Theme changed = theme;
        changed.seen = change;
        return picture("svg", output::to_svg(scene, changed, fonts),
                       fmt::format("{} With {}.", scene.words().short_text, how), how);
    };
    std::string html = "<div class=\"pictures\">\n";
    for (const auto& [vision, name] : colour::visions) {
        if (vision != colour::Vision::normal) {
            html += seen(std::string(name),
                         [vision = vision](Colour colour) { return seen_with(vision, colour); });
        }
    }
    return html + seen("greyscale", colour::grey_of) + "</div>\n";
}

std::string on_phone(const Exhibit& exhibit) {
    std::string html = picture(
        "svg", output::to_svg(exhibit.on_phone, exhibit.theme, *exhibit.fonts),
        exhibit.on_phone.words().short_text, "320 px wide", " class=\"phone\" width=\"320\"");
    if (!exhibit.left_out.empty()) {
        html +=
            element_line("p", fmt::format("No room for the names of {}; values, description and "
                                          "table have them.",
                                          fmt::join(exhibit.left_out, ", ")));
    }
    return html;
}

std::string rules_of(const std::string& title, const std::vector<Measure>& measures) {
    std::string rows;
    for (const Measure& measure : measures) {
        rows += "<tr>" + element_line("th", measure.rule, " scope=\"row\"") +
                element_line("td", measure.measured) + element_line("td", measure.limit) +
                element_line("td", measure.kept ? "kept" : "broken",
                             measure.kept ? "" : " class=\"broken\"") +
                element_line("td", measure.where) + "</tr>\n";
    }
    return table("Rules and how the figure keeps them", title,
                 {{"Rule"}, {"Measured"}, {"Limit"}, {"Kept"}, {"Where"}}, rows);
}

std::string swatch(Colour colour) {
    return "<svg class=\"swatch\" viewBox=\"0 0 1 1\" aria-hidden=\"true\"><path" +
           attribute("fill", to_hex(colour)) + " d=\"M0 0h1v1H0z\"/></svg> " + to_hex(colour);
}

/// Pairs of colours; texts of one colour are listed once.
std::string pairs_of(const std::string& title, const std::vector<Touch>& touches) {
    using Side = std::pair<std::string_view, std::string>;
    std::map<std::pair<Side, Side>, const Touch*> pairs;
    for (const Touch& touch : touches) {
        const auto side = [](const Painted& painted) {
            return Side{name_of(painted.paint), to_hex(painted.colour)};
        };
        pairs.try_emplace({side(touch.first), side(touch.second)}, &touch);
    }
    std::string rows;
    for (const auto& [sides, touch] : pairs) {
        const double needed = needed_contrast(*touch);
        rows += fmt::format(
            "<tr><td>{} {}</td><td>{} {}</td><td class=\"numeric\">{:.2f}:1</td>"
            "<td>{}</td></tr>\n",
            swatch(touch->first.colour), sides.first.first, swatch(touch->second.colour),
            sides.second.first, contrast(touch->first.colour, touch->second.colour),
            needed > 0 ? fmt::format("{:.1f}:1", needed) : "none: nothing rests on it");
    }
    return table("Contrast of every two colours that touch", title,
                 {{"Colour"}, {"Beside"}, {"Contrast", true}, {"Needed"}}, rows);
}

std::string section(const Exhibit& exhibit) {
    const words::Words& words = exhibit.figure.scene.words();
    const std::string id = exhibit.figure.facts.id + "-" + words.language;
    return "<section" + attribute("aria-labelledby", id) + ">\n" +
           element_line("h2", words.title, attribute("id", id) + language_of(words)) +
           formats(exhibit.figure) + element_line("h3", "Words") + words_of(words) +
           element_line("h3", "Facts") + facts_of(exhibit.figure.facts) +
           element_line("h3", "Seen differently") +
           seen_differently(exhibit.figure.scene, exhibit.theme, *exhibit.fonts) +
           element_line("h3", "On a phone") + on_phone(exhibit) +
           element_line("h3", "Accessibility") + rules_of(words.title, exhibit.measures) +
           pairs_of(words.title, exhibit.touches) + "</section>\n";
}

} // namespace

std::string to_gallery(const std::string& project, std::span<const Exhibit> exhibits) {
    const std::string title = project.empty() ? "Figures" : project + ": figures";
    std::string html =
        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
        element_line("title", title) + "<style>" + style + "</style>\n</head>\n<body>\n" +
        "<main>\n" + element_line("h1", title);
    for (const Exhibit& exhibit : exhibits) {
        html += section(exhibit);
    }
    return html + "</main>\n</body>\n</html>\n";
}

} // namespace cairn::review
