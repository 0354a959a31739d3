#include "render/input/yaml/map_reader.h"

#include "base/quote.h"
#include "base/read_number.h"
#include "base/utf8.h"
#include "base/white_space.h"
#include "render/input/yaml/syntax_fault.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

namespace cairn::input {

namespace {

std::string_view name_of(YamlValue::Type type) {
    switch (type) {
    case YamlValue::Type::nothing:
        return "empty";
    case YamlValue::Type::text:
        return "text";
    case YamlValue::Type::list:
        return "a list";
    case YamlValue::Type::map:
        return "a map";
    }
    return "";
}

bool is_empty(const YamlValue& value) {
    switch (value.type) {
    case YamlValue::Type::nothing:
        return true;
    case YamlValue::Type::text:
        return trimmed(value.text).empty();
    case YamlValue::Type::list:
        return value.items.empty();
    case YamlValue::Type::map:
        return false;
    }
    return false;
}

/// `value: "Rate per 1,000"`, as it should have been written where this entry, which has no value,
/// is what came after a comma in the text of the one before; empty where it is not.
std::string parted_by_comma(std::span<const YamlEntry> entries, std::size_t index) {
    if (index == 0 || entries[index].value.type != YamlValue::Type::nothing) {
        return {};
    }
    const YamlEntry& before = entries[index - 1];
    const YamlValue& rest = entries[index].key;
    if (before.value.type != YamlValue::Type::text || before.value.line != rest.line) {
        return {};
    }
    const auto end = before.value.column + static_cast<int>(count_characters(before.value.text));
    return fmt::format("{}: \"{},{}{}\"", before.key.text, before.value.text,
                       rest.column == end + 1 ? "" : " ", rest.text);
}

/// `kind:`, where a key that is known has its value behind it without a space; else empty.
std::string_view joined_to_value(const YamlEntry& entry, std::span<const std::string> known) {
    const std::string_view text = entry.key.text;
    const std::size_t colon = text.find(':');
    return colon != std::string_view::npos && entry.value.type == YamlValue::Type::nothing &&
                   std::ranges::find(known, text.substr(0, colon)) != known.end()
               ? text.substr(0, colon + 1)
               : std::string_view();
}

} // namespace

std::optional<std::size_t> read_word(const YamlValue& value, std::string_view key,
                                     std::span<const std::string> words, YamlLog& log) {
    const std::string allowed = "write " + quoted_list(words, "or");
    if (value.type != YamlValue::Type::text) {
        log.report(value, fmt::format("{} is {}, not text", in_quotes(key), name_of(value.type)),
                   allowed);
        return std::nullopt;
    }
    const auto found = std::find(words.begin(), words.end(), trimmed(value.text));
    if (found == words.end()) {
        log.report(value, fmt::format("{} cannot be {}", in_quotes(key), in_quotes(value.text)),
                   did_you_mean(value.text, words, allowed));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - words.begin());
}

bool has_key(const YamlValue& map, std::string_view key) {
    return std::ranges::any_of(map.entries,
                               [&](const YamlEntry& entry) { return entry.key.text == key; });
}

MapReader::MapReader(const YamlValue& map, std::span<const Key> keys, YamlLog& log,
                     Completeness completeness, std::span<const Elsewhere> elsewhere)
    : m_map(&map), m_keys(keys), m_log(&log), m_completeness(completeness) {
    check_keys(elsewhere);
    if (completeness == Completeness::whole) {
        check_missing();
    }
}

void MapReader::check_keys(std::span<const Elsewhere> elsewhere) {
    std::vector<std::string> known;
    for (const Key& key : m_keys) {
        known.emplace_back(key.name);
    }
    std::map<std::string_view, int> first_lines;
    for (const YamlEntry& entry : m_map->entries) {
        const std::size_t index = static_cast<std::size_t>(&entry - m_map->entries.data());
        const auto other = std::ranges::find_if(elsewhere, [&](const Elsewhere& one) {
            return std::ranges::count(one.keys, entry.key.text) > 0;
        });
        const auto [first, is_new] = first_lines.emplace(entry.key.text, entry.key.line);
        if (entry.key.type != YamlValue::Type::text) {
            m_log->report(entry.key, fmt::format("a key is {}, not text", name_of(entry.key.type)),
                          "the keys here are " + quoted_list(known, "and"));
        } else if (other != elsewhere.end()) {
            m_log->report(entry.key,
                          fmt::format("the key {} does not belong here", in_quotes(entry.key.text)),
                          std::string(other->remedy));
        } else if (std::find(known.begin(), known.end(), entry.key.text) == known.end()) {
            report_unknown(index, known);
        } else if (!is_new) {
            m_log->report(entry.key,
                          fmt::format("the key {} is given twice", in_quotes(entry.key.text)),
                          fmt::format("it is first given on line {}; keep one", first->second));
        }
    }
}

void MapReader::report_unknown(std::size_t entry, std::span<const std::string> known) {
    const YamlValue& key = m_map->entries[entry].key;
    const std::string_view joined = joined_to_value(m_map->entries[entry], known);
    if (!joined.empty()) {
        m_log->report(
            key, fmt::format("a space is missing after {}", in_quotes(joined)),
            fmt::format("write {} {}", joined, yaml_text(key.text.substr(joined.size()))));
        return;
    }
    const std::string parted = parted_by_comma(m_map->entries, entry);
    m_log->report(key, fmt::format("unknown key {}", in_quotes(key.text)),
                  !parted.empty() ? "in { }, a text with a comma stands in quotes: " + parted
                                  : did_you_mean(key.text, known,
                                                 "the keys here are " + quoted_list(known, "and")));
}

void MapReader::check_missing() {
    const auto is_joined = [&](const Key& key) {
        return std::ranges::any_of(m_map->entries, [&](const YamlEntry& entry) {
            return entry.value.type == YamlValue::Type::nothing &&
                   entry.key.text.starts_with(std::string(key.name) + ':');
        });
    };
    for (const Key& key : m_keys) {
        if (key.required && find(key.name) == nullptr && !is_joined(key)) {
            m_log->report(*m_map, fmt::format("the key {} is missing", in_quotes(key.name)),
                          remedy_by_example(key.name));
        }
    }
}

std::string MapReader::remedy_by_example(std::string_view key) const {
    const auto found =
        std::find_if(m_keys.begin(), m_keys.end(), [&](const Key& one) { return one.name == key; });
    return found == m_keys.end() ? ""
                                 : fmt::format("write it like this: {}: {}", key, found->example);
}

const YamlValue* MapReader::find(std::string_view key) const {
    const auto found =
        std::find_if(m_map->entries.begin(), m_map->entries.end(), [&](const YamlEntry& entry) {
            return entry.key.type == YamlValue::Type::text && entry.key.text == key;
        });
    return found == m_map->entries.end() ? nullptr : &found->value;
}

Location MapReader::where(std::string_view key) const {
    const YamlValue* value = find(key);
    return m_log->at(value == nullptr ? *m_map : *value);
}

const YamlValue* MapReader::find_as(std::string_view key, YamlValue::Type type) {
    const YamlValue* value = find(key);
    if (value == nullptr) {
        return nullptr;
    }
    if (!value->comment.empty()) {
        report(key, in_quotes(key) + " is empty, for # begins a comment",
               fmt::format("put a text that begins with # in quotes: {}: {}", key,
                           yaml_quoted(value->comment)));
        return nullptr;
    }
    if (is_empty(*value)) {
        report(key, in_quotes(key) + " is empty", remedy_by_example(key));
        return nullptr;
    }
    if (type == YamlValue::Type::list && value->type == YamlValue::Type::map &&
        !value->entries.empty()) {
        report(key, fmt::format("{} is a map, not a list", in_quotes(key)),
               fmt::format("begin each item of the list with a dash: - {}: …",
                           value->entries.front().key.text));
        return nullptr;
    }
    if (value->type != type) {
        report(key,
               fmt::format("{} is {}, not {}", in_quotes(key), name_of(value->type), name_of(type)),
               remedy_by_example(key));
        return nullptr;
    }
    return value;
}

std::optional<std::string> MapReader::text(std::string_view key) {
    const YamlValue* value = find_as(key, YamlValue::Type::text);
    if (value == nullptr) {
        return std::nullopt;
    }
    return one_line(value->text);
}

std::optional<double> MapReader::number(std::string_view key) {
    const YamlValue* value = find_as(key, YamlValue::Type::text);
    if (value == nullptr) {
        return std::nullopt;
    }
    const auto read = parse_number(trimmed(value->text));
    if (const auto* number = std::get_if<Number>(&read)) {
        return number->value;
    }
    const auto* refusal = std::get_if<Refusal>(&read);
    report(key,
           fmt::format("{}: {}", in_quotes(key),
                       refusal != nullptr ? refusal->what
                                          : in_quotes(value->text) + " is not a number"),
           remedy_by_example(key));
    return std::nullopt;
}

std::optional<int> MapReader::whole(std::string_view key, int least, int most) {
    const std::optional<double> value = number(key);
    if (value && (*value != std::floor(*value) || *value < least || *value > most)) {
        report(key,
               fmt::format("{} is {}, not a whole number from {} to {}", in_quotes(key),
                           find(key)->text, least, most),
               remedy_by_example(key));
        return std::nullopt;
    }
    return value ? std::optional(static_cast<int>(*value)) : std::nullopt;
}

const std::vector<YamlValue>* MapReader::list(std::string_view key) {
    const YamlValue* value = find_as(key, YamlValue::Type::list);
    return value == nullptr ? nullptr : &value->items;
}

std::optional<MapReader> MapReader::map(std::string_view key, std::span<const Key> keys) {
    const YamlValue* value = find_as(key, YamlValue::Type::map);
    return value == nullptr ? std::nullopt
                            : std::optional(MapReader(*value, keys, *m_log, m_completeness));
}

void MapReader::report(std::string_view key, std::string what, std::string remedy) {
    const YamlValue* value = find(key);
    m_log->report(value == nullptr ? *m_map : *value, std::move(what), std::move(remedy));
}

} // namespace cairn::input
