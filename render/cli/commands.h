#pragma once

#include "render/boundary_sets/import_boundaries.h"
#include "render/run/render.h"

#include <functional>

namespace CLI {
class App;
}

/// The command line. Each command is a function that adds it, with its options, to the program.
namespace cairn::cli {

/// What the command line asks for. The commands share it, since one of them is run.
struct Asked {
    Request request{};
    Form form = Form::brief;
    LedgerForm ledger_form = LedgerForm::table;
    ImportRequest import{};
    std::function<Report(const Installation&)> run{}; ///< set by the command that is asked for
};

void add_render(CLI::App& app, Asked& asked);
void add_describe(CLI::App& app, Asked& asked);
void add_match(CLI::App& app, Asked& asked);
void add_check(CLI::App& app, Asked& asked);
void add_gallery(CLI::App& app, Asked& asked);
void add_embed(CLI::App& app, Asked& asked);
void add_boundaries(CLI::App& app, Asked& asked);

} // namespace cairn::cli
