#include "render/output/fonts/font_subset.h"

#include "render/output/fonts/harfbuzz_handles.h"
#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

#include <array>
#include <cmath>
#include <set>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(font_subset)

namespace {

scene::Scene scene_of(const std::vector<scene::Text>& texts) {
    return scene::Scene(test::words(),
                        {{{test::px(100), test::px(50)}, {texts.begin(), texts.end()}}});
}

std::vector<output::FontSubset> subsets(const std::vector<scene::Text>& texts) {
    return output::font_subsets(scene_of(texts), test::fonts());
}

output::Face face_of(const std::string& truetype) {
    const output::Blob blob(hb_blob_create(truetype.data(), static_cast<unsigned>(truetype.size()),
                                           HB_MEMORY_MODE_READONLY, nullptr, nullptr));
    return output::Face(hb_face_create(blob.get(), 0));
}

std::set<char32_t> characters_of(const std::string& truetype) {
    const output::Face face = face_of(truetype);
    const std::unique_ptr<hb_set_t, void (*)(hb_set_t*)> held(hb_set_create(), hb_set_destroy);
    hb_face_collect_unicodes(face.get(), held.get());
    std::set<char32_t> characters;
    for (hb_codepoint_t next = HB_SET_VALUE_INVALID; hb_set_next(held.get(), &next);) {
        characters.insert(next);
    }
    return characters;
}

/// How wide a browser sets a text: with the features that are always on, and tabular figures.
double width_in(const std::string& truetype, const std::string& text, double size) {
    const output::Face face = face_of(truetype);
    const std::unique_ptr<hb_font_t, void (*)(hb_font_t*)> font(hb_font_create(face.get()),
                                                                hb_font_destroy);
    const std::unique_ptr<hb_buffer_t, void (*)(hb_buffer_t*)> buffer(hb_buffer_create(),
                                                                      hb_buffer_destroy);
    hb_buffer_add_utf8(buffer.get(), text.c_str(), -1, 0, -1);
    hb_buffer_guess_segment_properties(buffer.get());
    const std::array features{
        hb_feature_t{HB_TAG('t', 'n', 'u', 'm'), 1, 0, HB_FEATURE_GLOBAL_END}};
    hb_shape(font.get(), buffer.get(), features.data(), features.size());
    unsigned count = 0;
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    long sum = 0;
    for (unsigned i = 0; i < count; ++i) {
        sum += positions[i].x_advance;
    }
    return static_cast<double>(sum) * size / hb_face_get_upem(face.get());
}

} // namespace

BOOST_AUTO_TEST_CASE(the_used_characters_by_weight) {
    const auto fonts = subsets({test::text("Fife", 1, 1), test::text("5 i", 1, 1),
                                test::text("Total", 1, 1, 12, colour::Weight::bold)});
    BOOST_REQUIRE(fonts.size() == 2U);
    BOOST_TEST((fonts[0].weight == colour::Weight::regular));
    BOOST_TEST((fonts[1].weight == colour::Weight::bold));
    BOOST_TEST(
        (characters_of(fonts[0].truetype) == std::set<char32_t>{' ', '5', 'F', 'e', 'f', 'i'}));
    BOOST_TEST((characters_of(fonts[1].truetype) == std::set<char32_t>{'T', 'a', 'l', 'o', 't'}));
}

BOOST_AUTO_TEST_CASE(texts_are_as_wide_as_measured) {
    for (const colour::Weight weight : {colour::Weight::regular, colour::Weight::bold}) {
        for (const char* text : {"AVATAR To. Yes, we", "Dùn Èideann", "1,111 – 4.5%",
                                 "office affluent", "Na h-Eileanan Siar"}) {
            const scene::Text set = test::text(text, 1, 1, 14, weight);
            const auto fonts = subsets({set});
            BOOST_REQUIRE(fonts.size() == 1U);
            BOOST_TEST(std::abs(width_in(fonts[0].truetype, text, 14) - set.width.to_px()) < 0.05,
                       text);
        }
    }
}

BOOST_AUTO_TEST_CASE(the_copyright_goes_with_the_font) {
    const auto fonts = subsets({test::text("a", 1, 1)});
    const output::Face face = face_of(fonts.at(0).truetype);
    std::array<char, 200> name{};
    unsigned size = name.size();
    hb_ot_name_get_utf8(face.get(), HB_OT_NAME_ID_COPYRIGHT, HB_LANGUAGE_INVALID, &size,
                        name.data());
    BOOST_TEST(std::string(name.data()).starts_with("Copyright 2020"), name.data());
}

BOOST_AUTO_TEST_CASE(what_the_family_lacks_is_left_out) {
    BOOST_TEST(subsets({}).empty());
    BOOST_TEST(subsets({test::text("直", 1, 1)}).empty());
    const auto fonts = subsets({test::text("a直", 1, 1)});
    BOOST_REQUIRE(fonts.size() == 1U);
    BOOST_TEST((characters_of(fonts[0].truetype) == std::set<char32_t>{'a'}));
}

BOOST_AUTO_TEST_CASE(the_same_scene_gives_the_same_bytes) {
    const std::vector<scene::Text> texts{test::text("Fife 5", 1, 1)};
    BOOST_TEST((subsets(texts).at(0).truetype == subsets(texts).at(0).truetype));
}

BOOST_AUTO_TEST_SUITE_END()
