#include "render/facts/gather/unplaced_rows.h"

#include "base/name_key.h"
#include "base/number.h"
#include "base/quote.h"
#include "render/facts/gather/total_row.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
#include <utility>

namespace cairn::facts {

namespace {

// Labels in the form of name_key.
constexpr std::array<std::string_view, 28> not_known{
    "unknown",        "notknown",     "notrecorded",  "notstated",     "notspecified",
    "unspecified",    "notprovided",  "notgiven",     "notanswered",   "noanswer",
    "prefernottosay", "nofixedabode", "noaddress",    "other",         "otherunknown",
    "unknownother",   "unallocated",  "unassigned",   "neoaithnichte", "nocoordinates",
    "outsidethemap",  "nk",           "scotlandwide", "national",      "nationwide",
    "multiple",       "various",      "elsewhere"};
constexpr std::array<std::string_view, 13> outside_scotland{
    "restofuk",    "outsideuk", "outwithuk",       "elsewhereinuk",   "elsewhereintheuk",
    "restoftheuk", "overseas",  "outwithscotland", "outsidescotland", "notinscotland",
    "e92000001",   "w92000004", "n92000002"};

void add_value(std::optional<double> value, int decimals, std::optional<double>& sum) {
    if (value) {
        sum = rounded(sum.value_or(0) + *value, decimals);
    }
}

/// Adds a row to those of its label, and to the sum.
void add_row(const Fact& row, int decimals, Unplaced& unplaced) {
    const auto known = std::ranges::find(unplaced.rows, row.label, &Fact::label);
    if (known == unplaced.rows.end()) {
        unplaced.rows.push_back(row);
    } else {
        add_value(row.value, decimals, known->value);
    }
    add_value(row.value, decimals, unplaced.value);
}

} // namespace

bool says_no_area(std::string_view label) {
    const std::string key = name_key(label);
    return is_other_country(label) || std::ranges::find(not_known, key) != not_known.end() ||
           std::ranges::find(outside_scotland, key) != outside_scotland.end();
}

bool is_told_to_have_no_area(const input::FigureSpec& spec, std::string_view label) {
    return std::ranges::any_of(spec.own_names, [&](const input::OwnName& own) {
        return own.place == input::no_place && name_key(own.name) == name_key(label);
    });
}

void set_unplaced_apart(const input::FigureSpec& spec, const input::Observations& observations,
                        const Noun& item, const std::function<bool(const std::string&)>& is_region,
                        std::vector<input::Observation>& rows, Facts& facts,
                        std::vector<Problem>& problems) {
    const auto first =
        std::stable_partition(rows.begin(), rows.end(), [&](const input::Observation& row) {
            return is_region(row.label) ||
                   !(says_no_area(row.label) || is_told_to_have_no_area(spec, row.label));
        });
    if (first == rows.end()) {
        return;
    }
    Unplaced unplaced;
    for (const input::Observation& row : std::span(first, rows.end())) {
        Fact fact{.label = row.label, .code = "", .value = row.value, .class_index = {}};
        fact.language = row.language;
        fact.reason = row.reason;
        add_row(fact, facts.decimals, unplaced);
    }
    std::vector<std::string> labels;
    for (const Fact& row : unplaced.rows) {
        if (!is_told_to_have_no_area(spec, row.label)) {
            labels.push_back(row.label);
        }
    }
    if (spec.unplaced == input::Unplaced::error && !labels.empty()) {
        problems.push_back({{observations.file, first->line},
                            fmt::format("{} {} no {}", first_few_in_quotes(labels),
                                        labels.size() == 1 ? "is" : "are", item.one),
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
            for (const Fact& row : panel.unplaced->rows) {
                add_row(row, panel.decimals, *all);
            }
        }
    }
    return all;
}

} // namespace cairn::facts
