#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>
#include <string>
#include <vector>

// The program as people run it: exit status, messages, files, and nothing that depends on where and
// when it runs.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(program)

namespace {

namespace fs = std::filesystem;

struct Run {
    int status = 0;
    std::string out;
    std::string errors;
};

/// Runs a shell command in `folder`.
Run run_in(const fs::path& folder, const std::string& command) {
    const test::TemporaryFolder streams;
    const fs::path out = streams.path() / "out";
    const fs::path errors = streams.path() / "errors";
    const int status = std::system(fmt::format("cd '{}' && ( {} ) >'{}' 2>'{}'", folder.string(),
                                               command, out.string(), errors.string())
                                       .c_str());
    return {WEXITSTATUS(status), test::read_bytes(out), test::read_bytes(errors)};
}

std::string program() {
    return (test::build_folder() / "cairn").string();
}

fs::path sample() {
    return test::source_folder() / "samples/stories-project";
}

std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) {
        names.push_back(entry.path().filename().string());
    }
    std::sort(names.begin(), names.end());
    return names;
}

void require_same_files(const fs::path& a, const fs::path& b) {
    BOOST_TEST(files_in(a) == files_in(b), boost::test_tools::per_element());
    for (const std::string& name : files_in(a)) {
        BOOST_TEST((test::read_bytes(a / name) == test::read_bytes(b / name)),
                   name << " differs between " << a << " and " << b);
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(lists_the_published_lines) {
    const Run run =
        run_in(test::source_folder(),
               program() + " describe samples/stories-project/figures.yaml --form list");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "");
    BOOST_TEST(run.out ==
               "Story origins by sector: Unpaid carer 1, Public body 1, Private company 1, "
               "Independent Care Home 1, Government agency 1, Education 3, Statutory agency 6, "
               "Health / NHS 6, Third sector 19\n"
               "Story origins by location: Stirling 1, Shetland Islands 1, Renfrewshire 1, North "
               "Lanarkshire 1, North Ayrshire 1, East Renfrewshire 1, Dumfries and Galloway 1, "
               "Aberdeen City 1, Falkirk 2, East Ayrshire 2, Inverclyde 2, Midlothian 2, South "
               "Lanarkshire 2, Dundee City 3, Fife 5, City of Edinburgh 5, Glasgow City 11\n");
}

BOOST_AUTO_TEST_CASE(writes_every_file_of_the_contract) {
    const test::TemporaryFolder out;
    const Run run = run_in(out.path(), fmt::format("{} render {}/figures.yaml --out figures",
                                                   program(), sample().string()));
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "");
    const std::vector<std::string> expected{
        "figures.json", "place-8.alt.txt", "place-8.csv",      "place-8.html", "place-8.pdf",
        "place-8.png",  "place-8.svg",     "sector-8.alt.txt", "sector-8.csv", "sector-8.html",
        "sector-8.pdf", "sector-8.png",    "sector-8.svg"};
    BOOST_TEST(files_in(out.path() / "figures") == expected, boost::test_tools::per_element());
    BOOST_TEST(fs::file_size(out.path() / "figures/place-8.svg") < 190'000U);
}

BOOST_AUTO_TEST_CASE(same_bytes_whatever_the_surroundings) {
    const test::TemporaryFolder out;
    const std::string command = fmt::format("{} render {}/figures.yaml --out {}", program(),
                                            sample().string(), out.path().string());
    BOOST_TEST(run_in(out.path(), command + "/plain").status == 0);
    BOOST_TEST(run_in("/", command + "/again").status == 0);
    BOOST_TEST(run_in("/usr", "LC_ALL=tr_TR.UTF-8 LANG=gd_GB.UTF-8 LANGUAGE=ar TZ=Asia/Kathmandu "
                              "HOME=/nowhere XDG_CONFIG_HOME=/nowhere FONTCONFIG_FILE=/nowhere "
                              "PANGO_LANGUAGE=ja " +
                                  command + "/elsewhere")
                   .status == 0);
    // The clock: the same second never comes twice, so a later run is another time.
    BOOST_TEST(run_in("/", "sleep 1.1; " + command + "/later").status == 0);
    for (const char* other : {"again", "elsewhere", "later"}) {
        require_same_files(out.path() / "plain", out.path() / other);
    }
}

BOOST_AUTO_TEST_CASE(works_installed_from_outside_its_tree) {
    const test::TemporaryFolder out;
    const fs::path prefix = out.path() / "prefix";
    const Run install = run_in("/", fmt::format("cmake --install {} --prefix {}",
                                                test::build_folder().string(), prefix.string()));
    BOOST_REQUIRE_MESSAGE(install.status == 0, install.errors);
    fs::copy(sample(), out.path() / "project");
    const Run run = run_in(out.path() / "project",
                           fmt::format("{}/bin/cairn render figures.yaml", prefix.string()));
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "");
    const fs::path here = out.path() / "here";
    BOOST_TEST(run_in("/", fmt::format("{} render {}/figures.yaml --out {}", program(),
                                       sample().string(), here.string()))
                   .status == 0);
    require_same_files(out.path() / "project/figures", here);
}

