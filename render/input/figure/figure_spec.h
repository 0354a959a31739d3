#pragma once

#include "base/error.h"
#include "base/noun.h"
#include "geo/tile_grid.h"
#include "render/input/figure/place_spec.h"
#include "render/input/figure/records_spec.h"
#include "render/input/figure/table_format.h"
#include "render/input/figure/table_source.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

struct FigureKind;

enum class Sort { file, ascending, descending };
enum class Absent { missing, zero };
enum class Duplicates { error, sum };
enum class Unplaced { error, note };
enum class Format { svg, png, pdf, html };
enum class SvgText { fonts, outlines };
enum class ClassMethod {
    fixed,
    quantile,
    equal,
    jenks,
    pretty,
    standard_deviation,
    head_tail,
    continuous ///< no classes: a shade for every value
};

struct ClassSpec {
    ClassMethod method = ClassMethod::jenks;
    std::vector<double> breaks; ///< of fixed classes
    int count = 5;              ///< of the others: how many at most
    Location where;             ///< of the key, for messages
    /// Where a diverging scale turns from below to above; nothing for one that runs one way.
    std::optional<double> midpoint{};
    bool own_count = false; ///< whether the author chose how many, by `count` or by breaks
};

/// What the numbers of a table are divided by, where a figure shows a rate.
struct RateSpec {
    std::string
        column; ///< of the table; `population` may be the built-in one (built_in_population)
    std::string column_language{}; ///< BCP 47, where it is not the figure's
    double factor = 1;             ///< 100,000 for a rate per 100,000
    std::optional<Noun> noun{};    ///< what it is per: person, people; nothing: from the column
    Location where{};              ///< of the key `per`
};

/// Stands for the populations that come with the program, where the table has no such column.
constexpr std::string_view built_in_population = "population";

/// Which table to read, and its columns.
struct DataSpec {
    TableSource source;
    std::string shown; ///< the source as messages give it, without password
    TableFormat format{};
    std::string label_column;
    std::string value_column; ///< of the numbers; of a categorical map, of the categories
    /// Languages of the columns, BCP 47, where they are not the figure's.
    std::string label_language{}, value_language{};
    /// The column of the labels that `label_column` leaves empty, and its language; may be empty.
    std::string other_label_column{}, other_label_language{};
    Location where;                 ///< of the data key
    Location label_where;           ///< of the label or place key
    Location value_where;           ///< of the value key
    bool are_places = false;        ///< whether the labels are places
    bool categories = false;        ///< whether the value column holds categories
    bool may_have_panels = false;   ///< whether the key `panel` fits the kind
    std::string panel_column{};     ///< a small map for each of its values; empty: one map
    Location panel_where{};         ///< of the panel key
    std::optional<RateSpec> rate{}; ///< nothing where the values are shown as they are
    RecordsSpec records{};
    PointSpec points{}; ///< in place of the label column
};

/// Which boundaries to draw: a built-in set, or a file with its fields.
struct BoundarySpec {
    std::string name;           ///< of a built-in set; empty for a file
    std::filesystem::path file; ///< opened; empty for a built-in set
    std::string shown;          ///< the path as messages give it
    std::string code_field;
    std::string name_field;
    std::string attribution;
    std::string attribution_language{}; ///< BCP 47, where it is not the figure's
    Location where;
};

/// What stands on an area or beside it.
enum class LabelShow { none, value, name, both, beside };

/// Which areas of a map have labels.
enum class LabelRule { all, values, named, top, none };

/// The labels of a map, as its author asked for them.
struct LabelSpec {
    /// An area that the rule does not hold for.
    struct Exception {
        std::string place; ///< name or code
        LabelShow show = LabelShow::both;
        Location where;
    };
    LabelRule rule = LabelRule::named;
    int top = 0; ///< how many areas, with LabelRule::top
    std::vector<Exception> exceptions;
};

/// Which counts a figure keeps back.
struct SuppressSpec {
    int below = 5;         ///< those under this, but not zero
    bool secondary = true; ///< and others from which these could be worked out
    Location where{};
};

/// One figure in one language, as its author asked for it.
struct FigureSpec {
    std::string id;
    const FigureKind* kind = nullptr; ///< of those that the file was read with
    std::string project;
    std::string title;
    std::string subtitle;
    std::string note;
    std::string source;
    std::string language = "en-GB"; ///< of all words, BCP 47
    /// Languages of these texts, BCP 47, where they are not the figure's.
    std::string subtitle_language, note_language, source_language;
    DataSpec data;
    SvgText svg_text = SvgText::fonts; ///< outlines: for programs that ignore embedded fonts
    bool interactive = false;          ///< whether the keyboard leads through the marks of the SVG
    Sort sort = Sort::descending;
    Duplicates duplicates = Duplicates::error;
    std::optional<double> expect_total;
    Location expect_total_where;
    Noun unit{"", ""};                      ///< empty: taken from the value column
    std::optional<Noun> item;               ///< nothing: taken from the label column
    std::optional<BoundarySpec> boundaries; ///< of a map
    Absent absent = Absent::missing;
    Unplaced unplaced = Unplaced::error; ///< what rows of no area are, "Unknown"
    std::vector<OwnName> own_names{};    ///< names of the table that the author has resolved
    std::optional<GazetteerFile> gazetteer{};
    GroupRule groups = GroupRule::refused;
    std::optional<SuppressSpec> suppress{}; ///< nothing: all counts are shown
    ClassSpec classes;
    bool headline = false; ///< whether the title is to state the finding
    Location headline_where;
    Location where; ///< of the figure in its file

    // Colours of a map.
    std::string palette{};          ///< by name, or a file; empty: the style's
    Location palette_where{};       ///< of the key, else of the figure
    std::optional<bool> patterns{}; ///< nothing: as the style has it

    geo::TileShape tiles = geo::TileShape::hexagons; ///< of a tile map

    LabelSpec labels; ///< of a map

    // Of maps in true shapes.
    bool scale_bar = false;
    bool north_arrow = false;
    int per_dot = 1;             ///< of what is counted, a dot stands for so many
    bool dots_at_points = false; ///< whether each row has a dot, at the point that it gives
};

/// Whether the author says what names stand for: groups of areas, or names of the table, in the
/// figure or its gazetteer.
inline bool settles_names(const FigureSpec& spec) {
    return spec.groups != GroupRule::refused || !spec.own_names.empty() || spec.gazetteer;
}

/// A figure file: the figures that can be read, and what is wrong with the others.
struct FigureFile {
    std::filesystem::path path;
    std::string language = "en-GB"; ///< of figures that do not say otherwise
    std::string style = "screen";
    Location style_where;
    std::vector<Format> formats{Format::svg, Format::png, Format::pdf, Format::html};
    std::vector<FigureSpec> figures; ///< one a language, those of one figure together
    std::vector<Problem> problems;   ///< of figures that are left out
};

/// Reads a figure file (docs/figure-file.md) of these kinds of figure, for these languages, which
/// are known ones or "all"; none: each figure in its own. The kinds must outlive what is read.
/// Throws Error when the file as a whole cannot be used; a figure that is wrong, or that has no
/// title in a language asked for, is left out, with all its problems added to `problems`.
FigureFile read_figure_file(const std::filesystem::path& path, std::span<const FigureKind> kinds,
                            const std::vector<std::string>& languages = {});

} // namespace cairn::input
