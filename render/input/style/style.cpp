#include "render/input/style/style.h"

#include "base/quote.h"
#include "render/input/style/palette.h"
#include "render/input/style/style_rules.h"
#include "render/input/style/style_section.h"
#include "render/input/yaml/map_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace fs = std::filesystem;

namespace {

using colour::Role;
using colour::Theme;

constexpr std::string_view text_example =
    "{size: 12 px, weight: regular, line: 16 px, colour: \"#1a1a1a\"}";
constexpr std::string_view stroke_example = "{colour: \"#111111\", width: 0.5 px}";

constexpr std::array style_keys{
    Key{"based_on", "screen"},
    Key{"dark", "dark"},
    Key{"forced_colours", "follow"},
    Key{"font", "Atkinson Hyperlegible Next", true},
    Key{"page", "{width: 600 px, margin: 20 px, gap: 16 px, background: \"#ffffff\"}", true},
    Key{"png_dpi", "192", true},
    Key{"text", "{title: …, subtitle: …, label: …, legend: …, note: …}", true},
    Key{"bar", "{fill: \"#1c5eba\", baseline: …, pitch: 28 px, thickness: 0.65}", true},
    Key{"map", "{zero: \"#f7f7f4\", ramp: …, …}", true},
};

constexpr std::array page_keys{
    Key{"width", "600 px", true},
    Key{"margin", "20 px", true},
    Key{"gap", "16 px", true},
    Key{"background", "\"#ffffff\"", true},
};

constexpr std::array<std::string_view, 4> keys_of_page{"width", "margin", "gap", "background"};
constexpr std::array<std::string_view, 7> keys_of_figure_files{"figures", "title",   "kind", "data",
                                                               "source",  "project", "style"};

constexpr std::array elsewhere{
    Elsewhere{keys_of_page, "write it in the page: page: {width: 600 px}"},
    Elsewhere{keys_of_figure_files, "this is a style: write it in the figure file, which names it"},
};

constexpr std::array texts_keys{
    Key{"title", text_example, true}, Key{"subtitle", text_example, true},
    Key{"label", text_example, true}, Key{"legend", text_example, true},
    Key{"note", text_example, true},
};

constexpr std::array bar_keys{
    Key{"fill", "\"#1c5eba\"", true},
    Key{"baseline", stroke_example, true},
    Key{"pitch", "28 px", true},
    Key{"thickness", "0.65", true},
};

constexpr std::array map_keys{
    Key{"zero", "\"#f7f7f4\"", true},
    Key{"ramp", "[\"#ffffff\", \"#1c5eba\"]", true},
    Key{"most_classes", "5", true},
    Key{"missing", "{ground: \"#ffffff\", line: \"#6b6b6b\", spacing: 5 px, width: 1 px}", true},
    Key{"outline", stroke_example, true},
    Key{"coast", stroke_example, true},
    Key{"label_dark", "\"#000000\"", true},
    Key{"label_light", "\"#ffffff\"", true},
    Key{"leader", stroke_example, true},
    Key{"swatch", "14 px", true},
    // Palettes.
    Key{"palette", "cairn-blue"},
    Key{"diverging", "cairn-diverging"},
    Key{"categories", "cairn-categories"},
    Key{"patterns", "true"},
    Key{"greys", "true"},
    // Of maps that draw marks on the land; of Shetland in a frame.
    Key{"symbol", "{land: \"#f0f0ea\", border: …, fill: \"#1c5eba\", edge: …}", true},
    Key{"shetland", "{frame: true, reason: \"…\"}"},
};

constexpr std::array symbol_keys{
    Key{"land", "\"#f0f0ea\"", true},
    Key{"border", stroke_example, true},
    Key{"fill", "\"#1c5eba\"", true},
    Key{"edge", stroke_example, true},
};

constexpr std::array shetland_keys{
    Key{"frame", "true", true},
    Key{"reason", "\"The map is printed at a size at which …\""},
};

constexpr std::array forced_choices{Choice<bool>{"follow", true}, Choice<bool>{"ignore", false}};

constexpr int most_classes = 7;
constexpr double least_dpi = 72;
constexpr double most_dpi = 1200;

void read_page(StyleSection& top, Style& style) {
    auto page = top.section("page", page_keys);
    if (!page) {
        return;
    }
    page->read("width", style.width);
    page->read("margin", style.margin);
    page->read("gap", style.gap);
    page->read("background", style.theme[Role::page]);
    // Half a page is the least that a legend beside a map can do with.
    if (style.width > Length() && 4 * style.margin > style.width) {
        page->report("margin", "\"page.margin\" on both sides leaves less than half the page",
                     "make the margin smaller, or the page wider");
    }
}

void read_texts(StyleSection& top, Style& style) {
    if (auto texts = top.section("text", texts_keys)) {
        texts->read("title", style.title, style.theme[Role::title]);
        texts->read("subtitle", style.subtitle, style.theme[Role::subtitle]);
        texts->read("label", style.label, style.theme[Role::label]);
        texts->read("legend", style.legend, style.theme[Role::legend]);
        texts->read("note", style.note, style.theme[Role::quiet]);
    }
}

void read_bar(StyleSection& top, Style::Bar& bar, Theme& theme) {
    if (auto section = top.section("bar", bar_keys)) {
        section->read("fill", theme[Role::bar]);
        section->read("baseline", theme[Role::baseline], bar.baseline_width);
        section->read("pitch", bar.pitch);
        section->read("thickness", bar.thickness, 0.1, 1);
    }
}

void read_symbol(StyleSection& map, Style::Map::Symbol& symbol, Theme& theme) {
    if (auto section = map.section("symbol", symbol_keys)) {
        section->read("land", theme[Role::land]);
        section->read("border", theme[Role::land_border], symbol.border.width);
        section->read("fill", theme[Role::symbol]);
        section->read("edge", theme[Role::symbol_edge], symbol.edge.width);
    }
}

/// Public bodies publish why Shetland is not in its place (Islands (Scotland) Act 2018, section
/// 17).
void read_shetland(StyleSection& map, Style::Map::Shetland& shetland) {
    if (auto section = map.section("shetland", shetland_keys)) {
        section->read("frame", shetland.frame);
        section->read("reason", shetland.reason);
        if (shetland.frame && shetland.reason.empty()) {
            section->report("frame",
                            "\"map.shetland\" moves Shetland into a frame without a reason",
                            "write the reason that you publish, as section 17 of the Islands "
                            "(Scotland) Act 2018 asks of public bodies: reason: \"…\"");
        }
    }
}

void read_map(StyleSection& top, Style::Map& map, Theme& theme) {
    if (auto section = top.section("map", map_keys)) {
        section->read("zero", theme[Role::zero]);
        section->read("ramp", theme.ramp, 2);
        section->read("most_classes", map.most_classes, 1, most_classes);
        section->read("missing", map.missing, theme);
        section->read("outline", theme[Role::border], map.outline.width);
        section->read("coast", theme[Role::coast], map.coast.width);
        section->read("label_dark", theme.dark_label);
        section->read("label_light", theme.light_label);
        section->read("leader", theme[Role::leader], map.leader.width);
        theme[Role::guide] = theme[Role::leader];
        section->read("swatch", map.swatch);
        if (section->has("ramp")) {
            map.palette.clear();
        }
        section->read("palette", map.palette);
        section->read("diverging", map.diverging_palette);
        section->read("categories", map.category_palette);
        section->read("patterns", map.patterns);
        section->read("greys", map.greys);
        read_symbol(*section, map.symbol, theme);
        read_shetland(*section, map.shetland);
    }
}

/// Loads the palette of the ramp, its own or inherited: a page of another shade has other colours
/// of it. Palettes that few figures need are loaded where one does.
void lay_on_palettes(Style& style, const StylePlaces& places, const fs::path& built_in) {
    const auto folder = [&](const char* key) {
        return fs::path(places.at(key).file).parent_path();
    };
    for (const auto& [key, name] : {std::pair{"map.diverging", &style.map.diverging_palette},
                                    std::pair{"map.categories", &style.map.category_palette}}) {
        if (fs::path(*name).extension() == ".yaml") {
            *name = (folder(key) / fs::path(*name).filename()).string();
        }
    }
    if (style.map.palette.empty()) {
        return;
    }
    const std::string name = style.map.palette;
    const Location& where = places.at("map.palette");
    const Palette palette =
        read_palette(palette_path(name, folder("map.palette"), built_in, where));
    require_kind(palette, Scheme::sequential, where);
    lay_on(style, palette);
    style.map.palette = name; // a file keeps its path, for styles that are based on this one
}

/// A style with the places of its values, some of which may stand in the style it is based on.
struct Loaded {
    Style style;
    StylePlaces places;
};

/// The styles that are being read, each because of the one before.
using Chain = std::vector<fs::path>;

Loaded load(const fs::path& path, const fs::path& built_in, Chain chain);

/// The file of another style that a key names. Throws Error for a name that there is not, and where
/// the files lead back to one of the chain.
fs::path other_style(const std::string& name, const Location& where, std::string_view key,
                     const fs::path& from, const fs::path& built_in, const Chain& chain) {
    const bool is_file = fs::path(name).extension() == ".yaml";
    fs::path path = is_file ? from.parent_path() / name : built_in / (name + ".yaml");
    if (is_file && !fs::exists(path)) {
        throw Error(Problem{.where = where,
                            .what = fmt::format("there is no file {}", in_quotes(name)),
                            .remedy = "a relative path begins at the folder of this style"});
    }
    if (!fs::exists(path)) {
        std::vector<std::string> known;
        for (const auto& entry : fs::directory_iterator(built_in.empty() ? "." : built_in)) {
            if (entry.path().extension() == ".yaml") {
                known.push_back(entry.path().stem().string());
            }
        }
        std::ranges::sort(known);
        throw Error(Problem{.where = where,
                            .what = fmt::format("unknown style {}", in_quotes(name)),
                            .remedy = did_you_mean(name, known,
                                                   "known: " + quoted_list(known, "and") +
                                                       "; or name a file that ends in .yaml")});
    }
    const bool again = std::ranges::any_of(chain, [&](const fs::path& one) {
        return fs::weakly_canonical(one) == fs::weakly_canonical(path);
    });
    if (again) {
        throw Error(Problem{.where = where,
                            .what = fmt::format("{} leads back to {}", in_quotes(key),
                                                in_quotes(path.filename().string())),
                            .remedy = "name a style that does not need this one"});
    }
    return path;
}

/// What must be equal in a style and its dark one: everything but colours.
std::vector<std::pair<std::string, double>> measures_of(const Style& style) {
    std::vector<std::pair<std::string, double>> all{
        {"page.width", style.width.to_px()},
        {"page.margin", style.margin.to_px()},
        {"page.gap", style.gap.to_px()},
        {"png_dpi", style.png_dpi},
        {"bar.baseline.width", style.bar.baseline_width.to_px()},
        {"bar.pitch", style.bar.pitch.to_px()},
        {"bar.thickness", style.bar.thickness},
        {"map.most_classes", style.map.most_classes},
        {"map.missing.spacing", style.map.missing.spacing.to_px()},
        {"map.missing.width", style.map.missing.width.to_px()},
        {"map.outline.width", style.map.outline.width.to_px()},
        {"map.coast.width", style.map.coast.width.to_px()},
        {"map.leader.width", style.map.leader.width.to_px()},
        {"map.swatch", style.map.swatch.to_px()},
        {"map.symbol.border.width", style.map.symbol.border.width.to_px()},
        {"map.symbol.edge.width", style.map.symbol.edge.width.to_px()}};
    const std::array<std::pair<const char*, const TextStyle*>, 5> texts{
        {{"title", &style.title},
         {"subtitle", &style.subtitle},
         {"label", &style.label},
         {"legend", &style.legend},
         {"note", &style.note}}};
    for (const auto& [name, text] : texts) {
        const std::string key = fmt::format("text.{}", name);
        all.emplace_back(key + ".size", text->font.size.to_px());
        all.emplace_back(key + ".weight", text->font.weight == colour::Weight::bold ? 1 : 0);
        all.emplace_back(key + ".line", text->line.to_px());
    }
    return all;
}

/// What a dark style changes though it must not, by key.
std::vector<std::string> changed_measures(const Style& style, const Style& dark) {
    std::vector<std::string> changed;
    if (style.font_family != dark.font_family) {
        changed.emplace_back("font");
    }
    const auto own = measures_of(style);
    const auto others = measures_of(dark);
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own[i].second != others[i].second) {
            changed.push_back(own[i].first);
        }
    }
    return changed;
}

