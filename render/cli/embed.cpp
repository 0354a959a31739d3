#include "render/cli/options.h"

#include <CLI/CLI.hpp>

namespace cairn::cli {

void add_embed(CLI::App& app, Asked& asked) {
    CLI::App& command =
        add_figure_command(app, "embed", "Put today's alt texts into a web site", asked,
                           [](const Asked& what, const Installation& installation) {
                               return embed(what.request, installation);
                           });
    command.add_option("--site", asked.request.site, "Folder of the web site")
        ->required()
        ->type_name("FOLDER");
}

} // namespace cairn::cli
