#include "render/facts/rate_measure.h"

#include "base/fill.h"
#include "base/number.h"
#include "render/input/language/language.h"

namespace cairn::facts {

std::string rate_per(const Rate& rate, const input::Catalogue& words) {
    const std::string& noun = input::form_of(rate.per, words.language, rate.factor);
    return rate.factor == 1 ? noun
                            : fill(words["quantity"],
                                   {{"number", format_number(rate.factor, decimals_of(rate.factor),
                                                             words.numbers)},
                                    {"noun", noun}});
}

std::string rate_measure(const Facts& facts, const input::Catalogue& words) {
    const std::string& nouns = input::bare_plural(facts.unit);
    return fill(words["rate_measure"],
                {{"nouns", nouns.empty() ? facts.rate->count_heading : nouns},
                 {"per", rate_per(*facts.rate, words)}});
}

} // namespace cairn::facts
