#include "render/input/table/ledger.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <vector>

using namespace cairn;
using input::Fate;
using input::How;
using input::Ledger;
using input::LedgerRow;
using input::RowKind;
using input::Table;

BOOST_AUTO_TEST_SUITE(ledger)

namespace {

/// A title on line 1, the heading on line 3, a row that is too long on line 5, rows on 4, 6 and 7.
Table table() {
    return {.file = "d.csv",
            .columns = {"Place", "Stories"},
            .rows = {{4, {"Fife", "1"}}, {6, {"", "2"}}, {7, {"Angus\nCouncil", ""}}},
            .names = {},
            .other_rows = {{1, RowKind::title, "Title"},
                           {3, RowKind::heading, "Place | Stories"},
                           {5, RowKind::unfit, "Moray | 1 | 2"}},
            .warnings = {},
            .notices = {{.where = {.file = "d.csv", .line = 1}, .what = "n", .remedy = ""}},
            .problems = {}};
}

std::vector<Fate> fates_of(const Ledger& ledger) {
    std::vector<Fate> fates;
    for (const LedgerRow& row : ledger.rows) {
        fates.push_back(row.fate);
    }
    return fates;
}

} // namespace

BOOST_AUTO_TEST_CASE(all_rows_of_a_table_stand_in_it_by_line) {
    const Ledger ledger = input::ledger_of(table());
    BOOST_TEST(ledger.file == "d.csv");
    BOOST_TEST(ledger.notices.size() == 1U);
    std::vector<std::string> texts;
    for (const LedgerRow& row : ledger.rows) {
        texts.push_back(std::to_string(row.line) + " " + row.text);
    }
    BOOST_TEST(texts == (std::vector<std::string>{"1 Title", "3 Place | Stories", "4 Fife | 1",
                                                  "5 Moray | 1 | 2", "6 2", "7 Angus Council"}),
               boost::test_tools::per_element());
    BOOST_TEST((fates_of(ledger) == std::vector{Fate::title, Fate::heading, Fate::reported,
                                                Fate::reported, Fate::reported, Fate::reported}));
}

BOOST_AUTO_TEST_CASE(rows_that_where_has_not_left_are_left_out_whatever_is_found_later) {
    Ledger ledger = input::ledger_of(table());
    for (const int line : {4, 7}) {
        input::row_on(ledger, line).fate = Fate::left_out;
    }
    const std::vector<LedgerRow> found{{.line = 4, .fate = Fate::drawn},
                                       {.line = 6, .fate = Fate::drawn}};
    input::enter(ledger, found);
    BOOST_TEST((fates_of(ledger) == std::vector{Fate::title, Fate::heading, Fate::left_out,
                                                Fate::reported, Fate::drawn, Fate::left_out}));
}

BOOST_AUTO_TEST_CASE(records_have_what_their_label_was_taken_for) {
    Ledger ledger = input::ledger_of(table());
    input::enter_record(ledger, 4, 4, true);
    input::enter_record(ledger, 6, 4, false);
    input::enter_record(ledger, 7, 7, true);
    input::enter_rest(ledger, std::vector{4, 7});
    const std::vector<LedgerRow> found{{.line = 4,
                                        .fate = Fate::drawn,
                                        .name = "Other (2)",
                                        .code = "S12000047",
                                        .how = How::alias,
                                        .value = 3}};
    input::enter(ledger, found);
    BOOST_TEST((fates_of(ledger) == std::vector{Fate::title, Fate::heading, Fate::added,
                                                Fate::reported, Fate::missing, Fate::added}));
    for (const int line : {4, 6, 7}) {
        const LedgerRow& row = input::row_on(ledger, line);
        BOOST_TEST(row.name == "Other (2)");
        BOOST_TEST(row.code == "S12000047");
        BOOST_TEST((row.how == How::alias));
        BOOST_TEST(!row.value);
    }
    BOOST_TEST(input::row_on(ledger, 6).why == "a record without a value");
}

BOOST_AUTO_TEST_CASE(the_areas_of_a_group_have_the_fate_of_its_row_together) {
    const auto entered = [](How how, const std::vector<Fate>& fates) {
        Ledger ledger = input::ledger_of(table());
        input::row_on(ledger, 4).how = how;
        std::vector<LedgerRow> found;
        for (const Fate fate : fates) {
            found.push_back({.line = 4,
                             .fate = fate,
                             .name = "N",
                             .code = "C",
                             .how = How::exact,
                             .value = 0.1,
                             .why = fate == Fate::added ? "to another" : ""});
        }
        input::enter(ledger, found);
        return input::row_on(ledger, 4);
    };
    const LedgerRow split = entered(How::split, {Fate::added, Fate::drawn, Fate::drawn});
    BOOST_TEST(split.name == "N; N; N");
    BOOST_TEST(split.code == "C; C; C");
    BOOST_TEST((split.how == How::split));
    BOOST_TEST(split.value.value() == 0.3);
    BOOST_TEST((split.fate == Fate::drawn));
    BOOST_TEST(split.why == "");
    const LedgerRow each = entered(How::each, {Fate::added, Fate::added});
    BOOST_TEST(each.value.value() == 0.1);
    BOOST_TEST((each.fate == Fate::added));
    BOOST_TEST(each.why == "to another");
    BOOST_TEST(
        (entered(How::each, {Fate::drawn, Fate::reported, Fate::drawn}).fate == Fate::reported));
}

BOOST_AUTO_TEST_CASE(what_a_stage_before_has_entered_stays) {
    Ledger ledger = input::ledger_of(table());
    input::row_on(ledger, 4).how = How::point;
    input::row_on(ledger, 6).why = "no coordinates";
    const std::vector<LedgerRow> found{
        {.line = 4, .fate = Fate::drawn, .how = How::code, .why = "w"},
        {.line = 6, .fate = Fate::unplaced, .how = How::none, .why = "is no area of the map"}};
    input::enter(ledger, found);
    BOOST_TEST((input::row_on(ledger, 4).how == How::point));
    BOOST_TEST(input::row_on(ledger, 4).why == "w");
    BOOST_TEST(input::row_on(ledger, 6).why == "no coordinates");
}

BOOST_AUTO_TEST_CASE(errors_stand_at_their_rows_and_the_first_at_those_that_were_not_reached) {
    Ledger ledger = input::ledger_of(table());
    const std::vector<LedgerRow> found{{.line = 4, .fate = Fate::total}};
    input::enter(ledger, found);
    const std::vector<Problem> errors{
        {.where = {.file = "f.yaml", .line = 6}, .what = "no column", .remedy = ""},
        {.where = {.file = "d.csv", .line = 4}, .what = "not the sum", .remedy = ""},
        {.where = {.file = "d.csv", .line = 9}, .what = "of no row", .remedy = ""}};
    input::enter_errors(ledger, errors);
    BOOST_TEST((input::row_on(ledger, 4).fate == Fate::reported));
    BOOST_TEST(input::row_on(ledger, 4).why == "not the sum");
    BOOST_TEST(input::row_on(ledger, 6).why == "not read, since no column");
    BOOST_TEST((input::row_on(ledger, 1).fate == Fate::title));
}

BOOST_AUTO_TEST_SUITE_END()
