#pragma once

#include "render/facts/facts.h"
#include "render/facts/label_choice.h"
#include "render/facts/words.h"
#include "render/pipeline.h"
#include "render/shelf.h"

#include <exception>
#include <set>
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

/// Prepares every figure asked for; what goes wrong is told in the report.
std::vector<PreparedFile> prepare_all(const Request& request, Shelf& shelf, Report& report);

/// Adds problems to those told already.
inline void append(std::vector<Problem>& all, const std::vector<Problem>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Leaves each problem once, where it was first: figures in several languages have much to warn of
/// in common.
void drop_repeated(std::vector<Problem>& problems);

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

/// Adds the id to those of an output folder, where figures of a language stand apart if it is
/// given. Throws Error where the folder has it already.
void require_own_id(const Prepared& prepared, std::set<std::string>& ids,
                    const std::string& language = {});

/// Adds a project to those of an output folder, "One, Two", each once.
void add_project(std::string& projects, const std::string& project);

/// Where the files of a figure file go.
std::filesystem::path folder_of(const Request& request, const PreparedFile& file);

} // namespace cairn