BOOST_AUTO_TEST_CASE(wrong_usage_is_told_apart_from_wrong_input) {
    BOOST_TEST(run_in("/", program()).status == 2);
    BOOST_TEST(run_in("/", program() + " paint x.yaml").status == 2);
    BOOST_TEST(run_in("/", program() + " render").status == 2);
    BOOST_TEST(run_in("/", program() + " render x.yaml --format gif").status == 2);
    BOOST_TEST(run_in("/", program() + " --help").status == 0);
    const Run absent = run_in("/", program() + " render no/such.yaml");
    BOOST_TEST(absent.status == 1);
    BOOST_TEST(absent.errors.starts_with("no/such.yaml: error: "));
}

BOOST_AUTO_TEST_CASE(a_figure_with_an_error_leaves_no_file_and_the_others_stand) {
    const test::TemporaryFolder folder;
    folder.write("good.csv", "Sector,Stories\nA,1\nB,2\n");
    folder.write("bad.csv", "Sector,Stories\nA,1\nB,many\n");
    folder.write("f.yaml", "project: P\nfigures:\n"
                           "  - {id: good, kind: bar, title: Good, unit: {one: story, other: "
                           "stories}, data: {file: good.csv, label: Sector, value: Stories}}\n"
                           "  - {id: bad, kind: bar, title: Bad, data: {file: bad.csv, label: "
                           "Sector, value: Stories}}\n");
    const Run run = run_in(folder.path(), program() + " render f.yaml --format svg");
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.errors.starts_with("bad.csv:3: error: "));
    const std::vector<std::string> expected{"figures.json", "good.alt.txt", "good.csv", "good.svg"};
    BOOST_TEST(files_in(folder.path() / "figures") == expected, boost::test_tools::per_element());
    BOOST_TEST(test::read_bytes(folder.path() / "figures/figures.json").find("\"bad\"") ==
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(html_needs_a_picture) {
    const test::TemporaryFolder out;
    const Run run = run_in(sample(), program() + " render figures.yaml --format html --out " +
                                         out.path().string());
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.errors == "figures.yaml: error: the format html needs a picture to show\n"
                             "  add svg or png to the formats\n");
    BOOST_TEST(files_in(out.path()).empty());
}

BOOST_AUTO_TEST_CASE(boundaries_without_attribution_are_told) {
    const test::TemporaryFolder folder;
    folder.write("place.csv", "Place,Stories\nFife,1\n");
    folder.write("f.yaml",
                 fmt::format("figures:\n  - id: a\n    kind: choropleth\n    title: T\n"
                             "    data: {{file: place.csv, place: Place, value: Stories}}\n"
                             "    boundaries: {{file: {}/boundaries/scotland-councils.shp, code: "
                             "code, name: name}}\n",
                             test::source_folder().string()));
    const Run run = run_in(folder.path(), program() + " check f.yaml");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "f.yaml:6:17: warning: no attribution is given for these boundaries\n"
                             "  add `attribution:` with the words that their licence asks for\n");
}

BOOST_AUTO_TEST_CASE(gdal_is_loaded_only_when_a_source_needs_it) {
    const test::TemporaryFolder out;
    const Run run = run_in("/", fmt::format("LD_DEBUG=files {} render {}/figures.yaml --out {}",
                                            program(), sample().string(), out.path().string()));
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors.find("libcairo") != std::string::npos);
    BOOST_TEST(run.errors.find("libgdal") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(draws_the_official_boundaries) {
    const auto file = test::shared_file("boundaries/ons-lad-2013-scotland.topojson");
    if (!file) {
        return;
    }
    const test::TemporaryFolder folder;
    folder.write("place.csv", test::read_bytes(sample() / "place.csv"));
    folder.write("f.yaml",
                 fmt::format("project: P\nfigures:\n  - id: official\n    kind: choropleth\n"
                             "    title: Official\n    absent: zero\n"
                             "    unit: {{one: story, other: stories}}\n"
                             "    data: {{file: place.csv, place: Council area, value: Stories}}\n"
                             "    boundaries: {{file: {}, code: LAD13CD, name: LAD13NM, "
                             "attribution: Contains OS data}}\n",
                             file->string()));
    const Run run = run_in(folder.path(), program() + " render f.yaml");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "");
    // Fife carries its code of 2013 in the file; the words have the current one.
    const std::string manifest = test::read_bytes(folder.path() / "figures/figures.json");
    BOOST_TEST(manifest.find("S12000047") != std::string::npos);
    BOOST_TEST(manifest.find("S12000015") == std::string::npos);
    BOOST_TEST(fs::file_size(folder.path() / "figures/official.svg") < 300'000U);
}

BOOST_AUTO_TEST_SUITE_END()
