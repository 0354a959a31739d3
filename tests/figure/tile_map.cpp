#include "render/figure/tile_map.h"

#include "render/facts/gather.h"
#include "render/figure/tile_labels.h"
#include "render/input/observations.h"
#include "render/input/read_tiles.h"
#include "render/scene/limits.h"
#include "tests/figure/support_scene.h"

#include <fmt/format.h>

#include <random>
#include <set>
#include <variant>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(tile_map)

namespace {

/// Both built-in layouts with every council.
struct Tiles {
    geo::Gazetteer places{input::read_places(test::source_folder() / "boundaries/councils.csv")};
    geo::TileGrid hexagons =
        input::read_tiles(test::source_folder() / "boundaries/scotland-councils-hexagons.csv",
                          geo::TileShape::hexagons);
    geo::TileGrid squares =
        input::read_tiles(test::source_folder() / "boundaries/scotland-councils-squares.csv",
                          geo::TileShape::squares);

    [[nodiscard]] facts::Facts gather(const std::vector<std::pair<std::string, double>>& values,
                                      input::Absent absent, const char* language = "en-GB") const {
        input::FigureSpec spec;
        spec.id = "tiles";
        spec.kind = input::Kind::tiles;
        spec.language = language;
        spec.title = "Stories by place";
        spec.sort = input::Sort::file;
        spec.unit = {"story", "stories", "story", "stories"};
        spec.absent = absent;
        spec.classes.method = input::ClassMethod::quantile;
        input::Observations rows{.file = "place.csv",
                                 .label_heading = "Council area",
                                 .value_heading = "Stories",
                                 .rows = {}};
        int line = 2;
        for (const auto& [label, value] : values) {
            rows.rows.push_back({.label = label, .value = value, .line = line++});
        }
        return facts::gather_map(spec, rows, places, "", catalogue(language));
    }

    static const input::Catalogue& catalogue(const std::string& language) {
        return language == "gd" ? test::gaelic() : test::english();
    }

