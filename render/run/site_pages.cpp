#include "render/run/site_pages.h"

#include "base/message_number.h"
#include "render/input/language/language.h"
#include "render/run/prepare.h"
#include "render/site/check.h"

#include <fmt/format.h>

#include <filesystem>
#include <string>
#include <variant>
#include <vector>

namespace cairn {

namespace {

/// What the site stage needs of the figures.
std::vector<site::Figure> figures_for_site(const std::vector<PreparedFile>& files) {
    std::vector<site::Figure> figures;
    for (const PreparedFile& file : files) {
        for (const Prepared& prepared : file.figures) {
            const auto* const table =
                std::get_if<std::filesystem::path>(&prepared.spec.data.source);
            figures.push_back({.id = prepared.spec.id,
                               .language = prepared.words.language,
                               .short_text = prepared.words.short_text,
                               .list = prepared.words.list,
                               .description = prepared.words.description,
                               .table = table == nullptr ? std::filesystem::path() : *table});
        }
    }
    return figures;
}

void add_to_report(const site::Findings& findings, Report& report) {
    append(report.errors, findings.errors);
    append(report.warnings, findings.warnings);
}

/// A site may show figures in any language that they have.
Request in_all_languages(Request request) {
    if (request.languages.empty()) {
        request.languages = {std::string(input::all_languages)};
    }
    return request;
}

} // namespace

void check_site(const Request& request, ResourceCache& cache, Report& report) {
    guarded(report, {.file = request.site->string()}, [&] {
        Report other;
        const auto files = prepare_all(in_all_languages(request), cache, other);
        append(report.errors, other.errors);
        append(report.warnings, other.warnings);
        const auto found = site::check_pages(*request.site, figures_for_site(files));
        add_to_report(found, report);
        report.text += fmt::format("{}: {} checked\n", request.site->string(),
                                   counted(found.uses, "use of a figure", "uses of figures"));
    });
}

Report embed(const Request& request, const Installation& installation) {
    Report report;
    ResourceCache cache(installation);
    const std::vector<PreparedFile> files = prepare_all(in_all_languages(request), cache, report);
    guarded(report, {.file = request.site.value().string()}, [&] {
        const auto found = site::mend_pages(*request.site, figures_for_site(files));
        add_to_report(found, report);
        for (const site::Mended& page : found.mended) {
            report.text += fmt::format("{}: {} mended\n", page.page.string(),
                                       counted(page.texts, "alt text", "alt texts"));
        }
        if (found.mended.empty()) {
            report.text += fmt::format("{}: nothing to mend in {}\n", request.site->string(),
                                       counted(found.uses, "use of a figure", "uses of figures"));
        }
    });
    return report;
}

} // namespace cairn
