#include "base/name_key.h"

#include "base/utf8.h"
#include "tests/support.h"

#include <random>

BOOST_AUTO_TEST_SUITE(name_key)

using namespace cairn;

BOOST_AUTO_TEST_CASE(spellings_of_a_name_have_one_key) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"", ""},
        {"Fife", "fife"},
        {"  FIFE\t", "fife"},
        {"\uFEFFFife\u200B", "fife"},
        {"West\u00A0Lothian", "westlothian"},
        {"West \u2009 Lothian", "westlothian"},
        {"Mid-Lothian", "midlothian"},
        {"\uFF26\uFF49\uFF46\uFF45", "fife"},                       // full width
        {"D\u00F9n \u00C8ideann", "duneideann"},                    // precomposed
        {"Du\u0300n E\u0300ideann", "duneideann"},                  // combining
        {"\u00C6r\u00F8 \u0141\u00F3d\u017A \u1E80", "aerolodzw"},  // Latin letters
        {"Stra\u00DFe \u0152uvre \u00DEing", "strasseoeuvrething"}, // two letters for one
        {"A' Gh\u00E0idhealtachd", "aghaidhealtachd"},
        {"A\u2019 Gh\u00E0idhealtachd", "aghaidhealtachd"},
        {"A\u02BC Gh\u00E0idhealtachd", "aghaidhealtachd"},
        {"A\u00B4Gh\u00E0idhealtachd", "aghaidhealtachd"},
        {"A`Gh\u00E0idhealtachd", "aghaidhealtachd"},
        {"Na h-Eileanan Siar", "naheileanansiar"},
        {"Na h\u2010Eileanan Siar", "naheileanansiar"},
        {"Na h\u2011Eileanan Siar", "naheileanansiar"},
        {"Na h\u2013Eileanan Siar", "naheileanansiar"},
        {"Na h\u2212Eileanan Siar", "naheileanansiar"},
        {"Na hEileanan Siar", "naheileanansiar"},
        {"Na h Eileanan Siar", "naheileanansiar"},
        {"Argyll & Bute", "argyllandbute"},
        {"Argyll&Bute", "argyllandbute"},
        {"Argyll + Bute", "argyllandbute"},
        {"argyll_and_bute", "argyllandbute"},
        {"Peairt agus Ceann Rois", "peairtandceannrois"},
        {"Peairt is Ceann Rois", "peairtandceannrois"},
        {"The Highland Council", "highland"},
        {"Highland council area", "highland"},
        {"The Council", "council"},
        {"The", "the"},
        {"Council", "council"},
        {"Theatre", "theatre"},
        {"City of Edinburgh", "edinburghcity"},
        {"Edinburgh, City of", "edinburghcity"},
        {"The City of Edinburgh Council", "edinburghcity"},
        {"City of Edinburgh Council, The", "edinburghcity"},
        {"Edinburgh City", "edinburghcity"},
        {"City of", "cityof"},
        {"Scottish Borders, The", "scottishborders"},
        {"Lanarkshire, North", "northlanarkshire"},
        {"Ayrshire, E.", "eastayrshire"},
        {"N. Lanarkshire", "northlanarkshire"},
        {"N Lanarkshire", "northlanarkshire"},
        {"N.Lanarkshire", "northlanarkshire"},
        {"n lanarkshire council", "northlanarkshire"},
        {"Nth Lanarkshire", "northlanarkshire"},
        {"S. Ayrshire", "southayrshire"},
        {"Sth. Ayrshire", "southayrshire"},
        {"E Lothian", "eastlothian"},
        {"W. Dunbartonshire", "westdunbartonshire"},
        {"S", "s"},
        {"Fife*", "fife"},
        {"Fife\u2020 ", "fife"},
        {"Fife\u00B9", "fife"},
        {"\u201CFife\u201D", "fife"},
        {"Zone 1-1", "zone1 1"},
        {"Zone 11", "zone11"},
        {"one, two, three", "onetwothree"},
        {"\u4E2D\u6587", "\u4E2D\u6587"},
    };
    for (const auto& [name, key] : cases) {
        BOOST_TEST(cairn::name_key(name) == key, name << ": " << cairn::name_key(name));
    }
}