    [[nodiscard]] static figure::TileMap draw(const facts::Facts& facts, const geo::TileGrid& grid,
                                              const test::Looks& looks) {
        return figure::draw_tile_map(facts, facts::describe(facts, catalogue(facts.language)), grid,
                                     looks.style, looks.fonts);
    }
};

const scene::Path& shape_of(const scene::Group& mark) {
    return std::get<scene::Path>(mark.children.at(0));
}

/// Corners of a tile, the box of a text, and whether each corner of the box lies within the tile.
bool holds(const scene::Path& tile, const figure::Rect& rect) {
    const auto& points = tile.subpaths.at(0).points;
    const auto inside = [&](scene::Position at) {
        for (std::size_t i = 0; i < points.size(); ++i) {
            const scene::Position a = points[i];
            const scene::Position b = points[(i + 1) % points.size()];
            const double cross = (b.x - a.x).to_px() * (at.y - a.y).to_px() -
                                 (b.y - a.y).to_px() * (at.x - a.x).to_px();
            if (cross < 0) {
                return false;
            }
        }
        return true;
    };
    return inside({rect.left, rect.top}) && inside({rect.right, rect.top}) &&
           inside({rect.left, rect.bottom}) && inside({rect.right, rect.bottom});
}

void check_tiles(const scene::Scene& scene) {
    test::check_layout(scene);
    for (const scene::Group& mark : test::groups_of(scene.nodes(), scene::Role::mark)) {
        for (const test::Line& line : test::lines_of(mark.children)) {
            BOOST_TEST(holds(shape_of(mark), line.rect),
                       "\"" << line.text.string << "\" leaves its tile");
            BOOST_TEST((line.text.font.size >= scene::smallest_text));
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(every_area_is_a_named_tile_of_one_size) {
    const Tiles tiles;
    const test::Looks looks("screen");
    const facts::Facts facts =
        tiles.gather({{"Fife", 5}, {"Glasgow City", 11}}, input::Absent::zero);
    for (const geo::TileGrid* grid : {&tiles.hexagons, &tiles.squares}) {
        const figure::TileMap map = Tiles::draw(facts, *grid, looks);
        const auto marks = test::groups_of(map.scene.nodes(), scene::Role::mark);
        BOOST_REQUIRE(marks.size() == 32U);
        BOOST_TEST(marks[0].datum->name == "Fife: 5 stories");
        BOOST_TEST(marks[0].datum->code == "S12000047");
        std::set<long> widths;
        for (const scene::Group& mark : marks) {
            double left = 1e9;
            double right = 0;
            for (const scene::Position point : shape_of(mark).subpaths.at(0).points) {
                left = std::min(left, point.x.to_px());
                right = std::max(right, point.x.to_px());
            }
            widths.insert(std::lround((right - left) * 1000));
        }
        BOOST_TEST(widths.size() == 1U);
        BOOST_TEST(map.unnamed.empty());
    }
}

BOOST_AUTO_TEST_CASE(texts_stay_on_their_tiles_at_every_width) {
    const Tiles tiles;
    std::mt19937 random(3);
    for (const char* language : {"en-GB", "gd"}) {
        for (const double width : {320.0, 400.0, 480.0, 600.0, 1100.0}) {
            test::Looks looks("screen");
            looks.style.width = Length::px(width);
            std::vector<std::pair<std::string, double>> values;
            for (const geo::Place& place : tiles.places.places()) {
                if (random() % 4 > 0) {
                    values.emplace_back(place.name, random() % 30);
                }
            }
            const facts::Facts facts = tiles.gather(values, input::Absent::missing, language);
            for (const geo::TileGrid* grid : {&tiles.hexagons, &tiles.squares}) {
                const figure::TileMap map = Tiles::draw(facts, *grid, looks);
                check_tiles(map.scene);
                BOOST_TEST(map.unnamed.empty());
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_narrow_page_has_letters_and_their_key) {
    const Tiles tiles;
    test::Looks looks("screen");
    looks.style.width = Length::px(320);
    const facts::Facts facts = tiles.gather({{"Fife", 5}}, input::Absent::zero);
    const figure::TileMap map = Tiles::draw(facts, tiles.hexagons, looks);
    std::multiset<std::string> strings;
    for (const test::Line& line : test::lines_of(map.scene.nodes())) {
        strings.insert(line.text.string);
    }
    for (const facts::Fact& fact : facts.facts) {
        BOOST_TEST(strings.count(fact.letters) == 2U, fact.letters); // tile and key
    }
    BOOST_TEST(strings.contains("Fife"));
}

BOOST_AUTO_TEST_CASE(values_too_long_for_letters_stand_in_the_key) {
    const Tiles tiles;
    test::Looks looks("screen");
    looks.style.width = Length::px(320);
    const facts::Facts facts = tiles.gather({{"Fife", 1234567}}, input::Absent::zero);
    const figure::TileMap map = Tiles::draw(facts, tiles.hexagons, looks);
    check_tiles(map.scene);
    std::size_t told = 0;
    for (const test::Line& line : test::lines_of(map.scene.nodes())) {
        const bool is_bold = line.text.font.weight == scene::Weight::bold;
        told += is_bold && line.text.string == "1,234,567" ? 1U : 0U; // not that of the legend
    }
    BOOST_TEST(told == 1U);
}

BOOST_AUTO_TEST_CASE(short_names_at_600_px) {
    const Tiles tiles;
    const test::Looks looks("screen");
    const facts::Facts facts = tiles.gather({{"Fife", 5}}, input::Absent::zero);
    std::set<std::string> strings;
    for (const test::Line& line :
         test::lines_of(Tiles::draw(facts, tiles.hexagons, looks).scene.nodes())) {
        strings.insert(line.text.string);
    }
    for (const char* name : {"Edinburgh", "Clacks", "Highland", "Moray"}) {
        BOOST_TEST(strings.contains(name), name);
    }
}

BOOST_AUTO_TEST_CASE(words_call_it_a_tile_map_and_name_no_boundaries) {
    const Tiles tiles;
    const facts::Facts facts = tiles.gather({{"Fife", 5}}, input::Absent::zero);
    const facts::Words words = facts::describe(facts, test::english());
    BOOST_TEST(words.short_text.starts_with("Tile map of stories by place: "));
    BOOST_TEST(words.rights == "");
    BOOST_REQUIRE(words.notes.size() == 1U);
    BOOST_TEST(words.notes[0].text ==
               "Each council area is one tile, all of the same size, as near to its place as can "
               "be.");
    BOOST_TEST(words.description.ends_with(words.notes[0].text));
}

BOOST_AUTO_TEST_SUITE_END()
