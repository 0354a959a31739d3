#include "render/input/table/cell_value.h"

#include <boost/test/unit_test.hpp>

#include <cmath>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

using namespace cairn;
using namespace cairn::input;

BOOST_AUTO_TEST_SUITE(cell_value)

namespace {

struct Reading {
    std::string_view cell;
    double value;
    int decimals;
    std::string_view sign = "";
    std::string_view mark = "";
    std::string_view scale = "";
};

constexpr Reading readings[] = {
    {" 25,670 ", 25670, 0},
    {"63.2%", 63.2, 1, "%"},
    {"63 %", 63, 0, "%"},
    {"£1,234", 1234, 0, "£"},
    {"\u2212£1,234.50", -1234.5, 2, "£"},
    {"£-5", -5, 0, "£"},
    {"1 234 €", 1234, 0, "€"},
    {"$2.50", 2.5, 2, "$"},
    {"5 [p]", 5, 0, "", "[p]"},
    {"5[r]", 5, 0, "", "[r]"},
    {"3,780 [R]", 3780, 0, "", "[R]"},
    {"5r", 5, 0, "", "r"},
    {"12 (r)", 12, 0, "", "(r)"},
    {"12*", 12, 0, "", "*"},
    {"0 [u]", 0, 0, "", "[u]"},
    {"2,530 [note 3]", 2530, 0, "", "[note 3]"},
    {"2.5 [p] [note 1]", 2.5, 1, "", "[p][note 1]"},
    {"12.5¹", 12.5, 1, "", "¹"},
    {"12.5% [p]", 12.5, 1, "%", "[p]"},
    {"£1.2m", 1200000, 0, "£", "", "m"},
    {"1.2k", 1200, 0, "", "", "k"},
    {"1.25 million", 1250000, 0, "", "", "million"},
    {"£3bn [p]", 3e9, 0, "£", "[p]", "bn"},
};

struct Gap {
    std::string_view cell;
    Reason reason;
    bool is_plain = false;
};

constexpr Gap gaps[] = {
    {"[x]", Reason::not_available, true},
    {"[c]", Reason::suppressed, true},
    {" [C] ", Reason::suppressed, true},
    {"[z]", Reason::not_applicable, true},
    {"[u]", Reason::unreliable, true},
    {"[w]", Reason::none_recorded, true},
    {"..", Reason::not_available, true},
    {"[low]", Reason::low},
    {"*", Reason::suppressed},
    {"c", Reason::suppressed},
    {"x", Reason::not_available},
    {"z", Reason::not_applicable},
    {":", Reason::not_available},
    {"…", Reason::not_available},
    {"n/a", Reason::unknown},
    {"N/A", Reason::unknown},
    {"na", Reason::not_available},
    {"#N/A", Reason::not_available},
    {"#DIV/0!", Reason::not_available},
    {"#REF!", Reason::not_available},
    {"#VALUE!", Reason::not_available},
    {"...", Reason::not_available},
    {"Suppressed", Reason::suppressed},
    {"not applicable", Reason::not_applicable},
    {"NULL", Reason::not_available},
    {"-", Reason::unknown},
    {"–", Reason::unknown},
    {"—", Reason::unknown},
    {"~", Reason::unknown},
    {"<5", Reason::range},
    {"< 0.1", Reason::range},
    {"<5%", Reason::range},
    {"≤5", Reason::range},
    {"Fewer than 5", Reason::range},
    {"1 to 4", Reason::range},
    {"1-4", Reason::range},
    {"1–4", Reason::range},
};

struct Refused {
    std::string_view cell;
    std::string_view what;
    std::string_view remedy;
};

constexpr std::string_view alone =
    "write the number alone, such as 1234 or 0.5; [x] where it is not known";

constexpr Refused refusals[] = {
    {"", "the cell is empty",
     "write a number: 0 where there are none, [x] where the number is not known"},
    {"five", "\"five\" is not a number", alone},
    {"TRUE", "\"TRUE\" is not a number", alone},
    {"p", "\"p\" is not a number", alone},
    {"<five", "\"<five\" is not a number", alone},
    {"12 stories", "\"12 stories\" is not a number", alone},
    {"5£7", "\"5£7\" is not a number", alone},
    {"5 km", "\"5 km\" is not a number", alone},
    {"2022-23", "\"2022-23\" is not a number", alone},
    {"5 (12)", "\"5 (12)\" is not a number", alone},
    {"NaN", "\"NaN\" is not a finite number", "write a number, or [x] where it is not known"},
    {"99999999999999999",
     "\"99999999999999999\" has 17 significant digits, more than the 15 that are kept",
     "round the number"},
    {"£1,2345 [p]", "\"1,2345\" can be 1.2345 or 12,345",
     "if it has a decimal comma, write `decimal: \",\"` in `data`; if the comma is to part "
     "thousands, write 12345 in the table"},
    {"1,23", "\"1,23\" can be 1.23 or 123",
     "if it has a decimal comma, write `decimal: \",\"` in `data`; if the comma is to part "
     "thousands, write 123 in the table"},
    {"1,234,56", "\"1,234,56\" has a comma that does not part thousands",
     "write a point before decimals (1.23), and commas only before groups of three digits "
     "(1,234)"},
    {"1.234,5", "\"1.234,5\" is 1,234.5 with a decimal comma",
     "write `decimal: \",\"` in `data` if all numbers of the table have one"},
    {"(7)", "\"(7)\" can be \u22127, as accounts write it, or 7",
     "write -7 or 7; or `brackets: negative` in `data`, where all are below zero"},
    {"(£1,234)", "\"(£1,234)\" can be \u22121,234, as accounts write it, or 1,234",
     "write -1,234 or 1,234; or `brackets: negative` in `data`, where all are below zero"},
    {"5p", "\"5p\" can be 5, which is provisional, or 5 pence", "write 5 [p] or 5"},
    {"5 [c]", "\"5 [c]\" has a number, and a mark that says that there is none", "write 5 or [c]"},
};

} // namespace

