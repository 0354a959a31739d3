#include "render/input/style/palette.h"

#include "base/quote.h"
#include "render/colour/lab.h"
#include "render/input/yaml/map_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace cairn::input {

namespace fs = std::filesystem;

namespace {

using colour::Colour;

constexpr std::array palette_keys{
    Key{"kind", "sequential", true},           Key{"source", "Cairn", true},
    Key{"licence", "Apache-2.0", true},        Key{"colours", "[\"#ffffff\", \"#1c5eba\"]", true},
    Key{"dark", "[\"#0d0d12\", \"#009cde\"]"},
};

constexpr std::array kinds{Choice<Scheme>{"sequential", Scheme::sequential},
                           Choice<Scheme>{"diverging", Scheme::diverging},
                           Choice<Scheme>{"qualitative", Scheme::qualitative}};

std::vector<Colour> read_colours(MapReader& reader, std::string_view key, YamlLog& log) {
    std::vector<Colour> colours;
    const std::vector<YamlValue>* items = reader.list(key);
    if (items == nullptr) {
        return colours;
    }
    for (const YamlValue& item : *items) {
        const std::optional<Colour> colour = colour::parse_colour(item.text);
        if (!colour) {
            log.report(item,
                       fmt::format("{} has a colour that is none: {}", in_quotes(key),
                                   in_quotes(item.text)),
                       "write # and six hexadecimal digits in quotes, such as \"#1c5eba\"");
        }
        colours.push_back(colour.value_or(Colour()));
    }
    return colours;
}

/// Reports each stop of `stops` that does not stand out more from the page than the one before.
void check_steps(const std::vector<Colour>& stops, bool darkens, std::string_view key,
                 MapReader& reader) {
    for (std::size_t i = 1; i < stops.size(); ++i) {
        const double before = luminance(stops[i - 1]);
        const double after = luminance(stops[i]);
        if (darkens ? after >= before : after <= before) {
            reader.report(
                key,
                fmt::format("{}: {} with a luminance of {:.2f} does not {} to {} with {:.2f}",
                            in_quotes(key), to_hex(stops[i - 1]), before,
                            darkens ? "darken" : "lighten", to_hex(stops[i]), after),
                "order cannot be read off colours that do not go one way for those who see no "
                "hue: mend the colours, or write kind: qualitative");
        }
    }
}

void check_arms(const std::vector<Colour>& stops, bool darkens, std::string_view key,
                MapReader& reader) {
    if (stops.size() < 3 || stops.size() % 2 == 0) {
        reader.report(key,
                      fmt::format("{} of a diverging palette has {} colours, and needs an odd "
                                  "number from 3",
                                  in_quotes(key), stops.size()),
                      "write those below the midpoint, the one at it, and as many above");
        return;
    }
    const auto middle = static_cast<std::ptrdiff_t>(stops.size() / 2);
    check_steps({stops.rbegin() + middle, stops.rend()}, darkens, key, reader);
    check_steps({stops.begin() + middle, stops.end()}, darkens, key, reader);
}

void check_twice(const std::vector<Colour>& colours, std::string_view key, MapReader& reader) {
    for (std::size_t i = 1; i < colours.size(); ++i) {
        const auto end = colours.begin() + static_cast<std::ptrdiff_t>(i);
        if (std::find(colours.begin(), end, colours[i]) != end) {
            reader.report(key, fmt::format("{} has {} twice", in_quotes(key), to_hex(colours[i])),
                          "give each group a colour of its own");
        }
    }
}

void check(const Palette& palette, const std::vector<Colour>& colours, bool darkens,
           std::string_view key, MapReader& reader) {
    if (colours.size() < 2) {
        reader.report(
            key,
            fmt::format("{} has {} colour, and needs 2 or more", in_quotes(key), colours.size()),
            "write at least two colours");
        return;
    }
    switch (palette.kind) {
    case Scheme::sequential:
        check_steps(colours, darkens, key, reader);
        break;
    case Scheme::diverging:
        check_arms(colours, darkens, key, reader);
        break;
    case Scheme::qualitative:
        check_twice(colours, key, reader);
        break;
    }
}

} // namespace

