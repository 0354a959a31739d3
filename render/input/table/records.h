#pragma once

#include "render/input/figure/figure_spec.h"
#include "render/input/table/ledger.h"
#include "render/input/table/table.h"

#include <functional>

namespace cairn::input {

/// Reads a table, and gives its rows to `take`, one after the other.
using ReadRows = std::function<Table(const TakeRow& take)>;

/// The rows that the figure is about (`where`), and what is made of them (`count`, `sum`, `mean`,
/// `median`, `distinct`): then a row a label, and a panel where there are panels, in the order in
/// which they come first, on the line of the first. How many rows are left out goes to the notices,
/// how many records have no value to the warnings. With `top`, the labels below the highest values
/// are one at the end, "Other (4)".
///
/// Sums are compensated (Neumaier 1974) and have the decimals of the cells; means (Welford 1962)
/// and medians have one more. A record without a value, such as [c], adds to none of them; a label
/// of such records alone has the mark of its first. No record is kept; accumulator.h says what is.
///
/// Throws Error as parse_condition and RowFilter do, for a column that is not there, for more than
/// a million labels, and for cells that are no numbers.
Table selected(const DataSpec& spec, const ReadRows& read);

/// The same of a table that has been read. Where there is a ledger of it, the rows left out, what
/// each record is counted into and the notices are entered there.
Table selected(Table table, const DataSpec& spec, Ledger* ledger = nullptr);

} // namespace cairn::input
