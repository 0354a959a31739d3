#include "render/resources/resource_cache.h"

#include "geo/write_shapefile.h"
#include "render/facts/body.h"
#include "render/input/style/style.h"
#include "render/map/page/map_page.h"
#include "render/run/prepare.h"
#include "tests/support_checkout.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iterator>
#include <string>
#include <utility>
#include <vector>

// What a run looks up by name: levels of boundaries, styles, their dark theme, catalogues and the
// reason of a frame by language.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(resource_cache)

namespace {

/// The reason of Shetland's frame, and its language where it is not the figure's.
std::pair<std::string, std::string> reason_in(const std::string& reason,
                                              const std::string& language) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", "Place,Stories\nFife,3\nMoray,1\n");
    folder.write("framed.yaml", fmt::format("based_on: screen\nmap:\n  shetland:\n    frame: true\n"
                                            "    reason: {}\n",
                                            reason));
    const Request request{
        .files = {folder.write("f.yaml",
                               "style: framed.yaml\nfigures:\n  - {id: a, kind: choropleth, "
                               "title: {en: T, gd: T}, boundaries: scotland-councils, "
                               "data: {file: d.csv, place: Place, value: Stories}, unit: "
                               "{en: {one: a, other: b}, gd: {one: a, two: a, few: b, "
                               "other: a}}}\n")},
        .only = {},
        .out = {},
        .formats = {},
        .style = {},
        .dpi = {},
        .languages = {language}};
    ResourceCache cache(test::checkout());
    Report report;
    const std::vector<PreparedFile> files = prepare_all(request, cache, report);
    BOOST_TEST_REQUIRE(files.size() == 1U);
    BOOST_TEST_REQUIRE(files[0].figures.size() == 1U);
    const facts::Framed framed = *facts::framed_of(files[0].figures[0].facts);
    BOOST_TEST(framed.name == (language == "gd" ? "Sealtainn" : "Shetland Islands"));
    return {framed.reason, framed.reason_language};
}

/// A square of 300 km.
geo::Regions square() {
    geo::Regions regions;
    regions.regions.push_back(
        {"S1", "Square", "", {{{0, 0}, {0, 300000}, {300000, 300000}, {300000, 0}, {0, 0}}}});
    return regions;
}

/// A set called "squares" whose levels have these errors, and the cache that reads it.
ResourceCache cache_with(const test::TemporaryFolder& folder, const std::vector<double>& errors) {
    std::string levels;
    for (std::size_t i = 0; i < errors.size(); ++i) {
        const std::string name = fmt::format("squares-{}", i);
        for (const geo::ShapefilePart& part : geo::write_shapefile(square())) {
            folder.write(name + part.extension, part.bytes);
        }
        levels += fmt::format("  - {{file: {}, error: {:.9f}}}\n", name, errors[i]);
    }
    folder.write("squares.boundaries.yaml", "attribution: Ours\nlevels:\n" + levels);
    Installation installation = test::checkout();
    installation.own_boundaries = folder.path();
    return ResourceCache(std::move(installation));
}

input::BoundarySpec squares() {
    input::BoundarySpec spec;
    spec.name = "squares";
    return spec;
}

input::Style screen(double dpi) {
    const std::filesystem::path styles = test::source_folder() / "styles";
    input::Style style = input::read_style(styles / "screen.yaml", styles);
    style.png_dpi = dpi;
    return style;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_reason_is_told_in_the_language_of_the_figure) {
    const std::string both = "{en: Room, gd: Rum}";
    BOOST_TEST((reason_in(both, "en") == std::pair<std::string, std::string>("Room", "")));
    BOOST_TEST((reason_in(both, "gd") == std::pair<std::string, std::string>("Rum", "")));
    // What there is in one language alone is used, and marked as being of that language.
    BOOST_TEST((reason_in("Room", "en") == std::pair<std::string, std::string>("Room", "")));
    BOOST_TEST((reason_in("Room", "gd") == std::pair<std::string, std::string>("Room", "en")));
    BOOST_TEST((reason_in("{gd: Rum}", "en") == std::pair<std::string, std::string>("Rum", "gd")));
}

