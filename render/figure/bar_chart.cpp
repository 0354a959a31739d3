#include "render/figure/bar_chart.h"

#include "render/figure/page.h"

#include <fmt/format.h>

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

/// What stands in line with the bars; the rest stands on lines of its own above each.
enum class Beside { name_and_value, value, nothing };

/// The name of a bar in lines, and its row.
struct RowLayout {
    std::vector<std::string> name;
    Length height;
    Length middle; ///< of the bar, below the row's top
};

/// Where everything stands.
struct BarLayout {
    Beside beside = Beside::name_and_value;
    std::vector<RowLayout> rows{};
    ValueScale scale{};
    Length thickness{}; ///< of a bar
    Length space{};     ///< between a bar and its texts
};

/// A bar of any value but zero is at least so long.
constexpr Length least_bar = Length::px(1);

Length inner_width(const input::Style& style) {
    return style.width - 2 * style.margin;
}

input::TextStyle value_style(const facts::Fact& fact, const input::Style& style) {
    input::TextStyle text = style.label;
    text.font.weight = fact.value ? scene::Weight::bold : scene::Weight::regular;
    return text;
}

/// Names take what they need, up to this share of the page, then they wrap. Rows are as far apart
/// as the style says, closer where there are many, and higher by the lines of text that a bar has
/// beside one.
void set_rows(const facts::Facts& facts, const input::Style& style, const scene::Fonts& fonts,
              BarLayout& layout) {
    constexpr double most_for_names = 0.42;
    constexpr std::size_t many = 24;
    const bool above = layout.beside != Beside::name_and_value;
    const Length line = style.label.line;
    const Length pitch =
        facts.facts.size() > many ? std::min(line * 1.3, style.bar.pitch) : style.bar.pitch;
    const Length most = inner_width(style) * (above ? 1 : most_for_names);
    layout.thickness = pitch * style.bar.thickness;
    layout.space = style.label.font.size / 2;
    for (const facts::Fact& fact : facts.facts) {
        RowLayout row;
        row.name = scene::wrap(fonts, fact.label, style.label.font, most);
        Length texts = line * static_cast<double>(row.name.size());
        if (above) {
            texts += layout.beside == Beside::nothing ? line : Length();
            const Length bar = std::max(layout.thickness, line);
            row.height = texts + std::max(pitch, bar);
            row.middle = texts + bar / 2;
        } else {
            row.height = std::max(texts, line) + std::max(pitch - line, Length());
            row.middle = row.height / 2;
        }
        layout.rows.push_back(std::move(row));
    }
}

/// The scale takes what the texts in line with the bars leave.
void set_scale(const facts::Facts& facts, const facts::Words& words, const input::Style& style,
               const scene::Fonts& fonts, BarLayout& layout) {
    ValueScale& scale = layout.scale;
    scale = {.from = 0, .to = 0, .left = style.margin, .right = style.width - style.margin};
    Length names;
    Length left;  // of values left of zero
    Length right; // of all others
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const double value = fact.value.value_or(0);
        scale.from = std::min(scale.from, value);
        scale.to = std::max(scale.to, value);
        Length& widest = value < 0 ? left : right;
        widest = std::max(
            widest, fonts.measure(words.value_labels[i], value_style(fact, style).font).width);
        for (const std::string& line : layout.rows[i].name) {
            names = std::max(names, fonts.measure(line, style.label.font).width);
        }
    }
    if (scale.from == scale.to) {
        scale.to = 1;
    }
    if (layout.beside == Beside::nothing) {
        return;
    }
    const auto room = [&](Length text) { return text > Length() ? text + layout.space : Length(); };
    scale.left +=
        (layout.beside == Beside::name_and_value ? names + layout.space : Length()) + room(left);
    scale.right -= room(right);
}

/// Throws Error where a value does not fit on a line of its own.
void require_room(const facts::Facts& facts, const facts::Words& words, const input::Style& style,
                  const scene::Fonts& fonts) {
    const Length room = inner_width(style);
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const Length width =
            fonts.measure(words.value_labels[i], value_style(facts.facts[i], style).font).width;
        if (width > room) {
            throw Error(Problem{
                .where = {},
                .what = fmt::format("\"{}\" is {:.0f} px wide, and the page has room for {:.0f} px",
                                    words.mark_names[i], std::ceil(width.to_px()),
                                    std::floor(room.to_px())),
                .remedy = "choose a style with a wider page or smaller labels, or give the values "
                          "in thousands or millions"});
        }
    }
}

