#include "render/colour/colour.h"
#include "render/run/render.h"
#include "tests/support_checkout.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <vector>

// The samples as SVG: what their fonts weigh, in which order they are read, and whether their
// colours stand out in every scheme that a reader may have.

BOOST_AUTO_TEST_SUITE(svg_figures)

namespace {

namespace fs = std::filesystem;
using namespace cairn;
using Values = std::map<std::string, std::string>;

std::string draw(const std::string& figure, const std::string& style) {
    const test::TemporaryFolder out;
    const Report report =
        render({.files = {test::source_folder() / "samples/stories-project/figures.yaml"},
                .only = {figure},
                .out = out.path() / "drawn",
                .formats = {input::Format::svg},
                .style = style,
                .dpi = {}},
               test::checkout());
    BOOST_REQUIRE(report.errors.empty());
    return test::read_bytes(out.path() / "drawn" / (figure + ".svg"));
}

/// Everything that a pattern with one group finds.
std::vector<std::string> all(const std::string& text, const std::string& pattern) {
    const std::regex regex(pattern);
    return {std::sregex_token_iterator(text.begin(), text.end(), regex, 1),
            std::sregex_token_iterator()};
}

std::size_t font_bytes(const std::string& svg) {
    std::size_t sum = 0;
    for (std::size_t at = svg.find("@font-face{"); at != std::string::npos;
         at = svg.find("@font-face{", at + 1)) {
        sum += svg.find('}', at) + 1 - at;
    }
    return sum;
}

/// What a reader's settings make of colours.
struct Scheme {
    std::string name;
    bool dark = false;
    std::string canvas{}; ///< of a contrast theme; empty for none
    std::string canvas_text{};
};

/// Light and dark, and the contrast themes of Windows 11.
const std::vector<Scheme> schemes{{"light"},
                                  {"dark", true},
                                  {"Aquatic", true, "#202020", "#ffffff"},
                                  {"Desert", false, "#fffaef", "#3d3d3d"},
                                  {"Dusk", true, "#2d3236", "#ffffff"},
                                  {"Night sky", true, "#000000", "#ffffff"}};

/// "cairn-5 fill" and so on, with what the rules of a media query say.
Values rules(const std::string& svg, const std::string& query) {
    Values found;
    const std::regex rule(R"(\.cairn-[0-9a-f]{16} \.(cairn-\d+)\{(fill|stroke):([#\w]+)\})");
    for (std::size_t at = svg.find("@media " + query + "{\n"); at != std::string::npos;
         at = svg.find("@media " + query + "{\n", at + 1)) {
        const std::string block = svg.substr(at, svg.find("\n}", at) - at);
        for (std::sregex_iterator one(block.begin(), block.end(), rule), end; one != end; ++one) {
            found[(*one)[1].str() + " " + (*one)[2].str()] = (*one)[3];
        }
    }
    return found;
}

/// An element with its colours as the reader sees them.
struct Seen {
    std::string tag;
    Values attributes;
    std::string fill{};
    std::string stroke{};
    bool in_mark = false;
    bool hidden = false;     ///< in a group that is hidden
    bool on_the_page = true; ///< a text that takes forced colours
};

Values attributes_of(const std::string& tag) {
    Values attributes;
    std::size_t end = 0;
    for (std::size_t equals = tag.find("=\""); equals != std::string::npos;
         equals = tag.find("=\"", end)) {
        const std::size_t name = tag.rfind(' ', equals) + 1;
        end = tag.find('"', equals + 2);
        attributes[tag.substr(name, equals - name)] = tag.substr(equals + 2, end - equals - 2);
    }
    return attributes;
}

/// Tags of groups, paths, texts and patterns, in order. No regular expression: the library's
/// would overflow the stack on the path of a coast.
std::vector<std::string> tags_of(const std::string& body) {
    static const std::set<std::string> wanted{"g", "/g", "path", "text", "pattern", "/pattern"};
    std::vector<std::string> tags;
    for (std::size_t at = body.find('<'); at != std::string::npos; at = body.find('<', at + 1)) {
        const std::string tag = body.substr(at, body.find('>', at) + 1 - at);
        if (wanted.contains(tag.substr(1, tag.find_first_of(" />", 2) - 1))) {
            tags.push_back(tag);
        }
    }
    return tags;
}

/// Resolves classes as a browser does.
class Reader {
  public:
    Reader(const std::string& svg, Scheme scheme)
        : m_dark(rules(svg, "(prefers-color-scheme:dark)")),
          m_forced(rules(svg, "(forced-colors:active) and (scripting:enabled)")),
          m_scheme(std::move(scheme)) {
        const std::string body = svg.substr(svg.find("</style>"));
        std::vector<Seen> open{
            Seen{.tag = "svg", .attributes = {}, .fill = "#000000", .stroke = "none"}};
        for (const std::string& tag : tags_of(body)) {
            if (tag.starts_with("</")) {
                open.pop_back();
                continue;
            }
            Seen seen = see(tag, open.back());
            if (tag.starts_with("<g") || tag.starts_with("<pattern")) {
                open.push_back(seen);
            } else {
                elements.push_back(seen);
            }
        }
    }

