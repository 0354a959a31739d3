#include "render/output/svg/svg_body.h"

#include "render/output/markup.h"
#include "render/output/number.h"
#include "render/output/svg/svg_focus.h"
#include "render/output/svg/svg_path.h"
#include "render/scene/measure_pango.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace cairn::output {

namespace {

using scene::Group;
using scene::Node;
using scene::Path;
using scene::Role;
using scene::Text;

std::string name_attribute(const std::string& name) {
    return name.empty() ? "" : attribute("aria-label", name);
}

/// Roles of the WAI-ARIA Graphics Module, each with one of ARIA that older readers know.
std::string role_attributes(const Group& group, const words::Words& words) {
    switch (group.role) {
    case Role::plain:
    case Role::title:
        return "";
    case Role::marks:
        return attribute("role", "graphics-object group") + name_attribute(words.marks_title);
    case Role::legend:
        return attribute("role", "graphics-object group") + name_attribute(words.legend_title);
    case Role::mark:
    case Role::legend_entry:
        return attribute("role", "graphics-symbol img");
    case Role::notes:
        return attribute("role", "note");
    case Role::decoration:
        return attribute("aria-hidden", "true");
    }
    throw std::logic_error("an unknown role");
}

std::string datum_attributes(const scene::Datum& datum) {
    std::string text;
    if (!datum.code.empty()) {
        text += attribute("data-code", datum.code);
    }
    if (datum.value) {
        text += attribute("data-value", plain_number(*datum.value));
    }
    return text;
}

bool needs_space_kept(std::string_view text) {
    return text.starts_with(' ') || text.ends_with(' ') || text.find("  ") != text.npos;
}

std::string without_spaces(std::string text) {
    std::erase_if(text, [](char byte) { return byte == ' ' || byte == '\n' || byte == '\t'; });
    return text;
}

/// How many texts at the group's begin say together what `said` says; none where they do not.
std::size_t lines_that_say(const Group& group, const std::string& said) {
    const std::string wanted = without_spaces(said);
    std::string found;
    for (std::size_t i = 0; i < group.children.size() && !wanted.empty(); ++i) {
        const Text* text = std::get_if<Text>(&group.children[i]);
        if (text == nullptr || found.size() > wanted.size()) {
            return 0;
        }
        found += without_spaces(text->string);
        if (found == wanted) {
            return i + 1;
        }
    }
    return 0;
}

/// How many texts at the group's begin repeat its name.
std::size_t repeated_lines(const Group& group, const words::Words& words) {
    return group.role == Role::title    ? lines_that_say(group, words.title)
           : group.role == Role::legend ? lines_that_say(group, words.legend_title)
                                        : 0;
}

/// The data of all filled paths in a group.
std::string filled_paths(const Group& group, Unit unit) {
    std::string data;
    for (const Node& node : group.children) {
        if (const auto* inner = std::get_if<Group>(&node)) {
            data += filled_paths(*inner, unit);
        } else if (const auto* path = std::get_if<Path>(&node); path != nullptr && path->fill) {
            data += path_data(path->subpaths, unit);
        }
    }
    return data;
}

/// Whether screen readers read a text.
enum class Heard {
    yes,
    no,     ///< something around it is hidden
    hidden, ///< what it stands in has a name that says the same; browsers read both unless told
};

bool is_shape_alone(const Group& group) {
    return std::ranges::all_of(group.children,
                               [](const Node& node) { return std::holds_alternative<Path>(node); });
}

struct Writer {
    const BodySource& source;
    Unit unit; ///< of what is written here
    Attributes inherited;
    std::string language;
    Heard heard = Heard::yes;
    std::string path_class{}; ///< of shapes in a mark that can have the focus
    std::string& svg;
    std::size_t& outlines; ///< counted as they are written

    void operator()(const Group& group) const {
        if (group.children.empty()) {
            return;
        }
        Writer inside = *this;
        const bool turns_fine = unit == Unit::pixel && is_fine(group);
        inside.unit = turns_fine ? Unit::hundredth : unit;
        const std::string id = group.outline ? write_outline(group, inside.unit) : "";
        svg += "\n<g" + id + role_attributes(group, source.words) +
               (turns_fine ? attribute("transform", "scale(.01)") : "");
        std::string css_class;
        if (group.role == Role::mark && source.interactive) {
            svg += attribute("tabindex", "0");
            css_class = is_shape_alone(group) ? edged_mark : boxed_mark;
            inside.path_class = is_shape_alone(group) ? "" : mark_shape;
        }
        if (group.datum) {
            svg += inside.set_language(group.datum->language) + datum_attributes(*group.datum);
        }
        svg += inside.set(source.looks.shared(group, inside.unit), css_class) + '>';
        if (group.datum) {
            svg += fmt::format("<title>{}</title>", escape(group.datum->name));
        }
        if (group.role == Role::decoration) {
            inside.heard = Heard::no;
        } else if (group.datum && heard == Heard::yes) {
            inside.heard = Heard::hidden;
        }
        inside.write_children(group);
        svg += "</g>";
    }

