#pragma once

#include "base/error.h"
#include "render/input/table/grid.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// The rows of a text in which `delimiter` parts the cells, quoted as RFC 4180 has it; LF, CRLF or
/// CR; blank rows passed over; spaces around a cell taken off. `first_line` is the number of its
/// first line in the file, which messages call `shown`. Open quotes and what follows a closed one
/// are added to `problems`.
Grid split_rows(std::string_view text, char delimiter, const std::string& shown,
                std::vector<Problem>& problems, int first_line = 1);

/// The same with this delimiter, else that of a first line `sep=;`, else the one of comma,
/// semicolon, tab and upright stroke that parts most of the first rows into equally many cells. A
/// notice tells of any but the comma. Throws Error with all problems.
Grid read_delimited(std::string_view text, const std::string& shown,
                    std::optional<char> delimiter = {});

} // namespace cairn::input
