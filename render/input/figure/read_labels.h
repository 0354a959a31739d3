#pragma once

#include "render/input/figure/figure_spec.h"
#include "render/input/yaml/map_reader.h"

namespace cairn::input {

/// Reads the key `labels` of a map: a rule, or a map of the rule and the areas that are exceptions.
LabelSpec read_labels(MapReader& figure, YamlLog& log);

} // namespace cairn::input
