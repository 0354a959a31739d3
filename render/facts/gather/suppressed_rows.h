#pragma once

#include "base/error.h"
#include "geo/gazetteer.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/language/catalogue.h"
#include "render/input/table/observations.h"

#include <vector>

namespace cairn::facts {

/// Takes the small counts that the author of a figure keeps back (`suppress`) out of its data, and
/// as many others as it takes that these cannot be worked out (suppressed_cells): their values are
/// gone, before anything is made of them. Of several rows of one label or place, the sum is what is
/// judged. A total row that is a small count itself goes too; the others stay. `places` are those
/// of a map; null for a chart. How many went is added to the warnings.
///
/// Checks what all values add up to (`expect_total`) and takes that out of the figure, since nobody
/// can check it afterwards. Throws Error for a sum that is another, for values that are no counts,
/// and where a small count could be worked out whatever else were kept back.
void suppress(input::FigureSpec& spec, const geo::Gazetteer* places,
              const input::Catalogue& catalogue, input::Observations& observations,
              std::vector<Problem>& warnings);

} // namespace cairn::facts
