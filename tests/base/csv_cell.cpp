#include "base/csv_cell.h"

#include <boost/test/unit_test.hpp>

BOOST_AUTO_TEST_SUITE(csv_cell)

BOOST_AUTO_TEST_CASE(cells_are_quoted_where_they_must_be) {
    const struct {
        const char* text;
        const char* cell;
    } table[] = {{"", ""},
                 {"Fife", "Fife"},
                 {"a; b", "a; b"},
                 {"Edinburgh, City of", "\"Edinburgh, City of\""},
                 {"the \"big\" one", "\"the \"\"big\"\" one\""},
                 {"a\nb", "\"a\nb\""},
                 {"a\r", "\"a\r\""}};
    for (const auto& [text, cell] : table) {
        BOOST_TEST(cairn::csv_cell(text) == cell);
    }
}

BOOST_AUTO_TEST_SUITE_END()
