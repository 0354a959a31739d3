#include "render/facts/quantity.h"

#include "render/facts/fill.h"
#include "render/facts/number.h"
#include "render/facts/rate_text.h"
#include "render/input/language.h"

namespace cairn::facts {

std::string number(const Telling& telling, double value) {
    return format_fixed(value, telling.facts.shown_decimals, telling.words.numbers);
}

std::string quantity(const Telling& telling, double value) {
    return telling.facts.rate ? rate_amount(telling, value)
                              : quantity(telling, value, telling.facts.shown_decimals);
}

std::string quantity(const Telling& telling, double value, int decimals) {
    const input::Noun& unit = telling.facts.unit;
    std::string text = format_fixed(value, decimals, telling.words.numbers);
    if (unit.other.empty()) {
        return text;
    }
    if (unit.other.front() == '%') {
        return text + unit.other;
    }
    const std::string& noun = form_of(unit, telling.words.language, value, decimals);
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
