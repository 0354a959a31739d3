#include "render/input/table/ledger.h"

#include "base/number.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <map>
#include <set>
#include <stdexcept>

namespace cairn::input {

namespace {

Fate fate_of(RowKind kind) {
    switch (kind) {
    case RowKind::title:
        return Fate::title;
    case RowKind::heading:
        return Fate::heading;
    case RowKind::note:
        return Fate::note;
    case RowKind::unfit:
        return Fate::reported;
    }
    throw std::logic_error("a kind of row without a fate");
}

std::string text_of(const Row& row) {
    std::string text;
    for (const std::string& cell : row.cells) {
        if (!cell.empty()) {
            text += (text.empty() ? "" : " | ") + one_line(cell);
        }
    }
    return text;
}

/// The row on a line; null where there is none.
LedgerRow* find_row(Ledger& ledger, int line) {
    const auto row = std::ranges::lower_bound(ledger.rows, line, {}, &LedgerRow::line);
    return row != ledger.rows.end() && row->line == line ? &*row : nullptr;
}

/// The fates of the areas of a group as that of its row, which was understood so.
LedgerRow as_one(std::span<const LedgerRow> areas, How how) {
    constexpr int most_decimals = 6; // what a sum of parts is off by is far less
    LedgerRow one = areas.front();
    for (const LedgerRow& area : areas.subspan(1)) {
        one.name += (area.name.empty() ? "" : "; ") + area.name;
        one.code += (area.code.empty() ? "" : "; ") + area.code;
        if (how == How::split && one.value && area.value) {
            one.value = rounded(*one.value + *area.value, most_decimals);
        }
        if (area.fate == Fate::reported || one.fate == Fate::added) {
            one.fate = area.fate;
            one.why = area.why;
        }
    }
    return one;
}

/// What is known of the row that stands for a record is so of the record, but its value.
void take_from_label(const LedgerRow& of_label, LedgerRow& record) {
    record.name = of_label.name;
    record.code = of_label.code;
    if (record.fate == Fate::missing) {
        return;
    }
    const bool counts = of_label.fate == Fate::drawn || of_label.fate == Fate::missing;
    record.fate = counts ? Fate::added : of_label.fate;
}

} // namespace

Ledger ledger_of(const Table& table) {
    Ledger ledger{.file = table.file, .notices = table.notices};
    ledger.rows.reserve(table.rows.size() + table.other_rows.size());
    for (const OtherRow& row : table.other_rows) {
        ledger.rows.push_back(
            {.line = row.line, .text = one_line(row.text), .fate = fate_of(row.kind)});
    }
    for (const Row& row : table.rows) {
        ledger.rows.push_back({.line = row.line, .text = text_of(row)});
    }
    std::ranges::sort(ledger.rows, {}, &LedgerRow::line);
    return ledger;
}

LedgerRow& row_on(Ledger& ledger, int line) {
    if (LedgerRow* row = find_row(ledger, line)) {
        return *row;
    }
    throw std::logic_error(fmt::format("the ledger has no row on line {}", line));
}

void enter_record(Ledger& ledger, int line, int label_line, bool has_value) {
    LedgerRow& record = row_on(ledger, line);
    record.record_of = label_line;
    if (!has_value) {
        record.fate = Fate::missing;
        record.why = "a record without a value";
    }
}

void enter_rest(Ledger& ledger, std::span<const int> label_lines) {
    const std::set<int> lines(label_lines.begin(), label_lines.end());
    for (LedgerRow& row : ledger.rows) {
        if (lines.contains(row.record_of)) {
            row.record_of = label_lines.front();
        }
    }
}

void enter(Ledger& ledger, std::span<const LedgerRow> fates) {
    std::map<int, std::span<const LedgerRow>> by_line;
    for (auto rest = fates; !rest.empty();) {
        const int line = rest.front().line;
        const auto other =
            std::ranges::find_if(rest, [line](const LedgerRow& fate) { return fate.line != line; });
        const auto count = static_cast<std::size_t>(other - rest.begin());
        by_line.emplace(line, rest.first(count));
        rest = rest.subspan(count);
    }
    for (LedgerRow& row : ledger.rows) {
        const auto found = by_line.find(row.record_of > 0 ? row.record_of : row.line);
        if (found == by_line.end() || row.fate == Fate::left_out) {
            continue;
        }
        const LedgerRow of_label = as_one(found->second, row.how);
        if (row.record_of > 0) {
            take_from_label(of_label, row);
        } else {
            row.fate = of_label.fate;
            row.name = of_label.name;
            row.code = of_label.code;
            row.value = of_label.value;
        }
        row.how = row.how == How::none ? of_label.how : row.how;
        row.why = row.why.empty() ? of_label.why : row.why;
    }
}

void enter_errors(Ledger& ledger, std::span<const Problem> errors) {
    for (const Problem& error : errors) {
        LedgerRow* row =
            error.where.file == ledger.file ? find_row(ledger, error.where.line) : nullptr;
        if (row != nullptr) {
            row->why = row->fate == Fate::reported && !row->why.empty() ? row->why : error.what;
            row->fate = Fate::reported;
        }
    }
    for (LedgerRow& row : ledger.rows) {
        if (row.fate == Fate::reported && row.why.empty() && !errors.empty()) {
            row.why = fmt::format("not read, since {}", errors.front().what);
        }
    }
}

std::string_view in_words(Fate fate) {
    switch (fate) {
    case Fate::title:
        return "title";
    case Fate::heading:
        return "heading";
    case Fate::note:
        return "note";
    case Fate::left_out:
        return "left out";
    case Fate::drawn:
        return "drawn";
    case Fate::added:
        return "added";
    case Fate::missing:
        return "no value";
    case Fate::total:
        return "total";
    case Fate::unplaced:
        return "no area";
    case Fate::reported:
        return "error";
    }
    throw std::logic_error("a fate without a word");
}

std::string_view in_words(How how) {
    switch (how) {
    case How::none:
        return "";
    case How::label:
        return "label";
    case How::code:
        return "code";
    case How::former_code:
        return "former code";
    case How::exact:
        return "exact name";
    case How::spelling:
        return "other spelling";
    case How::alias:
        return "alias";
    case How::other_form:
        return "other form";
    case How::own_name:
        return "own name";
    case How::gazetteer:
        return "gazetteer";
    case How::town:
        return "town";
    case How::split:
        return "group, split";
    case How::each:
        return "group, each";
    case How::point:
        return "point";
    case How::near:
        return "nearest area";
    }
    throw std::logic_error("a way without a word");
}

} // namespace cairn::input
