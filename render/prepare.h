#pragma once

#include "render/facts/facts.h"
#include "render/facts/words.h"
#include "render/pipeline.h"
#include "render/shelf.h"

#include <vector>

/// The first half of the way: figure files to facts and words, before anything is drawn.
namespace cairn {

/// A figure up to its words: all that is known before anything is drawn.
struct Prepared {
    input::FigureSpec spec;
    const BoundarySet* boundaries = nullptr; ///< of a map
    const input::Style* style = nullptr;
    facts::Facts facts;
    facts::Words words;
};

/// A figure file with the figures of it that are asked for and free of errors.
struct PreparedFile {
    input::FigureFile file;
    std::vector<Prepared> figures;
};

/// Prepares every figure asked for; what goes wrong is told in the report.
std::vector<PreparedFile> prepare_all(const Request& request, Shelf& shelf, Report& report);

/// Runs a part of the work; what goes wrong in it is told in the report.
template<typename Action>
void guarded(Report& report, const Action& action) {
    try {
        action();
    } catch (const Error& error) {
        report.errors.insert(report.errors.end(), error.problems().begin(), error.problems().end());
    }
}

/// Where the files of a figure file go.
std::filesystem::path folder_of(const Request& request, const PreparedFile& file);

} // namespace cairn
