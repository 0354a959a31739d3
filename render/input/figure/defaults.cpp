#include "render/input/figure/defaults.h"

#include "base/ascii.h"
#include "render/input/language/language.h"

#include <algorithm>

namespace cairn::input {

namespace {} // namespace

std::string pick(const std::vector<Wording>& wordings, const Languages& languages,
                 std::string* language) {
    const Wording* best = best_wording(wordings, languages.wanted, languages.own);
    if (best != nullptr && language != nullptr) {
        *language = other_language(best->language, languages.wanted);
    }
    return best == nullptr ? "" : best->text;
}

bool is_id(std::string_view text) {
    return is_letter_or_digit(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
               return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
           });
}

} // namespace cairn::input
