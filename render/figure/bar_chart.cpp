#include "render/figure/bar_chart.h"

#include "render/figure/page.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace cairn::figure {

namespace {

/// Where values lie across the page.
struct ValueScale {
    double from = 0; ///< at `left`
    double to = 1;   ///< at `right`
    Length left;
    Length right;

    [[nodiscard]] Length at(double value) const {
        return left + (right - left) * ((value - from) / (to - from));
    }
};

/// Widths that decide where everything stands.
struct Columns {
    Length labels; ///< of the widest line of a name
    Length values; ///< of the widest value
};

/// A bar's row: its name in lines and the room it takes.
struct RowLayout {
    std::vector<std::string> name;
    Length height;
};

/// Names take what they need, up to this share of the page, then they wrap.
constexpr double most_for_names = 0.42;

Columns measure_columns(const facts::Facts& facts, const facts::Words& words,
                        const input::Style& style, const scene::Fonts& fonts,
                        std::vector<RowLayout>& rows) {
    const Length most = (style.width - 2 * style.margin) * most_for_names;
    const scene::Font bold{style.label.font.size, scene::Weight::bold};
    Columns columns;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        RowLayout row;
        row.name = scene::wrap(fonts, facts.facts[i].label, style.label.font, most);
        for (const std::string& line : row.name) {
            columns.labels = std::max(columns.labels, fonts.measure(line, style.label.font).width);
        }
        columns.values = std::max(columns.values, fonts.measure(words.marks[i].value, bold).width);
        rows.push_back(std::move(row));
    }
    return columns;
}

/// Rows are as far apart as the style says, closer where there are many, and higher where a name
/// wraps.
Length set_row_heights(std::vector<RowLayout>& rows, const input::Style& style) {
    constexpr std::size_t many = 24;
    const Length tight = style.label.line * 1.3;
    const Length pitch = rows.size() > many ? std::min(tight, style.bar.pitch) : style.bar.pitch;
    for (RowLayout& row : rows) {
        const Length text = style.label.line * static_cast<double>(row.name.size());
        row.height = std::max(pitch, text + pitch - style.label.line);
    }
    return pitch;
}

ValueScale make_scale(const facts::Facts& facts, const Columns& columns, const input::Style& style,
                      Length space) {
    double least = 0;
    double most = 0;
    for (const facts::Fact& fact : facts.facts) {
        least = std::min(least, fact.value.value_or(0));
        most = std::max(most, fact.value.value_or(0));
    }
    const bool flat = least == most;
    ValueScale scale{.from = least, .to = flat ? 1 : most, .left = {}, .right = {}};
    scale.left = style.margin + columns.labels + space;
    scale.right = style.width - style.margin - columns.values - space;
    if (least < 0) {
        scale.left += columns.values + space;
    }
    if (least < 0 && most <= 0) {
        scale.right = style.width - style.margin;
    }
    return scale;
}

/// One bar with its name and value, in a row that begins at `top`.
scene::Group draw_row(const facts::Fact& fact, const std::string& value_label,
                      const std::string& mark_name, const RowLayout& row, const ValueScale& scale,
                      Length top, Length thickness, Length space, const input::Style& style,
                      const scene::Fonts& fonts) {
    scene::Group group{.role = scene::Role::mark,
                       .datum = scene::Datum{mark_name, fact.code, fact.value, fact.language}};
    const Length middle = top + row.height / 2;
    Length line_top = middle - style.label.line * (static_cast<double>(row.name.size()) / 2);
    for (const std::string& line : row.name) {
        scene::Text name = set_line(fonts, line, style.label, {style.margin, line_top});
        name.language = fact.language;
        group.children.emplace_back(std::move(name));
        line_top += style.label.line;
    }

    const double value = fact.value.value_or(0);
    const Length zero = scale.at(0);
    Length end = scale.at(value);
    if (value != 0) {
        // A value that is not zero never looks like zero.
        constexpr Length least_bar = Length::px(1);
        end = value > 0 ? std::max(end, zero + least_bar) : std::min(end, zero - least_bar);
        group.children.emplace_back(box_path({std::min(zero, end), middle - thickness / 2,
                                              std::max(zero, end), middle + thickness / 2},
                                             style.bar.fill));
    }

    input::TextStyle value_style = style.label;
    value_style.font.weight = fact.value ? scene::Weight::bold : scene::Weight::regular;
    scene::Text label =
        set_line(fonts, value_label, value_style, {end + space, middle - style.label.line / 2});
    if (value < 0) {
        label.start.x = end - space - label.width;
    }
    group.children.emplace_back(std::move(label));
    return group;
}

} // namespace

scene::Scene draw_bar_chart(const facts::Facts& facts, const facts::Words& words,
                            const input::Style& style, const scene::Fonts& fonts) {
    const Block heading = set_heading(words, style, fonts, style.width - 2 * style.margin);
    std::vector<scene::Node> nodes = heading.nodes;

    std::vector<RowLayout> rows;
    const Columns columns = measure_columns(facts, words, style, fonts, rows);
    const Length thickness = set_row_heights(rows, style) * style.bar.thickness;
    const Length space = style.label.font.size / 2;
    const ValueScale scale = make_scale(facts, columns, style, space);

    scene::Group marks{.role = scene::Role::marks};
    const Length first = heading.rect.bottom + style.gap;
    Length top = first;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        marks.children.emplace_back(draw_row(facts.facts[i], words.marks[i].value,
                                             words.marks[i].name, rows[i], scale, top, thickness,
                                             space, style, fonts));
        top += rows[i].height;
    }
    nodes.emplace_back(std::move(marks));

    const Length half = style.bar.baseline_width / 2;
    scene::Group baseline{.role = scene::Role::decoration};
    baseline.children.emplace_back(
        box_path({scale.at(0) - half, first, scale.at(0) + half, top}, style.bar.baseline));
    nodes.emplace_back(std::move(baseline));

    const Block notes = set_notes(words, style, fonts, top + style.gap);
    nodes.insert(nodes.end(), notes.nodes.begin(), notes.nodes.end());
    return {page_size(style, notes.rect.bottom), style.background, words, std::move(nodes)};
}

} // namespace cairn::figure
