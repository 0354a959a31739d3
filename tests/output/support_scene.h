#pragma once

#include "render/output/output.h"
#include "render/scene/measure.h"
#include "render/scene/scene.h"
#include "tests/support.h"

#include <string>
#include <vector>

/// A small figure that has a bit of everything.
namespace cairn::test {

/// The colours of the inks that tests draw in.
inline colour::Theme theme() {
    using colour::Role;
    colour::Theme theme;
    theme[Role::page] = {250, 250, 250};
    theme[Role::label] = {16, 16, 32};
    theme[Role::bar] = {30, 90, 160};
    theme[Role::zero] = {255, 255, 255};
    theme[Role::missing_ground] = {255, 255, 255};
    theme[Role::missing_line] = {90, 90, 90};
    theme[Role::border] = {40, 40, 40};
    theme[Role::leader] = {200, 0, 0};
    theme[Role::coast] = {255, 0, 0};
    theme[Role::symbol] = {0, 0, 255};
    theme[Role::land] = {9, 9, 9};
    theme[Role::land_border] = {0, 255, 0};
    theme.ramp = {{255, 255, 255}, {30, 90, 160}};
    theme.light_label = {255, 255, 255};
    return theme;
}

/// The inks of missing data.
inline colour::Hatch hatch(double spacing = 4, double width = 1,
                           colour::Motif motif = colour::Motif::rising) {
    return {colour::Role::missing_ground, colour::Role::missing_line, Length::px(spacing),
            Length::px(width), motif};
}

inline Length px(double value) {
    return Length::px(value);
}

inline const scene::Fonts& fonts() {
    static const scene::Fonts fonts(source_folder() / "styles/fonts", "Atkinson Hyperlegible Next");
    return fonts;
}

inline scene::Subpath rectangle(double x, double y, double width, double height) {
    return {{{px(x), px(y)},
             {px(x + width), px(y)},
             {px(x + width), px(y + height)},
             {px(x), px(y + height)}},
            true};
}

inline scene::Text text(const std::string& string, double x, double y, double size = 12,
                        colour::Weight weight = colour::Weight::regular) {
    const colour::Font font{px(size), weight};
    return {string, {px(x), px(y)}, fonts().measure(string, font).width, font, colour::Role::label};
}

inline words::Words words() {
    words::Words words;
    words.language = "en-GB";
    words.title = "Sgeulachdan “by area” & <kind>";
    words.list = "Sgeulachdan “by area” & <kind>: Fife 5, Na h-Eileanan Siar 0, Moray 2";
    words.short_text = "Bars of 7 stories: \"Fife\" has most, 5.";
    words.description = "Three areas.\nFife has 5 & Moray 2.";
    words.table.caption = "Stories <by area>";
    words.table.columns = {{"Council area"}, {"Stories", true}};
    words.table.rows = {{"Fife", "5"}, {"Na h-Eileanan Siar", "0"}, {"Moray \"&\"", "2"}};
    words.legend_title = "Stories per council area";
    words.notes = {{"Source: A & B"}};
    words.source = "A & B";
    words.rights = "Contains data © A & B";
    words.marks_title = "Areas";
    words.page = {"Description and data table", "Download the data (CSV)", "Data table"};
    return words;
}

inline scene::Group mark(const std::string& name, const std::string& code,
                         std::optional<double> value, std::vector<scene::Node> children) {
    return {scene::Role::mark, scene::Datum{name, code, value}, std::move(children)};
}

/// 200 by 120 px: a title, a filled, a white and a hatched bar with labels, a legend, a leader with
/// its dot, a note.
inline scene::Scene small_scene(words::Words said = words()) {
    using colour::Role;
    using colour::Stroke;
    using colour::Weight;
    using scene::Datum;
    using scene::Group;
    using scene::Node;
    using scene::Path;
    using scene::Scene;
    const Stroke outline{Role::border, px(0.5)};
    const std::vector<Node> marks{
        mark("Fife: 5 stories", "S12000047", 5,
             {Path{{rectangle(80, 30, 100, 16)}, Role::bar, outline}, text("Fife", 10, 42),
              text("5", 184, 42, 12, Weight::bold)}),
        mark("Na h-Eileanan Siar: no stories", "S12000013", 0,
             {Path{{rectangle(80, 50, 1, 16)}, Role::zero, outline}, text("Dùn Èideann", 10, 62)}),
        mark("Moray: no data", "", {},
             {Path{{rectangle(80, 70, 60, 16)}, hatch(), outline}, text("Moray", 10, 82)})};
    const Group entry{scene::Role::legend_entry,
                      Datum{"3 to 5: 1 area"},
                      {Path{{rectangle(150, 70, 10, 10)}, Role::bar}, text("3 to 5", 163, 79, 11)}};
    const Stroke leader{Role::leader, px(4), true};
    return Scene(
        std::move(said),
        {{{px(200), px(120)},
          {Group{scene::Role::title, {}, {text("Sgeulachdan & <kind>", 10, 20, 14, Weight::bold)}},
           Group{scene::Role::marks, {}, marks}, Group{scene::Role::legend, {}, {entry}},
           Group{scene::Role::decoration, {}, {Path{{{{{px(100), px(100)}}, false}}, {}, leader}}},
           Group{scene::Role::notes, {}, {text("Source: A & B", 10, 112, 11)}}}}});
}

} // namespace cairn::test
