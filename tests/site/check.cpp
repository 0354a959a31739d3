#include "render/site/check.h"

#include "tests/support.h"

#include <chrono>
#include <string>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(check)

namespace {

namespace fs = std::filesystem;

/// A site, the table of its figures, and what they say today.
class Site {
  public:
    Site() {
        m_folder.write("place.csv", "Place,Stories\n");
        image("static/images/place.png", "One.\nTwo & <three>.");
    }

    [[nodiscard]] fs::path root() const { return m_folder.path() / "site"; }

    void page(const std::string& name, const std::string& text) const {
        m_folder.write("site/" + name, text);
    }

    void image(const std::string& name, const std::string& description) const {
        std::string text = description;
        for (const auto& [from, to] : {std::pair{"&", "&amp;"}, {"<", "&lt;"}}) {
            const std::size_t at = text.find(from);
            if (at != std::string::npos) {
                text.replace(at, 1, to);
            }
        }
        m_folder.write("site/" + name, "png <Iptc4xmpCore:ExtDescrAccessibility><rdf:Alt><rdf:li "
                                       "xml:lang=\"x-default\">" +
                                           text +
                                           "</rdf:li></rdf:Alt></Iptc4xmpCore:"
                                           "ExtDescrAccessibility>");
    }

    [[nodiscard]] std::string read(const std::string& name) const {
        return test::read_bytes(root() / name);
    }

    [[nodiscard]] fs::path table() const { return m_folder.path() / "place.csv"; }

    [[nodiscard]] std::vector<site::Figure> figures() const {
        return {{.id = "place",
                 .language = "en-GB",
                 .short_text = "Map of \"places\".",
                 .list = "Places: Fife 1, Moray 2",
                 .description = "One.\nTwo & <three>.",
                 .table = table()}};
    }

    /// All problems as printed, with paths from the site's folder.
    [[nodiscard]] std::string told(const site::Findings& found) const {
        std::string text;
        for (const auto& [problems, severity] :
             {std::pair{&found.errors, Severity::error}, {&found.warnings, Severity::warning}}) {
            for (const Problem& problem : *problems) {
                text += to_string(problem, severity) + "\n";
            }
        }
        const std::string prefix = root().string() + "/";
        for (std::size_t at = text.find(prefix); at != std::string::npos; at = text.find(prefix)) {
            text.erase(at, prefix.size());
        }
        return text;
    }

    [[nodiscard]] std::string checked() const { return told(site::check_pages(root(), figures())); }

  private:
    test::TemporaryFolder m_folder{};
};

constexpr const char* stale = "a.md:1:1: error: the alt text of \"place\" is neither today's short "
                              "text nor today's list\n"
                              "  `cairn embed` writes: Map of \"places\".\n";

} // namespace

BOOST_AUTO_TEST_CASE(todays_words_in_any_place_are_right) {
    const Site site;
    site.page("content/a.md",
              "![`Map of \"places\".`](/images/place.png) ![Places: Fife 1,\nMoray 2]"
              "(../images/place.png)\n{{< f src=\"images/place.png\" alt=`Map of \"places\".` >}}\n"
              "<img src='/images/place.png' alt='Map  of &quot;places&quot;.'>\n");
    BOOST_TEST(site.checked() == "");
    BOOST_TEST(site::check_pages(site.root(), site.figures()).uses == 4U);
}

