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
#include <iterator>
#include <unordered_set>
#include <utility>

namespace cairn {

namespace fs = std::filesystem;

namespace {

/// Gives a map its colours. Throws Error where they cannot tell all classes apart.
void set_colours(Prepared& prepared, Shelf& shelf, std::vector<Problem>& warnings) {
    if (prepared.spec.kind == input::Kind::symbols || prepared.spec.kind == input::Kind::dots) {
        return; // one colour shows them all
    }
    prepared.style = &style_for(prepared.spec, prepared.facts, *prepared.style, shelf, warnings);
    const input::Style& style = *prepared.style;
    const std::size_t count = prepared.facts.classes.size();
    // The classes of a palette have been measured.
    const bool is_measured =
        style.map.patterns || !style.map.palette.empty() || prepared.facts.midpoint;
    const int most = style.map.most_classes;
    if (!is_measured && count > static_cast<std::size_t>(most)) {
        const bool fixed = prepared.spec.classes.method == input::ClassMethod::fixed;
        throw Error(Problem{.where = prepared.spec.classes.where,
                            .what = fmt::format("{} classes, but the style {} tells only {} apart",
                                                count, style.name, most),
                            .remedy = fixed ? fmt::format("give at most {} breaks", most + 1)
                                            : fmt::format("write classes: {{count: {}}}", most)});
    }
}

/// Gathers the facts of a map and gives it its colours: of as many classes as these can tell apart,
/// where the author did not say how many. Throws Error as both do.
template<typename Gather>
void gather_and_colour(Prepared& prepared, const Gather& gather, Shelf& shelf,
                       std::vector<Problem>& warnings) {
    constexpr int fewest = 2;
    input::ClassSpec& classes = prepared.spec.classes;
    const input::Style& style = *prepared.style;
    std::optional<Error> of_all_classes;
    for (;; --classes.count) {
        prepared.facts = gather();
        std::vector<Problem> told;
        try {
            set_colours(prepared, shelf, told);
            append(warnings, told);
            return;
        } catch (const Error& error) {
            of_all_classes = of_all_classes.value_or(error);
            prepared.style = &style;
            if (classes.own_count || prepared.facts.classes.empty() || classes.count <= fewest) {
                throw Error(*of_all_classes);
            }
        }
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
        gather_and_colour(
            prepared,
            [&] {
                return gather_regions(prepared.spec, observations, *prepared.boundaries, catalogue);
            },
            shelf, warnings);
        if (prepared.facts.panels.empty() && prepared.facts.categories.empty()) {
            prepared.labels = facts::label_choices(prepared.spec.labels, prepared.facts,
                                                   prepared.boundaries->places);
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
        gather_and_colour(
            prepared,
            [&] {
                return facts::gather_map(prepared.spec, observations, councils.places, "",
                                         catalogue, councils.whereabouts);
            },
            shelf, warnings);
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
    std::optional<PreparedFile> prepared;
    guarded(report, {.file = path.string()}, [&] {
        PreparedFile result{.file = input::read_figure_file(path, request.languages),
                            .figures = {}};
        append(report.errors, result.file.problems);
        const input::Style& style = style_of(request, result.file, shelf);
        for (input::FigureSpec& spec : result.file.figures) {
            if (!wanted(request, spec.id)) {
                continue;
            }
            std::vector<Problem> warnings;
            guarded(report, spec.where,
                    [&] { result.figures.push_back(prepare(spec, style, shelf, warnings)); });
            append_new(report.warnings, warnings);
        }
        prepared = std::move(result);
    });
    return prepared;
}

void check_only(const Request& request, const std::vector<PreparedFile>& files, Report& report) {
    if (!report.errors.empty()) {
        return; // a figure with errors of its own is known too, but not by its id
    }
    std::vector<std::string> known;
    for (const PreparedFile& file : files) {
        for (const input::FigureSpec& spec : file.file.figures) {
            known.push_back(spec.id);
        }
    }
    for (const std::string& id : request.only) {
        if (std::find(known.begin(), known.end(), id) == known.end()) {
            append_new(report.errors, {{.where = {.file = "--only"},
                                        .what = fmt::format("there is no figure \"{}\"", id),
                                        .remedy = remedy_for(id, known)}});
        }
    }
}

} // namespace

void drop_repeated(std::vector<Problem>& problems) {
    std::unordered_set<std::string> stated;
    std::erase_if(problems, [&](const Problem& problem) {
        return !stated.insert(to_string(problem, Severity::warning)).second;
    });
}

std::vector<Problem> placed_at(const Location& where, std::vector<Problem> problems) {
    for (Problem& problem : problems) {
        if (problem.where.file.empty()) {
            problem.where = where;
        }
    }
    return problems;
}

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

void require_own_id(const Prepared& prepared, std::set<std::string>& ids,
                    const std::string& language) {
    if (!ids.insert(prepared.spec.id + " " + language).second) {
        throw Error(Problem{.where = prepared.spec.where,
                            .what = fmt::format("the id \"{}\" is used twice", prepared.spec.id),
                            .remedy = "give each figure in a folder an id of its own"});
    }
}

void add_project(std::string& projects, const std::string& project) {
    constexpr std::string_view comma = ", ";
    const std::string listed = fmt::format("{}{}{}", comma, projects, comma);
    if (!project.empty() &&
        listed.find(fmt::format("{}{}{}", comma, project, comma)) == listed.npos) {
        projects += (projects.empty() ? "" : std::string(comma)) + project;
    }
}

fs::path folder_of(const Request& request, const PreparedFile& file) {
    return request.out.value_or(file.file.path.parent_path() / "figures").lexically_normal();
}

} // namespace cairn