/// The dark style, where it differs in colours alone; every other difference is reported.
Style read_dark(const std::string& name, const Location& where, const Style& style,
                const fs::path& from, const fs::path& built_in, const Chain& chain, YamlLog& log) {
    Loaded dark = load(other_style(name, where, "dark", from, built_in, chain), built_in, chain);
    for (const std::string& key : changed_measures(style, dark.style)) {
        const Location& place = dark.places.at(key);
        log.problems.push_back(
            {.where = where,
             .what = fmt::format("the style {} has another {} than this one", in_quotes(name),
                                 in_quotes(key)),
             .remedy = fmt::format("a dark style changes colours alone: mend line {} of {}",
                                   place.line, fs::path(place.file).filename().string())});
    }
    dark.style.dark.clear();
    return std::move(dark.style);
}

/// Reports what an inherited dark style does not follow.
void check_inherited_dark(const Style& style, const StylePlaces& places, YamlLog& log) {
    if (style.dark.empty()) {
        return;
    }
    for (const std::string& key : changed_measures(style, style.dark.front())) {
        log.problems.push_back(
            {.where = places.at(key),
             .what = fmt::format("the dark style that is inherited, {}, has another {}",
                                 in_quotes(style.dark.front().name), in_quotes(key)),
             .remedy = "a dark style changes colours alone: write one for this style, and name it "
                       "under `dark:`"});
    }
}

