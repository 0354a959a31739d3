#pragma once

#include "render/input/catalogue.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// Running text: numbers in words, lists, shares, sentences, and texts cut to a length. What is
/// said comes from the catalogue of the language; examples are of the English one.
namespace cairn::facts {

/// "one" to "nine", then digits; 0 is "no".
std::string number_word(std::size_t count, const input::Catalogue& words);

/// A count in digits: "1,234".
std::string digits(std::size_t count, const input::Catalogue& words);

/// "nine sectors", "one sector", "no sectors".
std::string counted(std::size_t count, const Noun& noun, const input::Catalogue& words);

/// "9 sectors", "1 sector".
std::string counted_in_digits(std::size_t count, const Noun& noun, const input::Catalogue& words);

/// "seven of nine sectors", "7 of 12 sectors": both in words, or both in digits.
std::string part_of(std::size_t part, std::size_t whole, const Noun& noun,
                    const input::Catalogue& words);

/// "7 of 9 sectors"
std::string part_of_in_digits(std::size_t part, std::size_t whole, const Noun& noun,
                              const input::Catalogue& words);

/// How a list ends: "A and B", or, of what none has, "A or B".
enum class Ending { all, none };

/// "A", "A and B", "A, B and C"; where a name holds "and" or a comma itself, "A and B, and C".
std::string join(std::span<const std::string> names, const input::Catalogue& words,
                 Ending ending = Ending::all);

/// How much `part` is of `whole` in words, both positive: "nearly half", "just over a third", "a
/// quarter", "more than three fifths". Nearly and just over mean by two percentage points at most.
/// Empty below a tenth.
std::string share(double part, double whole, const input::Catalogue& words);

/// "twice as many", "more than three times as many", of two positive numbers; empty when it is less
/// than twice.
std::string times_as_many(double more, double fewer, const input::Catalogue& words);

/// The text with its first letter made a capital.
std::string capitalised(std::string text);

/// A sentence: its first letter a capital, a full stop at its end where it has none yet.
std::string sentence(std::string text);

/// Adds a sentence to a paragraph, and a paragraph to a text; nothing where that is empty.
void add_sentence(std::string& paragraph, const std::string& text);
void add_paragraph(std::string& text, const std::string& paragraph);

/// Adds a clause to others of one sentence.
void add_clause(std::string& text, const std::string& clause, const input::Catalogue& words);

/// The text where it has at most `most` characters; else as many whole words of it as fit, and an
/// ellipsis. A word too long by itself is cut.
std::string shortened(std::string_view text, std::size_t most);

} // namespace cairn::facts
