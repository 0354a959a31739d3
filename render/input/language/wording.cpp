#include "render/input/language/wording.h"

#include "base/ascii.h"
#include "base/quote.h"
#include "render/input/language/language.h"

#include <fmt/format.h>

#include <algorithm>

namespace cairn::input {

namespace {

bool is_map(const YamlValue* value) {
    return value != nullptr && value->type == YamlValue::Type::map;
}

/// Whether a map has a language among its keys, and so is meant to be one by language.
bool is_by_language(const YamlValue& map) {
    return std::any_of(map.entries.begin(), map.entries.end(),
                       [](const YamlEntry& entry) { return is_known_language(entry.key.text); });
}

Noun read_forms(MapReader& forms) {
    const auto form = [&](std::string_view key) {
        return forms.find(key) == nullptr ? "" : forms.text(key).value_or("");
    };
    return {form("one"), form("other"), form("two"), form("few")};
}

/// Whether a unit goes with every number as it stands, as signs ("%"), abbreviations ("kg") and
/// measures ("per cent") do.
bool is_invariable(std::string_view unit) {
    constexpr std::ptrdiff_t longest = 3; // letters of an abbreviation
    auto at = unit.begin();
    while (at != unit.end()) {
        const auto word = std::find_if(at, unit.end(), [](char c) { return is_letter(c); });
        at = std::find_if_not(word, unit.end(), [](char c) { return is_letter(c); });
        if (at - word > longest) {
            return unit.starts_with("per ") || unit.find(" per ") != unit.npos;
        }
    }
    return !unit.empty();
}

} // namespace

std::vector<Wording> read_wordings(MapReader& map, std::string_view key, const std::string& own,
                                   YamlLog& log) {
    const YamlValue* value = map.find(key);
    if (!is_map(value)) {
        const std::optional<std::string> text = map.text(key);
        return text ? std::vector<Wording>{{*text, own}} : std::vector<Wording>{};
    }
    if (value->entries.empty()) {
        log.report(*value, in_quotes(key) + " is empty",
                   fmt::format("write {}: and a text", quoted_list(known_languages(), "or")));
    }
    MapReader texts(*value, language_keys(), log);
    std::vector<Wording> wordings;
    for (const Key& language : language_keys()) {
        if (const std::optional<std::string> text = texts.text(language.name)) {
            const bool is_own = language_of(own) == language.name;
            wordings.push_back({*text, is_own ? own : std::string(language.name)});
        }
    }
    return wordings;
}

const Wording* find_wording(const std::vector<Wording>& wordings, std::string_view wanted) {
    const auto found = std::find_if(wordings.begin(), wordings.end(), [&](const Wording& one) {
        return language_of(one.language) == language_of(wanted);
    });
    return found == wordings.end() ? nullptr : &*found;
}

const Wording* best_wording(const std::vector<Wording>& wordings, std::string_view wanted,
                            std::string_view own) {
    for (const std::string_view language : {wanted, own}) {
        if (const Wording* found = find_wording(wordings, language)) {
            return found;
        }
    }
    return wordings.empty() ? nullptr : &wordings.front();
}

std::optional<Noun> read_noun(MapReader& map, std::string_view key, std::string_view wanted,
                              std::string_view own, YamlLog& log) {
    const YamlValue* value = map.find(key);
    if (value != nullptr && value->type == YamlValue::Type::text && is_invariable(value->text)) {
        return Noun{.one = value->text, .other = value->text};
    }
    std::optional<Noun> noun;
    if (is_map(value) && is_by_language(*value)) {
        MapReader by_language(*value, language_keys(), log);
        for (const Key& language : language_keys()) {
            if (auto forms = by_language.map(language.name, noun_keys(language.name))) {
                const Noun read = read_forms(*forms);
                noun = language.name == language_of(wanted) ? read : noun;
            }
        }
    } else if (auto forms = map.map(key, noun_keys(own))) {
        const Noun read = read_forms(*forms);
        noun = language_of(own) == language_of(wanted) ? std::optional(read) : std::nullopt;
    }
    if (is_map(value) && !noun) {
        map.report(key,
                   fmt::format("{} is not given in {}", in_quotes(key), language_in_words(wanted)),
                   fmt::format("write it by language: {}: {{{}: {}, …}}", key, language_of(wanted),
                               noun_example(wanted)));
    }
    return noun;
}

} // namespace cairn::input
