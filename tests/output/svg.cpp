#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(svg)

namespace {

/// Without the metadata, which tests/output/xmp.cpp reads.
std::string draw(const scene::Scene& scene) {
    std::string svg = output::to_svg(scene, test::fonts());
    const std::size_t start = svg.find("\n<metadata>");
    const std::string end = "</metadata>";
    BOOST_REQUIRE(start < svg.find(end));
    return svg.erase(start, svg.find(end) + end.size() - start);
}

scene::Scene scene_of(std::vector<scene::Node> nodes, const facts::Words& words = test::words()) {
    return scene::Scene({test::px(100), test::px(50)}, {255, 255, 255}, words, std::move(nodes));
}

/// Whether an XML parser (expat) reads it.
bool is_well_formed(const std::string& svg) {
    const test::TemporaryFolder folder;
    const std::string file = folder.write("figure.svg", svg).string();
    const int status = std::system(
        fmt::format("python3 -c 'import sys, xml.dom.minidom; xml.dom.minidom.parse(sys.argv[1])' "
                    "'{}' 2>/dev/null",
                    file)
            .c_str());
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) {
        ++found;
    }
    return found;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_small_figure_as_text) {
    BOOST_TEST(
        draw(test::small_scene()) ==
        R"SVG(<svg xmlns="http://www.w3.org/2000/svg" width="200" height="120" viewBox="0 0 200 120" role="graphics-document document" lang="en-GB" xml:lang="en-GB" font-family="'Atkinson Hyperlegible Next',sans-serif" style="font-variant-numeric:tabular-nums" fill-rule="evenodd">
<title>Sgeulachdan “by area” &amp; &lt;kind&gt;</title>
<desc>Bars of 7 stories: &quot;Fife&quot; has most, 5.</desc>
<pattern id="hatch-316e2205bdb7ce72-1" width="5.6569" height="5.6569" patternUnits="userSpaceOnUse"><path fill="#ffffff" d="M0 0h5.6569v5.6569h-5.6569z"/><path fill="none" stroke="#5a5a5a" stroke-width="1" stroke-linecap="square" d="M0 2.8284L2.8284 0M2.8284 5.6569L5.6569 2.8284"/></pattern>
<path fill="#fafafa" d="M0 0h200v120H0z" aria-hidden="true"/>
<g>
<text x="10" y="20" textLength="147.36" lengthAdjust="spacingAndGlyphs" fill="#101020" font-size="14" font-weight="700">Sgeulachdan &amp; &lt;kind&gt;</text></g>
<g role="graphics-object group" font-size="12" stroke-width=".5">
<g role="graphics-symbol img" data-code="S12000047" data-value="5"><title>Fife: 5 stories</title>
<path fill="#1e5aa0" stroke="#282828" d="m80 30h100v16h-100z"/>
<text x="10" y="42" textLength="19.5" lengthAdjust="spacingAndGlyphs" fill="#101020">Fife</text>
<text x="184" y="42" textLength="7.58" lengthAdjust="spacingAndGlyphs" fill="#101020" font-weight="700">5</text></g>
<g role="graphics-symbol img" data-code="S12000013" data-value="0"><title>Na h-Eileanan Siar: no stories</title>
<path fill="#ffffff" stroke="#282828" d="m80 50h1v16h-1z"/>
<text x="10" y="62" textLength="67.04" lengthAdjust="spacingAndGlyphs" fill="#101020">Dùn Èideann</text></g>
<g role="graphics-symbol img"><title>Moray: no data</title>
<path fill="url(#hatch-316e2205bdb7ce72-1)" stroke="#282828" d="m80 70h60v16h-60z"/>
<text x="10" y="82" textLength="32.1" lengthAdjust="spacingAndGlyphs" fill="#101020">Moray</text></g></g>
<g role="graphics-object group" aria-label="Stories per council area" font-size="11">
<g role="graphics-symbol img"><title>3 to 5: 1 area</title>
<path fill="#1e5aa0" d="m150 70h10v10h-10z"/>
<text x="163" y="79" textLength="29.55" lengthAdjust="spacingAndGlyphs" fill="#101020">3 to 5</text></g></g>
<g aria-hidden="true">
<path fill="none" stroke="#c80000" stroke-linecap="round" stroke-linejoin="round" stroke-width="4" d="m100 100h0"/></g>
<g role="note">
<text x="10" y="112" textLength="66.32" lengthAdjust="spacingAndGlyphs" fill="#101020" font-size="11">Source: A &amp; B</text></g>
</svg>
)SVG");
}

