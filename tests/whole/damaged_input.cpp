#include "geo/read_shapefile.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/style/style.h"
#include "render/input/table/observations.h"
#include "render/input/table/table.h"
#include "render/kinds.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

// Every reader, given files with random damage, gives a value or an Error that says what is wrong.
// The sanitizer build runs the same.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(damaged_input)

namespace {

namespace fs = std::filesystem;

/// One to eight bytes changed, taken out, doubled or cut off.
std::string damaged(std::string bytes, std::mt19937& random) {
    const auto below = [&](std::size_t end) {
        return std::uniform_int_distribution<std::size_t>(0, end - 1)(random);
    };
    const std::size_t changes = 1 + below(8);
    for (std::size_t i = 0; i < changes && !bytes.empty(); ++i) {
        const std::size_t at = below(bytes.size());
        switch (below(5)) {
        case 0:
            bytes[at] = static_cast<char>(below(256));
            break;
        case 1:
            bytes.erase(at, 1 + below(4));
            break;
        case 2:
            bytes.insert(at, bytes.substr(at, 1 + below(16)));
            break;
        case 3:
            bytes[at] = "\"',:{}[]&*!|>-\n\r\t\0"[below(18)];
            break;
        default:
            bytes.resize(bytes.size() - below(std::min<std::size_t>(bytes.size(), 64)));
        }
    }
    return bytes;
}

/// Reads the file `rounds` times, each time damaged anew.
void try_damage(const fs::path& file, const std::string& bytes, int rounds, unsigned seed,
                const std::function<void()>& read) {
    std::mt19937 random(seed);
    int refused = 0;
    for (int round = 0; round < rounds; ++round) {
        std::ofstream(file, std::ios::binary) << damaged(bytes, random);
        try {
            read();
        } catch (const Error& error) {
            ++refused;
            BOOST_TEST(!error.problems().empty());
            for (const Problem& problem : error.problems()) {
                BOOST_TEST(!problem.where.file.empty());
                BOOST_TEST(!problem.what.empty());
            }
        }
    }
    std::ofstream(file, std::ios::binary) << bytes;
    BOOST_TEST_MESSAGE(file.filename() << ": " << refused << " of " << rounds << " refused");
    BOOST_TEST(refused > 0);
}

std::string sample(const char* name) {
    return test::read_bytes(test::source_folder() / name);
}

} // namespace

BOOST_AUTO_TEST_CASE(tables) {
    const test::TemporaryFolder folder;
    const std::string bytes = sample("samples/stories-project/place.csv");
    const fs::path file = folder.write("d.csv", bytes);
    const input::DataSpec spec{.source = file,
                               .shown = "d.csv",
                               .label_column = "Council area",
                               .value_column = "Stories",
                               .where = {.file = "f.yaml"},
                               .label_where = {.file = "f.yaml"},
                               .value_where = {.file = "f.yaml"}};
    try_damage(file, bytes, 3000, 1,
               [&] { input::read_observations(input::read_csv(file, "d.csv"), spec); });
}

BOOST_AUTO_TEST_CASE(figure_files) {
    const test::TemporaryFolder folder;
    const std::string bytes = sample("samples/stories-project/figures.yaml");
    const fs::path file = folder.write("f.yaml", bytes);
    try_damage(file, bytes, 3000, 2, [&] {
        const input::FigureFile read = input::read_figure_file(file, kinds_of_figure_files());
        if (!read.problems.empty()) {
            throw Error(read.problems);
        }
    });
}

BOOST_AUTO_TEST_CASE(styles) {
    const test::TemporaryFolder folder;
    const std::string bytes = sample("styles/screen.yaml");
    const fs::path file = folder.write("s.yaml", bytes);
    try_damage(file, bytes, 1000, 3, [&] { input::read_style(file); });
}

BOOST_AUTO_TEST_CASE(gazetteers) {
    const test::TemporaryFolder folder;
    const std::string bytes = sample("boundaries/councils.csv");
    const fs::path file = folder.write("c.csv", bytes);
    try_damage(file, bytes, 1000, 4, [&] { geo::Gazetteer(input::read_places(file)); });
}

BOOST_AUTO_TEST_CASE(shapefiles) {
    const test::TemporaryFolder folder;
    const fs::path set = test::source_folder() / "boundaries";
    for (const auto& entry : fs::directory_iterator(set)) {
        if (entry.path().filename().string().starts_with("scotland-councils-web.")) {
            fs::copy(entry.path(), folder.path() / entry.path().filename());
        }
    }
    unsigned seed = 5;
    for (const char* part : {".shp", ".shx", ".dbf", ".prj"}) {
        const fs::path file = folder.path() / (std::string("scotland-councils-web") + part);
        try_damage(file, test::read_bytes(file), 400, seed++,
                   [&] { geo::read_shapefile(folder.path() / "scotland-councils-web"); });
    }
}

BOOST_AUTO_TEST_SUITE_END()
