#pragma once

#include "geo/gazetteer.h"
#include "tests/support.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::test {

/// A row of boundaries/councils.csv.
struct Council {
    geo::Place place;
    double area = 0; ///< of land, in square kilometres
};

/// The cells of one line of CSV without line breaks in cells.
inline std::vector<std::string> cells_of(std::string_view line, char separator) {
    std::vector<std::string> cells(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == separator && !quoted) {
            cells.emplace_back();
        } else {
            cells.back() += c;
        }
    }
    return cells;
}

inline std::vector<Council> councils() {
    const std::string bytes = read_bytes(source_folder() / "boundaries" / "councils.csv");
    std::vector<Council> councils;
    std::size_t start = bytes.find('\n') + 1;
    while (start < bytes.size()) {
        const std::size_t end = bytes.find('\n', start);
        const std::vector<std::string> cells =
            cells_of(std::string_view(bytes).substr(start, end - start), ',');
        BOOST_REQUIRE(cells.size() == 12U);
        councils.push_back({{.code = cells[0],
                             .former_codes = cells_of(cells[1], ';'),
                             .iso = cells[2],
                             .name = cells[3],
                             .name_gd = cells[4],
                             .aliases = cells_of(cells[5], ';'),
                             .short_name = cells[9],
                             .short_name_gd = cells[10],
                             .abbreviations = cells_of(cells[11], ';')},
                            std::stod(cells[7])});
        start = end + 1;
    }
    BOOST_REQUIRE(councils.size() == 32U);
    return councils;
}

inline std::vector<geo::Place> places() {
    std::vector<geo::Place> places;
    for (Council& council : councils()) {
        places.push_back(std::move(council.place));
    }
    return places;
}

} // namespace cairn::test
