#include "render/map/tile_labels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <numbers>
#include <optional>
#include <span>
#include <utility>

namespace cairn::map {

namespace {

using scene::Position;

/// A name takes no more lines on its tile.
constexpr std::size_t most_lines = 3;

/// What the labels of all tiles share.
struct TileSetting {
    geo::TileShape shape;
    Length tile; ///< its width
    const input::Style& style;
    const scene::Fonts& fonts;
    TileNames names = TileNames::none;

    [[nodiscard]] Length line() const { return style.label.font.size * 1.1; }
    /// Between text and outline.
    [[nodiscard]] Length padding() const {
        return style.label.font.size * (names == TileNames::letters ? 0.15 : 0.4);
    }

    /// The room for a text across a tile between two heights from its middle, down.
    [[nodiscard]] Length room(Length top, Length bottom) const {
        if (shape == geo::TileShape::squares) {
            return (bottom <= tile / 2 && top >= -tile / 2 ? tile : Length()) - 2 * padding();
        }
        const Length side = tile * std::numbers::inv_sqrt3;
        const Length furthest = std::max(bottom, -top);
        const Length narrowed = std::max(Length(), furthest - side / 2);
        return tile - 2 * padding() - narrowed * (2 * std::numbers::sqrt3);
    }

    [[nodiscard]] Length width(const std::string& text, colour::Weight weight) const {
        return fonts.measure(text, {style.label.font.size, weight}).width;
    }

    /// Whether every line lies within the outline.
    [[nodiscard]] bool fits(const TileLabel& label) const {
        // Letters take less than their line: 0.92 em of 1.1, from the top of a capital to the foot
        // of a descender.
        const Length letters = style.label.font.size * 0.92;
        const std::size_t lines = label.name.size() + (label.value.empty() ? 0 : 1);
        Length middle = -line() * (static_cast<double>(lines) - 1) / 2;
        const auto has_room = [&](const std::string& text, colour::Weight weight) {
            const bool room_enough =
                width(text, weight) <= room(middle - letters / 2, middle + letters / 2);
            middle += line();
            return room_enough;
        };
        const bool name_fits = std::ranges::all_of(label.name, [&](const std::string& text) {
            return has_room(text, colour::Weight::regular);
        });
        return name_fits && (label.value.empty() || has_room(label.value, colour::Weight::bold));
    }
};

bool breaks_a_word(const std::vector<std::string>& lines, const std::string& text) {
    std::string joined;
    for (const std::string& one : lines) {
        joined += (joined.empty() ? "" : " ") + one;
    }
    return joined != text;
}

/// A name in lines, its value below it; nothing where the tile has no room.
std::optional<TileLabel> fitted(const std::string& name, const std::string& value,
                                const TileSetting& setting) {
    if (name.empty()) {
        return std::nullopt;
    }
    for (const double share : {1.0, 0.85, 0.7, 0.55}) {
        TileLabel label{.name = scene::wrap(setting.fonts, name, setting.style.label.font,
                                            setting.room(Length(), Length()) * share),
                        .value = value};
        if (label.name.size() <= most_lines && !breaks_a_word(label.name, name) &&
            setting.fits(label)) {
            return label;
        }
    }
    return std::nullopt;
}

const std::string& name_of(const facts::Fact& fact, TileNames names) {
    switch (names) {
    case TileNames::brief:
        return fact.short_label.empty() ? fact.label : fact.short_label;
    case TileNames::letters:
        return fact.letters;
    case TileNames::full:
    case TileNames::none:
        break;
    }
    return fact.label;
}

/// The label of every tile, where all have room.
std::optional<std::vector<TileLabel>> all_fitted(const facts::Facts& facts,
                                                 const words::Words& words, bool with_values,
                                                 const TileSetting& setting) {
    std::vector<TileLabel> labels;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        const facts::Fact& fact = facts.facts[i];
        const bool has_value = with_values && fact.value;
        auto label = fitted(name_of(fact, setting.names),
                            has_value ? words.marks[i].value : std::string(), setting);
        if (!label) {
            return std::nullopt;
        }
        labels.push_back(std::move(*label));
    }
    return labels;
}

} // namespace

TileLabels set_tile_labels(const facts::Facts& facts, const words::Words& words,
                           geo::TileShape shape, Length width, const input::Style& style,
                           const scene::Fonts& fonts) {
    struct Way {
        TileNames names;
        bool with_values;
    };
    constexpr std::array ways{Way{TileNames::full, true}, Way{TileNames::brief, true},
                              Way{TileNames::letters, true}, Way{TileNames::letters, false}};
    for (const auto& [names, with_values] : ways) {
        const TileSetting setting{shape, width, style, fonts, names};
        if (auto labels = all_fitted(facts, words, with_values, setting)) {
            return {names, with_values, std::move(*labels)};
        }
    }
    return {TileNames::none, false, std::vector<TileLabel>(facts.facts.size())};
}

