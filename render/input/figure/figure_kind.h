#pragma once

#include "render/input/figure/defaults.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/yaml/map_reader.h"

#include <span>
#include <string_view>

namespace cairn::input {

/// What to do about a key that a kind has no use for, where writing another kind is no remedy.
struct Unfit {
    std::string_view key;
    std::string_view remedy;
};

/// A kind of figure as a figure file knows it. Kinds of one name differ in the keys of `data`: the
/// author chooses by writing `panel` there, or not.
struct FigureKind {
    std::string_view name;          ///< as a figure file writes it
    std::string_view in_words;      ///< as messages call it: "a bar chart"
    std::span<const Key> data_keys; ///< those of `data`
    bool takes_rates = false;       ///< whether `value` may be a rate
    /// The keys that this kind takes of those that not every kind takes.
    std::span<const std::string_view> keys{};
    std::span<const Unfit> unfit{};
    /// Reads the keys that are not of every figure.
    void (*read)(MapReader& figure, const Defaults& defaults, const Languages& languages,
                 YamlLog& log, FigureSpec& spec) = nullptr;
};

/// Whether a kind has a use for a key of a figure, or of its data.
bool takes(const FigureKind& kind, std::string_view key);
bool takes_in_data(const FigureKind& kind, std::string_view key);

/// All keys that a figure may have, whatever its kind.
std::span<const Key> keys_of_figures();

} // namespace cairn::input
