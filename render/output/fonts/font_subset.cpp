#include "render/output/fonts/font_subset.h"

#include "render/output/fonts/harfbuzz_handles.h"
#include "render/scene/measure_pango.h"

#include <map>
#include <set>
#include <stdexcept>

namespace cairn::output {

namespace {

/// The features that Pango sets texts with: those that are always on, and tabular figures. A
/// browser would also apply local forms (locl), which Pango is told to leave.
constexpr hb_tag_t features[] = {HB_TAG('c', 'a', 'l', 't'), HB_TAG('c', 'c', 'm', 'p'),
                                 HB_TAG('c', 'l', 'i', 'g'), HB_TAG('k', 'e', 'r', 'n'),
                                 HB_TAG('l', 'i', 'g', 'a'), HB_TAG('m', 'a', 'r', 'k'),
                                 HB_TAG('m', 'k', 'm', 'k'), HB_TAG('r', 'c', 'l', 't'),
                                 HB_TAG('r', 'l', 'i', 'g'), HB_TAG('t', 'n', 'u', 'm')};

/// Copyright and licence of the font, as its licence asks for.
constexpr hb_ot_name_id_t names[] = {HB_OT_NAME_ID_COPYRIGHT, HB_OT_NAME_ID_LICENSE_URL};

using Characters = std::set<char32_t>;

std::map<colour::Weight, Characters> characters_by_weight(const scene::Scene& scene) {
    std::map<colour::Weight, Characters> characters;
    visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Text>) {
            const std::string drawn = scene::drawn_text(node.string);
            for (const char* next = drawn.c_str(); *next != '\0'; next = g_utf8_next_char(next)) {
                characters[node.font.weight].insert(g_utf8_get_char(next));
            }
        }
    });
    return characters;
}

/// The family's whole font of a weight.
Face face_of(const scene::PangoFonts& fonts, colour::Weight weight) {
    const scene::Description description =
        scene::describe_font(fonts.family, {Length::px(16), weight});
    const scene::Object<PangoFont> font(
        pango_context_load_font(fonts.own.context(), description.get()));
    return Face(hb_face_reference(hb_font_get_face(pango_font_get_hb_font(font.get()))));
}

bool has_any(hb_face_t* face, const Characters& characters) {
    const std::unique_ptr<hb_set_t, void (*)(hb_set_t*)> held(hb_set_create(), hb_set_destroy);
    hb_face_collect_unicodes(face, held.get());
    for (const char32_t character : characters) {
        if (hb_set_has(held.get(), character)) {
            return true;
        }
    }
    return false;
}

std::string subset(hb_face_t* face, const Characters& characters) {
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) {
        throw std::runtime_error("HarfBuzz cannot begin a font subset");
    }
    for (const char32_t character : characters) {
        hb_set_add(hb_subset_input_unicode_set(input.get()), character);
    }
    hb_set_t* kept_features = hb_subset_input_set(input.get(), HB_SUBSET_SETS_LAYOUT_FEATURE_TAG);
    hb_set_clear(kept_features);
    for (const hb_tag_t feature : features) {
        hb_set_add(kept_features, feature);
    }
    hb_set_t* kept_names = hb_subset_input_set(input.get(), HB_SUBSET_SETS_NAME_ID);
    hb_set_clear(kept_names);
    for (const hb_ot_name_id_t name : names) {
        hb_set_add(kept_names, name);
    }
    const Face made(hb_subset_or_fail(face, input.get()));
    if (!made) {
        throw std::runtime_error("HarfBuzz cannot make a font subset");
    }
    const Blob blob(hb_face_reference_blob(made.get()));
    unsigned int size = 0;
    const char* data = hb_blob_get_data(blob.get(), &size);
    return {data, size};
}

} // namespace

std::vector<FontSubset> font_subsets(const scene::Scene& scene, const scene::Fonts& fonts) {
    std::vector<FontSubset> subsets;
    for (const auto& [weight, characters] : characters_by_weight(scene)) {
        const Face face = face_of(fonts.pango(), weight);
        if (has_any(face.get(), characters)) {
            subsets.push_back({weight, subset(face.get(), characters)});
        }
    }
    return subsets;
}

} // namespace cairn::output
