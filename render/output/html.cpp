#include "render/output/markup.h"
#include "render/output/number.h"
#include "render/output/output.h"

#include <algorithm>
#include <cmath>

namespace cairn::output {

namespace {

using facts::DataTable;
using facts::Words;

std::string element(const std::string& name, std::string_view text,
                    const std::string& attributes = "") {
    return "<" + name + attributes + ">" + escape(text) + "</" + name + ">\n";
}

/// HTML wants whole pixels.
std::string whole_px(scene::Length length) {
    return plain_number(std::round(length.to_px()));
}

std::string image(const scene::Scene& scene, const std::string& picture) {
    return "<img" + attribute("src", to_url(picture)) + attribute("alt", scene.words().short_text) +
           attribute("width", whole_px(scene.size().width)) +
           attribute("height", whole_px(scene.size().height)) + attribute("loading", "lazy") +
           attribute("decoding", "async") + ">\n";
}

std::string paragraphs(const std::string& text) {
    std::string html;
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = std::min(text.find('\n', start), text.size());
        if (end > start) {
            html += element("p", std::string_view(text).substr(start, end - start));
        }
        start = end + 1;
    }
    return html;
}

std::string numeric_class(const DataTable::Column& column) {
    return column.numeric ? attribute("class", "numeric") : "";
}

std::string table_row(const DataTable& table, const std::vector<std::string>& cells) {
    std::string html = "<tr>\n";
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string aligned = numeric_class(table.columns[i]);
        html += i == 0 ? element("th", cells[i], attribute("scope", "row") + aligned)
                       : element("td", cells[i], aligned);
    }
    return html + "</tr>\n";
}

std::string table(const DataTable& table) {
    std::string html = "<table>\n";
    if (!table.caption.empty()) {
        html += element("caption", table.caption);
    }
    html += "<thead>\n<tr>\n";
    for (const DataTable::Column& column : table.columns) {
        html += element("th", column.heading, attribute("scope", "col") + numeric_class(column));
    }
    html += "</tr>\n</thead>\n<tbody>\n";
    for (const std::vector<std::string>& row : table.rows) {
        html += table_row(table, row);
    }
    return html + "</tbody>\n</table>\n";
}

std::string caption(const Words& words) {
    std::string html = "<figcaption>\n" + element("p", words.title, attribute("class", "title"));
    for (const facts::Note& note : words.notes) {
        html += element("p", note.text, attribute("class", "note"));
    }
    return html + "</figcaption>\n";
}

} // namespace

std::string to_html(const scene::Scene& scene, const std::string& picture) {
    const Words& words = scene.words();
    return "<figure" + attribute("class", "cairn") + attribute("lang", words.language) + ">\n" +
           image(scene, picture) + caption(words) +
           "<details>\n<summary>Description and data table</summary>\n" +
           paragraphs(words.description) + table(words.table) + "</details>\n</figure>\n";
}

} // namespace cairn::output
