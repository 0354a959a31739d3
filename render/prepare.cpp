#include "render/prepare.h"

#include "render/facts/describe.h"
#include "render/facts/gather.h"
#include "render/facts/gather_categories.h"
#include "render/facts/gather_panels.h"
#include "render/input/defaults.h"
#include "render/input/language.h"
#include "render/input/observations.h"
#include "render/input/table.h"
#include "render/map_colours.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace cairn {

namespace fs = std::filesystem;

namespace {

/// Adds what is not told yet: figures in several languages have much to warn of in common.
void append_new(std::vector<Problem>& all, const std::vector<Problem>& more) {
    for (const Problem& problem : more) {
        const std::string text = to_string(problem, Severity::warning);
        if (std::none_of(all.begin(), all.end(), [&](const Problem& other) {
                return to_string(other, Severity::warning) == text;
            })) {
            all.push_back(problem);
        }
    }
}

/// Gives a map its colours. Throws Error where they cannot tell all classes apart.
void set_colours(Prepared& prepared, Shelf& shelf, std::vector<Problem>& warnings) {
    prepared.style = &style_for(prepared.spec, prepared.facts, *prepared.style, shelf, warnings);
    const input::Style& style = *prepared.style;
    const std::size_t count = prepared.facts.classes.size();
    // The classes of a palette have been measured.
    const bool is_measured =
        style.map.patterns || !style.map.palette.empty() || prepared.facts.midpoint;
    if (!is_measured && count > static_cast<std::size_t>(style.map.most_classes)) {
        throw Error(Problem{.where = prepared.spec.classes.where,
                            .what = fmt::format("{} classes, but the style {} tells only {} apart",
                                                count, style.name, style.map.most_classes),
                            .remedy = "use fewer breaks or a smaller count"});
    }
}

/// Shetland, where the style has it in a frame and the map has it.
void add_framed(Prepared& prepared) {
    constexpr std::string_view shetland = "S12000027";
    const input::Style::Map::Shetland& style = prepared.style->map.shetland;
    for (const facts::Fact& fact : prepared.facts.facts) {
        if (style.frame && fact.code == shetland) {
            facts::Framed framed{.code = fact.code, .name = fact.label, .reason = {}};
            const std::string& language = prepared.spec.language;
            framed.reason = input::pick(style.reason, {.own = "en", .wanted = language},
                                        &framed.reason_language);
            prepared.facts.framed = std::move(framed);
        }
    }
}

Enlarged enlarged_in(const Prepared& prepared) {
    const input::FigureSpec& spec = prepared.spec;
    const bool has_labels =
        spec.data.panel_column.empty() &&
        (spec.labels.rule != input::LabelRule::none || !spec.labels.exceptions.empty() ||
         spec.kind == input::Kind::categorical);
    return has_labels || prepared.style->map.shetland.frame ? Enlarged::perhaps : Enlarged::never;
}

/// The facts of a map in true shapes, whatever it tells of its regions.
facts::Facts gather_regions(const input::FigureSpec& spec, const input::Observations& observations,
                            const BoundarySet& boundaries, const input::Catalogue& catalogue) {
    const std::string& attribution = boundaries.regions.attribution;
    if (spec.kind == input::Kind::categorical) {
        return facts::gather_categories(spec, observations, boundaries.places, attribution,
                                        catalogue);
    }
    if (!spec.data.panel_column.empty()) {
        return facts::gather_panels(spec, observations, boundaries.places, attribution, catalogue,
                                    boundaries.whereabouts);
    }
    return facts::gather_map(spec, observations, boundaries.places, attribution, catalogue,
                             boundaries.whereabouts);
}

Prepared prepare(input::FigureSpec spec, const input::Style& style, Shelf& shelf,
                 std::vector<Problem>& warnings) {
    const input::Observations observations =
        input::read_observations(input::read_csv(spec.data.file, spec.data.shown), spec.data);
    const input::Catalogue& catalogue = shelf.catalogue(spec.language);
    Prepared prepared{.spec = std::move(spec), .style = &style, .facts = {}, .words = {}};
    switch (prepared.spec.kind) {
    case input::Kind::bar:
        prepared.facts = facts::gather_bars(prepared.spec, observations, catalogue);
        break;
    case input::Kind::choropleth:
    case input::Kind::categorical:
    case input::Kind::symbols:
    case input::Kind::dots:
        prepared.boundaries =
            &shelf.boundaries(*prepared.spec.boundaries, style, enlarged_in(prepared));
        prepared.places = &prepared.boundaries->places;
        if (prepared.boundaries->regions.attribution.empty()) {
            warnings.push_back({.where = prepared.spec.boundaries->where,
                                .what = "no attribution is given for these boundaries",
                                .remedy = "add `attribution:` with the words that their licence "
                                          "asks for"});
        }
        prepared.facts =
            gather_regions(prepared.spec, observations, *prepared.boundaries, catalogue);
        if (prepared.facts.panels.empty() && prepared.facts.categories.empty()) {
            prepared.labels = facts::label_choices(prepared.spec.labels, prepared.facts,
                                                   prepared.boundaries->places);
        }
        if (prepared.spec.kind == input::Kind::choropleth ||
            prepared.spec.kind == input::Kind::categorical) {
            set_colours(prepared, shelf, warnings);
        }
        if (prepared.facts.panels.empty()) {
            add_framed(prepared);
        }
        break;
    case input::Kind::tiles: {
        // Where tiles lie in truth, for the words.
        const BoundarySet& councils = shelf.councils();
        prepared.tiles = &shelf.tiles(prepared.spec.tiles);
        prepared.places = &councils.places;
        prepared.facts = facts::gather_map(prepared.spec, observations, councils.places, "",
                                           catalogue, councils.whereabouts);
        set_colours(prepared, shelf, warnings);
        break;
    }
    }
    append(warnings, prepared.facts.warnings);
    prepared.words = facts::describe(prepared.facts, catalogue);
    if (prepared.spec.headline && !prepared.words.has_headline) {
        warnings.push_back({.where = prepared.spec.headline_where,
                            .what = "no finding stands out that a headline could tell",
                            .remedy = "the title stands as it is; write a headline of your own as "
                                      "the title, or take `headline` out"});
    }
    return prepared;
}

bool wanted(const Request& request, const std::string& id) {
    return request.only.empty() ||
           std::find(request.only.begin(), request.only.end(), id) != request.only.end();
}

/// The style of a file, as the command line would have it.
const input::Style& style_of(const Request& request, const input::FigureFile& file, Shelf& shelf) {
    const input::Style& style =
        request.style ? shelf.style(*request.style, {}, {.file = "--style"})
                      : shelf.style(file.style, file.path.parent_path(), file.style_where);
    if (!request.dpi) {
        return style;
    }
    input::Style finer = style;
    finer.png_dpi = *request.dpi;
    return shelf.keep(std::move(finer));
}

/// Prepares the figures of one file; what goes wrong is told in the report.
std::optional<PreparedFile> prepare_file(const fs::path& path, const Request& request, Shelf& shelf,
                                         Report& report) {
    try {
        PreparedFile result{.file = input::read_figure_file(path, request.languages),
                            .figures = {}};
        append(report.errors, result.file.problems);
        const input::Style& style = style_of(request, result.file, shelf);
        for (input::FigureSpec& spec : result.file.figures) {
            if (!wanted(request, spec.id)) {
                continue;
            }
            std::vector<Problem> warnings;
            try {
                result.figures.push_back(prepare(spec, style, shelf, warnings));
            } catch (const Error& error) {
                append_new(report.errors, error.problems());
            }
            append_new(report.warnings, warnings);
        }
        return result;
    } catch (const Error& error) {
        append(report.errors, error.problems());
        return std::nullopt;
    }
}

void check_only(const Request& request, const std::vector<PreparedFile>& files, Report& report) {
    std::vector<std::string> known;
    for (const PreparedFile& file : files) {
        for (const input::FigureSpec& spec : file.file.figures) {
            known.push_back(spec.id);
        }
    }
    for (const std::string& id : request.only) {
        // A figure with errors of its own is known too, but not by its id.
        if (std::find(known.begin(), known.end(), id) == known.end() && report.errors.empty()) {
            report.errors.push_back({.where = {.file = "--only"},
                                     .what = fmt::format("there is no figure \"{}\"", id),
                                     .remedy = remedy_for(id, known)});
        }
    }
}

} // namespace

std::vector<PreparedFile> prepare_all(const Request& request, Shelf& shelf, Report& report) {
    std::vector<PreparedFile> files;
    for (const fs::path& path : request.files) {
        if (std::optional<PreparedFile> file = prepare_file(path, request, shelf, report)) {
            files.push_back(std::move(*file));
        }
    }
    check_only(request, files, report);
    return files;
}

fs::path folder_of(const Request& request, const PreparedFile& file) {
    return request.out.value_or(file.file.path.parent_path() / "figures").lexically_normal();
}

} // namespace cairn
