#include "render/output/markup.h"
#include "render/output/number.h"
#include "render/output/output.h"

#include <algorithm>
#include <cmath>

namespace cairn::output {

namespace {

using facts::DataTable;
using facts::Words;

/// HTML wants whole pixels.
std::string whole_px(Length length) {
    return plain_number(std::round(length.to_px()));
}

std::string image(const scene::Scene& scene, const FragmentFiles& files, HtmlForm form) {
    const bool hidden = form == HtmlForm::described;
    const std::string& shown = files.png.empty() ? files.svg : files.png;
    return "<img" + attribute("src", to_url(shown)) +
           attribute("alt", hidden ? "" : scene.words().short_text) +
           (hidden ? attribute("aria-hidden", "true") : "") +
           attribute("width", whole_px(scene.size().width)) +
           attribute("height", whole_px(scene.size().height)) + attribute("loading", "lazy") +
           attribute("decoding", "async") + ">\n";
}

/// SVG where the browser takes it, else PNG.
std::string picture(const scene::Scene& scene, const FragmentFiles& files, HtmlForm form) {
    if (files.svg.empty() || files.png.empty()) {
        return image(scene, files, form);
    }
    return "<picture>\n<source" + attribute("type", "image/svg+xml") +
           attribute("srcset", to_url(files.svg)) + ">\n" + image(scene, files, form) +
           "</picture>\n";
}

std::string paragraphs(const std::string& text) {
    std::string html;
    for (const std::string_view paragraph : facts::paragraphs(text)) {
        html += element_line("p", paragraph);
    }
    return html;
}

std::string lang(const std::string& language) {
    return language.empty() ? "" : attribute("lang", language);
}

std::string numeric_class(const DataTable::Column& column) {
    return column.numeric ? attribute("class", "cairn-number") : "";
}

std::string table_row(const DataTable& table, std::size_t row) {
    std::string html = "<tr>\n";
    const std::vector<std::string>& cells = table.rows[row];
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string aligned = numeric_class(table.columns[i]);
        if (i > 0) {
            html += element_line("td", cells[i], aligned);
            continue;
        }
        const std::string& language =
            table.row_languages.empty() ? std::string() : table.row_languages.at(row);
        html += element_line("th", cells[i], attribute("scope", "row") + aligned + lang(language));
    }
    return html + "</tr>\n";
}

std::string table(const DataTable& table) {
    std::string html = "<table>\n";
    if (!table.caption.empty()) {
        html += element_line("caption", table.caption);
    }
    html += "<thead>\n<tr>\n";
    for (const DataTable::Column& column : table.columns) {
        html +=
            element_line("th", column.heading,
                         attribute("scope", "col") + numeric_class(column) + lang(column.language));
    }
    html += "</tr>\n</thead>\n<tbody>\n";
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        html += table_row(table, row);
    }
    return html + "</tbody>\n</table>\n";
}

/// A note of which only the rest is in another language has that in an element of its own.
std::string note_element(const facts::Note& note) {
    const std::string note_class = attribute("class", "cairn-note");
    const std::string_view text = note.text;
    if (note.lead == 0) {
        return element_line("p", text, note_class + lang(note.language));
    }
    return "<p" + note_class + ">" + escape(text.substr(0, note.lead)) + "<span" +
           lang(note.language) + ">" + escape(text.substr(note.lead)) + "</span></p>\n";
}

/// All notes, or those that the description leaves out.
std::string notes(const Words& words, HtmlForm form) {
    std::string html;
    for (const facts::Note& note : words.notes) {
        if (form == HtmlForm::alt_text || !facts::is_in_description(note)) {
            html += note_element(note);
        }
    }
    return html;
}

/// What is folded away. Its words stand on a page more than once: the title tells them apart.
std::string folded(const Words& words, const FragmentFiles& files, HtmlForm form) {
    const bool described = form == HtmlForm::described;
    const auto name = [&](const std::string& text) {
        return attribute("aria-label", text + ": " + words.title);
    };
    const std::string& summary = described ? words.page.table : words.page.details;
    return "<details>\n" + element_line("summary", summary, name(summary)) +
           (described ? "" : paragraphs(words.description)) + table(words.table) + "<p><a" +
           attribute("href", to_url(files.csv)) + " download" + name(words.page.download) + ">" +
           escape(words.page.download) + "</a></p>\n</details>\n";
}

/// Pasted into a page of Hugo or another generator, no words become one of its templates.
std::string without_templates(std::string html) {
    constexpr std::string_view braces = "{{";
    constexpr std::string_view escaped = "&#123;&#123;";
    for (std::size_t at = html.find(braces); at != std::string::npos;
         at = html.find(braces, at + escaped.size())) {
        html.replace(at, braces.size(), escaped);
    }
    return html;
}

} // namespace

std::string to_html(const scene::Scene& scene, const FragmentFiles& files, HtmlForm form) {
    const Words& words = scene.words();
    const std::string description = "<div" + attribute("class", "cairn-description") + ">\n" +
                                    paragraphs(words.description) + "</div>\n";
    return without_templates("<figure" + attribute("class", "cairn") + lang(words.language) +
                             ">\n" + element_line("figcaption", words.title) +
                             picture(scene, files, form) +
                             (form == HtmlForm::described ? description : "") + notes(words, form) +
                             folded(words, files, form) + "</figure>\n");
}

} // namespace cairn::output
