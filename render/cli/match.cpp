#include "render/cli/options.h"

#include <CLI/CLI.hpp>

namespace cairn::cli {

namespace {

const std::map<std::string, LedgerForm>& ledger_forms() {
    static const std::map<std::string, LedgerForm> all{
        {"table", LedgerForm::table}, {"csv", LedgerForm::csv}, {"json", LedgerForm::json}};
    return all;
}

} // namespace

void add_match(CLI::App& app, Asked& asked) {
    CLI::App& command =
        add_figure_command(app, "match", "Print what each row of a figure's table was taken for",
                           asked, [](const Asked& what, const Installation& installation) {
                               return match(what.request, what.ledger_form, installation);
                           });
    command
        .add_option_function<std::string>(
            "--form",
            [&asked](const std::string& word) { asked.ledger_form = ledger_forms().at(word); },
            "table, csv or json [table]")
        ->type_name("FORM")
        ->check(one_of("form of the ledger", words_of(ledger_forms())));
}

} // namespace cairn::cli
