#include "render/words/prose.h"

#include "base/utf8.h"
#include "tests/support_language.h"

#include <cmath>
#include <vector>

namespace cairn::words {

using test::english;

BOOST_AUTO_TEST_SUITE(prose)

namespace {

const Noun sector{"sector", "sectors"};

std::string joined(const std::vector<std::string>& names) {
    return join(names, english());
}

} // namespace

BOOST_AUTO_TEST_CASE(numbers_are_words_to_nine) {
    BOOST_TEST(number_word(1, english()) == "one");
    BOOST_TEST(number_word(9, english()) == "nine");
    BOOST_TEST(number_word(10, english()) == "10");
    BOOST_TEST(number_word(1234, english()) == "1,234");
    BOOST_TEST(counted(0, sector, english()) == "no sectors");
    BOOST_TEST(counted(1, sector, english()) == "one sector");
    BOOST_TEST(counted(2, sector, english()) == "two sectors");
    BOOST_TEST(counted(12, sector, english()) == "12 sectors");
    BOOST_TEST(part_of(7, 9, sector, english()) == "seven of nine sectors");
    BOOST_TEST(part_of(7, 12, sector, english()) == "7 of 12 sectors");
}

BOOST_AUTO_TEST_CASE(join_makes_lists) {
    BOOST_TEST(joined({}) == "");
    BOOST_TEST(joined({"Fife"}) == "Fife");
    BOOST_TEST(joined({"Fife", "Moray"}) == "Fife and Moray");
    BOOST_TEST(joined({"Fife", "Moray", "Angus"}) == "Fife, Moray and Angus");
    BOOST_TEST(joined({"Fife", "Argyll and Bute"}) == "Fife, and Argyll and Bute");
    BOOST_TEST(joined({"Fife", "Argyll and Bute", "Angus"}) == "Fife, Argyll and Bute, and Angus");
    BOOST_TEST(joined({"Edinburgh, City of", "Fife", "Moray"}) ==
               "Edinburgh, City of, Fife, and Moray");
    BOOST_TEST(joined({"1", "2 to 999", "1,000 to 2,499"}) == "1, 2 to 999 and 1,000 to 2,499");
    BOOST_TEST(join(std::vector<std::string>{"Fife", "Moray", "Angus"}, english(), Ending::none) ==
               "Fife, Moray or Angus");
}

BOOST_AUTO_TEST_CASE(share_says_how_much) {
    BOOST_TEST(share(19, 39, english()) == "nearly half");
    BOOST_TEST(share(11, 42, english()) == "just over a quarter");
    BOOST_TEST(share(13, 39, english()) == "a third");
    BOOST_TEST(share(14, 40, english()) == "just over a third");
    BOOST_TEST(share(20, 40, english()) == "half");
    BOOST_TEST(share(21, 40, english()) == "more than half");
    BOOST_TEST(share(81, 160, english()) == "just over half");
    BOOST_TEST(share(15, 100, english()) == "more than a tenth");
    BOOST_TEST(share(8, 100, english()) == "nearly a tenth");
    BOOST_TEST(share(7, 100, english()) == "");
    BOOST_TEST(share(97, 100, english()) == "more than nine tenths");
    BOOST_TEST(share(98, 100, english()) == "nearly all");
    BOOST_TEST(share(5, 5, english()) == "all");
}

BOOST_AUTO_TEST_CASE(share_is_true_of_every_part) {
    const std::pair<std::string, double> names[] = {
        {"a tenth", 1.0 / 10},     {"a fifth", 1.0 / 5},      {"a quarter", 1.0 / 4},
        {"a third", 1.0 / 3},      {"two fifths", 2.0 / 5},   {"half", 1.0 / 2},
        {"three fifths", 3.0 / 5}, {"two thirds", 2.0 / 3},   {"three quarters", 3.0 / 4},
        {"four fifths", 4.0 / 5},  {"nine tenths", 9.0 / 10}, {"all", 1.0},
    };
    for (int whole = 1; whole <= 120; ++whole) {
        for (int part = 1; part <= whole; ++part) {
            const std::string words = share(part, whole, english());
            const double ratio = static_cast<double>(part) / whole;
            if (words.empty()) {
                BOOST_TEST(ratio < 0.1);
                continue;
            }
            bool known = false;
            for (const auto& [name, fraction] : names) {
                const double off = ratio - fraction;
                known = known || (words == name && std::abs(off) < 1e-12) ||
                        (words == "nearly " + name && off < 0 && off > -0.0200001) ||
                        (words == "just over " + name && off > 0 && off < 0.0200001) ||
                        (words == "more than " + name && off > 0.0199999 && off < 0.1);
            }
            BOOST_TEST(known, part << " of " << whole << " is not " << words);
        }
    }
}

BOOST_AUTO_TEST_CASE(times_as_many_rounds_down_and_says_so) {
    BOOST_TEST(times_as_many(3, 2, english()) == "");
    BOOST_TEST(times_as_many(4, 2, english()) == "twice as many");
    BOOST_TEST(times_as_many(5, 2, english()) == "more than twice as many");
    BOOST_TEST(times_as_many(18, 6, english()) == "three times as many");
    BOOST_TEST(times_as_many(19, 6, english()) == "more than three times as many");
    BOOST_TEST(times_as_many(12345, 1, english()) == "12,345 times as many");
}

BOOST_AUTO_TEST_CASE(sentence_begins_and_ends) {
    BOOST_TEST(sentence("no data for Fife") == "No data for Fife.");
    BOOST_TEST(sentence("Source: them.") == "Source: them.");
    BOOST_TEST(sentence("who knows?") == "Who knows?");
    BOOST_TEST(sentence("a long name\u2026") == "A long name\u2026");
}

BOOST_AUTO_TEST_CASE(shortened_keeps_whole_words_and_characters) {
    BOOST_TEST(count_characters("D\u00f9n \u00c8ideann") == 11U);
    BOOST_TEST(shortened("Third sector", 12) == "Third sector");
    BOOST_TEST(shortened("Third sector", 11) == "Third\u2026");
    BOOST_TEST(shortened("Statutory agency and others", 21) == "Statutory agency and\u2026");
    BOOST_TEST(shortened("Statutory agency, and others", 18) == "Statutory agency\u2026");
    BOOST_TEST(shortened("Siorrachd Lannraig", 12) == "Siorrachd\u2026");
    BOOST_TEST(shortened("A Siorrachdlannraigatuath", 12) == "A Siorrachd\u2026");
    BOOST_TEST(shortened("\u65e5\u672c\u8a9e\u6587\u5b57", 3) == "\u65e5\u672c\u2026");
    for (std::size_t most = 1; most < 30; ++most) {
        BOOST_TEST(count_characters(shortened("D\u00f9n Ph\u00ecs is Gall-Ghaidhealaibh", most)) <=
                   most);
    }
}

BOOST_AUTO_TEST_SUITE_END()

} // namespace cairn::words
