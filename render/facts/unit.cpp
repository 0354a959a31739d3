#include "render/facts/unit.h"

namespace cairn::facts {

bool can_be_counted(const Noun& unit) {
    const std::string_view name = unit.other;
    return !name.empty() && name.front() != '%' && !name.starts_with("per cent") &&
           !name.starts_with("percent") && !name.starts_with("sa cheud") &&
           name.find(" per ") == std::string_view::npos &&
           name.find(" gach ") == std::string_view::npos;
}

bool is_currency(const Noun& unit) {
    return unit.other == "£" || unit.other == "$" || unit.other == "€";
}

std::string_view bracket_of(std::string_view heading) {
    const std::size_t open = heading.rfind(" (");
    return open == std::string_view::npos || !heading.ends_with(')') ? std::string_view()
                                                                     : heading.substr(open);
}

std::string unit_in_heading(std::string_view heading) {
    const std::string_view bracket = bracket_of(heading);
    const std::string unit(bracket.empty() ? "" : bracket.substr(2, bracket.size() - 3));
    return unit == "%" || is_currency({unit, unit}) ? unit : "";
}

} // namespace cairn::facts
