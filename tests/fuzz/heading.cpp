#include "render/input/table/read_delimited.h"
#include "render/input/table/table.h"
#include "tests/fuzz/target.h"

#include <cstdlib>

using namespace cairn;

/// Tables as they are published: no row may be made up, and each is as wide as the heading.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzz::answer(data, size, [](std::string_view text) {
        input::Grid grid = input::read_delimited(text, "f.csv");
        const std::size_t rows = grid.rows.size();
        const std::vector<std::string> wanted{"Council", "Stories"};
        const input::Table table = input::read_table({std::move(grid)}, wanted, {});
        if (table.rows.size() > rows) {
            std::abort();
        }
        for (const input::Row& row : table.rows) {
            if (row.cells.size() != table.columns.size()) {
                std::abort();
            }
        }
    });
}