Palette read_palette(const fs::path& path) {
    YamlLog log{.file = path.string()};
    const YamlValue root = read_yaml(path, log.file);
    if (root.type != YamlValue::Type::map) {
        log.report(root, "a palette is a map of keys, and this is not one",
                   "copy styles/palettes/cairn-blue.yaml, and change its colours");
        throw Error(std::move(log.problems));
    }
    MapReader reader(root, palette_keys, log);
    Palette palette;
    palette.name = path.stem().string();
    palette.kind = reader.choice("kind", kinds).value_or(palette.kind);
    palette.source = reader.text("source").value_or("");
    palette.licence = reader.text("licence").value_or("");
    palette.colours = read_colours(reader, "colours", log);
    palette.dark = read_colours(reader, "dark", log);
    if (log.problems.empty()) {
        check(palette, palette.colours, true, "colours", reader);
        if (reader.find("dark") != nullptr) {
            check(palette, palette.dark, false, "dark", reader);
        }
    }
    if (!log.problems.empty()) {
        throw Error(std::move(log.problems));
    }
    return palette;
}

fs::path palette_path(const std::string& name, const fs::path& base, const fs::path& styles,
                      const Location& where) {
    if (fs::path(name).extension() == ".yaml") {
        if (!fs::exists(base / name)) {
            throw Error(Problem{.where = where,
                                .what = fmt::format("there is no file {}", in_quotes(name)),
                                .remedy = "a relative path begins at the folder of this file"});
        }
        return base / name;
    }
    std::vector<std::string> known;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(styles / "palettes", absent)) {
        known.push_back(entry.path().stem().string());
    }
    std::ranges::sort(known);
    if (std::ranges::find(known, name) == known.end()) {
        throw Error(Problem{.where = where,
                            .what = fmt::format("unknown palette {}", in_quotes(name)),
                            .remedy = did_you_mean(name, known,
                                                   "known: " + quoted_list(known, "and") +
                                                       "; or name a file that ends in .yaml")});
    }
    return styles / "palettes" / (name + ".yaml");
}

void require_kind(const Palette& palette, Scheme kind, const Location& where) {
    const auto word = [](Scheme wanted) {
        return std::ranges::find(kinds, wanted, &Choice<Scheme>::value)->word;
    };
    if (palette.kind != kind) {
        throw Error(
            Problem{.where = where,
                    .what = fmt::format("the palette {} is {}, and this map needs one "
                                        "that is {}",
                                        in_quotes(palette.name), word(palette.kind), word(kind)),
                    .remedy = "docs/colours.md lists the palettes of each kind"});
    }
}

bool is_dark(Colour page) {
    // Where white and black stand out equally.
    constexpr double middle = 0.179;
    return luminance(page) <= middle;
}

std::vector<Colour> colours_on(const Palette& palette, Colour page) {
    if (!is_dark(page)) {
        return palette.colours;
    }
    if (palette.dark.empty() && palette.kind == Scheme::sequential) {
        return {palette.colours.rbegin(), palette.colours.rend()};
    }
    return palette.dark.empty() ? palette.colours : palette.dark;
}

bool has_hues(const Palette& palette) {
    return std::ranges::any_of(palette.colours, [](Colour colour) {
        return colour.red != colour.green || colour.green != colour.blue;
    });
}

void lay_on(Style& style, const Palette& palette) {
    std::vector<Colour> colours = colours_on(palette, style.theme[colour::Role::page]);
    if (style.map.greys) {
        std::ranges::transform(colours, colours.begin(), [](Colour colour) {
            return colour::from_lab({colour::to_lab(colour).lightness, 0, 0}); // as light
        });
    }
    switch (palette.kind) {
    case Scheme::sequential:
        style.map.palette = palette.name;
        style.theme.ramp = colours;
        break;
    case Scheme::diverging:
        style.map.diverging_palette = palette.name;
        style.theme.diverging = colours;
        break;
    case Scheme::qualitative:
        style.map.category_palette = palette.name;
        style.theme.categories = colours;
        break;
    }
    for (Style& dark : style.dark) {
        lay_on(dark, palette);
    }
}

void require_diverging(const Style& style, const Location& where) {
    if (style.theme.diverging.empty()) {
        throw Error(
            Problem{.where = where,
                    .what = fmt::format("the style {} has no diverging palette", style.name),
                    .remedy = "write one in the figure file, such as palette: cairn-diverging"});
    }
}

void require_categories(const Style& style, std::size_t count, const Location& where) {
    const std::size_t has = style.theme.categories.size();
    if (count > has) {
        throw Error(Problem{
            .where = where,
            .what = has == 0 ? fmt::format("the style {} has no palette for categories", style.name)
                             : fmt::format("{} categories, but the palette {} has {} colours",
                                           count, in_quotes(style.map.category_palette), has),
            .remedy = has == 0 ? "write one in the figure file, such as palette: cairn-categories"
                               : "put small categories together, or take another palette"});
    }
    for (const Style& dark : style.dark) {
        require_categories(dark, count, where);
    }
}

} // namespace cairn::input
