#include "base/reason.h"

namespace cairn {

std::string_view reason_in_words(Reason reason) {
    switch (reason) {
    case Reason::not_available:
        return "not available";
    case Reason::suppressed:
        return "suppressed";
    case Reason::not_applicable:
        return "not applicable";
    case Reason::low:
        return "too low to show";
    case Reason::range:
        return "a range in place of a number";
    case Reason::unreliable:
        return "too unreliable to show";
    case Reason::none_recorded:
        return "none recorded";
    case Reason::unknown:
        return "no reason is given";
    }
    return {};
}

} // namespace cairn