/// All texts in line with the bars, as long as that leaves the scale a length that tells values
/// apart; names, then values too, above the bars where it does not.
BarLayout set_layout(const facts::Facts& facts, const facts::Words& words,
                     const input::Style& style, const scene::Fonts& fonts) {
    constexpr double least_scale = 0.2; // of the page
    BarLayout layout;
    for (const Beside beside : {Beside::name_and_value, Beside::value, Beside::nothing}) {
        layout = {.beside = beside};
        set_rows(facts, style, fonts, layout);
        set_scale(facts, words, style, fonts, layout);
        if (layout.scale.right - layout.scale.left >= inner_width(style) * least_scale) {
            break;
        }
    }
    if (layout.beside == Beside::nothing) {
        require_room(facts, words, style, fonts);
    }
    return layout;
}

/// The bar of a value that is not zero, which never looks like zero.
Rect bar_of(double value, const BarLayout& layout, Length middle) {
    const Length zero = layout.scale.at(0);
    const Length end = value > 0 ? std::max(layout.scale.at(value), zero + least_bar)
                                 : std::min(layout.scale.at(value), zero - least_bar);
    return {std::min(zero, end), middle - layout.thickness / 2, std::max(zero, end),
            middle + layout.thickness / 2};
}

/// One bar with its name and value, in a row that begins at `top`.
scene::Group draw_row(const facts::Fact& fact, const std::string& value_label,
                      const std::string& mark_name, const RowLayout& row, const BarLayout& layout,
                      Length top, const input::Style& style, const scene::Fonts& fonts) {
    scene::Group group{.role = scene::Role::mark,
                       .datum = scene::Datum{
                           mark_name, fact.code, fact.value, fact.language,
                           scene::Encoding{.channel = scene::Channel::width, .least = least_bar}}};
    const Length middle = top + row.middle;
    Length line_top = top;
    if (layout.beside == Beside::name_and_value) {
        line_top = middle - style.label.line * (static_cast<double>(row.name.size()) / 2);
    }
    for (const std::string& line : row.name) {
        scene::Text name = set_line(fonts, line, style.label, {style.margin, line_top});
        name.language = fact.language;
        group.children.emplace_back(std::move(name));
        line_top += style.label.line;
    }

    const double value = fact.value.value_or(0);
    const Length zero = layout.scale.at(0);
    Rect bar{zero, middle, zero, middle};
    if (value != 0) {
        bar = bar_of(value, layout, middle);
        group.children.emplace_back(box_path(bar, style.bar.fill));
    }

    scene::Text label =
        set_line(fonts, value_label, value_style(fact, style), {style.margin, line_top});
    if (layout.beside != Beside::nothing) {
        label = set_line(fonts, value_label, value_style(fact, style),
                         {bar.right + layout.space, middle - style.label.line / 2});
        if (value < 0) {
            label.start.x = bar.left - layout.space - label.width;
        }
    }
    group.children.emplace_back(std::move(label));
    return group;
}

} // namespace

scene::Scene draw_bar_chart(const facts::Facts& facts, const facts::Words& words,
                            const input::Style& style, const scene::Fonts& fonts) {
    const Block heading = set_heading(words, style, fonts, inner_width(style));
    std::vector<scene::Node> nodes = heading.nodes;
    const BarLayout layout = set_layout(facts, words, style, fonts);

    const Length zero = layout.scale.at(0);
    const Length half = style.bar.baseline_width / 2;
    const auto baseline_between = [&](Length top, Length bottom) {
        return box_path({zero - half, top, zero + half, bottom}, style.bar.baseline);
    };
    scene::Group marks{.role = scene::Role::marks};
    scene::Group baseline{.role = scene::Role::decoration};
    const Length first = heading.rect.bottom + style.gap;
    Length top = first;
    for (std::size_t i = 0; i < layout.rows.size(); ++i) {
        const RowLayout& row = layout.rows[i];
        marks.children.emplace_back(draw_row(facts.facts[i], words.value_labels[i],
                                             words.mark_names[i], row, layout, top, style, fonts));
        if (layout.beside != Beside::name_and_value) {
            // Through the bar alone, not through the texts above it.
            const Length middle = top + row.middle;
            baseline.children.emplace_back(
                baseline_between(middle - layout.thickness / 2, middle + layout.thickness / 2));
        }
        top += row.height;
    }
    if (layout.beside == Beside::name_and_value) {
        baseline.children.emplace_back(baseline_between(first, top));
    }
    nodes.emplace_back(std::move(marks));
    nodes.emplace_back(std::move(baseline));

    const Block notes = set_notes(words, style, fonts, top + style.gap);
    nodes.insert(nodes.end(), notes.nodes.begin(), notes.nodes.end());
    return {page_size(style, notes.rect.bottom), style.background, words, std::move(nodes)};
}

} // namespace cairn::figure
