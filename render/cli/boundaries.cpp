#include "render/boundary_sets/boundary_lists.h"
#include "render/cli/commands.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <iostream>
#include <string>

namespace cairn::cli {

namespace {

/// Asks on the terminal.
std::string ask(const std::string& question) {
    fmt::print(stderr, "{}", question);
    std::string line;
    std::getline(std::cin, line);
    return line;
}

void add_import(CLI::App& parent, Asked& asked) {
    ImportRequest& request = asked.import;
    CLI::App& command = *parent.add_subcommand(
        "import", "Make a boundary file ready for maps: repaired, projected, in levels of detail");
    const auto text = [&](const char* name, std::string& value, const char* help) {
        return command.add_option(name, value, help)->type_name("TEXT");
    };
    command.add_option("FILE", request.file, "Shapefile, GeoPackage, GeoJSON, …")
        ->required()
        ->type_name("");
    text("--id", request.id, "The name that figure files call it by")->required();
    text("--code", request.code_field, "Field of the codes");
    text("--name", request.name_field, "Field of the names");
    text("--only", request.only, "Only areas whose codes begin so, such as S");
    text("--attribution", request.attribution, "What the licence asks to be printed under maps");
    text("--title", request.title, "What the areas are");
    text("--licence", request.licence, "The licence they are under");
    command.callback([&asked] {
        asked.run = [&asked](const Installation& installation) {
            if (isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0) {
                asked.import.ask = ask;
            }
            asked.import.progress = [](const std::string& line) {
                fmt::print(stderr, "{}\n", line);
            };
            return import_boundaries(asked.import, installation);
        };
    });
}

} // namespace

void add_boundaries(CLI::App& app, Asked& asked) {
    CLI::App& parent =
        *app.add_subcommand("boundaries", "The boundaries there are, and more from your own files");
    add_import(parent, asked);
    parent.add_subcommand("list", "Every set of boundaries there is")->callback([&asked] {
        asked.run = list_boundaries;
    });
    CLI::App& info = *parent.add_subcommand("info", "All there is to know of a set");
    info.add_option("ID", asked.import.id, "Its name")->required()->type_name("");
    info.callback([&asked] {
        asked.run = [&asked](const Installation& installation) {
            return tell_boundaries(asked.import.id, installation);
        };
    });
}

} // namespace cairn::cli
