#include "render/site/markdown.h"

#include "render/site/uses.h"
#include "tests/support.h"

#include <cmark.h>

#include <random>
#include <string>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(markdown)

namespace {

/// How often cmark itself shows the image: images within the alt text of another count as text.
std::size_t images_of_cmark(const std::string& page) {
    cmark_node* document = cmark_parse_document(page.data(), page.size(), CMARK_OPT_DEFAULT);
    cmark_iter* nodes = cmark_iter_new(document);
    std::size_t count = 0;
    int depth = 0;
    for (auto event = cmark_iter_next(nodes); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(nodes)) {
        cmark_node* node = cmark_iter_get_node(nodes);
        if (cmark_node_get_type(node) != CMARK_NODE_IMAGE) {
            continue;
        }
        if (event == CMARK_EVENT_ENTER && depth++ == 0) {
            count += std::string(cmark_node_get_url(node)) == "place-8.png" ? 1 : 0;
        } else if (event == CMARK_EVENT_EXIT) {
            --depth;
        }
    }
    cmark_iter_free(nodes);
    cmark_node_free(document);
    return count;
}

std::size_t images_found(const std::string& page) {
    const std::vector<std::string> ids{"place-8"};
    return site::find_uses(page, site::PageFormat::markdown, ids).size();
}

std::string blocks_of(const std::string& page) {
    std::string text;
    for (const site::Block& block : site::find_blocks(page)) {
        const char* kinds[] = {"text", "html", "code"};
        text += kinds[static_cast<int>(block.type)];
        text += "(" + std::string(site::slice(page, block.span)) + ")";
    }
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(blocks_are_whole_lines) {
    BOOST_TEST(blocks_of("a\nb\n\n# c\nd\n===\ne\n\n    f\n\n```\ng\n```\n<!-- h -->\ni\n\n"
                         "<div>\nj\n\n- k\n  l\n- > m\n") ==
               "text(a\nb\n)text(# c\n)text(d\n===\n)text(e\n)code(    f\n\n)code(```\ng\n```\n)"
               "html(<!-- h -->\n)text(i\n)html(<div>\nj\n)text(- k\n  l\n)text(- > m\n)");
    BOOST_TEST(blocks_of("a\r\nb\r\rc") == "text(a\r\nb\r)text(c)");
    BOOST_TEST(blocks_of("") == "");
    BOOST_TEST(blocks_of("<!-- a") == "html(<!-- a)");
}

// What Markdown shows as an image, by cmark, is what is found: in pages put together at random.
// Comments are left out: an open one hides the rest of a page from browsers, whatever Markdown
// says.
BOOST_AUTO_TEST_CASE(finds_what_cmark_shows) {
    const std::vector<std::string> parts{"![a](place-8.png)",
                                         "![a][p]",
                                         "![p][]",
                                         "![p]",
                                         "![b](other.png)",
                                         "![x ![y](place-8.png) z](other.png)",
                                         "[![a](place-8.png)](x)",
                                         "`",
                                         "``",
                                         "```\n",
                                         "~~~\n",
                                         "\n",
                                         "\n\n",
                                         "    ",
                                         "\t",
                                         "- ",
                                         "1. ",
                                         "> ",
                                         "# ",
                                         "===\n",
                                         "---\n",
                                         "\\",
                                         "<b>",
                                         "<b title=\"",
                                         "\">",
                                         "<div>\n",
                                         "</div>\n",
                                         "<https://x.y/>",
                                         "[",
                                         "]",
                                         "(",
                                         ")",
                                         "*",
                                         "_a_",
                                         "text ",
                                         "&amp;",
                                         "!",
                                         "![a](place-8.png \"t\")",
                                         "![a](<place-8.png>)"};
    std::mt19937 random(8);
    std::size_t images = 0;
    for (int i = 0; i < 30000; ++i) {
        std::string page = "begin\n\n[p]: place-8.png\n\n";
        const auto size = 1 + random() % 14;
        for (std::size_t part = 0; part < size; ++part) {
            page += parts[random() % parts.size()];
        }
        const std::size_t expected = images_of_cmark(page);
        images += expected;
        BOOST_TEST(images_found(page) == expected,
                   page << "\n-- cmark shows " << expected << ", found " << images_found(page));
    }
    BOOST_TEST(images > 10000U);
}

BOOST_AUTO_TEST_SUITE_END()
