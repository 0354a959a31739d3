#pragma once

#include "base/noun.h"
#include "render/input/figure/defaults.h"
#include "render/input/figure/figure_kind.h"

#include <vector>

namespace cairn::input {

/// Adds to the keys of `data` those of records; `value` need not stand beside them.
void add_record_keys(const MapReader& figure, const FigureKind& kind, std::vector<Key>& keys);

/// Reads `where`, `by`, `bin` and `top`, and `count`, `sum`, `mean`, `median` or `distinct` in
/// place of `value`: then the value column is the one that is made of the records, named after
/// `unit` where that is counted. With `by`, the label column is the one of the pairs, named after
/// both.
void read_records(MapReader& data, const FigureKind& kind, const Noun& unit,
                  const Languages& languages, YamlLog& log, DataSpec& spec);

} // namespace cairn::input
