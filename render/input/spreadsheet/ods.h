#pragma once

#include "render/input/spreadsheet/archive.h"
#include "render/input/spreadsheet/sheet.h"

#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// The sheets of a workbook in OpenDocument (OASIS ODF 1.3, part 3): .ods. Throws Error for one
/// that is damaged, encrypted or too large.
std::vector<Sheet> read_ods(Archive& archive);

/// What stands for a number of OpenDocument, which gives both it and the text that was shown, in
/// the writer's language: the text where it is this number in English, else the number, as
/// shown_number() has it.
std::string shown_value(double value, bool is_percentage, std::string_view shown);

} // namespace cairn::input
