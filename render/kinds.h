#pragma once

#include "render/figure.h"
#include "render/input/figure/figure_kind.h"
#include "render/input/table/observations.h"

#include <span>
#include <string_view>
#include <vector>

namespace cairn {

/// A kind of figure: all that the program knows of it.
struct Kind {
    input::FigureKind file;  ///< what a figure file says of it
    std::string_view sample; ///< a folder of samples/ that shows it
    /// Gives the figure the map that it stands on, if any.
    void (*load)(Prepared& prepared, ResourceCache& cache, std::vector<Problem>& warnings);
    facts::Facts (*gather)(const Prepared& prepared, const input::Observations& observations,
                           const input::Catalogue& catalogue);
    Drawn (*draw)(const Prepared& prepared, const input::Style& style, const scene::Fonts& fonts);
};

/// Every kind of figure there is. A new one is a row here.
std::span<const Kind> kinds();

/// The same as figure files know them, in the same order.
std::span<const input::FigureKind> kinds_of_figure_files();

/// The kind of a figure that was read with kinds_of_figure_files().
const Kind& kind_of(const input::FigureSpec& spec);

} // namespace cairn
