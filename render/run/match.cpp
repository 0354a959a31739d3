#include "render/facts/gather/row_fates.h"
#include "render/facts/gather/suppressed_rows.h"
#include "render/kinds.h"
#include "render/run/ledger_text.h"
#include "render/run/placed_observations.h"
#include "render/run/prepare.h"
#include "render/run/render.h"

#include <stdexcept>
#include <vector>

namespace cairn {

namespace {

/// Reads the rows of a figure as render() does, but goes on behind those that have errors. Without
/// a table that can be read there are no rows.
input::Ledger ledger_of(const input::FigureSpec& spec, const input::Style& style,
                        ResourceCache& cache, Report& report) {
    Report own;
    input::Ledger ledger{.file = spec.data.shown};
    guarded(own, spec.where, [&] {
        const input::Catalogue& catalogue = cache.catalogue(spec.language);
        Prepared prepared{.spec = spec, .style = &style, .facts = {}, .words = {}};
        input::Observations observations = placed_observations(prepared, cache, &ledger, own);
        if (own.errors.empty()) {
            guarded(own, spec.where, [&] {
                facts::suppress(prepared.spec, prepared.places, catalogue, observations,
                                own.warnings);
            });
        }
        input::enter(ledger,
                     facts::fates_of(prepared.spec, observations, prepared.places, catalogue));
        if (own.errors.empty()) {
            append(own.warnings, kind_of(spec).gather(prepared, observations, catalogue).warnings);
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