Loaded load(const fs::path& path, const fs::path& built_in, Chain chain) {
    YamlLog log{.file = path.string()};
    const YamlValue root = read_yaml(path, log.file);
    if (root.type != YamlValue::Type::map) {
        log.report(root, "a style is a map of keys, and this is not one",
                   "copy styles/screen.yaml, and change its values");
        throw Error(std::move(log.problems));
    }
    chain.push_back(path);
    const bool is_based = std::ranges::any_of(
        root.entries, [](const YamlEntry& entry) { return entry.key.text == "based_on"; });
    MapReader reader(root, style_keys, log, is_based ? Completeness::partial : Completeness::whole,
                     elsewhere);
    Loaded result;
    if (const auto base = reader.text("based_on")) {
        result =
            load(other_style(*base, reader.where("based_on"), "based_on", path, built_in, chain),
                 built_in, chain);
    }
    Style& style = result.style;
    StyleSection top(reader, "", log, result.places);
    style.name = path.stem().string();
    top.read("font", style.font_family);
    read_page(top, style);
    top.read("png_dpi", style.png_dpi, least_dpi, most_dpi);
    read_texts(top, style);
    read_bar(top, style.bar, style.theme);
    read_map(top, style.map, style.theme);
    style.follows_forced_colours =
        reader.choice("forced_colours", forced_choices).value_or(style.follows_forced_colours);
    if (log.problems.empty()) {
        lay_on_palettes(style, result.places, built_in);
        log.problems = broken_rules(style, result.places);
    }
    const auto dark = reader.text("dark");
    if (dark && log.problems.empty()) {
        style.dark = {read_dark(*dark, reader.where("dark"), style, path, built_in, chain, log)};
    } else if (log.problems.empty()) {
        check_inherited_dark(style, result.places, log);
    }
    for (Style& one : style.dark) {
        // Both looks are of one shape; palettes are laid on each.
        one.map.greys = style.map.greys;
    }
    if (!log.problems.empty()) {
        throw Error(std::move(log.problems));
    }
    return result;
}

} // namespace

Style read_style(const fs::path& path, const fs::path& built_in) {
    return load(path, built_in.empty() ? path.parent_path() : built_in, {}).style;
}

} // namespace cairn::input
