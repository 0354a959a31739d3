#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Names and codes as people write them.
namespace cairn {

/// A name brought to the form in which spellings are compared: lower case, without accents,
/// apostrophes, dashes, brackets, other marks or spaces (a space stays between two numbers);
/// `&`, `agus` and `is` as `and`; the part after a single comma in front; without a leading `The`
/// and a trailing `Council` or `Council area`; a leading point of the compass in full; `City of X`
/// as `X City`. Two names with the same key mean the same place. UTF-8 in, ASCII out for Latin
/// letters.
std::string name_key(std::string_view name);

/// The words of a name in the same lower case, without accents and marks; the part after a single
/// comma in front. No word is left out or written out.
std::vector<std::string> name_words(std::string_view name);

/// A code brought to the form in which codes are compared: upper case, without spaces, any dash
/// as `-`.
std::string code_key(std::string_view code);

/// The candidates nearest to `text` by edit distance with transpositions (Damerau 1964, optimal
/// string alignment) over name keys, nearest first, at most `most`; none that is so far off that
/// naming it would mislead. A candidate that holds the whole text, or is held by it, is near; one
/// that begins with it comes first. Where none is near, one is whose beginning is.
std::vector<std::string> nearest(std::string_view text, std::span<const std::string> candidates,
                                 std::size_t most = 1);

} // namespace cairn
