#include "render/input/place/groups.h"

#include "render/input/language/language.h"
#include "render/input/table/cell_value.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <variant>

namespace cairn::input {

std::string objection_to_groups(const FigureSpec& spec) {
    const auto& aggregation = spec.data.records.aggregation;
    if (spec.groups == GroupRule::each) {
        if (spec.duplicates == Duplicates::sum) { // of records too
            return "and counts that are added up are not those of each of them";
        }
    } else if (aggregation && aggregation->of == Aggregate::count) {
        return "and a record of it is of one of them, nobody knows which";
    } else if ((aggregation && aggregation->of != Aggregate::sum) || spec.data.rate) {
        return "and only counts can be shared out among them";
    }
    return language_of(spec.language) == "en"
               ? ""
               : "and the note that tells of that is in English alone";
}

std::optional<std::vector<std::string>> parts_of(const std::string& cell, std::size_t count,
                                                 const TableFormat& format) {
    constexpr int more_decimals = 2;
    constexpr double most = 1e12; // that whole units of the last decimal are exact
    const auto read = read_cell_value(cell, cell_rules(format));
    const auto* number = std::get_if<CellNumber>(&read);
    if (number == nullptr || number->sign == "%" || std::abs(number->value) > most) {
        return std::nullopt;
    }
    const auto in_units = [&](int decimals) {
        return std::llround(number->value * std::pow(10, decimals));
    };
    const auto shares = static_cast<long long>(count);
    const bool even = in_units(number->decimals) % shares == 0;
    const int decimals = number->decimals + (even ? 0 : more_decimals);
    const long long units = in_units(decimals);
    std::vector<std::string> parts;
    for (long long i = 0; i < shares; ++i) {
        const bool has_more = i < std::abs(units % shares);
        const long long part = units / shares + (has_more ? (units < 0 ? -1 : 1) : 0);
        parts.push_back(
            fmt::format("{:.{}f}", static_cast<double>(part) / std::pow(10, decimals), decimals));
        if (format.decimal) {
            std::ranges::replace(parts.back(), '.', *format.decimal);
        }
    }
    return parts;
}

std::string note_on_groups(std::span<const std::string> groups, GroupRule rule) {
    if (groups.empty()) {
        return "";
    }
    return fmt::format("The source has one value for {}; it is {}.", fmt::join(groups, ", for "),
                       rule == GroupRule::split ? "shared out equally among the areas there"
                                                : "shown for each of the areas there");
}

} // namespace cairn::input
