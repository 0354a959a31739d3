#include "render/map/tile_map.h"

#include "render/colour/limits.h"
#include "render/facts/gather/gather.h"
#include "render/input/table/observations.h"
#include "render/input/table/read_tiles.h"
#include "render/map/tile_labels.h"
#include "tests/page/support_scene.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <variant>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(tile_map)

namespace {

/// Both layouts of a built-in set with every area, which `table` names.
struct Tiles {
    explicit Tiles(const std::string& set = "scotland-councils",
                   const std::string& table = "councils")
        : places(input::read_places(folder() / (table + ".csv"))),
          hexagons(input::read_tiles(folder() / (set + "-hexagons.csv"), geo::TileShape::hexagons)),
          squares(input::read_tiles(folder() / (set + "-squares.csv"), geo::TileShape::squares)) {}

    static std::filesystem::path folder() { return test::source_folder() / "boundaries"; }

    geo::Gazetteer places;
    geo::TileGrid hexagons;
    geo::TileGrid squares;

    [[nodiscard]] facts::Facts gather(const std::vector<std::pair<std::string, double>>& values,
                                      input::Absent absent, const char* language = "en-GB") const {
        input::FigureSpec spec;
        spec.id = "tiles";
        spec.data.are_places = true;
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
        return facts::gather_tiles(spec, rows, places, "", catalogue(language));
    }

    static const input::Catalogue& catalogue(const std::string& language) {
        return language == "gd" ? test::gaelic() : test::english();
    }

    [[nodiscard]] static map::TileMap draw(const facts::Facts& facts, const geo::TileGrid& grid,
                                           const test::Looks& looks) {
        return map::draw_tile_map(facts, words::describe(facts, catalogue(facts.language)), grid,
                                  looks.style, looks.fonts);
    }
};

const std::array<std::pair<std::string, std::string>, 3> sets{
    {{"scotland-councils", "councils"},
     {"scotland-health-boards", "health-boards"},
     {"scotland-integration-authorities", "integration-authorities"}}};

const scene::Path& shape_of(const scene::Group& mark) {
    return std::get<scene::Path>(mark.children.at(0));
}

/// Corners of a tile, the box of a text, and whether each corner of the box lies within the tile.
bool holds(const scene::Path& tile, const page::Rect& rect) {
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
    for (const scene::Group& mark : test::groups_of(scene, scene::Role::mark)) {
        for (const test::Line& line : test::lines_of(mark.children)) {
            BOOST_TEST(holds(shape_of(mark), line.rect),
                       "\"" << line.text.string << "\" leaves its tile");
            BOOST_TEST((line.text.font.size >= colour::smallest_text));
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
        const map::TileMap map = Tiles::draw(facts, *grid, looks);
        const auto marks = test::groups_of(map.scene, scene::Role::mark);
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
    std::mt19937 random(3);
    for (const auto& [set, table] : sets) {
        const Tiles tiles(set, table);
        for (const char* language : {"en-GB", "gd"}) {
            for (const double width : {320.0, 400.0, 480.0, 600.0, 1100.0}) {
                test::Looks looks("screen");
                looks.style.width = Length::px(width);
                std::vector<std::pair<std::string, double>> values;
                for (const geo::Place& place : tiles.places.places()) {
                    if (random() % 4 > 0) {
                        values.emplace_back(place.code, random() % 30);
                    }
                }
                const facts::Facts facts = tiles.gather(values, input::Absent::missing, language);
                for (const geo::TileGrid* grid : {&tiles.hexagons, &tiles.squares}) {
                    const map::TileMap map = Tiles::draw(facts, *grid, looks);
                    check_tiles(map.scene);
                    BOOST_TEST(map.unnamed.empty());
                }
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(a_narrow_page_has_letters_and_their_key) {
    for (const auto& [set, table] : sets) {
        const Tiles tiles(set, table);
        test::Looks looks("screen");
        looks.style.width = Length::px(320);
        const facts::Facts facts = tiles.gather({{"Fife", 5}}, input::Absent::zero);
        const map::TileMap map = Tiles::draw(facts, tiles.hexagons, looks);
        std::multiset<std::string> strings;
        for (const test::Line& line : test::lines_of(map.scene)) {
            strings.insert(line.text.string);
        }
        for (const facts::Fact& fact : facts.facts) {
            BOOST_TEST(fact.letters.size() == 3U);
            BOOST_TEST(strings.count(fact.letters) == 2U, fact.letters); // tile and key
        }
        BOOST_TEST(std::ranges::any_of(
            strings, [](const std::string& string) { return string.ends_with("Fife"); }));
    }
}

BOOST_AUTO_TEST_CASE(values_too_long_for_letters_stand_in_the_key) {
    const Tiles tiles;
    test::Looks looks("screen");
    looks.style.width = Length::px(320);
    const facts::Facts facts = tiles.gather({{"Fife", 1234567}}, input::Absent::zero);
    const map::TileMap map = Tiles::draw(facts, tiles.hexagons, looks);
    check_tiles(map.scene);
    std::size_t told = 0;
    for (const test::Line& line : test::lines_of(map.scene)) {
        const bool is_bold = line.text.font.weight == colour::Weight::bold;
        told += is_bold && line.text.string == "1,234,567" ? 1U : 0U; // not that of the legend
    }
    BOOST_TEST(told == 1U);
}

BOOST_AUTO_TEST_CASE(short_names_at_600_px) {
    const Tiles tiles;
    const test::Looks looks("screen");
    const facts::Facts facts = tiles.gather({{"Fife", 5}}, input::Absent::zero);
    std::set<std::string> strings;
    for (const test::Line& line : test::lines_of(Tiles::draw(facts, tiles.hexagons, looks).scene)) {
        strings.insert(line.text.string);
    }
    for (const char* name : {"Edinburgh", "Clacks", "Highland", "Moray"}) {
        BOOST_TEST(strings.contains(name), name);
    }
}

BOOST_AUTO_TEST_CASE(words_call_it_a_tile_map_and_name_no_boundaries) {
    const Tiles tiles;
    const facts::Facts facts = tiles.gather({{"Fife", 5}}, input::Absent::zero);
    const words::Words words = words::describe(facts, test::english());
    BOOST_TEST(words.short_text.starts_with("Tile map of stories by place: "));
    BOOST_TEST(words.rights == "");
    BOOST_REQUIRE(words.notes.size() == 1U);
    BOOST_TEST(words.notes[0].text ==
               "Each council area is one tile, all of the same size, as near to its place as can "
               "be.");
    BOOST_TEST(words.description.ends_with(words.notes[0].text));
}

BOOST_AUTO_TEST_SUITE_END()
