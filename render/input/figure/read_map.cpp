#include "render/input/figure/read_map.h"

#include "base/quote.h"
#include "base/read_number.h"
#include "base/white_space.h"
#include "render/colour/limits.h"
#include "render/input/figure/read_labels.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace cairn::input {

namespace {

constexpr int most_per_dot = 1'000'000;

constexpr std::array boundary_keys{
    Key{"file", "districts.gpkg", true},
    Key{"code", "LAD13CD", true},
    Key{"name", "LAD13NM", true},
    Key{"attribution", "Contains OS data © Crown copyright"},
};

constexpr std::array class_keys{
    Key{"method", "jenks"},
    Key{"breaks", "[1, 2, 3, 5, 11]"},
    Key{"count", "5"},
    Key{"midpoint", "0"},
};

constexpr std::array absences{Choice<Absent>{"missing", Absent::missing},
                              Choice<Absent>{"zero", Absent::zero}};

constexpr std::array unplaced_rules{Choice<Unplaced>{"error", Unplaced::error},
                                    Choice<Unplaced>{"note", Unplaced::note}};

constexpr std::array group_rules{Choice<GroupRule>{"split", GroupRule::split},
                                 Choice<GroupRule>{"each", GroupRule::each}};

constexpr std::array tile_shapes{Choice<geo::TileShape>{"hexagons", geo::TileShape::hexagons},
                                 Choice<geo::TileShape>{"squares", geo::TileShape::squares}};

constexpr std::array methods{
    Choice<ClassMethod>{"fixed", ClassMethod::fixed},
    Choice<ClassMethod>{"quantile", ClassMethod::quantile},
    Choice<ClassMethod>{"equal", ClassMethod::equal},
    Choice<ClassMethod>{"jenks", ClassMethod::jenks},
    Choice<ClassMethod>{"pretty", ClassMethod::pretty},
    Choice<ClassMethod>{"standard-deviation", ClassMethod::standard_deviation},
    Choice<ClassMethod>{"head-tail", ClassMethod::head_tail},
    Choice<ClassMethod>{"continuous", ClassMethod::continuous}};

/// What other programs call these methods, too unlike our names to be taken for slips.
constexpr std::array other_names{
    Choice<std::string_view>{"natural breaks", "jenks"},
    Choice<std::string_view>{"natural-breaks", "jenks"},
    Choice<std::string_view>{"equal interval", "equal"},
    Choice<std::string_view>{"manual", "fixed"},
    Choice<std::string_view>{"unclassed", "continuous"},
};

BoundarySpec read_boundaries(MapReader& figure, const Defaults& defaults,
                             const Languages& languages, YamlLog& log) {
    BoundarySpec spec;
    spec.where = figure.where("boundaries");
    const YamlValue* value = figure.find("boundaries");
    if (value != nullptr && value->type == YamlValue::Type::map) {
        auto source = figure.map("boundaries", boundary_keys);
        const std::string file = source->text("file").value_or("");
        spec.file = defaults.folder / file;
        spec.shown = spec.file.string();
        spec.code_field = source->text("code").value_or("");
        spec.name_field = source->text("name").value_or("");
        spec.attribution = pick(read_wordings(*source, "attribution", languages.own, log),
                                languages, &spec.attribution_language);
        return spec;
    }
    spec.name = figure.text("boundaries").value_or("");
    if (!spec.name.empty() && !is_id(spec.name)) {
        figure.report("boundaries",
                      fmt::format("{} is no name of built-in boundaries", in_quotes(spec.name)),
                      "write scotland-councils, or a file: {file: districts.gpkg, code: LAD13CD, "
                      "name: LAD13NM}");
    }
    return spec;
}

/// Breaks that are numbers and rise.
std::vector<double> read_breaks(MapReader& classes, YamlLog& log) {
    std::vector<double> breaks;
    const std::vector<YamlValue>* items = classes.list("breaks");
    if (items == nullptr) {
        return breaks;
    }
    bool all_read = true;
    for (const YamlValue& item : *items) {
        const auto read = parse_number(trimmed(item.text));
        const auto* number = std::get_if<Number>(&read);
        if (item.type != YamlValue::Type::text || number == nullptr) {
            log.report(item, fmt::format("the break {} is not a number", in_quotes(item.text)),
                       "write numbers that rise, such as [1, 2, 3, 5, 11]");
            all_read = false;
            continue;
        }
        if (all_read && !breaks.empty() && number->value <= breaks.back()) {
            log.report(item,
                       fmt::format("the break {} does not rise above the one before it, {}",
                                   item.text, (&item - 1)->text),
                       "write numbers that rise, such as [1, 2, 3, 5, 11]");
        }
        breaks.push_back(number->value);
    }
    if (items->size() < 2 || items->size() > colour::most_classes + 1) {
        classes.report("breaks",
                       fmt::format("the number of breaks is {}, not 2 to {}", items->size(),
                                   colour::most_classes + 1),
                       "each class begins at its break, and the last break is where the last ends");
    }
    return breaks;
}

/// The method, where it is one that there is; another program's name for one is reported with ours.
std::optional<ClassMethod> read_method(MapReader& classes) {
    const YamlValue* value = classes.find("method");
    const std::string written = value == nullptr ? "" : value->text;
    const auto other = std::ranges::find(other_names, written, &Choice<std::string_view>::word);
    if (other == other_names.end()) {
        return classes.choice("method", methods);
    }
    classes.report("method", fmt::format("\"method\" cannot be {}", in_quotes(written)),
                   fmt::format("did you mean {}?", in_quotes(other->value)));
    return std::nullopt;
}

ClassSpec read_classes(MapReader& figure, YamlLog& log) {
    ClassSpec spec;
    spec.where = figure.where("classes");
    auto classes = figure.map("classes", class_keys);
    if (!classes) {
        return spec;
    }
    spec.method = read_method(*classes).value_or(spec.method);
    spec.breaks = read_breaks(*classes, log);
    spec.count = classes->whole("count", 1, colour::most_classes).value_or(spec.count);
    spec.midpoint = classes->number("midpoint");
    const bool fixed = spec.method == ClassMethod::fixed;
    if (fixed && classes->find("breaks") == nullptr) {
        classes->report("method", "fixed classes need the key \"breaks\"",
                        "write it like this: breaks: [1, 2, 3, 5, 11]");
    }
    if (fixed && classes->find("count") != nullptr) {
        classes->report("count", "\"count\" does not fit fixed classes",
                        "take it away: the breaks say how many classes there are");
    }
    if (spec.method == ClassMethod::continuous && classes->find("count") != nullptr) {
        classes->report("count", "\"count\" does not fit a continuous scale",
                        "take it away: a continuous scale has no classes");
    }
    if (!fixed && classes->find("breaks") != nullptr) {
        classes->report("breaks", "\"breaks\" fits fixed classes alone", "write method: fixed");
    }
    spec.own_count = fixed || classes->find("count") != nullptr;
    if (fixed) {
        spec.where = classes->where("breaks");
    }
    return spec;
}

void read_colours(MapReader& figure, FigureSpec& spec) {
    spec.palette = figure.text("palette").value_or("");
    spec.palette_where = figure.where("palette");
    spec.patterns = figure.truth("patterns");
}

/// `places: {Tarbert: Argyll and Bute}`
void read_own_names(MapReader& figure, YamlLog& log, FigureSpec& spec) {
    const YamlValue* places = figure.find("places");
    if (places == nullptr) {
        return;
    }
    if (places->type != YamlValue::Type::map || places->entries.empty()) {
        figure.report("places", "\"places\" is not a map of names",
                      "write it like this: places: {Tarbert: Argyll and Bute}");
        return;
    }
    for (const YamlEntry& entry : places->entries) {
        if (entry.key.type != YamlValue::Type::text || entry.value.type != YamlValue::Type::text) {
            log.report(entry.key, "a name or its area is not text",
                       "write it like this: places: {Tarbert: Argyll and Bute}");
        } else {
            spec.own_names.push_back(
                {one_line(entry.key.text), one_line(entry.value.text), log.at(entry.value)});
        }
    }
}

/// What the areas of every shaded map are filled by.
void read_shades(MapReader& figure, const Defaults& defaults, YamlLog& log, FigureSpec& spec) {
    spec.absent = figure.choice("absent", absences).value_or(spec.absent);
    spec.unplaced = figure.choice("unplaced", unplaced_rules).value_or(spec.unplaced);
    spec.groups = figure.choice("groups", group_rules).value_or(spec.groups);
    read_own_names(figure, log, spec);
    if (const auto gazetteer = figure.text("gazetteer")) {
        const std::filesystem::path file = defaults.folder / *gazetteer;
        spec.gazetteer = GazetteerFile{file, file.string()};
    }
    spec.classes = read_classes(figure, log);
    read_colours(figure, spec);
}

/// `points: true`: each row has a dot, which nothing may ask to be something else.
void read_dots_at_points(MapReader& figure, FigureSpec& spec) {
    spec.dots_at_points = figure.truth("points").value_or(spec.dots_at_points);
    if (!spec.dots_at_points) {
        return;
    }
    const auto& aggregation = spec.data.records.aggregation;
    if (spec.data.points.form == PointForm::none) {
        figure.report("points", "the data do not say where each row lies",
                      "name the columns that do in `data`, in place of `place`: longitude: and "
                      "latitude:, easting: and northing:, or grid_reference:");
    } else if (!aggregation || aggregation->of != Aggregate::count) {
        figure.report("points", "each dot at a point is one row, and no value of it",
                      "write count: rows in `data`, or take `points` away");
    }
    if (figure.find("per_dot") != nullptr) {
        figure.report("per_dot", "\"per_dot\" does not fit dots at points",
                      "take it away: each dot is one row");
    }
    if (spec.suppress) {
        figure.report("suppress", "dots at points show what \"suppress\" is to keep back",
                      "take `points` away: dots are then spread over their areas");
    }
}

/// Keys of maps in true shapes, and those that only one kind has.
void read_kind_keys(MapReader& figure, FigureSpec& spec) {
    spec.scale_bar = figure.truth("scale_bar").value_or(spec.scale_bar);
    spec.north_arrow = figure.truth("north_arrow").value_or(spec.north_arrow);
    spec.per_dot = figure.whole("per_dot", 1, most_per_dot).value_or(spec.per_dot);
    read_dots_at_points(figure, spec);
}

void require_boundaries(MapReader& figure, std::string_view kind, const Defaults& defaults,
                        const Languages& languages, YamlLog& log, FigureSpec& spec) {
    if (figure.find("boundaries") == nullptr) {
        figure.report("boundaries", fmt::format("{} needs the key \"boundaries\"", kind),
                      "write it like this: boundaries: scotland-councils");
    } else {
        spec.boundaries = read_boundaries(figure, defaults, languages, log);
    }
}

} // namespace

void read_map(MapReader& figure, const Defaults& defaults, const Languages& languages, YamlLog& log,
              FigureSpec& spec) {
    require_boundaries(figure, "a map", defaults, languages, log, spec);
    read_shades(figure, defaults, log, spec);
    spec.labels = read_labels(figure, log);
    read_kind_keys(figure, spec);
}

void read_tile_map(MapReader& figure, const Defaults& defaults, const Languages& languages,
                   YamlLog& log, FigureSpec& spec) {
    if (figure.find("boundaries") != nullptr) {
        spec.boundaries = read_boundaries(figure, defaults, languages, log);
    }
    spec.tiles = figure.choice("tiles", tile_shapes).value_or(spec.tiles);
    read_shades(figure, defaults, log, spec);
}

void read_category_map(MapReader& figure, const Defaults& defaults, const Languages& languages,
                       YamlLog& log, FigureSpec& spec) {
    require_boundaries(figure, "a categorical map", defaults, languages, log, spec);
    read_colours(figure, spec);
    spec.scale_bar = figure.truth("scale_bar").value_or(spec.scale_bar);
    spec.north_arrow = figure.truth("north_arrow").value_or(spec.north_arrow);
}

} // namespace cairn::input
