#include "base/fill.h"

#include <algorithm>
#include <stdexcept>

namespace cairn {

std::string fill(std::string_view text, Filling filling) {
    std::string result;
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = text.find('}', open);
        result += text.substr(0, open);
        if (close == std::string_view::npos) {
            break;
        }
        const std::string_view place = text.substr(open + 1, close - open - 1);
        const auto* const found = std::find_if(filling.begin(), filling.end(),
                                               [&](const auto& one) { return one.first == place; });
        if (found == filling.end()) {
            throw std::logic_error("nothing to put into {" + std::string(place) + "}");
        }
        result += found->second;
        text.remove_prefix(close + 1);
    }
    return result;
}

} // namespace cairn
