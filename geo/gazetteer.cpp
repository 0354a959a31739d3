#include "geo/gazetteer.h"

#include "base/error.h"
#include "base/name_key.h"
#include "base/report.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
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

std::optional<Bracketed> bracketed(std::string_view text) {
    const std::size_t open = text.find_first_of("([");
    const std::size_t close = text.find_first_of(")]", open);
    if (open == std::string_view::npos || close == std::string_view::npos) {
        return std::nullopt;
    }
    return Bracketed{fmt::format("{} {}", text.substr(0, open), text.substr(close + 1)),
                     std::string(text.substr(open + 1, close - open - 1))};
}

/// The entry of a key; nothing for an unknown one.
template<typename Index>
const typename Index::mapped_type* look_up(const Index& index, const std::string& key) {
    const auto entry = index.find(key);
    return entry == index.end() ? nullptr : &entry->second;
}

std::string key_of(const std::vector<std::string>& words) {
    return name_key(fmt::format("{}", fmt::join(words, " ")));
}

/// The one place that all of these are; nothing where there are none, or several.
std::optional<std::size_t> only_one(std::span<const std::size_t> places) {
    const bool one = !places.empty() && std::ranges::count(places, places.front()) ==
                                            static_cast<std::ptrdiff_t>(places.size());
    return one ? std::optional(places.front()) : std::nullopt;
}

/// A text, and what is left of it as signs of notes are taken from its end, one after the other.
std::vector<std::string_view> without_note_signs(std::string_view text) {
    constexpr std::size_t most = 5;
    std::vector<std::string_view> shorter{text};
    while (shorter.size() < most) {
        const std::string_view next = without_note_sign(shorter.back());
        if (next.empty() || next == shorter.back()) {
            break;
        }
        shorter.push_back(next);
    }
    return shorter;
}

/// What a text means whose two parts mean these: the one that is known; nothing where they differ.
std::optional<std::size_t> either(std::optional<std::size_t> one,
                                  std::optional<std::size_t> other) {
    if (one && other && one != other) {
        return std::nullopt;
    }
    return one ? one : other;
}

/// Whether the code is that of another kind of area than the places are: the constituency of
/// Midlothian is not the council.
bool is_of_another_kind(std::string_view code, const Gazetteer& known) {
    const std::optional<AreaKind> kind = kind_of_code(code);
    return kind && !has_kind(known, *kind);
}

/// The known place of a region; for a code and a name of two places, a problem.
std::optional<std::size_t> known_place(const Region& region, const Gazetteer& known,
                                       const Location& where, std::vector<Problem>& problems) {
    if (is_of_another_kind(region.code, known)) {
        return std::nullopt;
    }
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

void Gazetteer::add_names(std::size_t place) {
    const NamedKind kind = named_kind_of_code(m_places[place].code);
    std::vector<std::string> names = names_of(m_places[place]);
    const std::vector<std::string>& shortened = m_places[place].abbreviations;
    names.insert(names.end(), shortened.begin(), shortened.end());
    for (const std::string& name : names) {
        const std::string key = name_key(name);
        if (key.empty()) {
            continue;
        }
        std::vector<std::size_t>& named = m_by_name[key];
        if (std::ranges::find(named, place) == named.end()) {
            named.push_back(place);
        }
        if (kind != NamedKind::none) {
            std::vector<std::string> words = compass_first(plain_words(name, kind));
            std::string plain_key = key_of(words);
            m_plain[kind].push_back({std::move(words), std::move(plain_key), place});
        }
    }
}

Gazetteer::Gazetteer(std::vector<Place> places, const std::string& file)
    : m_places(std::move(places)) {
    std::vector<Problem> problems;
    const auto add_code = [&](const std::string& written, std::size_t place) {
        const std::string key = code_key(written);
        if (key.empty()) {
            return;
        }
        const std::size_t other = m_by_code.try_emplace(key, place).first->second;
        if (other != place) {
            problems.push_back({{.file = file},
                                fmt::format("\"{}\" leads to both \"{}\" and \"{}\"", written,
                                            m_places[other].name, m_places[place].name),
                                "give each code and each name to one place alone"});
        }
    };
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        for (const std::string& code : codes_of(m_places[i])) {
            add_code(code, i);
        }
        add_names(i);
    }
    for (std::size_t i = 0; i < m_places.size(); ++i) {
        for (const std::string& name : names_of(m_places[i])) {
            if (m_by_code.contains(code_key(name))) {
                add_code(name, i);
            }
        }
    }
    throw_any(std::move(problems));
}

std::vector<std::size_t> Gazetteer::all_named(std::string_view text) const {
    const auto* named = look_up(m_by_name, name_key(text));
    return named != nullptr && named->size() > 1 ? *named : std::vector<std::size_t>();
}

