#include "render/input/table/measure_heading.h"

#include "base/name_key.h"

#include <algorithm>
#include <array>
#include <string>

namespace cairn::input {

bool names_measure(std::string_view heading) {
    static constexpr std::array<std::string_view, 18> measures{
        "rate",  "rates", "percent", "percentage", "percentages", "per",
        "mean",  "means", "average", "averages",   "median",      "index",
        "ratio", "share", "shares",  "score",      "proportion",  "age"};
    if (heading.find('%') != heading.npos) {
        return true;
    }
    return std::ranges::any_of(name_words(heading), [](const std::string& word) {
        return std::ranges::find(measures, word) != measures.end();
    });
}

} // namespace cairn::input
