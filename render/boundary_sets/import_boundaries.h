#pragma once

#include "base/installation.h"
#include "base/report.h"

#include <filesystem>
#include <functional>
#include <string>

namespace cairn {

/// A boundary file to make a boundary set of.
struct ImportRequest {
    std::filesystem::path file;
    std::string id;
    std::string code_field{}; ///< empty: found, where it is clear
    std::string name_field{}; ///< empty: found, where it is clear
    std::string attribution{};
    std::string title{};
    std::string licence{};
    std::string only{}; ///< what the codes of the regions begin with; empty for all
    /// Asks the user for a line; empty where nobody can be asked.
    std::function<std::string(const std::string& question)> ask{};
    /// Says how far the work is, a line a step; may be empty.
    std::function<void(const std::string& line)> progress{};
};

/// Makes a boundary set of a file in any format that GDAL reads, repaired, in British National
/// Grid, in levels of detail, in the user's folder: whole or not at all. One with the id of a
/// built-in set holds exactly that set's areas; others of the file are left out, and named. Throws
/// Error as choose_fields and read_vector do, and where the attribution is not given, an area of
/// the built-in set is absent, or the set cannot be written.
Report import_boundaries(const ImportRequest& request, const Installation& installation);

} // namespace cairn
