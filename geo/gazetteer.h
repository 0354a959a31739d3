#pragma once

#include "geo/region.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cairn::geo {

/// A place known by more than one code or name.
struct Place {
    std::string code; ///< current GSS code
    std::vector<std::string> former_codes;
    std::string iso; ///< ISO 3166-2
    std::string name;
    std::string name_gd;
    std::vector<std::string> aliases;
};

/// Leads every code and every way to write a name to one place.
class Gazetteer {
  public:
    /// Throws Error when one code or one name key would lead to two places.
    explicit Gazetteer(std::vector<Place> places);

    /// The index in places() of what `text` means, by code, else by name; nothing for an unknown one.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const;

    /// Names that `text` may have meant, nearest first.
    [[nodiscard]] std::vector<std::string> nearest(std::string_view text, std::size_t most) const;

    [[nodiscard]] const std::vector<Place>& places() const { return m_places; }

  private:
    std::vector<Place> m_places;
    std::unordered_map<std::string, std::size_t> m_by_code;
    std::unordered_map<std::string, std::size_t> m_by_name;
};

/// A gazetteer of exactly these regions, in their order, each with all that `known` has on it
/// (found by code, else by name); a region unknown there keeps its own code and names. Throws Error
/// when two regions are the same place.
Gazetteer gazetteer_of(const Regions& regions, const Gazetteer& known);

} // namespace cairn::geo