std::optional<std::size_t> Gazetteer::find_whole(std::string_view text) const {
    text = without_uri(text);
    if (const auto* by_code = look_up(m_by_code, code_key(text))) {
        return *by_code;
    }
    const auto* named = look_up(m_by_name, name_key(text));
    if (named == nullptr || named->size() > 1) {
        return std::nullopt;
    }
    const NamedKind kind = named_kind_of_code(m_places[named->front()].code);
    const bool is_of_kind = kind == NamedKind::none || !plain_words(text, kind).empty();
    return is_of_kind ? std::optional(named->front()) : std::nullopt;
}

std::optional<std::size_t> Gazetteer::either_part(const Bracketed& parts) const {
    const auto outside = find_whole(parts.outside);
    const auto inside = find_whole(parts.inside);
    if (outside && inside) {
        return either(outside, inside);
    }
    // `Renfrewshire (Est)` is not Renfrewshire.
    const std::vector<std::string> near = nearest(parts.outside + ", " + parts.inside, 1);
    const bool nearer = !near.empty() && find_whole(near.front()) != either(outside, inside);
    return nearer || tells_part(parts.inside) ? std::nullopt : either(outside, inside);
}

std::optional<std::size_t> Gazetteer::find_in_parts(std::string_view text) const {
    if (const auto parts = bracketed(text)) {
        if (const auto turned = find_whole(parts->outside + ", " + parts->inside)) {
            return turned; // `Renfrewshire (East)` is not Renfrewshire
        }
        if (const auto one = find_whole(parts->outside + parts->inside)) {
            return one; // nor `Aberdeen (shire)` Aberdeen
        }
        return either_part(*parts);
    }
    if (const std::size_t slash = text.find('/'); slash != std::string_view::npos) {
        return either(find_whole(text.substr(0, slash)), find_whole(text.substr(slash + 1)));
    }
    return std::nullopt;
}

std::optional<std::size_t> Gazetteer::find_plain(std::string_view text) const {
    constexpr std::size_t least_letters = 4; // "Ab" is not "A&B", for all that "and" is left out
    std::vector<std::size_t> found;
    for (const auto& [kind, names] : m_plain) {
        const std::string key = key_of(compass_first(plain_words(text, kind)));
        for (const PlainName& name : names) {
            if (key.size() >= least_letters && name.key == key) {
                found.push_back(name.place);
            }
        }
    }
    return only_one(found);
}

std::optional<std::size_t> Gazetteer::find_shortened(std::string_view text) const {
    std::vector<std::size_t> found;
    for (const auto& [kind, names] : m_plain) {
        const std::vector<std::string> words = plain_words(text, kind);
        for (const PlainName& name : names) {
            if (shortens(words, name.words)) {
                found.push_back(name.place);
            }
        }
    }
    return only_one(found);
}

std::optional<std::size_t> Gazetteer::find_respelt(std::string_view text) const {
    if (m_plain.empty()) {
        return std::nullopt;
    }
    const TextWithCodes parts = codes_apart(repaired(text));
    std::optional<std::size_t> by_name;
    for (const auto find : {&Gazetteer::find_plain, &Gazetteer::find_shortened}) {
        for (const std::string_view shorter : without_note_signs(parts.rest)) {
            by_name = by_name ? by_name : (this->*find)(shorter);
        }
    }
    if (parts.codes.empty()) {
        return by_name;
    }
    std::vector<std::size_t> found;
    for (const std::string& code : parts.codes) {
        const auto* place = look_up(m_by_code, code_key(code));
        found.push_back(place == nullptr ? m_places.size() : *place);
    }
    if (by_name) {
        found.push_back(*by_name);
    }
    const auto one = only_one(found);
    return one && *one < m_places.size() ? one : std::nullopt;
}

std::optional<std::size_t> Gazetteer::find(std::string_view text) const {
    if (const auto whole = find_whole(text)) {
        return whole;
    }
    if (const auto part = find_in_parts(text)) {
        return part;
    }
    return find_respelt(text);
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
        const auto* index = look_up(m_by_name, name_key(spelling));
        if (names.size() == most || index == nullptr ||
            std::ranges::count(named, index->front()) > 0) {
            continue;
        }
        const Place& place = m_places[index->front()];
        named.push_back(index->front());
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

bool has_kind(const Gazetteer& places, const AreaKind& kind) {
    return std::ranges::any_of(
        places.places(), [&](const Place& place) { return place.code.starts_with(kind.prefix); });
}

bool are_names_of_boards(std::span<const std::string> names, const Gazetteer& places) {
    constexpr std::size_t least = 2;
    std::size_t named = 0;
    std::size_t unlike = 0;
    for (const std::string& name : names) {
        const bool is_board = kind_of_name(name).has_value();
        named += is_board ? 1U : 0U;
        unlike += is_board && !places.find(name) ? 1U : 0U;
    }
    return unlike >= least && 2 * named > names.size();
}

} // namespace cairn::geo
