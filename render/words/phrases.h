#pragma once

#include "base/fill.h"
#include "render/facts/body.h"
#include "render/facts/facts.h"
#include "render/input/language/catalogue.h"
#include "render/words/prose.h"
#include "render/words/quantity.h"
#include "render/words/summary.h"
#include "render/words/words.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

/// The clauses of which short and long text are made. None begins with a capital of its own or ends
/// with a stop. Examples are English.
namespace cairn::words {

/// More with one value are stated by their number in a short text.
constexpr std::size_t most_names = 3;

/// More facts than these are summed up, and the table has them all.
constexpr std::size_t most_listed = 40;

std::string name_of(const TextContext& context, std::size_t index);

/// "A, B and C"
std::string names_of(const TextContext& context, std::span<const std::size_t> members,
                     Ending ending = Ending::all);

/// Names while there are at most `most`; else their number, "12 sectors".
std::string names_or_number(const TextContext& context, std::span<const std::size_t> members,
                            std::size_t most, Ending ending = Ending::all);

/// "no stories in A, B or C", "no stories in 12 sectors".
std::string none_in(const TextContext& context, std::span<const std::size_t> members,
                    std::size_t most);

/// Facts without a value, parted by what is told of why.
std::vector<std::vector<std::size_t>> by_reason(const TextContext& context,
                                                std::span<const std::size_t> members);

/// "no data for A, B or C; suppressed for D and E", "no data for 12 sectors".
std::string no_data_for(const TextContext& context, std::span<const std::size_t> members,
                        std::size_t most);

/// "Bar chart of story origins by sector", or "Map “Where we live”" where the title cannot run on.
std::string opening(const TextContext& context);

/// "Title: text"; a title that asks or exclaims ends itself. The text alone where there is none.
std::string titled(const TextContext& context, const std::string& title, const std::string& text);

/// The notes that belong in the long description, a sentence each.
std::string notes_in_description(const Words& words);

/// A clause, and the noun that goes before the label that it begins with, where it begins with one.
struct Clause {
    std::string text;
    std::string noun; ///< "sector", "sectors"; empty where the clause begins with no label
};

/// The form of a clause that goes with these names. Names of areas are singular whatever their
/// form; of labels, English has it from the form.
const std::string& verb_form(const TextContext& context, std::span<const std::size_t> members,
                             const input::Agreeing& clause);

/// A filled template, with the noun before its names where it begins with names, at most `most`.
Clause clause_of(const TextContext& context, std::span<const std::size_t> members, std::size_t most,
                 std::string_view text, Filling filling);

/// Who has the most of a count: "Third sector accounts for 19 of the 39 stories, nearly half", or
/// "of them", where the sentence before has stated the whole.
Clause leader(const TextContext& context, bool with_whole);

/// "Third sector has 19", "Fife and Moray have 5 each"; `amount` is the value as it should be said.
/// At most `most` names.
Clause has(const TextContext& context, const EqualValues& group, const std::string& amount,
           std::size_t most);

/// "Third sector has the fewest, 1". At most `most` names.
Clause has_fewest(const TextContext& context, const EqualValues& group, std::size_t most);

/// "the other nine sectors have 126 together": what is told of the rest of a chart; empty where
/// there is none, and where it has no value.
Clause rest_together(const TextContext& context);

/// "Angus is below zero", "12 council areas are below zero". At most `most`
/// names; empty where none is, or all are.
Clause below_zero(const TextContext& context, std::size_t most);

/// How many lie on each side of the midpoint of a diverging scale, sides without any left out:
/// "below 0: 12 council areas; at 0: one council area; above 0: 19 council areas". Empty where
/// there is no midpoint or no value.
std::string sides_of_midpoint(const TextContext& context);

/// The clause as a sentence begins with it: a label that does not begin with a letter that can be a
/// capital gets its noun, a number a word before it.
std::string opened(const Clause& clause, const input::Catalogue& words);

} // namespace cairn::words
