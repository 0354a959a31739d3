#include "base/csv_cell.h"

namespace cairn {

std::string csv_cell(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string(text);
    }
    std::string quoted = "\"";
    for (const char byte : text) {
        quoted += byte == '"' ? std::string("\"\"") : std::string(1, byte);
    }
    return quoted + "\"";
}

} // namespace cairn
