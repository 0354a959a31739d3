#include "render/cli/options.h"

#include <CLI/CLI.hpp>

namespace cairn::cli {

void add_check(CLI::App& app, Asked& asked) {
    CLI::App& command =
        add_figure_command(app, "check", "Check figures, their words and accessibility", asked,
                           [](const Asked& what, const Installation& installation) {
                               return check(what.request, installation);
                           });
    command
        .add_option("--out", asked.request.out,
                    "Folder that the figures were written to [figures beside the file]")
        ->type_name("FOLDER");
    command.add_option("--site", asked.request.site, "Check a web site's alt texts and images too")
        ->type_name("FOLDER");
}

} // namespace cairn::cli