BOOST_AUTO_TEST_CASE(a_catalogue_is_of_the_language_without_its_region) {
    ResourceCache cache(test::checkout());
    BOOST_TEST(&cache.catalogue("en-GB") == &cache.catalogue("en"));
    BOOST_TEST(&cache.catalogue("en-IE") == &cache.catalogue("en"));
    BOOST_TEST(&cache.catalogue("gd") == &cache.catalogue("gd-GB"));
    BOOST_TEST(&cache.catalogue("gd") != &cache.catalogue("en"));
    BOOST_TEST(cache.catalogue("gd").language == "gd");
}

BOOST_AUTO_TEST_CASE(a_style_is_a_name_or_a_file) {
    const test::TemporaryFolder folder;
    folder.write("own.yaml", "based_on: print\n");
    ResourceCache cache(test::checkout());
    const Location where{.file = "f.yaml", .line = 2, .column = 8};
    BOOST_TEST(&cache.style("screen", folder.path(), where) ==
               &cache.style("screen", "elsewhere", where));
    BOOST_TEST((cache.style("own.yaml", folder.path(), where).width ==
                cache.style("print", folder.path(), where).width));
    BOOST_TEST(test::error_text([&] { cache.style("screan", folder.path(), where); }) ==
               "f.yaml:2:8: error: unknown style \"screan\"\n  did you mean \"screen\"?\n");
    BOOST_TEST(test::error_text([&] {
                   cache.style("own", folder.path(), where);
               }).starts_with("f.yaml:2:8: error: unknown style \"own\"\n"));
    BOOST_TEST(!test::error_text([&] { cache.style("none.yaml", folder.path(), where); }).empty());
}

BOOST_AUTO_TEST_CASE(a_palette_is_laid_on_both_themes) {
    ResourceCache cache(test::checkout());
    const Location where{.file = "f.yaml", .line = 2, .column = 8};
    const input::Style& adaptive = cache.style("adaptive", {}, where);
    BOOST_TEST_REQUIRE(adaptive.dark.size() == 1U);
    const input::Style laid =
        cache.with_palette(adaptive, input::Scheme::sequential, "viridis", {}, where);
    BOOST_TEST((laid.theme.ramp != adaptive.theme.ramp));
    BOOST_TEST((laid.dark.front().theme.ramp != adaptive.dark.front().theme.ramp));
    // On a dark page few is dark: the sequence runs the other way.
    BOOST_TEST((laid.dark.front().theme.ramp.front() == laid.theme.ramp.back()));
    BOOST_TEST(test::error_text([&] {
                   cache.with_palette(adaptive, input::Scheme::sequential, "okabe-ito", {}, where);
               }).starts_with("f.yaml:2:8: error: "));
    // Without a name a style keeps what it has.
    BOOST_TEST((cache.with_palette(adaptive, input::Scheme::sequential, "", {}, where).theme.ramp ==
                adaptive.theme.ramp));
}

BOOST_AUTO_TEST_CASE(tiles_are_of_the_sets_that_have_them) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", "Place,Stories\nFife,3\n");
    Installation program = test::checkout();
    const std::string known = "\"scotland-councils\", \"scotland-health-boards\" or "
                              "\"scotland-integration-authorities\"\n";
    const auto told = [&](const std::string& boundaries) {
        Request request;
        request.files = {folder.write(
            "f.yaml", fmt::format("figures:\n  - {{id: a, kind: tiles, boundaries: {}, title: T, "
                                  "data: {{file: d.csv, place: Place, value: Stories}}, unit: "
                                  "{{one: a, other: b}}}}\n",
                                  boundaries))};
        ResourceCache cache(program);
        Report report;
        prepare_all(request, cache, report);
        return report.errors.empty()
                   ? std::string()
                   : fmt::format("{}\n  {}\n", report.errors[0].what, report.errors[0].remedy);
    };
    BOOST_TEST(told("scotland-health-boards") == "");
    BOOST_TEST(told("scotland-integration-authorities") == "");
    BOOST_TEST(told("wards") == "there are no tiles of wards\n  write kind: choropleth, or "
                                "boundaries that have tiles: " +
                                    known);
    BOOST_TEST(told("{file: a.gpkg, code: A, name: B, attribution: C}") ==
               "there are no tiles of boundaries in a file\n  write kind: choropleth, or "
               "boundaries that have tiles: " +
                   known);
    std::filesystem::copy(program.boundaries, folder.path() / "boundaries");
    program.boundaries = folder.path() / "boundaries";
    folder.write("boundaries/scotland-councils-hexagons.csv", "code,column,row\nS12000047,0,0\n");
    BOOST_TEST(told("scotland-councils") == "there is no tile for \"Aberdeen City\", S12000033\n"
                                            "  write kind: choropleth\n");
}