BOOST_AUTO_TEST_CASE(numbers_of_published_tables) {
    for (const Reading& reading : readings) {
        BOOST_TEST_CONTEXT(reading.cell) {
            const auto result = read_cell_value(reading.cell, {});
            const auto* number = std::get_if<CellNumber>(&result);
            BOOST_REQUIRE(number != nullptr);
            BOOST_TEST(number->value == reading.value);
            BOOST_TEST(number->decimals == reading.decimals);
            BOOST_TEST(number->sign == reading.sign);
            BOOST_TEST(number->mark == reading.mark);
            BOOST_TEST(number->scale == reading.scale);
        }
    }
}

BOOST_AUTO_TEST_CASE(marks_in_place_of_numbers) {
    for (const Gap& gap : gaps) {
        BOOST_TEST_CONTEXT(gap.cell) {
            const auto result = read_cell_value(gap.cell, {});
            const auto* missing = std::get_if<Missing>(&result);
            BOOST_REQUIRE(missing != nullptr);
            BOOST_TEST(reason_in_words(missing->reason) == reason_in_words(gap.reason));
            BOOST_TEST(missing->is_plain == gap.is_plain);
        }
    }
}

BOOST_AUTO_TEST_CASE(refused_with_the_reason) {
    for (const Refused& refused : refusals) {
        BOOST_TEST_CONTEXT(refused.cell) {
            const auto result = read_cell_value(refused.cell, {});
            const auto* refusal = std::get_if<Refusal>(&result);
            BOOST_REQUIRE(refusal != nullptr);
            BOOST_TEST(refusal->what == refused.what);
            BOOST_TEST(refusal->remedy == refused.remedy);
        }
    }
}

