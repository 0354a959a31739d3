#include "render/run/prepare.h"

#include "tests/support.h"

#include <filesystem>
#include <stdexcept>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(prepare)

BOOST_AUTO_TEST_CASE(whatever_goes_wrong_with_a_figure_is_told) {
    Report report;
    const Location where{.file = "f.yaml", .line = 3};
    guarded(report, where, [] { throw std::runtime_error("no room"); });
    guarded(report, where, [] { throw Error(Problem{.where = {.file = "d.csv"}, .what = "bad"}); });
    guarded(report, where, [] {
        throw std::filesystem::filesystem_error("status", "a",
                                                std::make_error_code(std::errc::io_error));
    });
    BOOST_REQUIRE(report.errors.size() == 3U);
    BOOST_TEST(to_string(report.errors[0], Severity::error) == "f.yaml:3: error: no room");
    BOOST_TEST(to_string(report.errors[1], Severity::error) == "d.csv: error: bad");
    BOOST_TEST(report.errors[2].where.line == 3);
}

BOOST_AUTO_TEST_CASE(what_knows_no_place_gets_that_of_the_figure) {
    Report report;
    const Location where{.file = "f.yaml", .line = 3};
    BOOST_TEST(!guarded(report, where, [] {
        throw Error({{.where = {}, .what = "large"},
                     {.where = {.file = "d.csv", .line = 2}, .what = "bad"}});
    }));
    BOOST_TEST(guarded(report, where, [] {}));
    BOOST_REQUIRE(report.errors.size() == 2U);
    BOOST_TEST(to_string(report.errors[0], Severity::error) == "f.yaml:3: error: large");
    BOOST_TEST(to_string(report.errors[1], Severity::error) == "d.csv:2: error: bad");
}

BOOST_AUTO_TEST_CASE(what_is_stated_already_is_not_stated_again) {
    const Problem one{.where = {.file = "a"}, .what = "one"};
    const Problem two{.where = {.file = "a"}, .what = "two"};
    std::vector<Problem> all{one, two, one, two, one};
    drop_repeated(all);
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST(all[0].what == "one");
    BOOST_TEST(all[1].what == "two");
}

BOOST_AUTO_TEST_SUITE_END()
