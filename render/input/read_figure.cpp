#include "render/input/read_figure.h"

#include "render/input/map_reader.h"
#include "render/input/number.h"
#include "render/input/quote.h"
#include "render/input/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

constexpr int most_classes = 7;

constexpr std::array figure_keys{
    Key{"id", "stories-by-sector", true},
    Key{"kind", "bar", true},
    Key{"title", "Story origins by sector", true},
    Key{"subtitle", "Number of stories, 2019 to 2024"},
    Key{"note", "One story may have more than one origin."},
    Key{"source", "Personal Outcomes Network"},
    Key{"language", "en-GB"},
    Key{"data", "{file: sector.csv, label: Sector, value: Stories}", true},
    Key{"text", "outlines"},
    Key{"interactive", "true"},
    Key{"sort", "descending"},
    Key{"duplicates", "sum"},
    Key{"expect_total", "39"},
    Key{"unit", "{one: story, other: stories}"},
    Key{"items", "{one: sector, other: sectors}"},
    Key{"boundaries", "scotland-councils"},
    Key{"absent", "zero"},
    Key{"classes", "{method: jenks, count: 5}"},
};

constexpr std::array bar_data_keys{
    Key{"file", "sector.csv", true},
    Key{"label", "Sector", true},
    Key{"value", "Stories", true},
};

constexpr std::array map_data_keys{
    Key{"file", "place.csv", true},
    Key{"place", "Council area", true},
    Key{"value", "Stories", true},
};

constexpr std::array noun_keys{
    Key{"one", "story", true},
    Key{"other", "stories", true},
};

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
};

constexpr std::array kinds{Choice<Kind>{"bar", Kind::bar},
                           Choice<Kind>{"choropleth", Kind::choropleth}};

constexpr std::array sorts{Choice<Sort>{"file", Sort::file},
                           Choice<Sort>{"ascending", Sort::ascending},
                           Choice<Sort>{"descending", Sort::descending}};

constexpr std::array duplicate_rules{Choice<Duplicates>{"error", Duplicates::error},
                                     Choice<Duplicates>{"sum", Duplicates::sum}};

constexpr std::array absences{Choice<Absent>{"missing", Absent::missing},
                              Choice<Absent>{"zero", Absent::zero}};

constexpr std::array svg_texts{Choice<SvgText>{"fonts", SvgText::fonts},
                               Choice<SvgText>{"outlines", SvgText::outlines}};

constexpr std::array truths{Choice<bool>{"true", true}, Choice<bool>{"false", false}};

constexpr std::array methods{
    Choice<ClassMethod>{"fixed", ClassMethod::fixed},
    Choice<ClassMethod>{"quantile", ClassMethod::quantile},
    Choice<ClassMethod>{"equal", ClassMethod::equal},
    Choice<ClassMethod>{"jenks", ClassMethod::jenks},
    Choice<ClassMethod>{"pretty", ClassMethod::pretty},
    Choice<ClassMethod>{"standard-deviation", ClassMethod::standard_deviation},
    Choice<ClassMethod>{"head-tail", ClassMethod::head_tail}};

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/// Whether it can stand in a file name and in markup as it is.
bool is_id(std::string_view text) {
    return is_letter_or_digit(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
               return is_letter_or_digit(c) || c == '.' || c == '_' || c == '-';
           });
}

std::string read_id(MapReader& figure) {
    std::string id = figure.text("id").value_or("");
    if (!id.empty() && !is_id(id)) {
        figure.report(
            "id", fmt::format("the id {} cannot be a file name", in_quotes(id)),
            "write letters, digits, dots, dashes and underscores alone, such as sector-8");
    }
    return id;
}

std::string shown_path(const Defaults& defaults, const std::string& file) {
    return (defaults.folder / file).string();
}

DataSpec read_data(MapReader& figure, Kind kind, const Defaults& defaults) {
    DataSpec spec;
    spec.where = figure.where("data");
    const bool map = kind == Kind::choropleth;
    auto data = figure.map("data", map ? map_data_keys : bar_data_keys);
    if (!data) {
        return spec;
    }
    const std::string_view label = map ? "place" : "label";
    const std::string file = data->text("file").value_or("");
    spec.file = defaults.folder / file;
    spec.shown = shown_path(defaults, file);
    spec.label_column = data->text(label).value_or("");
    spec.value_column = data->text("value").value_or("");
    spec.label_where = data->where(label);
    spec.value_where = data->where("value");
    if (!spec.value_column.empty() && spec.label_column == spec.value_column) {
        data->report("value",
                     fmt::format("{} and \"value\" are one column, {}", in_quotes(label),
                                 in_quotes(spec.value_column)),
                     "name the column of the names, and the column of the numbers");
    }
    return spec;
}

std::optional<Noun> read_noun(MapReader& figure, std::string_view key) {
    auto noun = figure.map(key, noun_keys);
    if (!noun) {
        return std::nullopt;
    }
    return Noun{noun->text("one").value_or(""), noun->text("other").value_or("")};
}

