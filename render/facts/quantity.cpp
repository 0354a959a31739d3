#include "render/facts/quantity.h"

#include "base/number.h"
#include "render/facts/fill.h"
#include "render/facts/rate_text.h"
#include "render/input/language.h"

namespace cairn::facts {

std::string with_sign(const Telling& telling, const std::string& number) {
    if (!is_currency(telling.facts.unit)) {
        return number;
    }
    const std::string& minus = telling.words.numbers.minus;
    const std::string& sign = telling.facts.unit.other;
    return number.starts_with(minus) ? minus + sign + number.substr(minus.size()) : sign + number;
}

std::string number(const Telling& telling, double value) {
    return with_sign(telling,
                     format_fixed(value, telling.facts.shown_decimals, telling.words.numbers));
}

std::string quantity(const Telling& telling, double value) {
    return telling.facts.rate ? rate_amount(telling, value)
                              : quantity(telling, value, telling.facts.shown_decimals);
}

std::string quantity(const Telling& telling, double value, int decimals) {
    const Noun& unit = telling.facts.unit;
    std::string text = format_fixed(value, decimals, telling.words.numbers);
    if (unit.other.empty() || is_currency(unit)) {
        return with_sign(telling, text);
    }
    if (unit.other.front() == '%') {
        return text + unit.other;
    }
    const std::string& noun = input::form_of(unit, telling.words.language, value, decimals);
    return value == 0 && telling.summary.counts
               ? fill(telling.words.quantity_none, {{"noun", noun}})
               : fill(telling.words.quantity, {{"number", text}, {"noun", noun}});
}

std::string value_text(const Telling& telling, const Fact& fact) {
    if (!fact.value) {
        return telling.words.no_data;
    }
    const std::string& unit = telling.facts.unit.other;
    return number(telling, *fact.value) + (unit.starts_with('%') ? unit : "");
}

} // namespace cairn::facts
