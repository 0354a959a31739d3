#include "render/map/small_multiples.h"

#include "geo/read_shapefile.h"
#include "render/facts/body.h"
#include "render/facts/gather/gather_panels.h"
#include "render/input/table/observations.h"
#include "tests/map/support_shapes.h"
#include "tests/page/support_scene.h"

#include <fmt/format.h>

#include <map>
#include <set>
#include <string>
#include <variant>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(small_multiples)

namespace {

/// Maps of so many years, in each Fife with its number.
struct Drawn {
    geo::Gazetteer known{input::read_places(test::source_folder() / "boundaries/councils.csv")};
    geo::Regions regions =
        geo::read_shapefile(test::source_folder() / "boundaries/scotland-councils-web");
    geo::Gazetteer places = geo::gazetteer_of(regions, known);
    facts::Facts facts;
    map::MapFigure map;

    Drawn(int panels, const test::Looks& looks, input::Absent absent = input::Absent::zero)
        : Drawn(years(panels), looks, absent) {}

    Drawn(const std::vector<std::string>& panels, const test::Looks& looks,
          input::Absent absent = input::Absent::zero)
        : facts(gather(panels, absent)),
          map(map::draw_small_multiples({facts, words::describe(facts, test::english()), regions,
                                         places, looks.style, looks.fonts})) {}

    static std::vector<std::string> years(int count) {
        std::vector<std::string> years;
        for (int i = 0; i < count; ++i) {
            years.push_back(std::to_string(2001 + i));
        }
        return years;
    }

    [[nodiscard]] facts::Facts gather(const std::vector<std::string>& panels,
                                      input::Absent absent) const {
        input::FigureSpec spec;
        spec.data.are_places = true;
        spec.id = "years";
        spec.title = "Stories";
        spec.unit = {"story", "stories"};
        spec.absent = absent;
        spec.data.panel_column = "Year";
        input::Observations rows{.file = "d.csv",
                                 .label_heading = "Council area",
                                 .value_heading = "Stories",
                                 .rows = {}};
        for (const std::string& panel : panels) {
            const auto row = static_cast<int>(rows.rows.size());
            rows.rows.push_back(
                {.label = "Fife", .value = row + 1, .line = row + 2, .panel = panel});
        }
        return facts::gather_panels(spec, rows, places, "Somebody", test::english());
    }
};

/// The largest ring of a mark, from its own top left.
std::vector<std::pair<long, long>> shape_of(const scene::Group& mark) {
    const auto& subpaths = std::get<scene::Path>(mark.children.at(0)).subpaths;
    const scene::Subpath* largest = &subpaths.front();
    for (const scene::Subpath& subpath : subpaths) {
        largest = subpath.points.size() > largest->points.size() ? &subpath : largest;
    }
    std::vector<std::pair<long, long>> shape;
    for (const scene::Position point : largest->points) {
        shape.emplace_back(std::lround((point.x - largest->points.front().x).to_px() * 1000),
                           std::lround((point.y - largest->points.front().y).to_px() * 1000));
    }
    return shape;
}

} // namespace

BOOST_AUTO_TEST_CASE(every_area_has_a_datum_in_every_panel) {
    const test::Looks looks("screen");
    const Drawn drawn(3, looks);
    const auto marks = test::groups_of(drawn.map.scene, scene::Role::mark);
    BOOST_REQUIRE(marks.size() == 96U);
    BOOST_TEST(marks[0].datum->name == "Fife, 2001: 1 story");
    BOOST_TEST(marks[64].datum->name == "Fife, 2003: 3 stories");
    std::map<std::string, std::set<std::vector<std::pair<long, long>>>> shapes;
    for (const scene::Group& mark : marks) {
        shapes[mark.datum->code].insert(shape_of(mark));
    }
    BOOST_TEST(shapes.size() == 32U);
    for (const auto& [code, one] : shapes) {
        BOOST_TEST(one.size() == 1U, code << " is not drawn alike in all panels");
    }
}