BOOST_AUTO_TEST_CASE(each_problem_is_told_in_its_words) {
    struct Row {
        const char* page;
        std::string told;
    };
    const std::vector<Row> rows{
        {"![old](/images/place.png)", stale},
        {"![*Map*](/images/place.png)", stale},
        {"![](/images/place.png)", stale},
        {"é è\n\nü <img src=/images/place.png>",
         "a.md:3:3: error: the image of \"place\" has no alt text\n"
         "  `cairn embed` writes: Map of \"places\".\n"},
        {"{{< f \"/images/place.png\" \"old\" >}}",
         "a.md:1:1: warning: the shortcode f has no names for its values, so the alt text of "
         "\"place\" is not checked\n"
         "  write src=\"…\" alt=\"…\" where the shortcode takes them\n"},
        {"<img src=/images/place.png alt='{{< x >}}'>",
         "a.md:1:1: warning: a template writes the alt text of \"place\", so it is not checked\n"
         "  write it out, or use the shortcode cairn\n"},
        {"<img src=/images/place.png alt='' aria-hidden=true><p>One.</p><p>Two &amp; 3.</p>",
         "a.md:1:1: error: the image of \"place\" is hidden from screen readers, but today's "
         "description is not on the page\n"
         "  take the text of place.described.html\n"},
        {"<img src=/images/place.png alt='' aria-hidden=true><p>One.</p><p>Two &amp;\n&lt;three>.",
         ""},
        {"![](/images/place.png) One. Two & &lt;three>.", ""},
        {"<img src=/images/place.png alt='' role=none>",
         "a.md:1:1: error: the image of \"place\" is hidden from screen readers, but today's "
         "description is not on the page\n"
         "  take the text of place.described.html\n"},
        {"![Places: Fife 1, Moray 2](/no/place.png)",
         "a.md:1:1: warning: the image \"/no/place.png\" is not in the site, so its age is not "
         "checked\n"
         "  put it beside the page, or under static/ or assets/\n"},
        {"![Places: Fife 1, Moray 2](/images/place.png)\n\xFF",
         "a.md:2:1: warning: the page is not UTF-8, so its figures are not checked\n"
         "  save it as UTF-8\n"},
    };
    for (const Row& row : rows) {
        const Site site;
        site.page("a.md", row.page);
        BOOST_TEST(site.checked() == row.told, row.page);
    }
}

BOOST_AUTO_TEST_CASE(an_image_made_with_other_words_is_old) {
    const Site site;
    site.page("a.md", "![Places: Fife 1, Moray 2](/images/place.png)");
    site.image("static/images/place.png", "One.\nTwo, then.");
    BOOST_TEST(site.checked() == "a.md:1:1: error: the image of \"place\" is older than its data: "
                                 "static/images/place.png\n"
                                 "  render the figure, and copy the new image there\n");
}

