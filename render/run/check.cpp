#include "render/facts/body.h"
#include "render/input/language/language.h"
#include "render/output/data/manifest_check.h"
#include "render/review/accessibility.h"
#include "render/run/advice.h"
#include "render/run/encode.h"
#include "render/run/prepare.h"
#include "render/run/render.h"
#include "render/run/site_pages.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

namespace cairn {

namespace {

/// Adds the rules that a figure breaks, as it looks in `looks`.
void add_broken(const Prepared& prepared, const std::vector<review::Measure>& measures,
                std::string_view looks, std::vector<Problem>& broken) {
    for (const review::Measure& measure : measures) {
        if (!measure.kept) {
            broken.push_back({.where = prepared.spec.where,
                              .what = fmt::format(
                                  "{}{}: {}, {} is needed{}", measure.rule, looks, measure.measured,
                                  measure.limit, measure.where.empty() ? "" : ": " + measure.where),
                              .remedy = measure.remedy});
        }
    }
}

/// Draws a figure in memory and measures it in its colours, and in dark ones where its style has
/// them. Throws Error for each rule that it breaks.
void check_figure(const Prepared& prepared, const input::FigureFile& file, ResourceCache& cache,
                  Report& report) {
    const scene::Fonts& fonts = cache.fonts(prepared.style->font_family);
    const std::size_t count = prepared.facts.facts.size() /
                              std::max<std::size_t>(1, facts::panels_of(prepared.facts).size());
    report.text += fmt::format(
        "{}: {}: {} rows read, {} {} drawn\n", file.path.string(), prepared.spec.id,
        prepared.facts.rows_read, count,
        input::form_of(prepared.facts.item, prepared.spec.language, static_cast<double>(count)));
    const Drawn drawn = draw(prepared, *prepared.style, fonts);
    warn_of_unnamed(prepared, drawn, report.warnings);
    const auto measured = [&](const colour::Theme& theme) {
        return review::measure(drawn.scene, theme, review::touching(drawn.scene, theme, fonts),
                               prepared.spec.interactive, ticks_of(prepared));
    };
    const std::vector<review::Measure> measures = measured(prepared.style->theme);
    report.text += review::to_table(measures);
    std::vector<Problem> broken = layout_faults(prepared, drawn.scene);
    add_broken(prepared, measures, "", broken);
    for (const input::Style& dark : prepared.style->dark) {
        const std::vector<review::Measure> in_dark = measured(dark.theme);
        report.text += "  in dark colours:\n" + review::to_table(in_dark);
        add_broken(prepared, in_dark, ", in dark colours", broken);
    }
    if (!broken.empty()) {
        throw Error(std::move(broken));
    }
}

/// Warns of files in the folders of the figures that are not those that were written there.
void check_written(const Request& request, const std::vector<PreparedFile>& files, Report& report) {
    std::set<std::filesystem::path> folders;
    for (const PreparedFile& file : files) {
        for (const Prepared& prepared : file.figures) {
            folders.insert(folder_of(request, file.file, prepared.spec.language).path());
        }
    }
    for (const std::filesystem::path& folder : folders) {
        output::warn_of_changed(folder, report.warnings);
    }
}

} // namespace

Report check(const Request& request, const Installation& installation) {
    Report report;
    ResourceCache cache(installation);
    const std::vector<PreparedFile> prepared_files = prepare_all(request, cache, report);
    for (const PreparedFile& file : prepared_files) {
        for (const Prepared& prepared : file.figures) {
            guarded(report, prepared.spec.where,
                    [&] { check_figure(prepared, file.file, cache, report); });
        }
    }
    for (const Problem& advice : advice_on_maps(prepared_files)) {
        report.text += to_string(advice, Severity::advice) + "\n";
    }
    check_written(request, prepared_files, report);
    if (request.site) {
        check_site(request, cache, report);
    }
    drop_repeated(report);
    return report;
}

} // namespace cairn
