#include "render/review/accessibility.h"

#include "base/message_number.h"
#include "base/utf8.h"
#include "render/colour/fill_difference.h"
#include "render/colour/limits.h"
#include "render/words/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string_view>
#include <utility>

namespace cairn::review {

namespace {

using scene::Paint;

std::string description_of(const Painted& painted) {
    const std::string colour = to_hex(painted.colour);
    return painted.paint == Paint::text ? fmt::format("\"{}\" {}", painted.text, colour)
                                        : fmt::format("{} ({})", colour, name_of(painted.paint));
}

/// Two shapes that share no more pixels than this, of which three or more make a CSS pixel, meet at
/// a point, as the corners of areas do: nobody tells them apart there.
constexpr std::size_t point_contact = 4;

/// The lowest contrast of all pairs that need `limit`.
Measure lowest_contrast(std::string rule, std::span<const Touch> touches, double limit,
                        std::string remedy) {
    double lowest = std::numeric_limits<double>::infinity();
    std::string where;
    for (const Touch& touch : touches) {
        const double ratio = contrast(touch.first.colour, touch.second.colour);
        const bool meet_at_point =
            limit == colour::least_mark_contrast && touch.length <= point_contact;
        if (needed_contrast(touch) == limit && !meet_at_point && ratio < lowest) {
            lowest = ratio;
            where = description_of(touch.first) + " beside " + description_of(touch.second);
        }
    }
    const std::string shown =
        where.empty() ? "nothing touches" : fmt::format("{:.2f}:1", rounded_down(lowest));
    return {std::move(rule),
            shown,
            fmt::format("at least {:.2f}:1", limit),
            lowest >= limit,
            std::move(where),
            std::move(remedy)};
}

/// The fills of marks and of the legend, each once.
std::vector<colour::Fill> fills_of(const scene::Scene& scene) {
    std::vector<colour::Fill> fills;
    visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Group>) {
            if (node.role != scene::Role::mark && node.role != scene::Role::legend_entry) {
                return;
            }
            for (const scene::Node& child : node.children) {
                const scene::Path* path = std::get_if<scene::Path>(&child);
                if (path != nullptr && path->fill &&
                    std::ranges::find(fills, *path->fill) == fills.end()) {
                    fills.push_back(*path->fill);
                }
            }
        }
    });
    return fills;
}

std::string description_of(const colour::Fill& fill, const colour::Theme& theme) {
    return to_hex(theme.colour_of(ground_of(fill))) +
           (std::holds_alternative<colour::Hatch>(fill) ? " with a pattern" : "");
}

Measure least_difference(colour::Vision vision, std::string_view name, const colour::Theme& theme,
                         std::span<const colour::Fill> fills) {
    double least = std::numeric_limits<double>::infinity();
    std::string where;
    for (std::size_t i = 0; i < fills.size(); ++i) {
        for (std::size_t j = i + 1; j < fills.size(); ++j) {
            const double measured = colour::apart(theme, vision, fills[i], fills[j]);
            if (measured < least) {
                least = measured;
                where = fmt::format("{} and {}", description_of(fills[i], theme),
                                    description_of(fills[j], theme));
            }
        }
    }
    const bool by_pattern = where.empty() && fills.size() > 1;
    return {fmt::format("Fills apart with {} (CIEDE2000)", name),
            by_pattern      ? "by patterns"
            : where.empty() ? "one fill"
                            : fmt::format("{:.2f}", rounded_down(least)),
            fmt::format("at least {:.0f}", colour::least_difference),
            least >= colour::least_difference,
            std::move(where),
            "choose a style whose colours are further apart, or fewer classes"};
}

Measure alt_text(const words::Words& words) {
    const std::size_t length = count_characters(words.short_text);
    return {"Alt text",
            fmt::format("{} characters", length),
            fmt::format("at most {}", words::longest_short_text),
            length <= words::longest_short_text,
            {},
            "shorten the title"};
}

Measure text_size(const scene::Scene& scene) {
    const scene::Text* smallest = nullptr;
    visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Text>) {
            if (smallest == nullptr || node.font.size < smallest->font.size) {
                smallest = &node;
            }
        }
    });
    const Length limit = colour::smallest_text;
    // A rounding error of a point in pixels is no fault of the style.
    const bool kept = smallest == nullptr || smallest->font.size >= limit - Length::px(1e-9);
    return {"Smallest text",
            smallest == nullptr
                ? "no text"
                : fmt::format("{:.2f} pt", rounded_down(smallest->font.size.to_pt())),
            fmt::format("at least {:.2f} pt", limit.to_pt()),
            kept,
            smallest == nullptr ? "" : fmt::format("\"{}\"", smallest->string),
            "choose a style with larger text"};
}

