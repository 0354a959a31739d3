#include "render/input/read_figure.h"

#include "render/input/language.h"
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

/// The languages of a figure.
struct Languages {
    std::string own;    ///< that of its texts that do not say otherwise, BCP 47
    std::string wanted; ///< that of its words, BCP 47
};

/// The text of a key in the wanted language, else in another, whose tag `language` gets.
std::string pick(const std::vector<Wording>& wordings, const Languages& languages,
                 std::string* language = nullptr) {
    const Wording* best = best_wording(wordings, languages.wanted, languages.own);
    if (best != nullptr && language != nullptr) {
        *language = other_language(best->language, languages.wanted);
    }
    return best == nullptr ? "" : best->text;
}

/// The column of the labels, and another for the labels that it leaves empty.
void read_label_column(const std::vector<Wording>& columns, const Languages& languages,
                       DataSpec& spec) {
    spec.label_column = pick(columns, languages, &spec.label_language);
    for (const Wording& column : columns) {
        if (spec.other_label_column.empty() && column.text != spec.label_column) {
            spec.other_label_column = column.text;
            spec.other_label_language = other_language(column.language, languages.wanted);
        }
    }
}

DataSpec read_data(MapReader& figure, Kind kind, const Defaults& defaults,
                   const Languages& languages, YamlLog& log) {
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
    read_label_column(read_wordings(*data, label, languages.own, log), languages, spec);
    spec.value_column =
        pick(read_wordings(*data, "value", languages.own, log), languages, &spec.value_language);
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

BoundarySpec read_boundaries(MapReader& figure, const Defaults& defaults,
                             const Languages& languages, YamlLog& log) {
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

void read_map(MapReader& figure, const Defaults& defaults, const Languages& languages, YamlLog& log,
              FigureSpec& spec) {
    if (figure.find("boundaries") == nullptr) {
        figure.report("boundaries", "a choropleth needs the key \"boundaries\"",
                      "write it like this: boundaries: scotland-councils");
    } else {
        spec.boundaries = read_boundaries(figure, defaults, languages, log);
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

/// The title in the wanted language, of which there must be one.
std::string read_title(MapReader& figure, const Languages& languages, YamlLog& log) {
    const std::vector<Wording> titles = read_wordings(figure, "title", languages.own, log);
    if (const Wording* title = find_wording(titles, languages.wanted)) {
        return title->text;
    }
    if (!titles.empty()) {
        const Wording& other = titles.front();
        figure.report(
            "title",
            fmt::format("the title is not given in {}", language_in_words(languages.wanted)),
            fmt::format("write it in each language: title: {{{}: {}, {}: …}}",
                        language_of(other.language), in_quotes(other.text),
                        language_of(languages.wanted)));
    }
    return "";
}

void read_texts(MapReader& figure, const Defaults& defaults, const Languages& languages,
                YamlLog& log, FigureSpec& spec) {
    const auto wordings = [&](std::string_view key) {
        return read_wordings(figure, key, languages.own, log);
    };
    spec.project = pick(defaults.project, languages);
    spec.title = read_title(figure, languages, log);
    spec.subtitle = pick(wordings("subtitle"), languages, &spec.subtitle_language);
    spec.note = pick(wordings("note"), languages, &spec.note_language);
    const std::vector<Wording> source = wordings("source");
    spec.source = pick(source.empty() ? defaults.source : source, languages, &spec.source_language);
    const auto noun = [&](std::string_view key) {
        return read_noun(figure, key, languages.wanted, languages.own, log);
    };
    spec.unit = noun("unit").value_or(spec.unit);
    spec.item = noun("items");
}

} // namespace

std::string read_language(MapReader& map, const std::string& otherwise) {
    std::string language = map.text("language").value_or(otherwise);
    if (is_known_language(language)) {
        return language;
    }
    map.report("language", fmt::format("\"language\" cannot be {}", in_quotes(language)),
               remedy_for_language());
    return otherwise;
}

void read_svg_keys(MapReader& map, SvgText& text, bool& interactive) {
    text = map.choice("text", svg_texts).value_or(text);
    interactive = map.choice("interactive", truths).value_or(interactive);
}

FigureSpec read_figure(const YamlValue& value, const Defaults& defaults, YamlLog& log,
                       const std::string& language) {
    FigureSpec spec;
    spec.where = log.at(value);
    if (value.kind != YamlValue::Kind::map) {
        log.report(value, "a figure is a map of keys, and this is not one",
                   "write - id: sector-8, and its other keys in lines below it");
        return spec;
    }
    MapReader figure(value, figure_keys, log);
    spec.id = read_id(figure);
    Languages languages{.own = read_language(figure, defaults.language), .wanted = {}};
    const bool is_own = language.empty() || language_of(language) == language_of(languages.own);
    languages.wanted = is_own ? languages.own : language;
    spec.language = languages.wanted;
    read_texts(figure, defaults, languages, log, spec);
    spec.svg_text = defaults.svg_text;
    spec.interactive = defaults.interactive;
    read_svg_keys(figure, spec.svg_text, spec.interactive);
    spec.sort = figure.choice("sort", sorts).value_or(spec.sort);
    spec.duplicates = figure.choice("duplicates", duplicate_rules).value_or(spec.duplicates);
    spec.expect_total = figure.number("expect_total");
    spec.expect_total_where = figure.where("expect_total");
    const std::optional<Kind> kind = figure.choice("kind", kinds);
    if (!kind) {
        return spec;
    }
    spec.kind = *kind;
    spec.data = read_data(figure, *kind, defaults, languages, log);
    switch (*kind) {
    case Kind::bar:
        refuse_map_keys(figure);
        break;
    case Kind::choropleth:
        read_map(figure, defaults, languages, log, spec);
        break;
    }
    return spec;
}

} // namespace cairn::input