BOOST_AUTO_TEST_CASE(every_svg_is_well_formed) {
    BOOST_TEST(is_well_formed(draw(test::small_scene())));
    BOOST_TEST(!is_well_formed("<svg><g></svg>"));
    facts::Words words = test::words();
    const std::string hostile = "a\x01<b> & \"c\" ]]> '\x1F\uFFFF--> <!-- </svg>";
    words.title = words.short_text = words.legend_title = hostile;
    const std::string svg =
        draw(scene_of({test::mark(hostile, hostile, 1, {test::text(hostile, 5, 20)}),
                       scene::Group{scene::Role::legend, {}, {test::text("x", 1, 1)}}},
                      words));
    BOOST_TEST(is_well_formed(svg));
    BOOST_TEST(count(svg, "</svg>") == 1U);
}

BOOST_AUTO_TEST_CASE(nothing_from_outside_and_no_script) {
    const std::string svg = draw(test::small_scene());
    BOOST_TEST(count(svg, "http") == 1U); // the namespace
    for (const char* part : {"<script", "href", "@import", "<image", "<use", "<style", "onload"}) {
        BOOST_TEST(count(svg, part) == 0U);
    }
}

BOOST_AUTO_TEST_CASE(ids_differ_between_figures) {
    const scene::Path hatched{{test::rectangle(0, 0, 10, 10)},
                              scene::Hatch{{255, 255, 255}, {0, 0, 0}, test::px(4), test::px(1)}};
    const std::string one = draw(scene_of({hatched, hatched}));
    facts::Words words = test::words();
    words.title = "Another";
    const std::string other = draw(scene_of({hatched}, words));
    const auto id = [](const std::string& svg) { return svg.substr(svg.find("id=\""), 30); };
    BOOST_TEST(count(one, "<pattern ") == 1U);
    BOOST_TEST(count(one, "fill=\"url(#") == 2U);
    BOOST_TEST(id(one) != id(other));
    BOOST_TEST(count(draw(scene_of({})), "id=") == 0U);
}

BOOST_AUTO_TEST_CASE(a_group_says_once_what_all_within_it_share) {
    using namespace scene;
    const Stroke outline{{0, 0, 0}, test::px(0.5), true};
    const Path area{{test::rectangle(0, 0, 10, 10)}, Colour{9, 9, 9}, outline};
    const Group marks{Role::marks,
                      {},
                      {test::mark("A", "", 1, {area}), test::mark("B", "", 2, {area}),
                       test::text("label", 1, 1)}};
    const std::string svg = draw(scene_of({marks}));
    BOOST_TEST(count(svg, "stroke-width=\".5\"") == 1U);
    BOOST_TEST(count(svg, "stroke-linejoin=\"round\"") == 1U);
    BOOST_TEST(count(svg, "stroke=\"#000000\"") == 2U); // the label has no stroke
}

BOOST_AUTO_TEST_CASE(spaces_and_direction_are_kept) {
    const std::string svg = draw(
        scene_of({test::text("a  b", 1, 1), test::text("a b", 1, 1), test::text("فايف", 5, 9)}));
    BOOST_TEST(count(svg, "xml:space=\"preserve\"") == 1U);
    BOOST_TEST(count(svg, "x=\"5\" y=\"9\"") == 1U);
    BOOST_TEST(count(svg, "direction=\"rtl\" text-anchor=\"end\"") == 1U);
    BOOST_TEST(count(svg, ">فايف</text>") == 1U);
}

BOOST_AUTO_TEST_CASE(an_empty_group_or_text_leaves_nothing_odd) {
    const std::string svg =
        draw(scene_of({scene::Group{scene::Role::marks, {}, {}}, test::text("", 1, 1)}));
    BOOST_TEST(count(svg, "<g") == 0U);
    BOOST_TEST(count(svg, "textLength") == 0U);
}

BOOST_AUTO_TEST_SUITE_END()
