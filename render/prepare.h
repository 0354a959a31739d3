#pragma once

#include "render/facts/facts.h"
#include "render/facts/label_choice.h"
#include "render/facts/words.h"
#include "render/pipeline.h"
#include "render/shelf.h"

#include <exception>
#include <functional>
#include <map>
#include <span>
#include <string>
#include <vector>

/// The first half of the way: figure files to facts and words, before anything is drawn.
namespace cairn {

/// A figure up to its words: all that is known before anything is drawn.
struct Prepared {
    input::FigureSpec spec;
    const BoundarySet* boundaries = nullptr; ///< of a map in true shapes
    const geo::TileGrid* tiles = nullptr;    ///< of a map of tiles
    const geo::Gazetteer* places = nullptr;  ///< of a map
    const input::Style* style = nullptr;
    facts::Facts facts;
    facts::Words words;
    std::vector<facts::LabelChoice> labels{}; ///< of a map, one a fact
};

/// A figure file with the figures of it that are asked for and free of errors.
struct PreparedFile {
    input::FigureFile file;
    std::vector<Prepared> figures;
};

/// Prepares the figures asked for, one after the other, and hands over each that is free of errors;
/// what goes wrong is in the report.
void prepare_each(const Request& request, Shelf& shelf, Report& report,
                  const std::function<void(const input::FigureFile& file, Prepared prepared)>& use);

/// Prepares the figures asked for, by file; what goes wrong is in the report.
std::vector<PreparedFile> prepare_all(const Request& request, Shelf& shelf, Report& report);

/// Adds problems to those told already.
inline void append(std::vector<Problem>& all, const std::vector<Problem>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Leaves each problem once, where it was first: figures in several languages have much to warn of
/// in common.
void drop_repeated(std::vector<Problem>& problems);
void drop_repeated(Report& report);

/// Gives a place to problems that have none.
std::vector<Problem> placed_at(const Location& where, std::vector<Problem> problems);

/// Runs a part of the work, which `where` is the source of; what goes wrong in it, be it the input
/// or the system, is added to the report, with `where` for its place where it has none. Whether all
/// went well.
template<typename Action>
bool guarded(Report& report, const Location& where, const Action& action) {
    try {
        action();
        return true;
    } catch (const Error& error) {
        append(report.errors, placed_at(where, error.problems()));
    } catch (const std::exception& error) {
        report.errors.push_back({.where = where, .what = error.what(), .remedy = ""});
    }
    return false;
}

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