BOOST_AUTO_TEST_CASE(decimal_commas) {
    const CellRules rules{.decimal = ','};
    for (const auto& [cell, value] : {std::pair{"1,23", 1.23},
                                      {"1.234,5 [p]", 1234.5},
                                      {"£1,2m", 1200000.0},
                                      {"63,2 %", 63.2}}) {
        const auto result = read_cell_value(cell, rules);
        BOOST_REQUIRE(std::holds_alternative<CellNumber>(result));
        BOOST_TEST(std::get<CellNumber>(result).value == value);
    }
    const auto point = read_cell_value("1.5", rules);
    BOOST_REQUIRE(std::holds_alternative<Refusal>(point));
    BOOST_TEST(std::get<Refusal>(point).what ==
               "\"1.5\" has a decimal point, in a table of decimal commas");
}

BOOST_AUTO_TEST_CASE(marks_that_a_figure_declares) {
    const CellRules rules{.missing = {"nil", "*", "7"}, .empty_is_missing = true};
    const auto check = [&](std::string_view cell, Reason reason) {
        const auto result = read_cell_value(cell, rules);
        BOOST_REQUIRE(std::holds_alternative<Missing>(result));
        BOOST_TEST(
            (std::get<Missing>(result).reason == reason && std::get<Missing>(result).is_plain));
    };
    check("Nil", Reason::not_available);
    check("*", Reason::suppressed);
    check("7", Reason::not_available);
    check(" ", Reason::not_available);
}

BOOST_AUTO_TEST_CASE(brackets_are_below_zero_where_the_figure_says_so) {
    const CellRules rules{.brackets_are_negative = true};
    for (const auto& [cell, value] :
         {std::pair{"(7)", -7.0}, {"(£1,234)", -1234.0}, {"(0)", 0.0}, {"5", 5.0}, {"-5", -5.0}}) {
        const auto result = read_cell_value(cell, rules);
        BOOST_TEST_REQUIRE(std::holds_alternative<CellNumber>(result), cell);
        BOOST_TEST(std::get<CellNumber>(result).value == value);
    }
    BOOST_TEST(std::holds_alternative<Missing>(read_cell_value("([c])", rules)));
    BOOST_TEST(std::holds_alternative<Refusal>(read_cell_value("(Fife)", rules)));
}

BOOST_AUTO_TEST_CASE(letters_among_words_are_no_marks) {
    const CellRules rules{.letters_are_marks = false};
    BOOST_TEST(std::holds_alternative<Refusal>(read_cell_value("c", rules)));
    BOOST_TEST(std::holds_alternative<Missing>(read_cell_value("[c]", rules)));
}

// Whatever stands in a cell: a number, a reason or a refusal, never a number out of nothing.
BOOST_AUTO_TEST_CASE(any_cell_is_answered) {
    const std::string_view pieces[] = {"0", "1", "5", "234", ".",   ",",   "-", "–",
                                       " ", "%", "£", "*",   "[p]", "[c]", "r", "m",
                                       "k", "(", ")", "<",   "to",  "e"};
    std::mt19937 random(19);
    for (int i = 0; i < 50'000; ++i) {
        std::string cell;
        for (auto left = random() % 6; left > 0; --left) {
            cell += pieces[random() % std::size(pieces)];
        }
        const auto result = read_cell_value(cell, {.decimal = random() % 2 == 0 ? '.' : ','});
        BOOST_TEST_CONTEXT(cell) {
            if (const auto* refusal = std::get_if<Refusal>(&result)) {
                BOOST_REQUIRE(!refusal->what.empty());
                BOOST_REQUIRE(!refusal->remedy.empty());
            } else if (const auto* number = std::get_if<CellNumber>(&result)) {
                BOOST_REQUIRE(std::isfinite(number->value));
                BOOST_REQUIRE(cell.find_first_of("0123456789") != std::string::npos);
                BOOST_REQUIRE(cell.find('<') == std::string::npos);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
