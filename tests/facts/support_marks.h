#pragma once

#include "render/words/words.h"

#include <string>
#include <vector>

namespace cairn::test {

/// What the marks are called, in order.
inline std::vector<std::string> names_of_marks(const words::Words& words) {
    std::vector<std::string> names;
    for (const words::MarkWords& mark : words.marks) {
        names.push_back(mark.name);
    }
    return names;
}

/// What stands on the marks, in order.
inline std::vector<std::string> values_of_marks(const words::Words& words) {
    std::vector<std::string> values;
    for (const words::MarkWords& mark : words.marks) {
        values.push_back(mark.value);
    }
    return values;
}

} // namespace cairn::test
