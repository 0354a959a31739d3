#pragma once

#include "render/input/style/style.h"
#include "render/output/output.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace cairn::test {

constexpr std::array<std::string_view, colour::role_count> role_names{
    "page",     "title", "subtitle",       "label",        "legend",     "quiet", "bar",
    "baseline", "zero",  "missing ground", "missing line", "border",     "coast", "leader",
    "guide",    "land",  "land border",    "symbol",       "symbol edge"};

struct InkName {
    std::string operator()(colour::Role role) const {
        return std::string(role_names.at(static_cast<std::size_t>(role)));
    }
    std::string operator()(colour::Ramp ramp) const {
        return fmt::format("ramp {:.4f}", ramp.position);
    }
    std::string operator()(colour::Diverging scale) const {
        return fmt::format("diverging {:.4f}", scale.position);
    }
    std::string operator()(colour::Category group) const {
        return fmt::format("category {}", group.index);
    }
    std::string operator()(const colour::Plain& ink) const { return std::visit(*this, ink); }
    std::string operator()(const colour::On& ink) const {
        return fmt::format("on {}", (*this)(ink.first));
    }
    std::string operator()(const colour::QuietOn& ink) const {
        return fmt::format("quiet on {}", (*this)(ink.ground));
    }
    std::string operator()(const colour::HatchOn& ink) const {
        return fmt::format("hatch {:.1f} on {}", ink.contrast, (*this)(ink.ground));
    }
    std::string operator()(const colour::Between& ink) const {
        return fmt::format("between {} and {}", (*this)(ink.first), (*this)(ink.second));
    }
};

/// The inks of a scene, each once, in the order in which they are drawn.
inline std::vector<colour::Ink> inks_of(const scene::Scene& scene) {
    std::vector<colour::Ink> inks{colour::Role::page};
    const auto add = [&](const colour::Ink& ink) {
        if (std::ranges::find(inks, ink) == inks.end()) {
            inks.push_back(ink);
        }
    };
    visit_all(scene, [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, scene::Text>) {
            add(node.ink);
        } else if constexpr (std::is_same_v<Type, scene::Path>) {
            if (node.fill) {
                add(colour::ground_of(*node.fill));
                if (const auto* hatch = std::get_if<colour::Hatch>(&*node.fill)) {
                    add(hatch->line);
                }
            }
            if (node.stroke) {
                add(node.stroke->ink);
            }
        } else {
            for (const auto* line : {&node.outline, &node.casing}) {
                if (*line) {
                    add((*line)->ink);
                }
            }
        }
    });
    return inks;
}

/// What the inks of each figure are in each style, beside those of the first style; and whether its
/// layout is that of the first.
class InkTable {
  public:
    void add(const std::string& figure, const std::string& style_name, const scene::Scene& scene,
             const input::Style& style, const scene::Fonts& fonts) {
        Figure& own = at(figure);
        if (own.styles.empty()) {
            own.theme = style.theme;
            own.inks = inks_of(scene);
        }
        const std::string drawn = output::to_svg(scene, own.theme, fonts);
        if (own.styles.empty()) {
            own.first = drawn;
        }
        for (const colour::Ink& ink : inks_of(scene)) {
            if (std::ranges::find(own.inks, ink) == own.inks.end()) {
                own.inks.push_back(ink);
            }
        }
        add(own, drawn == own.first ? style_name : style_name + ", another layout", style.theme);
        for (const input::Style& dark : style.dark) {
            add(own, style_name + ", in dark colours", dark.theme);
        }
    }

    [[nodiscard]] std::string text() const {
        std::string all;
        for (const Figure& figure : m_figures) {
            for (std::size_t i = 0; i < figure.styles.size(); ++i) {
                all += fmt::format("{} in {}\n", figure.id, figure.styles[i].name);
                for (const colour::Ink& ink : figure.inks) {
                    const std::string own = colour_in(figure.styles[i].theme, ink);
                    if (i == 0 || own != colour_in(figure.styles[0].theme, ink)) {
                        all += fmt::format("  {} {}\n", own, std::visit(InkName(), ink));
                    }
                }
            }
        }
        return all;
    }

  private:
    struct Look {
        std::string name;
        colour::Theme theme;
    };
    struct Figure {
        std::string id;
        colour::Theme theme{};           ///< of the first style
        std::string first{};             ///< drawn in it
        std::vector<colour::Ink> inks{}; ///< of all styles
        std::vector<Look> styles{};
    };

    static void add(Figure& figure, std::string name, const colour::Theme& theme) {
        figure.styles.push_back({std::move(name), theme});
    }
    static std::string colour_in(const colour::Theme& theme, const colour::Ink& ink) {
        return to_hex(theme.colour_of(ink));
    }
    Figure& at(const std::string& id) {
        const auto found = std::ranges::find(m_figures, id, &Figure::id);
        return found == m_figures.end() ? m_figures.emplace_back(Figure{.id = id}) : *found;
    }

    std::vector<Figure> m_figures{};
};

} // namespace cairn::test
