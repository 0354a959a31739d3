#include "render/facts/gather/gather_panels.h"

#include "base/number.h"
#include "base/quote.h"
#include "base/read_number.h"
#include "base/report.h"
#include "render/facts/body.h"
#include "render/facts/gather/gather.h"
#include "render/facts/gather/shade.h"
#include "render/facts/gather/shown_decimals.h"
#include "render/facts/gather/total_row.h"
#include "render/facts/gather/unplaced_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <variant>

namespace cairn::facts {
namespace {

std::optional<double> step_of(const std::string& label) {
    const auto read = input::parse_number(label);
    const auto* number = std::get_if<input::Number>(&read);
    return number == nullptr ? std::nullopt : std::optional(number->value);
}

/// Whether the labels are numbers, such as years.
bool are_steps(std::span<const std::string> labels) {
    return std::ranges::all_of(labels,
                               [](const auto& label) { return step_of(label).has_value(); });
}

/// Labels of the panels in the order of the page.
std::vector<std::string> panel_labels(const input::Observations& observations) {
    std::vector<std::string> labels;
    for (const input::Observation& row : observations.rows) {
        if (std::ranges::find(labels, row.panel) == labels.end()) {
            labels.push_back(row.panel);
        }
    }
    if (are_steps(labels)) {
        std::ranges::stable_sort(labels, {}, step_of);
    }
    return labels;
}

void check_panels(std::size_t count, const input::FigureSpec& spec,
                  const input::Observations& observations) {
    if (count < least_panels || count > most_panels) {
        throw Error(
            Problem{.where = spec.data.panel_where,
                    .what = fmt::format("the number of values of {} in {} is {}, not {} to {}",
                                        in_quotes(spec.data.panel_column), observations.file, count,
                                        least_panels, most_panels),
                    .remedy = "each value gives a small map of its own: name a column of "
                              "few, such as years"});
    }
}

/// The facts of each panel, not classed yet. Throws Error with the problems of all.
std::vector<Facts> gather_each(const input::FigureSpec& spec,
                               const input::Observations& observations,
                               const std::vector<std::string>& labels, const geo::Gazetteer& places,
                               const std::string& attribution, const input::Catalogue& catalogue,
                               const geo::Whereabouts& whereabouts) {
    input::FigureSpec one = spec;
    one.sort = input::Sort::file;
    one.expect_total.reset();
    one.classes = {.method = input::ClassMethod::equal, .breaks = {}, .count = 1, .where = {}};
    std::vector<Facts> panels;
    std::vector<Problem> problems;
    for (const std::string& label : labels) {
        input::Observations rows = observations;
        std::erase_if(rows.rows, [&](const auto& row) { return row.panel != label; });
        try {
            panels.push_back(gather_map(one, rows, places, attribution, catalogue, whereabouts));
        } catch (const Error& error) {
            problems.insert(problems.end(), error.problems().begin(), error.problems().end());
        }
    }
    throw_any(std::move(problems));
    return panels;
}

/// Codes of the areas in the order of the table, or of what they have in all panels; those without
/// a row last, by name.
std::vector<std::string> order_of_areas(const std::vector<Facts>& panels, input::Sort sort) {
    std::vector<std::string> codes;
    std::set<std::string_view> known;
    std::map<std::string, double> sums;
    for (const Facts& panel : panels) {
        for (const Fact& fact : panel.facts) {
            sums[fact.code] += fact.value.value_or(0);
            if (fact.in_table && known.insert(fact.code).second) {
                codes.push_back(fact.code);
            }
        }
    }
    if (sort != input::Sort::file) {
        std::ranges::stable_sort(codes, [&](const std::string& a, const std::string& b) {
            return sort == input::Sort::ascending ? sums[a] < sums[b] : sums[a] > sums[b];
        });
    }
    for (const Fact& fact : panels.front().facts) {
        if (known.insert(fact.code).second) {
            codes.push_back(fact.code);
        }
    }
    return codes;
}

/// Adds the facts of a panel in this order of areas; borders lead to areas of the same panel.
void add_panel(const Facts& panel, std::size_t number, const std::vector<std::string>& order,
               Facts& facts) {
    const std::size_t first = facts.facts.size();
    std::map<std::string_view, std::size_t> place_of; // by code, in this order
    for (const std::string& code : order) {
        place_of.emplace(code, place_of.size());
    }
    facts.facts.resize(first + order.size());
    for (const Fact& fact : panel.facts) {
        Fact& added = facts.facts[first + place_of.at(fact.code)];
        added = fact;
        added.panel = number;
        if (added.area) {
            for (std::size_t& neighbour : added.area->neighbours) {
                neighbour = first + place_of.at(panel.facts[neighbour].code);
            }
            std::ranges::sort(added.area->neighbours);
        }
    }
    add_missing(facts, first);
}

/// One set of classes over all panels.
void add_classes(const input::FigureSpec& spec, Panels& panels, Facts& facts) {
    std::vector<std::string> names;
    for (const Fact& fact : facts.facts) {
        names.push_back(
            fmt::format("{} in {}", in_quotes(fact.label), panels.panels[fact.panel].label));
    }
    Shaded found = shade(spec.classes, facts, names);
    panels.shades = std::move(found.shades);
    panels.zero_count = found.zero_count;
}

} // namespace

Facts gather_panels(const input::FigureSpec& spec, const input::Observations& observations,
                    const geo::Gazetteer& places, const std::string& attribution,
                    const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts) {
    const std::vector<std::string> labels = panel_labels(observations);
    check_panels(labels.size(), spec, observations);
    const std::vector<Facts> each =
        gather_each(spec, observations, labels, places, attribution, catalogue, whereabouts);
    const std::vector<std::string> order = order_of_areas(each, spec.sort);
    Facts facts = each.front();
    Panels panels{.are_steps = are_steps(labels)};
    facts.facts.clear();
    facts.missing.clear();
    facts.warnings.clear();
    facts.total_row.reset();
    facts.adds_up = std::ranges::all_of(each, &Facts::adds_up);
    facts.unplaced = unplaced_in_all(each);
    facts.decimals = observations.decimals;
    facts.rows_read = observations.rows.size();
    facts.total = 0;
    for (std::size_t i = 0; i < each.size(); ++i) {
        panels.panels.push_back({labels[i], each[i].total, each[i].unplaced});
        add_panel(each[i], i, order, facts);
        facts.total = rounded(facts.total + each[i].total, facts.decimals);
        facts.warnings.insert(facts.warnings.end(), each[i].warnings.begin(),
                              each[i].warnings.end());
    }
    set_shown_decimals(facts);
    std::vector<Problem> problems;
    check_expected_total(spec, observations, facts, problems);
    throw_any(std::move(problems));
    add_classes(spec, panels, facts);
    facts.body = std::move(panels);
    return facts;
}

} // namespace cairn::facts