BOOST_AUTO_TEST_CASE(the_coarsest_level_that_costs_no_points) {
    const input::Style style = screen(96);
    const double unseen = map::unseen_error(geo::bounds(square()), style);
    const struct {
        std::vector<double> errors; ///< of the levels, in what cannot be seen
        double chosen;
        double where_enlarged; ///< that chosen where a part of the map may be
    } table[] = {
        {{0}, 0, 0},       {{0, 0.99}, 0.99, 0},      {{0, 0.51}, 0.51, 0},
        {{0, 0.49}, 0, 0}, {{0, 0.13}, 0, 0},         {{0, 0.124}, 0.124, 0.124},
        {{0, 1.01}, 0, 0}, {{0, 0.1, 0.3}, 0.1, 0.1}, {{0, 0.1, 0.3, 0.6, 1.2}, 0.6, 0.1},
    };
    for (const auto& [errors, chosen, where_enlarged] : table) {
        const test::TemporaryFolder folder;
        std::vector<double> metres;
        std::ranges::transform(errors, std::back_inserter(metres),
                               [&](double error) { return error * unseen; });
        ResourceCache cache = cache_with(folder, metres);
        BOOST_TEST(cache.boundaries(squares(), style, Enlarged::never).regions.error ==
                       chosen * unseen,
                   boost::test_tools::tolerance(1e-6));
        BOOST_TEST(cache.boundaries(squares(), style, Enlarged::perhaps).regions.error ==
                       where_enlarged * unseen,
                   boost::test_tools::tolerance(1e-6));
    }
}

BOOST_AUTO_TEST_CASE(styles_of_one_width_have_each_its_level) {
    const double unseen = map::unseen_error(geo::bounds(square()), screen(96));
    const test::TemporaryFolder folder;
    ResourceCache cache = cache_with(folder, {0, 0.9 * unseen});
    BOOST_TEST(cache.boundaries(squares(), screen(96), Enlarged::never).regions.error > 0);
    BOOST_TEST(cache.boundaries(squares(), screen(300), Enlarged::never).regions.error == 0);
}

BOOST_AUTO_TEST_CASE(the_resolution_asked_for_decides_the_level) {
    const double unseen = map::unseen_error(geo::bounds(square()), screen(192));
    const test::TemporaryFolder folder;
    folder.write("d.csv", "Place,Stories\nSquare,3\n");
    const std::string file = folder.write(
        "f.yaml", "figures:\n  - {id: a, kind: choropleth, title: T, boundaries: squares, data: "
                  "{file: d.csv, place: Place, value: Stories}, unit: {one: a, other: b}, classes: "
                  "{method: equal, count: 1}}\n");
    const auto error_at = [&](std::optional<double> dpi) {
        const Request request{.files = {file},
                              .only = {},
                              .out = {},
                              .formats = {},
                              .style = {},
                              .dpi = dpi,
                              .languages = {}};
        ResourceCache cache = cache_with(folder, {0, 0.1 * unseen});
        Report report;
        const std::vector<PreparedFile> files = prepare_all(request, cache, report);
        BOOST_TEST_REQUIRE(files.size() == 1U);
        BOOST_TEST_REQUIRE(files[0].figures.size() == 1U);
        return files[0].figures[0].boundaries->regions.error;
    };
    BOOST_TEST(error_at({}) > 0);
    BOOST_TEST(error_at(1200) == 0);
}

BOOST_AUTO_TEST_SUITE_END()
