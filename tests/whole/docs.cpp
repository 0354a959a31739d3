#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <regex>
#include <set>
#include <string>

// What the documents point to is there.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(docs)

namespace {

namespace fs = std::filesystem;

std::set<std::string> matches(const std::string& text, const std::regex& pattern) {
    std::set<std::string> found;
    for (auto match = std::sregex_iterator(text.begin(), text.end(), pattern);
         match != std::sregex_iterator(); ++match) {
        found.insert((*match)[1]);
    }
    return found;
}

} // namespace

BOOST_AUTO_TEST_CASE(every_test_that_the_accessibility_page_names_exists) {
    const std::string page = test::read_bytes(test::source_folder() / "docs/accessibility.md");
    static const std::regex name("`([a-z]+/[a-z_]+)`");
    const std::set<std::string> tests = matches(page, name);
    BOOST_TEST(tests.size() > 15U);
    for (const std::string& test : tests) {
        BOOST_TEST(fs::exists(test::source_folder() / "tests" / (test + ".cpp")),
                   "there is no test " << test);
    }
}

BOOST_AUTO_TEST_CASE(every_file_that_a_document_links_to_exists) {
    static const std::regex link(R"(\]\(([^)#:]+)(?:#[^)]*)?\))");
    std::size_t links = 0;
    const fs::path root = test::source_folder();
    std::vector<fs::path> pages{root / "README.md", root / "boundaries/README.md"};
    for (const auto& entry : fs::recursive_directory_iterator(root / "docs")) {
        if (entry.is_regular_file()) {
            pages.push_back(entry.path());
        }
    }
    for (const fs::path& page : pages) {
        for (const std::string& target : matches(test::read_bytes(page), link)) {
            ++links;
            BOOST_TEST(fs::exists(page.parent_path() / target),
                       page << " links to " << target << ", which is not there");
        }
    }
    BOOST_TEST(links > 10U);
}

BOOST_AUTO_TEST_SUITE_END()
