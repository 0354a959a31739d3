#include "render/site/uses.h"

#include "tests/support.h"

#include <string>
#include <vector>

using namespace cairn;
using site::PageFormat;
using site::Use;

BOOST_AUTO_TEST_SUITE(uses)

namespace {

const std::vector<std::string> ids{"place-8", "sector-8"};

std::vector<Use> found(const std::string& page, PageFormat format = PageFormat::markdown) {
    return site::find_uses(page, format, ids);
}

/// The page with `words` put into each use that can hold them.
std::string mended(std::string page, const std::string& words,
                   PageFormat format = PageFormat::markdown) {
    const std::vector<Use> all = found(page, format);
    for (auto use = all.rbegin(); use != all.rend(); ++use) {
        if (use->alt == Use::Alt::given || use->alt == Use::Alt::absent) {
            page.replace(use->edit.begin, use->edit.end - use->edit.begin,
                         site::written(*use, words).value());
        }
    }
    return page;
}

struct Row {
    std::string page;
    std::string mended; ///< with the words `new`
};

void check(const std::vector<Row>& rows, PageFormat format = PageFormat::markdown) {
    for (const Row& row : rows) {
        BOOST_TEST_CONTEXT(row.page) {
            BOOST_TEST(mended(row.page, "new", format) == row.mended);
            BOOST_TEST(mended(row.mended, "new", format) == row.mended);
        }
    }
}

/// Pages that hold no use, whatever it looks like.
void check_untouched(const std::vector<std::string>& pages,
                     PageFormat format = PageFormat::markdown) {
    for (const std::string& page : pages) {
        BOOST_TEST(found(page, format).empty(), page);
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(shortcodes) {
    check({
        {R"({{< float loc="left" maxwidth="100" src="../images/place-8.png" alt="old" >}})",
         R"({{< float loc="left" maxwidth="100" src="../images/place-8.png" alt="new" >}})"},
        {"{{< float alt=`old \"x\"` src=`place-8.svg` >}}",
         "{{< float alt=\"new\" src=`place-8.svg` >}}"},
        {"{{% float src=\"place-8.png\" alt=\"a \\\"b\\\" >}}\" %}}",
         "{{% float src=\"place-8.png\" alt=\"new\" %}}"},
        {"{{< float src=\"place-8.png\" >}}", "{{< float src=\"place-8.png\" alt=\"new\" >}}"},
        {"{{<float src=place-8.png alt=old>}}", "{{<float src=place-8.png alt=\"new\">}}"},
        {"{{< float\n  src = \"place-8.png\"\n  alt = \"old\"\n/>}}",
         "{{< float\n  src = \"place-8.png\"\n  alt = \"new\"\n/>}}"},
        {"a {{< f src=\"place-8.png\" alt=\"x\" >}} b {{< f src=\"sector-8.svg\" alt=\"y\" >}} c",
         "a {{< f src=\"place-8.png\" alt=\"new\" >}} b {{< f src=\"sector-8.svg\" alt=\"new\" >}} "
         "c"},
        {"{{< f src=\"place-8.png\" alt=\"first\" alt=\"last\" >}}",
         "{{< f src=\"place-8.png\" alt=\"first\" alt=\"new\" >}}"},
        {"- {{< f src=\"place-8.png\" alt=\"x\" >}}\n\n  1. > {{< f src=\"place-8.png\" alt=\"x\" "
         ">}}",
         "- {{< f src=\"place-8.png\" alt=\"new\" >}}\n\n  1. > {{< f src=\"place-8.png\" "
         "alt=\"new\" >}}"},
        {"{{< note >}}\n![old](place-8.png)\n{{< /note >}}",
         "{{< note >}}\n![new](place-8.png)\n{{< /note >}}"},
        {"{{% note %}}inner ![old](place-8.png){{% /note %}}",
         "{{% note %}}inner ![new](place-8.png){{% /note %}}"},
        {"<div>\n{{< f src=\"place-8.png\" alt=\"x\" >}}\n</div>",
         "<div>\n{{< f src=\"place-8.png\" alt=\"new\" >}}\n</div>"},
        {"{{< open\n![old](place-8.png)", "{{< open\n![new](place-8.png)"},
    });
}

BOOST_AUTO_TEST_CASE(markdown_images) {
    check({
        {"![old](place-8.png)", "![new](place-8.png)"},
        {"![](place-8.png)", "![new](place-8.png)"},
        {"![old](../images/place-8.svg?v=2#x \"A title\")",
         "![new](../images/place-8.svg?v=2#x \"A title\")"},
        {"![old *text* `a]` \\] [in](x)](<a b/place-8.png> 'it''s')",
         "![old *text* `a]` \\] [in](x)](<a b/place-8.png> 'it''s')"},
        {"![old *text* `a]` \\] [in](x)](<a b/place-8.png> (t))", "![new](<a b/place-8.png> (t))"},
        {"![two\nlines](\n place-8.png\n)", "![new](\n place-8.png\n)"},
        {"[![old](place-8.png)](place-8.pdf)", "[![new](place-8.png)](place-8.pdf)"},
        {"# Head ![old](place-8.png)\n\nText\n===\n", "# Head ![new](place-8.png)\n\nText\n===\n"},
        {"| a | b |\n|---|---|\n| ![old](place-8.png) | x |\n",
         "| a | b |\n|---|---|\n| ![new](place-8.png) | x |\n"},
        {"> quoted ![old](place-8.png)\n> more", "> quoted ![new](place-8.png)\n> more"},
        {"- item\n\n    ![old](place-8.png)\n", "- item\n\n    ![new](place-8.png)\n"},
        {"text\n    ![old](place-8.png)\n", "text\n    ![new](place-8.png)\n"},
        {"`a ![old](place-8.png)", "`a ![new](place-8.png)"},
        {"\\`![old](place-8.png)`", "\\`![new](place-8.png)`"},
        {"\\\\![old](place-8.png)", "\\\\![new](place-8.png)"},
        {"![old](place\\-8.png)", "![new](place\\-8.png)"},
        {"1 < 2 ![old](place-8.png) 3 > 2", "1 < 2 ![new](place-8.png) 3 > 2"},
        {"<p>\n\n![old](place-8.png)\n\n</p>", "<p>\n\n![new](place-8.png)\n\n</p>"},
        {"```\nx\n```\n![old](place-8.png)", "```\nx\n```\n![new](place-8.png)"},
        {"<!-- a -->\n\n![old](place-8.png)", "<!-- a -->\n\n![new](place-8.png)"},
        {"<!-- a --> b\n![old](place-8.png)", "<!-- a --> b\n![new](place-8.png)"},
    });
}

BOOST_AUTO_TEST_CASE(words_keep_clear_of_what_stands_around_the_image) {
    BOOST_TEST(mended("`a ![old](place-8.png)", "a*b") == "`a ![``a*b``](place-8.png)");
    BOOST_TEST(mended("| a |\n|---|\n| ![old](place-8.png) |", "a|b") ==
               "| a |\n|---|\n| ![`a\\|b`](place-8.png) |");
    BOOST_TEST(mended("a | ![old](place-8.png)", "a|b") == "a | ![`a|b`](place-8.png)");
}

BOOST_AUTO_TEST_CASE(markdown_images_by_reference) {
    check({
        {"![old][map]\n\n[map]: place-8.png\n", "![new][map]\n\n[map]: place-8.png\n"},
        {"![The  Map][]\n\n[the map]: <place-8.png> \"T\"\n",
         "![new][The  Map]\n\n[the map]: <place-8.png> \"T\"\n"},
        {"![map]\n\n[map]:\n  place-8.png\n", "![new][map]\n\n[map]:\n  place-8.png\n"},
        {"![map] (text)\n\n> [map]: place-8.png\n", "![new][map] (text)\n\n> [map]: place-8.png\n"},
    });
    check_untouched({"![old][map]\n\n[other]: place-8.png\n", "![map]\n\n    [map]: x.png\n",
                     "![old][map]\n\n```\n[map]: place-8.png\n```\n",
                     "![map]\n\n[map]: other.png\n\n[map]: place-8.png\n"});
}

BOOST_AUTO_TEST_CASE(html_images) {
    const std::vector<Row> rows{
        {"<img src=\"place-8.png\" alt=\"old\">", "<img src=\"place-8.png\" alt=\"new\">"},
        {"<IMG ALT='it &quot;was&quot;' SRC='/a/place-8.svg' />",
         "<IMG ALT='new' SRC='/a/place-8.svg' />"},
        {"<img src=place-8.png alt=old>", "<img src=place-8.png alt=\"new\">"},
        {"<img src=\"place-8.png\">", "<img src=\"place-8.png\" alt=\"new\">"},
        {"<img alt src=\"place-8.png\">", "<img alt=\"new\" src=\"place-8.png\">"},
        {"<img alt=\"\" src=\"place-8.png\">", "<img alt=\"new\" src=\"place-8.png\">"},
        {"<img\n  src=\"place-8.png\"\n  alt=\"two\n lines > more\"\n/>",
         "<img\n  src=\"place-8.png\"\n  alt=\"new\"\n/>"},
        {"<img src=\"place-8.png\" alt=\"first\" alt=\"second\">",
         "<img src=\"place-8.png\" alt=\"new\" alt=\"second\">"},
        {"<picture><source srcset=\"place-8.svg\"><img src=\"place-8.png\" alt=\"x\"></picture>",
         "<picture><source srcset=\"place-8.svg\"><img src=\"place-8.png\" alt=\"new\"></picture>"},
        {"<pre><img src=\"place-8.png\" alt=\"x\"></pre>",
         "<pre><img src=\"place-8.png\" alt=\"new\"></pre>"},
    };
    check(rows);
    check(rows, PageFormat::html);
    check({
        {"text <img src=\"place-8.png\" alt=\"old\"> `code`",
         "text <img src=\"place-8.png\" alt=\"new\"> `code`"},
        {"<img src=\"{{< url >}}/place-8.png\" alt=\"old\">",
         "<img src=\"{{< url >}}/place-8.png\" alt=\"new\">"},
        {"<div>\n<!-- one\n\n-->\n<img src=\"place-8.png\" alt=\"old\">\n</div>",
         "<div>\n<!-- one\n\n-->\n<img src=\"place-8.png\" alt=\"new\">\n</div>"},
    });
    check(
        {
            {"<script>'<img src=\"place-8.png\">'</script><img src=\"place-8.png\">",
             "<script>'<img src=\"place-8.png\">'</script><img src=\"place-8.png\" alt=\"new\">"},
            {"<img class=\"{{ if eq .A \"x>\" }}y{{ end }}\" src=\"{{ \"i/place-8.png\" | relURL "
             "}}\" "
             "alt=\"old\">",
             "<img class=\"{{ if eq .A \"x>\" }}y{{ end }}\" src=\"{{ \"i/place-8.png\" | relURL "
             "}}\" "
             "alt=\"new\">"},
            {"<img {{ with .X }}id=\"{{ . }}\"{{ end }} src=\"place-8.png\" alt=\"old\">",
             "<img {{ with .X }}id=\"{{ . }}\"{{ end }} src=\"place-8.png\" alt=\"new\">"},
        },
        PageFormat::html);
}

BOOST_AUTO_TEST_CASE(code_comments_and_front_matter_are_no_uses) {
    const std::string image = "![old](place-8.png)";
    const std::string tag = "<img src=\"place-8.png\" alt=\"old\">";
    const std::string shortcode = "{{< f src=\"place-8.png\" alt=\"old\" >}}";
    for (const std::string& use : {image, tag, shortcode}) {
        check_untouched({
            "`" + use + "`",
            "`` a ` " + use + " ``",
            "```\n" + use + "\n```\n",
            "~~~~ md\n~~~\n" + use + "\n~~~~\n",
            "```\n" + use,
            "> ```\n> " + use + "\n> ```\n",
            "- a\n\n  ```\n  " + use + "\n  ```\n",
            "    " + use + "\n",
            "text\n\n\t" + use + "\n",
            "- a\n\n        " + use + "\n",
            "<!-- " + use + " -->",
            "text <!-- " + use + " --> text",
            "<!--\n\n" + use + "\n\n-->\n",
            "<div>\n<!--\n\n" + use + "\n\n-->\n</div>\n",
            "---\ntitle: x\nimage: '" + use + "'\n---\n",
            "\xEF\xBB\xBF+++\r\na = '''" + use + "'''\r\n+++\r\n",
            "{\"a\": \"}\\\"\", \"b\": {\"c\": \"place-8.png\"}, \"d\": '" + use + "'}\n",
            "{{< highlight html >}}\n" + use + "\n{{< /highlight >}}",
        });
    }
    check_untouched({"{{</* f src=\"place-8.png\" alt=\"old\" */>}}",
                     "{{%/* f src=\"place-8.png\" alt=\"old\" */%}}"});
    check_untouched({"<!-- " + tag + " -->", "{{/* " + tag + " */}}",
                     "<textarea>" + tag + "</textarea>", "<style>" + tag},
                    PageFormat::html);
}

BOOST_AUTO_TEST_CASE(other_images_are_no_uses) {
    check_untouched({"![old](place-80.png)", "![old](my-place-8.png)", "![old](place-8.png.bak)",
                     "![old](place-8.pdf)", "[old](place-8.png)", "\\![old](place-8.png)",
                     "![old] (place-8.png)", "![old](place-8.png", "![old](a place-8.png)",
                     "{{< f src=\"other.png\" alt=\"place-8.png\" >}}", "{{< cairn \"place-8\" >}}",
                     "<a href=\"place-8.png\">x</a>", "<imgs src=\"place-8.png\">",
                     "<source srcset=\"place-8.png\">", "place-8.png", "https://x/place-8.png"});
}

BOOST_AUTO_TEST_CASE(all_else_stays_byte_for_byte) {
    const std::string page = "\xEF\xBB\xBF---\r\ntitle: \"place-8.png\"\r\n---\r\n\r\n"
                             "A `place-8.png` \t \r\n![old](place-8.png)\rmac\r\n\r\n"
                             "{{</* f src=\"place-8.png\" alt=\"old\" */>}}\r\n"
                             "<img\r\nsrc='place-8.png'\r\nalt='old'>  ";
    std::string expected = page;
    expected.replace(expected.find("![old]"), 6, "![new]");
    expected.replace(expected.find("alt='old'"), 9, "alt='new'");
    BOOST_TEST(mended(page, "new") == expected);
}

BOOST_AUTO_TEST_CASE(what_a_page_cannot_tell) {
    const auto kind_of_alt = [](const std::string& page, PageFormat format) {
        const std::vector<Use> all = found(page, format);
        BOOST_REQUIRE(all.size() == 1U);
        return all[0].alt;
    };
    BOOST_TEST((kind_of_alt("<img src=\"place-8.png\" alt=\"{{ .Alt }}\">", PageFormat::html) ==
                Use::Alt::computed));
    BOOST_TEST((kind_of_alt("<img src=\"place-8.png\" alt=\"{{< alt >}}\">",
                            PageFormat::markdown) == Use::Alt::computed));
    BOOST_TEST(
        (kind_of_alt("![{{< alt >}}](place-8.png)", PageFormat::markdown) == Use::Alt::computed));
    BOOST_TEST((kind_of_alt("{{< img \"a/place-8.png\" \"text\" >}}", PageFormat::markdown) ==
                Use::Alt::unnamed));
    BOOST_TEST((kind_of_alt("<img src=\"place-8.png\" alt=\"\" aria-hidden=\"true\">",
                            PageFormat::markdown) == Use::Alt::hidden));
    BOOST_TEST((kind_of_alt("<img src=\"place-8.png\" alt=\"x\" aria-hidden=\"true\">",
                            PageFormat::markdown) == Use::Alt::given));
}

BOOST_AUTO_TEST_CASE(a_use_knows_figure_place_and_address) {
    const std::vector<Use> all = found("a\n\n![x](../i/sector-8.png)\n\n"
                                       "{{< float src=\"place-8.svg?x\" alt=\"y\" >}}\n");
    BOOST_REQUIRE(all.size() == 2U);
    BOOST_TEST(all[0].figure == "sector-8");
    BOOST_TEST(all[0].src == "../i/sector-8.png");
    BOOST_TEST(all[0].at == 3U);
    BOOST_TEST(all[0].words.value() == "x");
    BOOST_TEST(all[1].figure == "place-8");
    BOOST_TEST(all[1].src == "place-8.svg?x");
    BOOST_TEST(all[1].words.value() == "y");
}

BOOST_AUTO_TEST_CASE(damaged_pages_end) {
    const std::string page =
        "---\na: b\n---\n{{< f src=\"place-8.png\" alt=`x` >}} ![a][b](c) "
        "<img src='place-8.png' alt=\"{{ \"x\" }}\"> <!-- `` --> \\\n\n[b]: <x>";
    for (std::size_t size = 0; size <= page.size(); ++size) {
        for (const PageFormat format : {PageFormat::markdown, PageFormat::html}) {
            BOOST_TEST_CONTEXT(size) {
                BOOST_TEST(found(page.substr(0, size), format).size() <= 2U);
                BOOST_TEST(found(page.substr(size), format).size() <= 2U);
            }
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
