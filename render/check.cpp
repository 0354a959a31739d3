#include "render/site/check.h"

#include "base/message_number.h"
#include "base/write_files.h"
#include "render/advice.h"
#include "render/figure/map_fills.h"
#include "render/finish.h"
#include "render/input/language.h"
#include "render/pipeline.h"
#include "render/prepare.h"
#include "render/review/accessibility.h"
#include "render/review/gallery.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <utility>
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

/// The fills of a continuous scale that the figure must keep apart; none where it has classes.
std::vector<scene::Fill> ticks_of(const Prepared& prepared, const input::Style& style) {
    return prepared.facts.scale ? figure::fills_for(prepared.facts, style).scale->tick_fills
                                : std::vector<scene::Fill>();
}

/// Draws a figure in memory, in dark colours too where its style has them, and measures it. Throws
/// Error for each rule that it breaks.
void check_figure(const Prepared& prepared, const input::FigureFile& file, Shelf& shelf,
                  Report& report) {
    const scene::Fonts& fonts = shelf.fonts(prepared.style->font_family);
    const auto measured = [&](const Drawn& drawn, const input::Style& style) {
        return review::measure(drawn.scene, review::touching(drawn.scene, fonts),
                               prepared.spec.interactive, ticks_of(prepared, style));
    };
    const std::size_t count =
        prepared.facts.facts.size() / std::max<std::size_t>(1, prepared.facts.panels.size());
    report.text += fmt::format(
        "{}: {}: {} rows read, {} {} drawn\n", file.path.string(), prepared.spec.id,
        prepared.facts.rows_read, count,
        input::form_of(prepared.facts.item, prepared.spec.language, static_cast<double>(count)));
    const Drawn drawn = draw(prepared, *prepared.style, fonts);
    warn_of_unnamed(prepared, drawn, report.warnings);
    const std::vector<review::Measure> measures = measured(drawn, *prepared.style);
    report.text += review::to_table(measures);
    std::vector<Problem> broken = layout_faults(prepared, drawn.scene);
    add_broken(prepared, measures, "", broken);
    for (const input::Style& dark : prepared.style->dark) {
        const std::vector<review::Measure> in_dark = measured(draw(prepared, dark, fonts), dark);
        report.text += "  in dark colours:\n" + review::to_table(in_dark);
        add_broken(prepared, in_dark, ", in dark colours", broken);
    }
    if (!broken.empty()) {
        throw Error(std::move(broken));
    }
}

/// The figure as the gallery shows it.
review::Exhibit exhibit(const Prepared& prepared, const PreparedFile& file, Shelf& shelf) {
    constexpr Length phone = Length::px(320);
    const scene::Fonts& fonts = shelf.fonts(prepared.style->font_family);
    input::Style narrow = *prepared.style;
    narrow.margin = narrow.margin * (phone / narrow.width);
    narrow.width = phone;
    Drawn on_phone = draw(prepared, narrow, fonts);
    std::vector<Problem> told_by_render;
    output::Finished figure = finish(prepared, file.file.formats, shelf, told_by_render);
    std::vector<review::Touch> touches = review::touching(figure.scene, fonts);
    std::vector<review::Measure> measures = review::measure(
        figure.scene, touches, prepared.spec.interactive, ticks_of(prepared, *prepared.style));
    return {std::move(figure),  std::move(on_phone.scene), std::move(on_phone.unnamed),
            std::move(touches), std::move(measures),       &fonts};
}

/// What the site stage needs of the figures.
std::vector<site::Figure> figures_for_site(const std::vector<PreparedFile>& files) {
    std::vector<site::Figure> figures;
    for (const PreparedFile& file : files) {
        for (const Prepared& prepared : file.figures) {
            figures.push_back({.id = prepared.spec.id,
                               .language = prepared.words.language,
                               .short_text = prepared.words.short_text,
                               .list = prepared.words.list,
                               .description = prepared.words.description,
                               .table = prepared.spec.data.file});
        }
    }
    return figures;
}

void tell(const site::Findings& findings, Report& report) {
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

Report check(const Request& request, const Installation& installation) {
    Report report;
    Shelf shelf(installation);
    const std::vector<PreparedFile> prepared_files = prepare_all(request, shelf, report);
    for (const PreparedFile& file : prepared_files) {
        for (const Prepared& prepared : file.figures) {
            guarded(report, prepared.spec.where,
                    [&] { check_figure(prepared, file.file, shelf, report); });
        }
    }
    for (const Problem& advice : advice_on_maps(prepared_files)) {
        report.text += to_string(advice, Severity::advice) + "\n";
    }
    if (request.site) {
        guarded(report, {.file = request.site->string()}, [&] {
            Report other;
            const auto files = prepare_all(in_all_languages(request), shelf, other);
            append_new(report.errors, other.errors);
            append_new(report.warnings, other.warnings);
            const auto found = site::check_pages(*request.site, figures_for_site(files));
            tell(found, report);
            report.text += fmt::format("{}: {} checked\n", request.site->string(),
                                       counted(found.uses, "use of a figure", "uses of figures"));
        });
    }
    return report;
}

Report embed(const Request& request, const Installation& installation) {
    Report report;
    Shelf shelf(installation);
    const std::vector<PreparedFile> files = prepare_all(in_all_languages(request), shelf, report);
    guarded(report, {.file = request.site.value().string()}, [&] {
        const auto found = site::mend_pages(*request.site, figures_for_site(files));
        tell(found, report);
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

Report gallery(const Request& request, const Installation& installation) {
    /// What the page of one folder shows.
    struct Folder {
        std::string projects;
        std::set<std::string> ids;
        std::vector<review::Exhibit> exhibits;
    };
    Report report;
    Shelf shelf(installation);
    std::map<std::filesystem::path, Folder> folders;
    for (const PreparedFile& file : prepare_all(request, shelf, report)) {
        Folder& folder = folders[folder_of(request, file)];
        for (const Prepared& prepared : file.figures) {
            guarded(report, prepared.spec.where, [&] {
                require_own_id(prepared, folder.ids, prepared.spec.language);
                add_project(folder.projects, prepared.spec.project);
                folder.exhibits.push_back(exhibit(prepared, file, shelf));
            });
        }
    }
    for (const auto& [path, folder] : folders) {
        if (folder.exhibits.empty()) {
            continue;
        }
        guarded(report, {.file = path.string()}, [&, &path = path, &folder = folder] {
            const std::string page = review::to_gallery(folder.projects, folder.exhibits);
            const std::vector<File> files{{"html", "gallery.html", page}};
            write_files(path, files);
            report.written.push_back({"", path / "gallery.html", page.size()});
        });
    }
    return report;
}

} // namespace cairn
