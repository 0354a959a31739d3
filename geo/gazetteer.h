#pragma once

#include "geo/area_kind.h"
#include "geo/region.h"
#include "geo/spelling.h"

#include <cstddef>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace cairn::geo {

/// How many people live in a place, by an estimate for the middle of a year.
struct Population {
    double people = 0;
    int year = 0;
};

/// A place known by more than one code or name.
struct Place {
    std::string code; ///< current GSS code
    std::vector<std::string> former_codes;
    std::string iso; ///< ISO 3166-2
    std::string name;
    std::string name_gd;
    std::vector<std::string> aliases;
    std::optional<Population> population{}; ///< nothing where it is not known
    /// Names for a small space, English and Gaelic; empty where there is none.
    std::string short_name{}, short_name_gd{};
    std::vector<std::string> abbreviations{}; ///< names too, but never proposed as one meant
    std::string letters{}; ///< for the smallest space; empty: those of the ISO code
};

/// A name with a second one in brackets.
struct Bracketed {
    std::string outside;
    std::string inside;
};

/// Leads every code and every way to write a name to one place.
class Gazetteer {
  public:
    /// `file` is where the places were read; for messages. Throws Error when one code would lead to
    /// two places. A name may be that of several: it leads to none of them.
    explicit Gazetteer(std::vector<Place> places, const std::string& file = {});

    /// The index in places() of what `text` means, by code, be it the end of a uniform resource
    /// identifier, else by name; nothing for an unknown one. Where the whole is unknown, a part in
    /// brackets or the part outside them may be it, as in `Na h-Eileanan Siar (Western Isles)`, or
    /// either side of a slash; nothing where the parts mean two places. Names of councils, health
    /// boards and integration authorities are known however they are written (geo/spelling.h):
    /// shortened, with "Council" or "NHS", a code, the sign of a note.
    [[nodiscard]] std::optional<std::size_t> find(std::string_view text) const;

    /// As find, but never by a part of `text` or another spelling.
    [[nodiscard]] std::optional<std::size_t> find_whole(std::string_view text) const;

    /// The places that have the name `text`, as indices in places(), where it is not one alone.
    [[nodiscard]] std::vector<std::size_t> all_named(std::string_view text) const;

    /// Names that `text` may have meant, nearest first: in Gaelic where a Gaelic name is near.
    [[nodiscard]] std::vector<std::string> nearest(std::string_view text, std::size_t most) const;

    [[nodiscard]] const std::vector<Place>& places() const { return m_places; }

  private:
    /// A name of a place whose kind of area has known names.
    struct PlainName {
        std::vector<std::string> words; ///< plain_words(), compass_first()
        std::string key;                ///< name_key() of them
        std::size_t place = 0;
    };

    void add_names(std::size_t place);
    [[nodiscard]] std::optional<std::size_t> either_part(const Bracketed& parts) const;
    [[nodiscard]] std::optional<std::size_t> find_in_parts(std::string_view text) const;
    [[nodiscard]] std::optional<std::size_t> find_respelt(std::string_view text) const;
    [[nodiscard]] std::optional<std::size_t> find_plain(std::string_view text) const;
    [[nodiscard]] std::optional<std::size_t> find_shortened(std::string_view text) const;

    std::vector<Place> m_places;
    std::unordered_map<std::string, std::size_t> m_by_code;
    std::unordered_map<std::string, std::vector<std::size_t>> m_by_name; ///< each once
    std::map<NamedKind, std::vector<PlainName>> m_plain;
};

/// A gazetteer of exactly these regions, in their order, each with all that `known` has on it
/// (found by code, else by the whole name) beside the region's own code and names; a region unknown
/// there keeps its own alone. Throws Error when two regions are the same place, or a region's code
/// and name are those of two.
Gazetteer gazetteer_of(const Regions& regions, const Gazetteer& known);

/// Whether any of the places has a code of that kind.
bool has_kind(const Gazetteer& places, const AreaKind& kind);

/// Whether most of these names are those of health boards, at least two of which lead to no place:
/// then one that a board and a place have in common is the board's.
bool are_names_of_boards(std::span<const std::string> names, const Gazetteer& places);

} // namespace cairn::geo
