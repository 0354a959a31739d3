#include "render/run/render.h"
#include "tests/support_checkout.h"
#include "tests/support_image.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <regex>
#include <set>
#include <string>
#include <vector>

// Every sample, drawn anew, gives the files kept in tests/golden. `make golden` renews them.

BOOST_AUTO_TEST_SUITE(samples)

namespace {

namespace fs = std::filesystem;
using namespace cairn;

/// All files in the folder and in those of its languages.
std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        if (entry.is_regular_file()) {
            names.insert(fs::relative(entry.path(), folder).generic_string());
        }
    }
    return names;
}

/// Size and checksum of the PNG and the PDF follow from libraries; their pixels are compared
/// instead.
std::string without_library_bytes(const std::string& manifest) {
    static const std::regex entry(
        R"re(("path": "[^"]*\.(?:png|pdf)",\s*"bytes": )\d+(,\s*"sha256": ")[0-9a-f]+)re");
    return std::regex_replace(manifest, entry, "$1…$2…");
}

void check_text(const std::string& name, std::string expected, std::string actual) {
    if (name.ends_with("figures.json")) {
        expected = without_library_bytes(expected);
        actual = without_library_bytes(actual);
    }
    const auto [e, a] =
        std::mismatch(expected.begin(), expected.end(), actual.begin(), actual.end());
    const auto line = 1 + std::count(expected.begin(), e, '\n');
    const auto near = [](const std::string& text, auto at) {
        const std::size_t offset = static_cast<std::size_t>(at - text.begin());
        return text.substr(offset - std::min<std::size_t>(offset, 40), 100);
    };
    BOOST_TEST((expected == actual), name << " differs in line " << line << "\n  expected …"
                                          << near(expected, e) << "…\n  actual   …"
                                          << near(actual, a) << "…");
}

/// The PDF's page as pixels, at the resolution of the PNG.
test::Image rasterised(const fs::path& pdf, const test::TemporaryFolder& folder) {
    const fs::path picture = folder.path() / "page";
    BOOST_REQUIRE(std::system(fmt::format("pdftocairo -png -r 192 -singlefile '{}' '{}'",
                                          pdf.string(), picture.string())
                                  .c_str()) == 0);
    return test::decode_png(test::read_bytes(picture.string() + ".png"));
}

/// What the program prints of them, from the checkout's folder.
std::string text_of(const std::vector<Problem>& warnings) {
    std::string text;
    for (Problem warning : warnings) {
        warning.where.file =
            fs::relative(warning.where.file, test::source_folder()).generic_string();
        text += to_string(warning, Severity::warning) + "\n";
    }
    return text;
}

void check_sample(const fs::path& sample, const fs::path& golden) {
    const test::TemporaryFolder out;
    const Report report = render({.files = {sample / "figures.yaml"},
                                  .only = {},
                                  .out = out.path() / "drawn",
                                  .formats = {},
                                  .style = {},
                                  .dpi = {},
                                  .languages = {"all"}},
                                 test::checkout());
    BOOST_REQUIRE(report.errors.empty());
    const fs::path drawn = out.path() / "drawn";
    std::set<std::string> expected = names_in(golden);
    check_text("warnings.txt",
               expected.erase("warnings.txt") == 1 ? test::read_bytes(golden / "warnings.txt") : "",
               text_of(report.warnings));
    for (const std::string& name : names_in(drawn)) {
        const fs::path file = drawn / name;
        const std::string extension = file.extension().string();
        if (extension == ".pdf") {
            const std::string png = fs::path(name).replace_extension(".png").generic_string();
            // Poppler draws the same shapes with another antialiasing of text: edges may differ,
            // and the more so the more text there is. A word that is not there leaves a square of
            // more than twice the most that antialiasing does.
            test::check_same_picture(fs::path(png).stem().string() + "-pdf",
                                     test::decode_png(test::read_bytes(golden / png)),
                                     rasterised(file, out),
                                     {.channel = 96, .pixels = 6000, .mean = 1.7, .block = 24});
            continue;
        }
        BOOST_TEST(expected.erase(name) == 1U, name << " has no golden file: run make golden");
        if (!fs::exists(golden / name)) {
            continue;
        }
        const std::string want = test::read_bytes(golden / name);
        const std::string have = test::read_bytes(file);
        if (extension == ".png") {
            test::check_same_picture(name, test::decode_png(want), test::decode_png(have),
                                     {.channel = 2, .pixels = 0});
        } else {
            check_text(name, want, have);
        }
    }
    for (const std::string& name : expected) {
        BOOST_ERROR(name << " is a golden file that no sample gives: run make golden");
    }
}

/// Only the pictures: words and facts are the same in every style.
void check_style(const fs::path& sample, const std::string& style, const fs::path& golden) {
    const test::TemporaryFolder out;
    const Report report = render({.files = {sample / "figures.yaml"},
                                  .only = {},
                                  .out = out.path(),
                                  .formats = {input::Format::svg},
                                  .style = style,
                                  .dpi = {},
                                  .languages = {}},
                                 test::checkout());
    BOOST_REQUIRE(report.errors.empty());
    BOOST_REQUIRE_MESSAGE(fs::is_directory(golden), "run make golden");
    const fs::path told =
        test::source_folder() / "tests/golden" / sample.filename() / "warnings.txt";
    const std::string expected_warnings = fs::exists(told) ? test::read_bytes(told) : "";
    for (const Problem& warning : report.warnings) {
        const std::string text = text_of({warning});
        BOOST_TEST(expected_warnings.find(text) != std::string::npos,
                   "a style must not bring warnings of its own: " << text);
    }
    std::set<std::string> expected = names_in(golden);
    for (const std::string& name : names_in(out.path())) {
        if (fs::path(name).extension() == ".svg") {
            BOOST_TEST(expected.erase(name) == 1U, name << " has no golden file: run make golden");
            if (fs::exists(golden / name)) {
                check_text(name, test::read_bytes(golden / name),
                           test::read_bytes(out.path() / name));
            }
        }
    }
    for (const std::string& name : expected) {
        BOOST_ERROR(name << " is a golden file that no sample gives: run make golden");
    }
}

/// The folders in samples/ that hold figures; the web site's tests are in tests/web.
std::set<fs::path> samples_here() {
    std::set<fs::path> samples;
    for (const auto& entry : fs::directory_iterator(test::source_folder() / "samples")) {
        if (fs::exists(entry.path() / "figures.yaml")) {
            samples.insert(entry.path());
        }
    }
    BOOST_TEST(!samples.empty());
    return samples;
}

} // namespace

BOOST_AUTO_TEST_CASE(every_sample_gives_its_golden_files) {
    for (const fs::path& sample : samples_here()) {
        BOOST_TEST_CONTEXT(sample) {
            const fs::path golden = test::source_folder() / "tests/golden" / sample.filename();
            BOOST_REQUIRE_MESSAGE(fs::is_directory(golden), "run make golden");
            check_sample(sample, golden);
        }
    }
}

BOOST_AUTO_TEST_CASE(every_sample_gives_its_golden_svg_in_every_style) {
    const fs::path all = test::source_folder() / "tests/golden/styles";
    std::set<std::string> styles;
    for (const auto& entry : fs::directory_iterator(test::source_folder() / "styles")) {
        if (entry.path().extension() == ".yaml") {
            styles.insert(entry.path().stem().string());
        }
    }
    for (const auto& entry : fs::directory_iterator(all)) {
        BOOST_TEST(styles.count(entry.path().filename().string()) == 1U,
                   entry.path() << " is of no style: run make golden");
    }
    for (const std::string& style : styles) {
        for (const fs::path& sample : samples_here()) {
            BOOST_TEST_CONTEXT(sample << " in " << style) {
                check_style(sample, style, all / style / sample.filename());
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