    void operator()(const Path& path) const {
        Writer own = *this;
        svg += "\n<path" + own.set(source.looks.of(path, unit), path_class) +
               attribute("d", path_data(path.subpaths, unit)) + "/>";
    }

    void operator()(const Text& text) const {
        const auto outline = source.outlines.find(&text);
        if (outline == source.outlines.end()) {
            write_text(text);
        } else if (!outline->second.empty()) {
            write_outline(text, outline->second);
        }
    }

    void write_children(const Group& group) const {
        const std::size_t repeated = repeated_lines(group, source.words);
        Writer hidden = *this;
        hidden.heard = heard == Heard::yes ? Heard::hidden : heard;
        for (std::size_t i = 0; i < group.children.size(); ++i) {
            std::visit(i < repeated ? hidden : *this, group.children[i]);
        }
    }

    void write_text(const Text& text) const {
        const std::string drawn = scene::drawn_text(text.string);
        Writer own = *this;
        svg += "\n<text" + attribute("x", px(text.start.x)) + attribute("y", px(text.start.y));
        if (hundredths(text.width) > 0) {
            // A substitute font keeps the measured width.
            svg += attribute("textLength", px(text.width)) +
                   attribute("lengthAdjust", "spacingAndGlyphs");
        }
        if (scene::set_line(source.fonts.pango(), text.string, text.font).is_right_to_left()) {
            svg += attribute("direction", "rtl") + attribute("text-anchor", "end");
        }
        if (needs_space_kept(drawn)) {
            svg += attribute("xml:space", "preserve");
        }
        if (heard == Heard::hidden) {
            svg += attribute("aria-hidden", "true");
        }
        svg += own.set_language(text.language) + own.set(source.looks.of(text)) + '>' +
               escape(drawn) + "</text>";
    }

    /// Draws the group's paths once more, beneath them, with a line that they inherit in their
    /// unit; the copy is hidden from screen readers. Gives the group's id as an attribute.
    [[nodiscard]] std::string write_outline(const Group& group, Unit within) const {
        const std::string id = fmt::format("cairn-{}-outlined-{}", name_to_come, ++outlines);
        const auto write = [&](Attributes line) {
            Writer own = *this;
            if (source.interactive) { // the marks of a copy would take the focus from the marks
                line["fill"] = {"none"};
                svg += "\n<path" + own.set(line) +
                       (within == unit ? "" : attribute("transform", "scale(.01)")) +
                       attribute("d", filled_paths(group, within)) + "/>";
                return;
            }
            svg +=
                fmt::format("\n<use xmlns:xlink=\"{}\" xlink:href=\"#{}\"", xlink_namespace, id) +
                attribute("aria-hidden", "true") + own.set(line) + "/>";
        };
        write(source.looks.of(*group.outline, within));
        if (group.casing) {
            write(source.looks.of(*group.casing, within));
        }
        return fmt::format(" id=\"{}\"", id);
    }

    void write_outline(const Text& text, const std::string& data) const {
        Writer own = *this;
        svg += "\n<path";
        if (heard == Heard::yes) {
            svg += own.set_language(text.language) + attribute("role", "img") +
                   attribute("aria-label", scene::drawn_text(text.string));
        }
        svg += own.set(source.looks.of(text)) + attribute("d", data) + "/>";
    }

    /// The attributes that differ from what is inherited, after their classes, the given one first;
    /// remembered for what lies within.
    std::string set(const Attributes& attributes, std::string classes = "") {
        std::string text;
        for (const auto& [name, value] : attributes) {
            const auto known = inherited.find(name);
            if (known != inherited.end() && known->second == value) {
                continue;
            }
            inherited[name] = value;
            // Ours throughout, and not escaped: the name that is to come must stay.
            text += fmt::format(" {}=\"{}\"", name, value.text);
            if (!value.css_class.empty()) {
                classes += (classes.empty() ? "" : " ") + value.css_class;
            }
        }
        return (classes.empty() ? "" : attribute("class", classes)) + text;
    }

    /// The same for the language; `wanted` is empty for the figure's own.
    std::string set_language(const std::string& wanted) {
        const std::string& named = wanted.empty() ? source.words.language : wanted;
        if (named == language) {
            return "";
        }
        language = named;
        return attribute("lang", named) + attribute("xml:lang", named);
    }
};

} // namespace

std::string svg_body(const BodySource& source) {
    std::string svg;
    std::size_t outlines = 0;
    const Writer writer{source, Unit::pixel, root_attributes(), source.words.language, Heard::yes,
                        "",     svg,         outlines};
    for (const Node& node : source.page.nodes) {
        std::visit(writer, node);
    }
    return svg;
}

} // namespace cairn::output
