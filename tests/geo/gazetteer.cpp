#include "geo/gazetteer.h"

#include "base/name_key.h"
#include "tests/geo/councils.h"

#include <algorithm>
#include <random>

BOOST_AUTO_TEST_SUITE(gazetteer)

using namespace cairn::geo;
using cairn::test::error_text;
using cairn::test::places;

namespace {

Place place(std::string code, std::string name, std::vector<std::string> aliases = {}) {
    return {.code = std::move(code),
            .former_codes = {},
            .iso = {},
            .name = std::move(name),
            .name_gd = {},
            .aliases = std::move(aliases)};
}

Region region(std::string code, std::string name, std::string name_gd = {}) {
    return {.code = std::move(code),
            .name = std::move(name),
            .name_gd = std::move(name_gd),
            .geometry = {}};
}

std::string name_found(const Gazetteer& known, std::string_view text) {
    const auto found = known.find(text);
    return found ? known.places()[*found].name : "";
}

/// All that leads to a place, as its row has it.
std::vector<std::string> spellings_of(const Place& place) {
    std::vector<std::string> spellings{place.name, place.name_gd};
    spellings.insert(spellings.end(), place.aliases.begin(), place.aliases.end());
    return spellings;
}

std::vector<std::string> codes_of(const Place& place) {
    std::vector<std::string> codes{place.code, place.iso};
    codes.insert(codes.end(), place.former_codes.begin(), place.former_codes.end());
    return codes;
}

/// Rewrites a spelling as another hand may have typed it, at random.
class Hand {
  public:
    explicit Hand(std::uint32_t seed) : m_random(seed) {}

    std::string write(const std::string& spelling) {
        std::string written = one_of({"", "", "\uFEFF", " ", "\u00A0", "\t"});
        for (const char c : spelling) {
            if (c == ' ') {
                written += one_of({" ", " ", "  ", "\u00A0", "\u202F", " \u200B"});
            } else if (c == '-') {
                written +=
                    one_of({"-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212", "\uFE63"});
            } else if (c == '\'') {
                written += one_of({"'", "\u2019", "\u2018", "\u02BC", "`", "\u00B4"});
            } else if (c >= 'a' && c <= 'z' && chance(4)) {
                written += static_cast<char>(c - 'a' + 'A');
            } else if (c >= 'A' && c <= 'Z' && chance(4)) {
                written += static_cast<char>(c - 'A' + 'a');
            } else {
                written += c;
            }
        }
        return written + one_of({"", "", " ", "\u00A0", "\r"});
    }

    /// One wrong letter, as from a slip: left out, doubled, swapped, or another.
    std::string slip(std::string spelling) {
        std::size_t at = 0;
        do { // an ASCII letter, to keep the text UTF-8
            at = std::uniform_int_distribution<std::size_t>(0, spelling.size() - 2)(m_random);
        } while (!is_letter(spelling[at]));
        const bool can_swap = is_letter(spelling[at + 1]);
        switch (std::uniform_int_distribution<int>(can_swap ? 0 : 1, 3)(m_random)) {
        case 0:
            std::swap(spelling[at], spelling[at + 1]);
            return spelling;
        case 1:
            return spelling.erase(at, 1);
        case 2:
            return spelling.insert(at, 1, spelling[at]);
        default:
            spelling[at] =
                static_cast<char>(std::uniform_int_distribution<int>('a', 'z')(m_random));
            return spelling;
        }
    }

  private:
    static bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

    bool chance(int one_in) { return std::uniform_int_distribution<int>(1, one_in)(m_random) == 1; }

    std::string one_of(const std::vector<std::string>& choices) {
        return choices[std::uniform_int_distribution<std::size_t>(0, choices.size() - 1)(m_random)];
    }

    std::mt19937 m_random;
};

} // namespace

