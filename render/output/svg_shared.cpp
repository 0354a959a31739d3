#include "render/output/svg_shared.h"

#include "render/output/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <set>

namespace cairn::output {

namespace {

using scene::Group;
using scene::Hatch;
using scene::Path;
using scene::Text;

std::uint64_t fnv1a(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325;
    for (const char byte : text) {
        hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001b3;
    }
    return hash;
}

bool same(const Hatch& a, const Hatch& b) {
    return a.ground == b.ground && a.line == b.line && a.spacing == b.spacing && a.width == b.width;
}

auto find_hatch(const HatchIds& hatches, const Hatch& hatch) {
    return std::ranges::find_if(hatches,
                                [&](const auto& known) { return same(known.first, hatch); });
}

std::string paint_of(const scene::Fill& fill, const HatchIds& hatches) {
    if (const Hatch* hatch = std::get_if<Hatch>(&fill)) {
        return fmt::format("url(#{})", find_hatch(hatches, *hatch)->second);
    }
    return to_hex(std::get<scene::Colour>(fill));
}

/// Collects what leaves have in common.
struct Sharing {
    Attributes common{};
    std::set<std::string> differing{};
    std::size_t leaves = 0;

    void add(const Attributes& attributes) {
        ++leaves;
        for (const auto& [name, value] : attributes) {
            if (common.try_emplace(name, value).first->second != value) {
                differing.insert(name);
            }
        }
    }
};

} // namespace

HatchIds hatch_ids(const scene::Scene& scene) {
    HatchIds hatches;
    const std::uint64_t words = fnv1a(scene.words().title + '\n' + scene.words().list);
    visit_all(scene.nodes(), [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Path>) {
            const Hatch* hatch = node.fill ? std::get_if<Hatch>(&*node.fill) : nullptr;
            if (hatch != nullptr && find_hatch(hatches, *hatch) == hatches.end()) {
                hatches.emplace_back(*hatch,
                                     fmt::format("hatch-{:016x}-{}", words, hatches.size() + 1));
            }
        }
    });
    return hatches;
}

Attributes root_attributes() {
    return {{"fill", "#000000"},        {"stroke", "none"},           {"stroke-width", "1"},
            {"stroke-linecap", "butt"}, {"stroke-linejoin", "miter"}, {"font-weight", "400"}};
}

Attributes attributes_of(const Path& path, const HatchIds& hatches) {
    Attributes attributes{{"fill", path.fill ? paint_of(*path.fill, hatches) : "none"},
                          {"stroke", "none"}};
    if (path.stroke) {
        attributes["stroke"] = to_hex(path.stroke->colour);
        attributes["stroke-width"] = from_hundredths(hundredths(path.stroke->width));
        attributes["stroke-linecap"] = path.stroke->round ? "round" : "butt";
        attributes["stroke-linejoin"] = path.stroke->round ? "round" : "miter";
    }
    return attributes;
}

Attributes attributes_of(const Text& text) {
    return {{"fill", to_hex(text.colour)},
            {"stroke", "none"},
            {"font-size", from_hundredths(hundredths(text.font.size))},
            {"font-weight", text.font.weight == scene::Weight::bold ? "700" : "400"}};
}

Attributes shared_attributes(const Group& group, const HatchIds& hatches) {
    Sharing sharing;
    visit_all(group.children, [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, Path>) {
            sharing.add(attributes_of(node, hatches));
        } else if constexpr (std::is_same_v<Type, Text>) {
            sharing.add(attributes_of(node));
        }
    });
    if (sharing.leaves < 2) {
        return {};
    }
    for (const std::string& name : sharing.differing) {
        sharing.common.erase(name);
    }
    return sharing.common;
}

} // namespace cairn::output
