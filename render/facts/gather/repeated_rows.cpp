#include "render/facts/gather/repeated_rows.h"

#include "base/number.h"
#include "base/quote.h"
#include "render/facts/gather/gather_panels.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace cairn::facts {
namespace {

/// A column of the table, and how many values it has.
struct Column {
    std::string heading;
    std::size_t values = 0;
};

/// Whether a column has another value in each row of a label or place.
bool tells_apart(const RowsOfOne& rows, std::size_t column) {
    std::set<std::string> values;
    return std::ranges::all_of(rows, [&](const input::Observation* row) {
        return !row->others[column].empty() && values.insert(row->others[column]).second;
    });
}

/// The column of the fewest values that tells the rows of every label or place apart.
std::optional<Column> distinguishing_column(const input::Observations& observations,
                                            const std::vector<RowsOfOne>& rows) {
    std::optional<Column> best;
    for (std::size_t i = 0; i < observations.other_headings.size(); ++i) {
        if (!std::ranges::all_of(rows, [&](const auto& one) { return tells_apart(one, i); })) {
            continue;
        }
        std::set<std::string> values;
        for (const input::Observation& row : observations.rows) {
            values.insert(row.others[i]);
        }
        if (!best || values.size() < best->values) {
            best = Column{observations.other_headings[i], values.size()};
        }
    }
    return best;
}

std::string remedy(const input::FigureSpec& spec, const std::optional<Column>& column) {
    const bool sums = !spec.data.categories;
    const char* or_sum = sums ? "; `duplicates: sum` adds counts up, never rates" : "";
    if (!column) {
        return fmt::format("keep one row of each{}", or_sum);
    }
    const bool panels = spec.data.may_have_panels && !spec.data.rate &&
                        spec.data.panel_column.empty() && column->values >= least_panels &&
                        column->values <= most_panels;
    const std::string distinguishes = in_quotes(column->heading) + " tells them apart: ";
    return panels ? fmt::format("{}write `panel: {}` in `data` for a small map of each, or keep "
                                "the rows of one{}",
                                distinguishes, column->heading, or_sum)
                  : fmt::format("{}keep the rows of one{}", distinguishes, or_sum);
}

/// Nothing where few labels or places stand several times.
std::optional<Problem> repeated_rows(const input::FigureSpec& spec,
                                     const input::Observations& observations,
                                     const std::vector<RowsOfOne>& rows, const Noun& item) {
    constexpr std::size_t few = 3; // so many are listed one by one
    const auto repeated = static_cast<std::size_t>(
        std::ranges::count_if(rows, [](const RowsOfOne& one) { return one.size() > 1; }));
    if (repeated <= few || repeated * 2 <= rows.size()) {
        return std::nullopt;
    }
    const std::size_t times = rows.front().size();
    const bool alike =
        std::ranges::all_of(rows, [&](const RowsOfOne& one) { return one.size() == times; });
    return Problem{.where = {.file = observations.file},
                   .what = alike ? fmt::format("each {} has {} rows", item.one, times)
                                 : fmt::format("{} of {} {} have more than one row", repeated,
                                               rows.size(), item.other),
                   .remedy = remedy(spec, distinguishing_column(observations, rows))};
}

/// What two rows give in common may be of one thing, which counts once.
void warn_of_same_denominator(const Drawn& drawn, const input::Observation& row,
                              const input::Observations& observations, Facts& facts) {
    if (row.per == drawn.fact.denominator) {
        facts.warnings.push_back(
            {{.file = observations.file, .line = row.line, .field = *observations.per_heading},
             fmt::format("{} has {} on line {} too, and both are added up",
                         in_quotes(drawn.fact.label),
                         format_number(*row.per, observations.per_decimals), drawn.line),
             "where they are the same, make one row of the two"});
    }
}

} // namespace

Problem second_row(const input::Observation& row, const input::Observations& observations,
                   const std::string& label, const std::string& first, int first_line) {
    const std::string as = label == first ? "," : ", as " + in_quotes(first);
    return {{observations.file, row.line},
            fmt::format("{} has a row already{} on line {}", in_quotes(label), as, first_line),
            "take one of the two out, or write `duplicates: sum` in the figure file"};
}

void add_to(Drawn& drawn, const input::Observation& row, const input::Observations& observations,
            Facts& facts) {
    Fact& fact = drawn.fact;
    if (fact.value && row.value) {
        fact.value = rounded(*fact.value + *row.value, facts.decimals);
        const bool is_same = observations.per_is_joined && row.per == fact.denominator;
        if (row.per && fact.denominator && !is_same) {
            warn_of_same_denominator(drawn, row, observations, facts);
            fact.denominator = rounded(*fact.denominator + *row.per, observations.per_decimals);
        }
        return;
    }
    if (row.reason == Reason::suppressed && fact.reason == Reason::suppressed) {
        return; // both, or their sum
    }
    facts.warnings.push_back({{observations.file, row.value ? drawn.line : row.line},
                              fmt::format("the row for {} has no value and adds nothing to the sum",
                                          in_quotes(fact.label)),
                              ""});
    if (row.value) {
        fact.value = row.value;
        fact.denominator = row.per;
        fact.reason.reset();
    }
}

void add_second_rows(const input::FigureSpec& spec, const input::Observations& observations,
                     const std::vector<RowsOfOne>& rows, const Noun& item,
                     std::vector<Problem> each, std::vector<Problem>& problems) {
    if (each.empty()) {
        return;
    }
    if (auto all = repeated_rows(spec, observations, rows, item)) {
        problems.push_back(std::move(*all));
        return;
    }
    constexpr std::size_t most_told = 50;
    const std::size_t more = each.size() - std::min(each.size(), most_told);
    each.resize(each.size() - more);
    if (more > 0) {
        each.push_back({{.file = observations.file},
                        fmt::format("{} more rows are second rows too", more),
                        remedy(spec, distinguishing_column(observations, rows))});
    }
    std::ranges::move(each, std::back_inserter(problems));
}

} // namespace cairn::facts
