#include "render/output/raster/cairo_paint.h"

#include "render/output/raster/cairo_handles.h"
#include "render/scene/measure_pango.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::output {

namespace {

using colour::Hatch;
using colour::Stroke;
using scene::Group;
using scene::Node;
using scene::Path;
using scene::Subpath;
using scene::Text;

void set_ink(const Easel& easel, const colour::Ink& ink) {
    const colour::Colour colour = easel.theme.colour_of(ink);
    cairo_set_source_rgb(easel.target, colour.red / 255.0, colour.green / 255.0,
                         colour.blue / 255.0);
}

/// Strokes the current path.
void stroke(const Easel& easel, const Stroke& stroke) {
    cairo_t* target = easel.target;
    set_ink(easel, stroke.ink);
    cairo_set_line_width(target, stroke.width.to_px());
    cairo_set_line_cap(target, stroke.round ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
    cairo_set_line_join(target, stroke.round ? CAIRO_LINE_JOIN_ROUND : CAIRO_LINE_JOIN_MITER);
    cairo_stroke(target);
}

void trace(cairo_t* target, const Subpath& subpath) {
    bool first = true;
    for (const scene::Position& point : subpath.points) {
        (first ? cairo_move_to : cairo_line_to)(target, point.x.to_px(), point.y.to_px());
        first = false;
    }
    if (subpath.points.size() == 1) {
        const scene::Position dot = subpath.points.front();
        cairo_line_to(target, dot.x.to_px(), dot.y.to_px()); // drawn where caps are round
    } else if (subpath.closed && !first) {
        cairo_close_path(target);
    }
}

void trace_all(cairo_t* target, const std::vector<Subpath>& subpaths) {
    for (const Subpath& subpath : subpaths) {
        trace(target, subpath);
    }
}

void trace_outline(cairo_t* target, const Group& group) {
    if (!group.outline_lines.empty()) {
        return trace_all(target, group.outline_lines);
    }
    visit_all(group.children, [&](const auto& node) {
        if constexpr (std::is_same_v<std::decay_t<decltype(node)>, Path>) {
            if (node.fill) {
                trace_all(target, finest(node));
            }
        }
    });
}

/// A box in pixels of the page.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

/// Calls `draw` with the place of each line of a family that crosses a span; the first stands half
/// a step from the page's corner.
void for_each_line(double step, double from, double to, const auto& draw) {
    const auto first = static_cast<long>(std::floor(from / step));
    const auto last = static_cast<long>(std::ceil(to / step));
    for (long i = first; i <= last; ++i) {
        draw((static_cast<double>(i) + 0.5) * step);
    }
}

void trace_level(cairo_t* target, double step, const Box& box) {
    // From half a step on, where the first dot of a dotted line stands.
    const double left = (std::floor(box.left / step) - 0.5) * step;
    for_each_line(step, box.top, box.bottom, [&](double y) {
        cairo_move_to(target, left, y);
        cairo_line_to(target, box.right + step, y);
    });
}

void trace_upright(cairo_t* target, double step, const Box& box) {
    for_each_line(step, box.left, box.right, [&](double x) {
        cairo_move_to(target, x, box.top);
        cairo_line_to(target, x, box.bottom);
    });
}

void trace_rising(cairo_t* target, double step, const Box& box) {
    for_each_line(step, box.left + box.top, box.right + box.bottom, [&](double sum) {
        cairo_move_to(target, sum - box.bottom, box.bottom);
        cairo_line_to(target, sum - box.top, box.top);
    });
}

void trace_falling(cairo_t* target, double step, const Box& box) {
    for_each_line(step, box.left - box.bottom, box.right - box.top, [&](double difference) {
        cairo_move_to(target, difference + box.top, box.top);
        cairo_line_to(target, difference + box.bottom, box.bottom);
    });
}

/// The lines of a hatch over the box; of dots, the lines that they stand on.
void trace_hatch(cairo_t* target, const Hatch& hatch, const Box& box) {
    const double step = hatch.spacing.to_px();
    const double along = step * std::numbers::sqrt2; // along an edge of the page
    switch (hatch.motif) {
    case colour::Motif::rising:
        return trace_rising(target, along, box);
    case colour::Motif::falling:
        return trace_falling(target, along, box);
    case colour::Motif::cross:
        trace_rising(target, along, box);
        return trace_falling(target, along, box);
    case colour::Motif::level:
    case colour::Motif::dots:
        return trace_level(target, step, box);
    case colour::Motif::upright:
        return trace_upright(target, step, box);
    case colour::Motif::grid:
        trace_level(target, step, box);
        return trace_upright(target, step, box);
    }
}

/// The text without the characters that have stand-ins.
std::string without(const std::vector<scene::StandIn>& stand_ins, const std::string& text) {
    std::string rest = scene::drawn_text(text);
    for (const scene::StandIn& one : stand_ins) {
        char bytes[6];
        const auto size = static_cast<std::size_t>(g_unichar_to_utf8(one.character, bytes));
        const std::string_view character(bytes, size);
        for (std::size_t at = rest.find(character); at != std::string::npos;
             at = rest.find(character, at)) {
            rest.erase(at, size);
        }
    }
    return rest;
}

struct Painter {
    const Easel& easel;
    Letters letters;
    cairo_t* target = easel.target;

    void operator()(const Group& group) const {
        paint_outline(easel, group);
        for (const Node& child : group.children) {
            std::visit(*this, child);
        }
    }

    void operator()(const Path& path) const {
        cairo_new_path(target);
        trace_all(target, finest(path));
        if (path.fill) {
            std::visit([&](const auto& fill) { fill_with(fill); }, *path.fill);
        }
        if (path.stroke) {
            stroke(easel, *path.stroke);
        }
        cairo_new_path(target);
    }

    void operator()(const Text& text) const {
        const scene::PangoFonts& fonts = easel.fonts.pango();
        scene::Line line = scene::set_line(fonts, text.string, text.font);
        if (letters == Letters::unseen && !line.stand_ins.empty()) {
            line = scene::set_line(fonts, without(line.stand_ins, text.string), text.font);
        }
        set_ink(easel, text.ink);
        cairo_move_to(target, text.start.x.to_px(), text.start.y.to_px());
        // A stand-in may be a font of pictures, which has no outlines.
        if (letters == Letters::outlines && line.stand_ins.empty()) {
            pango_cairo_layout_line_path(target, line.get());
            cairo_set_fill_rule(target, CAIRO_FILL_RULE_WINDING);
            cairo_fill(target);
        } else {
            pango_cairo_show_layout_line(target, line.get());
        }
    }

    void fill_with(const colour::Plain& ink) const {
        set_ink(easel, ink);
        cairo_set_fill_rule(target, CAIRO_FILL_RULE_EVEN_ODD);
        cairo_fill_preserve(target);
    }

    void fill_with(const Hatch& hatch) const {
        fill_with(hatch.ground);
        const std::unique_ptr<cairo_path_t, void (*)(cairo_path_t*)> outline(
            cairo_copy_path(target), cairo_path_destroy);
        Box box;
        cairo_path_extents(target, &box.left, &box.top, &box.right, &box.bottom);
        const double margin = hatch.width.to_px();
        box = {box.left - margin, box.top - margin, box.right + margin, box.bottom + margin};
        cairo_save(target);
        cairo_clip(target);
        trace_hatch(target, hatch, box);
        const bool dotted = hatch.motif == colour::Motif::dots;
        if (dotted) {
            const std::array<double, 2> dots{0, hatch.spacing.to_px()};
            cairo_set_dash(target, dots.data(), static_cast<int>(dots.size()), 0);
        }
        stroke(easel, {hatch.line, hatch.width, dotted});
        cairo_restore(target);
        cairo_new_path(target);
        cairo_append_path(target, outline.get());
    }
};

} // namespace

void paint_ground(const Easel& easel) {
    set_ink(easel, colour::Role::page);
    cairo_paint(easel.target);
    cairo_set_miter_limit(easel.target, 4); // as in SVG
}

void paint(const Easel& easel, const Path& path, Letters letters) {
    Painter{easel, letters}(path);
}

void paint(const Easel& easel, const Text& text, Letters letters) {
    Painter{easel, letters}(text);
}

void paint_outline(const Easel& easel, const Group& group) {
    if (!group.outline) {
        return;
    }
    for (const std::optional<Stroke>* line : {&group.outline, &group.casing}) {
        if (*line) {
            cairo_new_path(easel.target);
            trace_outline(easel.target, group);
            stroke(easel, **line);
        }
    }
}

void paint(const Easel& easel, const scene::Page& page, Letters letters) {
    paint_ground(easel);
    const Painter painter{easel, letters};
    for (const Node& node : page.nodes) {
        std::visit(painter, node);
    }
    require_success(cairo_status(easel.target));
}

} // namespace cairn::output
