#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Names as people write them.
namespace cairn::geo {

/// A name brought to the form in which spellings are compared: lower case, without accents,
/// apostrophes, dashes, brackets or doubled spaces, `&` as `and`, and so on. Two names with the
/// same key mean the same place. UTF-8 in, ASCII out for Latin letters.
std::string name_key(std::string_view name);

/// The candidates nearest to `text` by edit distance with transpositions (Damerau 1964, optimal
/// string alignment) over folded characters, nearest first, at most `most`; none that is so far off
/// that naming it would mislead.
std::vector<std::string> nearest(std::string_view text, std::span<const std::string> candidates,
                                 std::size_t most = 1);

} // namespace cairn::geo
