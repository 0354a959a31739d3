#include "render/facts/gather/unplaced_rows.h"

#include "base/name_key.h"
#include "base/number.h"
#include "base/quote.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace cairn::facts {

namespace {

// Labels in the form of name_key.
constexpr std::array<std::string_view, 28> no_area{
    "unknown",        "notknown",        "notrecorded",     "notstated",     "notspecified",
    "unspecified",    "notprovided",     "notgiven",        "notanswered",   "noanswer",
    "prefernottosay", "outwithscotland", "outsidescotland", "notinscotland", "restofuk",
    "outsideuk",      "outwithuk",       "overseas",        "nofixedabode",  "noaddress",
    "other",          "otherunknown",    "unknownother",    "unallocated",   "unassigned",
    "neoaithnichte",  "nocoordinates",   "outsidethemap"};

void add_label(const std::string& label, std::vector<std::string>& labels) {
    if (std::ranges::find(labels, label) == labels.end()) {
        labels.push_back(label);
    }
}

void add_value(std::optional<double> value, int decimals, std::optional<double>& sum) {
    if (value) {
        sum = rounded(sum.value_or(0) + *value, decimals);
    }
}

} // namespace

bool says_no_area(std::string_view label) {
    return std::ranges::find(no_area, name_key(label)) != no_area.end();
}

void set_unplaced_apart(const input::FigureSpec& spec, const input::Observations& observations,
                        const Noun& item, const std::function<bool(const std::string&)>& is_region,
                        std::vector<input::Observation>& rows, Facts& facts,
                        std::vector<Problem>& problems) {
    const auto first =
        std::stable_partition(rows.begin(), rows.end(), [&](const input::Observation& row) {
            return is_region(row.label) || !says_no_area(row.label);
        });
    if (first == rows.end()) {
        return;
    }
    Unplaced unplaced;
    for (const input::Observation& row : std::span(first, rows.end())) {
        add_label(row.label, unplaced.labels);
        add_value(row.value, facts.decimals, unplaced.value);
    }
    if (spec.unplaced == input::Unplaced::error) {
        problems.push_back({{observations.file, first->line},
                            fmt::format("{} {} no {}", first_few_in_quotes(unplaced.labels),
                                        unplaced.labels.size() == 1 ? "is" : "are", item.one),
                            "write `unplaced: note` in the figure: it keeps such rows in the total "
                            "and in a note"});
    }
    rows.erase(first, rows.end());
    facts.unplaced = std::move(unplaced);
}

std::optional<Unplaced> unplaced_in_all(const std::vector<Facts>& panels) {
    std::optional<Unplaced> all;
    for (const Facts& panel : panels) {
        if (panel.unplaced) {
            all = all.value_or(Unplaced{});
            for (const std::string& label : panel.unplaced->labels) {
                add_label(label, all->labels);
            }
            add_value(panel.unplaced->value, panel.decimals, all->value);
        }
    }
    return all;
}

} // namespace cairn::facts
