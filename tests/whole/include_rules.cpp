#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <regex>
#include <string>
#include <vector>

// Which folder may include what. The rules stand in docs/architecture.md.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(include_rules)

namespace {

namespace fs = std::filesystem;

struct Include {
    std::string file; ///< that includes, from the root
    std::string name; ///< what is included
};

std::vector<Include> includes() {
    static const std::regex line(R"(^\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<Include> found;
    for (const char* folder : {"base", "geo", "render"}) {
        for (const auto& entry : fs::recursive_directory_iterator(test::source_folder() / folder)) {
            const std::string extension = entry.path().extension().string();
            if (extension != ".h" && extension != ".cpp") {
                continue;
            }
            const std::string text = test::read_bytes(entry.path());
            const std::string file =
                fs::relative(entry.path(), test::source_folder()).generic_string();
            std::size_t begin = 0;
            while (begin < text.size()) {
                const std::size_t end = std::min(text.find('\n', begin), text.size());
                std::smatch match;
                const std::string one = text.substr(begin, end - begin);
                if (std::regex_search(one, match, line)) {
                    found.push_back({file, match[1]});
                }
                begin = end + 1;
            }
        }
    }
    return found;
}

/// In files that match `where`, nothing that matches `what` is included, but in files that match
/// `but`.
struct Rule {
    const char* where;
    const char* what;
    const char* but;
};

constexpr const char* cairo_and_pango = "^(cairo|pango/|hb|fontconfig/|ft2build|freetype)";

const std::vector<Rule> rules{
    {"^base/", "^(geo|render)/|^yaml-cpp/|^(cairo|pango/)", "^$"},
    {"^geo/", "^render/|^yaml-cpp/|^(cairo|pango/)", "^$"},
    {"^render/facts/", "^render/(figure|scene|output)/", "^$"},
    {"^render/input/", "^render/(facts|figure|output)/", "^$"},
    {"^render/figure/", "^render/output/", "^$"},
    {"^render/(scene|output)/", "^render/(input|figure)/|^geo/(region|gazetteer|read_)", "^$"},
    {"^render/scene/", "^render/output/", "^$"},
    {"^render/colour/", "^(geo/|render/(input|facts|figure|output)/)", "^$"},
    {"^render/figure/", "^render/colour/theme|^render/scene/(colour|lab)", "^$"},
    {"^render/[a-z]+/", "^render/review/", "^render/review/"},
    {"^render/review/", "^render/(input|figure|site)/|^geo/", "^$"},
    {"^render/site/", "^render/(figure|scene|input/(figure_spec|table|style|yaml))", "^$"},
    {"^render/(input|facts|scene|figure|output)/", "^render/site/", "^$"},
    {"", "^cmark", R"(^render/site/.*\.cpp$)"},
    {"", cairo_and_pango, "^render/output/|^render/scene/measure"},
    {"", "^(gdal|ogr|cpl_|shapefil)", R"(^geo/.*\.cpp$)"},
    {"", "^yaml-cpp/", R"(^render/input/(.*\.cpp|yaml\.h)$)"},
    {R"(\.h$)", "^(qpdf/|spng|nlohmann/|CLI/|fmt/)", "_handles\\.h$"},
};

} // namespace

BOOST_AUTO_TEST_CASE(no_include_breaks_a_rule) {
    const std::vector<Include> all = includes();
    BOOST_TEST(all.size() > 100U);
    for (const Rule& rule : rules) {
        const std::regex where(rule.where);
        const std::regex what(rule.what);
        const std::regex but(rule.but);
        for (const Include& include : all) {
            const bool broken = std::regex_search(include.file, where) &&
                                std::regex_search(include.name, what) &&
                                !std::regex_search(include.file, but);
            BOOST_TEST(!broken, include.file << " must not include " << include.name);
        }
    }
}

BOOST_AUTO_TEST_CASE(facts_do_not_reach_colours_through_input) {
    // input/style.h brings colours with it.
    for (const Include& include : includes()) {
        const bool broken =
            include.file.starts_with("render/facts/") && include.name == "render/input/style.h";
        BOOST_TEST(!broken, include.file << " must not include " << include.name);
    }
}

BOOST_AUTO_TEST_SUITE_END()
