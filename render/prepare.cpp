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

/// Leaves of the figures those that are asked for. Says which of these there are not.
void keep_wanted(const Request& request, std::vector<input::FigureFile>& files, Report& report) {
    std::vector<std::string> known;
    for (input::FigureFile& file : files) {
        std::ranges::transform(file.figures, std::back_inserter(known), &input::FigureSpec::id);
        std::erase_if(file.figures,
                      [&](const input::FigureSpec& spec) { return !wanted(request, spec.id); });
    }
    if (!report.errors.empty()) {
        return; // a figure with errors of its own is known too, but not by its id
    }
    for (const std::string& id : request.only) {
        if (std::ranges::find(known, id) == known.end()) {
            report.errors.push_back({.where = {.file = "--only"},
                                     .what = fmt::format("there is no figure \"{}\"", id),
                                     .remedy = remedy_for(id, known)});
        }
    }
}

/// Reads the figure files, with the figures that are asked for.
std::vector<input::FigureFile> read_figure_files(const Request& request, Report& report) {
    std::vector<input::FigureFile> files;
    for (const fs::path& path : request.files) {
        guarded(report, {.file = path.string()}, [&] {
            files.push_back(input::read_figure_file(path, request.languages));
            append(report.errors, files.back().problems);
        });
    }
    keep_wanted(request, files, report);
    return files;
}

} // namespace

void drop_repeated(std::vector<Problem>& problems) {
    std::unordered_set<std::string> stated;
    std::erase_if(problems, [&](const Problem& problem) {
        return !stated.insert(to_string(problem, Severity::warning)).second;
    });
}

void drop_repeated(Report& report) {
    drop_repeated(report.errors);
    drop_repeated(report.warnings);
}

std::vector<Problem> placed_at(const Location& where, std::vector<Problem> problems) {
    for (Problem& problem : problems) {
        if (problem.where.file.empty()) {
            problem.where = where;
        }
    }
    return problems;
}

void prepare_each(
    const Request& request, Shelf& shelf, Report& report,
    const std::function<void(const input::FigureFile& file, Prepared prepared)>& use) {
    for (const input::FigureFile& file : read_figure_files(request, report)) {
        guarded(report, {.file = file.path.string()}, [&] {
            const input::Style& style = style_of(request, file, shelf);
            for (const input::FigureSpec& spec : file.figures) {
                std::optional<Prepared> prepared;
                if (guarded(report, spec.where,
                            [&] { prepared = prepare(spec, style, shelf, report.warnings); })) {
                    use(file, std::move(*prepared));
                }
            }
        });
    }
    drop_repeated(report);
}

std::vector<PreparedFile> prepare_all(const Request& request, Shelf& shelf, Report& report) {
    std::vector<PreparedFile> files;
    prepare_each(request, shelf, report, [&](const input::FigureFile& file, Prepared prepared) {
        if (files.empty() || files.back().file.path != file.path) {
            files.push_back({file, {}});
        }
        files.back().figures.push_back(std::move(prepared));
    });
    return files;
}

void require_own_files(const input::FigureSpec& spec, std::span<const std::string> names,
                       FileOwners& owners) {
    for (std::string name : names) {
        const std::string shown = name;
        std::ranges::transform(name, name.begin(), [](char c) {
            return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        });
        const auto [owner, is_new] = owners.try_emplace(name, FileOwner{spec.id, spec.where});
        if (is_new) {
            continue;
        }
        const FileOwner& other = owner->second;
        const std::string whose =
            other.id.empty()
                ? "the gallery"
                : fmt::format("\"{}\" ({}:{})", other.id, other.where.file, other.where.line);
        throw Error(
            Problem{.where = spec.where,
                    .what = other.id == spec.id
                                ? fmt::format("the id \"{}\" is used twice", spec.id)
                                : fmt::format("the file {} of \"{}\" would be that of {} too",
                                              shown, spec.id, whose),
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

OutputFolder folder_of(const Request& request, const input::FigureFile& file,
                       const std::string& language) {
    const std::string other = input::other_language(language, file.language);
    return {request.out.value_or(file.path.parent_path() / "figures").lexically_normal(),
            other.empty() ? "" : input::language_of(other)};
}

} // namespace cairn