BOOST_AUTO_TEST_CASE(the_key_of_a_key_is_itself) {
    const std::vector<std::string> pieces{"the", "The ", "council", " area", "city ",  "of ",
                                          "N",   ".",    ",",       " ",     "-",      "&",
                                          "1",   "23",   "is",      " agus", "\u00E0", "\u0300",
                                          "(",   ")",    "'",       "x",     "\xFF",   "\u4E2D"};
    std::mt19937 random(3);
    std::uniform_int_distribution<std::size_t> piece(0, pieces.size() - 1);
    for (int round = 0; round < 20000; ++round) {
        std::string name;
        for (std::size_t i = piece(random); i > 0; --i) {
            name += pieces[piece(random)];
        }
        const std::string key = cairn::name_key(name);
        BOOST_TEST(cairn::name_key(key) == key, name);
    }
}

BOOST_AUTO_TEST_CASE(spellings_of_a_code_have_one_key) {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"S12000033", "S12000033"},
        {" s12000033\u00A0", "S12000033"},
        {"\uFEFFS12000033", "S12000033"},
        {"S12 000033", "S12000033"},
        {"GB-ABE", "GB-ABE"},
        {"gb\u2011abe", "GB-ABE"},
        {"1.1", "1.1"},
        {"11", "11"},
    };
    for (const auto& [code, key] : cases) {
        BOOST_TEST(code_key(code) == key, code);
    }
}

BOOST_AUTO_TEST_CASE(the_nearest_candidates_come_first) {
    const std::vector<std::string> keys{"title", "subtitle", "source", "formats", "id", "kind"};
    const std::vector<std::string> places{"East Lothian",  "Midlothian",     "West Lothian",
                                          "East Ayrshire", "North Ayrshire", "Fife"};
    struct Case {
        std::string text;
        std::vector<std::string> candidates;
        std::vector<std::string> near;
    };
    const std::vector<Case> cases{
        {"titel", keys, {"title"}},
        {"Title", keys, {"title", "subtitle"}}, // the second holds the first whole
        {"sauce", keys, {"source"}},
        {"format", keys, {"formats"}},
        {"di", keys, {"id"}},
        {"x", keys, {}},
        {"", keys, {}},
        {"colour", keys, {}},
        {"Fief", places, {"Fife"}},
        {"Fifeshire", places, {"Fife"}},
        {"Lothian", places, {"Midlothian", "East Lothian", "West Lothian"}},
        {"Ayrshire", places, {"East Ayrshire", "North Ayrshire"}},
        {"West Lothina", places, {"West Lothian"}},
        {"Narnia", places, {}},
        {"\u4E2D\u6587", places, {}},
        {"Fife", {}, {}},
    };
    for (const Case& one : cases) {
        BOOST_TEST(nearest(one.text, one.candidates, 3) == one.near,
                   boost::test_tools::per_element());
    }
    BOOST_TEST(nearest("Lothian", places).size() == 1U);
    BOOST_TEST(nearest("Lothian", places, 0).empty());
}

BOOST_AUTO_TEST_CASE(one_wrong_letter_keeps_a_long_name_nearest) {
    const std::vector<std::string> names{"Clackmannanshire", "Dumfries and Galloway", "Inverclyde"};
    std::mt19937 random(4);
    std::uniform_int_distribution<int> letter('a', 'z');
    for (const std::string& name : names) {
        for (std::size_t i = 0; i < name.size(); ++i) {
            std::string wrong = name;
            wrong[i] = static_cast<char>(letter(random));
            BOOST_TEST(nearest(wrong, names) == std::vector{name},
                       boost::test_tools::per_element());
        }
    }
}

BOOST_AUTO_TEST_CASE(the_first_letter_becomes_a_capital) {
    BOOST_TEST(cairn::capitalised("") == "");
    BOOST_TEST(cairn::capitalised("two words") == "Two words");
    BOOST_TEST(cairn::capitalised("\u00e0ireamh") == "\u00c0ireamh");
    BOOST_TEST(cairn::capitalised("\u00f7") == "\u00f7");
}

BOOST_AUTO_TEST_SUITE_END()
