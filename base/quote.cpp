#include "base/quote.h"

#include "base/ascii.h"
#include "base/name_key.h"
#include "base/utf8.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <string>
#include <vector>

namespace cairn {

namespace {

constexpr std::size_t most_characters = 60;

} // namespace

std::string in_quotes(std::string_view text) {
    std::string result = "\"";
    std::size_t characters = 0;
    for (const char c : text) {
        if (!continues_character(c) && ++characters > most_characters) {
            result += "…";
            break;
        }
        result += is_space(c) ? ' ' : c;
    }
    return result + "\"";
}

std::string quoted_list(std::span<const std::string> names, std::string_view conjunction) {
    std::string result;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) {
            result += i + 1 == names.size() ? " " + std::string(conjunction) + " " : ", ";
        }
        result += in_quotes(names[i]);
    }
    return result;
}

std::string did_you_mean(std::string_view text, std::span<const std::string> names,
                         const std::string& otherwise) {
    const std::vector<std::string> near = nearest(text, names);
    return near.empty() ? otherwise : "did you mean " + in_quotes(near.front()) + "?";
}

std::string first_few(std::span<const std::string> items) {
    constexpr std::size_t few = 3;
    std::string text;
    for (std::size_t i = 0; i < std::min(items.size(), few); ++i) {
        const bool last = i > 0 && i + 1 == items.size();
        text += (i == 0 ? "" : last ? " and " : ", ") + items[i];
    }
    return items.size() > few ? text + " and " + std::to_string(items.size() - few) + " more"
                              : text;
}

std::string first_few_in_quotes(std::span<const std::string> items) {
    std::vector<std::string> quoted;
    std::ranges::transform(items, std::back_inserter(quoted), in_quotes);
    return first_few(quoted);
}

std::string remedy_for(std::string_view name, std::span<const std::string> known) {
    return did_you_mean(name, known, fmt::format("known: {}", fmt::join(known, ", ")));
}

} // namespace cairn
