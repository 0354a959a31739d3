#include "render/map/labels/label_text.h"

#include "render/colour/limits.h"
#include "render/map/page/map_fills.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace cairn::map {

Run LabelSetter::run(std::string string, colour::Weight weight, const std::string& language) const {
    const Length width = m_fonts->measure(string, {m_style->label.font.size, weight}).width;
    return {std::move(string), weight, width, language};
}

Length LabelSetter::width(const RunLine& line) const {
    Length sum;
    for (const Run& run : line) {
        sum += run.width + (&run == &line.front() ? Length() : space());
    }
    return sum;
}

LabelText LabelSetter::text(std::vector<RunLine> lines) const {
    LabelText label{.lines = std::move(lines), .size = {}};
    for (const RunLine& one : label.lines) {
        label.size.width = std::max(label.size.width, width(one));
    }
    label.size.height = line() * static_cast<double>(label.lines.size());
    return label;
}

LabelText LabelSetter::value_alone(const std::string& value, bool zero) const {
    return text({{run(value, zero ? colour::Weight::regular : colour::Weight::bold)}});
}

std::vector<LabelText> LabelSetter::ways(const facts::Fact& fact, const std::string& value,
                                         const facts::LabelChoice& choice) const {
    const bool zero = fact.value == 0.0;
    if (!choice.name) {
        return {value_alone(value, zero)};
    }
    const std::string& name = fact.label;
    const Run name_run = run(name, colour::Weight::regular, fact.language);
    // Two lines of about equal length, no word broken.
    Length width = name_run.width * 0.7;
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find(' ', begin), name.size());
        width =
            std::max(width, run(name.substr(begin, end - begin), colour::Weight::regular).width);
        begin = end + 1;
    }
    const std::vector<std::string> halves = scene::wrap(*m_fonts, name, m_style->label.font, width);
    std::vector<std::vector<RunLine>> ways{{{name_run}}};
    if (halves.size() == 2) {
        ways.push_back({{run(halves[0], colour::Weight::regular, fact.language)},
                        {run(halves[1], colour::Weight::regular, fact.language)}});
    }
    std::vector<LabelText> result;
    const Run value_run = run(value, zero ? colour::Weight::regular : colour::Weight::bold);
    for (const std::vector<RunLine>& lines : ways) {
        if (!choice.value) {
            result.push_back(text(lines));
            continue;
        }
        std::vector<RunLine> beside = lines;
        beside.back().push_back(value_run);
        std::vector<RunLine> below = lines;
        below.push_back({value_run});
        result.push_back(text(std::move(beside)));
        result.push_back(text(std::move(below)));
    }
    return result;
}

void LabelSetter::draw(const LabelText& label, const page::Rect& rect, Align align,
                       const colour::Ink& ink, std::vector<scene::Node>& nodes) const {
    input::TextStyle style = m_style->label;
    style.ink = ink;
    style.line = line();
    Length top = rect.top;
    for (const RunLine& line : label.lines) {
        const Length free = rect.width() - width(line);
        Length left = rect.left + (align == Align::left     ? Length()
                                   : align == Align::centre ? free / 2
                                                            : free);
        for (const Run& run : line) {
            style.font.weight = run.weight;
            scene::Text text = page::set_line(*m_fonts, run.string, style, {left, top});
            text.language = run.language;
            nodes.emplace_back(std::move(text));
            left += run.width + space();
        }
        top += style.line;
    }
}

colour::Font LabelSetter::number_font() const {
    return {std::max(m_style->label.font.size * 0.9, colour::smallest_text),
            colour::Weight::regular};
}

scene::Size LabelSetter::number_size(std::size_t most) const {
    // The circle around the digits: they are some 0.7 em high.
    const colour::Font font = number_font();
    const double digits = m_fonts->measure(std::to_string(most), font).width / font.size;
    const Length side = font.size * (std::hypot(digits, 0.7) + 0.15);
    return {side, side};
}

void LabelSetter::draw_number(std::size_t number, const page::Rect& rect,
                              std::vector<scene::Node>& nodes) const {
    const scene::Position middle{(rect.left + rect.right) / 2, rect.middle()};
    const Length casing = m_style->map.leader.width * 4;
    const auto dot = [&](const colour::Ink& ink, Length width) {
        nodes.emplace_back(scene::Path{.subpaths = {{.points = {middle}, .closed = false}},
                                       .stroke = colour::Stroke{ink, width, true}});
    };
    const colour::Ink ink = colour::on(colour::Role::leader);
    dot(ink, rect.height() + casing / 2);
    dot(colour::Role::leader, rect.height());
    const std::string digits = std::to_string(number);
    input::TextStyle style = m_style->label;
    style.font = number_font();
    style.ink = ink;
    style.line = rect.height();
    scene::Text text = page::set_line(*m_fonts, digits, style, {middle.x, rect.top});
    text.start.x -= text.width / 2;
    nodes.emplace_back(std::move(text));
}

} // namespace cairn::map
