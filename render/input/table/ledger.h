#pragma once

#include "base/error.h"
#include "render/input/table/table.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// What became of each row of a table, for its author to check.
namespace cairn::input {

/// What became of a row. Every row has one fate.
enum class Fate {
    title,
    heading,
    note,
    left_out, ///< by `where`
    drawn,
    added,    ///< to the mark of a label: a record, or a second row that is summed up
    missing,  ///< drawn as one without a value; a record without one
    total,    ///< of other rows
    unplaced, ///< has no area, and is told in a note
    reported  ///< as an error
};

/// How the label of a row led to what the row was taken for.
enum class How {
    none,
    label, ///< stands for itself, as in a chart
    code,
    former_code,
    exact,    ///< the name, letter by letter
    spelling, ///< the name, but for capitals, accents, order and the like (base/name_key.h)
    alias,
    other_form, ///< shortened, or with more beside it, as geo::Gazetteer::find knows it
    own_name,   ///< `places` of the figure names the area
    gazetteer,  ///< that of the figure has the name
    town,       ///< of this name, in the area
    split,      ///< the name of several areas, which the value is shared out among
    each,       ///< the name of several areas, which have the value each
    point,      ///< in the area
    near        ///< a point in no area, the nearest one
};

struct LedgerRow {
    int line = 0;               ///< where it begins, from 1
    std::string text{};         ///< of all its cells
    Fate fate = Fate::reported; ///< until a stage decides otherwise
    std::string name{}, code{}; ///< of what it was taken for, of areas "A; B"; may be empty
    How how = How::none;
    std::optional<double> value{}; ///< as read
    std::string why{};             ///< may be empty
    int record_of = 0; ///< the line of the row that stands for its label; 0: it does so itself
};

/// The ledger of the table of one figure.
struct Ledger {
    std::string file{};             ///< as the user gave it; of a spreadsheet, with the sheet
    std::vector<Problem> notices{}; ///< what was decided for the whole table
    std::vector<LedgerRow> rows{};  ///< all that are not empty, by line, rising
};

/// The ledger of a table that has been read, with all that is decided by then: titles, heading and
/// notes. All else is reported, until it is decided.
Ledger ledger_of(const Table& table);

/// The row of the ledger that begins on a line. Throws std::logic_error where there is none.
LedgerRow& row_on(Ledger& ledger, int line);

/// Enters that the row on `line` is a record of the label whose first record is on `label_line`,
/// and whether it has a value to add.
void enter_record(Ledger& ledger, int line, int label_line, bool has_value);

/// Enters that the labels whose first records are on these lines are one, on the first of them.
void enter_rest(Ledger& ledger, std::span<const int> label_lines);

/// Enters fates that were found for rows, and for the records that are counted into them. Several
/// on one line, one after the other, are those of the areas of a group. How the label was
/// understood and why the row has its fate stay, where a stage before has entered them.
void enter(Ledger& ledger, std::span<const LedgerRow> fates);

/// Marks each row that an error is about as reported, with the error for its reason; those that are
/// still undecided have the first of all.
void enter_errors(Ledger& ledger, std::span<const Problem> errors);

/// "drawn", "left out"
std::string_view in_words(Fate fate);

/// "former code"; empty for none.
std::string_view in_words(How how);

} // namespace cairn::input
