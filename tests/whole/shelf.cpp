#include "render/shelf.h"

#include "render/prepare.h"
#include "tests/support.h"

#include <fmt/format.h>

#include <string>
#include <vector>

// What a run looks up by name: styles, their dark theme, catalogues and the reason of a frame by
// language.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(shelf)

namespace {

Installation checkout() {
    return {.styles = test::source_folder() / "styles",
            .boundaries = test::source_folder() / "boundaries",
            .gdal_module = test::build_folder() / "cairn_gdal.so"};
}

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
    Shelf shelf(checkout());
    Report report;
    const std::vector<PreparedFile> files = prepare_all(request, shelf, report);
    BOOST_TEST_REQUIRE(files.size() == 1U);
    BOOST_TEST_REQUIRE(files[0].figures.size() == 1U);
    const facts::Framed framed = files[0].figures[0].facts.framed.value();
    BOOST_TEST(framed.name == (language == "gd" ? "Sealtainn" : "Shetland Islands"));
    return {framed.reason, framed.reason_language};
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
    Shelf shelf(checkout());
    BOOST_TEST(&shelf.catalogue("en-GB") == &shelf.catalogue("en"));
    BOOST_TEST(&shelf.catalogue("en-IE") == &shelf.catalogue("en"));
    BOOST_TEST(&shelf.catalogue("gd") == &shelf.catalogue("gd-GB"));
    BOOST_TEST(&shelf.catalogue("gd") != &shelf.catalogue("en"));
    BOOST_TEST(shelf.catalogue("gd").language == "gd");
}

BOOST_AUTO_TEST_CASE(a_style_is_a_name_or_a_file) {
    const test::TemporaryFolder folder;
    folder.write("own.yaml", "based_on: print\n");
    Shelf shelf(checkout());
    const Location where{.file = "f.yaml", .line = 2, .column = 8};
    BOOST_TEST(&shelf.style("screen", folder.path(), where) ==
               &shelf.style("screen", "elsewhere", where));
    BOOST_TEST((shelf.style("own.yaml", folder.path(), where).width ==
                shelf.style("print", folder.path(), where).width));
    BOOST_TEST(test::error_text([&] { shelf.style("screan", folder.path(), where); }) ==
               "f.yaml:2:8: error: unknown style \"screan\"\n  did you mean \"screen\"?\n");
    BOOST_TEST(test::error_text([&] {
                   shelf.style("own", folder.path(), where);
               }).starts_with("f.yaml:2:8: error: unknown style \"own\"\n"));
    BOOST_TEST(!test::error_text([&] { shelf.style("none.yaml", folder.path(), where); }).empty());
}

BOOST_AUTO_TEST_CASE(a_palette_is_laid_on_both_themes) {
    Shelf shelf(checkout());
    const Location where{.file = "f.yaml", .line = 2, .column = 8};
    const input::Style& adaptive = shelf.style("adaptive", {}, where);
    BOOST_TEST_REQUIRE(adaptive.dark.size() == 1U);
    const input::Style laid =
        shelf.with_palette(adaptive, input::PaletteKind::sequential, "viridis", {}, where);
    BOOST_TEST((laid.map.ramp != adaptive.map.ramp));
    BOOST_TEST((laid.dark.front().map.ramp != adaptive.dark.front().map.ramp));
    // On a dark page few is dark: the sequence runs the other way.
    BOOST_TEST((laid.dark.front().map.ramp.front() == laid.map.ramp.back()));
    BOOST_TEST(test::error_text([&] {
                   shelf.with_palette(adaptive, input::PaletteKind::sequential, "okabe-ito", {},
                                      where);
               }).starts_with("f.yaml:2:8: error: "));
    // Without a name a style keeps what it has.
    BOOST_TEST(
        (shelf.with_palette(adaptive, input::PaletteKind::sequential, "", {}, where).map.ramp ==
         adaptive.map.ramp));
}

BOOST_AUTO_TEST_SUITE_END()
