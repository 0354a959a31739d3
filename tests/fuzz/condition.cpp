#include "render/input/table/cell_value.h"
#include "tests/fuzz/target.h"
#include "tests/input/table/support_rows.h"

#include <cstdlib>

using namespace cairn;

/// `where`: it takes no row twice, and none that is not there.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzz::answer(data, size, [](std::string_view text) {
        const input::Table table{.file = "d.csv",
                                 .columns = {"Year", "Phase", "Share (%)", "Date"},
                                 .rows = {{2, {"2023", "Phase 1", "12.5", "2024-03-31"}},
                                          {3, {"2024", "Phase 2", "[c]", "2024-04"}},
                                          {4, {"", "Argyll and Bute", "1,234", "31/3/2024"}}}};
        const std::size_t taken =
            test::rows_where(input::parse_condition(text, table, {}), table, {}, {}).size();
        if (taken > table.rows.size()) {
            std::abort();
        }
    });
}
