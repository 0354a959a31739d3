#include "render/run/prepare.h"

#include "base/ascii.h"
#include "base/quote.h"
#include "render/facts/body.h"
#include "render/facts/gather/shade.h"
#include "render/facts/gather/suppressed_rows.h"
#include "render/input/language/language.h"
#include "render/kinds.h"
#include "render/run/map_colours.h"
#include "render/run/placed_observations.h"
#include "render/words/describe.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace cairn {

namespace fs = std::filesystem;

namespace {

/// What is wrong with more classes than the ramp of a style can tell apart; nothing where it can.
std::optional<Problem> too_many_classes(const Prepared& prepared, const input::Style& style) {
    const std::size_t count = facts::classes_of(prepared.facts).size();
    // The classes of a palette have been measured.
    const bool is_measured =
        style.map.patterns || !style.map.palette.empty() || facts::midpoint_of(prepared.facts);
    const int most = style.map.most_classes;
    if (is_measured || count <= static_cast<std::size_t>(most)) {
        return std::nullopt;
    }
    const bool fixed = prepared.spec.classes.method == input::ClassMethod::fixed;
    return Problem{.where = prepared.spec.classes.where,
                   .what = fmt::format("{} classes, but the style {} tells only {} apart", count,
                                       style.name, most),
                   .remedy = fixed ? fmt::format("give at most {} breaks", most + 1)
                                   : fmt::format("write classes: {{count: {}}}", most)};
}

/// Gives a map of shades or groups its colours, and as many classes as these can tell apart, where
/// the author did not say how many. Throws Error where they cannot tell enough apart.
void set_colours(Prepared& prepared, ResourceCache& cache, std::vector<Problem>& warnings) {
    constexpr int fewest = 2;
    if (!facts::has_shades(prepared.facts) && facts::groups_of(prepared.facts) == nullptr) {
        return;
    }
    input::ClassSpec classes = prepared.spec.classes;
    std::optional<Problem> of_all_classes;
    for (;; --classes.count, facts::reshade(classes, prepared.facts)) {
        MapStyle coloured = style_for(prepared.spec, prepared.facts, *prepared.style, cache);
        if (!coloured.lacks) {
            coloured.lacks =
                too_many_classes(prepared, coloured.own ? *coloured.own : *prepared.style);
        }
        if (!coloured.lacks) {
            prepared.style = coloured.own ? &cache.keep(std::move(*coloured.own)) : prepared.style;
            append(warnings, coloured.warnings);
            return;
        }
        of_all_classes = of_all_classes.value_or(*coloured.lacks);
        if (classes.own_count || facts::classes_of(prepared.facts).empty() ||
            classes.count <= fewest) {
            throw Error(*of_all_classes);
        }
    }
}

Prepared prepare(input::FigureSpec spec, const input::Style& style, ResourceCache& cache,
                 Report& report) {
    const Kind& kind = kind_of(spec);
    std::vector<Problem>& warnings = report.warnings;
    const input::Catalogue& catalogue = cache.catalogue(spec.language);
    Prepared prepared{.spec = std::move(spec), .style = &style, .facts = {}, .words = {}};
    input::Observations observations = placed_observations(prepared, cache, nullptr, report);
    facts::suppress(prepared.spec, prepared.places, catalogue, observations, warnings);
    prepared.facts = kind.gather(prepared, observations, catalogue);
    set_colours(prepared, cache, warnings);
    prepared.facts.kind = kind.file.name;
    if (takes(kind.file, "labels")) {
        prepared.labels =
            facts::label_choices(prepared.spec.labels, prepared.facts, *prepared.places);
    }
    append(warnings, prepared.facts.warnings);
    prepared.words = words::describe(prepared.facts, catalogue);
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
const input::Style& style_of(const Request& request, const input::FigureFile& file,
                             ResourceCache& cache) {
    const input::Style& style =
        request.style ? cache.style(*request.style, {}, {.file = "--style"})
                      : cache.style(file.style, file.path.parent_path(), file.style_where);
    if (!request.dpi) {
        return style;
    }
    input::Style finer = style;
    finer.png_dpi = *request.dpi;
    return cache.keep(std::move(finer));
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
            files.push_back(
                input::read_figure_file(path, kinds_of_figure_files(), request.languages));
            append(report.errors, files.back().problems);
        });
    }
    keep_wanted(request, files, report);
    return files;
}

} // namespace

void visit_figures(
    const Request& request, ResourceCache& cache, Report& report,
    const std::function<void(const input::FigureFile& file, const input::FigureSpec& spec,
                             const input::Style& style)>& use) {
    for (const input::FigureFile& file : read_figure_files(request, report)) {
        guarded(report, {.file = file.path.string()}, [&] {
            const input::Style& style = style_of(request, file, cache);
            for (const input::FigureSpec& spec : file.figures) {
                use(file, spec, style);
            }
        });
    }
    drop_repeated(report);
}

void prepare_each(
    const Request& request, ResourceCache& cache, Report& report,
    const std::function<void(const input::FigureFile& file, Prepared prepared)>& use) {
    visit_figures(request, cache, report,
                  [&](const input::FigureFile& file, const input::FigureSpec& spec,
                      const input::Style& style) {
                      std::optional<Prepared> prepared;
                      if (guarded(report, spec.where,
                                  [&] { prepared = prepare(spec, style, cache, report); })) {
                          use(file, std::move(*prepared));
                      }
                  });
}

std::vector<PreparedFile> prepare_all(const Request& request, ResourceCache& cache,
                                      Report& report) {
    std::vector<PreparedFile> files;
    prepare_each(request, cache, report, [&](const input::FigureFile& file, Prepared prepared) {
        if (files.empty() || files.back().file.path != file.path) {
            files.push_back({file, {}});
        }
        files.back().figures.push_back(std::move(prepared));
    });
    return files;
}

void require_own_files(const input::FigureSpec& spec, std::span<const std::string> names,
                       FileOwners& owners) {
    for (const std::string& name : names) {
        const auto [owner, is_new] =
            owners.try_emplace(lower(name), FileOwner{spec.id, spec.where});
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
                                : fmt::format("the file {} of \"{}\" would be that of {} too", name,
                                              spec.id, whose),
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
