#pragma once

#include "geo/tile_grid.h"
#include "render/facts/facts.h"
#include "render/page/page.h"
#include "render/words/words.h"

#include <string>
#include <vector>

namespace cairn::map {

/// How areas are named on their tiles: all alike, by the first of these for which all have room.
enum class TileNames {
    full,    ///< whole names
    brief,   ///< short names
    letters, ///< three letters each, which a key below the map explains
    none,    ///< the tiles have no room for any
};

/// The lines of text on one tile.
struct TileLabel {
    std::vector<std::string> name;
    std::string value; ///< empty where it is missing, or has no room
};

/// The texts on all tiles.
struct TileLabels {
    TileNames names = TileNames::none;
    bool has_values = true;        ///< whether all values have room beside the names
    std::vector<TileLabel> labels; ///< one a fact
};

/// What to write on tiles of this width: name and value of each area, within the tile's outline.
TileLabels set_tile_labels(const facts::Facts& facts, const words::Words& words,
                           geo::TileShape shape, Length width, const input::Style& style,
                           const scene::Fonts& fonts);

/// The lines of a label around the middle of its tile, the value in bold.
std::vector<scene::Text> draw_tile_label(const TileLabel& label, const std::string& language,
                                         scene::Position middle, const colour::Ink& ink,
                                         const input::Style& style, const scene::Fonts& fonts);

/// The key to the letters, in columns below `top`: letters and name of each area, and its value
/// where the tiles have no room for it, in order of the letters.
page::Block set_tile_key(const facts::Facts& facts, const words::Words& words, bool with_values,
                         const input::Style& style, const scene::Fonts& fonts, Length top);

} // namespace cairn::map
