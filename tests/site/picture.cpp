#include "render/site/picture.h"

#include "tests/support.h"

#include <string>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(picture)

namespace {

namespace fs = std::filesystem;

std::string packet(const std::string& items) {
    return "<x:xmpmeta><Iptc4xmpCore:AltTextAccessibility><rdf:Alt><rdf:li xml:lang=\"x-default\">"
           "short</rdf:li></rdf:Alt></Iptc4xmpCore:AltTextAccessibility>"
           "<Iptc4xmpCore:ExtDescrAccessibility>\n<rdf:Alt>" +
           items + "</rdf:Alt></Iptc4xmpCore:ExtDescrAccessibility></x:xmpmeta>";
}

} // namespace

BOOST_AUTO_TEST_CASE(reads_the_long_description) {
    const std::string bytes = "\x89PNG\0..." +
                              packet("<rdf:li xml:lang=\"x-default\">A &amp; B &lt;c&gt;\nTwo "
                                     "&#34;q&#34;</rdf:li><rdf:li xml:lang=\"gd\">X</rdf:li>") +
                              "...";
    BOOST_TEST(site::description_in(bytes).value() == "A & B <c>\nTwo \"q\"");
    BOOST_TEST(site::description_in(packet("<rdf:li xml:lang=\"gd\">X</rdf:li>")).value() == "X");
}

BOOST_AUTO_TEST_CASE(a_picture_without_packet_tells_nothing) {
    BOOST_TEST(!site::description_in(""));
    BOOST_TEST(!site::description_in("\x89PNG <Iptc4xmpCore:ExtDescrAccessibility>"));
    BOOST_TEST(!site::description_in(packet("")));
    BOOST_TEST(!site::description_in(packet("<rdf:li>X</rdf:li>")));
}

BOOST_AUTO_TEST_CASE(finds_the_file_that_hugo_would_show) {
    const test::TemporaryFolder folder;
    const fs::path site = folder.path();
    for (const char* file :
         {"static/images/place.png", "static/images/a b.png", "assets/img/place.png",
          "content/stories/bundle.png", "content/stories/index.md", "static/gd/place.png"}) {
        folder.write(file, "x");
    }
    struct Row {
        const char* page;
        const char* src;
        const char* file; ///< empty for none
    };
    const Row rows[] = {
        {"content/stories/index.md", "bundle.png", "content/stories/bundle.png"},
        {"content/stories/index.md", "./bundle.png?v=1#x", "content/stories/bundle.png"},
        {"content/stories/index.md", "../images/place.png", "static/images/place.png"},
        {"content/stories.md", "../images/place.png", "static/images/place.png"},
        {"content/_index.md", "images/place.png", "static/images/place.png"},
        {"content/a/b/c.md", "/images/place.png", "static/images/place.png"},
        {"content/a/b/c.md", "images/place.png", "static/images/place.png"},
        {"content/a.md", "../../../images/place.png", "static/images/place.png"},
        {"content/a.md", "img/place.png", "assets/img/place.png"},
        {"content/a.md", "images/a%20b.png", "static/images/a b.png"},
        {"content/a.md", "https://example.org/images/place.png", "static/images/place.png"},
        {"content/a.md", "//example.org/images/place.png", "static/images/place.png"},
        {"content/gd/a.md", "../place.png", "static/gd/place.png"},
        {"layouts/index.html", "images/place.png", "static/images/place.png"},
        {"content/a.md", "place.png", ""},
        {"content/a.md", "images", ""},
        {"content/a.md", "https://example.org", ""},
        {"content/a.md", "", ""},
    };
    for (const Row& row : rows) {
        const auto found = site::find_picture(site, site / row.page, row.src);
        const std::string expected = *row.file != 0 ? (site / row.file).string() : "none";
        BOOST_TEST((found ? found->string() : "none") == expected, row.page << ": " << row.src);
    }
}

BOOST_AUTO_TEST_SUITE_END()
