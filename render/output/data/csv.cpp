#include "base/csv_cell.h"
#include "base/overloaded.h"
#include "render/facts/body.h"
#include "render/output/number.h"
#include "render/output/output.h"

#include <algorithm>
#include <functional>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cairn::output {

namespace {

/// The shorthand of the Government Analysis Function.
constexpr const char* low_reliability = "[u]";

/// "1", "3 to 4"; zero is a class of its own.
std::string class_text(const facts::Facts& facts, const words::Words& words,
                       const facts::Fact& fact) {
    if (fact.class_index) {
        return words.class_labels.at(*fact.class_index).range;
    }
    return fact.value == 0.0 && facts::zero_count_of(facts) ? "0" : "";
}

/// A column, and its cell in the row of a fact.
struct Column {
    std::string heading;
    std::function<std::string(const facts::Fact&)> cell_of;
};

void add_values(const facts::Facts& facts, std::vector<Column>& columns) {
    if (facts.rate) {
        columns.push_back({"count", [](const auto& fact) { return number_cell(fact.count); }});
        columns.push_back(
            {"denominator", [](const auto& fact) { return number_cell(fact.denominator); }});
    }
    columns.push_back({"value", [](const auto& fact) { return number_cell(fact.value); }});
}

void add_marks(const facts::Facts& facts, std::vector<Column>& columns) {
    if (facts.rate) {
        columns.push_back({"mark", [](const auto& fact) {
                               return std::string(fact.few_cases ? low_reliability : "");
                           }});
    }
}

/// The columns; cells refer to facts and words.
std::vector<Column> columns_of(const facts::Facts& facts, const words::Words& words) {
    const Column code{"code", [](const auto& fact) { return csv_cell(fact.code); }};
    const Column shade{"class",
                       [&](const auto& fact) { return csv_cell(class_text(facts, words, fact)); }};
    std::vector<Column> columns{{"label", [](const auto& fact) { return csv_cell(fact.label); }}};
    std::visit(
        Overloaded{[&](const facts::Bars&) { add_values(facts, columns); },
                   [&](const facts::Areas&) {
                       columns.push_back(code);
                       add_values(facts, columns);
                       columns.push_back(shade);
                   },
                   [&](const facts::Groups& groups) {
                       columns.push_back(code);
                       columns.push_back(
                           {"category", [&](const auto& fact) {
                                return fact.class_index
                                           ? csv_cell(groups.categories[*fact.class_index].label)
                                           : "";
                            }});
                   },
                   [&](const facts::Panels& panels) {
                       columns.push_back(code);
                       columns.push_back({"panel", [&](const auto& fact) {
                                              return csv_cell(panels.panels[fact.panel].label);
                                          }});
                       add_values(facts, columns);
                       columns.push_back(shade);
                   }},
        facts.body);
    add_marks(facts, columns);
    if (std::ranges::any_of(facts.facts,
                            [](const auto& fact) { return fact.reason.has_value(); })) {
        columns.push_back({"reason", [](const auto& fact) {
                               return std::string(fact.reason ? reason_in_words(*fact.reason) : "");
                           }});
    }
    return columns;
}

/// One line, a text a column.
std::string line(const std::vector<Column>& columns, const auto& text_of) {
    std::string text;
    for (const Column& column : columns) {
        text += "," + text_of(column);
    }
    return text.substr(1) + "\r\n";
}

} // namespace

std::string to_csv(const facts::Facts& facts, const words::Words& words) {
    const std::vector<Column> columns = columns_of(facts, words);
    std::string csv = line(columns, [](const Column& column) { return column.heading; });
    for (const facts::Fact& fact : facts::rows_of(facts)) {
        csv += line(columns, [&](const Column& column) { return column.cell_of(fact); });
    }
    return csv;
}

} // namespace cairn::output
