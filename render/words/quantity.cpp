#include "render/words/quantity.h"

#include "base/fill.h"
#include "base/number.h"
#include "render/facts/unit.h"
#include "render/input/language/language.h"
#include "render/words/rate_text.h"

namespace cairn::words {

std::string with_sign(const TextContext& context, const std::string& number) {
    if (!facts::is_currency(context.facts.unit)) {
        return number;
    }
    const std::string& minus = context.words.numbers.minus;
    const std::string& sign = context.facts.unit.other;
    return number.starts_with(minus) ? minus + sign + number.substr(minus.size()) : sign + number;
}

std::string number(const TextContext& context, double value) {
    return with_sign(context,
                     format_fixed(value, context.facts.shown_decimals, context.words.numbers));
}

std::string quantity(const TextContext& context, double value) {
    return context.facts.rate ? rate_amount(context, value)
                              : quantity(context, value, context.facts.shown_decimals);
}

std::string quantity(const TextContext& context, double value, int decimals) {
    const Noun& unit = context.facts.unit;
    std::string text = format_fixed(value, decimals, context.words.numbers);
    if (unit.other.empty() || facts::is_currency(unit)) {
        return with_sign(context, text);
    }
    if (unit.other.front() == '%') {
        return text + unit.other;
    }
    const std::string& noun = input::form_of(unit, context.words.language, value, decimals);
    return value == 0 && context.summary.amounts
               ? fill(context.words["quantity_none"], {{"noun", noun}})
               : fill(context.words["quantity"], {{"number", text}, {"noun", noun}});
}

const std::string& why_missing(const TextContext& context, const facts::Fact& fact) {
    const input::Catalogue& words = context.words;
    switch (fact.reason.value_or(Reason::unknown)) {
    case Reason::not_available:
        return words["not_available"];
    case Reason::suppressed:
        return words["suppressed"];
    case Reason::not_applicable:
        return words["not_applicable"];
    case Reason::low:
        return words["low"];
    case Reason::range:
        return words["given_as_range"];
    case Reason::unreliable:
        return words["unreliable"];
    case Reason::none_recorded:
        return words["none_recorded"];
    case Reason::unknown:
        break;
    }
    return words["no_data"];
}

std::string value_text(const TextContext& context, const facts::Fact& fact) {
    if (!fact.value) {
        return why_missing(context, fact);
    }
    const std::string& unit = context.facts.unit.other;
    return number(context, *fact.value) + (unit.starts_with('%') ? unit : "");
}

} // namespace cairn::words
