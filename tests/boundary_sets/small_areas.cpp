#include "geo/borders.h"
#include "render/boundary_sets/boundary_sets.h"
#include "render/boundary_sets/import_boundaries.h"
#include "render/run/render.h"
#include "tests/support_checkout.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

// From a file of many small areas to a map. No official file of wards or output areas can be had
// here, so the councils are split; tests/bench/small_areas does the same with 46,000.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(small_areas)

namespace {

namespace fs = std::filesystem;

/// Small areas as a set of the program, with the areas that were made of them.
struct SmallAreas {
    test::TemporaryFolder folder{};
    Installation program = test::checkout();
    geo::Regions regions{};

    SmallAreas(std::string_view kind, int count, const std::string& name_field) {
        program.own_boundaries = folder.path() / "share/boundaries";
        const fs::path file = folder.path() / "small.geojson";
        const fs::path script = test::source_folder() / "tests/boundary_sets/make_small_areas.py";
        BOOST_REQUIRE(std::system(fmt::format("python3 '{}' {} {} '{}' > /dev/null",
                                              script.string(), kind, count, file.string())
                                      .c_str()) == 0);
        ImportRequest request{.file = file, .id = "small", .attribution = "None"};
        request.name_field = name_field;
        const Report report = cairn::import_boundaries(request, program);
        BOOST_TEST(report.errors.empty());
        const input::BoundarySetFile set =
            input::read_boundary_set(program.own_boundaries / "small.boundaries.yaml");
        regions = read_level(set, set.levels.front());
    }

    /// Draws a choropleth of a table of places.
    [[nodiscard]] Report draw(const std::string& rows) const {
        const fs::path figures = folder.write(
            "f.yaml", "figures:\n  - {id: a, kind: choropleth, title: Stories by area, boundaries: "
                      "small, labels: none, data: {file: d.csv, place: Place, value: Stories}, "
                      "unit: {one: story, other: stories}}\n");
        folder.write("d.csv", "Place,Stories\n" + rows);
        Request request;
        request.files = {figures};
        request.out = folder.path() / "out";
        request.formats = {input::Format::svg};
        return render(request, program);
    }

    /// How many areas the data of the figure drawn have.
    [[nodiscard]] std::size_t count_drawn() const {
        const std::string table = test::read_bytes(folder.path() / "out/a.csv");
        return static_cast<std::size_t>(std::ranges::count(table, '\n')) - 1;
    }

    /// A row for each area, by its code.
    [[nodiscard]] std::string rows() const {
        std::string rows;
        for (std::size_t i = 0; i < regions.regions.size(); ++i) {
            rows += fmt::format("{},{}\n", regions.regions[i].code, i % 400);
        }
        return rows;
    }
};

} // namespace

BOOST_AUTO_TEST_CASE(wards_with_doubled_names_need_codes_only_where_these_are_used) {
    const SmallAreas wards("wards", 355, "");
    BOOST_TEST(wards.regions.regions.size() > 340U);
    const auto norths = std::ranges::count(wards.regions.regions, "North", &geo::Region::name);
    BOOST_TEST(norths > 3);
    BOOST_TEST(wards.draw(wards.rows()).errors.empty());
    BOOST_TEST(wards.count_drawn() == wards.regions.regions.size());
    const Report report = wards.draw("North,3\n");
    BOOST_REQUIRE(report.errors.size() == 1U);
    BOOST_TEST(report.errors[0].what == fmt::format("\"North\" is the name of {} places", norths));
    BOOST_TEST(report.errors[0].remedy.starts_with(
        "give the code of the one that is meant: \"S13002500\", \"S13"));
}

BOOST_AUTO_TEST_CASE(output_areas_have_codes_alone) {
    const SmallAreas areas("output-areas", 2000, "code");
    BOOST_TEST(areas.regions.regions.size() > 1900U);
    BOOST_TEST(areas.regions.regions[0].name == areas.regions.regions[0].code);
    const std::size_t shared = geo::borders(areas.regions).inner.size();
    BOOST_TEST(shared > 1500U);
    BOOST_TEST(areas.draw(areas.rows()).errors.empty());
    BOOST_TEST(areas.count_drawn() == areas.regions.regions.size());
}

BOOST_AUTO_TEST_SUITE_END()
