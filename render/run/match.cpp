#include "render/facts/gather/row_fates.h"
#include "render/facts/gather/suppressed_rows.h"
#include "render/input/table/join.h"
#include "render/input/table/ledger.h"
#include "render/input/table/read_grid.h"
#include "render/input/table/read_selected.h"
#include "render/input/table/records.h"
#include "render/kinds.h"
#include "render/run/ledger_text.h"
#include "render/run/prepare.h"
#include "render/run/render.h"

#include <optional>
#include <stdexcept>
#include <utility>
#include <vector>

namespace cairn {

namespace {

/// Reads and joins the table of a figure as render() does, but goes on behind rows that have
/// errors. Without a table that can be read there are no rows.
input::Ledger ledger_of(const input::FigureSpec& spec, const input::Style& style,
                        ResourceCache& cache, Report& report) {
    const input::DataSpec& data = spec.data;
    const Kind& kind = kind_of(spec);
    Report own;
    input::Ledger ledger{.file = data.shown};
    guarded(own, spec.where, [&] {
        std::optional<input::Join> join;
        if (data.records.join) {
            join.emplace(*data.records.join, cache.gdal_module());
        }
        input::Table table = input::try_read_table(
            input::read_grids(data.source, data.shown, data.format, cache.gdal_module()),
            input::columns_of_first(data, join ? &*join : nullptr), data.format);
        ledger = input::ledger_of(table);
        own.errors = table.problems;
        if (join) {
            table = input::joined(std::move(table), *join, &ledger);
        }
        table = input::selected(std::move(table), data, &ledger);
        ledger.notices = table.notices;
        input::Observations observations = input::try_read_observations(table, data);
        append(own.errors, observations.problems);
        append(own.warnings, observations.warnings);
        Prepared prepared{.spec = spec, .style = &style, .facts = {}, .words = {}};
        kind.load(prepared, cache, own.warnings);
        const input::Catalogue& catalogue = cache.catalogue(spec.language);
        if (own.errors.empty()) {
            guarded(own, spec.where, [&] {
                facts::suppress(prepared.spec, prepared.places, catalogue, observations,
                                own.warnings);
            });
        }
        input::enter(ledger, facts::fates_of(spec, observations, prepared.places, catalogue));
        if (own.errors.empty()) {
            append(own.warnings, kind.gather(prepared, observations, catalogue).warnings);
        }
    });
    input::enter_errors(ledger, own.errors);
    append(report.errors, own.errors);
    append(report.warnings, own.warnings);
    return ledger;
}

std::string text_of(std::span<const FigureLedger> ledgers, LedgerForm form) {
    switch (form) {
    case LedgerForm::table: {
        std::string text;
        for (const FigureLedger& ledger : ledgers) {
            text += (text.empty() ? "" : "\n") + ledger_to_table(ledger);
        }
        return text;
    }
    case LedgerForm::csv:
        return ledgers_to_csv(ledgers);
    case LedgerForm::json:
        return ledgers_to_json(ledgers);
    }
    throw std::logic_error("a form of ledgers that is not written");
}

} // namespace

Report match(const Request& request, LedgerForm form, const Installation& installation) {
    Report report;
    ResourceCache cache(installation);
    std::vector<FigureLedger> ledgers;
    visit_figures(request, cache, report,
                  [&](const input::FigureFile& /*file*/, const input::FigureSpec& spec,
                      const input::Style& style) {
                      ledgers.push_back({spec.id, ledger_of(spec, style, cache, report)});
                  });
    report.text = text_of(ledgers, form);
    return report;
}

} // namespace cairn
