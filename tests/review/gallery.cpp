#include "render/review/gallery.h"

#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(gallery)

namespace {

std::size_t count_of(const std::string& text, const std::string& part) {
    std::size_t count = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++count;
    }
    return count;
}

std::string gallery_of(const facts::Words& words) {
    const scene::Scene scene = test::small_scene(words);
    facts::Facts facts;
    facts.id = "place-8";
    facts.facts = {
        {.label = words.table.rows[0][0], .code = "S12000047", .value = 1234.5, .class_index = 2},
        {.label = "Moray", .code = {}, .value = {}, .class_index = {}}};
    facts.decimals = 1;
    facts.shown_decimals = 1;
    facts.total = 1234.5;
    facts.rows_read = 2;
    const std::vector<review::Touch> touches = review::touching(scene, test::fonts());
    std::vector<File> files{{"svg", "place-8.svg", output::to_svg(scene, test::fonts())},
                            {"png", "place-8.png", output::to_png(scene, test::fonts(), 96)},
                            {"pdf", "place-8.pdf", output::to_pdf(scene, test::fonts())},
                            {"html", "place-8.html",
                             output::to_html(scene, {"place-8.svg", "place-8.png", "place-8.csv"},
                                             output::HtmlForm::alt_text)},
                            {"csv", "place-8.csv", output::to_csv(facts, words)}};
    const std::vector<review::Exhibit> exhibits{{{facts, scene, {}, std::move(files)},
                                                 scene,
                                                 {"Clackmannanshire"},
                                                 touches,
                                                 review::measure(scene, touches, false),
                                                 &test::fonts()}};
    return review::to_gallery("The <stories> project", exhibits);
}

} // namespace

BOOST_AUTO_TEST_CASE(everything_of_a_figure_is_there) {
    const std::string html = gallery_of(test::words());
    for (const char* part :
         {"<h1>The &lt;stories&gt; project: figures</h1>", "data:image/png;base64,iVBOR",
          "data:application/pdf;base64,JVBER", "download=\"place-8.csv\"",
          "Bars of 7 stories: &quot;Fife&quot; has most, 5.", ">1,234.5</td>", ">no data</td>",
          "<figcaption>protanopia</figcaption>", "<figcaption>deuteranopia</figcaption>",
          "<figcaption>tritanopia</figcaption>", "<figcaption>greyscale</figcaption>",
          "<figcaption>320 px wide</figcaption>", "No room for the names of Clackmannanshire;",
          "Contrast of every two colours that touch", "Contrast of text (WCAG 1.4.3)"}) {
        BOOST_TEST(html.find(part) != std::string::npos, part);
    }
    BOOST_TEST(count_of(html, "<svg xmlns") == 1U, "the figure itself stands in the page once");
    BOOST_TEST(count_of(html, "data:image/svg+xml;base64,") ==
                   7U, // a link, four visions, phone, HTML
               count_of(html, "data:image/svg+xml;base64,"));
}

BOOST_AUTO_TEST_CASE(it_needs_nothing_but_itself) {
    const std::string html = gallery_of(test::words());
    // No regular expression: the library's would overflow the stack on a picture as a URL.
    for (const std::string name : {" src=\"", " srcset=\"", " href=\""}) {
        for (std::size_t at = html.find(name); at != std::string::npos;
             at = html.find(name, at + 1)) {
            const std::string target = html.substr(at + name.size(), 80);
            BOOST_TEST((target.starts_with("data:") || target.starts_with('#')), target);
        }
    }
    BOOST_TEST(html.find("<script") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(nothing_in_the_words_becomes_markup) {
    facts::Words words = test::words();
    const std::string hostile = "</style><script>alert(\"&\")</script>";
    words.title = words.short_text = words.description = words.list = hostile;
    words.table.rows[0][0] = hostile;
    BOOST_TEST(gallery_of(words).find("<script") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