BOOST_AUTO_TEST_CASE(panels_stay_on_the_page_and_apart) {
    for (const double width : {320.0, 600.0, 1100.0}) {
        for (const int panels : {2, 3, 4, 5, 7, 12}) {
            test::Looks looks("screen");
            looks.style.width = Length::px(width);
            const Drawn drawn(panels, looks);
            test::check_layout(drawn.map.scene);
            const auto marks = test::groups_of(drawn.map.scene, scene::Role::mark);
            std::vector<page::Rect> rects;
            for (std::size_t i = 0; i < marks.size(); ++i) {
                for (const scene::Subpath& subpath :
                     std::get<scene::Path>(marks[i].children.at(0)).subpaths) {
                    for (const scene::Position at : subpath.points) {
                        if (rects.size() <= i / 32) {
                            rects.push_back({at.x, at.y, at.x, at.y});
                        }
                        page::Rect& rect = rects.back();
                        rect = {std::min(rect.left, at.x), std::min(rect.top, at.y),
                                std::max(rect.right, at.x), std::max(rect.bottom, at.y)};
                    }
                }
            }
            BOOST_REQUIRE(rects.size() == static_cast<std::size_t>(panels));
            for (std::size_t i = 0; i < rects.size(); ++i) {
                BOOST_TEST((rects[i].left.to_px() >= 0 && rects[i].right.to_px() <= width));
                for (std::size_t j = i + 1; j < rects.size(); ++j) {
                    BOOST_TEST(!rects[i].overlaps(rects[j]));
                }
            }
        }
    }
}

namespace {

struct Panel {
    page::Rect map;
    geo::MultiPolygon land; ///< in px of the page
};

std::vector<Panel> panels_of(const Drawn& drawn) {
    std::vector<Panel> panels(facts::panels_of(drawn.facts).size());
    const auto marks = test::groups_of(drawn.map.scene, scene::Role::mark);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        Panel& panel = panels[i * panels.size() / marks.size()];
        for (const scene::Subpath& ring :
             std::get<scene::Path>(marks[i].children.front()).subpaths) {
            if (panel.land.empty()) {
                const scene::Position first = ring.points.front();
                panel.map = {first.x, first.y, first.x, first.y};
            }
            panel.land.emplace_back();
            for (const scene::Position at : ring.points) {
                panel.land.back().push_back({at.x.to_px(), at.y.to_px()});
                panel.map = {std::min(panel.map.left, at.x), std::min(panel.map.top, at.y),
                             std::max(panel.map.right, at.x), std::max(panel.map.bottom, at.y)};
            }
        }
    }
    return panels;
}

bool has_land(const Panel& panel, const page::Rect& rect) {
    for (Length y = rect.top; y <= rect.bottom; y += Length::px(2)) {
        for (Length x = rect.left; x <= rect.right; x += Length::px(2)) {
            if (test::is_inside(panel.land, {x.to_px(), y.to_px()})) {
                return true;
            }
        }
    }
    return false;
}

} // namespace

