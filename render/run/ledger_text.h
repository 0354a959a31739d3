#pragma once

#include "render/input/table/ledger.h"

#include <span>
#include <string>

namespace cairn {

/// A figure and what became of the rows of its table.
struct FigureLedger {
    std::string figure; ///< id
    input::Ledger ledger;
};

/// Columns to read in a terminal, with notices above and a count of each fate below.
std::string ledger_to_table(const FigureLedger& ledger);

/// CSV, a row a row of the tables. Notices come first, as rows whose fate is "notice".
std::string ledgers_to_csv(std::span<const FigureLedger> ledgers);

/// JSON, an object a ledger (docs/match.md).
std::string ledgers_to_json(std::span<const FigureLedger> ledgers);

} // namespace cairn
