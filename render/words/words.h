#pragma once

#include "base/number.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::words {

/// The length that IPTC allows an alt text, in Unicode characters.
constexpr std::size_t longest_short_text = 250;

/// The data table in words: cells as people read them.
struct DataTable {
    struct Column {
        std::string heading;
        bool numeric = false;   ///< set to the right
        std::string language{}; ///< of the heading, BCP 47, where it is not the figure's
    };
    std::string caption;
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows; ///< one cell a column
    /// Of each row's first cell: BCP 47, empty where it is the figure's. None, or one a row.
    std::vector<std::string> row_languages{};
};

/// A line of the legend.
struct LegendLabel {
    std::string range;      ///< "3 to 4", "No stories", "No data"
    std::string count;      ///< "2 areas"; empty where a count would say nothing
    std::string language{}; ///< of the range, BCP 47, where it is not the figure's
    std::string sign{};     ///< of a group: the letter that stands on its areas too
};

/// What stands over some classes of the legend: "Below 0".
struct LegendHeading {
    std::size_t before = 0; ///< the class that it stands over, and those after it
    std::string text;
};

/// What a bar or an area is called, and what stands on it.
struct MarkWords {
    std::string name;  ///< "Fife: 5 stories"
    std::string value; ///< "5"
};

/// A line under the figure.
struct Note {
    std::string text;
    std::string language{}; ///< BCP 47, where it is not the figure's
    std::size_t lead = 0; ///< bytes at its start that are in the figure's all the same: "Source: "
};

/// Whether the long description holds the note: a text of one language has no place for a note that
/// is wholly in another.
inline bool is_in_description(const Note& note) {
    return note.language.empty() || note.lead > 0;
}

/// What a web page says around the figure.
struct PageWords {
    std::string details;  ///< over what is folded away: "Description and data table"
    std::string download; ///< of the CSV: "Download the data (CSV)"
    std::string table{};  ///< over the table alone, where it is folded away: "Data table"
};

/// Everything that a figure says, in one language, all of it from Facts.
struct Words {
    std::string language; ///< BCP 47, such as en-GB
    std::string title;    ///< as given, or the finding
    std::string subtitle;
    std::string subtitle_language{}; ///< BCP 47, where it is not the figure's
    std::string list;                ///< "Title: Label value, Label value, …", in the order drawn
    std::string short_text;          ///< alt text, at most 250 characters
    std::string description;         ///< long description; paragraphs parted by a newline
    DataTable table;
    std::vector<MarkWords> marks;                 ///< one a fact, in order
    std::string legend_title;                     ///< "Stories per council area"
    std::string legend_title_language{};          ///< BCP 47, where it is not the figure's
    std::vector<LegendLabel> class_labels;        ///< one a class of the ramp, lowest first
    std::vector<LegendLabel> zero_label;          ///< none or one
    std::vector<LegendLabel> missing_label;       ///< none or one
    std::vector<LegendHeading> legend_headings{}; ///< of a diverging scale, lowest first
    std::vector<std::string> tick_labels{};       ///< one a tick of a scale without classes
    std::string scale_range{};                    ///< of such a scale: "2 to 12.5"
    std::string scale_from{}, scale_to{};    ///< its ends, each empty where a tick stands there
    std::vector<LegendLabel> size_labels{};  ///< one a size: "10", "10 stories"
    std::string dot_label{};                 ///< "1 dot = 1 story"; of a map of dots
    NumberFormat numbers{};                  ///< of what a layout has to number itself
    std::string kilometres{};                ///< "{number} km"
    std::string north{};                     ///< "N"
    std::vector<LegendLabel> panel_labels{}; ///< one a small map: "2021", "12 stories"
    std::vector<Note> notes;                 ///< note, source and attribution, as printed below
    std::string source;                      ///< who the numbers come from; may be empty
    std::string rights;                      ///< attribution of the boundaries; may be empty
    std::string rights_language{};           ///< BCP 47, where it is not the figure's
    std::string marks_title;                 ///< of all bars or areas: "Bars", "Areas"
    PageWords page;
    std::string numbers_title{};  ///< over the list of labels that stand on a map as numbers
    std::string enlarged_title{}; ///< over a part of a map that is drawn once more, larger
    bool has_headline = false;    ///< whether the title states the finding
};

/// The paragraphs of a long description, none of them empty.
std::vector<std::string_view> paragraphs(std::string_view description);

/// The table in Markdown.
std::string to_markdown(const DataTable& table);

} // namespace cairn::words
