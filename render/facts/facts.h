#pragma once

#include "geo/error.h"
#include "render/input/figure_spec.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cairn::facts {

/// One label and its value.
struct Fact {
    std::string label;
    std::string code;            ///< of a region; empty in a bar chart
    std::optional<double> value; ///< nothing where it is missing
    std::optional<std::size_t>
        class_index;        ///< in Facts::classes; nothing for zero, missing, and bars
    bool in_table = true;   ///< has a row of its own; false for a region that the table leaves out
    std::string language{}; ///< of the label, BCP 47, where it is not the figure's
};

/// A class of a choropleth's ramp.
struct Class {
    double from = 0;
    double to = 0;
    bool holds_end = true; ///< whether `to` itself belongs to it
    std::size_t count = 0; ///< facts in it
};

/// A region that stands in a frame and not in its place, and why.
struct Framed {
    std::string code;
    std::string name;
    std::string reason;            ///< as published
    std::string reason_language{}; ///< BCP 47, where it is not the figure's
};

/// The one place where a figure's numbers live. Legend, marks and words all read it.
struct Facts {
    std::string id;
    input::Kind kind = input::Kind::bar;
    std::string project;
    std::string title;
    std::string subtitle;    ///< as given; empty for the one that describe() writes
    std::string note;        ///< may be empty
    std::string source;      ///< may be empty
    std::string attribution; ///< of the boundaries; may be empty
    std::string language;    ///< BCP 47
    /// Languages of these texts, BCP 47, where they are not the figure's.
    std::string subtitle_language{}, note_language{}, source_language{}, attribution_language{};
    input::Noun unit; ///< what is counted: story, stories
    input::Noun item; ///< what it is counted by: sector, sectors; council area, council areas
    std::string label_heading;            ///< of the table's label column
    std::string value_heading;            ///< of the table's value column
    std::string label_heading_language{}; ///< BCP 47, where it is not the figure's
    std::string value_heading_language{};
    std::vector<Fact> facts; ///< in the order drawn; regions without a row last, by name
    int decimals = 0;        ///< most decimals of any value as written
    double total = 0;        ///< of all values
    std::optional<std::size_t>
        zero_count;             ///< facts that are zero, where zero is drawn as a class of its own
    std::vector<Class> classes; ///< lowest first; empty in a bar chart
    /// Round values for the legend of a map of symbols, highest first.
    std::vector<double> sizes{};
    int per_dot = 1; ///< of what is counted, a dot of a map of dots stands for so many
    std::optional<Framed> framed{};
    std::vector<std::string> missing; ///< labels of facts without a value, in order
    std::size_t rows_read = 0;        ///< rows of the table, a total row among them
    std::optional<double> total_row;  ///< the value of a row such as "Scotland" or "Total"
    std::vector<Problem> warnings;
};

} // namespace cairn::facts
