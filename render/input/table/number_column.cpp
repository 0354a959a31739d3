#include "render/input/table/number_column.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/quote.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>
#include <variant>

namespace cairn::input {

namespace {

bool is_number(const CellValue& value) {
    return std::holds_alternative<CellNumber>(value);
}

/// The rules, with letters as marks only where the column has numbers.
CellRules rules_of(const Table& table, std::size_t column, CellRules rules) {
    rules.letters_are_marks = std::ranges::any_of(table.rows, [&](const Row& row) {
        return is_number(read_cell_value(row.cells[column], rules));
    });
    return rules;
}

/// Whether a text is no number, nor one with a mark or a sign beside it.
bool is_word(const std::string& text, const CellRules& rules) {
    const bool has_digit = std::ranges::any_of(text, is_digit);
    return (!has_digit || is_letter(text.front())) &&
           std::holds_alternative<Refusal>(read_cell_value(text, rules));
}

constexpr std::size_t most_texts = 10;

/// Cells of one kind: how often, where first, and as which texts.
struct Seen {
    std::size_t count = 0;
    int line = 0;
    std::vector<std::string> texts{}; ///< each once, in the order of the table; not all of many

    void add(std::string_view text, int at) {
        line = count++ == 0 ? at : line;
        const std::string quoted = in_quotes(text);
        if (texts.size() < most_texts && std::ranges::find(texts, quoted) == texts.end()) {
            texts.push_back(quoted);
        }
    }

