#include "render/scene/measure.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <random>

// Lines fit, hold every word, and are as few as can be.

using namespace cairn;
using namespace cairn::scene;
using colour::Font;

BOOST_AUTO_TEST_SUITE(wrap)

namespace {

const Fonts& fonts() {
    static const Fonts fonts(test::source_folder() / "styles/fonts", "Atkinson Hyperlegible Next");
    return fonts;
}

constexpr Font font{Length::px(12)};

using Lines = std::vector<std::string>;

Lines wrapped(std::string_view text, double width) {
    return scene::wrap(fonts(), text, font, Length::px(width));
}

std::string without_spaces(std::string text) {
    std::erase(text, ' ');
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_text_that_fits_is_one_line) {
    BOOST_TEST(wrapped("Unpaid carer", 500) == Lines{"Unpaid carer"},
               boost::test_tools::per_element());
    BOOST_TEST(wrapped("  Unpaid \t carer\n", 500) == Lines{"Unpaid carer"},
               boost::test_tools::per_element());
    BOOST_TEST(wrapped("", 500).empty());
    BOOST_TEST(wrapped(" \n", 500).empty());
}

BOOST_AUTO_TEST_CASE(lines_are_balanced) {
    const Lines balanced{"Independent", "Care Home"};
    BOOST_TEST(wrapped("Independent Care Home", 110) == balanced, boost::test_tools::per_element());
    const Lines notes{"The 42 places include those of some workshop",
                      "participants, so they outnumber the stories"};
    BOOST_TEST(wrapped("The 42 places include those of some workshop participants, so they "
                       "outnumber the stories",
                       300) == notes,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(no_break_into_as_few_lines_is_more_even) {
    constexpr double width = 120;
    const auto px = [](const std::string& text) {
        return fonts().measure(text, font).width.to_px();
    };
    const auto raggedness = [&](const Lines& lines) {
        double sum = 0;
        for (const std::string& line : lines) {
            const double free = width - px(line);
            sum += free < -0.05 ? 1e9 : free * free;
        }
        return sum;
    };
    std::mt19937 random(7);
    for (int run = 0; run < 100; ++run) {
        std::vector<std::string> words(2 + random() % 8);
        for (std::string& word : words) {
            word = std::string(1 + random() % 9, static_cast<char>('a' + random() % 26));
        }
        std::string text;
        for (const std::string& word : words) {
            text += (text.empty() ? "" : " ") + word;
        }
        const Lines lines = wrapped(text, width);
        // Every way to break the text: one bit a space.
        double least = 1e9;
        std::size_t fewest = words.size();
        for (unsigned breaks = 0; breaks < 1U << (words.size() - 1); ++breaks) {
            Lines other{words.front()};
            for (std::size_t i = 1; i < words.size(); ++i) {
                if ((breaks >> (i - 1) & 1U) != 0) {
                    other.push_back(words[i]);
                } else {
                    other.back() += " " + words[i];
                }
            }
            const double one = raggedness(other);
            if (one < 1e9 && other.size() <= fewest) {
                least = other.size() < fewest ? one : std::min(least, one);
                fewest = other.size();
            }
        }
        BOOST_TEST(lines.size() == fewest);
        BOOST_TEST(raggedness(lines) <= least + 20, text); // kerning over spaces
    }
}

BOOST_AUTO_TEST_CASE(a_long_word_is_broken_between_letters) {
    const Lines lines = wrapped("Llanfairpwllgwyngyllgogerychwyrndrobwll", 80);
    BOOST_TEST(lines.size() == 3U);
    std::string joined;
    for (const std::string& line : lines) {
        BOOST_TEST(fonts().measure(line, font).width.to_px() <= 80.0);
        joined += line;
    }
    BOOST_TEST(joined == "Llanfairpwllgwyngyllgogerychwyrndrobwll");
}

BOOST_AUTO_TEST_CASE(letters_stay_whole) {
    // Narrower than a letter: one a line, each with its accents.
    const Lines lines = wrapped("n\u0304\u0308b", 1);
    BOOST_TEST(lines.size() == 2U);
    BOOST_TEST(lines.front() == "n\u0304\u0308");
}

BOOST_AUTO_TEST_CASE(a_non_breaking_space_does_not_break) {
    const Lines lines{"page", "1\u00A0234"};
    BOOST_TEST(wrapped("page 1\u00A0234", 40) == lines, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_number_stays_with_its_word) {
    // The most even lines would part them.
    const Lines kept{"We heard", "42 stories"};
    BOOST_TEST(wrapped("We heard 42 stories", 66) == kept, boost::test_tools::per_element());
    // No line more for it.
    const Lines parted{"collaboratives 42", "representatives"};
    BOOST_TEST(wrapped("collaboratives 42 representatives", 99) == parted,
               boost::test_tools::per_element());
    // What ends a clause holds nothing.
    const Lines clause{"In all there are 39,", "stories among them"};
    BOOST_TEST(wrapped("In all there are 39, stories among them", 120) == clause,
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_line_fits_and_no_letter_is_lost) {
    std::mt19937 random(20);
    std::uniform_int_distribution<int> letter('a', 'z');
    std::uniform_int_distribution<int> length(1, 14);
    std::uniform_int_distribution<int> count(1, 20);
    std::uniform_real_distribution<double> width(20, 250);
    for (int round = 0; round < 200; ++round) {
        std::string text;
        for (int word = count(random); word > 0; --word) {
            for (int i = length(random); i > 0; --i) {
                text += static_cast<char>(letter(random));
            }
            text += ' ';
        }
        const double most = width(random);
        std::string joined;
        for (const std::string& line : wrapped(text, most)) {
            BOOST_TEST(fonts().measure(line, font).width.to_px() <= most);
            joined += line;
        }
        BOOST_TEST(without_spaces(joined) == without_spaces(text));
    }
}

BOOST_AUTO_TEST_SUITE_END()
