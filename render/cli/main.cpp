#include "base/quote.h"
#include "render/cli/commands.h"
#include "render/cli/print.h"
#include "render/output/libraries.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace {

using cairn::Problem;
using cairn::Severity;

constexpr int all_done = 0;
constexpr int wrong_input = 1;
constexpr int wrong_usage = 2;

/// The whole name of a command: `cairn boundaries list`.
std::string name_of(const CLI::App& command) {
    const CLI::App* parent = command.get_parent();
    return (parent == nullptr ? "" : name_of(*parent) + " ") + command.get_name();
}

/// The command that the arguments have led to.
const CLI::App& met(const CLI::App& app) {
    const std::vector<CLI::App*> commands = app.get_subcommands();
    return commands.empty() ? app : met(*commands.front());
}

std::vector<std::string> commands_of(const CLI::App& app) {
    std::vector<std::string> names;
    for (const CLI::App* command : app.get_subcommands({})) {
        names.push_back(command->get_name());
    }
    return names;
}

/// What is wrong with the command itself: none of those there are, where there must be one.
std::optional<Problem> without_command(const CLI::App& app, std::span<char*> arguments) {
    const std::vector<std::string> known = commands_of(app);
    const auto asks = [](std::string_view word) {
        return word == "--help" || word == "-h" || word == "--version";
    };
    if (known.empty() || std::ranges::any_of(arguments, asks)) {
        return std::nullopt;
    }
    const std::string there_are = "there are " + cairn::quoted_list(known, "and");
    const auto word = std::ranges::find_if(
        arguments, [](std::string_view argument) { return !argument.starts_with('-'); });
    if (word == arguments.end()) {
        return Problem{
            .where = {.file = name_of(app)}, .what = "no command is given", .remedy = there_are};
    }
    if (std::ranges::find(known, std::string_view(*word)) == known.end()) {
        return Problem{.where = {.file = name_of(app)},
                       .what = "unknown command " + cairn::in_quotes(*word),
                       .remedy = cairn::did_you_mean(*word, known, there_are)};
    }
    return without_command(*app.get_subcommand(*word), {word + 1, arguments.end()});
}

/// What the parser says, in our words where its own are of its making.
std::string words_of(const CLI::ParseError& error) {
    std::string text = error.what();
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) == nullptr) {
        return text;
    }
    const bool twice = text.find("At Most") != std::string::npos;
    return text.substr(0, text.find(':')) + (twice ? " is given twice" : " needs a value");
}

/// What is wrong with the arguments of a command.
std::vector<Problem> wrong_arguments(const CLI::App& command, const CLI::ParseError& error) {
    const std::string text = words_of(error);
    const std::size_t end = text.find("\n  "); // of what is wrong; what to do follows, if known
    const Problem other{.where = {.file = name_of(command)},
                        .what = text.substr(0, end),
                        .remedy = end == text.npos ? fmt::format("see {} --help", name_of(command))
                                                   : text.substr(end + 3)};
    std::vector<std::string> options;
    for (const CLI::Option* option : command.get_options()) {
        options.push_back(option->get_name());
    }
    std::vector<Problem> problems;
    for (const std::string& extra : command.remaining()) {
        problems.push_back(other);
        problems.back().what =
            fmt::format("unknown {} {}", extra.starts_with('-') ? "option" : "argument",
                        cairn::in_quotes(extra));
        problems.back().remedy = cairn::did_you_mean(extra, options, other.remedy);
    }
    return problems.empty() ? std::vector<Problem>{other} : problems;
}

/// Prints text that was asked for; the exit status.
int answer(const std::string& text) {
    cairn::Report report;
    report.text = text;
    return cairn::cli::print(report) ? all_done : wrong_input;
}

int run(int argc, char** argv) {
    CLI::App app("Cairn draws accessible maps and bar charts, with their words.", "cairn");
    app.set_version_flag("--version",
                         fmt::format("cairn {}\n{}", CAIRN_VERSION, cairn::output::libraries()),
                         "Print the version of the program, and of the libraries it draws with");
    cairn::cli::Asked asked;
    cairn::cli::add_render(app, asked);
    cairn::cli::add_describe(app, asked);
    cairn::cli::add_match(app, asked);
    cairn::cli::add_check(app, asked);
    cairn::cli::add_gallery(app, asked);
    cairn::cli::add_embed(app, asked);
    cairn::cli::add_boundaries(app, asked);

    if (const std::optional<Problem> wrong =
            without_command(app, {argv + 1, static_cast<std::size_t>(argc - 1)})) {
        cairn::cli::print({*wrong}, Severity::error);
        return wrong_usage;
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const CLI::App* parent = met(app).get_parent();
        return answer(met(app).help(parent == nullptr ? "" : name_of(*parent)));
    } catch (const CLI::CallForVersion& version) {
        return answer(std::string(version.what()) + "\n");
    } catch (const CLI::ParseError& error) {
        cairn::cli::print(wrong_arguments(met(app), error), Severity::error);
        return wrong_usage;
    }
    return cairn::cli::print(asked.run(cairn::find_installation())) ? all_done : wrong_input;
}

} // namespace

int main(int argc, char** argv) {
    std::signal(SIGXFSZ, SIG_IGN); // a file that may not be so large is an error like others
    try {
        return run(argc, argv);
    } catch (const cairn::Error& error) {
        cairn::cli::print(error.problems(), Severity::error);
    } catch (const std::exception& error) {
        fmt::print(stderr, "cairn: error: {}\n", error.what());
    }
    return wrong_input;
}
