#include "render/facts/fill.h"

#include "render/input/catalogue.h"
#include "tests/support.h"

#include <algorithm>
#include <regex>
#include <set>
#include <vector>

namespace cairn::facts::tests {

BOOST_AUTO_TEST_SUITE(fill)

namespace {

/// Every `fill(…)` of a source file that names its sentences itself: what stands in its brackets.
std::vector<std::string> fills_in(const std::string& source) {
    std::vector<std::string> found;
    const std::regex start(R"([^\w.:]fill\()");
    for (std::sregex_iterator at(source.begin(), source.end(), start), end; at != end; ++at) {
        const auto from = static_cast<std::size_t>(at->position() + at->length());
        std::size_t to = from;
        bool quoted = false;
        for (int open = 1; open > 0; ++to) {
            quoted = quoted != (source.at(to) == '"');
            open += quoted ? 0 : (source.at(to) == '(') - (source.at(to) == ')');
        }
        found.push_back(source.substr(from, to - 1 - from));
    }
    return found;
}

/// The first group of each match.
std::set<std::string> all_of(const std::string& text, const char* pattern) {
    const std::regex regex(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator at(text.begin(), text.end(), regex), end; at != end; ++at) {
        found.insert((*at)[1]);
    }
    return found;
}

/// The places of the row with this key.
std::set<std::string> places_of(const std::string& key) {
    const auto search = [&](const auto& table) {
        const auto* const row = std::find_if(std::begin(table), std::end(table),
                                             [&](const auto& entry) { return entry.key == key; });
        return row == std::end(table) ? std::vector<std::string>() : input::places_in(row->example);
    };
    std::set<std::string> places;
    for (const auto& found :
         {search(input::sentences), search(input::clauses), search(input::nouns)}) {
        places.insert(found.begin(), found.end());
    }
    return places;
}

} // namespace

BOOST_AUTO_TEST_CASE(places_get_their_text) {
    BOOST_TEST(facts::fill("{a} of {b}", {{"a", "1"}, {"b", "2"}}) == "1 of 2");
    BOOST_TEST(facts::fill("{b}, {a}, {b}", {{"a", "1"}, {"b", "2"}}) == "2, 1, 2");
    BOOST_TEST(facts::fill("", {}) == "");
    BOOST_TEST(facts::fill("plain", {{"a", "1"}}) == "plain");
}

BOOST_AUTO_TEST_CASE(what_is_filled_in_is_not_read_again) {
    BOOST_TEST(facts::fill("{a}{b}", {{"a", "{b}"}, {"b", "{a"}}) == "{b}{a");
}

BOOST_AUTO_TEST_CASE(a_place_without_a_text_is_an_error_of_the_program) {
    BOOST_CHECK_THROW(facts::fill("{c}", {{"a", "1"}}), std::logic_error);
}

BOOST_AUTO_TEST_CASE(every_use_fills_the_places_of_its_sentence) {
    std::size_t checked = 0;
    for (const auto& file :
         std::filesystem::recursive_directory_iterator(test::source_folder() / "render")) {
        if (file.path().extension() != ".cpp") {
            continue;
        }
        for (const std::string& use : fills_in(test::read_bytes(file.path()))) {
            const std::size_t filling = use.find("{{\"");
            if (filling == std::string::npos) {
                continue; // handed on
            }
            const std::set<std::string> filled = all_of(use.substr(filling), "\\{\"(\\w+)\",");
            for (const std::string& key :
                 all_of(use.substr(0, filling), "(?:words|catalogue)(?:.clause\\(|.noun\\(|"
                                                "\\[)\"(\\w+)\"")) {
                BOOST_TEST(std::ranges::includes(filled, places_of(key)), file.path()
                                                                              << ": " << key);
                ++checked;
            }
        }
    }
    BOOST_TEST(checked > 100U);
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::facts::tests
