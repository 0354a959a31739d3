#include "render/input/style/style_section.h"

#include "base/quote.h"
#include "base/read_number.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace cairn::input {

namespace {

using colour::Colour;

constexpr std::array text_keys{
    Key{"size", "12 px", true},
    Key{"weight", "regular", true},
    Key{"line", "16 px", true},
    Key{"colour", "\"#1a1a1a\"", true},
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

constexpr std::array weights{Choice<colour::Weight>{"regular", colour::Weight::regular},
                             Choice<colour::Weight>{"bold", colour::Weight::bold}};

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

} // namespace

StyleSection::StyleSection(const MapReader& reader, std::string path, YamlLog& log,
                           StylePlaces& places)
    : m_reader(reader), m_path(std::move(path)), m_log(&log), m_places(&places) {}

std::optional<StyleSection> StyleSection::section(std::string_view key, std::span<const Key> keys) {
    auto reader = m_reader.map(key, keys);
    return reader ? std::optional(StyleSection(*reader, path_of(key), *m_log, *m_places))
                  : std::nullopt;
}

void StyleSection::read(std::string_view key, std::string& text) {
    if (auto read = this->text(key)) {
        text = std::move(*read);
    }
}

void StyleSection::read(std::string_view key, Length& length) {
    const std::optional<std::string> text = this->text(key);
    if (!text) {
        return;
    }
    const std::optional<Length> parsed = parse_length(*text);
    if (!parsed) {
        m_reader.report(key,
                        fmt::format("{} is no length above 0 with its unit: {}",
                                    in_quotes(path_of(key)), in_quotes(*text)),
                        "write px, pt or mm behind the number, such as 20 px");
    }
    length = parsed.value_or(length);
}

void StyleSection::read(std::string_view key, Colour& colour) {
    if (const std::optional<std::string> text = this->text(key)) {
        colour = parse(key, *text, m_reader.find(key)).value_or(colour);
    }
}

void StyleSection::read(std::string_view key, std::vector<Colour>& colours, std::size_t least) {
    note(key);
    const std::vector<YamlValue>* items = m_reader.list(key);
    if (items == nullptr) {
        return;
    }
    colours.clear();
    for (const YamlValue& item : *items) {
        colours.push_back(
            parse(key, item.text.empty() ? "nothing" : item.text, &item).value_or(Colour()));
    }
    if (colours.size() < least) {
        m_reader.report(key,
                        fmt::format("{} has {} colour, and needs {} or more",
                                    in_quotes(path_of(key)), colours.size(), least),
                        "write them from few to many");
    }
}

void StyleSection::read(std::string_view key, double& number, double least, double most) {
    note(key);
    const std::optional<double> read = m_reader.number(key);
    if (read && (*read < least || *read > most)) {
        m_reader.report(
            key, fmt::format("{} cannot be {}", in_quotes(path_of(key)), m_reader.find(key)->text),
            fmt::format("write a number from {} to {}", least, most));
    }
    number = read.value_or(number);
}

void StyleSection::read(std::string_view key, int& number, int least, int most) {
    note(key);
    number = m_reader.whole(key, least, most).value_or(number);
}

void StyleSection::read(std::string_view key, colour::Weight& weight) {
    note(key);
    weight = m_reader.choice(key, weights).value_or(weight);
}

void StyleSection::read(std::string_view key, Colour& colour, Length& width) {
    if (auto one = section(key, stroke_keys)) {
        one->read("colour", colour);
        one->read("width", width);
    }
}

void StyleSection::read(std::string_view key, colour::Hatch& hatch, colour::Theme& theme) {
    if (auto one = section(key, hatch_keys)) {
        one->read("ground", theme[colour::Role::missing_ground]);
        one->read("line", theme[colour::Role::missing_line]);
        one->read("spacing", hatch.spacing);
        one->read("width", hatch.width);
    }
}

void StyleSection::read(std::string_view key, TextStyle& style, Colour& colour) {
    if (auto one = section(key, text_keys)) {
        one->read("size", style.font.size);
        one->read("weight", style.font.weight);
        one->read("line", style.line);
        one->read("colour", colour);
    }
}

void StyleSection::read(std::string_view key, bool& truth) {
    note(key);
    truth = m_reader.truth(key).value_or(truth);
}

void StyleSection::read(std::string_view key, std::vector<Wording>& wordings) {
    note(key);
    std::vector<Wording> read = read_wordings(m_reader, key, "en", *m_log);
    if (!read.empty()) {
        wordings = std::move(read);
    }
}

void StyleSection::report(std::string_view key, std::string what, std::string remedy) {
    m_reader.report(key, std::move(what), std::move(remedy));
}

std::string StyleSection::path_of(std::string_view key) const {
    return m_path.empty() ? std::string(key) : fmt::format("{}.{}", m_path, key);
}

void StyleSection::note(std::string_view key) {
    if (has(key)) {
        (*m_places)[path_of(key)] = m_reader.where(key);
    }
}

std::optional<std::string> StyleSection::text(std::string_view key) {
    note(key);
    return m_reader.text(key);
}

std::optional<Colour> StyleSection::parse(std::string_view key, std::string_view text,
                                          const YamlValue* place) {
    const std::optional<Colour> colour = colour::parse_colour(text);
    if (!colour) {
        m_log->report(*place,
                      fmt::format("{} is no colour: {}", in_quotes(path_of(key)), in_quotes(text)),
                      "write # and six hexadecimal digits in quotes, such as \"#1c5eba\"");
    }
    return colour;
}

} // namespace cairn::input
