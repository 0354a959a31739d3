#include "render/words/rate_text.h"

#include "render/facts/gather/gather.h"
#include "render/input/table/table.h"
#include "render/kinds.h"
#include "render/words/describe.h"
#include "tests/support.h"
#include "tests/support_language.h"

#include <algorithm>

namespace cairn::words {
BOOST_AUTO_TEST_SUITE(rate_text)

namespace {

/// The facts of a figure of samples/story-rates, without the rows that `keeps` refuses.
template<typename Keeps>
facts::Facts sample(const std::string& id, const std::string& language, const Keeps& keeps) {
    const std::filesystem::path root = test::source_folder();
    const input::FigureFile file = input::read_figure_file(
        root / "samples/story-rates/figures.yaml", kinds_of_figure_files(), {language});
    const auto spec = std::find_if(file.figures.begin(), file.figures.end(),
                                   [&](const input::FigureSpec& one) { return one.id == id; });
    input::FigureSpec asked = *spec;
    asked.expect_total = std::nullopt;
    input::Table table =
        input::read_csv(std::get<std::filesystem::path>(asked.data.source), "d.csv");
    std::erase_if(table.rows, [&](const input::Row& row) { return !keeps(row.cells.front()); });
    const input::Observations observations = input::read_observations(table, asked.data);
    const input::Catalogue& words = language == "gd" ? test::gaelic() : test::english();
    if (!asked.data.are_places) {
        return facts::gather_bars(asked, observations, words);
    }
    const geo::Gazetteer places(input::read_places(root / "boundaries/councils.csv"));
    return facts::gather_map(asked, observations, places, "Boundaries: us", words);
}

facts::Facts sample(const std::string& id, const std::string& language) {
    return sample(id, language, [](const std::string&) { return true; });
}

bool has(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_stories_by_place) {
    const Words words = describe(sample("place-rate", "en"), test::english());
    BOOST_TEST(words.subtitle == "Stories per 100,000 people, mid-2022 population");
    BOOST_TEST(words.legend_title == "Stories per 100,000 people");
    BOOST_TEST(words.zero_label.at(0).range == "No stories");
    BOOST_TEST(words.short_text ==
               "Map of stories for the number of people: 42 stories in 17 of 32 council areas, "
               "0.77 per 100,000 people overall. Shetland Islands has the highest rate, 4.34 (1 "
               "story). No stories in the other 15. Every rate rests on fewer than 20 stories.");
    BOOST_TEST(words.list.starts_with(
        "Stories for the number of people (stories per 100,000 people): Shetland Islands 4.34 (1 "
        "story), Inverclyde 2.55 (2 stories), "));
    BOOST_TEST(words.marks[0].name == "Shetland Islands: 4.34 per 100,000 people (1 story)");
    BOOST_TEST(words.marks[0].value == "4.34");
    const std::string& text = words.description;
    BOOST_TEST(has(text, "The council areas fall into four classes by rate: 0.2 to under 0.5 (2 "
                         "areas), "));
    BOOST_TEST(has(text, "\nStories per 100,000 people, from highest to lowest: Shetland Islands, "
                         "4.34 (1 story); Inverclyde, 2.55 (2 stories); "));
    BOOST_TEST(has(text, "\nShetland Islands has the highest rate, 4.34 (1 story). Glasgow City "
                         "has the most stories, 11, at a rate of 1.77.\n"));
    BOOST_TEST(has(text, "\nEvery rate here rests on fewer than 20 stories ([u] in the data "
                         "table), so differences may be due to chance. Source: Personal Outcomes "
                         "Network. Population: mid-2022 estimates, © Crown copyright, National "
                         "Records of Scotland (Open Government Licence v3.0). Boundaries: us."));
    BOOST_TEST(!has(text, "counts, not rates"));
    BOOST_TEST(words.rights == "Boundaries: us. Population: mid-2022 estimates, © Crown "
                               "copyright, National Records of Scotland (Open Government Licence "
                               "v3.0).");
    BOOST_TEST(to_markdown(words.table)
                   .starts_with("| Council area | Stories | Population, mid-2022 | Stories per "
                                "100,000 people |\n| :--- | ---: | ---: | ---: |\n"
                                "| Shetland Islands | 1 | 23,020 | 4.34 \\[u] |\n"));
}

BOOST_AUTO_TEST_CASE(the_stories_by_place_in_gaelic) {
    const Words words = describe(sample("place-rate", "gd"), test::gaelic());
    BOOST_TEST(words.subtitle == "Sgeulachdan do gach 100,000 duine, sluagh ann am meadhan 2022");
    BOOST_TEST(words.legend_title == "Sgeulachdan do gach 100,000 duine");
    BOOST_TEST(words.short_text ==
               "Mapa “Sgeulachdan a rèir àireamh an t-sluaigh”: 42 sgeulachd ann an 17 a-mach à "
               "32 sgìre comhairle, 0.77 do gach 100,000 duine uile gu lèir. Sealtainn: 4.34 (1 "
               "sgeulachd), an reat as àirde. Nas lugha na 20 sgeulachd air cùl gach reat.");
    BOOST_TEST(words.marks[0].name == "Sealtainn: 4.34 do gach 100,000 duine (1 sgeulachd)");
    BOOST_TEST(
        has(words.description, "Glaschu: an àireamh as motha (sgeulachdan: 11; reat: 1.77)."));
    BOOST_TEST(words.table.columns[2].heading == "Sluagh, meadhan 2022");
    BOOST_TEST(words.rights == "Boundaries: us"); // which is English
}

BOOST_AUTO_TEST_CASE(where_all_have_some_the_lowest_is_told) {
    facts::Facts facts = sample("board-rate", "en", [](const std::string& board) {
        return board == "NHS Fife" || board == "NHS Grampian" || board == "NHS Tayside";
    });
    facts.title = "Stories";
    BOOST_TEST(describe(facts, test::english()).short_text ==
               "Bar chart of stories: 9 stories in three health boards, 0.66 per 100,000 people "
               "overall. NHS Fife has the highest rate, 1.35 (5 stories); NHS Grampian has the "
               "lowest, 0.17 (1 story). Every rate rests on fewer than 20 stories.");
}

BOOST_AUTO_TEST_CASE(some_rates_rest_on_few_cases) {
    facts::Facts facts = sample("board-rate", "en");
    facts.rate->of_few_cases = 1;
    for (facts::Fact& fact : facts.facts) {
        fact.few_cases = fact.label == "NHS Fife";
    }
    const Words one = describe(facts, test::english());
    BOOST_TEST(one.notes.front().text == "The rate for NHS Fife rests on fewer than 20 stories "
                                         "([u]), so it may be due to chance.");
    BOOST_TEST(has(one.short_text, "Of the 10 rates, 1 rests on fewer than 20 stories."));
    BOOST_TEST(one.table.rows[1].back() == "1.35 [u]");
    BOOST_TEST(one.table.rows[0].back() == "4.34");
    BOOST_TEST(one.marks[1].value == "1.35 [u]");
    BOOST_TEST(one.marks[0].value == "4.34");
    facts.rate->of_few_cases = 4;
    for (std::size_t i = 0; i < 4; ++i) {
        facts.facts[i].few_cases = true;
    }
    const Words four = describe(facts, test::english());
    BOOST_TEST(four.notes.front().text ==
               "The rates for four health boards rest on fewer than 20 stories each ([u]), so "
               "they may be due to chance.");
    BOOST_TEST(has(four.short_text, "Of the 10 rates, 4 rest on fewer than 20 stories each."));
    facts.rate->of_few_cases = 0;
    for (facts::Fact& fact : facts.facts) {
        fact.few_cases = false;
    }
    BOOST_TEST(describe(facts, test::english()).notes.front().text.starts_with("Source: "));
}

BOOST_AUTO_TEST_CASE(an_amount_without_a_noun_is_told_as_a_measure) {
    input::FigureSpec spec;
    spec.title = "Spending";
    spec.sort = input::Sort::file;
    spec.data.rate = input::RateSpec{.column = "Population"};
    input::Observations observations{
        "d.csv", "Area", "Income", {{"North", 300.5, 2, "", 20}, {"South", 0, 3, "", 10}}, 1};
    observations.per_heading = "Population";
    const Words words =
        describe(facts::gather_bars(spec, observations, test::english()), test::english());
    BOOST_TEST(words.subtitle == "Income per person");
    BOOST_TEST(words.short_text == "Bar chart “Spending”: Income per person in two areas, from 0 "
                                   "per person (South) to 15 per person (North).");
    BOOST_TEST(words.list == "Spending (Income per person): North 15, South 0");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
