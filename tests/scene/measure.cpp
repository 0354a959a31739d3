#include "render/scene/measure.h"

#include "render/scene/measure_pango.h"
#include "tests/support.h"

#include <boost/test/unit_test.hpp>

#include <clocale>
#include <cstdlib>
#include <fstream>

// The widths of text: known values, and nothing of the host in them.

using namespace cairn;
using namespace cairn::scene;
using colour::Font;
using colour::Weight;

BOOST_AUTO_TEST_SUITE(measure)

namespace {

const char* const family = "Atkinson Hyperlegible Next";

Fonts load() {
    return {test::source_folder() / "styles/fonts", family};
}

constexpr Font regular{Length::px(100)};
constexpr Font bold{Length::px(100), Weight::bold};

double width(const Fonts& fonts, std::string_view text, const Font& font = regular) {
    return fonts.measure(text, font).width.to_px();
}

std::vector<Problem> warnings(const Fonts& fonts, const std::vector<std::string>& texts) {
    words::Words words;
    words.language = "en-GB";
    words.title = words.short_text = words.description = "Text";
    words.table.columns = {{"Text"}};
    std::vector<Node> nodes;
    for (const std::string& text : texts) {
        nodes.emplace_back(Group{Role::plain, {}, {Text{text, {}, {}, regular, {}}}});
    }
    return fonts.stand_ins(Scene(words, {{{Length::px(9), Length::px(9)}, nodes}}));
}

/// Sets a variable of the environment; puts the old value back when gone.
class Environment {
  public:
    Environment(const char* name, const char* value) : m_name(name) {
        const char* old = std::getenv(name);
        m_old = old == nullptr ? std::optional<std::string>() : old;
        ::setenv(name, value, 1);
    }
    ~Environment() {
        if (m_old) {
            ::setenv(m_name, m_old->c_str(), 1);
        } else {
            ::unsetenv(m_name);
        }
    }
    Environment(const Environment&) = delete;
    Environment& operator=(const Environment&) = delete;

  private:
    const char* m_name;
    std::optional<std::string> m_old;
};

/// A fontconfig file of a host without fonts.
std::string host_without_fonts(const test::TemporaryFolder& folder) {
    return folder.write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig></fontconfig>").string();
}

} // namespace

