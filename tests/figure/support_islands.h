#pragma once

#include "render/figure/wanted_labels.h"
#include "tests/figure/support_scene.h"
#include "tests/figure/support_shapes.h"

#include <string>
#include <vector>

namespace cairn::test {

/// Square islands in a sea of 600 by 600 px, a metre a pixel, each with a value and a label.
struct Islands {
    struct Island {
        double x; ///< of its middle
        double y;
        double side;
    };

    Looks looks{"screen"};
    geo::Regions regions;
    figure::MapFrame frame = frame_of(600, 600);
    facts::Facts facts;
    facts::Words words;
    std::vector<figure::LabelledRegion> labelled;
    figure::LandMask land;
    figure::LabelSetter setter{looks.style, looks.fonts};

    Islands(const std::vector<Island>& islands, const std::vector<double>& values)
        : regions(regions_with(islands)), facts(facts_with(values)),
          words(facts::describe(facts, english())), land(regions, frame) {
        for (std::size_t i = 0; i < islands.size(); ++i) {
            labelled.push_back({.fact = i,
                                .region = i,
                                .ground = scene::Colour{255, 255, 255},
                                .choice = facts::LabelChoice{true, true, true, false}});
        }
    }
    Islands(const Islands&) = delete; // its setter refers to its own style and fonts
    Islands& operator=(const Islands&) = delete;

    [[nodiscard]] figure::LabelGround ground() const { return {regions, frame, land, labelled}; }
    [[nodiscard]] figure::LabelSpace space() const {
        return {.page = {Length::px(10), Length::px(10), Length::px(590), Length::px(590)},
                .obstacles = {},
                .clearance = looks.style.label.font.size / 3,
                .longest = Length::px(240)};
    }
    [[nodiscard]] std::vector<figure::WantedLabel> wanted() const {
        return figure::wanted_labels(facts, words, labelled, ground(), space(), setter);
    }

  private:
    static geo::Regions regions_with(const std::vector<Island>& islands) {
        std::vector<geo::MultiPolygon> shapes;
        for (const Island& one : islands) {
            shapes.push_back({square(one.x - one.side / 2, one.y - one.side / 2, one.side)});
        }
        return regions_of(shapes);
    }
    static facts::Facts facts_with(const std::vector<double>& values) {
        std::vector<std::pair<std::string, double>> named;
        for (std::size_t i = 0; i < values.size(); ++i) {
            named.emplace_back("Island " + std::to_string(i + 1), values[i]);
        }
        return bar_facts(named);
    }
};

} // namespace cairn::test
