#pragma once

#include "base/installation.h"
#include "base/report.h"
#include "render/input/figure/figure_spec.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

/// From figure files to files written: the whole way of the data, stage after stage.
namespace cairn {

class StagedFiles;

/// What a run is asked to do. Empty options leave it to the figure file.
struct Request {
    std::vector<std::filesystem::path> files;
    std::vector<std::string> only; ///< ids; empty for all figures
    std::optional<std::filesystem::path> out;
    std::vector<input::Format> formats;
    std::optional<std::string> style;            ///< a name, or a file ending in .yaml
    std::optional<double> dpi;                   ///< of PNG
    std::optional<std::filesystem::path> site{}; ///< folder of the web site that shows the figures
    /// Of the words, known ones, or "all"; empty for each figure's own.
    std::vector<std::string> languages{};
};

/// Which of the texts describe() gives.
enum class Form { list, brief, full, table };

/// How match() writes ledgers.
enum class LedgerForm { table, csv, json };

/// Draws and writes every figure asked for, each without errors, and puts all files in place at the
/// end: where one cannot be written, none is there. Figures of another language than their file's
/// go to a folder of that language inside the output folder. Warns of files that are not those that
/// a figures.json there names. Another thread may abandon `staged`.
Report render(const Request& request, const Installation& installation, StagedFiles& staged);
Report render(const Request& request, const Installation& installation);

/// The words of every figure asked for.
Report describe(const Request& request, Form form, const Installation& installation);

/// The ledger of every figure asked for: what became of each row of its table, also where the
/// figure has an error (docs/match.md).
Report match(const Request& request, LedgerForm form, const Installation& installation);

/// All but writing: prepares every figure, draws it in memory and measures it against the rules
/// that figures keep. Where a site is given: holds its pages against the figures in all languages.
Report check(const Request& request, const Installation& installation);

/// Writes gallery.html, one page a figure file that shows its figures in every way to review.
/// Another thread may abandon `staged`.
Report gallery(const Request& request, const Installation& installation, StagedFiles& staged);

/// Puts today's alt texts into the pages of the site.
Report embed(const Request& request, const Installation& installation);

} // namespace cairn
