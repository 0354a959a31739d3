#include "render/boundary_lists.h"
#include "render/import_boundaries.h"
#include "render/input/language.h"
#include "render/pipeline.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include <cstdio>
#include <exception>
#include <iostream>
#include <map>
#include <string>
#include <vector>

namespace {

using cairn::Form;
using cairn::Report;
using cairn::Request;
using cairn::Severity;
using cairn::input::Format;

constexpr int all_done = 0;
constexpr int wrong_input = 1;
constexpr int wrong_usage = 2;

const std::map<std::string, Format> formats{
    {"svg", Format::svg}, {"png", Format::png}, {"pdf", Format::pdf}, {"html", Format::html}};
const std::map<std::string, Form> forms{
    {"list", Form::list}, {"short", Form::brief}, {"long", Form::full}, {"table", Form::table}};

void print_problems(const std::vector<cairn::Problem>& problems, Severity severity) {
    for (const cairn::Problem& problem : problems) {
        fmt::print(stderr, "{}\n", to_string(problem, severity));
    }
}

/// One line a file: figure, size, path.
void print_written(const std::vector<cairn::Written>& written) {
    for (const cairn::Written& file : written) {
        fmt::print("{:<16} {:>9.1f} kB  {}\n", file.figure.empty() ? "all figures" : file.figure,
                   static_cast<double>(file.bytes) / 1000, file.path.string());
    }
}

int finish(const Report& report) {
    fmt::print("{}", report.text);
    print_written(report.written);
    print_problems(report.warnings, Severity::warning);
    print_problems(report.errors, Severity::error);
    return report.errors.empty() ? all_done : wrong_input;
}

/// Options that every command takes.
CLI::App* add_command(CLI::App& app, const std::string& name, const std::string& help,
                      Request& request) {
    CLI::App* command = app.add_subcommand(name, help);
    command->add_option("FILE", request.files, "Figure files")->required();
    command->add_option("--only", request.only, "Only the figure with this id");
    command->add_option("--style", request.style, "A style by name, or a file ending in .yaml");
    command
        ->add_option("--lang", request.languages,
                     "Languages of the words: en,gd or all [the file's]")
        ->delimiter(',')
        ->check(CLI::IsMember([] {
            std::vector<std::string> words = cairn::input::known_languages();
            words.emplace_back(cairn::input::all_languages);
            return words;
        }()));
    return command;
}

/// The commands for boundaries, and what they were given.
struct BoundaryCommands {
    CLI::App* import = nullptr;
    CLI::App* list = nullptr;
    CLI::App* info = nullptr;
    cairn::ImportRequest request{};
};

void add_boundary_commands(CLI::App& app, BoundaryCommands& commands) {
    CLI::App* parent =
        app.add_subcommand("boundaries", "The boundaries there are, and more from your own files");
    parent->require_subcommand(1);
    cairn::ImportRequest& request = commands.request;
    commands.import = parent->add_subcommand(
        "import", "Make a boundary file ready for maps: repaired, projected, in levels of detail");
    commands.import->add_option("FILE", request.file, "Shapefile, GeoPackage, GeoJSON, …")
        ->required();
    commands.import->add_option("--id", request.id, "The name that figure files call it by")
        ->required();
    commands.import->add_option("--code", request.code_field, "Field of the codes");
    commands.import->add_option("--name", request.name_field, "Field of the names");
    commands.import->add_option("--only", request.only,
                                "Only areas whose codes begin so, such as S");
    commands.import->add_option("--attribution", request.attribution,
                                "What the licence asks to be printed under maps");
    commands.import->add_option("--title", request.title, "What the areas are");
    commands.import->add_option("--licence", request.licence, "The licence they are under");
    commands.list = parent->add_subcommand("list", "Every set of boundaries there is");
    commands.info = parent->add_subcommand("info", "All there is to know of a set");
    commands.info->add_option("ID", request.id, "Its name")->required();
}

/// Asks on the terminal.
std::string ask(const std::string& question) {
    fmt::print(stderr, "{}", question);
    std::string line;
    std::getline(std::cin, line);
    return line;
}

int run_boundaries(BoundaryCommands& commands, const cairn::Installation& installation) {
    if (commands.list->parsed()) {
        return finish(cairn::list_boundaries(installation));
    }
    if (commands.info->parsed()) {
        return finish(cairn::tell_boundaries(commands.request.id, installation));
    }
    if (isatty(STDIN_FILENO) != 0 && isatty(STDERR_FILENO) != 0) {
        commands.request.ask = ask;
    }
    commands.request.progress = [](const std::string& line) { fmt::print(stderr, "{}\n", line); };
    return finish(cairn::import_boundaries(commands.request, installation));
}

int run(int argc, char** argv) {
    CLI::App app("Cairn draws accessible maps and bar charts, with their words.", "cairn");
    app.require_subcommand(1);
    Request request;
    Form form = Form::brief;

    const CLI::App* render = [&] {
        CLI::App* command =
            add_command(app, "render", "Draw figures and write their files", request);
        command->add_option("--out", request.out, "Folder to write to [figures beside the file]");
        command->add_option("--format", request.formats, "svg,png,pdf,html")
            ->delimiter(',')
            ->transform(CLI::CheckedTransformer(formats));
        command->add_option("--dpi", request.dpi, "Pixels an inch in PNG")
            ->check(CLI::Range(24.0, 1200.0));
        return command;
    }();
    const CLI::App* describe = [&] {
        CLI::App* command = add_command(app, "describe", "Print the words of figures", request);
        command->add_option("--form", form, "list, short, long or table [short]")
            ->transform(CLI::CheckedTransformer(forms));
        return command;
    }();
    const CLI::App* gallery = [&] {
        CLI::App* command = add_command(
            app, "gallery", "Write one page that shows figures in every way, for review", request);
        command->add_option("--out", request.out, "Folder to write to [figures beside the file]");
        return command;
    }();
    CLI::App* check =
        add_command(app, "check", "Check figures, their words and accessibility", request);
    check->add_option("--site", request.site, "Check a web site's alt texts and images too");
    CLI::App* embed = add_command(app, "embed", "Put today's alt texts into a web site", request);
    embed->add_option("--site", request.site, "Folder of the web site")->required();
    BoundaryCommands boundaries;
    add_boundary_commands(app, boundaries);

    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? all_done : wrong_usage;
    }

    const cairn::Installation installation = cairn::find_installation();
    if (boundaries.import->parsed() || boundaries.list->parsed() || boundaries.info->parsed()) {
        return run_boundaries(boundaries, installation);
    }
    if (render->parsed()) {
        return finish(cairn::render(request, installation));
    }
    if (describe->parsed()) {
        return finish(cairn::describe(request, form, installation));
    }
    if (gallery->parsed()) {
        return finish(cairn::gallery(request, installation));
    }
    if (embed->parsed()) {
        return finish(cairn::embed(request, installation));
    }
    return finish(cairn::check(request, installation));
}

} // namespace

int main(int argc, char** argv) {
    try {
        return run(argc, argv);
    } catch (const cairn::Error& error) {
        print_problems(error.problems(), Severity::error);
    } catch (const std::exception& error) {
        fmt::print(stderr, "cairn: error: {}\n", error.what());
    }
    return wrong_input;
}
