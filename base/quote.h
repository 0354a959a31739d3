#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cairn {

/// Text of the input in double quotes, on one line and of at most some 60 characters, for messages.
std::string in_quotes(std::string_view text);

/// Names in double quotes as a sentence has them: `"a", "b" or "c"`.
std::string quoted_list(std::span<const std::string> names, std::string_view conjunction);

/// `did you mean "bar"?` where a name is near, else `otherwise`.
std::string did_you_mean(std::string_view text, std::span<const std::string> names,
                         const std::string& otherwise);

/// The first three of the items, and how many more there are: `a, b, c and 14 more`.
std::string first_few(std::span<const std::string> items);

/// The same with each item in quotes.
std::string first_few_in_quotes(std::span<const std::string> items);

/// "did you mean …?" for the nearest known name, else all of them.
std::string remedy_for(std::string_view name, std::span<const std::string> known);

} // namespace cairn
