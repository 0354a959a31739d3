#include "render/input/figure/read_labels.h"

#include "base/quote.h"
#include "base/read_number.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cairn::input {

namespace {

constexpr std::array label_keys{
    Key{"show", "named"},
    Key{"regions", "{Fife: none, Highland: beside}"},
};

constexpr std::array label_rules{
    Choice<LabelRule>{"all", LabelRule::all}, Choice<LabelRule>{"values", LabelRule::values},
    Choice<LabelRule>{"named", LabelRule::named}, Choice<LabelRule>{"top 5", LabelRule::top},
    Choice<LabelRule>{"none", LabelRule::none}};

constexpr std::array shows{
    Choice<LabelShow>{"none", LabelShow::none}, Choice<LabelShow>{"value", LabelShow::value},
    Choice<LabelShow>{"name", LabelShow::name}, Choice<LabelShow>{"both", LabelShow::both},
    Choice<LabelShow>{"beside", LabelShow::beside}};

template<typename T, std::size_t size>
std::vector<std::string> words_of(const std::array<Choice<T>, size>& choices) {
    std::vector<std::string> words;
    words.reserve(size);
    for (const Choice<T>& choice : choices) {
        words.emplace_back(choice.word);
    }
    return words;
}

/// The number of `top 5`.
void read_top(std::string_view number, const YamlValue& value, YamlLog& log, LabelSpec& spec) {
    const auto read = parse_number(trimmed(number));
    const auto* count = std::get_if<Number>(&read);
    constexpr double most = 1000;
    if (count == nullptr || count->value != std::floor(count->value) || count->value < 1 ||
        count->value > most) {
        log.report(value, fmt::format("\"labels\" cannot be {}", in_quotes(value.text)),
                   "write how many of the highest areas have labels, such as top 5");
        return;
    }
    spec.rule = LabelRule::top;
    spec.top = static_cast<int>(count->value);
}

void read_rule(const YamlValue& value, YamlLog& log, LabelSpec& spec) {
    constexpr std::string_view top = "top ";
    const std::string_view text = trimmed(value.text);
    if (value.type == YamlValue::Type::text && text.starts_with(top)) {
        read_top(text.substr(top.size()), value, log, spec);
    } else if (const auto index = read_word(value, "labels", words_of(label_rules), log)) {
        spec.rule = label_rules.at(*index).value;
    }
}

void read_exceptions(const YamlValue& regions, YamlLog& log, LabelSpec& spec) {
    if (regions.type != YamlValue::Type::map || regions.entries.empty()) {
        log.report(regions, "\"regions\" is not a map of areas",
                   "write it like this: regions: {Fife: none, Highland: beside}");
        return;
    }
    for (const YamlEntry& entry : regions.entries) {
        if (entry.key.type != YamlValue::Type::text) {
            log.report(entry.key, "an area is not text", "write its name or its code");
        } else if (const auto index =
                       read_word(entry.value, entry.key.text, words_of(shows), log)) {
            spec.exceptions.push_back(
                {one_line(entry.key.text), shows.at(*index).value, log.at(entry.key)});
        }
    }
}

} // namespace

LabelSpec read_labels(MapReader& figure, YamlLog& log) {
    LabelSpec spec;
    const YamlValue* value = figure.find("labels");
    if (value == nullptr) {
        return spec;
    }
    if (value->type != YamlValue::Type::map) {
        read_rule(*value, log, spec);
        return spec;
    }
    const MapReader labels(*value, label_keys, log);
    if (const YamlValue* rule = labels.find("show")) {
        read_rule(*rule, log, spec);
    }
    if (const YamlValue* regions = labels.find("regions")) {
        read_exceptions(*regions, log, spec);
    }
    return spec;
}

} // namespace cairn::input
