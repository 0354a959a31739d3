#include "geo/gazetteer.h"

#include "base/error.h"
#include "base/name_key.h"
#include "base/report.h"
#include "geo/area_kind.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace cairn::geo {

namespace {

std::vector<std::string> codes_of(const Place& place) {
    std::vector<std::string> codes = place.former_codes;
    codes.push_back(place.code);
    codes.push_back(place.iso);
    return codes;
}

std::vector<std::string> names_of(const Place& place) {
    std::vector<std::string> names{place.name, place.name_gd};
    names.insert(names.end(), place.aliases.begin(), place.aliases.end());
    return names;
}

/// A name with a second one in brackets.
struct Bracketed {
    std::string outside;
    std::string inside;
};

std::optional<Bracketed> bracketed(std::string_view text) {
    const std::size_t open = text.find_first_of("([");
    const std::size_t close = text.find_first_of(")]", open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        return std::nullopt;
    }
    return Bracketed{fmt::format("{} {}", text.substr(0, open), text.substr(close + 1)),
                     std::string(text.substr(open + 1, close - open - 1))};
}

using Index = std::unordered_map<std::string, std::size_t>;

std::optional<std::size_t> look_up(const Index& index, const std::string& key) {
    const auto entry = index.find(key);
    return entry == index.end() ? std::nullopt : std::optional(entry->second);
}

/// What a text means whose two parts mean these: the one that is known; nothing where they differ.
std::optional<std::size_t> either(std::optional<std::size_t> one,
                                  std::optional<std::size_t> other) {
    if (one && other && one != other) {
        return std::nullopt;
    }
    return one ? one : other;
}

/// The known place of a region; for a code and a name of two places, a problem.
std::optional<std::size_t> known_place(const Region& region, const Gazetteer& known,
                                       const Location& where, std::vector<Problem>& problems) {
    const auto by_code = known.find_whole(region.code);
    const auto by_name = known.find_whole(region.name);
    if (by_code && by_name && by_code != by_name) {
        problems.push_back({where,
                            fmt::format("the code \"{}\" is that of \"{}\", but the name is \"{}\"",
                                        region.code, known.places()[*by_code].name, region.name),
                            "correct the code or the name, or name another field for it"});
    }
    return by_code ? by_code : by_name;
}

/// Adds what the region is called in its own file to what is known of it.
void add_own(Place& place, const Region& region, const Gazetteer& known) {
    if (!known.find_whole(region.code)) {
        place.former_codes.push_back(region.code);
    }
    for (const std::string& name : {region.name, region.name_gd}) {
        if (!known.find_whole(name)) {
            place.aliases.push_back(name);
        }
    }
}

} // namespace

Gazetteer::Gazetteer(std::vector<Place> places, const std::string& file)
    : m_places(std::move(places)) {
    std::vector<Problem> problems;
    const auto add = [&](Index& index, const std::string& written, const std::string& key,
                         std::size_t place) {
        if (key.empty()) {
            return;
        }
        const std::size_t other = index.try_emplace(key, place).first->second;
        if (other != place) {
            problems.push_back({{.file = file},
                                fmt::format("\"{}\" leads to both \"{}\" and \"{}\"", written,
                                            m_places[other].name, m_places[place].name),
                                "give each code and each name to one place alone"});
        }
    };
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        for (const std::string& code : codes_of(m_places[i])) {
            add(m_by_code, code, code_key(code), i);
        }
        for (const std::string& name : names_of(m_places[i])) {
            add(m_by_name, name, name_key(name), i);
        }
    }
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        for (const std::string& name : names_of(m_places[i])) {
            if (m_by_code.contains(code_key(name))) {
                add(m_by_code, name, code_key(name), i);
            }
        }
    }
    throw_any(std::move(problems));
}

std::optional<std::size_t> Gazetteer::find_whole(std::string_view text) const {
    text = without_uri(text);
    const auto by_code = look_up(m_by_code, code_key(text));
    return by_code ? by_code : look_up(m_by_name, name_key(text));
}

std::optional<std::size_t> Gazetteer::find(std::string_view text) const {
    if (const auto whole = find_whole(text)) {
        return whole;
    }
    if (const auto parts = bracketed(text)) {
        if (const auto turned = find_whole(parts->outside + ", " + parts->inside)) {
            return turned; // `Renfrewshire (East)` is not Renfrewshire
        }
        return either(find_whole(parts->outside), find_whole(parts->inside));
    }
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        return either(find_whole(text.substr(0, slash)), find_whole(text.substr(slash + 1)));
    }
    return std::nullopt;
}

std::vector<std::string> Gazetteer::nearest(std::string_view text, std::size_t most) const {
    std::vector<std::string> spellings;
    for (const Place& place : m_places) {
        for (std::string& name : names_of(place)) {
            if (!name.empty()) {
                spellings.push_back(std::move(name));
            }
        }
    }
    std::vector<std::string> near = cairn::nearest(text, spellings, spellings.size());
    if (const auto parts = bracketed(text); parts && near.empty()) {
        near = cairn::nearest(parts->outside, spellings, spellings.size());
    }
    std::vector<std::string> names;
    std::vector<std::size_t> named;
    for (const std::string& spelling : near) {
        const auto index = look_up(m_by_name, name_key(spelling));
        if (names.size() == most || !index || std::ranges::count(named, *index) > 0) {
            continue;
        }
        const Place& place = m_places[*index];
        named.push_back(*index);
        names.push_back(spelling == place.name_gd ? place.name_gd : place.name);
    }
    return names;
}

Gazetteer gazetteer_of(const Regions& regions, const Gazetteer& known) {
    std::vector<Place> places;
    std::vector<Problem> problems;
    std::unordered_map<std::size_t, std::size_t> taken; // known place to region
    for (std::size_t i = 0; i < regions.regions.size(); ++i) {
        const Region& region = regions.regions[i];
        const Location where{.file = regions.file, .feature = static_cast<std::int64_t>(i)};
        const auto index = known_place(region, known, where, problems);
        if (!index) {
            Place& place = places.emplace_back();
            place.code = region.code;
            place.name = region.name;
            place.name_gd = region.name_gd;
            continue;
        }
        const auto [entry, first] = taken.try_emplace(*index, i);
        if (!first) {
            problems.push_back(
                {where,
                 fmt::format("\"{}\" is the same place as feature {}, \"{}\"", region.name,
                             entry->second, regions.regions[entry->second].name),
                 "give each place one feature, with all its parts"});
            continue;
        }
        places.push_back(known.places()[*index]);
        add_own(places.back(), region, known);
    }
    throw_any(std::move(problems));
    return Gazetteer(std::move(places), regions.file);
}

} // namespace cairn::geo