std::vector<scene::Text> draw_tile_label(const TileLabel& label, const std::string& language,
                                         Position middle, const colour::Ink& ink,
                                         const input::Style& style, const scene::Fonts& fonts) {
    input::TextStyle set = style.label;
    set.ink = ink;
    set.line = style.label.font.size * 1.1;
    std::vector<std::string> lines = label.name;
    if (!label.value.empty()) {
        lines.push_back(label.value);
    }
    Length top = middle.y - set.line * (static_cast<double>(lines.size()) / 2);
    std::vector<scene::Text> texts;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool is_value = i == label.name.size();
        set.font.weight = is_value ? colour::Weight::bold : colour::Weight::regular;
        scene::Text text = page::set_line(fonts, lines[i], set, {middle.x, top});
        text.start.x = middle.x - text.width / 2;
        text.language = is_value ? std::string() : language;
        texts.push_back(std::move(text));
        top += set.line;
    }
    return texts;
}

namespace {

/// An entry of the key, before it has a place.
struct KeyEntry {
    const facts::Fact* fact;
    std::string value;
    std::vector<std::string> lines;
};

struct KeyColumns {
    std::size_t count = 1;
    Length pitch;   ///< from one column to the next
    Length letters; ///< from the letters to the name
    Length value;   ///< of the widest value with the space before it
};

KeyColumns key_columns(std::span<const KeyEntry> entries, const input::Style& style,
                       const scene::Fonts& fonts) {
    const Length em = style.label.font.size;
    const Length inner = style.width - 2 * style.margin;
    KeyColumns columns{.count =
                           std::max<std::size_t>(1, static_cast<std::size_t>(inner / (em * 11.5))),
                       .pitch = {},
                       .letters = {},
                       .value = {}};
    columns.pitch = inner / static_cast<double>(columns.count);
    for (const KeyEntry& entry : entries) {
        const colour::Font bold{em, colour::Weight::bold};
        columns.letters =
            std::max(columns.letters, fonts.measure(entry.fact->letters, bold).width + em / 2);
        if (!entry.value.empty()) {
            columns.value =
                std::max(columns.value, fonts.measure(entry.value, bold).width + em / 2);
        }
    }
    return columns;
}

/// One entry at `top_left`; gives its height.
Length add_entry(const KeyEntry& entry, const KeyColumns& columns, Position top_left,
                 const input::Style& style, const scene::Fonts& fonts,
                 std::vector<scene::Node>& nodes) {
    input::TextStyle bold = style.label;
    bold.font.weight = colour::Weight::bold;
    nodes.emplace_back(page::set_line(fonts, entry.fact->letters, bold, top_left));
    Position place{top_left.x + columns.letters, top_left.y};
    for (const std::string& line : entry.lines) {
        scene::Text text = page::set_line(fonts, line, style.label, place);
        text.language = entry.fact->language;
        if (&line == &entry.lines.back() && !entry.value.empty()) {
            nodes.emplace_back(
                page::set_line(fonts, entry.value, bold,
                               {place.x + text.width + style.label.font.size / 2, place.y}));
        }
        nodes.emplace_back(std::move(text));
        place.y += style.label.line;
    }
    return place.y - top_left.y;
}

} // namespace

page::Block set_tile_key(const facts::Facts& facts, const words::Words& words, bool with_values,
                         const input::Style& style, const scene::Fonts& fonts, Length top) {
    std::vector<KeyEntry> entries;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        entries.push_back(
            {&facts.facts[i], with_values ? words.marks[i].value : std::string(), {}});
    }
    std::ranges::sort(entries, {}, [](const KeyEntry& entry) { return entry.fact->letters; });
    const KeyColumns columns = key_columns(entries, style, fonts);
    const Length width =
        columns.pitch - columns.letters - columns.value - style.label.font.size / 2;
    Length height;
    for (KeyEntry& entry : entries) {
        entry.lines = scene::wrap(fonts, entry.fact->label, style.label.font, width);
        height += style.label.line * static_cast<double>(entry.lines.size());
    }
    // Down each column in turn, all about as long.
    const Length share = height / static_cast<double>(columns.count);
    scene::Group group{.role = scene::Role::decoration};
    page::Block block{.nodes = {}, .rect = {style.margin, top, style.width - style.margin, top}};
    Position place{style.margin, top};
    std::size_t column = 1;
    for (const KeyEntry& entry : entries) {
        if (place.y - top >= share && column < columns.count) {
            ++column;
            place = {place.x + columns.pitch, top};
        }
        place.y += add_entry(entry, columns, place, style, fonts, group.children);
        block.rect.bottom = std::max(block.rect.bottom, place.y);
    }
    block.nodes.emplace_back(std::move(group));
    return block;
}

} // namespace cairn::map
