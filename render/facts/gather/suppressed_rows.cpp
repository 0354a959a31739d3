#include "render/facts/gather/suppressed_rows.h"

#include "base/fill.h"
#include "base/name_key.h"
#include "base/number.h"
#include "base/report.h"
#include "base/utf8.h"
#include "render/facts/gather/row_fates.h"
#include "render/facts/gather/suppressed_cells.h"
#include "render/facts/gather/total_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace cairn::facts {

namespace {

using input::FigureSpec;
using input::Observation;
using input::Observations;

void check_count(const Observation& row, const Observations& observations,
                 std::vector<Problem>& problems) {
    if (*row.value < 0 || *row.value != std::floor(*row.value)) {
        problems.push_back(
            {.where = {.file = observations.file,
                       .line = row.line,
                       .field = observations.value_heading},
             .what = fmt::format("{} is no count, and small counts are to be suppressed",
                                 format_number(*row.value, observations.decimals)),
             .remedy = "take `suppress` away, or name the column of the counts"});
    }
}

/// The counts of a figure as a table of labels and panels, and of which rows each is made.
struct Counts {
    std::vector<CountCell> cells{};
    std::vector<std::vector<Observation*>> rows{};
};

/// What parts the counts of a figure into a table: label and panel, or the two of a pair.
class Dimensions {
  public:
    Dimensions(const FigureSpec& spec, const Observations& observations,
               const geo::Gazetteer* places)
        : m_places(places), m_are_two(!spec.data.panel_column.empty()) {
        for (const std::string& name : spec.data.records.by) {
            const auto found =
                std::ranges::find(observations.other_headings, name_key(name),
                                  [](const std::string& heading) { return name_key(heading); });
            m_pair.push_back(static_cast<std::size_t>(found - observations.other_headings.begin()));
            m_are_two = true;
        }
    }

    [[nodiscard]] bool are_two() const { return m_are_two; }

    [[nodiscard]] std::pair<std::string, std::string> of(const Observation& row) const {
        if (!m_pair.empty()) {
            return {row.others.at(m_pair[0]), row.others.at(m_pair[1])};
        }
        const auto place = m_places == nullptr ? std::nullopt : m_places->find(row.label);
        return {place ? m_places->places()[*place].code : row.label, row.panel};
    }

  private:
    const geo::Gazetteer* m_places;
    bool m_are_two;
    std::vector<std::size_t> m_pair{}; ///< columns that the figure does not read
};

Counts counts_of(Observations& observations, const std::set<int>& totals,
                 const Dimensions& dimensions, std::vector<Problem>& problems) {
    Counts counts;
    std::map<std::string, std::size_t> labels;
    std::map<std::string, std::size_t> panels;
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> known;
    for (Observation& row : observations.rows) {
        if (!row.value || totals.contains(row.line)) {
            continue;
        }
        check_count(row, observations, problems);
        const auto [label, of_panel] = dimensions.of(row);
        const std::size_t number = labels.emplace(label, labels.size()).first->second;
        const std::size_t panel = panels.emplace(of_panel, panels.size()).first->second;
        const auto [entry, is_new] = known.emplace(std::pair(number, panel), counts.cells.size());
        if (is_new) {
            // Of one dimension, all counts are parts of one total.
            counts.cells.push_back({.row = dimensions.are_two() ? number : 0, .column = panel});
            counts.rows.emplace_back();
        }
        counts.cells[entry->second].count += *row.value;
        counts.rows[entry->second].push_back(&row);
    }
    return counts;
}

void keep_back(Observation& row) {
    row.value.reset();
    row.reason = Reason::suppressed;
}

void check_sum(FigureSpec& spec, const Observations& observations, const Counts& counts,
               std::vector<Problem>& problems) {
    Facts whole;
    whole.decimals = observations.decimals;
    for (const CountCell& cell : counts.cells) {
        whole.total += cell.count;
    }
    check_expected_total(spec, observations, whole, problems);
    spec.expect_total.reset();
}

/// Says in the note of the figure what is suppressed, unless the note is in another language.
void add_note(FigureSpec& spec, const input::Catalogue& catalogue) {
    if (!spec.note_language.empty()) {
        return;
    }
    const std::string& said = spec.suppress->secondary ? catalogue["counts_suppressed_with_others"]
                                                       : catalogue["counts_suppressed"];
    spec.note += (spec.note.empty() ? "" : " ") +
                 capitalised(fill(said, {{"number", std::to_string(spec.suppress->below - 1)}})) +
                 ".";
}

/// Takes values out of the data, and tells how many.
void keep_back(FigureSpec& spec, const std::vector<bool>& small, const std::vector<bool>& gone,
               const input::Catalogue& catalogue, Counts& counts, std::vector<Problem>& warnings) {
    for (std::size_t i = 0; i < counts.rows.size(); ++i) {
        for (Observation* row : counts.rows[i]) {
            if (gone[i]) {
                keep_back(*row);
            }
        }
    }
    const auto first = std::ranges::count(small, true);
    const auto all = std::ranges::count(gone, true);
    if (all > 0) {
        add_note(spec, catalogue);
        warnings.push_back(
            {.where = spec.suppress->where,
             .what = fmt::format("{} of {} counts are suppressed: {} below {}, and {} from which "
                                 "these could be worked out",
                                 all, gone.size(), first, spec.suppress->below, all - first),
             .remedy = ""});
    }
}

} // namespace

void suppress(FigureSpec& spec, const geo::Gazetteer* places, const input::Catalogue& catalogue,
              Observations& observations, std::vector<Problem>& warnings) {
    if (!spec.suppress) {
        return;
    }
    const int below = spec.suppress->below;
    const std::set<int> totals = lines_without_data(spec, observations, places, catalogue);
    std::vector<Problem> problems;
    Counts counts =
        counts_of(observations, totals, Dimensions(spec, observations, places), problems);
    check_sum(spec, observations, counts, problems);
    throw_any(std::move(problems));
    const std::vector<bool> small = small_cells(counts.cells, below);
    const auto gone = spec.suppress->secondary ? suppressed_cells(counts.cells, below) : small;
    if (!gone) {
        throw Error(Problem{
            .where = spec.suppress->where,
            .what = fmt::format("a count below {} can be worked out from the total, whatever else "
                                "is suppressed",
                                below),
            .remedy =
                "put labels, areas or years together; or, where nobody knows the total, write "
                "secondary: false"});
    }
    keep_back(spec, small, *gone, catalogue, counts, warnings);
    for (Observation& row : observations.rows) {
        if (totals.contains(row.line) && row.value && *row.value > 0 && *row.value < below) {
            keep_back(row);
        }
    }
}

} // namespace cairn::facts
