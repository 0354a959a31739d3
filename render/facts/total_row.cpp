#include "render/facts/total_row.h"

#include "geo/text.h"
#include "render/facts/number.h"
#include "render/input/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace cairn::facts {
namespace {

using input::Observation;
using input::Observations;

constexpr std::array<std::string_view, 8> totals{"total", "grand total", "overall", "overall total",
                                                 "all",   "sum",         "iomlan",  "gu lèir"};
constexpr std::array<std::string_view, 2> scotland{"scotland", "alba"};
constexpr std::array<std::string_view, 9> countries{
    "england",       "wales", "northern ireland",  "ireland", "united kingdom",
    "great britain", "uk",    "england and wales", "europe"};

template<std::size_t N>
bool means_one_of(std::string_view label, const std::array<std::string_view, N>& names) {
    const std::string key = geo::name_key(label);
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view name) { return geo::name_key(name) == key; });
}

bool means_all_of(std::string_view label, const std::string& noun) {
    const std::string key = geo::name_key(label);
    return !noun.empty() &&
           (key == geo::name_key("all " + noun) || key == geo::name_key("total " + noun));
}

bool means_scotland(std::string_view label) {
    return means_one_of(label, scotland) || means_all_of(label, "scotland") ||
           geo::name_key(label) == geo::name_key("scotland total");
}

template<typename Predicate>
Rows part(const Observations& observations, Predicate is_total) {
    Rows rows;
    for (const Observation& row : observations.rows) {
        (is_total(row.label) ? rows.totals : rows.data).push_back(row);
    }
    if (rows.data.empty() && !rows.totals.empty()) {
        const Observation& first = rows.totals.front();
        throw Error(Problem{{observations.file, first.line},
                            fmt::format("{} stands for all rows, but there is no other",
                                        input::in_quotes(first.label)),
                            "add the rows that it sums up, or give it another name"});
    }
    return rows;
}

/// What the values without the total rows are.
struct Spread {
    double lowest = 0;
    double highest = 0;
    std::size_t missing = 0;
};

Spread spread_of(const std::vector<Observation>& rows) {
    Spread spread;
    bool first = true;
    for (const Observation& row : rows) {
        if (!row.value) {
            ++spread.missing;
            continue;
        }
        spread.lowest = first ? *row.value : std::min(spread.lowest, *row.value);
        spread.highest = first ? *row.value : std::max(spread.highest, *row.value);
        first = false;
    }
    return spread;
}

} // namespace

bool is_total_label(std::string_view label, const input::Noun& item, const input::Noun& unit) {
    return means_one_of(label, totals) || means_scotland(label) ||
           means_all_of(label, item.other) || means_all_of(label, unit.other);
}

Rows part_bar_rows(const Observations& observations, const Facts& facts) {
    const bool of_countries =
        std::any_of(observations.rows.begin(), observations.rows.end(),
                    [](const Observation& row) { return means_one_of(row.label, countries); });
    return part(observations, [&](const std::string& label) {
        return is_total_label(label, facts.item, facts.unit) &&
               !(of_countries && means_one_of(label, scotland));
    });
}

Rows part_map_rows(const Observations& observations, const Facts& facts,
                   const std::function<bool(const std::string&)>& is_region) {
    return part(observations, [&](const std::string& label) {
        return is_total_label(label, facts.item, facts.unit) && !is_region(label);
    });
}

void check_totals(const Rows& rows, const Observations& observations, Facts& facts,
                  std::vector<Problem>& problems) {
    const Spread spread = spread_of(rows.data);
    // A rate of all lies among the rates of its parts; a sum of counts does not.
    const bool has_total = facts.decimals == 0 && !facts.unit.other.empty() && spread.lowest >= 0;
    const std::string mark = facts.kind == input::Kind::bar ? "a bar" : "an area";
    for (const Observation& row : rows.totals) {
        const Location where{observations.file, row.line};
        std::string means = "the total of all rows";
        std::string gap;
        if (row.value && *row.value != facts.total) {
            const std::string value = format_number(*row.value, facts.decimals);
            const std::string sum = format_number(facts.total, facts.decimals);
            if (!has_total && *row.value >= spread.lowest && *row.value <= spread.highest) {
                means = "the value for all rows together";
            } else if (spread.missing > 0 && *row.value > facts.total) {
                gap = fmt::format("; it is {}, and the rows that have a value add up to {}", value,
                                  sum);
            } else {
                problems.push_back({where,
                                    fmt::format("{} is {}, but the other rows add up to {}",
                                                input::in_quotes(row.label), value, sum),
                                    "correct the row that is wrong, or leave this one out"});
                continue;
            }
        }
        if (row.value && !facts.total_row) {
            facts.total_row = row.value;
        }
        facts.warnings.push_back({where,
                                  fmt::format("{} is taken as {}, not as {}{}",
                                              input::in_quotes(row.label), means, mark, gap),
                                  ""});
    }
}

} // namespace cairn::facts
