#include "render/facts/gather/gather.h"
#include "render/input/table/table.h"
#include "render/kinds.h"
#include "render/words/describe.h"
#include "tests/support_language.h"

// The sample of the project in Gaelic, as its figure file has it.

namespace cairn::words::tests {
BOOST_AUTO_TEST_SUITE(describe_gaelic)

namespace {

const std::filesystem::path root = test::source_folder();

facts::Facts sample(std::size_t index) {
    const input::FigureFile file = input::read_figure_file(
        root / "samples/stories-project/figures.yaml", kinds_of_figure_files(), {"gd"});
    BOOST_REQUIRE(file.problems.empty());
    const input::FigureSpec& spec = file.figures.at(index);
    const input::Observations observations = input::read_observations(
        input::read_csv(std::get<std::filesystem::path>(spec.data.source), spec.data.shown),
        spec.data);
    if (!spec.data.are_places) {
        return facts::gather_bars(spec, observations, test::gaelic());
    }
    const geo::Gazetteer places(input::read_places(root / "boundaries/councils.csv"));
    return facts::gather_map(spec, observations, places, "Made with Natural Earth.",
                             test::gaelic());
}

} // namespace

BOOST_AUTO_TEST_CASE(the_stories_by_sector) {
    const facts::Facts facts = sample(0);
    const Words words = describe(facts, test::gaelic());
    BOOST_TEST(facts.warnings.empty());
    BOOST_TEST(words.language == "gd");
    BOOST_TEST(words.title == "Tùsan nan sgeulachdan a rèir roinne");
    BOOST_TEST(words.subtitle == "39 sgeulachd ann an 9 roinnean");
    BOOST_TEST(words.list ==
               "Tùsan nan sgeulachdan a rèir roinne: Neach-cùraim gun phàigheadh 1, Buidheann "
               "phoblach 1, Companaidh phrìobhaideach 1, Dachaigh-chùraim neo-eisimeileach 1, "
               "Buidheann riaghaltais 1, Foghlam 3, Buidheann reachdail 6, Slàinte / NHS 6, An "
               "treas roinn 19");
    BOOST_TEST(words.short_text ==
               "Graf-bàr “Tùsan nan sgeulachdan a rèir roinne”: 39 sgeulachd ann an 9 roinnean. An "
               "treas roinn: 19 dhiubh, faisg air leth; Buidheann reachdail agus Slàinte / NHS: 6 "
               "an urra; 5 roinnean: 1 sgeulachd an urra.");
    BOOST_TEST(
        words.description ==
        "Graf-bàr “Tùsan nan sgeulachdan a rèir roinne”: 39 sgeulachd ann an 9 roinnean. Tha na "
        "bàraichean ann an òrdugh, bhon luach as ìsle gus an luach as àirde.\n"
        "An treas roinn: 19 sgeulachdan; Buidheann reachdail agus Slàinte / NHS: 6 an urra; "
        "Foghlam: 3; Neach-cùraim gun phàigheadh, Buidheann phoblach, Companaidh phrìobhaideach, "
        "Dachaigh-chùraim neo-eisimeileach agus Buidheann riaghaltais: 1 an urra.\n"
        "An treas roinn: 19 a-mach à 39 sgeulachd, faisg air leth. Tha sin còrr is 3 uairean cho "
        "mòr ris an ath luach as àirde. Còmhla, An treas roinn, Buidheann reachdail agus Slàinte / "
        "NHS: 31 a-mach à 39 sgeulachd, faisg air ceithir còigeamhan.\n"
        "Tùs: Personal Outcomes Network.");
    BOOST_TEST(words.marks.at(0).name == "Neach-cùraim gun phàigheadh: 1 sgeulachd");
    BOOST_TEST(words.marks.at(5).name == "Foghlam: 3 sgeulachdan");
    BOOST_TEST(words.table.columns.at(0).heading == "Roinn");
    BOOST_TEST(words.table.columns.at(1).heading == "Sgeulachdan");
    BOOST_TEST(words.table.columns.at(1).language == "");
    BOOST_TEST(words.table.row_languages.empty());
    BOOST_TEST(words.marks_title == "Bàraichean");
    BOOST_TEST(words.page.details == "Tuairisgeul agus clàr dàta");
    BOOST_TEST(words.page.download == "Luchdaich a-nuas an dàta (CSV)");
}

BOOST_AUTO_TEST_CASE(the_stories_by_place) {
    const facts::Facts facts = sample(1);
    const Words words = describe(facts, test::gaelic());
    BOOST_TEST(facts.warnings.empty());
    BOOST_TEST(words.subtitle == "42 sgeulachd ann an 17 a-mach à 32 sgìre comhairle");
    BOOST_TEST(words.short_text ==
               "Mapa “Tùsan nan sgeulachdan a rèir àite”: 42 sgeulachd ann an 17 a-mach à 32 sgìre "
               "comhairle. Glaschu: 11 dhiubh, beagan a bharrachd air cairteal; 8 sgìrean "
               "comhairle: 1 sgeulachd an urra. Far nach eil sgeulachdan: na 15 eile.");
    BOOST_TEST(words.legend_title == "Sgeulachdan anns gach sgìre comhairle");
    BOOST_TEST(words.class_labels.at(2).range == "3 gu 4");
    BOOST_TEST(words.class_labels.at(2).count == "1 sgìre");
    BOOST_TEST(words.class_labels.at(3).count == "3 sgìrean");
    BOOST_TEST(words.zero_label.at(0).range == "Chan eil sgeulachdan ann");
    BOOST_TEST(words.table.columns.at(0).heading == "Sgìre comhairle");
    // Councils by their Gaelic names, those without a row in the order of its letters.
    BOOST_TEST(facts.facts.at(0).label == "Sruighlea");
    BOOST_TEST(facts.facts.at(16).label == "Glaschu");
    BOOST_TEST(facts.facts.at(17).label == "A' Ghàidhealtachd");
    BOOST_TEST(facts.facts.at(27).label == "Siorrachd Àir a Deas");
    BOOST_TEST(facts.facts.at(31).label == "Siorrachd Obar Dheathain");
    for (const facts::Fact& fact : facts.facts) {
        BOOST_TEST(fact.language == "", fact.label);
    }
}

BOOST_AUTO_TEST_CASE(what_is_english_alone_is_marked) {
    facts::Facts facts = sample(1);
    const Words words = describe(facts, test::gaelic());
    BOOST_REQUIRE(words.notes.size() == 3U);
    BOOST_TEST(words.notes[0].language == "");
    BOOST_TEST(words.notes[0].lead == 0U);
    BOOST_TEST(words.notes[1].text == "Tùs: Personal Outcomes Network");
    BOOST_TEST(words.notes[1].language == "en-GB");
    BOOST_TEST(words.notes[1].text.substr(0, words.notes[1].lead) == "Tùs: ");
    BOOST_TEST(words.notes[2].text == "Made with Natural Earth.");
    BOOST_TEST(words.notes[2].language == "en");
    // The description has no English sentence; a name may be a name.
    BOOST_TEST(words.description.ends_with("\nTha na 42 àite" + words.notes[0].text.substr(15) +
                                           " Tùs: Personal Outcomes Network."));

    facts.subtitle = "In English";
    facts.subtitle_language = "en-GB";
    facts.note_language = "en-GB";
    const Words more = describe(facts, test::gaelic());
    BOOST_TEST(more.subtitle_language == "en-GB");
    BOOST_TEST(more.description.find("Tha na 42") == std::string::npos);
    facts.unit = {};
    facts.value_heading = "Stories";
    facts.value_heading_language = "en-GB";
    const Words measured = describe(facts, test::gaelic());
    BOOST_TEST(measured.legend_title == "Stories");
    BOOST_TEST(measured.legend_title_language == "en-GB");
    BOOST_TEST(measured.table.columns.at(1).language == "en-GB");
    BOOST_TEST(measured.short_text.find("Stories") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(labels_of_another_language_are_told_row_by_row) {
    facts::Facts facts = sample(0);
    facts.facts.at(1).language = "en-GB";
    const DataTable table = describe(facts, test::gaelic()).table;
    BOOST_REQUIRE(table.row_languages.size() == table.rows.size());
    BOOST_TEST(table.row_languages.at(0) == "");
    BOOST_TEST(table.row_languages.at(1) == "en-GB");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words::tests
