#pragma once

#include "render/colour/ink.h"
#include "render/facts/facts.h"
#include "render/facts/gather/label_choice.h"
#include "render/resources/resource_cache.h"
#include "render/scene/scene.h"
#include "render/words/words.h"

#include <string>
#include <vector>

/// A figure on its way from its file to its scene.
namespace cairn {

/// A figure up to its words: all that is known before anything is drawn.
struct Prepared {
    input::FigureSpec spec;
    const BoundarySet* boundaries = nullptr; ///< of a map in true shapes
    const geo::TileGrid* tiles = nullptr;    ///< of a map of tiles
    const geo::Gazetteer* places = nullptr;  ///< of a map
    std::string name_attribution{};          ///< of a gazetteer that rows were placed by
    const input::Style* style = nullptr;
    facts::Facts facts;
    words::Words words;
    std::vector<facts::LabelChoice> labels{}; ///< of a map, one a fact
};

/// A figure as its kind draws it.
struct Drawn {
    scene::Scene scene;
    std::vector<colour::Plain> class_inks;
    std::vector<std::string> unnamed{}; ///< regions that have no room for their name
};

} // namespace cairn
