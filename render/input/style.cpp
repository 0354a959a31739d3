#include "render/input/style.h"

#include "render/input/map_reader.h"
#include "render/input/number.h"
#include "render/input/quote.h"
#include "render/input/style_rules.h"
#include "render/input/white_space.h"

#include <fmt/format.h>

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

using scene::Colour;
using scene::Length;

constexpr std::string_view text_example =
    "{size: 12 px, weight: regular, line: 16 px, colour: \"#1a1a1a\"}";
constexpr std::string_view stroke_example = "{colour: \"#111111\", width: 0.5 px}";

constexpr std::array style_keys{
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

constexpr std::array texts_keys{
    Key{"title", text_example, true}, Key{"subtitle", text_example, true},
    Key{"label", text_example, true}, Key{"legend", text_example, true},
    Key{"note", text_example, true},
};

constexpr std::array text_keys{
    Key{"size", "12 px", true},
    Key{"weight", "regular", true},
    Key{"line", "16 px", true},
    Key{"colour", "\"#1a1a1a\"", true},
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
};

constexpr std::array hatch_keys{
    Key{"ground", "\"#ffffff\"", true},
    Key{"line", "\"#6b6b6b\"", true},
    Key{"spacing", "5 px", true},
    Key{"width", "1 px", true},
};

constexpr std::array stroke_keys{
    Key{"colour", "\"#111111\"", true},
    Key{"width", "0.5 px", true},
};

constexpr std::array weights{Choice<scene::Weight>{"regular", scene::Weight::regular},
                             Choice<scene::Weight>{"bold", scene::Weight::bold}};

constexpr int most_classes = 7;
constexpr double least_dpi = 72;
constexpr double most_dpi = 1200;

/// A positive length with its unit; nothing for any other text.
std::optional<Length> parse_length(std::string_view text) {
    if (text.size() < 3) {
        return std::nullopt;
    }
    const std::string_view unit = text.substr(text.size() - 2);
    const auto read = parse_number(trimmed(text.substr(0, text.size() - 2)));
    const auto* number = std::get_if<Number>(&read);
    if (number == nullptr || number->value <= 0) {
        return std::nullopt;
    }
    if (unit == "px") {
        return Length::px(number->value);
    }
    if (unit == "pt") {
        return Length::pt(number->value);
    }
    if (unit == "mm") {
        return Length::mm(number->value);
    }
    return std::nullopt;
}

/// Reads one map of a style, and notes where its values stand. What is wrong reads as a value that
/// nobody sees, for then the style does not load.
class Section {
  public:
    Section(const MapReader& reader, std::string path, YamlLog& log, StylePlaces& places)
        : m_reader(reader), m_path(std::move(path)), m_log(&log), m_places(&places) {}

    std::optional<Section> section(std::string_view key, std::span<const Key> keys) {
        auto reader = m_reader.map(key, keys);
        return reader ? std::optional(Section(*reader, path_of(key), *m_log, *m_places))
                      : std::nullopt;
    }

    Length length(std::string_view key) {
        const std::string text = read(key);
        const std::optional<Length> length = parse_length(text);
        if (!length && !text.empty()) {
            m_reader.report(key,
                            fmt::format("{} is no length above 0 with its unit: {}",
                                        in_quotes(path_of(key)), in_quotes(text)),
                            "write px, pt or mm behind the number, such as 20 px");
        }
        return length.value_or(Length());
    }

    Colour colour(std::string_view key) {
        const std::string text = read(key);
        return parse(key, text, m_reader.find(key)).value_or(Colour());
    }

    std::vector<Colour> colours(std::string_view key, std::size_t least) {
        note(key);
        std::vector<Colour> result;
        const std::vector<YamlValue>* items = m_reader.list(key);
        if (items == nullptr) {
            return result;
        }
        for (const YamlValue& item : *items) {
            result.push_back(
                parse(key, item.text.empty() ? "nothing" : item.text, &item).value_or(Colour()));
        }
        if (result.size() < least) {
            m_reader.report(key,
                            fmt::format("{} has {} colour, and needs {} or more",
                                        in_quotes(path_of(key)), result.size(), least),
                            "write them from the lightest to the darkest");
        }
        return result;
    }

    double number(std::string_view key, double least, double most) {
        note(key);
        const std::optional<double> number = m_reader.number(key);
        if (number && (*number < least || *number > most)) {
            m_reader.report(
                key,
                fmt::format("{} cannot be {}", in_quotes(path_of(key)), m_reader.find(key)->text),
                fmt::format("write a number from {} to {}", least, most));
        }
        return number.value_or(0);
    }

    int whole(std::string_view key, int least, int most) {
        note(key);
        return m_reader.whole(key, least, most).value_or(least);
    }

    scene::Weight weight(std::string_view key) {
        return m_reader.choice(key, weights).value_or(scene::Weight::regular);
    }

    std::string text(std::string_view key) { return read(key); }

    scene::Stroke stroke(std::string_view key) {
        auto one = section(key, stroke_keys);
        return one ? scene::Stroke{.colour = one->colour("colour"), .width = one->length("width")}
                   : scene::Stroke();
    }

    scene::Hatch hatch(std::string_view key) {
        auto one = section(key, hatch_keys);
        return one ? scene::Hatch{.ground = one->colour("ground"),
                                  .line = one->colour("line"),
                                  .spacing = one->length("spacing"),
                                  .width = one->length("width")}
                   : scene::Hatch();
    }

    TextStyle text_style(std::string_view key) {
        auto one = section(key, text_keys);
        return one ? TextStyle{.font = {one->length("size"), one->weight("weight")},
                               .colour = one->colour("colour"),
                               .line = one->length("line")}
                   : TextStyle();
    }

    void report(std::string_view key, std::string what, std::string remedy) {
        m_reader.report(key, std::move(what), std::move(remedy));
    }

  private:
    [[nodiscard]] std::string path_of(std::string_view key) const {
        return m_path.empty() ? std::string(key) : fmt::format("{}.{}", m_path, key);
    }

    void note(std::string_view key) { (*m_places)[path_of(key)] = m_reader.where(key); }

    std::string read(std::string_view key) {
        note(key);
        return m_reader.text(key).value_or("");
    }

    std::optional<Colour> parse(std::string_view key, std::string_view text,
                                const YamlValue* place) {
        const std::optional<Colour> colour = scene::parse_colour(text);
        if (!colour && !text.empty()) {
            m_log->report(
                *place,
                fmt::format("{} is no colour: {}", in_quotes(path_of(key)), in_quotes(text)),
                "write # and six hexadecimal digits in quotes, such as \"#1c5eba\"");
        }
        return colour;
    }

    MapReader m_reader;
    std::string m_path;
    YamlLog* m_log;
    StylePlaces* m_places;
};

void read_page(Section& top, Style& style) {
    auto page = top.section("page", page_keys);
    if (!page) {
        return;
    }
    style.width = page->length("width");
    style.margin = page->length("margin");
    style.gap = page->length("gap");
    style.background = page->colour("background");
    // Half a page is the least that a legend beside a map can do with.
    if (style.width > Length() && 4 * style.margin > style.width) {
        page->report("margin", "\"page.margin\" on both sides leaves less than half the page",
                     "make the margin smaller, or the page wider");
    }
}

void read_texts(Section& top, Style& style) {
    if (auto texts = top.section("text", texts_keys)) {
        style.title = texts->text_style("title");
        style.subtitle = texts->text_style("subtitle");
        style.label = texts->text_style("label");
        style.legend = texts->text_style("legend");
        style.note = texts->text_style("note");
    }
}

Style::Bar read_bar(Section& top) {
    Style::Bar bar;
    if (auto section = top.section("bar", bar_keys)) {
        bar.fill = section->colour("fill");
        const scene::Stroke baseline = section->stroke("baseline");
        bar.baseline = baseline.colour;
        bar.baseline_width = baseline.width;
        bar.pitch = section->length("pitch");
        bar.thickness = section->number("thickness", 0.1, 1);
    }
    return bar;
}

Style::Map read_map(Section& top) {
    Style::Map map;
    if (auto section = top.section("map", map_keys)) {
        map.zero = section->colour("zero");
        map.ramp = section->colours("ramp", 2);
        map.most_classes = section->whole("most_classes", 1, most_classes);
        map.missing = section->hatch("missing");
        map.outline = section->stroke("outline");
        map.coast = section->stroke("coast");
        map.label_dark = section->colour("label_dark");
        map.label_light = section->colour("label_light");
        map.leader = section->stroke("leader");
        map.swatch = section->length("swatch");
    }
    return map;
}

} // namespace

Style read_style(const std::filesystem::path& path) {
    YamlLog log{.file = path.string()};
    const YamlValue root = read_yaml(path, log.file);
    if (root.kind != YamlValue::Kind::map) {
        log.report(root, "a style is a map of keys, and this is not one",
                   "copy styles/screen.yaml, and change its values");
        throw Error(std::move(log.problems));
    }
    StylePlaces places;
    Section top(MapReader(root, style_keys, log), "", log, places);
    Style style;
    style.name = path.stem().string();
    style.font_family = top.text("font");
    read_page(top, style);
    style.png_dpi = top.number("png_dpi", least_dpi, most_dpi);
    read_texts(top, style);
    style.bar = read_bar(top);
    style.map = read_map(top);
    if (log.problems.empty()) {
        log.problems = broken_rules(style, places);
    }
    if (!log.problems.empty()) {
        throw Error(std::move(log.problems));
    }
    return style;
}

} // namespace cairn::input
