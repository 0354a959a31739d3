#include "render/words/english/nouns.h"

#include "tests/support.h"

#include <tuple>
#include <utility>

namespace cairn::words {

BOOST_AUTO_TEST_SUITE(nouns)

BOOST_AUTO_TEST_CASE(singular_and_plural_lead_to_each_other) {
    const std::pair<std::string, std::string> pairs[] = {
        {"story", "stories"},
        {"sector", "sectors"},
        {"council area", "council areas"},
        {"place of origin", "places of origin"},
        {"person in care", "people in care"},
        {"woman", "women"},
        {"Child", "Children"},
        {"survey", "surveys"},
        {"church", "churches"},
        {"business", "businesses"},
        {"tax", "taxes"},
        {"campus", "campuses"},
        {"course", "courses"},
        {"house", "houses"},
        {"clause", "clauses"},
        {"use", "uses"},
        {"bus", "buses"},
        {"case", "cases"},
        {"analysis", "analyses"},
        {"series", "series"},
        {"pie", "pies"},
        {"movie", "movies"},
        {"NHS board", "NHS boards"},
        {"GP (part time)", "GPs (part time)"},
    };
    for (const auto& [one, other] : pairs) {
        BOOST_TEST(plural_of(one) == other);
        BOOST_TEST(singular_of(other) == one);
    }
}

BOOST_AUTO_TEST_CASE(is_plural_reads_the_form_of_the_head) {
    for (const char* plural :
         {"Unpaid carers", "Schools", "People", "Men", "Carers (unpaid)", "People in care",
          "Women with children", "Schools / nurseries", "Churches", "GPs", "Two sexes"}) {
        BOOST_TEST(is_plural(plural), plural << " is a plural");
    }
    for (const char* singular : {"Third sector", "Health / NHS", "NHS", "Business", "Politics",
                                 "Status", "News", "Care of elders", "Analysis", "Bus", "Is", "",
                                 "Education", "Children's hearing", "Other (two forms)"}) {
        BOOST_TEST(!is_plural(singular), singular << " is no plural");
    }
}

BOOST_AUTO_TEST_CASE(noun_of_heading_is_in_running_text) {
    const std::tuple<std::string, std::string, std::string> cases[] = {
        {"Sector", "sector", "sectors"},
        {"Sectors", "sector", "sectors"},
        {"Council area", "council area", "council areas"},
        {"Council Area", "council area", "council areas"},
        {"Number of Stories", "story", "stories"},
        {"Stories (2024)", "story", "stories"},
        {"GPs", "GP", "GPs"},
        {"NHS board", "NHS board", "NHS boards"},
        {"Gaelic speakers", "Gaelic speaker", "Gaelic speakers"},
        {"Place of origin", "place of origin", "places of origin"},
        {"People", "person", "people"},
    };
    for (const auto& [heading, one, other] : cases) {
        const Noun noun = noun_of_heading(heading);
        BOOST_TEST(noun.one == one);
        BOOST_TEST(noun.other == other);
    }
}

BOOST_AUTO_TEST_CASE(counted_noun_knows_what_has_a_number) {
    for (const char* heading : {"Stories", "Number of stories", "People", "Gaelic speakers"}) {
        BOOST_TEST(counted_noun(heading).has_value(), heading << " are counted");
    }
    for (const char* heading :
         {"", "Income", "Population", "Values", "Rate", "Rates", "Average hours", "% of carers",
          "Percentage of carers", "Stories per head", "Share of stories", "Story"}) {
        BOOST_TEST(!counted_noun(heading).has_value(), heading << " is no count");
    }
    BOOST_TEST(counted_noun("Number of stories")->one == "story");
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
