#include "render/input/table/read_delimited.h"
#include "tests/fuzz/target.h"

#include <cstdlib>

using namespace cairn;

/// CSV and the like: no cell may hold what the text does not.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzz::answer(data, size, [](std::string_view text) {
        const input::Grid grid = input::read_delimited(text, "f.csv");
        std::size_t bytes = 0;
        for (const input::GridRow& row : grid.rows) {
            for (const input::Cell& cell : row.cells) {
                bytes += cell.text.size();
            }
        }
        if (bytes > text.size()) {
            std::abort();
        }
    });
}
