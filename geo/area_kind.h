#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cairn::geo {

/// A kind of area that official statistics are published for.
struct AreaKind {
    std::string_view prefix; ///< that its codes begin with: "S08"
    std::string_view nouns;  ///< "health boards"
};

/// The kind of area whose code this is, by the first three signs of a nine-character code of the
/// Government Statistical Service (Office for National Statistics, Register of Geographic Codes);
/// for England, Wales and Northern Ireland by the country alone. Nothing for any other text.
std::optional<AreaKind> kind_of_code(std::string_view code);

/// Health boards, where the text is the name of one of the 14, with "NHS" before it or not.
std::optional<AreaKind> kind_of_name(std::string_view name);

/// The last part of a uniform resource identifier, as linked data has codes:
/// "http://statistics.gov.scot/id/statistical-geography/S12000033" is S12000033. Any other text as
/// it is.
std::string_view without_uri(std::string_view text);

} // namespace cairn::geo
