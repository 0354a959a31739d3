#pragma once

#include "base/error.h"
#include "base/noun.h"
#include "base/reason.h"
#include "geo/geometry.h"

#include <cstddef>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cairn::facts {

/// Where the area of a fact lies, in the metres of the boundaries, y north.
struct MapArea {
    double south = 0;
    double north = 0;
    double size = 0;                       ///< square metres
    std::vector<std::size_t> neighbours{}; ///< facts that share a border with it, rising
};

/// One label and its value.
struct Fact {
    std::string label;
    std::string code;            ///< of a region; empty in a bar chart
    std::optional<double> value; ///< nothing where it is missing
    std::optional<std::size_t>
        class_index;        ///< of the class or group that it is in; nothing where it is in none
    bool in_table = true;   ///< has a row of its own; false for a region that the table leaves out
    std::string language{}; ///< of the label, BCP 47, where it is not the figure's
    /// Of a region, for a small space, in the figure's language: a short name, and three letters.
    /// Empty where it has none.
    std::string short_label{}, letters{};
    /// What a rate is made of; nothing where it is missing, or the value is no rate.
    std::optional<double> count{}, denominator{};
    /// Of the rest of a chart: how many labels it stands for together, and how many of these have
    /// more than nothing; 0 where the label is one itself.
    std::size_t rest_of = 0, rest_with_some = 0;
    bool few_cases = false;         ///< the rate rests on too few cases to be reliable
    std::optional<Reason> reason{}; ///< why there is no value, where the table tells
    std::size_t panel = 0;          ///< the small map that it is on; one map is the first
    std::optional<MapArea> area{};  ///< nothing in a chart, and where boundaries are not known
};

/// What the values are, where they are rates: count * factor / denominator.
struct Rate {
    double factor = 1;
    Noun per;                  ///< person, people; household, households
    std::string count_heading; ///< of the table's column of counts
    std::string per_heading;   ///< of its column of denominators, or of built-in populations
    std::string count_heading_language{}; ///< BCP 47, where it is not the figure's
    int population_year = 0;              ///< of built-in populations; 0 for a column of the table
    int count_decimals = 0;               ///< most decimals of any count as written
    int per_decimals = 0;
    int shown_count_decimals = 0; ///< of every count as it is written
    int shown_per_decimals = 0;
    std::optional<double> overall{}; ///< of all facts with a value together, where it can be known
    double reliable_from = 0;        ///< a rate of fewer cases, but of some, is not reliable
    std::size_t of_few_cases = 0;    ///< facts whose rate is not
    std::size_t of_some = 0;         ///< facts whose rate is above zero
};

/// A class of a choropleth's ramp.
struct Class {
    double from = 0;
    double to = 0;
    bool holds_end = true; ///< whether `to` itself belongs to it
    std::size_t count = 0; ///< facts in it
};

/// A group of areas of a categorical map.
struct Category {
    std::string label;
    std::size_t count = 0;  ///< areas in it
    std::string language{}; ///< of the label, BCP 47, where it is not the figure's
};

/// Rows of a map that have no area: "Unknown", "Outwith Scotland".
struct Unplaced {
    std::vector<Fact> rows{};      ///< labels as written, each once, in order; counts, of rates
    std::optional<double> value{}; ///< of them together; nothing where none has a value
};

/// One of several small maps.
struct Panel {
    std::string label;                  ///< "2021"
    double total = 0;                   ///< of its values
    std::optional<Unplaced> unplaced{}; ///< rows of it without an area
};

/// Where a diverging scale turns. Values below, at and above it are distinguished.
struct Midpoint {
    double value = 0;
    std::size_t below = 0;  ///< classes that lie wholly below it
    bool has_class = false; ///< whether the next class holds it with values on both sides, or alone
};

/// A scale without classes: a shade for every value.
struct Scale {
    double from = 0;             ///< the lowest value, zero apart where it is drawn apart
    double to = 0;               ///< the highest
    std::vector<double> ticks{}; ///< round numbers from `from` to `to`, or these two; they rise
    std::optional<double> midpoint{}; ///< where a diverging one turns
};

