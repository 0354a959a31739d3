#include "render/cli/options.h"

#include "base/quote.h"
#include "render/input/language/language.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <utility>

namespace cairn::cli {

CLI::App& add_figure_command(CLI::App& app, const std::string& name, const std::string& help,
                             Asked& asked, Report (*run)(const Asked&, const Installation&)) {
    CLI::App& command = *app.add_subcommand(name, help);
    Request& request = asked.request;
    command.add_option("FILE", request.files, "Figure files")->required()->type_name("");
    takes_list(*command.add_option("--only", request.only, "Only the figures with these ids")
                    ->type_name("ID,…"));
    command.add_option("--style", request.style, "A style by name, or a file ending in .yaml")
        ->type_name("NAME");
    std::vector<std::string> languages = input::known_languages();
    languages.emplace_back(input::all_languages);
    takes_list(*command
                    .add_option("--lang", request.languages,
                                fmt::format("Languages of the words, of {} [the file's]",
                                            fmt::join(languages, ", ")))
                    ->type_name("LANGUAGE,…")
                    ->check(one_of("language", std::move(languages))));
    command.callback([&asked, run] {
        asked.run = [&asked, run](const Installation& installation) {
            return run(asked, installation);
        };
    });
    return command;
}

void add_out(CLI::App& command, Asked& asked) {
    command.add_option("--out", asked.request.out, "Folder to write to [figures beside the file]")
        ->type_name("FOLDER");
}

void takes_list(CLI::Option& option) {
    option.delimiter(',')->allow_extra_args(false);
}

CLI::Validator one_of(const std::string& noun, std::vector<std::string> words) {
    CLI::Validator validator(
        [noun, words = std::move(words)](const std::string& word) {
            return std::find(words.begin(), words.end(), word) != words.end()
                       ? std::string()
                       : fmt::format(
                             "unknown {} {}\n  {}", noun, in_quotes(word),
                             did_you_mean(word, words, "write " + quoted_list(words, "or")));
        },
        "");
    return validator;
}

} // namespace cairn::cli
