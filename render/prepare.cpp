#include "render/prepare.h"

#include "render/facts/body.h"
#include "render/facts/describe.h"
#include "render/input/language.h"
#include "render/input/observations.h"
#include "render/input/table.h"
#include "render/kinds.h"
#include "render/map_colours.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace cairn {

namespace fs = std::filesystem;

namespace {

/// Gives a map of shades or groups its colours; others have one for all. Throws Error where they
/// cannot tell all classes apart.
void set_colours(Prepared& prepared, Shelf& shelf, std::vector<Problem>& warnings) {
    if (!facts::has_shades(prepared.facts) && facts::groups_of(prepared.facts) == nullptr) {
        return;
    }
    prepared.style = &style_for(prepared.spec, prepared.facts, *prepared.style, shelf, warnings);
    const input::Style& style = *prepared.style;
    const std::size_t count = facts::classes_of(prepared.facts).size();
    // The classes of a palette have been measured.
    const bool is_measured =
        style.map.patterns || !style.map.palette.empty() || facts::midpoint_of(prepared.facts);
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
            if (classes.own_count || facts::classes_of(prepared.facts).empty() ||
                classes.count <= fewest) {
                throw Error(*of_all_classes);
            }
        }
    }
}

Prepared prepare(input::FigureSpec spec, const input::Style& style, Shelf& shelf,
                 std::vector<Problem>& warnings) {
    const Kind& kind = kind_of(spec);
    const input::Observations observations =
        input::read_observations(input::read_csv(spec.data.file, spec.data.shown), spec.data);
    const input::Catalogue& catalogue = shelf.catalogue(spec.language);
    Prepared prepared{.spec = std::move(spec), .style = &style, .facts = {}, .words = {}};
    kind.load(prepared, shelf, warnings);
    gather_and_colour(
        prepared, [&] { return kind.gather(prepared, observations, catalogue); }, shelf, warnings);
    prepared.facts.kind = kind.file.name;
    if (takes(kind.file, "labels")) {
        prepared.labels =
            facts::label_choices(prepared.spec.labels, prepared.facts, *prepared.places);
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
        PreparedFile result{
            .file = input::read_figure_file(path, kinds_of_figure_files(), request.languages),
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

void append_new(std::vector<Problem>& all, const std::vector<Problem>& more) {
    if (more.empty()) {
        return;
    }
    std::unordered_set<std::string> told;
    for (const Problem& problem : all) {
        told.insert(to_string(problem, Severity::warning));
    }
    std::copy_if(more.begin(), more.end(), std::back_inserter(all), [&](const Problem& problem) {
        return told.insert(to_string(problem, Severity::warning)).second;
    });
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