/// A region that stands in a frame and not in its place, and why.
struct Framed {
    std::string code;
    std::string name;
    std::string reason;            ///< as published
    std::string reason_language{}; ///< BCP 47, where it is not the figure's
};

/// Values by classes of one shade each.
struct Classes {
    std::vector<Class> classes{};       ///< lowest first
    std::optional<Midpoint> midpoint{}; ///< of a diverging scale
};

/// Values by shades.
using Shades = std::variant<Classes, Scale>;

/// Values by circles whose areas they are.
struct Circles {
    std::vector<double> sizes{}; ///< round values for the legend, highest first
};

/// Values by so many dots.
struct Dots {
    int per_dot = 1; ///< of what is counted, a dot stands for so many
};

/// One of what is counted, at its place.
struct CountedPoint {
    std::size_t fact = 0;
    geo::Point place; ///< in the metres of the boundaries
};

/// Values by a dot for each of what is counted, at its place.
struct Points {
    std::vector<CountedPoint> all{}; ///< in the order of the table; as many of a fact as its value
};

/// The bars of a chart, one a fact.
struct Bars {};

/// The areas of one map, one a fact.
struct Areas {
    std::variant<Shades, Circles, Dots, Points> shown{};
    bool as_tiles = false; ///< of one size each, not in their true shapes
    /// Facts that are zero, where zero is drawn as a class of its own.
    std::optional<std::size_t> zero_count{};
    std::optional<Framed> framed{};
};

/// The areas of a map in groups: the facts have no values, and the class index of each is that of
/// its group.
struct Groups {
    std::vector<Category> categories{}; ///< in the order of the legend
    std::optional<Framed> framed{};
};

/// Several small maps with one scale: the facts are those of the first panel, in order, then those
/// of the second with the same areas in the same order, and so on.
struct Panels {
    std::vector<Panel> panels{}; ///< at least two
    bool are_steps = false;      ///< whether their labels are numbers, which rise: years, say
    Shades shades{};
    std::optional<std::size_t> zero_count{}; ///< as of Areas, in all panels
};

/// What differs by kind of figure.
using Body = std::variant<Bars, Areas, Groups, Panels>;

/// The one place where a figure's numbers live. Legend, marks and words all read it.
struct Facts {
    std::string id;
    std::string kind; ///< as a figure file names it
    std::string project;
    std::string title;
    std::string subtitle;    ///< as given; empty for the one that describe() writes
    std::string note;        ///< may be empty
    std::string source;      ///< may be empty
    std::string attribution; ///< of the boundaries; may be empty
    std::string language;    ///< BCP 47
    /// Languages of these texts, BCP 47, where they are not the figure's.
    std::string subtitle_language{}, note_language{}, source_language{}, attribution_language{};
    Noun unit; ///< what is counted: story, stories
    Noun item; ///< what it is counted by: sector, sectors; council area, council areas
    std::string label_heading;            ///< of the table's label column
    std::string value_heading;            ///< of the table's value column
    std::string label_heading_language{}; ///< BCP 47, where it is not the figure's
    std::string value_heading_language{};
    Body body{};
    std::vector<Fact> facts; ///< in the order drawn; regions without a row last, by name
    int decimals = 0;        ///< most decimals of any value as written; of rates as shown
    int shown_decimals = 0;  ///< of every value as it is written; see shown_decimals
    double total = 0;        ///< of all values; of all counts where the values are rates
    bool adds_up = true;     ///< false where no total is known: of means, of what is suppressed
    std::optional<Unplaced> unplaced{}; ///< part of the total; nothing where every row has an area
    std::optional<Rate> rate{};         ///< nothing where the values are shown as they are
    std::vector<std::string> missing;   ///< labels of facts without a value, in order
    std::size_t rows_read = 0;          ///< rows of the table, a total row among them
    std::optional<double> total_row;    ///< the value of a row such as "Scotland" or "Total"
    std::vector<Problem> warnings;
    bool wants_headline = false; ///< whether the title is to state the finding
};

} // namespace cairn::facts
