#include "render/facts/gather/total_row.h"

#include "base/name_key.h"
#include "base/number.h"
#include "base/quote.h"
#include "geo/area_kind.h"
#include "render/facts/unit.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>
#include <span>
#include <string_view>

namespace cairn::facts {
namespace {

using input::Observation;
using input::Observations;

// Labels in the form of name_key.
constexpr std::array<std::string_view, 9> totals{"total",        "grandtotal", "overall",
                                                 "overalltotal", "all",        "sum",
                                                 "iomlan",       "guleir",     "uileguleir"};
// S92000003: Scotland in the Register of Geographic Codes, Office for National Statistics.
constexpr std::array<std::string_view, 7> scotland{"scotland",      "alba",          "allscotland",
                                                   "scotlandtotal", "totalscotland", "nhsscotland",
                                                   "s92000003"};
// With the codes of the register.
constexpr std::array<std::string_view, 7> wider{"unitedkingdom", "uk",        "greatbritain", "gb",
                                                "britain",       "k02000001", "k03000001"};
constexpr std::array<std::string_view, 5> other_countries{"england", "wales", "northernireland",
                                                          "ireland", "englandandwales"};

bool contains(std::span<const std::string_view> keys, std::string_view key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

/// The name keys of all labels that stand for all rows of a figure.
std::set<std::string> total_keys(const Facts& facts) {
    std::set<std::string> keys(totals.begin(), totals.end());
    keys.insert(scotland.begin(), scotland.end());
    for (const std::string& noun : {facts.item.other, facts.unit.other}) {
        if (!noun.empty()) {
            keys.insert(name_key("all " + noun));
            keys.insert(name_key("total " + noun));
        }
    }
    return keys;
}

/// Parts the rows, each shown by `mark`; `is_other` knows labels that are no total whatever they
/// sound like.
Rows part(const Observations& observations, const Facts& facts, std::string_view mark,
          const std::function<bool(const std::string& label, const std::string& key)>& is_other) {
    const std::set<std::string> keys = total_keys(facts);
    Rows rows{.data = {}, .totals = {}, .mark = mark};
    for (const Observation& row : observations.rows) {
        const std::string key = name_key(geo::without_uri(row.label));
        const bool total = keys.contains(key) && !is_other(row.label, key);
        (total ? rows.totals : rows.data).push_back(row);
    }
    if (rows.data.empty() && !rows.totals.empty()) {
        const Observation& first = rows.totals.front();
        throw Error(Problem{{observations.file, first.line},
                            in_quotes(first.label) + " stands for all rows, but there is no other",
                            "add the rows that it sums up, or give it another name"});
    }
    return rows;
}

/// What the values without the total rows are.
struct Extremes {
    double lowest = 0;
    double highest = 0;
    std::size_t missing = 0;
};

Extremes extremes_of(const std::vector<Observation>& rows) {
    Extremes spread;
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

Rows part_bar_rows(const Observations& observations, const Facts& facts) {
    return part(
        observations, facts, "a bar", [&](const std::string& /*label*/, const std::string& key) {
            return contains(scotland, key) &&
                   std::any_of(observations.rows.begin(), observations.rows.end(),
                               [](const Observation& row) {
                                   return is_wider(row.label) || is_other_country(row.label);
                               });
        });
}

bool is_wider(std::string_view label) {
    return contains(wider, name_key(geo::without_uri(label)));
}

bool is_other_country(std::string_view label) {
    return contains(other_countries, name_key(label));
}

Rows part_map_rows(const Observations& observations, const Facts& facts,
                   const std::function<bool(const std::string&)>& is_region) {
    Rows rows = part(
        observations, facts, "an area",
        [&](const std::string& label, const std::string& /*key*/) { return is_region(label); });
    const auto first =
        std::stable_partition(rows.data.begin(), rows.data.end(), [&](const Observation& row) {
            return is_region(row.label) || !is_wider(row.label);
        });
    if (first != rows.data.begin()) { // of these alone, each is told to be no area
        rows.wider.assign(first, rows.data.end());
        rows.data.erase(first, rows.data.end());
    }
    return rows;
}

void check_totals(const input::FigureSpec& spec, const Rows& rows, const Observations& observations,
                  Facts& facts, std::vector<Problem>& problems) {
    const Extremes spread = extremes_of(rows.data);
    // A rate of all lies among the rates of its parts; a sum of counts does not.
    const bool has_total =
        facts.adds_up && facts.decimals == 0 && can_be_counted(facts.unit) && spread.lowest >= 0;
    const bool some_left_out = !spec.data.records.condition.empty();
    for (const Observation& row : rows.wider) {
        facts.warnings.push_back(
            {{observations.file, row.line},
             fmt::format("{} is more than the map, and is left out", in_quotes(row.label)),
             ""});
    }
    for (const Observation& row : rows.totals) {
        const Location where{observations.file, row.line};
        std::string means = "the total of all rows";
        std::string gap;
        if (row.value && *row.value != facts.total) {
            const std::string value = format_number(*row.value, facts.decimals);
            const std::string sum = format_number(facts.total, facts.decimals);
            if (!has_total && *row.value >= spread.lowest && *row.value <= spread.highest) {
                means = "the value for all rows together";
            } else if (some_left_out || (spread.missing > 0 && *row.value > facts.total)) {
                gap = fmt::format("; it is {}, and the rows that {} add up to {}", value,
                                  some_left_out ? "`where` takes" : "have a value", sum);
            } else {
                problems.push_back({where,
                                    fmt::format("{} is {}, but the other rows add up to {}",
                                                in_quotes(row.label), value, sum),
                                    "correct the row that is wrong, or leave this one out"});
                continue;
            }
        }
        if (row.value && !facts.total_row) {
            facts.total_row = row.value;
        }
        facts.warnings.push_back({where,
                                  fmt::format("{} is taken as {}, not as {}{}",
                                              in_quotes(row.label), means, rows.mark, gap),
                                  ""});
    }
}

void check_expected_total(const input::FigureSpec& spec, const input::Observations& observations,
                          const Facts& facts, std::vector<Problem>& problems) {
    if (spec.expect_total && *spec.expect_total != facts.total) {
        problems.push_back(
            {spec.expect_total_where,
             fmt::format("the values of {} add up to {}, not to the {} expected", observations.file,
                         format_number(facts.total, facts.decimals),
                         format_number(*spec.expect_total, decimals_of(*spec.expect_total))),
             "correct the value that is wrong in the table, or expect_total"});
    }
}

} // namespace cairn::facts
