#include "tests/support_program.h"

#include <fmt/format.h>

#include <string>
#include <vector>

// The program as people run it: exit status, messages, files, and nothing that depends on where and
// when it runs.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(program)

namespace {

namespace fs = std::filesystem;

using test::files_in;
using test::program;
using test::Run;
using test::run_in;

fs::path sample() {
    return test::source_folder() / "samples/stories-project";
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
    const std::vector<std::string> expected{"figures.json",
                                            "place-8.alt.txt",
                                            "place-8.csv",
                                            "place-8.described.html",
                                            "place-8.html",
                                            "place-8.pdf",
                                            "place-8.png",
                                            "place-8.svg",
                                            "sector-8.alt.txt",
                                            "sector-8.csv",
                                            "sector-8.described.html",
                                            "sector-8.html",
                                            "sector-8.pdf",
                                            "sector-8.png",
                                            "sector-8.svg"};
    BOOST_TEST(files_in(out.path() / "figures") == expected, boost::test_tools::per_element());
    BOOST_TEST(fs::file_size(out.path() / "figures/place-8.svg") < 120'000U);
}

BOOST_AUTO_TEST_CASE(draws_the_official_boundaries_in_little_room) {
    const auto official = test::shared_file("boundaries/ons-lad-2013-scotland.topojson");
    if (!official) {
        return;
    }
    const test::TemporaryFolder folder;
    fs::copy(sample(), folder.path() / "project");
    const fs::path file = folder.path() / "project/figures.yaml";
    std::string text = test::read_bytes(file);
    const std::string built_in = "boundaries: scotland-councils\n";
    BOOST_REQUIRE(text.find(built_in) != std::string::npos);
    text.replace(
        text.find(built_in), built_in.size(),
        fmt::format("boundaries: {{file: {}, code: LAD13CD, name: LAD13NM, attribution: OS}}\n",
                    official->string()));
    folder.write("project/figures.yaml", text);
    const Run run = run_in(folder.path() / "project",
                           program() + " render figures.yaml --only place-8 --format svg");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "");
    const auto bytes = fs::file_size(folder.path() / "project/figures/place-8.svg");
    BOOST_TEST(bytes < 150'000U);
    BOOST_TEST(bytes > 50'000U); // with all its islands
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

BOOST_AUTO_TEST_CASE(imports_boundaries_installed) {
    const test::TemporaryFolder out;
    const fs::path prefix = out.path() / "prefix";
    const Run install = run_in("/", fmt::format("cmake --install {} --prefix {}",
                                                test::build_folder().string(), prefix.string()));
    BOOST_REQUIRE_MESSAGE(install.status == 0, install.errors);
    fs::copy(sample(), out.path() / "project");
    // A true copy of the built-in set, under another attribution, found through the environment.
    const std::string import = fmt::format(
        "env -u CAIRN_BOUNDARIES XDG_DATA_HOME={0} {1}/bin/cairn boundaries import "
        "{1}/share/cairn/boundaries/scotland-councils-web.shp --id scotland-councils --name name",
        (out.path() / "data").string(), prefix.string());
    const Run unattributed = run_in(out.path(), import);
    BOOST_TEST(unattributed.status == 1);
    BOOST_TEST(unattributed.errors.find("--attribution: error: no attribution is given") !=
               std::string::npos);
    const Run imported = run_in(out.path(), import + " --attribution 'Somebody Else'");
    BOOST_TEST(imported.status == 0);
    BOOST_TEST(imported.errors.find("levels: full 8,736 points") != std::string::npos);
    BOOST_TEST(fs::exists(out.path() / "data/cairn/boundaries/scotland-councils.boundaries.yaml"));
    const Run run = run_in(
        out.path() / "project",
        fmt::format("env -u CAIRN_BOUNDARIES XDG_DATA_HOME={} {}/bin/cairn render figures.yaml",
                    (out.path() / "data").string(), prefix.string()));
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "");
    const std::string manifest = test::read_bytes(out.path() / "project/figures/figures.json");
    BOOST_TEST(manifest.find("Somebody Else") != std::string::npos);
    BOOST_TEST(run_in("/", program() + " boundaries").status == 2);
    BOOST_TEST(run_in("/", program() + " boundaries list").status == 0);
}

BOOST_AUTO_TEST_CASE(writes_a_figure_in_both_languages) {
    const test::TemporaryFolder out;
    const std::string command = fmt::format(
        "{} render {}/figures.yaml --format svg --only sector-8", program(), sample().string());
    const Run run = run_in(out.path(), command + " --lang en,gd --out figures");
    BOOST_TEST(run.status == 0);
    BOOST_TEST(run.errors == "");
    const std::vector<std::string> gaelic{"figures.json", "sector-8.alt.txt", "sector-8.csv",
                                          "sector-8.svg"};
    std::vector<std::string> both = gaelic;
    both.insert(both.begin() + 1, "gd");
    BOOST_TEST(files_in(out.path() / "figures") == both, boost::test_tools::per_element());
    BOOST_TEST(files_in(out.path() / "figures/gd") == gaelic, boost::test_tools::per_element());
    const auto text = [&](const char* name) {
        return test::read_bytes(out.path() / "figures" / name);
    };
    BOOST_TEST(text("sector-8.alt.txt").starts_with("Bar chart of story origins by sector: 39"));
    BOOST_TEST(text("gd/sector-8.alt.txt")
                   .starts_with("Graf-bàr “Tùsan nan sgeulachdan a rèir roinne”: 39 sgeulachd"));
    BOOST_TEST(text("gd/figures.json").find("\"language\": \"gd\"") != std::string::npos);
    BOOST_TEST(text("figures.json").find("\"language\": \"gd\"") == std::string::npos);
    BOOST_TEST(text("gd/sector-8.svg").find("lang=\"gd\"") != std::string::npos);

    // Each language by itself gives the same files.
    BOOST_TEST(run_in(out.path(), command + " --lang gd --out one").status == 0);
    BOOST_TEST(files_in(out.path() / "one") == (std::vector<std::string>{"gd"}),
               boost::test_tools::per_element());
    require_same_files(out.path() / "one/gd", out.path() / "figures/gd");
}

BOOST_AUTO_TEST_CASE(describes_in_the_language_asked_for) {
    const std::string command = fmt::format(
        "{} describe {}/figures.yaml --form list --only place-8", program(), sample().string());
    BOOST_TEST(
        run_in("/", command + " --lang gd")
            .out.starts_with("Tùsan nan sgeulachdan a rèir àite: Sruighlea 1, Sealtainn 1, "));
    BOOST_TEST(run_in("/", command + " --lang en").out == run_in("/", command).out);
    BOOST_TEST(run_in("/", command + " --lang gd,en").out ==
               run_in("/", command + " --lang gd").out + run_in("/", command).out);
    BOOST_TEST(run_in("/", command + " --lang ga").status == 2);
}

BOOST_AUTO_TEST_CASE(a_language_that_the_title_lacks_is_an_error) {
    const test::TemporaryFolder folder;
    folder.write("d.csv", "Sector,Stories\nA,1\nB,2\nTotal,3\n");
    folder.write(
        "f.yaml",
        "figures:\n"
        "  - {id: one, kind: bar, title: {en: One, gd: Aon}, "
        "unit: {en: {one: story, other: stories}, gd: {one: a, two: b, few: c, other: d}}, "
        "items: {en: {one: s, other: ss}, gd: {one: e, two: f, few: g, other: h}}, "
        "data: {file: d.csv, label: Sector, value: Stories}}\n"
        "  - {id: two, kind: bar, title: Two, "
        "data: {file: d.csv, label: Sector, value: Stories}}\n");
    const Run run = run_in(folder.path(), program() + " check f.yaml --lang en,gd");
    BOOST_TEST(run.status == 1);
    // The total row is told once, though both languages meet it.
    BOOST_TEST(run.errors ==
               "d.csv:4: warning: \"Total\" is taken as the total of all rows, not as a bar\n"
               "f.yaml:3:33: error: the title is not given in Scottish Gaelic (gd)\n"
               "  write it in each language: title: {en: \"Two\", gd: …}\n");
    const Run render = run_in(folder.path(), program() + " render f.yaml --lang gd --format svg");
    BOOST_TEST(render.status == 1);
    BOOST_TEST(files_in(folder.path() / "figures") == (std::vector<std::string>{"gd"}),
               boost::test_tools::per_element());
    const std::string svg = test::read_bytes(folder.path() / "figures/gd/one.svg");
    BOOST_TEST(svg.find("<text") != std::string::npos);
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

BOOST_AUTO_TEST_CASE(a_picture_that_is_too_large_is_told_with_its_figure) {
    const test::TemporaryFolder folder;
    std::string rows = "Sector,Stories\n";
    for (int i = 0; i < 1000; ++i) {
        rows += fmt::format("S {},{}\n", i, i);
    }
    folder.write("d.csv", rows);
    folder.write("f.yaml", "figures:\n  - {id: a, kind: bar, title: T, data: {file: d.csv, label: "
                           "Sector, value: Stories}}\n");
    const Run run = run_in(folder.path(), program() + " render f.yaml --format png");
    BOOST_TEST(run.status == 1);
    BOOST_TEST(run.errors.starts_with("f.yaml:2:5: error: a PNG of "));
    BOOST_TEST(!fs::exists(folder.path() / "figures"));
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

namespace {

/// Writes a figure file of one bar chart, and its table.
void write_bars(const test::TemporaryFolder& folder, const std::string& id,
                const std::string& project) {
    folder.write("d.csv", "Sector,Stories\nA,1\nB,2\n");
    folder.write(id + ".yaml",
                 fmt::format("project: {}\nfigures:\n  - {{id: {}, kind: bar, title: T, data: "
                             "{{file: d.csv, label: Sector, value: Stories}}}}\n",
                             project, id));
}

} // namespace

BOOST_AUTO_TEST_CASE(one_gallery_shows_all_figures_of_a_folder) {
    const test::TemporaryFolder folder;
    write_bars(folder, "a", "One");
    write_bars(folder, "b", "Two");
    const Run run = run_in(folder.path(), program() + " gallery a.yaml b.yaml");
    BOOST_TEST(run.status == 0);
    const std::string page = test::read_bytes(folder.path() / "figures/gallery.html");
    BOOST_TEST(page.find("<h1>One, Two: figures</h1>") != std::string::npos);
    BOOST_TEST(page.find("id=\"a-en-GB\"") != std::string::npos);
    BOOST_TEST(page.find("id=\"b-en-GB\"") != std::string::npos);
    const Run twice = run_in(folder.path(), program() + " gallery a.yaml a.yaml");
    BOOST_TEST(twice.status == 1);
    BOOST_TEST(twice.errors == "a.yaml:3:5: error: the id \"a\" is used twice\n"
                               "  give each figure in a folder an id of its own\n");
}

BOOST_AUTO_TEST_CASE(a_manifest_names_each_project_once) {
    const test::TemporaryFolder folder;
    write_bars(folder, "a", "One");
    write_bars(folder, "b", "Two");
    write_bars(folder, "c", "One");
    const Run run = run_in(folder.path(), program() + " render a.yaml b.yaml c.yaml --format svg");
    BOOST_TEST(run.status == 0);
    const std::string manifest = test::read_bytes(folder.path() / "figures/figures.json");
    BOOST_TEST(manifest.find("\"project\": \"One, Two\"") != std::string::npos);
    BOOST_TEST(manifest.find("\"id\": \"c\"") != std::string::npos);
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

BOOST_AUTO_TEST_CASE(holds_a_site_against_its_figures_and_mends_it) {
    const test::TemporaryFolder folder;
    const std::string options = fmt::format(" {}/figures.yaml --site site", sample().string());
    const std::string page = "A `![old](place-8.png)`\n\n![old](/place-8.png)\n";
    folder.write("site/content/a.md", page);
    folder.write("site/static/place-8.png", "made by hand, just now");

    const Run before = run_in(folder.path(), program() + " check" + options);
    BOOST_TEST(before.status == 1);
    BOOST_TEST(
        before.errors.starts_with("site/content/a.md:3:1: error: the alt text of \"place-8\" "
                                  "is neither today's short text nor today's list\n  "));
    BOOST_TEST(before.out.ends_with("site: 1 use of a figure checked\n"));
    BOOST_TEST(test::read_bytes(folder.path() / "site/content/a.md") == page);

    const Run mended = run_in(folder.path(), program() + " embed" + options);
    BOOST_TEST(mended.status == 0);
    BOOST_TEST(mended.errors == "");
    BOOST_TEST(mended.out == "site/content/a.md: 1 alt text mended\n");
    BOOST_TEST(test::read_bytes(folder.path() / "site/content/a.md")
                   .starts_with("A `![old](place-8.png)`\n\n![Map of story origins by location: "));

    BOOST_TEST(run_in(folder.path(), program() + " check" + options).status == 0);
    const Run again = run_in(folder.path(), program() + " embed" + options);
    BOOST_TEST(again.status == 0);
    BOOST_TEST(again.out == "site: nothing to mend in 1 use of a figure\n");
}

BOOST_AUTO_TEST_CASE(a_site_gets_the_errors_of_figures_in_the_other_language) {
    const test::TemporaryFolder folder;
    folder.write("site/content/a.md", "");
    folder.write("d.csv", "Sector,Roinn,Stories\nA,A,1\nB,A,2\n");
    folder.write("f.yaml", "figures:\n  - id: f\n    kind: bar\n    title: {en: T, gd: U}\n"
                           "    data: {file: d.csv, label: {en: Sector, gd: Roinn}, value: "
                           "Stories}\n    items: {gd: {one: a, two: a, few: a, other: a}, en: "
                           "{one: a, other: a}}\n");
    BOOST_TEST(run_in(folder.path(), program() + " check f.yaml").status == 0);
    const Run site = run_in(folder.path(), program() + " check f.yaml --site site");
    BOOST_TEST(site.status == 1);
    BOOST_TEST(site.errors.find("d.csv:3: error: \"A\" has a row already, on line 2") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_site_that_is_not_there_is_wrong_input) {
    const test::TemporaryFolder folder;
    const std::string file = (sample() / "figures.yaml").string();
    const Run check = run_in(folder.path(), program() + " check " + file + " --site no/site");
    BOOST_TEST(check.status == 1);
    BOOST_TEST(check.errors == "no/site: error: there is no such folder\n"
                               "  give the folder of the site, the one that holds content/\n");
    BOOST_TEST(run_in(folder.path(), program() + " embed " + file).status == 2);
}

BOOST_AUTO_TEST_SUITE_END()
