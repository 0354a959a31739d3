#include "render/input/style/style_rules.h"

#include "render/colour/limits.h"
#include "render/input/style/palette.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <set>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

using colour::Colour;
using colour::least_difference;
using colour::least_mark_contrast;
using colour::least_text_contrast;
using colour::Role;

/// A colour of the style and the key that it comes from.
struct Named {
    std::string key;
    Colour colour;
};

std::string name_of(const Named& named) {
    return fmt::format("\"{}\" {}", named.key, to_hex(named.colour));
}

/// A figure below a limit at two decimals: rounded, but never up to the limit.
double below(double limit, double measured) {
    const double rounded = std::round(measured * 100) / 100;
    return rounded < limit ? rounded : std::floor(measured * 100) / 100;
}

class Rules {
  public:
    Rules(const Style& style, const StylePlaces& places) : m_style(style), m_places(places) {}

    std::vector<Problem> check() {
        check_texts();
        check_bars();
        check_lines();
        if (!m_style.map.palette.empty()) {
            return std::move(m_problems); // what a palette needs is turned on where it is used
        }
        check_ramp();
        for (int count = 1; count <= m_style.map.most_classes; ++count) {
            check_classes(class_fills(count));
        }
        check_symbols();
        return std::move(m_problems);
    }

  private:
    /// The line where a key stands, for a remedy on another; with the file where it is not the
    /// other's.
    [[nodiscard]] std::string line(const std::string& key, const std::string& other) const {
        const Location& place = m_places.at(key);
        return place.file == m_places.at(other).file
                   ? fmt::format("line {}", place.line)
                   : fmt::format("line {} of {}", place.line,
                                 std::filesystem::path(place.file).filename().string());
    }

    void report(const std::string& key, std::string what, std::string remedy) {
        if (m_told.insert(what).second) {
            m_problems.push_back(
                {.where = m_places.at(key), .what = std::move(what), .remedy = std::move(remedy)});
        }
    }

    void need_contrast(const Named& front, const Named& back, double least) {
        const double measured = contrast(front.colour, back.colour);
        if (measured < least) {
            report(front.key,
                   fmt::format("the contrast of {} on {} is {:.2f}:1", name_of(front),
                               name_of(back), below(least, measured)),
                   fmt::format("make it {:.2f}:1 or more; \"{}\" is on {}", least, back.key,
                               line(back.key, front.key)));
        }
    }

    [[nodiscard]] Named background() const {
        return {"page.background", m_style.theme[Role::page]};
    }

    /// The colour of classes that a map of `count` has, with those that stand beside the ramp.
    [[nodiscard]] std::vector<Named> class_fills(int count) const {
        std::vector<Named> fills{{"map.zero", m_style.theme[Role::zero]}};
        for (const colour::Plain& ink : colour::ramp_inks(static_cast<std::size_t>(count))) {
            fills.push_back({"map.ramp", m_style.theme.colour_of(ink)});
        }
        return fills;
    }

    void check_texts() {
        const std::array<std::pair<const char*, const TextStyle*>, 5> texts{
            {{"title", &m_style.title},
             {"subtitle", &m_style.subtitle},
             {"label", &m_style.label},
             {"legend", &m_style.legend},
             {"note", &m_style.note}}};
        for (const auto& [name, text] : texts) {
            const std::string key = fmt::format("text.{}", name);
            need_contrast({key + ".colour", m_style.theme.colour_of(text->ink)}, background(),
                          least_text_contrast);
            const double size = text->font.size.to_px();
            // A rounding error of a point in pixels is no fault of the style.
            if (size < colour::smallest_text.to_px() - 1e-9) {
                report(key + ".size", fmt::format("\"{}.size\" is {:.2f} px", key, size),
                       "make it 11 px (8.25 pt) or more: smaller text is hard to read");
            }
            if (text->line < text->font.size) {
                report(key + ".line",
                       fmt::format("\"{0}.line\" is {1:.2f} px, less than \"{0}.size\", {2:.2f} px",
                                   key, text->line.to_px(), size),
                       "make it 1.2 to 1.5 times the size, so that lines stand apart");
            }
        }
    }

    void check_bars() {
        need_contrast({"bar.fill", m_style.theme[Role::bar]}, background(), least_mark_contrast);
        need_contrast({"bar.baseline.colour", m_style.theme[Role::baseline]}, background(),
                      least_mark_contrast);
    }