BoundarySpec read_boundaries(MapReader& figure, const Defaults& defaults) {
    BoundarySpec spec;
    spec.where = figure.where("boundaries");
    const YamlValue* value = figure.find("boundaries");
    if (value != nullptr && value->kind == YamlValue::Kind::map) {
        auto source = figure.map("boundaries", boundary_keys);
        const std::string file = source->text("file").value_or("");
        spec.file = defaults.folder / file;
        spec.shown = shown_path(defaults, file);
        spec.code_field = source->text("code").value_or("");
        spec.name_field = source->text("name").value_or("");
        spec.attribution = source->text("attribution").value_or("");
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
        if (item.kind != YamlValue::Kind::text || number == nullptr) {
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
    if (items->size() < 2 || items->size() > most_classes + 1) {
        classes.report(
            "breaks",
            fmt::format("the number of breaks is {}, not 2 to {}", items->size(), most_classes + 1),
            "each class begins at its break, and the last break is where the last ends");
    }
    return breaks;
}

ClassSpec read_classes(MapReader& figure, YamlLog& log) {
    ClassSpec spec;
    spec.where = figure.where("classes");
    auto classes = figure.map("classes", class_keys);
    if (!classes) {
        return spec;
    }
    spec.method = classes->choice("method", methods).value_or(spec.method);
    spec.breaks = read_breaks(*classes, log);
    spec.count = classes->whole("count", 1, most_classes).value_or(spec.count);
    const bool fixed = spec.method == ClassMethod::fixed;
    if (fixed && classes->find("breaks") == nullptr) {
        classes->report("method", "fixed classes need the key \"breaks\"",
                        "write it like this: breaks: [1, 2, 3, 5, 11]");
    }
    if (fixed && classes->find("count") != nullptr) {
        classes->report("count", "\"count\" does not fit fixed classes",
                        "take it away: the breaks say how many classes there are");
    }
    if (!fixed && classes->find("breaks") != nullptr) {
        classes->report("breaks", "\"breaks\" fits fixed classes alone", "write method: fixed");
    }
    if (fixed) {
        spec.where = classes->where("breaks");
    }
    return spec;
}

void read_map(MapReader& figure, const Defaults& defaults, YamlLog& log, FigureSpec& spec) {
    if (figure.find("boundaries") == nullptr) {
        figure.report("boundaries", "a choropleth needs the key \"boundaries\"",
                      "write it like this: boundaries: scotland-councils");
    } else {
        spec.boundaries = read_boundaries(figure, defaults);
    }
    spec.absent = figure.choice("absent", absences).value_or(spec.absent);
    spec.classes = read_classes(figure, log);
}

void refuse_map_keys(MapReader& figure) {
    for (const std::string_view key : {"boundaries", "absent", "classes"}) {
        if (figure.find(key) != nullptr) {
            figure.report(key, fmt::format("{} does not fit a bar chart", in_quotes(key)),
                          "take it away, or write kind: choropleth");
        }
    }
}

} // namespace

bool is_english(const std::string& language) {
    return (language == "en" || language.starts_with("en-")) && language.back() != '-' &&
           language.find("--") == std::string::npos &&
           std::all_of(language.begin(), language.end(),
                       [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

std::string remedy_for_language() {
    return "words are written in English alone: write en-GB, or another tag that begins with en";
}

void read_svg_keys(MapReader& map, SvgText& text, bool& interactive) {
    text = map.choice("text", svg_texts).value_or(text);
    interactive = map.choice("interactive", truths).value_or(interactive);
}

FigureSpec read_figure(const YamlValue& value, const Defaults& defaults, YamlLog& log) {
    FigureSpec spec;
    spec.where = log.at(value);
    if (value.kind != YamlValue::Kind::map) {
        log.report(value, "a figure is a map of keys, and this is not one",
                   "write - id: sector-8, and its other keys in lines below it");
        return spec;
    }
    MapReader figure(value, figure_keys, log);
    spec.id = read_id(figure);
    spec.project = defaults.project;
    spec.title = figure.text("title").value_or("");
    spec.subtitle = figure.text("subtitle").value_or("");
    spec.note = figure.text("note").value_or("");
    spec.source = figure.text("source").value_or(defaults.source);
    spec.language = figure.text("language").value_or(defaults.language);
    if (!is_english(spec.language)) {
        figure.report("language",
                      fmt::format("\"language\" cannot be {}", in_quotes(spec.language)),
                      remedy_for_language());
    }
    spec.svg_text = defaults.svg_text;
    spec.interactive = defaults.interactive;
    read_svg_keys(figure, spec.svg_text, spec.interactive);
    spec.sort = figure.choice("sort", sorts).value_or(spec.sort);
    spec.duplicates = figure.choice("duplicates", duplicate_rules).value_or(spec.duplicates);
    spec.expect_total = figure.number("expect_total");
    spec.expect_total_where = figure.where("expect_total");
    spec.unit = read_noun(figure, "unit").value_or(spec.unit);
    spec.item = read_noun(figure, "items");
    const std::optional<Kind> kind = figure.choice("kind", kinds);
    if (!kind) {
        return spec;
    }
    spec.kind = *kind;
    spec.data = read_data(figure, *kind, defaults);
    switch (*kind) {
    case Kind::bar:
        refuse_map_keys(figure);
        break;
    case Kind::choropleth:
        read_map(figure, defaults, log, spec);
        break;
    }
    return spec;
}

} // namespace cairn::input