BOOST_AUTO_TEST_CASE(an_image_without_words_is_as_old_as_its_file) {
    using std::chrono::hours;
    const Site site;
    site.page("a.md", "![Places: Fife 1, Moray 2](/images/place.png)");
    site.page("static/images/place.png", "made by hand");
    const auto now = fs::last_write_time(site.table());
    fs::last_write_time(site.root() / "static/images/place.png", now + hours(1));
    BOOST_TEST(site.checked() == "");
    fs::last_write_time(site.root() / "static/images/place.png", now - hours(1));
    BOOST_TEST(site.checked().find("is older than its data") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(mends_alt_texts_and_nothing_else) {
    const Site site;
    site.page("content/a.md", "---\r\ntitle: x\r\n---\r\n![old](/images/place.png)\r\n"
                              "{{< f src=\"/images/place.png\" alt=\"\" >}}\r\n"
                              "`![old](/images/place.png)` <img src=/images/place.png>");
    site.page("content/b.md", "![Places: Fife 1, Moray 2](/images/place.png)");
    site.page("layouts/c.html", "<img alt='old' src=\"{{ \"images/place.png\" | relURL }}\">\n");
    fs::permissions(site.root() / "content/a.md", fs::perms(0640));
    const auto time = fs::last_write_time(site.root() / "content/b.md");

    const site::Findings found = site::mend_pages(site.root(), site.figures());
    BOOST_TEST(site.told(found) == "");
    BOOST_REQUIRE(found.mended.size() == 2U);
    BOOST_TEST(found.mended[0].page == site.root() / "content/a.md");
    BOOST_TEST(found.mended[0].texts == 3U);
    BOOST_TEST(found.mended[1].texts == 1U);
    const std::string expected =
        "---\r\ntitle: x\r\n---\r\n![``Map of \"places\".``](/images/place.png)\r\n"
        "{{< f src=\"/images/place.png\" alt=\"Map of \\\"places\\\".\" >}}\r\n"
        "`![old](/images/place.png)` <img src=/images/place.png alt=\"Map of "
        "&quot;places&quot;.\">";
    BOOST_TEST(site.read("content/a.md") == expected);
    BOOST_TEST(site.read("layouts/c.html") ==
               "<img alt='Map of &quot;places&quot;.' src=\"{{ \"images/place.png\" | relURL "
               "}}\">\n");
    BOOST_TEST((fs::status(site.root() / "content/a.md").permissions() == fs::perms(0640)));
    BOOST_TEST((fs::last_write_time(site.root() / "content/b.md") == time));
    BOOST_TEST(site.checked() == "");

    BOOST_TEST(site::mend_pages(site.root(), site.figures()).mended.empty());
    BOOST_TEST(site.read("content/a.md") == expected);
}

BOOST_AUTO_TEST_CASE(what_no_parameter_can_hold_is_told_and_left) {
    const Site site;
    site.page("a.md", "{{< f src=\"/images/place.png\" alt=\"old\" >}}");
    std::vector<site::Figure> figures = site.figures();
    figures[0].short_text = "a \\` b";
    const site::Findings found = site::mend_pages(site.root(), figures);
    BOOST_TEST(site.told(found) ==
               "a.md:1:1: error: the alt text of \"place\" is neither today's short text nor "
               "today's list\n"
               "  the shortcode f cannot hold today's: take backslashes and backticks out of the "
               "figure's words\n");
    BOOST_TEST(site.read("a.md") == "{{< f src=\"/images/place.png\" alt=\"old\" >}}");
}

BOOST_AUTO_TEST_CASE(a_page_gets_the_words_of_its_language) {
    const Site site;
    std::vector<site::Figure> figures = site.figures();
    figures.push_back({.id = "place",
                       .language = "gd",
                       .short_text = "Mapa.",
                       .list = "Àiteachan: Fìobh 1",
                       .description = "Aon.",
                       .table = site.table()});
    site.image("static/images/gd/place.png", "Aon.");
    for (const char* page : {"content/a.md", "content/a.gd.md", "content/gd/a.md"}) {
        site.page(page, "![old](/images/place.png) ![Àiteachan: Fìobh 1](/images/gd/place.png)");
    }
    site.page("content/b.md", "![old](/images/gd/place.png)");
    BOOST_TEST(site.told(site::mend_pages(site.root(), figures)) == "");
    BOOST_TEST(site.read("content/a.md").starts_with("![`Map of "));
    BOOST_TEST(site.read("content/a.gd.md").starts_with("![Mapa.]"));
    BOOST_TEST(site.read("content/gd/a.md").starts_with("![Mapa.]"));
    BOOST_TEST(site.read("content/b.md") == "![Mapa.](/images/gd/place.png)");
}

BOOST_AUTO_TEST_CASE(what_hugo_made_and_what_is_hidden_is_passed_over) {
    const Site site;
    for (const char* page : {"public/a.html", "resources/a.html", ".git/a.md",
                             "themes/t/node_modules/a.md", "content/a.txt", "content/a.md.bak"}) {
        site.page(page, "<img src=place.png>");
    }
    BOOST_TEST(site::check_pages(site.root() / "", site.figures()).uses == 0U);
    site.page("content/public/a.markdown", "<img src=/images/place.png>");
    site.page("content/a.htm", "<img src=/images/place.png>");
    BOOST_TEST(site::check_pages(site.root() / "", site.figures()).uses == 2U);
}

BOOST_AUTO_TEST_CASE(a_link_stays_a_link) {
    const Site site;
    site.page("real.txt", "![old](/images/place.png)");
    fs::create_directories(site.root() / "content");
    fs::create_symlink("../real.txt", site.root() / "content/a.md");
    BOOST_TEST(site::mend_pages(site.root(), site.figures()).mended.size() == 1U);
    BOOST_TEST(fs::is_symlink(site.root() / "content/a.md"));
    BOOST_TEST(site.read("real.txt").starts_with("![`Map of "));
}

BOOST_AUTO_TEST_CASE(a_site_must_be_a_folder) {
    const Site site;
    BOOST_TEST(test::error_text([&] { site::check_pages("no/such", site.figures()); }) ==
               "no/such: error: there is no such folder\n"
               "  give the folder of the site, the one that holds content/\n");
}

BOOST_AUTO_TEST_SUITE_END()
