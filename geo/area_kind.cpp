#include "geo/area_kind.h"

#include "base/ascii.h"
#include "base/name_key.h"
#include "base/white_space.h"

#include <algorithm>
#include <array>

namespace cairn::geo {

namespace {

constexpr std::array<AreaKind, 14> kinds{{
    {"S00", "output areas"},
    {"S01", "data zones"},
    {"S02", "intermediate zones"},
    {"S08", "health boards"},
    {"S12", "council areas"},
    {"S13", "electoral wards"},
    {"S14", "UK Parliament constituencies"},
    {"S16", "Scottish Parliament constituencies"},
    {"S17", "Scottish Parliament regions"},
    {"S37", "integration authorities"},
    {"S92", "countries"},
    {"E", "areas of England"},
    {"W", "areas of Wales"},
    {"N", "areas of Northern Ireland"},
}};

// In the form of name_key, without "NHS".
constexpr std::array<std::string_view, 15> boards{"ayrshireandarran",
                                                  "borders",
                                                  "dumfriesandgalloway",
                                                  "fife",
                                                  "forthvalley",
                                                  "grampian",
                                                  "greaterglasgowandclyde",
                                                  "highland",
                                                  "lanarkshire",
                                                  "lothian",
                                                  "orkney",
                                                  "shetland",
                                                  "tayside",
                                                  "westernisles",
                                                  "naheileanansiar"};

constexpr std::size_t code_length = 9;

/// The kind whose codes begin as this one does.
std::optional<AreaKind> kind_that_begins(std::string_view code) {
    const auto* const kind = std::ranges::find_if(
        kinds, [&](const AreaKind& one) { return code.starts_with(one.prefix); });
    return kind == kinds.end() ? std::nullopt : std::optional(*kind);
}

} // namespace

std::optional<AreaKind> kind_of_code(std::string_view code) {
    const std::string key = code_key(trimmed(without_uri(code)));
    if (key.size() != code_length || !std::all_of(key.begin() + 1, key.end(), is_digit)) {
        return std::nullopt;
    }
    return kind_that_begins(key);
}

std::optional<AreaKind> kind_of_name(std::string_view name) {
    std::string key = name_key(name);
    if (key.starts_with("nhs")) {
        key.erase(0, 3);
    }
    return std::ranges::find(boards, key) == boards.end() ? std::nullopt : kind_that_begins("S08");
}

std::string_view without_uri(std::string_view text) {
    const std::string_view uri = trimmed(text);
    if (!uri.starts_with("http://") && !uri.starts_with("https://")) {
        return text;
    }
    return uri.substr(uri.find_last_of('/') + 1);
}

} // namespace cairn::geo