BOOST_AUTO_TEST_CASE(councils_are_found_as_data_sets_write_them) {
    const Gazetteer known(places());
    const std::vector<std::pair<std::string, std::string>> cases{
        {"S12000047", "Fife"},
        {"S12000015", "Fife"}, // until 2018
        {"00QR", "Fife"},
        {" gb-fif ", "Fife"},
        {"S12000046", "Glasgow City"},
        {"Argyll & Bute", "Argyll and Bute"},
        {"ARGYLL AND BUTE COUNCIL", "Argyll and Bute"},
        {"Edinburgh, City of", "City of Edinburgh"},
        {"The City of Edinburgh Council", "City of Edinburgh"},
        {"Edinburgh City", "City of Edinburgh"},
        {"Edinburgh (City of)", "City of Edinburgh"},
        {"Aberdeen (City)", "Aberdeen City"},
        {"City of Dundee", "Dundee City"},
        {"Glasgow, City of", "Glasgow City"},
        {"Scottish Borders, The", "Scottish Borders"},
        {"The Borders", "Scottish Borders"},
        {"The Highland Council", "Highland"},
        {"The Moray Council", "Moray"},
        {"N. Lanarkshire", "North Lanarkshire"},
        {"S Lanarkshire", "South Lanarkshire"},
        {"E. Ayrshire", "East Ayrshire"},
        {"W. Lothian", "West Lothian"},
        {"Renfrewshire, East", "East Renfrewshire"},
        {"Renfrewshire (East)", "East Renfrewshire"},
        {"Renfrewshire (E)", "East Renfrewshire"},
        {"Aberdeen (shire)", "Aberdeenshire"},
        {"Renfrewshire", "Renfrewshire"},
        {"Na h-Eileanan Siar (Western Isles)", "Na h-Eileanan Siar"},
        {"Western Isles (Na h-Eileanan Siar)", "Na h-Eileanan Siar"},
        {"Eilean Siar (the Long Island)", "Na h-Eileanan Siar"},
        {"The Long Island (Western Isles)", "Na h-Eileanan Siar"},
        {"Western Isles [note 2]", "Na h-Eileanan Siar"},
        {"Na h-Eileanan Siar / Western Isles", "Na h-Eileanan Siar"},
        {"Glasgow / Greater Glasgow", "Glasgow City"},
        {"Greater Glasgow/Glasgow", "Glasgow City"},
        {"Fife / Angles", "Fife"},
        {"Comhairle nan Eilean Siar", "Na h-Eileanan Siar"},
        {"Dumfries & Galloway", "Dumfries and Galloway"},
        {"D\u00F9n \u00C8ideann", "City of Edinburgh"},
        {"Dun Eideann", "City of Edinburgh"},
        {"A\u2019 Gh\u00E0idhealtachd", "Highland"},
        {"Peairt is Ceann Rois", "Perth and Kinross"},
        {"Fife (S12000047)", "Fife"},
        // Not a council area, or not one alone.
        {"", ""},
        {"()", ""},
        {"Fife)(", "Fife"},
        {"Scotland", ""},
        {"Total", ""},
        {"Lanarkshire", ""},
        {"Ayrshire", ""},
        {"Perth and Kinros", ""},
        {"Stirling (Falkirk)", ""},
        {"Fife / Falkirk", ""},
        {"/", ""},
        {"S12000099", ""},
    };
    for (const auto& [text, name] : cases) {
        BOOST_TEST(name_found(known, text) == name, text);
    }
}