    /// `the cell is "*"`, `12 cells are "*" and "c"`.
    [[nodiscard]] std::string in_words() const {
        return count == 1 ? fmt::format("the cell is {}", texts.front())
                          : fmt::format("{} cells are {}", count, first_few(texts));
    }
};

/// What a column has beside its numbers, and in place of them.
struct Findings {
    std::map<Reason, Seen> missing{};
    Seen marks{};
    Seen scaled{}; ///< with what they are read as
    Seen plain{};  ///< numbers without a sign
    Seen signs{};  ///< numbers with one
};

Problem remark(const Table& table, std::size_t column, const Seen& seen, std::string what,
               std::string remedy) {
    return {.where = {.file = table.file, .line = seen.line, .field = table.columns[column]},
            .what = std::move(what),
            .remedy = std::move(remedy)};
}

/// `missing: ["*", "c"]`
std::string declaration(const Seen& seen) {
    constexpr std::size_t few = 3;
    const std::vector<std::string> first(
        seen.texts.begin(),
        seen.texts.begin() + static_cast<std::ptrdiff_t>(std::min(few, seen.texts.size())));
    return fmt::format("`missing: [{}]`", fmt::join(first, ", "));
}

void tell(const Findings& found, const Table& table, std::size_t column, NumberColumn& result) {
    const auto add = [&](const Seen& seen, std::string what, std::string remedy) {
        result.warnings.push_back(remark(table, column, seen, std::move(what), std::move(remedy)));
    };
    for (const auto& [reason, seen] : found.missing) {
        add(seen,
            fmt::format("{}: {}, drawn without a value", seen.in_words(), reason_in_words(reason)),
            reason == Reason::unknown
                ? fmt::format("older tables may mean nil by it: then write 0; if there is no "
                              "number, write {} in `data`",
                              declaration(seen))
                : fmt::format("if that is right, write {} in `data`", declaration(seen)));
    }
    if (found.marks.count > 0) {
        add(found.marks,
            fmt::format("{} {} a mark beside the number, {}, which is not shown", found.marks.count,
                        found.marks.count == 1 ? "cell has" : "cells have",
                        first_few(found.marks.texts)),
            "say in `note` what it means, if readers should know");
    }
    if (found.scaled.count > 0) {
        add(found.scaled,
            fmt::format("{} {} abbreviated: {}", found.scaled.count,
                        found.scaled.count == 1 ? "number is" : "numbers are",
                        first_few(found.scaled.texts)),
            "write the numbers in full if that is not what they mean");
    }
    if (result.sign == "%" && found.plain.count > 0) {
        add(found.plain,
            fmt::format("{} of {} numbers have no %, and are read as per cent too: {}",
                        found.plain.count, found.plain.count + found.signs.count,
                        first_few(found.plain.texts)),
            "write all numbers of a column in one way");
    }
}

/// Takes a number into the column; what is wrong with it where its sign is not that of the others.
std::optional<Refusal> take(const CellNumber& number, std::string_view cell, int line,
                            NumberColumn& column, Findings& found) {
    if (!number.sign.empty() && !column.sign.empty() && number.sign != column.sign) {
        return Refusal{fmt::format("{} is in {}, and the number on line {} in {}", in_quotes(cell),
                                   number.sign, found.signs.line, column.sign),
                       "write all numbers of a column in one unit"};
    }
    if (!number.sign.empty()) {
        column.sign = number.sign;
        found.signs.add(number.sign, line);
    } else if (number.value != 0) {
        found.plain.add(cell, line);
    }
    if (!number.mark.empty()) {
        found.marks.add(number.mark, line);
    }
    if (!number.scale.empty()) {
        found.scaled.add(fmt::format("{} is {}", cell, format_number(number.value, kept_digits)),
                         line);
    }
    column.decimals = std::max(column.decimals, number.decimals);
    column.values.back() = number.value;
    return std::nullopt;
}

/// Of more problems with the cells of a column than `most`, keeps the first few and counts the
/// others.
void keep_few(const Table& table, std::size_t column, std::size_t most,
              std::vector<Problem>& problems) {
    constexpr std::size_t shown = 3;
    if (problems.size() <= most) {
        return;
    }
    const std::size_t more = problems.size() - shown;
    problems.resize(shown);
    problems.push_back(more_unreadable(table, column, more));
}

} // namespace

NumberColumn read_numbers(const Table& table, std::size_t column, const CellRules& given) {
    const CellRules rules = rules_of(table, column, given);
    NumberColumn result;
    Findings found;
    for (const Row& row : table.rows) {
        const std::string& cell = row.cells[column];
        CellValue value = read_cell_value(cell, rules);
        result.values.emplace_back();
        result.reasons.emplace_back();
        std::optional<Refusal> refusal;
        if (const auto* number = std::get_if<CellNumber>(&value)) {
            refusal = take(*number, cell, row.line, result, found);
        } else if (const auto* missing = std::get_if<Missing>(&value)) {
            result.reasons.back() = missing->reason;
            if (!missing->is_plain) {
                found.missing[missing->reason].add(trimmed(cell), row.line);
            }
        } else {
            refusal = std::get<Refusal>(std::move(value));
        }
        if (refusal) {
            result.problems.push_back(problem_in(table, row, column, std::move(*refusal)));
        }
    }
    constexpr std::size_t most_problems = 12;
    keep_few(table, column, most_problems, result.problems);
    tell(found, table, column, result);
    return result;
}

bool holds_no_numbers(const Table& table, std::size_t column, const CellRules& given) {
    constexpr std::size_t few = 3; // so many may be slips
    const CellRules rules = rules_of(table, column, given);
    const auto words = static_cast<std::size_t>(std::ranges::count_if(
        table.rows, [&](const Row& row) { return is_word(row.cells[column], rules); }));
    return words > few && words * 10 >= table.rows.size() * 9;
}

bool holds_numbers(const Table& table, std::size_t column, const CellRules& given) {
    const CellRules rules = rules_of(table, column, given);
    return !table.rows.empty() && std::ranges::all_of(table.rows, [&](const Row& row) {
        return !std::holds_alternative<Refusal>(read_cell_value(row.cells[column], rules));
    });
}

Problem more_unreadable(const Table& table, std::size_t column, std::size_t more) {
    return {.where = {.file = table.file, .field = table.columns[column]},
            .what = fmt::format("{} more cells of this column cannot be read", more),
            .remedy = "mend these first: the others are likely to be alike"};
}

Problem problem_in(const Table& table, const Row& row, std::size_t column, Refusal refusal) {
    return {.where = {.file = table.file, .line = row.line, .field = table.columns[column]},
            .what = std::move(refusal.what),
            .remedy = std::move(refusal.remedy)};
}

} // namespace cairn::input
