#pragma once

#include <string>
#include <string_view>

namespace cairn::input {

/// How a spreadsheet counts days.
enum class DateSystem { from_1900, from_1904 };

/// A number without a format: up to 15 digits, all that a spreadsheet keeps: "12.3", "1E-05".
std::string general_number(double value);

/// A number as the format code of a cell (ECMA-376, 18.8.31) has it shown, but for what would be
/// ambiguous in a table: a date is "2023-04-01", with its time behind where it is not midnight, or
/// as much of it as the code shows ("2023-04", "2023", "12:30"); a number below zero has a minus,
/// also where the code has brackets or a colour; a zero is "0" where the code has a dash or
/// nothing; a fraction is a decimal number.
std::string shown_number(double value, std::string_view code,
                         DateSystem dates = DateSystem::from_1900);

/// The format code of a number that stands for one (ECMA-376, 18.8.30); "General" for others.
std::string_view built_in_format(int id);

} // namespace cairn::input