BOOST_AUTO_TEST_CASE(long_titles_wrap_and_stand_over_their_own_maps) {
    const std::string name = "Before the second lockdown of the winter of 2020 to 2021 began";
    for (const double width : {320.0, 600.0, 1100.0}) {
        for (const std::vector<std::string>& names :
             {std::vector<std::string>{name, "After"},
              {"Before", "After " + name, "In between", name + ", and then " + name, "Today"}}) {
            test::Looks looks("screen");
            looks.style.width = Length::px(width);
            const Drawn drawn(names, looks);
            test::check_layout(drawn.map.scene);
            const std::vector<Panel> panels = panels_of(drawn);
            // A title stands in the sea of its own panel.
            std::vector<std::string> titles(panels.size());
            for (const scene::Group& title :
                 test::groups_of(drawn.map.scene, scene::Role::decoration)) {
                for (const test::Line& line : test::lines_of(title.children)) {
                    const auto own = std::ranges::find_if(panels, [&](const Panel& panel) {
                        return line.rect.left > panel.map.left - looks.style.gap &&
                               line.rect.left < panel.map.right && line.rect.top < panel.map.bottom;
                    });
                    BOOST_REQUIRE((own != panels.end()));
                    BOOST_TEST((line.rect.right <= own->map.right + Length::px(0.5)));
                    BOOST_TEST(!has_land(*own, line.rect), line.text.string);
                    if (line.text.font.weight == colour::Weight::bold) {
                        std::string& text = titles[static_cast<std::size_t>(own - panels.begin())];
                        text += (text.empty() ? "" : " ") + line.text.string;
                    }
                }
            }
            for (std::size_t i = 0; i < panels.size(); ++i) {
                BOOST_TEST(titles[i] == names[i]);
            }
            // Maps of a row stand side by side.
            for (std::size_t i = 1; i < panels.size(); ++i) {
                if (panels[i].map.left > panels[i - 1].map.left) {
                    BOOST_TEST(std::abs((panels[i].map.top - panels[i - 1].map.top).to_px()) <
                               1e-6);
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(borders_are_cased_where_the_style_has_them_so) {
    const auto casings_of = [](const Drawn& drawn) {
        std::size_t casings = 0;
        for (const scene::Group& mark : test::groups_of(drawn.map.scene, scene::Role::mark)) {
            const auto& first = std::get<scene::Path>(mark.children.front());
            const auto& last = std::get<scene::Path>(mark.children.back());
            casings += is_halo(first.stroke->ink) ? 1 : 0;
            // The outline lies over its casing, and never over the shade.
            BOOST_TEST(!is_halo(last.stroke->ink));
            BOOST_TEST((mark.children.size() == 1 || !last.fill.has_value()));
            BOOST_TEST((mark.children.size() == 1 || first.stroke->width > last.stroke->width));
        }
        return casings;
    };
    test::Looks looks("screen");
    looks.style.map.cased = false;
    BOOST_TEST(casings_of(Drawn(2, looks)) == 0U);
    looks.style.map.cased = true;
    BOOST_TEST(casings_of(Drawn(2, looks)) == 64U);
}

BOOST_AUTO_TEST_CASE(missing_is_hatched_finer_than_on_one_large_map) {
    const test::Looks looks("screen");
    const Drawn drawn(3, looks, input::Absent::missing);
    const colour::Hatch& large = looks.style.map.missing;
    std::set<double> spacings;
    const auto check = [&](const scene::Path& path) {
        const auto* hatch = path.fill ? std::get_if<colour::Hatch>(&*path.fill) : nullptr;
        if (hatch != nullptr) {
            spacings.insert(hatch->spacing.to_px());
            BOOST_TEST(hatch->spacing.to_px() <= large.spacing.to_px() / 2);
            BOOST_TEST(hatch->width.to_px() >= 0.75 * large.width.to_px());
            BOOST_TEST((hatch->line == large.line && hatch->ground == large.ground));
        }
    };
    scene::visit_all(drawn.map.scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Path>) {
            check(node);
        }
    });
    BOOST_TEST(spacings.size() == 1U); // the legend has the one of the maps
}

BOOST_AUTO_TEST_CASE(one_legend_without_counts) {
    const test::Looks looks("screen");
    const Drawn drawn(3, looks);
    const auto legends = test::groups_of(drawn.map.scene, scene::Role::legend);
    BOOST_REQUIRE(legends.size() == 1U);
    for (const auto& entry : test::groups_of(drawn.map.scene, scene::Role::legend_entry)) {
        BOOST_TEST(entry.children.size() == 2U); // swatch and range
        BOOST_TEST(entry.datum->name.find("area") == std::string::npos);
    }
}

BOOST_AUTO_TEST_SUITE_END()
