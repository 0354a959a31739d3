#include "base/staged_files.h"
#include "render/cli/options.h"
#include "render/cli/stop_signals.h"

namespace cairn::cli {

void add_gallery(CLI::App& app, Asked& asked) {
    add_out(add_figure_command(app, "gallery",
                               "Write one page that shows figures in every way, for review", asked,
                               [](const Asked& what, const Installation& installation) {
                                   StagedFiles staged;
                                   const StopSignals signals([&] { staged.abandon(); });
                                   return gallery(what.request, installation, staged);
                               }),
            asked);
}

} // namespace cairn::cli
