#include "render/input/catalogue.h"

#include "render/input/language.h"
#include "render/input/yaml.h"
#include "tests/support_language.h"
#include "tests/working_folder.h"

#include <algorithm>

using namespace cairn;
using input::YamlEntry;
using input::YamlValue;

BOOST_AUTO_TEST_SUITE(catalogue)

namespace {

std::string bytes_of(const std::string& language) {
    return test::read_bytes(test::source_folder() / "styles/languages" / (language + ".yaml"));
}

/// The value as YAML on one line, every text in double quotes.
std::string written(const YamlValue& value) {
    std::string text;
    const auto next = [&] { return text.empty() ? "" : ", "; };
    switch (value.type) {
    case YamlValue::Type::nothing:
        return "";
    case YamlValue::Type::text:
        return "\"" + value.text + "\"";
    case YamlValue::Type::list:
        for (const YamlValue& item : value.items) {
            text += next() + written(item);
        }
        return "[" + text + "]";
    case YamlValue::Type::map:
        for (const YamlEntry& entry : value.entries) {
            text += next() + entry.key.text + ": " + written(entry.value);
        }
        return "{" + text + "}";
    }
    return "";
}

/// All maps within a value, itself among them.
void add_maps(YamlValue& value, std::vector<YamlValue*>& maps) {
    if (value.type == YamlValue::Type::map) {
        maps.push_back(&value);
        for (YamlEntry& entry : value.entries) {
            add_maps(entry.value, maps);
        }
    }
}

std::string error_of(const std::string& text) {
    const test::WorkingFolder folder;
    folder.write("xx.yaml", text);
    return test::error_text([] { input::read_catalogue("xx.yaml"); });
}

bool loads(const std::string& text) {
    const test::WorkingFolder folder;
    folder.write("xx.yaml", text);
    try {
        input::read_catalogue("xx.yaml");
    } catch (const Error&) {
        return false;
    }
    return true;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_catalogues_load) {
    BOOST_TEST(test::english().language == "en");
    BOOST_TEST(test::english().clause("has").many == "{names} have {amount}");
    BOOST_TEST(test::english().number_words.at(0) == "no");
    BOOST_TEST(test::english().noun("council_area").other == "council areas");
    BOOST_TEST(test::gaelic().language == "gd");
    BOOST_TEST(test::gaelic().noun("council_area").few == "sgìrean comhairle");
    BOOST_TEST(test::gaelic().numbers.thousands == ",");
    BOOST_TEST(test::gaelic().compound_marks.at(0) == " agus ");
}

BOOST_AUTO_TEST_CASE(without_any_one_entry_it_does_not_load) {
    for (const std::string& language : input::known_languages()) {
        const test::WorkingFolder folder;
        folder.write("xx.yaml", bytes_of(language));
        YamlValue root = input::read_yaml("xx.yaml", "xx.yaml");
        BOOST_TEST(loads(written(root)));
        std::vector<YamlValue*> maps;
        add_maps(root, maps);
        std::size_t entries = 0;
        for (YamlValue* map : maps) {
            for (std::size_t i = 0; i < map->entries.size(); ++i) {
                const YamlEntry entry = map->entries[i];
                map->entries.erase(map->entries.begin() + static_cast<long>(i));
                const std::string error = error_of(written(root));
                map->entries.insert(map->entries.begin() + static_cast<long>(i), entry);
                BOOST_TEST(error.find("the key \"" + entry.key.text + "\" is missing") !=
                               std::string::npos,
                           language << ", " << entry.key.text << ": " << error);
                BOOST_TEST(error.starts_with("xx.yaml:1:"));
                ++entries;
            }
        }
        BOOST_TEST(entries > 110U);
    }
}

BOOST_AUTO_TEST_CASE(with_any_one_unknown_entry_it_does_not_load) {
    for (const std::string& language : input::known_languages()) {
        const test::WorkingFolder folder;
        folder.write("xx.yaml", bytes_of(language));
        YamlValue root = input::read_yaml("xx.yaml", "xx.yaml");
        std::vector<YamlValue*> maps;
        add_maps(root, maps);
        for (YamlValue* map : maps) {
            for (std::size_t i = 0; i < map->entries.size(); ++i) {
                const YamlEntry entry = map->entries[i];
                map->entries.push_back(entry);
                map->entries.back().key.text += "x";
                const std::string error = error_of(written(root));
                map->entries.pop_back();
                BOOST_TEST(error.find("unknown key \"" + entry.key.text + "x\"") !=
                           std::string::npos);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(every_place_of_every_template_is_needed) {
    for (const std::string& language : input::known_languages()) {
        const std::string bytes = bytes_of(language);
        std::size_t places = 0;
        for (std::size_t open = bytes.find("\"{"); open != std::string::npos;
             open = bytes.find('{', open + 1)) {
            const std::size_t close = bytes.find('}', open);
            const std::string inside = bytes.substr(open, close - open);
            if (inside.find(':') != std::string::npos || inside.find('#') != std::string::npos) {
                continue; // a map or a remark, no place
            }
            std::string other = bytes;
            other.insert(close, "x");
            BOOST_TEST(!loads(other), language << ": " << inside);
            ++places;
        }
        BOOST_TEST(places > 120U);
    }
}

BOOST_AUTO_TEST_CASE(bad_input) {
    // What stands in the English catalogue, what is put in its place, and the message, with @ for
    // its line.
    struct BadInput {
        std::string from;
        std::string to;
        std::string message;
    };
    const BadInput bad_inputs[] = {
        {"language: en", "language: fr",
         "xx.yaml:@:11: error: \"language\" cannot be \"fr\"\n"
         "  write \"en\" or \"gd\"\n"},
        {"number_words: [\"no\", ", "number_words: [\"no\", nil, ",
         "xx.yaml:@:15: error: \"number_words\" has 11 items, not 10\n"
         "  write the numbers from 0 to 9\n"},
        {"no_data: \"no data\"", "no_date: \"no data\"",
         "xx.yaml:@:1: error: unknown key \"no_date\"\n"
         "  did you mean \"no_data\"?\n"
         "xx.yaml:3:1: error: the key \"no_data\" is missing\n"
         "  write it like this: no_data: …\n"},
        {"no_data: \"no data\"", "no_data: \"no data {here}\"",
         "xx.yaml:@:10: error: \"no_data\" has no place {here}\n"
         "  take it out\n"},
        {"counted: \"{number} {noun}\"", "counted: \"{numbr} {noun}\"",
         "xx.yaml:@:10: error: \"counted\" has no place {numbr}\n"
         "  did you mean \"number\"?\n"
         "xx.yaml:@:10: error: \"counted\" leaves out {number}\n"
         "  its places are \"number\" and \"noun\"\n"},
        {"many: \"{names} have {amount}\"", "many: \"{names} have\"",
         "xx.yaml:@:42: error: \"many\" leaves out {amount}\n"
         "  its places are \"names\" and \"amount\"\n"},
        {"compound_marks: [\" and \", \", \"]", "compound_marks: \", \"",
         "xx.yaml:@:17: error: \"compound_marks\" is not a list\n"
         "  write it in brackets: [a, b]\n"},
        {"area: {one: area, other: areas}", "area: {one: area, few: a, other: areas}",
         "xx.yaml:@:19: error: unknown key \"few\"\n"
         "  the keys here are \"one\" and \"other\"\n"},
        {"source: \"Source: {source}\"", "source: \"\"",
         "xx.yaml:@:9: error: \"source\" is empty\n"
         "  write it like this: source: …: {source}\n"},
    };
    for (const BadInput& bad : bad_inputs) {
        std::string text = bytes_of("en");
        const std::size_t at = text.find(bad.from);
        BOOST_REQUIRE_MESSAGE(at != std::string::npos, bad.from);
        const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<long>(at), '\n');
        std::string message = bad.message;
        for (std::size_t mark = 0; (mark = message.find('@')) != std::string::npos;) {
            message.replace(mark, 1, std::to_string(line));
        }
        BOOST_TEST(error_of(text.replace(at, bad.from.size(), bad.to)) == message);
    }
    BOOST_TEST(error_of("[a]\n") ==
               "xx.yaml:1:1: error: a catalogue is a map of keys, and this is not one\n"
               "  write keys that end in a colon and a space\n");
}

BOOST_AUTO_TEST_CASE(places_of_a_template) {
    BOOST_TEST(input::places_in("{a} of {b}") == (std::vector<std::string>{"a", "b"}),
               boost::test_tools::per_element());
    BOOST_TEST(input::places_in("none").empty());
    BOOST_TEST(input::places_in("{a} and {b").size() == 1U);
}

BOOST_AUTO_TEST_SUITE_END()