BOOST_AUTO_TEST_CASE(widths_are_those_of_the_font) {
    // Advances in the font's hmtx table, in thousandths of the size.
    const Fonts fonts = load();
    BOOST_TEST(width(fonts, "") == 0);
    BOOST_TEST(width(fonts, "H") == 69.4, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(width(fonts, "H", bold) == 70.1, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(width(fonts, "0") == 63.2, boost::test_tools::tolerance(1e-3));
    BOOST_TEST(width(fonts, "HH") == 2 * width(fonts, "H"), boost::test_tools::tolerance(1e-3));
    BOOST_TEST(width(fonts, "AV") < width(fonts, "A") + width(fonts, "V") - 1); // kerned
    BOOST_TEST(width(fonts, "Fife", bold) > width(fonts, "Fife"));
}

BOOST_AUTO_TEST_CASE(ascent_and_descent_are_those_of_the_font) {
    // hhea: 984 and -316 of 1000.
    const Fonts fonts = load();
    for (const char* text : {"", "x", "Àg", "日本"}) {
        const Extent extent = fonts.measure(text, regular);
        BOOST_TEST(extent.ascent.to_px() == 98.4, boost::test_tools::tolerance(1e-3));
        BOOST_TEST(extent.descent.to_px() == 31.6, boost::test_tools::tolerance(1e-3));
    }
}

BOOST_AUTO_TEST_CASE(width_grows_with_size_alone) {
    const Fonts fonts = load();
    const double large = width(fonts, "Dumfries and Galloway 1,234");
    for (const double size : {6.0, 11.0, 12.5, 33.3}) {
        BOOST_TEST(width(fonts, "Dumfries and Galloway 1,234", {Length::px(size)}) ==
                       large * size / 100,
                   boost::test_tools::tolerance(2e-3));
    }
}

BOOST_AUTO_TEST_CASE(figures_are_tabular) {
    const Fonts fonts = load();
    for (const Font& font : {regular, bold}) {
        for (const char* digit : {"1", "2", "3", "4", "5", "6", "7", "8", "9"}) {
            BOOST_TEST(width(fonts, digit, font) == width(fonts, "0", font));
        }
    }
}

BOOST_AUTO_TEST_CASE(the_repertoire_holds_what_figures_say) {
    const Fonts fonts = load();
    const std::string text = "ÀÈÌÒÙàèìòùÁÉÍÓÚáéíóúÂÊÎÔÛŴŶâêîôûŵŷ –—‘’“”…−×·•£€°½&@%#§†©®™ßæøåłžř";
    for (const Font& font : {regular, bold}) {
        BOOST_TEST(set_line(fonts.pango(), text, font).stand_ins.empty());
    }
}

BOOST_AUTO_TEST_CASE(composed_and_decomposed_letters_are_one) {
    const Fonts fonts = load();
    BOOST_TEST(width(fonts, "Du\u0300n E\u0300ideann") == width(fonts, "Dùn Èideann"));
}

BOOST_AUTO_TEST_CASE(white_space_and_control_characters) {
    BOOST_TEST(drawn_text("a\tb\nc\r\u2028d") == "a b c  d");
    BOOST_TEST(drawn_text("a\x01\x1f\x7f\u0080z") == "az");
    BOOST_TEST(drawn_text("non\u2011breaking") == "non-breaking");
    BOOST_TEST(drawn_text("not \xff UTF-8") == "not \uFFFD UTF-8");
}

BOOST_AUTO_TEST_CASE(nothing_of_the_host_changes_a_width) {
    const char* const text = "Dùn Èideann – 1,234 stories";
    const double expected = width(load(), text);
    const test::TemporaryFolder folder;
    const std::string ugly =
        folder
            .write("fonts.conf", "<?xml version=\"1.0\"?><fontconfig>"
                                 "<dir>/usr/share/fonts</dir><match target=\"pattern\">"
                                 "<edit name=\"family\" mode=\"assign\" binding=\"same\">"
                                 "<string>DejaVu Sans Mono</string></edit></match>"
                                 "</fontconfig>")
            .string();
    const Environment fontconfig("FONTCONFIG_FILE", ugly.c_str());
    const Environment backend("PANGOCAIRO_BACKEND", "none");
    const Environment language("PANGO_LANGUAGE", "tr:ja");
    const Environment home("XDG_CONFIG_HOME", folder.path().c_str());
    const Environment locale("LC_ALL", "C.UTF-8");
    std::setlocale(LC_ALL, "");
    BOOST_TEST(width(load(), text) == expected);
    std::setlocale(LC_ALL, "C");
}

BOOST_AUTO_TEST_CASE(a_folder_without_the_family_is_told) {
    const std::string folder = (test::source_folder() / "styles/fonts").string();
    BOOST_TEST(test::error_text([&] { Fonts(folder, "Arial"); }) ==
               folder + ": error: holds no font of the family \"Arial\"\n"
                        "  it holds \"Atkinson Hyperlegible Next\"\n");
    const test::TemporaryFolder empty;
    for (const std::filesystem::path& path : {empty.path(), empty.path() / "absent"}) {
        BOOST_TEST(test::error_text([&] { Fonts(path, family); }) ==
                   path.string() + ": error: holds no font file\n"
                                   "  expected the .ttf files of styles/fonts, as installed\n");
    }
    const std::string broken = empty.write("broken.ttf", "not a font").string();
    BOOST_TEST(test::error_text([&] { Fonts(empty.path(), family); }) ==
               broken + ": error: cannot be read as a font\n"
                        "  put the file of styles/fonts back\n");
}

BOOST_AUTO_TEST_CASE(host_fonts_stand_in_with_a_warning) {
    const Fonts fonts = load();
    BOOST_TEST(warnings(fonts, {"Fife", "Dùn Èideann"}).empty());
    const std::vector<Problem> told = warnings(fonts, {"東京 label", "Fife", "東京 label"});
    BOOST_REQUIRE(told.size() == 1U);
    BOOST_TEST(told[0].where.file == "");
    BOOST_TEST(told[0].what == "\"東京 label\" has characters that Atkinson Hyperlegible Next "
                               "lacks: 京 (U+4EAC), 東 (U+6771) drawn in Noto Sans CJK JP");
    BOOST_TEST(told[0].remedy ==
               "another computer may have other fonts, and draw this text otherwise");
    BOOST_TEST(width(fonts, "東京") == 200.0, boost::test_tools::tolerance(1e-3));
}

BOOST_AUTO_TEST_CASE(letters_of_two_fonts_stand_on_one_baseline) {
    const Fonts fonts = load();
    const Line line = set_line(fonts.pango(), "東京 label", regular);
    BOOST_TEST(!line.stand_ins.empty());
    for (const GSList* run = line.get()->runs; run != nullptr; run = run->next) {
        BOOST_TEST(static_cast<const PangoGlyphItem*>(run->data)->y_offset == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_box_is_never_drawn_in_silence) {
    const test::TemporaryFolder folder;
    const Environment fontconfig("FONTCONFIG_FILE", host_without_fonts(folder).c_str());
    const Fonts fonts = load();
    const std::vector<Problem> told = warnings(fonts, {"東\u0307 x"});
    BOOST_REQUIRE(told.size() == 1U);
    BOOST_TEST(told[0].what ==
               "\"東\u0307 x\" has characters that Atkinson Hyperlegible Next lacks: U+0307, 東 "
               "(U+6771) drawn as a box, since no font here has it");
    BOOST_TEST(told[0].remedy == "install a font that has them, or write the text otherwise");
    BOOST_TEST(width(fonts, "東") > 10);
}

BOOST_AUTO_TEST_CASE(the_direction_of_a_text_is_its_own) {
    const Fonts fonts = load();
    BOOST_TEST(!set_line(fonts.pango(), "Fife 5", regular).is_right_to_left());
    BOOST_TEST(set_line(fonts.pango(), "فايف: 5", regular).is_right_to_left());
    BOOST_TEST(!set_line(fonts.pango(), "Fife فايف", regular).is_right_to_left());
}

BOOST_AUTO_TEST_CASE(what_was_measured_before_changes_nothing) {
    const Fonts fresh = load();
    const Fonts used = load();
    for (const char* text : {"αβγ", "東京", "فايف", "Fife"}) {
        width(used, text, bold);
    }
    for (const char* text : {"Fife", "فايف 東京", "αβγ 東", "東京"}) {
        BOOST_TEST(width(used, text) == width(fresh, text));
    }
}

BOOST_AUTO_TEST_SUITE_END()
