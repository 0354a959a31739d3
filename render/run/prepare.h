#pragma once

#include "render/figure.h"
#include "render/resources/resource_cache.h"
#include "render/run/render.h"

#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

/// The first half of the way: figure files to facts and words, before anything is drawn.
namespace cairn {

/// A figure file with the figures of it that are asked for and free of errors.
struct PreparedFile {
    input::FigureFile file;
    std::vector<Prepared> figures;
};

/// Hands over each figure asked for, as it is read, with its file and its style. What goes wrong,
/// in `use` too, is in the report.
void visit_figures(
    const Request& request, ResourceCache& cache, Report& report,
    const std::function<void(const input::FigureFile& file, const input::FigureSpec& spec,
                             const input::Style& style)>& use);

/// Prepares the figures asked for, one after the other, and hands over each that is free of errors;
/// what goes wrong is in the report.
void prepare_each(const Request& request, ResourceCache& cache, Report& report,
                  const std::function<void(const input::FigureFile& file, Prepared prepared)>& use);

/// Prepares the figures asked for, by file; what goes wrong is in the report.
std::vector<PreparedFile> prepare_all(const Request& request, ResourceCache& cache, Report& report);

/// The figure that has a file in an output folder; without an id it is the gallery.
struct FileOwner {
    std::string id;
    Location where;
};

/// By the file's name in lower case: on some disks capitals are no difference.
using FileOwners = std::map<std::string, FileOwner>;

/// Adds the files of a figure to those of an output folder. Throws Error where one of them has the
/// name of another figure's, naming both figures.
void require_own_files(const input::FigureSpec& spec, std::span<const std::string> names,
                       FileOwners& owners);

/// Adds a project to those of an output folder, "One, Two", each once.
void add_project(std::string& projects, const std::string& project);

/// Where files go.
struct OutputFolder {
    std::filesystem::path out;
    std::filesystem::path inside{}; ///< that of another language than the figure file's, or empty

    [[nodiscard]] std::filesystem::path path() const { return inside.empty() ? out : out / inside; }
};

/// Where the files of a figure of this language go.
OutputFolder folder_of(const Request& request, const input::FigureFile& file,
                       const std::string& language);

} // namespace cairn
