#pragma once

#include "render/facts/facts.h"
#include "render/input/language/catalogue.h"
#include "render/words/summary.h"

#include <cstddef>
#include <string>

/// Numbers with what they are of. Examples are English.
namespace cairn::words {

constexpr std::size_t no_limit = static_cast<std::size_t>(-1);

/// What a clause is made from, and how long a label or title may be, in characters.
struct TextContext {
    const facts::Facts& facts;
    const Summary& summary;
    const input::Catalogue& words;
    std::size_t longest_label = no_limit;
    std::size_t longest_title = no_limit;
};

/// The number, with the sign of a currency before it where the values are sums of money: "£5",
/// "−£3".
std::string with_sign(const TextContext& context, const std::string& number);

/// "5", "1,234", "£5"; with the decimals that all values are written with.
std::string number(const TextContext& context, double value);

/// "5 stories", "1 story", "no stories"; "−3" where there is no unit; "12%"; "4.35 per 100,000
/// people"; "£5".
std::string quantity(const TextContext& context, double value);

/// The same of a number that is no rate, with exactly so many decimals.
std::string quantity(const TextContext& context, double value, int decimals);

/// Why a fact has no value: "no data", "suppressed".
const std::string& why_missing(const TextContext& context, const facts::Fact& fact);

/// The value alone: "5", "12%"; "no data".
std::string value_text(const TextContext& context, const facts::Fact& fact);

} // namespace cairn::words
