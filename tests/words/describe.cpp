#include "render/words/describe.h"

#include "base/utf8.h"
#include "render/facts/gather/gather_panels.h"
#include "render/input/table/table.h"
#include "tests/facts/support_facts.h"
#include "tests/facts/support_marks.h"
#include "tests/support.h"

namespace cairn::words::tests {
BOOST_AUTO_TEST_SUITE(describe)

namespace {

using test::none;

/// The facts of a table in samples/stories-project, titled as there.
facts::Facts sample(const std::string& name, const input::FigureSpec& spec, const char* label) {
    const std::filesystem::path root = test::source_folder();
    const input::Table table = input::read_csv(root / "samples/stories-project" / name, name);
    input::DataSpec data;
    data.label_column = label;
    data.value_column = "Stories";
    const input::Observations observations = input::read_observations(table, data);
    if (!spec.data.are_places) {
        return facts::gather_bars(spec, observations, test::english());
    }
    const geo::Gazetteer places(input::read_places(root / "boundaries/councils.csv"));
    return facts::gather_map(spec, observations, places,
                             "Boundaries: Natural Earth, public domain.", test::english());
}

facts::Facts stories_by_sector() {
    input::FigureSpec spec;
    spec.title = "Story origins by sector";
    spec.source = "Personal Outcomes Network";
    spec.sort = input::Sort::file;
    spec.expect_total = 39;
    return sample("sector.csv", spec, "Sector");
}

facts::Facts stories_by_place() {
    input::FigureSpec spec;
    spec.data.are_places = true;
    spec.title = "Story origins by location";
    spec.note = "The 42 places include those of some workshop participants.";
    spec.source = "Personal Outcomes Network";
    spec.sort = input::Sort::file;
    spec.absent = input::Absent::zero;
    spec.expect_total = 42;
    spec.classes.method = input::ClassMethod::fixed;
    spec.classes.breaks = {1, 2, 3, 5, 11};
    return sample("place.csv", spec, "Council area");
}

std::string shown(const std::vector<LegendLabel>& labels) {
    std::string text;
    for (const LegendLabel& label : labels) {
        text += (text.empty() ? "" : ", ") + label.range + " (" + label.count + ")";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_stories_by_sector) {
    const Words words = words::describe(stories_by_sector(), test::english());
    BOOST_TEST(words.language == "en-GB");
    BOOST_TEST(words.title == "Story origins by sector");
    BOOST_TEST(words.subtitle == "39 stories in 9 sectors");
    BOOST_TEST(words.list ==
               "Story origins by sector: Unpaid carer 1, Public body 1, Private company 1, "
               "Independent Care Home 1, Government agency 1, Education 3, Statutory agency 6, "
               "Health / NHS 6, Third sector 19");
    BOOST_TEST(words.short_text ==
               "Bar chart of story origins by sector: 39 stories in nine sectors. Third sector "
               "accounts for 19 of them, nearly half; Statutory agency and Health / NHS have 6 "
               "each; five sectors have 1 story each.");
    BOOST_TEST(
        words.description ==
        "Bar chart of story origins by sector: 39 stories in nine sectors. The bars run from "
        "the lowest to the highest.\n"
        "Third sector has 19 stories; Statutory agency and Health / NHS have 6 each; "
        "Education has 3; Unpaid carer, Public body, Private company, Independent Care Home "
        "and Government agency have 1 each.\n"
        "Third sector accounts for 19 of the 39 stories, nearly half. That is more than "
        "three times as many as the next highest. Together, Third sector, Statutory agency "
        "and Health / NHS account for 31 of the 39 stories, nearly four fifths.\n"
        "Source: Personal Outcomes Network.");
    BOOST_TEST(words.marks.at(0).name == "Unpaid carer: 1 story");
    BOOST_TEST(words.marks.at(8).name == "Third sector: 19 stories");
    BOOST_TEST(words.marks.at(8).value == "19");
    BOOST_REQUIRE(words.notes.size() == 1U);
    BOOST_TEST(words.notes.front().text == "Source: Personal Outcomes Network");
    BOOST_TEST(words.legend_title == "");
    BOOST_TEST(to_markdown(words.table) == "| Sector | Stories |\n"
                                           "| :--- | ---: |\n"
                                           "| Unpaid carer | 1 |\n"
                                           "| Public body | 1 |\n"
                                           "| Private company | 1 |\n"
                                           "| Independent Care Home | 1 |\n"
                                           "| Government agency | 1 |\n"
                                           "| Education | 3 |\n"
                                           "| Statutory agency | 6 |\n"
                                           "| Health / NHS | 6 |\n"
                                           "| Third sector | 19 |\n");
}

BOOST_AUTO_TEST_CASE(the_stories_by_place) {
    const Words words = words::describe(stories_by_place(), test::english());
    BOOST_TEST(words.subtitle == "42 stories in 17 of 32 council areas");
    BOOST_TEST(words.list ==
               "Story origins by location: Stirling 1, Shetland Islands 1, Renfrewshire 1, North "
               "Lanarkshire 1, North Ayrshire 1, East Renfrewshire 1, Dumfries and Galloway 1, "
               "Aberdeen City 1, Falkirk 2, East Ayrshire 2, Inverclyde 2, Midlothian 2, South "
               "Lanarkshire 2, Dundee City 3, Fife 5, City of Edinburgh 5, Glasgow City 11");
    BOOST_TEST(words.short_text ==
               "Map of story origins by location: 42 stories in 17 of 32 council areas. Glasgow "
               "City accounts for 11 of them, just over a quarter; Fife and City of Edinburgh have "
               "5 each; eight council areas have 1 story each. No stories in the other 15.");
    BOOST_TEST(
        words.description ==
        "Map of story origins by location: 42 stories in 17 of 32 council areas. The council areas "
        "fall into four classes by number of stories: 1 (8 areas), 2 (5 areas), 3 to 4 (1 area) "
        "and "
        "5 to 11 (3 areas).\n"
        "Glasgow City has 11 stories; Fife and City of Edinburgh have 5 each; Dundee City has 3; "
        "Falkirk, East Ayrshire, Inverclyde, Midlothian and South Lanarkshire have 2 each; "
        "Stirling, Shetland Islands, Renfrewshire, North Lanarkshire, North Ayrshire, East "
        "Renfrewshire, Dumfries and Galloway, and Aberdeen City have 1 each. No stories in "
        "Aberdeenshire, Angus, Argyll and Bute, Clackmannanshire, East Dunbartonshire, East "
        "Lothian, Highland, Moray, Na h-Eileanan Siar, Orkney Islands, Perth and Kinross, Scottish "
        "Borders, South Ayrshire, West Dunbartonshire, or West Lothian.\n"
        "Glasgow City accounts for 11 of the 42 stories, just over a quarter. That is more than "
        "twice as many as the next highest. Together, Glasgow City, Fife and City of Edinburgh "
        "account for 21 of the 42 stories, half.\n"
        "The map shows counts, not rates: it takes no account of how many people live in each "
        "council area.\n"
        "The 42 places include those of some workshop participants. Source: Personal Outcomes "
        "Network. Boundaries: Natural Earth, public domain.");
    BOOST_TEST(words.legend_title == "Stories per council area");
    BOOST_TEST(shown(words.class_labels) ==
               "1 (8 areas), 2 (5 areas), 3 to 4 (1 area), 5 to 11 (3 areas)");
    BOOST_TEST(shown(words.zero_label) == "No stories (15 areas)");
    BOOST_TEST(shown(words.missing_label) == "");
    BOOST_TEST(words.marks.at(0).name == "Stirling: 1 story");
    BOOST_TEST(words.marks.at(17).name == "Aberdeenshire: no stories");
    BOOST_TEST(words.table.rows.size() == 32U);
    BOOST_TEST(words.table.caption == "Story origins by location");
    BOOST_TEST(words.notes.size() == 3U);
}

BOOST_AUTO_TEST_CASE(a_subtitle_counts_in_digits) {
    const std::pair<test::Rows, std::string> cases[] = {
        {{{"A", 2}, {"B", 3}}, "5 stories in 2 sectors"},
        {{{"A", 1}}, "1 story in 1 sector"},
        {{{"A", 2}, {"B", 0}, {"C", 1}}, "3 stories in 2 of 3 sectors"},
        {{{"A", 0}, {"B", 0}}, "No stories in 2 sectors"},
        {{{"A", 0}, {"B", none}}, "No stories; no data for 1 of 2 sectors"},
        {{{"A", none}, {"B", none}}, "No data for 2 sectors"},
        {{{"A", -2}, {"B", 3}}, "Stories"},
    };
    for (const auto& [rows, subtitle] : cases) {
        BOOST_TEST(words::describe(test::bars(rows), test::english()).subtitle == subtitle);
    }
    facts::Facts facts = test::bars({{"A", 2}});
    facts.subtitle = "As given";
    BOOST_TEST(words::describe(facts, test::english()).subtitle == "As given");
}

BOOST_AUTO_TEST_CASE(a_list_has_every_row_and_no_other) {
    BOOST_TEST(
        words::describe(test::bars({{"A", 1234}, {"B", none}, {"C", 0}}), test::english()).list ==
        "Story origins by sector: A 1,234, B no data, C 0");
    BOOST_TEST(
        words::describe(test::bars({{"A", 2}}, {.title = "Who told?"}), test::english()).list ==
        "Who told? A 2");
    BOOST_TEST(words::describe(test::map({{"Fife", 2}}, {"Angus", "Fife"}, input::Absent::zero),
                               test::english())
                   .list == "Story origins by sector: Fife 2");
}

BOOST_AUTO_TEST_CASE(where_values_are_suppressed_no_sum_no_share_and_no_finding_is_told) {
    input::Observations rows =
        test::observations({{"A", 40}, {"B", none}, {"C", 9}, {"D", none}, {"E", none}, {"F", 2}});
    for (const std::size_t i : {1U, 3U}) {
        rows.rows[i].reason = Reason::suppressed;
    }
    input::FigureSpec spec = test::spec_of(false, {});
    spec.headline = true;
    const Words words =
        words::describe(facts::gather_bars(spec, rows, test::english()), test::english());
    BOOST_TEST(words.title == "Story origins by sector");
    BOOST_TEST(words.subtitle == "Stories in 3 sectors with data");
    BOOST_TEST(words.list == "Story origins by sector: A 40, B suppressed, C 9, D suppressed, E no "
                             "data, F 2");
    BOOST_TEST(words.short_text ==
               "Bar chart of story origins by sector: stories in three sectors with data, from 2 "
               "stories (F) to 40 stories (A). Suppressed for B and D; no data for E.");
    for (const char* summed : {"51", "in all", "account", "half", "times"}) {
        BOOST_TEST(words.description.find(summed) == std::string::npos, summed);
    }
    // None is known to have none but those that are shown to.
    rows.rows[5].value = 0;
    const Words with_zero =
        words::describe(facts::gather_bars(spec, rows, test::english()), test::english());
    BOOST_TEST(with_zero.short_text ==
               "Bar chart of story origins by sector: stories in two of three sectors with data, "
               "from 9 stories (C) to 40 stories (A). No stories in F. Suppressed for B and D; no "
               "data for E.");
    BOOST_TEST(words.marks.at(1).name == "B: suppressed");
    BOOST_TEST(words.table.rows.at(1).at(1) == "suppressed");
}

BOOST_AUTO_TEST_CASE(each_reason_for_a_missing_value_is_told) {
    const std::pair<std::optional<Reason>, std::string> reasons[] = {
        {std::nullopt, "no data"},
        {Reason::unknown, "no data"},
        {Reason::not_available, "not available"},
        {Reason::suppressed, "suppressed"},
        {Reason::not_applicable, "not applicable"},
        {Reason::low, "too low to show"},
        {Reason::range, "given as a range"},
        {Reason::unreliable, "too unreliable to show"},
        {Reason::none_recorded, "none recorded"},
    };
    test::Rows rows{{"A", 40}, {"B", 9}, {"C", none}};
    for (const auto& [reason, word] : reasons) {
        input::Observations table = test::observations(rows);
        table.rows.at(2).reason = reason;
        const facts::Facts facts =
            facts::gather_bars(test::spec_of(false, {}), table, test::english());
        const Words words = words::describe(facts, test::english());
        BOOST_TEST(words.marks.at(2).name == "C: " + word);
        BOOST_TEST(words.table.rows.at(2).at(1) == word);
        BOOST_TEST(words.short_text.find(". " + capitalised(word) + " for C.") != std::string::npos,
                   words.short_text);
        BOOST_TEST(words.list.ends_with("C " + word));
    }
}

BOOST_AUTO_TEST_CASE(small_maps_that_are_no_steps_are_named_and_span_nothing) {
    const auto subtitle = [](const std::string& first, const std::string& second) {
        input::Observations rows = test::observations({{"Fife", 7}, {"Fife", 8}});
        rows.rows[0].panel = first;
        rows.rows[1].panel = second;
        input::FigureSpec spec = test::spec_of(true, {.title = "Stories by place"});
        spec.data.panel_column = "Phase";
        const geo::Gazetteer places({{"S12000047", {}, "GB-FIF", "Fife", "Fìobha", {}}});
        const Words words = words::describe(
            facts::gather_panels(spec, rows, places, "", test::english()), test::english());
        return words.subtitle + " | " + words.short_text.substr(0, words.short_text.find('.'));
    };
    BOOST_TEST(subtitle("2023", "2024") ==
               "15 stories, 2023 to 2024 | Two maps of stories by place, 2023 to 2024");
    BOOST_TEST(subtitle("Written", "Told") ==
               "15 stories: Written and Told | Two maps of stories by place: Written and Told");
    BOOST_TEST(subtitle(std::string(60, 'a'), "Told") ==
               "15 stories | Two maps of stories by place");
}

BOOST_AUTO_TEST_CASE(marks_are_named_with_their_unit) {
    const auto names = [](const facts::Facts& facts) {
        return test::names_of_marks(words::describe(facts, test::english()));
    };
    BOOST_TEST(names(test::bars({{"A", 1}, {"B", 0}, {"C", none}, {"D", 2000}})) ==
                   (std::vector<std::string>{"A: 1 story", "B: no stories", "C: no data",
                                             "D: 2,000 stories"}),
               boost::test_tools::per_element());
    facts::Facts share = test::bars({{"A", 12.5}, {"B", 0}}, {"Share", "Sector", "Share", 1});
    share.unit = {"%", "%"};
    BOOST_TEST(names(share) == (std::vector<std::string>{"A: 12.5%", "B: 0%"}),
               boost::test_tools::per_element());
    BOOST_TEST(test::values_of_marks(words::describe(share, test::english())) ==
                   (std::vector<std::string>{"12.5%", "0%"}),
               boost::test_tools::per_element());
    BOOST_TEST(words::describe(share, test::english()).short_text ==
               "Bar chart of share: two sectors, from 0% (B) to 12.5% (A).");
}

BOOST_AUTO_TEST_CASE(a_legend_tells_ranges_and_how_many) {
    const std::vector<std::string> regions{"Angus", "Falkirk", "Fife", "Highland", "Moray"};
    const Words measured =
        words::describe(test::map({{"Fife", 2.5}, {"Angus", 7.5}, {"Moray", 0}, {"Falkirk", 7}},
                                  regions, input::Absent::missing, {"Rates", "Place", "Rate", 1}),
                        test::english());
    BOOST_TEST(measured.legend_title == "Rate");
    BOOST_TEST(shown(measured.class_labels) ==
               "2.5 to under 7.0 (1 area), 7.0 to under 7.5 (1 area), 7.5 (1 area)");
    BOOST_TEST(shown(measured.zero_label) == "0 (1 area)");
    BOOST_TEST(shown(measured.missing_label) == "No data (1 area)");
    const Words signs =
        words::describe(test::map({{"Fife", -1500}, {"Angus", 3}}, regions, input::Absent::missing),
                        test::english());
    BOOST_TEST(shown(signs.class_labels) == "\u22121,500 to 2 (1 area), 3 (1 area)");
    BOOST_TEST(shown(signs.missing_label) == "No data (3 areas)");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words::tests