struct Bounds {
    Length left = Length::px(std::numeric_limits<double>::infinity());
    Length top = left;
    Length right = -left;
    Length bottom = -left;

    void add(scene::Position point) {
        left = std::min(left, point.x);
        right = std::max(right, point.x);
        top = std::min(top, point.y);
        bottom = std::max(bottom, point.y);
    }
};

/// The room that a mark takes: its shapes and its texts.
Bounds extent_of(const scene::Group& mark) {
    Bounds extent;
    visit_all(mark.children, [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, scene::Path>) {
            for (const scene::Subpath& subpath : node.subpaths) {
                std::ranges::for_each(subpath.points, [&](auto point) { extent.add(point); });
            }
        } else if constexpr (std::is_same_v<Type, scene::Text>) {
            extent.add(node.start);
            extent.add({node.start.x + node.width, node.start.y - node.font.size});
        }
    });
    return extent;
}

/// What the keyboard leads to.
struct Target {
    const scene::Datum* datum;
    Bounds extent;

    [[nodiscard]] Length least_side() const {
        return std::min(extent.right - extent.left, extent.bottom - extent.top);
    }
    [[nodiscard]] Length distance_to(const Target& other) const {
        const auto middle = [](const Bounds& one) {
            return scene::Position{(one.left + one.right) / 2, (one.top + one.bottom) / 2};
        };
        const scene::Position a = middle(extent);
        const scene::Position b = middle(other.extent);
        return Length::px(std::hypot((a.x - b.x).to_px(), (a.y - b.y).to_px()));
    }
};

std::vector<Target> targets_of(const scene::Scene& scene) {
    std::vector<Target> targets;
    visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Group>) {
            if (node.role == scene::Role::mark) {
                targets.push_back({&*node.datum, extent_of(node)});
            }
        }
    });
    return targets;
}

/// A target is 24 px wide and high, or a circle of 24 px around its middle meets no other target's.
/// Areas of a map are exempt, since their place and shape are the message ("Essential").
Measure target_size(const scene::Scene& scene, bool interactive) {
    Measure result{"Target size (WCAG 2.5.8)",
                   "no targets",
                   fmt::format("at least {:.0f} px", colour::smallest_target.to_px()),
                   true,
                   {},
                   "choose a style with a larger bar.pitch"};
    const std::vector<Target> targets = interactive ? targets_of(scene) : std::vector<Target>{};
    Length smallest = Length::px(std::numeric_limits<double>::infinity());
    for (const Target& target : targets) {
        Length spacing = smallest;
        for (const Target& other : targets) {
            if (&other != &target) {
                spacing = std::min(spacing, target.distance_to(other));
            }
        }
        const Length room = std::max(target.least_side(), spacing);
        if (room < smallest) {
            smallest = room;
            result.measured = fmt::format("{:.1f} px", room.to_px());
            result.where = fmt::format("\"{}\"", target.datum->name);
        }
    }
    const bool areas = !targets.empty() && !targets.front().datum->code.empty();
    result.kept = areas || smallest >= colour::smallest_target;
    if (areas) {
        result.limit += ", but areas keep their shape (Essential)";
    }
    return result;
}

} // namespace

std::vector<Measure> measure(const scene::Scene& scene, const colour::Theme& theme,
                             std::span<const Touch> touches, bool interactive,
                             std::span<const colour::Fill> ticks) {
    const std::vector<colour::Fill> fills =
        ticks.empty() ? fills_of(scene) : std::vector<colour::Fill>(ticks.begin(), ticks.end());
    std::vector<Measure> measures{
        lowest_contrast("Contrast of text (WCAG 1.4.3)", touches, colour::least_text_contrast,
                        "choose a style whose texts stand out from what lies behind them"),
        lowest_contrast("Contrast of marks and lines (WCAG 1.4.11)", touches,
                        colour::least_mark_contrast,
                        "choose a style whose marks and lines stand out from what they touch")};
    for (const auto& [vision, name] : colour::visions) {
        measures.push_back(least_difference(vision, name, theme, fills));
    }
    measures.push_back(alt_text(scene.words()));
    measures.push_back(text_size(scene));
    measures.push_back(target_size(scene, interactive));
    return measures;
}

std::string to_table(std::span<const Measure> measures) {
    std::string text;
    for (const Measure& measure : measures) {
        text += fmt::format("  {:<42} {:>16}  {:<20} {}\n", measure.rule, measure.measured,
                            measure.limit, measure.kept ? "kept" : "BROKEN");
    }
    return text;
}

} // namespace cairn::review
