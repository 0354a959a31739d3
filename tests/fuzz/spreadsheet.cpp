#include "render/input/table/read_spreadsheet.h"
#include "tests/fuzz/target.h"

using namespace cairn;

/// XLSX and ODS.
int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return fuzz::answer(data, size, [](std::string_view bytes) {
        input::read_spreadsheet(std::string(bytes), "f.xlsx", {});
    });
}
