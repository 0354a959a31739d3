#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>
#include <sys/wait.h>

#include <cstdlib>
#include <regex>
#include <set>
#include <sstream>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(svg)

namespace {

/// Without the metadata, which tests/output/xmp.cpp reads.
std::string draw(const scene::Scene& scene) {
    std::string svg = output::to_svg(scene, test::theme(), test::fonts());
    const std::size_t start = svg.find("\n<metadata>");
    const std::string end = "</metadata>";
    BOOST_REQUIRE(start < svg.find(end));
    return svg.erase(start, svg.find(end) + end.size() - start);
}

scene::Scene scene_of(std::vector<scene::Node> nodes, const words::Words& words = test::words()) {
    return scene::Scene(words, {{{test::px(100), test::px(50)}, std::move(nodes)}});
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

/// The figure with its own name and the fonts' bytes replaced by words.
std::string without_names(const std::string& svg) {
    static const std::regex name("cairn-[0-9a-f]{16}");
    static const std::regex font("base64,[A-Za-z0-9+/=]+");
    return std::regex_replace(std::regex_replace(svg, name, "cairn-NAME"), font, "base64,FONT");
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
        without_names(draw(test::small_scene())) ==
        R"SVG(<svg xmlns="http://www.w3.org/2000/svg" class="cairn-NAME" width="200" height="120" viewBox="0 0 200 120" role="graphics-document document" lang="en-GB" xml:lang="en-GB" font-family="cairn-NAME,'Atkinson Hyperlegible Next',sans-serif" style="font-variant-numeric:tabular-nums;max-width:100%;height:auto" fill-rule="evenodd">
<title>Sgeulachdan “by area” &amp; &lt;kind&gt;</title>
<desc>Bars of 7 stories: &quot;Fife&quot; has most, 5.</desc>
<style>
@font-face{font-family:cairn-NAME;font-weight:400;src:url(data:font/woff2;base64,FONT) format("woff2")}
@font-face{font-family:cairn-NAME;font-weight:700;src:url(data:font/woff2;base64,FONT) format("woff2")}
.cairn-NAME,.cairn-NAME text{forced-color-adjust:none}
</style>
<pattern id="cairn-NAME-hatch-1" width="5.6569" height="5.6569" patternUnits="userSpaceOnUse"><path fill="#ffffff" d="M0 0h5.6569v5.6569h-5.6569z"/><path fill="none" stroke="#5a5a5a" stroke-width="1" stroke-linecap="square" d="M0 2.8284L2.8284 0M2.8284 5.6569L5.6569 2.8284"/></pattern>
<path fill="#fafafa" d="M0 0h200v120H0z" aria-hidden="true"/>
<g>
<text x="10" y="20" textLength="147.36" lengthAdjust="spacingAndGlyphs" fill="#101020" font-size="14" font-weight="700">Sgeulachdan &amp; &lt;kind&gt;</text></g>
<g role="graphics-object group" aria-label="Areas" font-size="12" stroke-width=".5">
<g role="graphics-symbol img" data-code="S12000047" data-value="5"><title>Fife: 5 stories</title>
<path fill="#1e5aa0" stroke="#282828" d="m80 30h100v16h-100z"/>
<text x="10" y="42" textLength="19.5" lengthAdjust="spacingAndGlyphs" aria-hidden="true" fill="#101020">Fife</text>
<text x="184" y="42" textLength="7.58" lengthAdjust="spacingAndGlyphs" aria-hidden="true" fill="#101020" font-weight="700">5</text></g>
<g role="graphics-symbol img" data-code="S12000013" data-value="0"><title>Na h-Eileanan Siar: no stories</title>
<path fill="#ffffff" stroke="#282828" d="m80 50h1v16h-1z"/>
<text x="10" y="62" textLength="67.04" lengthAdjust="spacingAndGlyphs" aria-hidden="true" fill="#101020">Dùn Èideann</text></g>
<g role="graphics-symbol img"><title>Moray: no data</title>
<path fill="url(#cairn-NAME-hatch-1)" stroke="#282828" d="m80 70h60v16h-60z"/>
<text x="10" y="82" textLength="32.1" lengthAdjust="spacingAndGlyphs" aria-hidden="true" fill="#101020">Moray</text></g></g>
<g role="graphics-object group" aria-label="Stories per council area" font-size="11">
<g role="graphics-symbol img"><title>3 to 5: 1 area</title>
<path fill="#1e5aa0" d="m150 70h10v10h-10z"/>
<text x="163" y="79" textLength="29.55" lengthAdjust="spacingAndGlyphs" aria-hidden="true" fill="#101020">3 to 5</text></g></g>
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
    words::Words words = test::words();
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
    BOOST_TEST(count(svg, "url(data:font/woff2;base64,") == 2U);
    for (const char* part : {"<script", "href", "@import", "<image", "<use", "onload", "local("}) {
        BOOST_TEST(count(svg, part) == 0U);
    }
}

BOOST_AUTO_TEST_CASE(names_differ_between_figures) {
    using namespace scene;
    using colour::Hatch;
    const Path black{{test::rectangle(0, 0, 10, 10)},
                     Hatch{colour::Role::zero, colour::Role::border, test::px(4), test::px(1)}};
    const Path grey{{test::rectangle(0, 0, 10, 10)}, test::hatch()};
    words::Words words = test::words();
    words.title = "Another";
    // Other words, another colour alone, another text alone.
    const std::string figures[] = {draw(scene_of({black, black})), draw(scene_of({black}, words)),
                                   draw(scene_of({grey, grey})),
                                   draw(scene_of({black, black, test::text("a", 1, 1)}))};
    BOOST_TEST(count(figures[0], "<pattern ") == 1U);
    BOOST_TEST(count(figures[0], "fill=\"url(#") == 2U);
    std::set<std::string> names;
    static const std::regex name("cairn-[0-9a-f]{16}");
    for (const std::string& svg : figures) {
        const std::set<std::string> own(std::sregex_token_iterator(svg.begin(), svg.end(), name),
                                        std::sregex_token_iterator());
        BOOST_TEST(own.size() == 1U);
        names.insert(own.begin(), own.end());
    }
    BOOST_TEST(names.size() == std::size(figures));
    BOOST_TEST(draw(scene_of({black, black})) == figures[0]);
}

BOOST_AUTO_TEST_CASE(ids_only_where_something_points_at_them) {
    BOOST_TEST(count(draw(scene_of({test::text("a", 1, 1)})), " id=") == 0U);
    const std::string svg = draw(test::small_scene());
    BOOST_TEST(count(svg, " id=") == 1U); // the hatch
}

BOOST_AUTO_TEST_CASE(every_rule_holds_in_this_figure_alone) {
    const colour::Theme dark = test::theme();
    const std::string svg =
        output::to_svg(test::small_scene(), test::theme(), test::fonts(),
                       {.interactive = true, .dark = &dark, .follows_forced_colours = true});
    const std::size_t begin = svg.find("<style>\n") + 8;
    std::istringstream css(svg.substr(begin, svg.find("</style>") - begin));
    std::size_t lines = 0;
    for (std::string line; std::getline(css, line); ++lines) {
        const bool own =
            line.starts_with(".cairn-") || line.starts_with("@font-face{font-family:cairn-");
        BOOST_TEST((own || line.starts_with("@media (") || line == "}"), line);
    }
    BOOST_TEST(lines > 6U);
}

BOOST_AUTO_TEST_CASE(each_motif_of_a_hatch_is_a_tile) {
    const std::vector<std::pair<colour::Motif, std::string>> motifs{
        {colour::Motif::rising, "M0 5.6569L5.6569 0M5.6569 11.3137L11.3137 5.6569"},
        {colour::Motif::falling, "M0 5.6569L5.6569 11.3137M5.6569 0L11.3137 5.6569"},
        {colour::Motif::level, "M0 4.0000h8.0000"},
        {colour::Motif::upright, "M4.0000 0v8.0000"},
        {colour::Motif::cross, "M0 5.6569L5.6569 0M5.6569 11.3137L11.3137 5.6569"
                               "M0 5.6569L5.6569 11.3137M5.6569 0L11.3137 5.6569"},
        {colour::Motif::grid, "M0 4.0000h8.0000M4.0000 0v8.0000"},
        {colour::Motif::dots, "M4.0000 4.0000h0"}};
    std::vector<scene::Node> nodes;
    for (const auto& [motif, data] : motifs) {
        scene::Path path{.subpaths = {{.points = {{test::px(0), test::px(0)},
                                                  {test::px(9), test::px(0)},
                                                  {test::px(9), test::px(9)}}}}};
        path.fill = test::hatch(8, 2, motif);
        nodes.emplace_back(std::move(path));
    }
    const std::string svg = without_names(draw(scene_of(std::move(nodes))));
    BOOST_TEST(count(svg, "<pattern ") == motifs.size());
    for (std::size_t i = 0; i < motifs.size(); ++i) {
        const auto& [motif, data] = motifs[i];
        const std::string name = fmt::format("cairn-NAME-hatch-{}", i + 1);
        // Lines at 45 degrees come as near to one another as level ones: their tile is larger.
        const bool slanted = data.find('L') != std::string::npos;
        const char* side = slanted ? "11.3137" : "8.0000";
        const std::string pattern = fmt::format(
            "<pattern id=\"{0}\" width=\"{1}\" height=\"{1}\" patternUnits=\"userSpaceOnUse\">"
            "<path fill=\"#ffffff\" d=\"M0 0h{1}v{1}h-{1}z\"/><path fill=\"none\" "
            "stroke=\"#5a5a5a\" stroke-width=\"2\" stroke-linecap=\"{2}\" d=\"{3}\"/></pattern>",
            name, side, motif == colour::Motif::dots ? "round" : "square", data);
        BOOST_TEST(count(svg, pattern) == 1U, pattern << " is not in " << svg);
        BOOST_TEST(count(svg, fmt::format("fill=\"url(#{})\"", name)) == 1U);
    }
}

BOOST_AUTO_TEST_CASE(without_text_no_font) {
    const std::string svg = draw(scene_of({}));
    BOOST_TEST(count(svg, "@font-face") == 0U);
    BOOST_TEST(count(svg, "font-family=\"'Atkinson Hyperlegible Next',sans-serif\"") == 1U);
}

BOOST_AUTO_TEST_CASE(a_group_says_once_what_all_within_it_share) {
    using namespace scene;
    using colour::Stroke;
    const Stroke outline{colour::Role::border, test::px(0.5), true};
    const Path area{{test::rectangle(0, 0, 10, 10)}, colour::Role::land, outline};
    const Group marks{Role::marks,
                      {},
                      {test::mark("A", "", 1, {area}), test::mark("B", "", 2, {area}),
                       test::text("label", 1, 1)}};
    const std::string svg = draw(scene_of({marks}));
    BOOST_TEST(count(svg, "stroke-width=\".5\"") == 1U);
    BOOST_TEST(count(svg, "stroke-linejoin=\"round\"") == 1U);
    BOOST_TEST(count(svg, "stroke=\"#282828\"") == 2U); // the label has no stroke
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
