#include "render/input/figure/read_figure.h"

#include "base/quote.h"
#include "render/input/figure/read_data.h"
#include "render/input/figure/unfit_keys.h"
#include "render/input/language/language.h"
#include "render/input/yaml/map_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::input {

namespace {

constexpr std::array<std::string_view, 4> keys_of_file{"project", "style", "formats", "figures"};

constexpr std::array elsewhere{
    Elsewhere{keys_of_file, "write it at the top of the file, where it is for all figures"},
    looks_are_elsewhere,
};

constexpr std::array sorts{Choice<Sort>{"file", Sort::file},
                           Choice<Sort>{"ascending", Sort::ascending},
                           Choice<Sort>{"descending", Sort::descending}};

constexpr std::array duplicate_rules{Choice<Duplicates>{"error", Duplicates::error},
                                     Choice<Duplicates>{"sum", Duplicates::sum}};

constexpr std::array svg_texts{Choice<SvgText>{"fonts", SvgText::fonts},
                               Choice<SvgText>{"outlines", SvgText::outlines}};

constexpr std::array suppress_keys{
    Key{"below", "5", true},
    Key{"secondary", "true"},
};

constexpr std::array headlines{Choice<bool>{"auto", true}, Choice<bool>{"none", false}};

/// `suppress: {below: 5, secondary: true}`
std::optional<SuppressSpec> read_suppress(MapReader& figure) {
    // Of counts below 2, those kept back could only be 1.
    constexpr int least = 3;
    constexpr int most = 1000;
    if (figure.find("suppress") == nullptr) {
        return std::nullopt;
    }
    SuppressSpec spec{.where = figure.where("suppress")};
    if (auto map = figure.map("suppress", suppress_keys)) {
        spec.below = map->whole("below", least, most).value_or(spec.below);
        spec.secondary = map->truth("secondary").value_or(spec.secondary);
    }
    return spec;
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

/// The kind that a figure names; of two that share the name, the one that its data ask for. Null,
/// and a problem more, where there is none.
const FigureKind* read_kind(const MapReader& figure, std::span<const FigureKind> kinds,
                            YamlLog& log) {
    const YamlValue* word = figure.find("kind");
    if (word == nullptr) {
        return nullptr;
    }
    std::vector<std::string> names;
    for (const FigureKind& kind : kinds) {
        if (std::ranges::find(names, kind.name) == names.end()) {
            names.emplace_back(kind.name);
        }
    }
    const auto index = read_word(*word, "kind", names, log);
    if (!index) {
        return nullptr;
    }
    const auto named = [&](const FigureKind& kind) { return kind.name == names[*index]; };
    const auto asked_for = std::ranges::find_if(kinds, [&](const FigureKind& kind) {
        return named(kind) && takes_in_data(kind, "panel") == has_panel(figure);
    });
    return asked_for != kinds.end() ? &*asked_for : &*std::ranges::find_if(kinds, named);
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

FigureSpec read_figure(const YamlValue& value, std::span<const FigureKind> kinds,
                       const Defaults& defaults, YamlLog& log, const std::string& language) {
    FigureSpec spec;
    spec.where = log.at(value);
    if (value.type != YamlValue::Type::map) {
        log.report(value, "a figure is a map of keys, and this is not one",
                   "write - id: sector-8, and its other keys in lines below it");
        return spec;
    }
    MapReader figure(value, keys_of_figures(), log, Completeness::whole, elsewhere);
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
    spec.suppress = read_suppress(figure);
    spec.expect_total = figure.number("expect_total");
    spec.expect_total_where = figure.where("expect_total");
    spec.headline = figure.choice("headline", headlines).value_or(spec.headline);
    spec.headline_where = figure.where("headline");
    spec.kind = read_kind(figure, kinds, log);
    if (spec.kind == nullptr) {
        return spec;
    }
    spec.data = read_data(figure, kinds, *spec.kind, spec.unit, defaults, languages, log);
    if (spec.data.records.aggregation && adds_up(spec.data.records.aggregation->of)) {
        spec.duplicates = Duplicates::sum; // one place may have several spellings
    }
    if (spec.suppress && spec.data.records.aggregation &&
        !is_amount(spec.data.records.aggregation->of)) {
        figure.report("suppress", "means and medians are no counts, which alone can be suppressed",
                      "write count: rows or sum: and its column, or take `suppress` away");
    }
    spec.kind->read(figure, defaults, languages, log, spec);
    refuse_unfit_keys(figure, kinds, *spec.kind, spec);
    return spec;
}

} // namespace cairn::input