    void check_lines() {
        const Named ground{"map.missing.ground", m_style.theme[Role::missing_ground]};
        need_contrast(outline(), ground, least_mark_contrast);
        need_contrast(coast(), ground, least_mark_contrast);
        need_contrast(coast(), background(), least_mark_contrast);
        need_contrast(leader(), background(), least_mark_contrast);
        need_contrast(leader(), ground, least_mark_contrast);
        need_contrast({"map.missing.line", m_style.theme[Role::missing_line]}, ground,
                      least_mark_contrast);
        need_label_contrast(ground);
    }

    /// Marks stand out from the land and the page, and their edges from the marks.
    void check_symbols() {
        const colour::Theme& theme = m_style.theme;
        const Named land{"map.symbol.land", theme[Role::land]};
        const Named fill{"map.symbol.fill", theme[Role::symbol]};
        for (const Named& ground : {land, background()}) {
            need_contrast({"map.symbol.border.colour", theme[Role::land_border]}, ground,
                          least_mark_contrast);
            need_contrast(fill, ground, least_mark_contrast);
        }
        need_contrast({"map.symbol.edge.colour", theme[Role::symbol_edge]}, fill,
                      least_mark_contrast);
        need_contrast(leader(), land, least_mark_contrast);
        need_label_contrast(land);
        need_label_contrast(fill);
    }

    /// From the page's shade for few to its opposite for many, also to those who see no hue.
    void check_ramp() {
        const bool darkens = !is_dark(m_style.theme[Role::page]);
        const std::vector<Colour>& ramp = m_style.theme.ramp;
        for (std::size_t i = 1; i < ramp.size(); ++i) {
            const double before = luminance(ramp[i - 1]);
            const double after = luminance(ramp[i]);
            if (darkens ? after >= before : after <= before) {
                report("map.ramp",
                       fmt::format("\"map.ramp\" {} with a luminance of {:.2f} does not {} to {} "
                                   "with {:.2f}",
                                   to_hex(ramp[i - 1]), before, darkens ? "darken" : "lighten",
                                   to_hex(ramp[i]), after),
                       darkens ? "write its colours from the lightest to the darkest"
                               : "write its colours from the darkest to the lightest, since the "
                                 "page is dark");
            }
        }
    }

    void check_classes(const std::vector<Named>& fills) {
        for (const Named& fill : fills) {
            need_contrast(outline(), fill, least_mark_contrast);
            need_contrast(coast(), fill, least_mark_contrast);
            need_contrast(leader(), fill, least_mark_contrast);
            need_label_contrast(fill);
        }
        // Where few classes are too alike, more of them are too: once is enough.
        bool apart = true;
        for (std::size_t i = 1; i < fills.size() && m_classes_apart; ++i) {
            apart = need_difference(fills[i - 1], fills[i], fills.size() - 1) && apart;
        }
        m_classes_apart = m_classes_apart && apart;
    }

    [[nodiscard]] Named outline() const {
        return {"map.outline.colour", m_style.theme[Role::border]};
    }
    [[nodiscard]] Named coast() const { return {"map.coast.colour", m_style.theme[Role::coast]}; }
    [[nodiscard]] Named leader() const {
        return {"map.leader.colour", m_style.theme[Role::leader]};
    }

    void need_label_contrast(const Named& fill) {
        const Named dark{"map.label_dark", m_style.theme.dark_label};
        const Named light{"map.label_light", m_style.theme.light_label};
        const bool is_dark =
            contrast(dark.colour, fill.colour) >= contrast(light.colour, fill.colour);
        need_contrast(is_dark ? dark : light, fill, least_text_contrast);
    }

    /// Whether they differ enough under every vision.
    bool need_difference(const Named& first, const Named& second, std::size_t count) {
        double least = std::numeric_limits<double>::infinity();
        std::string_view least_under;
        for (const auto& [vision, name] : colour::visions) {
            const double measured =
                difference(seen_with(vision, first.colour), seen_with(vision, second.colour));
            if (measured < least) {
                least = measured;
                least_under = name;
            }
        }
        const bool apart = least >= least_difference;
        if (!apart) {
            report(second.key,
                   fmt::format("with {} classes, {} and {} differ by {:.2f} (CIEDE2000) under {}",
                               count, name_of(first), name_of(second),
                               below(least_difference, least), least_under),
                   fmt::format("make it {:.2f} or more: part the colours, or lower "
                               "\"map.most_classes\" on {}",
                               least_difference, line("map.most_classes", second.key)));
        }
        return apart;
    }

    const Style& m_style;
    const StylePlaces& m_places;
    std::vector<Problem> m_problems;
    std::set<std::string> m_told;
    bool m_classes_apart = true;
};

} // namespace

std::vector<Problem> broken_rules(const Style& style, const StylePlaces& places) {
    return Rules(style, places).check();
}

} // namespace cairn::input
