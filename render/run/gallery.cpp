#include "render/review/gallery.h"

#include "base/staged_files.h"
#include "render/review/accessibility.h"
#include "render/run/encode.h"
#include "render/run/prepare.h"
#include "render/run/render.h"

#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace cairn {

namespace {

/// The figure as the gallery shows it.
review::Exhibit exhibit(const Prepared& prepared, const input::FigureFile& file,
                        ResourceCache& cache) {
    constexpr Length phone = Length::px(320);
    const colour::Theme& theme = prepared.style->theme;
    const scene::Fonts& fonts = cache.fonts(prepared.style->font_family);
    input::Style narrow = *prepared.style;
    narrow.margin = narrow.margin * (phone / narrow.width);
    narrow.width = phone;
    Drawn on_phone = draw(prepared, narrow, fonts);
    std::vector<Problem> told_by_render;
    output::Finished figure = encode(prepared, file.formats, cache, told_by_render);
    std::vector<review::Touch> touches = review::touching(figure.scene, theme, fonts);
    std::vector<review::Measure> measures = review::measure(
        figure.scene, theme, touches, prepared.spec.interactive, ticks_of(prepared));
    return {std::move(figure),
            theme,
            std::move(on_phone.scene),
            std::move(on_phone.unnamed),
            std::move(touches),
            std::move(measures),
            &fonts};
}

} // namespace

Report gallery(const Request& request, const Installation& installation, StagedFiles& staged) {
    /// What the page of one folder shows.
    struct Folder {
        std::string projects{};
        FileOwners owners{{"gallery.html", {}}};
        std::vector<review::Exhibit> exhibits{};
    };
    Report report;
    ResourceCache cache(installation);
    std::map<std::filesystem::path, Folder> folders;
    prepare_each(request, cache, report, [&](const input::FigureFile& file, Prepared prepared) {
        guarded(report, prepared.spec.where, [&] {
            const OutputFolder place = folder_of(request, file, prepared.spec.language);
            Folder& folder = folders[place.out];
            std::vector<std::string> names = file_names(prepared.spec.id, file.formats);
            for (std::string& name : names) {
                name = (place.inside / name).string();
            }
            require_own_files(prepared.spec, names, folder.owners);
            add_project(folder.projects, prepared.spec.project);
            folder.exhibits.push_back(exhibit(prepared, file, cache));
        });
    });
    for (const auto& [path, folder] : folders) {
        if (folder.exhibits.empty()) {
            continue;
        }
        guarded(report, {.file = path.string()}, [&, &path = path, &folder = folder] {
            const std::string page = review::to_gallery(folder.projects, folder.exhibits);
            staged.write(path, "gallery.html", page);
            report.written.push_back({"", path / "gallery.html", page.size()});
        });
    }
    if (!guarded(report, {}, [&] { staged.commit(); })) {
        report.written.clear();
    }
    drop_repeated(report);
    return report;
}

} // namespace cairn
