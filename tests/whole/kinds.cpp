#include "render/kinds.h"

#include "tests/support.h"

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(kinds)

namespace {

/// A row of a Markdown table, "yes" or a dash for each kind.
std::string row(const std::string& head, const auto& fits) {
    std::string text = "| " + head + " |";
    for (const Kind& kind : cairn::kinds()) {
        text += fits(kind.file) ? " yes |" : " – |";
    }
    return text + "\n";
}

/// Which key fits which kind. Of two kinds of one name, the second is chosen by a panel.
std::string key_table() {
    std::string head = "| Key |";
    std::string line = "|---|";
    std::set<std::string_view> names;
    for (const Kind& kind : cairn::kinds()) {
        head += names.insert(kind.file.name).second ? " `" + std::string(kind.file.name) + "` |"
                                                    : " with `panel` |";
        line += "---|";
    }
    std::string text = head + "\n" + line + "\n";
    text += row("a rate as `value`", [](const auto& kind) { return kind.takes_rates; });
    for (const input::Key& key : input::keys_of_figures()) {
        const auto fits = [&](const input::FigureKind& kind) { return takes(kind, key.name); };
        if (std::ranges::any_of(cairn::kinds(), fits, &Kind::file)) {
            text += row("`" + std::string(key.name) + "`", fits);
        }
    }
    return text;
}

} // namespace

// `make tables` writes the table anew.
BOOST_AUTO_TEST_CASE(the_table_in_the_docs_is_that_of_the_list) {
    const std::filesystem::path file = test::source_folder() / "docs/figure-file.md";
    const std::string page = test::read_bytes(file);
    const std::size_t section = page.find("## Which key fits which kind");
    BOOST_TEST_REQUIRE((section != std::string::npos));
    const std::size_t begin = page.find("\n|", section) + 1;
    const std::size_t end = page.find("\n\n", begin) + 1;
    const std::string written = page.substr(begin, end - begin);
    const std::string expected = key_table();
    if (written != expected && std::getenv("CAIRN_RENEW_TABLES") != nullptr) {
        std::ofstream(file, std::ios::binary)
            << page.substr(0, begin) << expected << page.substr(end);
        return;
    }
    BOOST_TEST(written == expected, "docs/figure-file.md has another table: run make tables");
}

BOOST_AUTO_TEST_CASE(every_kind_has_what_it_needs) {
    std::set<std::string_view> told;
    std::size_t number = 0;
    for (const Kind& kind : cairn::kinds()) {
        BOOST_TEST_CONTEXT(kind.file.in_words) {
            BOOST_TEST(told.insert(kind.file.in_words).second);
            const std::string sample =
                test::read_bytes(test::source_folder() / "samples" / kind.sample / "figures.yaml");
            BOOST_TEST((sample.find("kind: " + std::string(kind.file.name)) != sample.npos));
            // A reason is given for what it does not take, and for keys that there are.
            for (const input::Unfit& unfit : kind.file.unfit) {
                BOOST_TEST(!takes(kind.file, unfit.key), unfit.key);
            }
            for (const std::string_view key : kind.file.keys) {
                const auto keys = input::keys_of_figures();
                BOOST_TEST((std::ranges::find(keys, key, &input::Key::name) != keys.end()), key);
            }
            input::FigureSpec spec;
            spec.kind = &kinds_of_figure_files()[number++];
            BOOST_TEST((&kind_of(spec) == &kind));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
