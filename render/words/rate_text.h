#pragma once

#include "render/facts/facts.h"
#include "render/input/language/catalogue.h"
#include "render/words/phrases.h"
#include "render/words/words.h"

#include <span>
#include <string>

/// What is said of rates alone. Clauses as in phrases.h; `facts.rate` is there.
namespace cairn::words {

/// "Stories per 100,000 people, mid-2022 population"
std::string rate_subtitle(const facts::Facts& facts, const input::Catalogue& words);

/// "4.35 per 100,000 people"
std::string rate_amount(const TextContext& context, double rate);

/// "5 stories", "1 story", "no stories"; the number alone where there is no unit.
std::string count_quantity(const TextContext& context, double count);

/// The rate as it stands beside its mark: "4.35"; "4.35 [u]" where it rests on few cases and others
/// do not.
std::string rate_label(const TextContext& context, const facts::Fact& fact);

/// A text about a rate with what was counted after it: "4.35 (1 story)"; the text alone where there
/// is no unit.
std::string with_count(const TextContext& context, const facts::Fact& fact,
                       const std::string& text);

/// Who has the highest rate: "Shetland Islands has the highest rate, 4.35 (1 story)".
Clause highest_rate(const TextContext& context);

/// Who has the lowest rate: "Fife has the lowest, 0.4 (2 stories)"; empty where some have none, or
/// all have the same.
Clause lowest_rate(const TextContext& context);

/// Who has the most counted, where that is one fact and its rate is not the highest: "Glasgow City
/// has the most stories, 11, a rate of 1.77".
Clause most_counted(const TextContext& context);

/// Every rate above zero, highest first; of more than `most`, a few at either end: "stories per
/// 100,000 people, from highest to lowest: Shetland Islands, 4.35 (1 story); …".
std::string rates_in_order(const TextContext& context, std::size_t most);

/// How many rates rest on too few cases to be reliable; empty where none does.
std::string few_cases(const TextContext& context);

/// The line under a figure that says which rates rest on few cases; empty where none does.
std::string few_cases_note(const TextContext& context);

/// The line under a figure that says whose the populations are; empty where they are the table's.
std::string population_note(const facts::Facts& facts, const input::Catalogue& words);

/// The table's columns, the rate last, and its cells of these facts.
void add_rate_columns(const TextContext& context, std::span<const facts::Fact> rows,
                      DataTable& table);

} // namespace cairn::words
