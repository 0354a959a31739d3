#pragma once

#include "base/noun.h"
#include "render/input/yaml/map_reader.h"
#include "render/input/yaml/yaml.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// Texts of the figure file that may stand in several languages: `title: Stories`, or `title: {en:
/// Stories, gd: Sgeulachdan}`.
namespace cairn::input {

/// A text and its language.
struct Wording {
    std::string text;
    std::string language; ///< BCP 47
};

/// The wordings of a key, in file order; none where it is absent or wrong. Text that is no map is
/// in the language `own`, and so is what a map gives for the language of `own`.
std::vector<Wording> read_wordings(MapReader& map, std::string_view key, const std::string& own,
                                   YamlLog& log);

/// The wording in the language of `wanted`; null where there is none.
const Wording* find_wording(const std::vector<Wording>& wordings, std::string_view wanted);

/// The wording in the language of `wanted`, else in that of `own`, else the first; null for none.
const Wording* best_wording(const std::vector<Wording>& wordings, std::string_view wanted,
                            std::string_view own);

/// The noun of a key in the language `wanted`: its plural forms, `{one: story, other: stories}`, in
/// the language `own`, or a map of these by language. Nothing where the key is absent; where it
/// gives other languages alone, nothing and a problem. A sign, an abbreviation or a measure may be
/// plain text: `%`, `kg`, `per cent`.
std::optional<Noun> read_noun(MapReader& map, std::string_view key, std::string_view wanted,
                              std::string_view own, YamlLog& log);

} // namespace cairn::input
