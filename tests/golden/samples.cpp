#include "render/run/encode.h"
#include "render/run/prepare.h"
#include "render/run/render.h"
#include "tests/golden/support_inks.h"
#include "tests/support_checkout.h"
#include "tests/support_image.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <fstream>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// A sample, drawn anew, gives the files kept in tests/golden, and keeps every rule in every style.
// `make golden` renews them. The samples are named behind `--`; all where none is.

BOOST_AUTO_TEST_SUITE(samples)

namespace {

namespace fs = std::filesystem;
using namespace cairn;

/// One PNG of each kind of figure is kept; all are held against their PDF.
constexpr std::array<std::string_view, 7> pictures{"categorical/collaboratives.png",
                                                   "dots/place-dots.png",
                                                   "proportional-symbols/place-symbols.png",
                                                   "small-multiples/stories-by-year.png",
                                                   "stories-project/place-8.png",
                                                   "stories-project/sector-8.png",
                                                   "tile-map/place-hexagons.png"};

/// The sample whose SVG is kept in every style; of the others, in their own and in `screen`.
constexpr std::string_view in_every_style = "stories-project";

/// All files in the folder and in those below it.
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

/// The golden files of a sample. Where the environment names a folder, CAIRN_RENEW, what the sample
/// gives is written there instead of held against them.
class Golden {
  public:
    explicit Golden(const std::string& sample)
        : m_folder(test::source_folder() / "tests/golden" / sample) {
        if (const char* renewed = std::getenv("CAIRN_RENEW")) {
            m_renewed = fs::path(renewed) / sample;
        } else {
            BOOST_REQUIRE_MESSAGE(fs::is_directory(m_folder), "run make golden");
            m_left = names_in(m_folder);
        }
    }

    /// Holds a file against its golden one, a PNG by its pixels.
    void check(const std::string& name, const std::string& bytes) {
        if (!m_renewed.empty()) {
            fs::create_directories((m_renewed / name).parent_path());
            std::ofstream(m_renewed / name, std::ios::binary) << bytes;
            return;
        }
        if (m_left.erase(name) == 0) {
            BOOST_ERROR(name << " has no golden file: run make golden");
            return;
        }
        const std::string expected = test::read_bytes(m_folder / name);
        if (name.ends_with(".png")) {
            test::check_same_picture(name, test::decode_png(expected), test::decode_png(bytes),
                                     {.channel = 2, .pixels = 0});
        } else {
            check_text(name, expected, bytes);
        }
    }

    void check_that_none_is_left() const {
        for (const std::string& name : m_left) {
            BOOST_ERROR(name << " is a golden file that the sample does not give: run make golden");
        }
    }

