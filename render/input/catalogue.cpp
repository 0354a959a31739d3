#include "render/input/catalogue.h"

#include "base/quote.h"
#include "base/white_space.h"
#include "render/input/language.h"
#include "render/input/map_reader.h"
#include "render/input/yaml.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace cairn::input {

namespace {

/// Lists of texts: key, value, and an example.
struct ListEntry {
    std::string_view key;
    std::vector<std::string> Catalogue::*value;
    std::string_view example;
};

constexpr std::array lists{
    ListEntry{"number_words", &Catalogue::number_words, "[0, 1, …]"},
    ListEntry{"compound_marks", &Catalogue::compound_marks, "[\", \"]"},
    ListEntry{"title_words", &Catalogue::title_words, "[]"},
};

constexpr std::array number_keys{
    Key{"thousands", "\",\"", true},
    Key{"point", "\".\"", true},
    Key{"minus", "\u2212", true},
};

constexpr std::array clause_keys{Key{"one", "…", true}, Key{"many", "…", true}};

constexpr std::size_t size_of_number_words = 10;

/// All keys of a catalogue.
std::vector<Key> catalogue_keys() {
    std::vector<Key> keys{{"language", "en", true}, {"numbers", "{thousands: \",\", …}", true}};
    const auto add = [&](const auto& entries) {
        for (const auto& entry : entries) {
            keys.push_back({entry.key, entry.example, true});
        }
    };
    add(sentences);
    add(clauses);
    add(nouns);
    add(lists);
    return keys;
}

bool holds(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// A template with exactly the places of the example.
std::string read_template(MapReader& map, std::string_view key, std::string_view example) {
    std::string text = map.text(key).value_or("");
    const std::vector<std::string> places = places_in(text);
    const std::vector<std::string> wanted = places_in(example);
    for (const std::string& place : places) {
        if (!holds(wanted, place)) {
            map.report(
                key, fmt::format("{} has no place {{{}}}", in_quotes(key), place),
                wanted.empty()
                    ? "take it out"
                    : did_you_mean(place, wanted, "its places are " + quoted_list(wanted, "and")));
        }
    }
    for (const std::string& place : wanted) {
        if (!text.empty() && !holds(places, place)) {
            map.report(key, fmt::format("{} leaves out {{{}}}", in_quotes(key), place),
                       "its places are " + quoted_list(wanted, "and"));
        }
    }
    return text;
}

Noun read_noun(MapReader& map, const CatalogueEntry& entry, const std::string& language) {
    Noun noun;
    if (auto forms = map.map(entry.key, noun_keys(language))) {
        const auto form = [&](std::string_view key) {
            return forms->find(key) == nullptr ? std::string()
                                               : read_template(*forms, key, entry.example);
        };
        noun = {form("one"), form("other"), form("two"), form("few")};
    }
    return noun;
}

Agreeing read_clause(MapReader& map, const CatalogueEntry& entry) {
    Agreeing clause;
    if (auto forms = map.map(entry.key, clause_keys)) {
        clause = {read_template(*forms, "one", entry.example),
                  read_template(*forms, "many", entry.example)};
    }
    return clause;
}

/// Texts as they are, with the spaces at their ends; the list may be empty.
std::vector<std::string> read_words(MapReader& map, std::string_view key, YamlLog& log) {
    std::vector<std::string> words;
    const YamlValue* value = map.find(key);
    if (value == nullptr || value->type != YamlValue::Type::list) {
        if (value != nullptr) {
            map.report(key, in_quotes(key) + " is not a list", "write it in brackets: [a, b]");
        }
        return words;
    }
    for (const YamlValue& item : value->items) {
        if (item.type != YamlValue::Type::text || item.text.empty()) {
            log.report(item, in_quotes(key) + " has an item that is not text", "write a text");
        }
        words.push_back(item.text);
    }
    return words;
}

NumberFormat read_numbers(MapReader& map) {
    NumberFormat format;
    if (auto numbers = map.map("numbers", number_keys)) {
        format.thousands = numbers->text("thousands").value_or("");
        format.point = numbers->text("point").value_or("");
        format.minus = numbers->text("minus").value_or("");
    }
    return format;
}

} // namespace

std::vector<std::string> places_in(std::string_view text) {
    std::vector<std::string> places;
    while (true) {
        const std::size_t open = text.find('{');
        const std::size_t close = text.find('}', open);
        if (open == std::string_view::npos || close == std::string_view::npos) {
            return places;
        }
        places.emplace_back(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

Catalogue read_catalogue(const std::filesystem::path& path) {
    const YamlValue root = read_yaml(path, path.string());
    YamlLog log{.file = path.string()};
    if (root.type != YamlValue::Type::map) {
        log.report(root, "a catalogue is a map of keys, and this is not one",
                   "write keys that end in a colon and a space");
        throw Error(std::move(log.problems));
    }
    const std::vector<Key> keys = catalogue_keys();
    MapReader map(root, keys, log);
    Catalogue catalogue;
    if (const YamlValue* language = map.find("language")) {
        const std::vector<std::string> known = known_languages();
        const auto index = read_word(*language, "language", known, log);
        catalogue.language = index ? known[*index] : "";
    }
    catalogue.numbers = read_numbers(map);
    std::transform(std::begin(sentences), std::end(sentences), catalogue.m_sentences.begin(),
                   [&](const auto& entry) { return read_template(map, entry.key, entry.example); });
    std::transform(std::begin(clauses), std::end(clauses), catalogue.m_clauses.begin(),
                   [&](const auto& entry) { return read_clause(map, entry); });
    std::transform(std::begin(nouns), std::end(nouns), catalogue.m_nouns.begin(),
                   [&](const auto& entry) { return read_noun(map, entry, catalogue.language); });
    for (const auto& entry : lists) {
        catalogue.*entry.value = read_words(map, entry.key, log);
    }
    if (map.find("number_words") != nullptr &&
        catalogue.number_words.size() != size_of_number_words) {
        map.report("number_words",
                   fmt::format("\"number_words\" has {} items, not {}",
                               catalogue.number_words.size(), size_of_number_words),
                   "write the numbers from 0 to 9");
    }
    if (!log.problems.empty()) {
        throw Error(std::move(log.problems));
    }
    return catalogue;
}

} // namespace cairn::input
