#include "render/cli/options.h"

#include <CLI/CLI.hpp>

namespace cairn::cli {

namespace {

const std::map<std::string, Form>& forms() {
    static const std::map<std::string, Form> all{
        {"list", Form::list}, {"short", Form::brief}, {"long", Form::full}, {"table", Form::table}};
    return all;
}

} // namespace

void add_describe(CLI::App& app, Asked& asked) {
    CLI::App& command =
        add_figure_command(app, "describe", "Print the words of figures", asked,
                           [](const Asked& what, const Installation& installation) {
                               return describe(what.request, what.form, installation);
                           });
    command
        .add_option_function<std::string>(
            "--form", [&asked](const std::string& word) { asked.form = forms().at(word); },
            "list, short, long or table [short]")
        ->type_name("FORM")
        ->check(one_of("form of words", words_of(forms())));
}

} // namespace cairn::cli
