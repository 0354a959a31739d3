#include "render/facts/measure.h"

#include "base/ascii.h"
#include "render/facts/fill.h"
#include "render/facts/phrases.h"
#include "render/facts/summary.h"
#include "render/input/language.h"

#include <algorithm>
#include <cctype>

namespace cairn::facts {
namespace {

/// " (%)", with the space before it; empty where the heading does not end with a bracket.
std::string_view bracket_of(std::string_view heading) {
    const std::size_t open = heading.rfind(" (");
    return open == std::string_view::npos || !heading.ends_with(')') ? std::string_view()
                                                                     : heading.substr(open);
}

/// The heading in lower case, without its bracket.
std::string core_of(std::string_view heading) {
    heading.remove_suffix(bracket_of(heading).size());
    return lower(heading);
}

/// Whether `text` holds `part` in whole words.
bool holds(std::string_view text, std::string_view part) {
    const auto in_word = [&](std::size_t at) {
        return at < text.size() &&
               (is_letter(text[at]) || is_digit(text[at]) || !is_ascii(text[at]));
    };
    for (std::size_t at = text.find(part); !part.empty() && at != std::string_view::npos;
         at = text.find(part, at + 1)) {
        if ((at == 0 || !in_word(at - 1)) && !in_word(at + part.size())) {
            return true;
        }
    }
    return false;
}

/// The unit that neither heading nor values have; empty where there is none, or the heading is in
/// another language.
std::string unit_to_add(const Facts& facts) {
    const Noun& unit = facts.unit;
    const std::string heading = lower(facts.value_heading);
    // "People per square kilometre" is in people per km², whatever words say so.
    const bool are_ratios = (holds(heading, "per") && holds(unit.other, "per")) ||
                            (holds(heading, "gach") && holds(unit.other, "gach"));
    const bool is_carried = unit.other.starts_with('%') || is_currency(unit);
    const bool is_named = holds(heading, lower(unit.one)) || holds(heading, lower(unit.other)) ||
                          holds(heading, lower(input::bare_plural(unit)));
    return facts.rate || is_carried || is_named || are_ratios || heading.empty() ||
                   !facts.value_heading_language.empty()
               ? ""
               : input::bare_plural(unit);
}

std::string with(const std::string& text, const std::string& heading, const std::string& unit) {
    return unit.empty() ? heading : fill(text, {{"heading", heading}, {"unit", unit}});
}

} // namespace

std::string unit_in_heading(std::string_view heading) {
    const std::string_view bracket = bracket_of(heading);
    const std::string unit(bracket.empty() ? "" : bracket.substr(2, bracket.size() - 3));
    return unit == "%" || is_currency({unit, unit}) ? unit : "";
}

std::string heading_with_unit(const Facts& facts, const input::Catalogue& words) {
    return with(words["heading_with_unit"], facts.value_heading, unit_to_add(facts));
}

std::string heading_in_unit(const Facts& facts, const input::Catalogue& words) {
    return with(words["heading_in_unit"], facts.value_heading, unit_to_add(facts));
}

bool is_titled_as_headed(const Facts& facts) {
    return lower(facts.title) == lower(facts.value_heading) ||
           lower(facts.title) == core_of(facts.value_heading);
}

std::string measure_under_headline(const TextContext& context) {
    const Facts& facts = context.facts;
    const std::string title = lower(facts.title);
    const std::string heading = core_of(facts.value_heading);
    std::string measure = heading_in_unit(facts, context.words);
    if (is_titled_as_headed(facts) || holds(heading, title)) {
        return measure;
    }
    if (!holds(title, heading)) {
        return titled(context, facts.title, measure);
    }
    const std::string unit = unit_to_add(facts);
    return unit.empty() ? facts.title + std::string(bracket_of(facts.value_heading))
                        : with(context.words["heading_in_unit"], facts.title, unit);
}

std::string total_under_headline(const TextContext& context) {
    const Facts& facts = context.facts;
    const bool is_named = holds(lower(facts.title), lower(input::bare_plural(facts.unit)));
    return titled(context, facts.title,
                  is_named ? number(context, facts.total)
                           : capitalised(quantity(context, facts.total)));
}

} // namespace cairn::facts
