#pragma once

#include "render/input/spreadsheet/archive.h"
#include "render/input/spreadsheet/sheet.h"

#include <vector>

namespace cairn::input {

/// The sheets of a workbook in Office Open XML (ECMA-376): .xlsx, .xlsm. Formulas have the value
/// that they had when it was saved. Throws Error for one that is damaged or too large.
std::vector<Sheet> read_xlsx(Archive& archive);

} // namespace cairn::input