  private:
    fs::path m_folder;
    fs::path m_renewed{};
    std::set<std::string> m_left{};
};

/// The PDF's page as pixels, at the resolution of the PNG.
test::Image rasterised(const fs::path& pdf, const test::TemporaryFolder& folder) {
    const fs::path picture = folder.path() / "page";
    BOOST_REQUIRE(std::system(fmt::format("pdftocairo -png -r 192 -singlefile '{}' '{}'",
                                          pdf.string(), picture.string())
                                  .c_str()) == 0);
    return test::decode_png(test::read_bytes(picture.string() + ".png"));
}

/// What the program prints of them, from the checkout's folder.
std::string text_of(const std::vector<Problem>& problems, Severity severity) {
    std::string text;
    for (Problem problem : problems) {
        problem.where.file =
            fs::relative(problem.where.file, test::source_folder()).generic_string();
        text += to_string(problem, severity) + "\n";
    }
    return text;
}

Request request_for(const std::string& sample, std::optional<std::string> style) {
    return {.files = {test::source_folder() / "samples" / sample / "figures.yaml"},
            .only = {},
            .out = {},
            .formats = {},
            .style = std::move(style),
            .dpi = {},
            .languages = {}};
}

/// Every file in every language, in the sample's own style. Gives what the program warns of.
std::string check_files(const std::string& sample, Golden& golden) {
    const test::TemporaryFolder out;
    Request request = request_for(sample, std::nullopt);
    request.out = out.path() / "drawn";
    request.languages = {"all"};
    const Report report = render(request, test::checkout());
    BOOST_REQUIRE(report.errors.empty());
    for (const std::string& name : names_in(*request.out)) {
        const fs::path file = *request.out / name;
        if (name.ends_with(".pdf")) {
            const fs::path png = fs::path(file).replace_extension(".png");
            // Poppler draws the same shapes with another antialiasing of text: edges may differ,
            // and the more so the more text there is. A word that is not there leaves a square of
            // more than twice the most that antialiasing does.
            test::check_same_picture(png.stem().string() + "-pdf",
                                     test::decode_png(test::read_bytes(png)), rasterised(file, out),
                                     {.channel = 96, .pixels = 6000, .mean = 1.7, .block = 24});
        } else if (!name.ends_with(".png") ||
                   std::ranges::find(pictures, sample + "/" + name) != pictures.end()) {
            golden.check(name, test::read_bytes(file));
        }
    }
    const std::string warnings = text_of(report.warnings, Severity::warning);
    if (!warnings.empty()) {
        golden.check("warnings.txt", warnings);
    }
    return warnings;
}

/// The figures of a sample in one style: nothing is warned of that the sample's own style does not.
/// Gives the rules that they break.
std::string check_style(const std::string& sample, const std::string& style,
                        const std::string& warnings, Golden& golden, test::InkTable& inks) {
    const Request request = request_for(sample, style);
    const Report checked = check(request, test::checkout());
    ResourceCache cache(test::checkout());
    Report report;
    for (const PreparedFile& file : prepare_all(request, cache, report)) {
        for (const Prepared& prepared : file.figures) {
            const output::Finished figure =
                encode(prepared, {input::Format::svg}, cache, report.warnings);
            inks.add(prepared.spec.id, style, figure.scene, *prepared.style,
                     cache.fonts(prepared.style->font_family));
            if (style != file.file.style && (style == "screen" || sample == in_every_style)) {
                golden.check("styles/" + style + "/" + prepared.spec.id + ".svg",
                             figure.files.front().bytes);
            }
        }
    }
    BOOST_TEST(report.errors.empty());
    for (const Problem& warning : report.warnings) {
        const std::string text = text_of({warning}, Severity::warning);
        BOOST_TEST(warnings.find(text) != std::string::npos,
                   "a style must not bring warnings of its own: " << text);
    }
    return checked.errors.empty()
               ? ""
               : "in " + style + ":\n" + text_of(checked.errors, Severity::error);
}

std::vector<std::string> styles() {
    std::vector<std::string> names{"screen"}; // with which the others are compared
    for (const auto& entry : fs::directory_iterator(test::source_folder() / "styles")) {
        if (entry.path().extension() == ".yaml" && entry.path().stem() != "screen") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin() + 1, names.end());
    return names;
}

/// The folders in samples/ that hold figures; the web site's tests are in tests/web.
std::set<std::string> all_samples() {
    std::set<std::string> samples;
    for (const auto& entry : fs::directory_iterator(test::source_folder() / "samples")) {
        if (fs::exists(entry.path() / "figures.yaml")) {
            samples.insert(entry.path().filename().string());
        }
    }
    return samples;
}

std::set<std::string> samples_asked_for() {
    const auto& arguments = boost::unit_test::framework::master_test_suite();
    return arguments.argc < 2
               ? all_samples()
               : std::set<std::string>(arguments.argv + 1, arguments.argv + arguments.argc);
}

} // namespace

BOOST_AUTO_TEST_CASE(every_sample_gives_its_golden_files_in_every_style) {
    const std::set<std::string> samples = samples_asked_for();
    BOOST_TEST(!samples.empty());
    for (const std::string& sample : samples) {
        BOOST_TEST_CONTEXT(sample) {
            Golden golden(sample);
            const std::string warnings = check_files(sample, golden);
            test::InkTable inks;
            std::string broken;
            for (const std::string& style : styles()) {
                BOOST_TEST_CONTEXT("in " << style) {
                    broken += check_style(sample, style, warnings, golden, inks);
                }
            }
            // What is known to break a rule is written down, and nothing else may.
            if (!broken.empty()) {
                golden.check("broken_rules.txt", broken);
            }
            golden.check("inks.txt", inks.text());
            golden.check_that_none_is_left();
        }
    }
}

BOOST_AUTO_TEST_CASE(every_golden_folder_is_of_a_sample) {
    std::set<std::string> samples = all_samples();
    samples.insert("published"); // of tables, held in published.cpp
    for (const auto& entry : fs::directory_iterator(test::source_folder() / "tests/golden")) {
        BOOST_TEST((!entry.is_directory() || samples.contains(entry.path().filename().string())),
                   entry.path() << " is of no sample: run make golden");
    }
}

BOOST_AUTO_TEST_SUITE_END()
