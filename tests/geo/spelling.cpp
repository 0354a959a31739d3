#include "geo/spelling.h"

#include "geo/gazetteer.h"
#include "tests/geo/councils.h"

#include <fmt/format.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

BOOST_AUTO_TEST_SUITE(spelling)

using namespace cairn::geo;
using cairn::test::cells_of;
using cairn::test::read_bytes;
using cairn::test::source_folder;

namespace {

using Words = std::vector<std::string>;

std::vector<std::vector<std::string>> rows_of(const std::string& file) {
    const std::string bytes = read_bytes(source_folder() / file);
    std::vector<std::vector<std::string>> rows;
    for (std::size_t start = bytes.find('\n') + 1; start < bytes.size();) {
        const std::size_t end = bytes.find('\n', start);
        rows.push_back(cells_of(std::string_view(bytes).substr(start, end - start), ','));
        start = end + 1;
    }
    return rows;
}

/// The places of boundaries/NAME.csv: code, former codes, name, aliases.
Gazetteer gazetteer_of_set(const std::string& name) {
    const std::size_t abbreviations = name == "councils" ? 11 : 9;
    std::vector<Place> places;
    for (const auto& cells : rows_of("boundaries/" + name + ".csv")) {
        places.push_back({.code = cells[0],
                          .former_codes = cells_of(cells[1], ';'),
                          .iso = cells[2],
                          .name = cells[3],
                          .name_gd = cells[4],
                          .aliases = cells_of(cells[5], ';'),
                          .abbreviations = cells_of(cells[abbreviations], ';')});
    }
    return Gazetteer(std::move(places));
}

std::string code_found(const Gazetteer& known, std::string_view text) {
    const auto found = known.find(text);
    return found ? known.places()[*found].code : "";
}

/// One piece of damage to a text, at random; what is left is UTF-8.
std::string damaged(std::string text, std::mt19937& random) {
    const auto below = [&](std::size_t end) {
        return static_cast<std::size_t>(random() % std::max<std::size_t>(end, 1));
    };
    const std::size_t at = below(text.size());
    const bool ascii = std::ranges::all_of(text, [](char c) { return c > 0; });
    switch (ascii ? below(6) : 5) {
    case 0:
        return text.erase(at, 1);
    case 1:
        return text.substr(0, at);
    case 2: // a word less
        return text.erase(std::min(at, text.find(' ')), text.find(' ', at) - at);
    case 3:
        text[at] = static_cast<char>('a' + below(26));
        return text;
    case 4:
        return text.insert(at, 1, static_cast<char>('a' + below(26)));
    default:
        return text + std::string{"1*.&-3 )"}[below(8)];
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(names_are_found_as_public_tables_write_them_and_none_wrongly) {
    std::size_t read = 0;
    for (const std::string set : {"councils", "health-boards", "integration-authorities"}) {
        const Gazetteer known = gazetteer_of_set(set);
        for (const auto& cells : rows_of("tests/geo/spellings.csv")) {
            if (cells[0] == set) {
                BOOST_TEST(code_found(known, cells[2]) == cells[1], set << ": " << cells[2]);
                ++read;
            }
        }
    }
    BOOST_TEST(read > 250U);
}

BOOST_AUTO_TEST_CASE(a_damaged_name_leads_to_another_place_only_where_it_is_its_name) {
    std::mt19937 random(7);
    std::size_t still_found = 0;
    for (const std::string set : {"councils", "health-boards", "integration-authorities"}) {
        const Gazetteer known = gazetteer_of_set(set);
        for (const auto& cells : rows_of("tests/geo/spellings.csv")) {
            const bool names_one = cells[0] == set && !cells[1].empty();
            for (int round = 0; names_one && round < 40; ++round) {
                const std::string text = damaged(cells[2], random);
                const auto found = known.find(text);
                if (!found || known.places()[*found].code == cells[1]) {
                    still_found += found.has_value() ? 1U : 0U;
                    continue;
                }
                // "East Renfrewshire" without its first word is no damage that can be seen.
                const NamedKind kind = named_kind_of_code(known.places()[*found].code);
                const std::string plain =
                    fmt::format("{}", fmt::join(plain_words(text, kind), " "));
                BOOST_TEST((known.find_whole(text) == found || known.find_whole(plain) == found),
                           "\"" << text << "\", of \"" << cells[2] << "\", leads to "
                                << known.places()[*found].name);
            }
        }
    }
    BOOST_TEST(still_found > 1000U);
}

BOOST_AUTO_TEST_CASE(words_that_tell_the_kind_of_area_are_left_out) {
    BOOST_TEST(plain_words("The City of Edinburgh Council area", NamedKind::council) ==
                   (Words{"edinburgh", "city"}),
               boost::test_tools::per_element());
    BOOST_TEST(plain_words("230: Perth & Kinross", NamedKind::council) ==
                   (Words{"perth", "kinross"}),
               boost::test_tools::per_element());
    BOOST_TEST(plain_words("NHS Orkney Isles", NamedKind::health_board) ==
                   (Words{"orkney", "islands"}),
               boost::test_tools::per_element());
    BOOST_TEST(plain_words("NHS Fife", NamedKind::council).empty());
    BOOST_TEST(plain_words("Fife Council", NamedKind::health_board).empty());
    BOOST_TEST(plain_words("Rest of Fife", NamedKind::council).empty());
    BOOST_TEST(plain_words("council", NamedKind::council).empty());
}

BOOST_AUTO_TEST_CASE(words_cut_short_tell_enough_or_nothing) {
    const Words east{"east", "renfrewshire"};
    BOOST_TEST(shortens(Words{"e", "ren"}, east));
    BOOST_TEST(shortens(Words{"east", "renfrew"}, east));
    BOOST_TEST(!shortens(Words{"east", "renfrewshir"}, east)); // a slip
    BOOST_TEST(!shortens(Words{"e", "re"}, east));
    BOOST_TEST(!shortens(Words{"w", "ren"}, east));
    BOOST_TEST(!shortens(Words{"renfrewshire"}, east));
    BOOST_TEST(!shortens(Words{"g", "city"}, Words{"glasgow", "city"}));
    BOOST_TEST(!shortens(Words{"fif"}, Words{"fife"}));
}

BOOST_AUTO_TEST_CASE(what_other_programs_made_of_a_name_is_undone) {
    BOOST_TEST(repaired("Argyll &amp; Bute") == "Argyll & Bute");
    BOOST_TEST(repaired("D\u00C3\u00B9n D\u00C3\u00A8") == "D\u00F9n D\u00E8");
    BOOST_TEST(repaired("Na h\u00E2\u20AC\u2018Eileanan Siar") == "Na h\u2011Eileanan Siar");
    BOOST_TEST(repaired("D\u00F9n D\u00E8") == "D\u00F9n D\u00E8");
    BOOST_TEST(without_note_sign("Fife 12 ") == "Fife");
    BOOST_TEST(without_note_sign("Fife\u00FD") == "Fife");
    BOOST_TEST(without_note_sign("Fife") == "Fife");
    BOOST_TEST(without_note_sign("").empty());
    const TextWithCodes parts = codes_apart("S12000047: Fife");
    BOOST_TEST(parts.codes == Words{"S12000047"}, boost::test_tools::per_element());
    BOOST_TEST(parts.rest == ": Fife");
    BOOST_TEST(codes_apart("Grangemouth").codes.empty());
}

BOOST_AUTO_TEST_SUITE_END()
