#include "base/staged_files.h"
#include "render/cli/options.h"
#include "render/cli/stop_signals.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace cairn::cli {

namespace {

const std::map<std::string, input::Format>& formats() {
    static const std::map<std::string, input::Format> all{{"svg", input::Format::svg},
                                                          {"png", input::Format::png},
                                                          {"pdf", input::Format::pdf},
                                                          {"html", input::Format::html}};
    return all;
}

} // namespace

void add_render(CLI::App& app, Asked& asked) {
    CLI::App& command =
        add_figure_command(app, "render", "Draw figures and write their files", asked,
                           [](const Asked& what, const Installation& installation) {
                               StagedFiles staged;
                               const StopSignals signals([&] { staged.abandon(); });
                               return render(what.request, installation, staged);
                           });
    add_out(command, asked);
    takes_list(*command
                    .add_option_function<std::vector<std::string>>(
                        "--format",
                        [&wanted = asked.request.formats](const std::vector<std::string>& words) {
                            for (const std::string& word : words) {
                                const input::Format format = formats().at(word);
                                if (std::find(wanted.begin(), wanted.end(), format) ==
                                    wanted.end()) {
                                    wanted.push_back(format);
                                }
                            }
                        },
                        "Formats, of svg, png, pdf, html [the file's]")
                    ->type_name("FORMAT,…")
                    ->check(one_of("format", words_of(formats()))));
    command.add_option("--dpi", asked.request.dpi, "Pixels an inch in PNG, 24 to 1200")
        ->type_name("NUMBER")
        ->check(CLI::Range(24.0, 1200.0));
}

} // namespace cairn::cli
