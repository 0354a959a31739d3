#include "tests/support_program.h"

#include <boost/test/unit_test.hpp>

#include <map>
#include <string>
#include <string_view>

// docs/your-table.md shows tables, what a figure file says of them, and what the program prints
// then: it does.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(your_table)

namespace {

/// A figure whose kind is that of its data.
std::string figure_file(const std::string& lines) {
    const bool is_map = lines.find("place:") != std::string::npos;
    return "figures:\n  - id: a\n    title: T\n" +
           std::string(is_map ? "    kind: choropleth\n    boundaries: scotland-councils\n"
                              : "    kind: bar\n") +
           lines;
}

} // namespace

BOOST_AUTO_TEST_CASE(the_examples_print_what_the_page_says) {
    const std::string page = test::read_bytes(test::source_folder() / "docs/your-table.md");
    std::map<std::string, std::string> last; // by kind of block
    std::size_t examples = 0;
    constexpr std::string_view fence = "```";
    for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
        const std::size_t begin = page.find('\n', at) + 1;
        const std::size_t end = page.find(fence, begin);
        BOOST_REQUIRE(end != std::string::npos);
        const std::string kind = page.substr(at + fence.size(), begin - 1 - at - fence.size());
        last[kind] = page.substr(begin, end - begin);
        at = end + fence.size();
        if (kind != "text") {
            continue;
        }
        const test::TemporaryFolder folder;
        folder.write("table.csv", last["csv"]);
        folder.write("figures.yaml", figure_file(last["yaml"]));
        const test::Run run =
            test::run_in(folder.path(), test::program() + " describe figures.yaml --form list");
        BOOST_TEST(run.out + run.errors == last["text"]);
        ++examples;
    }
    BOOST_TEST(examples > 10U);
}

BOOST_AUTO_TEST_SUITE_END()
