#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <deque>
#include <map>
#include <regex>
#include <set>
#include <string>
#include <string_view>
#include <vector>

// Which folder may include what, directly or through other headers. The rules stand in
// docs/architecture.md.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(include_rules)

namespace {

namespace fs = std::filesystem;

/// What every file of ours includes, by its path from the root.
using Includes = std::map<std::string, std::vector<std::string>>;

std::vector<std::string> names_included(const std::string& text) {
    static const std::regex line(R"((?:^|\n)\s*#\s*include\s*[<"]([^>"]+)[>"])");
    std::vector<std::string> names;
    for (std::sregex_iterator one(text.begin(), text.end(), line), end; one != end; ++one) {
        names.push_back((*one)[1]);
    }
    return names;
}

const Includes& includes() {
    static const Includes all = [] {
        Includes found;
        for (const char* folder : {"base", "geo", "render"}) {
            const fs::path root = test::source_folder() / folder;
            for (const auto& entry : fs::recursive_directory_iterator(root)) {
                const std::string extension = entry.path().extension().string();
                if (extension == ".h" || extension == ".cpp") {
                    const fs::path file = fs::relative(entry.path(), test::source_folder());
                    found[file.generic_string()] = names_included(test::read_bytes(entry.path()));
                }
            }
        }
        return found;
    }();
    return all;
}

/// A way from `file` through includes to a name that matches: "a.h > b.h > c.h"; empty for none.
std::string way_to(const std::string& file, const std::regex& what) {
    std::map<std::string, std::string> ways{{file, file}};
    std::deque<std::string> open{file};
    while (!open.empty()) {
        const std::string one = open.front();
        open.pop_front();
        const auto of_one = includes().find(one);
        if (of_one == includes().end()) {
            continue; // not ours
        }
        for (const std::string& name : of_one->second) {
            if (ways.emplace(name, ways.at(one) + " > " + name).second) {
                if (std::regex_search(name, what)) {
                    return ways.at(name);
                }
                open.push_back(name);
            }
        }
    }
    return "";
}

std::string folder_of(const std::string& file) {
    return file.substr(0, file.rfind('/'));
}

/// Files that match `where` reach nothing that matches `what`, however many headers lie between.
struct Reach {
    const char* where;
    const char* what;
};

const std::vector<Reach> reaches{
    {"^base/", "^(geo|render)/"},
    {"^geo/", "^render/|^yaml-cpp/|^(cairo|pango/)"},
    {"^render/colour/", "^render/(?!colour/)|^geo/"},
    {"^render/facts/facts\\.h$", "^render/(?!facts/)"},
    {"^render/(facts|words)/", "^render/(colour|scene|page|chart|map|output|input/style)/"},
    {"^render/words/words\\.h$", "^(render/(?!words/)|geo/)"},
    {"^render/input/", "^render/(facts|words|scene|page|chart|map|output|run|kinds)"},
    {"^render/scene/", "^render/(input|facts|page|chart|map|output)/|^geo/"},
    {"^render/output/", "^render/(input|page|chart|map)/|^geo/(region|gazetteer|read_)"},
    {"^render/(page|chart|map)/", "^render/(output|review|site|run)/"},
    {"^render/chart/", "^render/map/|^geo/(region|read_)"},
    {"^render/review/", "^render/(input|page|chart|map|site|run)/"},
    {"^render/site/", "^render/(scene|page|chart|map|input/(figure|table|style))/"},
    {"^render/boundary_sets/", "^render/(scene|page|chart|map|output|review|site|run)/"},
    {"^render/(?!run/|cli/|kinds)", "^render/(kinds|run/|cli/)"},
};

/// In files that match `where`, nothing that matches `what` is included, but in files that match
/// `but`.
struct Rule {
    const char* where;
    const char* what;
    const char* but;
};

constexpr const char* cairo_and_pango = "^(cairo|pango/|hb|fontconfig/|ft2build|freetype)";

const std::vector<Rule> rules{
    {"^render/(page|chart|map)/", "^render/colour/(theme|colour|lab|fill_difference)", "^$"},
    {"", "^cmark", R"(^render/site/.*\.cpp$)"},
    {"", cairo_and_pango, "^render/output/|^render/scene/measure"},
    {"", "^(gdal|ogr|cpl_|geo/gdal/)", "^geo/gdal/"},
    {"", "^(libpq|geo/postgres/)", "^geo/postgres/"},
    {"", "^shapefil", R"(^geo/[a-z_]+\.cpp$)"},
    {"", "^yaml-cpp/", R"(^render/input/yaml/.*(\.cpp|yaml\.h)$)"},
    {"", "^render/review/", "^render/(review|run)/"},
    {R"(\.h$)", "^(glib|utf8proc|qpdf/|spng|nlohmann/|CLI/|fmt/)", "_handles\\.h$"},
};

} // namespace

BOOST_AUTO_TEST_CASE(no_include_breaks_a_rule) {
    BOOST_TEST(includes().size() > 100U);
    for (const Rule& rule : rules) {
        const std::regex where(rule.where);
        const std::regex what(rule.what);
        const std::regex but(rule.but);
        for (const auto& [file, names] : includes()) {
            for (const std::string& name : names) {
                const bool broken = std::regex_search(file, where) &&
                                    std::regex_search(name, what) && !std::regex_search(file, but);
                BOOST_TEST(!broken, file << " must not include " << name);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(no_way_through_headers_breaks_a_rule) {
    for (const Reach& rule : reaches) {
        const std::regex where(rule.where);
        const std::regex what(rule.what);
        bool holds_for_some = false;
        for (const auto& [file, names] : includes()) {
            if (std::regex_search(file, where)) {
                holds_for_some = true;
                const std::string way = way_to(file, what);
                BOOST_TEST(way.empty(), way << " breaks the rule for " << rule.where);
            }
        }
        BOOST_TEST(holds_for_some, rule.where << " is about no file");
    }
}

BOOST_AUTO_TEST_CASE(folders_form_no_cycle) {
    std::map<std::string, std::set<std::string>> needs;
    for (const auto& [file, names] : includes()) {
        std::set<std::string>& of_folder = needs[folder_of(file)];
        for (const std::string& name : names) {
            if (includes().contains(name) && folder_of(name) != folder_of(file)) {
                of_folder.insert(folder_of(name));
            }
        }
    }
    // Folders that need none that is left are taken away; what is left in the end is in a cycle, or
    // needs one that is.
    bool found = true;
    while (found) {
        found = false;
        for (auto one = needs.begin(); one != needs.end();) {
            const bool free = std::ranges::none_of(
                one->second, [&](const std::string& other) { return needs.contains(other); });
            found = found || free;
            one = free ? needs.erase(one) : std::next(one);
        }
    }
    for (const auto& [folder, of_folder] : needs) {
        for (const std::string& other : of_folder) {
            BOOST_TEST(!needs.contains(other), folder << " needs " << other << ", in a cycle");
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
