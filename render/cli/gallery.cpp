#include "render/cli/options.h"

namespace cairn::cli {

void add_gallery(CLI::App& app, Asked& asked) {
    add_out(add_figure_command(app, "gallery",
                               "Write one page that shows figures in every way, for review", asked,
                               [](const Asked& what, const Installation& installation) {
                                   return gallery(what.request, installation);
                               }),
            asked);
}

} // namespace cairn::cli
