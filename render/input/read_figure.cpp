#include "render/input/read_figure.h"

#include "base/quote.h"
#include "render/input/language.h"
#include "render/input/map_reader.h"
#include "render/input/read_data.h"
#include "render/input/read_map.h"
#include "render/input/unfit_keys.h"

#include <fmt/format.h>

#include <array>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

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
    // Colours of a map.
    Key{"palette", "viridis"},
    Key{"patterns", "true"},
    // Of tile maps.
    Key{"tiles", "hexagons"},
    Key{"labels", "top 5"},
    Key{"headline", "auto"},
    // Of maps in true shapes.
    Key{"scale_bar", "true"},
    Key{"north_arrow", "true"},
    Key{"per_dot", "10"},
};

constexpr std::array kinds{
    Choice<Kind>{"bar", Kind::bar},         Choice<Kind>{"choropleth", Kind::choropleth},
    Choice<Kind>{"tiles", Kind::tiles},     Choice<Kind>{"categorical", Kind::categorical},
    Choice<Kind>{"symbols", Kind::symbols}, Choice<Kind>{"dots", Kind::dots}};

constexpr std::array<std::string_view, 4> keys_of_file{"project", "style", "formats", "figures"};

constexpr std::array sorts{Choice<Sort>{"file", Sort::file},
                           Choice<Sort>{"ascending", Sort::ascending},
                           Choice<Sort>{"descending", Sort::descending}};

constexpr std::array duplicate_rules{Choice<Duplicates>{"error", Duplicates::error},
                                     Choice<Duplicates>{"sum", Duplicates::sum}};

constexpr std::array svg_texts{Choice<SvgText>{"fonts", SvgText::fonts},
                               Choice<SvgText>{"outlines", SvgText::outlines}};

constexpr std::array headlines{Choice<bool>{"auto", true}, Choice<bool>{"none", false}};

std::string read_id(MapReader& figure) {
    std::string id = figure.text("id").value_or("");
    if (!id.empty() && !is_id(id)) {
        figure.report(
            "id", fmt::format("the id {} cannot be a file name", in_quotes(id)),
            "write letters, digits, dots, dashes and underscores alone, such as sector-8");
    }
    return id;
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
    interactive = map.truth("interactive").value_or(interactive);
}

FigureSpec read_figure(const YamlValue& value, const Defaults& defaults, YamlLog& log,
                       const std::string& language) {
    FigureSpec spec;
    spec.where = log.at(value);
    if (value.type != YamlValue::Type::map) {
        log.report(value, "a figure is a map of keys, and this is not one",
                   "write - id: sector-8, and its other keys in lines below it");
        return spec;
    }
    MapReader figure(
        value, figure_keys, log, Completeness::whole,
        {keys_of_file, "write it at the top of the file, where it is for all figures"});
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
    spec.headline = figure.choice("headline", headlines).value_or(spec.headline);
    spec.headline_where = figure.where("headline");
    const std::optional<Kind> kind = figure.choice("kind", kinds);
    if (!kind) {
        return spec;
    }
    spec.kind = *kind;
    spec.data = read_data(figure, *kind, defaults, languages, log);
    switch (*kind) {
    case Kind::bar:
        break;
    case Kind::choropleth:
    case Kind::symbols:
    case Kind::dots:
        read_map(figure, defaults, languages, log, spec);
        break;
    case Kind::tiles:
        read_tile_map(figure, log, spec);
        break;
    case Kind::categorical:
        read_category_map(figure, defaults, languages, log, spec);
        break;
    }
    refuse_unfit_keys(figure, spec);
    return spec;
}

} // namespace cairn::input
