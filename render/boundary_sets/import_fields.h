#pragma once

#include "geo/gazetteer.h"
#include "geo/read_vector.h"

#include <string>
#include <vector>

namespace cairn {

/// Which fields of a boundary file name its regions.
struct NamingFields {
    std::string layer;
    std::string code;
    std::string name;
    std::vector<std::string> codes; ///< of all features
    std::vector<std::string> names; ///< of all features
};

/// The fields for codes and names: as asked, where that is not empty; else those that are clear.
/// Codes are clear where one field has another GSS code in every feature; names where the field is
/// called as that of the codes, with NM for CD (as the Office for National Statistics calls them),
/// or where one field has in every feature another name that `known` knows. Throws Error at `shown`
/// with the fields and their first values where they are not clear, in no layer or in several, and
/// for fields that are not there.
NamingFields choose_fields(const std::vector<geo::VectorLayer>& layers, const std::string& code,
                           const std::string& name, const geo::Gazetteer& known,
                           const std::string& shown);

} // namespace cairn
