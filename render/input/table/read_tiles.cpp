#include "render/input/table/read_tiles.h"

#include "base/error.h"
#include "base/read_number.h"
#include "base/report.h"
#include "render/input/table/table.h"

#include <fmt/format.h>

#include <cmath>
#include <map>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace cairn::input {

namespace {

/// A whole number from 0 that fits any page.
std::optional<int> read_step(const std::string& text) {
    constexpr double most = 10'000;
    const auto read = parse_number(text);
    const auto* number = std::get_if<Number>(&read);
    if (number == nullptr || number->value < 0 || number->value > most ||
        number->value != std::floor(number->value)) {
        return std::nullopt;
    }
    return static_cast<int>(number->value);
}

} // namespace

geo::TileGrid read_tiles(const std::filesystem::path& path, geo::TileShape shape) {
    const Table table = read_csv(path, path.string());
    const Location head{.file = table.file, .line = 1};
    const std::size_t code = column_index(table, "code", head);
    const std::size_t column = column_index(table, "column", head);
    const std::size_t row = column_index(table, "row", head);
    geo::TileGrid grid{.shape = shape, .tiles = {}};
    std::vector<Problem> problems;
    std::map<std::pair<int, int>, int> line_of;
    for (const Row& line : table.rows) {
        const auto step = [&](std::size_t at) {
            const std::optional<int> value = read_step(line.cells[at]);
            if (!value) {
                problems.push_back(
                    {{.file = table.file, .line = line.line, .field = table.columns[at]},
                     fmt::format("\"{}\" is no place of a tile", line.cells[at]),
                     "write a whole number, 0 for the first"});
            }
            return value.value_or(0);
        };
        const geo::Tile tile{line.cells[code], step(column), step(row)};
        const auto [other, is_new] = line_of.emplace(std::pair(tile.column, tile.row), line.line);
        if (!is_new && problems.empty()) {
            problems.push_back({{.file = table.file, .line = line.line},
                                fmt::format("the tile of line {} stands in column {}, row {} too",
                                            other->second, tile.column, tile.row),
                                "give each tile a place of its own"});
        }
        grid.tiles.push_back(tile);
    }
    throw_any(std::move(problems));
    return grid;
}

} // namespace cairn::input
