#include "tests/whole/support_map_claims.h"

// The words of every map of the samples, as the program writes them, held against the samples'
// tables and the built-in boundaries. A number or a name changed in them is noticed.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(where_words)

namespace {

using test::FigureWords;

/// Where something stands in a text, and what could stand there instead.
struct Change {
    std::size_t at = 0, length = 0;
    std::string instead;
};

/// What is claimed in words, and what would be another claim.
const std::vector<std::pair<std::string, std::string>>& swaps(bool gaelic) {
    static const std::vector<std::pair<std::string, std::string>> english{
        {"two", "three"},        {"three", "four"},       {"four", "five"},
        {"five", "six"},         {"six", "seven"},        {"seven", "eight"},
        {"eight", "nine"},       {"nine", "two"},         {"half", "a third"},
        {"a quarter", "half"},   {"just over", "nearly"}, {"more than", "nearly"},
        {"joined to it", "near"}};
    static const std::vector<std::pair<std::string, std::string>> in_gaelic{
        {"leth", "trian"},
        {"cairteal", "trian"},
        {"beagan a bharrachd air", "faisg air"},
        {"còrr is", "faisg air"}};
    return gaelic ? in_gaelic : english;
}

/// Each number one higher; each claim in words by another one; each council area by another name.
std::vector<Change> changes_of(const std::string& text, bool gaelic) {
    const auto is_letter = [](char c) {
        return std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0;
    };
    std::vector<Change> changes;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (at > 0 && is_letter(text[at - 1])) {
            continue;
        }
        if (text[at] >= '0' && text[at] <= '8') {
            changes.push_back({at, 1, std::string(1, static_cast<char>(text[at] + 1))});
        }
        for (const auto& [said, instead] : swaps(gaelic)) {
            const std::size_t end = at + said.size();
            if (text.compare(at, said.size(), said) == 0 &&
                (end == text.size() || !is_letter(text[end]))) {
                changes.push_back({at, said.size(), instead});
            }
        }
        const auto& names = gaelic ? test::councils().names_gd : test::councils().names;
        for (std::size_t i = 0; i < names.size(); ++i) {
            if (text.compare(at, names[i].size(), names[i]) == 0) {
                changes.push_back({at, names[i].size(), names[(i + 1) % names.size()]});
            }
        }
    }
    return changes;
}

/// Changes each number and name of one text of a figure, one at a time; each must be noticed. Gives
/// how many there were.
std::size_t check_changes(const FigureWords& said, std::string FigureWords::*text,
                          std::size_t begin = 0) {
    const std::vector<Change> changes = changes_of((said.*text).substr(begin), said.gaelic);
    for (const Change& change : changes) {
        FigureWords other = said;
        (other.*text).replace(begin + change.at, change.length, change.instead);
        BOOST_TEST(!test::wrong_of(other).empty(), "not noticed: " << other.*text);
    }
    return changes.size();
}

/// The same in a line of the long text.
std::size_t check_line(const FigureWords& said, std::size_t line, std::size_t end) {
    const std::vector<Change> changes = changes_of(said.lines.at(line).substr(0, end), said.gaelic);
    for (const Change& change : changes) {
        FigureWords other = said;
        other.lines[line].replace(change.at, change.length, change.instead);
        BOOST_TEST(!test::wrong_of(other).empty(), "not noticed: " << other.lines[line]);
    }
    return changes.size();
}

} // namespace

BOOST_AUTO_TEST_CASE(both_levels_of_the_boundaries_have_the_same_borders) {
    const test::Councils page = test::read_councils("scotland-councils-web");
    BOOST_TEST((page.codes == test::councils().codes));
    BOOST_TEST((page.beside == test::councils().beside));
    std::size_t sides = 0;
    for (const auto& beside : page.beside) {
        sides += beside.size();
    }
    BOOST_TEST(sides == 120U); // 60 pairs, as boundaries/README.md says
}

BOOST_AUTO_TEST_CASE(every_map_of_the_samples_tells_the_truth) {
    std::set<std::string> checked;
    for (const FigureWords& said : test::words_by_program()) {
        checked.insert(said.id + (said.gaelic ? " gd" : " en"));
        for (const std::string& wrong : test::wrong_of(said)) {
            BOOST_TEST(false,
                       said.id << (said.gaelic ? " in Gaelic" : "") << " is wrong in: " << wrong);
        }
    }
    BOOST_TEST(checked.size() == 2 * test::map_samples().size());
}

BOOST_AUTO_TEST_CASE(a_number_or_name_that_is_wrong_is_noticed) {
    std::size_t changes = 0;
    for (const FigureWords& said : test::words_by_program()) {
        BOOST_TEST_CONTEXT(said.id << (said.gaelic ? " in Gaelic" : "")) {
            // The title may hold names and numbers of its own.
            changes += check_changes(said, &FigureWords::alt, said.alt.find(": "));
            changes += check_changes(said, &FigureWords::list, said.list.find(": "));
            changes += said.has_headline ? check_changes(said, &FigureWords::title) : 0;
        }
    }
    BOOST_TEST_MESSAGE(changes << " changes of the short texts, lists and headlines");
    BOOST_TEST(changes > 1000U);
}

BOOST_AUTO_TEST_CASE(so_it_is_in_the_long_text) {
    std::size_t changes = 0;
    for (const FigureWords& said : test::words_by_program()) {
        const auto sample = std::ranges::find(test::map_samples(), said.id, &test::Sample::id);
        const bool panels = sample->says == test::Says::panels;
        BOOST_TEST_CONTEXT(said.id << (said.gaelic ? " in Gaelic" : "")) {
            if (!panels && sample->says != test::Says::groups) {
                // Behind the first sentence stand the classes.
                changes += check_line(said, 0, said.lines[0].find(". "));
            }
            // The last lines are notes and sources.
            const bool limits = panels || sample->says == test::Says::counts;
            const std::size_t end = said.lines.size() - (limits ? 2 : 1);
            for (std::size_t line = 1; line < end && sample->says != test::Says::groups; ++line) {
                changes += check_line(said, line, std::string::npos);
            }
        }
    }
    BOOST_TEST_MESSAGE(changes << " changes of the long texts");
    BOOST_TEST(changes > 1000U);
}

BOOST_AUTO_TEST_SUITE_END()