    std::vector<Seen> elements{};

  private:
    Seen see(const std::string& tag, const Seen& parent) const {
        Seen seen{.tag = tag.substr(1, tag.find_first_of(" >") - 1),
                  .attributes = attributes_of(tag)};
        seen.fill = colour("fill", seen, parent.fill);
        seen.stroke = colour("stroke", seen, parent.stroke);
        const std::string role = value(seen, "role");
        seen.in_mark = parent.in_mark || role == "graphics-symbol img";
        seen.hidden = parent.hidden || (seen.tag == "g" && value(seen, "aria-hidden") == "true");
        seen.on_the_page = value(seen, "fill").empty() ? parent.on_the_page : takes_forced(seen);
        return seen;
    }

    static std::string value(const Seen& seen, const std::string& name) {
        const auto found = seen.attributes.find(name);
        return found == seen.attributes.end() ? "" : found->second;
    }

    [[nodiscard]] bool takes_forced(const Seen& seen) const {
        const auto classes = all(value(seen, "class"), "(\\S+)");
        return std::any_of(classes.begin(), classes.end(), [&](const std::string& one) {
            return m_forced.contains(one + " fill");
        });
    }

    [[nodiscard]] std::string colour(const std::string& property, const Seen& seen,
                                     const std::string& inherited) const {
        std::string result = value(seen, property);
        if (result.empty()) {
            return inherited;
        }
        for (const std::string& one : all(value(seen, "class"), "(\\S+)")) {
            const auto forced = m_forced.find(one + " " + property);
            const auto dark = m_dark.find(one + " " + property);
            if (!m_scheme.canvas.empty() && forced != m_forced.end()) {
                result = forced->second == "Canvas" ? m_scheme.canvas : m_scheme.canvas_text;
            } else if (m_scheme.dark && dark != m_dark.end()) {
                result = dark->second;
            }
        }
        return result;
    }

    Values m_dark;
    Values m_forced;
    Scheme m_scheme;
};

double contrast(const std::string& front, const std::string& back) {
    const auto a = colour::parse_colour(front);
    const auto b = colour::parse_colour(back);
    BOOST_REQUIRE_MESSAGE(a && b, front << " or " << back << " is no colour");
    return colour::contrast(*a, *b);
}

bool is_colour(const std::string& text) {
    return text.starts_with("#");
}

/// The colours that nothing hides: of two lines in one place the upper, for the lower is a casing.
std::vector<std::string> line_colours(const std::vector<Seen>& elements) {
    std::map<std::string, std::string> by_place;
    for (const Seen& seen : elements) {
        if (seen.hidden && seen.tag == "path" && is_colour(seen.stroke)) {
            by_place[seen.attributes.at("d")] = seen.stroke;
        }
    }
    std::vector<std::string> colours;
    for (const auto& [place, colour] : by_place) {
        colours.push_back(colour);
    }
    return colours;
}

void check_texts(const std::vector<Seen>& elements, const std::string& page,
                 const std::string& where) {
    std::size_t texts = 0;
    for (const Seen& seen : elements) {
        if (seen.tag == "text" && seen.on_the_page) {
            ++texts;
            BOOST_TEST(contrast(seen.fill, page) >= 4.5,
                       where << ": text " << seen.fill << " on " << page);
        }
    }
    BOOST_TEST(texts > 10U, where);
}

} // namespace