BOOST_AUTO_TEST_CASE(every_code_and_spelling_leads_to_its_row_whoever_writes_it) {
    const Gazetteer known(places());
    Hand hand(5);
    for (std::size_t i = 0; i < known.places().size(); ++i) {
        std::vector<std::string> written = spellings_of(known.places()[i]);
        const std::vector<std::string> codes = codes_of(known.places()[i]);
        written.insert(written.end(), codes.begin(), codes.end());
        for (const std::string& spelling : written) {
            BOOST_TEST((known.find(spelling) == i), spelling);
            for (int round = 0; round < 50; ++round) {
                const std::string other = hand.write(spelling);
                BOOST_TEST((known.find(other) == i), other);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_name_gets_the_nearest_known_ones) {
    const Gazetteer known(places());
    const std::vector<std::pair<std::string, std::vector<std::string>>> cases{
        {"Perth and Kinros", {"Perth and Kinross"}},
        {"Abredeen", {"Aberdeen City"}},
        {"Edinbrugh", {"City of Edinburgh"}},
        {"Shetland Isles", {"Shetland Islands"}},
        {"Lanarkshire", {"North Lanarkshire", "South Lanarkshire"}},
        {"Dunbartonshire", {"East Dunbartonshire", "West Dunbartonshire"}},
        {"N. Lanarkshir", {"North Lanarkshire"}},
        {"Weste\u0300rn Iles", {"Na h-Eileanan Siar"}},
        {"Obar Dheathan", {"Obar Dheathain"}},
        {"Perth and Kinros (Tayside and more)", {"Perth and Kinross"}},
        {"Perthshire", {"Perth and Kinross"}},
        {"Dumfies", {"Dumfries and Galloway"}},
        {"Argyle", {"Argyll and Bute"}},
        {"Narnia", {}},
        {"qwertyuiop", {}},
        {"12345", {}},
        {"", {}},
    };
    for (const auto& [text, near] : cases) {
        BOOST_TEST_CONTEXT(text) {
            BOOST_TEST(known.nearest(text, 3) == near, boost::test_tools::per_element());
        }
    }
    BOOST_TEST(known.nearest("Lanarkshire", 1).size() == 1U);
}

BOOST_AUTO_TEST_CASE(one_slip_in_a_name_nearly_always_leads_back_to_it) {
    const Gazetteer known(places());
    Hand hand(6);
    int slips = 0;
    int first = 0;
    int among_three = 0;
    for (const Place& right : known.places()) {
        for (const std::string& spelling : spellings_of(right)) {
            for (int round = 0; round < 20; ++round) {
                const std::string wrong = hand.slip(spelling);
                if (known.find(wrong)) {
                    continue; // not told as unknown
                }
                const std::vector<std::string> near = known.nearest(wrong, 3);
                const auto is_right = [&](const std::string& name) {
                    return name == right.name || name == right.name_gd;
                };
                ++slips;
                first += !near.empty() && is_right(near.front()) ? 1 : 0;
                among_three += std::ranges::any_of(near, is_right) ? 1 : 0;
            }
        }
    }
    BOOST_TEST_MESSAGE(slips << " slips: right name first " << first << ", among three "
                             << among_three);
    BOOST_TEST(slips > 2000);
    BOOST_TEST(first >= slips * 0.99);
    BOOST_TEST(among_three >= slips * 0.998);
}

BOOST_AUTO_TEST_CASE(a_code_of_two_places_is_an_error) {
    struct Case {
        std::vector<Place> places;
        std::string message;
    };
    const std::string remedy = "  give each code and each name to one place alone\n";
    const std::vector<Case> cases{
        {{place("S1", "Upper"), place("s1 ", "Lower")},
         "c.csv: error: \"s1 \" leads to both \"Upper\" and \"Lower\"\n" + remedy},
        {{place("UPPER", "Lower"), place("S2", "Upper")},
         "c.csv: error: \"Upper\" leads to both \"Lower\" and \"Upper\"\n" + remedy},
    };
    for (const Case& one : cases) {
        BOOST_TEST(error_text([&] { Gazetteer(one.places, "c.csv"); }) == one.message);
    }
    const Gazetteer apart({place("1.1", "Zone 1-1"), place("11", "Zone 11"), place("", "None")});
    BOOST_TEST(name_found(apart, "1.1") == "Zone 1-1");
    BOOST_TEST(name_found(apart, "zone 11") == "Zone 11");
    const Gazetteer twice({place("S1", "Upper", {"upper", "The Upper"})}); // one place alone
    BOOST_TEST(name_found(twice, "Upper Council") == "Upper");
}

BOOST_AUTO_TEST_CASE(a_name_of_two_places_leads_to_neither_and_is_told_as_theirs) {
    const Gazetteer known({place("S1", "Upper", {"Middle"}), place("S2", "Lower", {"M\u00EDddle"}),
                           place("S3", "The Upper Council")});
    BOOST_TEST(name_found(known, "Upper").empty());
    BOOST_TEST(name_found(known, "middle").empty());
    BOOST_TEST(name_found(known, "Lower") == "Lower");
    BOOST_TEST(name_found(known, "S3") == "The Upper Council");
    BOOST_TEST(known.all_named("upper") == (std::vector<std::size_t>{0, 2}),
               boost::test_tools::per_element());
    BOOST_TEST(known.all_named("Middle Council") == (std::vector<std::size_t>{0, 1}),
               boost::test_tools::per_element());
    BOOST_TEST(known.all_named("Lower").empty());
    BOOST_TEST(known.all_named("Narnia").empty());
}

BOOST_AUTO_TEST_CASE(regions_take_on_what_is_known_of_them) {
    const Gazetteer known(places());
    const Regions regions{.file = "lad.json",
                          .regions = {region("S12000015", "Fife"),           // a former code
                                      region("E06000057", "Northumberland"), // unknown
                                      region("7", "Eilean Siar", "Innse Gall"),
                                      region("S12000018", "The Inver Clyde Area")},
                          .attribution = {}};
    const Gazetteer found = gazetteer_of(regions, known);
    BOOST_TEST(found.places().size() == 4U);
    BOOST_TEST(found.places()[0].code == "S12000047");
    const std::vector<std::pair<std::string, std::string>> cases{
        {"F\u00ECobha", "Fife"},
        {"S12000047", "Fife"},
        {"E06000057", "Northumberland"},
        {"northumberland", "Northumberland"},
        {"7", "Na h-Eileanan Siar"},
        {"Western Isles", "Na h-Eileanan Siar"},
        {"Innse Gall", "Na h-Eileanan Siar"},
        {"Inver Clyde Area", "Inverclyde"},
        {"Falkirk", ""}, // known, but none of these regions
    };
    for (const auto& [text, name] : cases) {
        BOOST_TEST(name_found(found, text) == name, text);
    }
}

BOOST_AUTO_TEST_CASE(regions_that_are_known_by_a_part_of_their_name_alone_are_not) {
    const Regions wards{.file = "wards.json",
                        .regions = {region("S13002837", "Stirling East (Stirling)"),
                                    region("S13002838", "Bannockburn (Stirling)")},
                        .attribution = {}};
    BOOST_TEST(gazetteer_of(wards, Gazetteer(places())).places()[1].name ==
               "Bannockburn (Stirling)");
}

BOOST_AUTO_TEST_CASE(regions_of_another_kind_are_not_the_places_whose_names_they_have) {
    const Regions constituencies{.file = "c.json",
                                 .regions = {region("S16000133", "Midlothian"),
                                             region("S16000134", "Fife"),
                                             region("S16000135", "Fife")},
                                 .attribution = {}};
    const Gazetteer found = gazetteer_of(constituencies, Gazetteer(places()));
    BOOST_REQUIRE(found.places().size() == 3U);
    BOOST_TEST(found.places()[0].code == "S16000133");
    BOOST_TEST(name_found(found, "S16000135") == "Fife");
    BOOST_TEST(name_found(found, "S12000019") == "");
}

BOOST_AUTO_TEST_CASE(regions_that_are_one_place_or_two_are_errors) {
    const Gazetteer known(places());
    const Regions twice{.file = "lad.json",
                        .regions = {region("S12000047", "Fife"), region("S12000015", "Fife"),
                                    region("S12000014", "Fife")},
                        .attribution = {}};
    BOOST_TEST(error_text([&] { gazetteer_of(twice, known); }) ==
               "lad.json: error: feature 1: \"Fife\" is the same place as feature 0, \"Fife\"\n"
               "  give each place one feature, with all its parts\n"
               "lad.json: error: feature 2: the code \"S12000014\" is that of \"Falkirk\", but the "
               "name is \"Fife\"\n"
               "  correct the code or the name, or name another field for it\n");
    const Regions unknown{.file = "wards.json",
                          .regions = {region("A1", "North"), region("A1", "South")},
                          .attribution = {}};
    BOOST_TEST(error_text([&] { gazetteer_of(unknown, known); }) ==
               "wards.json: error: \"A1\" leads to both \"North\" and \"South\"\n"
               "  give each code and each name to one place alone\n");
}

BOOST_AUTO_TEST_SUITE_END()
