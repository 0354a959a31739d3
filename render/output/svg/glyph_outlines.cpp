#include "render/output/svg/glyph_outlines.h"

#include "render/output/fonts/harfbuzz_handles.h"
#include "render/output/svg/svg_path.h"
#include "render/scene/measure_pango.h"

#include <optional>

namespace cairn::output {

namespace {

/// Where HarfBuzz's outline of a glyph goes.
struct Pen {
    PathWriter writer{};
    scene::Position origin{}; ///< of the glyph
    bool drawn = false;       ///< anything of this glyph

    /// HarfBuzz's y runs upwards.
    [[nodiscard]] GridPoint at(float x, float y) const {
        return on_grid(
            {origin.x + Length::px(x / PANGO_SCALE), origin.y - Length::px(y / PANGO_SCALE)});
    }
};

Pen& pen_of(void* data) {
    return *static_cast<Pen*>(data);
}

void move_to(hb_draw_funcs_t* /*functions*/, void* data, hb_draw_state_t* /*state*/, float x,
             float y, void* /*user_data*/) {
    pen_of(data).drawn = true;
    pen_of(data).writer.move_to(pen_of(data).at(x, y));
}

void line_to(hb_draw_funcs_t* /*functions*/, void* data, hb_draw_state_t* /*state*/, float x,
             float y, void* /*user_data*/) {
    pen_of(data).writer.line_to(pen_of(data).at(x, y));
}

void quadratic_to(hb_draw_funcs_t* /*functions*/, void* data, hb_draw_state_t* /*state*/,
                  float control_x, float control_y, float x, float y, void* /*user_data*/) {
    const Pen& pen = pen_of(data);
    pen_of(data).writer.curve_to(pen.at(control_x, control_y), pen.at(x, y));
}

void cubic_to(hb_draw_funcs_t* /*functions*/, void* data, hb_draw_state_t* /*state*/, float first_x,
              float first_y, float second_x, float second_y, float x, float y,
              void* /*user_data*/) {
    const Pen& pen = pen_of(data);
    pen_of(data).writer.curve_to(pen.at(first_x, first_y), pen.at(second_x, second_y),
                                 pen.at(x, y));
}

void close(hb_draw_funcs_t* /*functions*/, void* data, hb_draw_state_t* /*state*/,
           void* /*user_data*/) {
    pen_of(data).writer.close();
}

DrawFunctions draw_functions() {
    DrawFunctions functions(hb_draw_funcs_create());
    hb_draw_funcs_set_move_to_func(functions.get(), move_to, nullptr, nullptr);
    hb_draw_funcs_set_line_to_func(functions.get(), line_to, nullptr, nullptr);
    hb_draw_funcs_set_quadratic_to_func(functions.get(), quadratic_to, nullptr, nullptr);
    hb_draw_funcs_set_cubic_to_func(functions.get(), cubic_to, nullptr, nullptr);
    hb_draw_funcs_set_close_path_func(functions.get(), close, nullptr, nullptr);
    return functions;
}

bool leaves_ink(hb_font_t* font, hb_codepoint_t glyph) {
    hb_glyph_extents_t extents{};
    return hb_font_get_glyph_extents(font, glyph, &extents) &&
           (extents.width != 0 || extents.height != 0);
}

/// Draws the glyphs of a run from `x` on, and moves it behind them. False where one has no outline.
bool draw(const PangoGlyphItem& run, const scene::Text& text, Length& x, hb_draw_funcs_t* functions,
          Pen& pen) {
    hb_font_t* font = pango_font_get_hb_font(run.item->analysis.font);
    const PangoGlyphString& glyphs = *run.glyphs;
    for (int i = 0; i < glyphs.num_glyphs; ++i) {
        const PangoGlyphInfo& info = glyphs.glyphs[i];
        if ((info.glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 && info.glyph != PANGO_GLYPH_EMPTY) {
            return false;
        }
        if (info.glyph != PANGO_GLYPH_EMPTY) {
            const auto length = [](int units) {
                return Length::px(static_cast<double>(units) / PANGO_SCALE);
            };
            pen.origin = {x + length(info.geometry.x_offset),
                          text.start.y + length(info.geometry.y_offset)};
            pen.drawn = false;
            hb_font_get_glyph_shape(font, info.glyph, functions, &pen);
            if (!pen.drawn && leaves_ink(font, info.glyph)) {
                return false;
            }
        }
        x += Length::px(static_cast<double>(info.geometry.width) / PANGO_SCALE);
    }
    return true;
}

std::optional<std::string> outline(const scene::Text& text, const scene::Fonts& fonts,
                                   hb_draw_funcs_t* functions) {
    const scene::Line line = scene::set_line(fonts.pango(), text.string, text.font);
    Pen pen;
    Length x = text.start.x;
    for (const GSList* run = line.get()->runs; run != nullptr; run = run->next) {
        if (!draw(*static_cast<const PangoGlyphItem*>(run->data), text, x, functions, pen)) {
            return std::nullopt;
        }
    }
    return pen.writer.data();
}

} // namespace

Outlines glyph_outlines(const scene::Scene& scene, const scene::Fonts& fonts) {
    const DrawFunctions functions = draw_functions();
    Outlines outlines;
    visit_all(scene, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, scene::Text>) {
            if (auto data = outline(node, fonts, functions.get())) {
                outlines.emplace(&node, std::move(*data));
            }
        }
    });
    return outlines;
}

} // namespace cairn::output