BOOST_AUTO_TEST_CASE(fonts_weigh_less_than_25_kB) {
    for (const char* figure : {"sector-8", "place-8"}) {
        const std::string svg = draw(figure, "screen");
        BOOST_TEST(font_bytes(svg) > 2000U, figure);
        BOOST_TEST(font_bytes(svg) < 25'000U, figure);
        BOOST_TEST(svg.size() - font_bytes(svg) < 120'000U, figure);
    }
}

BOOST_AUTO_TEST_CASE(every_bar_and_area_is_named_once_in_the_order_asked_for) {
    // The samples ask for the order of the file, in which areas without a row come last.
    const auto names = [](const char* figure) {
        return all(draw(figure, "screen"),
                   "<g role=\"graphics-symbol img\"[^>]*><title>([^<]*)</title>");
    };
    BOOST_TEST(names("sector-8") ==
                   (std::vector<std::string>{
                       "Unpaid carer: 1 story", "Public body: 1 story", "Private company: 1 story",
                       "Independent Care Home: 1 story", "Government agency: 1 story",
                       "Education: 3 stories", "Statutory agency: 6 stories",
                       "Health / NHS: 6 stories", "Third sector: 19 stories"}),
               boost::test_tools::per_element());
    const std::vector<std::string> areas = names("place-8");
    BOOST_REQUIRE(areas.size() == 32U + 5U);
    BOOST_TEST(areas[0] == "Stirling: 1 story");
    BOOST_TEST(areas[16] == "Glasgow City: 11 stories");
    for (std::size_t i = 17; i < 32; ++i) {
        BOOST_TEST(areas[i].ends_with(": no stories"), areas[i]);
    }
    BOOST_TEST(areas[32] == "No stories: 15 areas");
    BOOST_TEST(areas[36] == "5 to 11: 3 areas");
}

BOOST_AUTO_TEST_CASE(a_map_stands_out_in_every_scheme) {
    const std::string svg = draw("place-8", "adaptive");
    for (const Scheme& scheme : schemes) {
        const std::vector<Seen> elements = Reader(svg, scheme).elements;
        const std::string page = elements.front().fill;
        BOOST_TEST(page == (!scheme.canvas.empty() ? scheme.canvas
                            : scheme.dark          ? "#15191e"
                                                   : "#ffffff"));
        check_texts(elements, page, scheme.name);
        const std::vector<std::string> lines = line_colours(elements);
        BOOST_TEST(lines.size() > 20U);
        for (const std::string& line : lines) {
            BOOST_TEST(contrast(line, page) >= 3,
                       scheme.name << ": line " << line << " on " << page);
            for (const Seen& seen : elements) {
                if (seen.in_mark && seen.tag == "path") {
                    BOOST_TEST(contrast(line, seen.fill) >= 3,
                               scheme.name << ": line " << line << " on " << seen.fill);
                }
            }
        }
        for (const Seen& seen : elements) {
            // A swatch has an outline of its own.
            if (seen.in_mark && is_colour(seen.stroke) && seen.tag == "path") {
                BOOST_TEST(contrast(seen.stroke, page) >= 3, scheme.name << ": swatch");
                BOOST_TEST(contrast(seen.stroke, seen.fill) >= 3, scheme.name << ": swatch");
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(bars_stand_out_in_every_scheme) {
    const std::string svg = draw("sector-8", "adaptive");
    for (const Scheme& scheme : schemes) {
        const std::vector<Seen> elements = Reader(svg, scheme).elements;
        const std::string page = elements.front().fill;
        check_texts(elements, page, scheme.name);
        std::size_t shapes = 0;
        for (const Seen& seen : elements) {
            if (seen.tag == "path" && (seen.in_mark || seen.hidden)) {
                ++shapes;
                BOOST_TEST(contrast(seen.fill, page) >= 3, scheme.name << ": " << seen.fill);
            }
        }
        BOOST_TEST(shapes == 9U + 1U); // the bars and their baseline
    }
}

BOOST_AUTO_TEST_CASE(only_styles_that_say_so_follow_the_reader) {
    for (const char* style : {"screen", "print", "dark"}) {
        const std::string svg = draw("sector-8", style);
        BOOST_TEST(svg.find("@media") == std::string::npos, style);
        BOOST_TEST(svg.find("forced-color-adjust:none") != std::string::npos, style);
    }
}

BOOST_AUTO_TEST_SUITE_END()
