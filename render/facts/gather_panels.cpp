#include "render/facts/gather_panels.h"

#include "base/number.h"
#include "base/quote.h"
#include "render/facts/classes.h"
#include "render/facts/diverging.h"
#include "render/facts/gather.h"
#include "render/facts/shown_decimals.h"
#include "render/facts/total_row.h"
#include "render/input/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <utility>
#include <variant>

namespace cairn::facts {
namespace {

std::optional<double> step_of(const std::string& label) {
    const auto read = input::parse_number(label);
    const auto* number = std::get_if<input::Number>(&read);
    return number == nullptr ? std::nullopt : std::optional(number->value);
}

/// Labels of the panels in the order of the page.
std::vector<std::string> panel_labels(const input::Observations& observations) {
    std::vector<std::string> labels;
    for (const input::Observation& row : observations.rows) {
        if (std::ranges::find(labels, row.panel) == labels.end()) {
            labels.push_back(row.panel);
        }
    }
    if (std::ranges::all_of(labels, [](const auto& label) { return step_of(label).has_value(); })) {
        std::ranges::stable_sort(labels, {}, step_of);
    }
    return labels;
}

void check_number(std::size_t count, const input::FigureSpec& spec,
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
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
    return panels;
}

/// Codes of the areas in the order of the table, or of what they have in all panels; those without
/// a row last, by name.
std::vector<std::string> order_of_areas(const std::vector<Facts>& panels, input::Sort sort) {
    std::vector<std::string> codes;
    std::map<std::string, double> sums;
    for (const Facts& panel : panels) {
        for (const Fact& fact : panel.facts) {
            sums[fact.code] += fact.value.value_or(0);
            if (fact.in_table && std::ranges::find(codes, fact.code) == codes.end()) {
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
        if (std::ranges::find(codes, fact.code) == codes.end()) {
            codes.push_back(fact.code);
        }
    }
    return codes;
}

/// Adds the facts of a panel in this order of areas; borders lead to areas of the same panel.
void add_panel(const Facts& panel, const std::string& label, const std::vector<std::string>& order,
               Facts& facts) {
    const std::size_t first = facts.facts.size();
    const std::size_t number = facts.panels.size();
    facts.panels.push_back({label, panel.total});
    const auto place_of = [&](const std::string& code) {
        return static_cast<std::size_t>(std::ranges::find(order, code) - order.begin());
    };
    for (const std::string& code : order) {
        const auto found = std::ranges::find(panel.facts, code, &Fact::code);
        const auto index = static_cast<std::size_t>(found - panel.facts.begin());
        Fact& fact = facts.facts.emplace_back(*found);
        fact.panel = number;
        if (!fact.value) {
            facts.missing.push_back(fact.label);
        }
        if (panel.neighbours.empty()) {
            continue;
        }
        std::vector<std::size_t>& beside = facts.neighbours.emplace_back();
        for (const std::size_t neighbour : panel.neighbours[index]) {
            beside.push_back(first + place_of(panel.facts[neighbour].code));
        }
        std::ranges::sort(beside);
        facts.extents.push_back(panel.extents[index]);
    }
}

/// One set of classes over all panels.
void add_classes(const input::FigureSpec& spec, Facts& facts) {
    const bool own_zero =
        !spec.classes.midpoint && std::ranges::none_of(facts.facts, [](const Fact& fact) {
            return fact.value.value_or(0) < 0;
        });
    const auto is_zero = [&](const Fact& fact) { return own_zero && fact.value == 0.0; };
    std::vector<double> values;
    std::vector<std::string> names;
    for (const Fact& fact : facts.facts) {
        if (fact.value && !is_zero(fact)) {
            values.push_back(*fact.value);
            names.push_back(
                fmt::format("{} in {}", in_quotes(fact.label), facts.panels[fact.panel].label));
        }
    }
    const auto zeros = static_cast<std::size_t>(std::ranges::count_if(facts.facts, is_zero));
    facts.zero_count = zeros > 0 ? std::optional(zeros) : std::nullopt;
    set_scale(spec.classes, values, names, facts);
    for (Fact& fact : facts.facts) {
        fact.class_index =
            fact.value && !is_zero(fact) ? class_of(facts.classes, *fact.value) : std::nullopt;
    }
}

} // namespace

Facts gather_panels(const input::FigureSpec& spec, const input::Observations& observations,
                    const geo::Gazetteer& places, const std::string& attribution,
                    const input::Catalogue& catalogue, const geo::Whereabouts& whereabouts) {
    const std::vector<std::string> labels = panel_labels(observations);
    check_number(labels.size(), spec, observations);
    const std::vector<Facts> each =
        gather_each(spec, observations, labels, places, attribution, catalogue, whereabouts);
    const std::vector<std::string> order = order_of_areas(each, spec.sort);
    Facts facts = each.front();
    facts.facts.clear();
    facts.classes.clear();
    facts.missing.clear();
    facts.neighbours.clear();
    facts.extents.clear();
    facts.warnings.clear();
    facts.total_row.reset();
    facts.decimals = observations.decimals;
    facts.rows_read = observations.rows.size();
    facts.total = 0;
    for (std::size_t i = 0; i < each.size(); ++i) {
        add_panel(each[i], labels[i], order, facts);
        facts.total = rounded(facts.total + each[i].total, facts.decimals);
        facts.warnings.insert(facts.warnings.end(), each[i].warnings.begin(),
                              each[i].warnings.end());
    }
    set_shown_decimals(facts);
    std::vector<Problem> problems;
    check_expected_total(spec, observations, facts, problems);
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
    add_classes(spec, facts);
    return facts;
}

Facts panel_facts(const Facts& facts, std::size_t panel) {
    Facts one = facts;
    one.panels.clear();
    one.classes.clear();
    one.zero_count.reset();
    one.note.clear();
    one.total = facts.panels.at(panel).total;
    const std::size_t areas = facts.facts.size() / facts.panels.size();
    const auto keep = [&](auto& of_facts) { // what has one entry a fact, or none
        if (!of_facts.empty()) {
            const auto begin = of_facts.begin() + static_cast<std::ptrdiff_t>(panel * areas);
            of_facts = {std::make_move_iterator(begin),
                        std::make_move_iterator(begin + static_cast<std::ptrdiff_t>(areas))};
        }
    };
    keep(one.facts);
    keep(one.extents);
    keep(one.neighbours);
    for (std::vector<std::size_t>& beside : one.neighbours) {
        for (std::size_t& neighbour : beside) {
            neighbour -= panel * areas;
        }
    }
    one.missing.clear();
    for (const Fact& fact : one.facts) {
        if (!fact.value) {
            one.missing.push_back(fact.label);
        }
    }
    return one;
}

bool are_steps(const std::vector<Panel>& panels) {
    return std::ranges::all_of(panels,
                               [](const Panel& panel) { return step_of(panel.label).has_value(); });
}

} // namespace cairn::facts
