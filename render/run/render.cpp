#include "render/run/render.h"

#include "base/staged_files.h"
#include "render/output/data/manifest_check.h"
#include "render/run/encode.h"
#include "render/run/prepare.h"

#include <fmt/format.h>

#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>

namespace cairn {

namespace fs = std::filesystem;

namespace {

/// What one folder gets in a run.
struct Folder {
    OutputFolder place;
    std::string projects{}; ///< of its figures; empty where none names one
    FileOwners owners{};
    std::vector<std::string> entries{}; ///< of its manifest, one a figure
};

} // namespace

Report render(const Request& request, const Installation& installation, StagedFiles& staged) {
    Report report;
    ResourceCache cache(installation);
    std::map<fs::path, Folder> folders; // by their true path
    std::vector<Written> written;
    bool complete = true; // where one file cannot be written, none is put in place
    const auto write = [&](const Folder& folder, const std::string& figure,
                           std::span<const File> files) {
        complete = guarded(report, {.file = folder.place.path().string()}, [&] {
            for (const File& file : files) {
                staged.write(folder.place.out, folder.place.inside / file.name, file.bytes);
                written.push_back({figure, folder.place.path() / file.name, file.bytes.size()});
            }
        });
    };
    prepare_each(request, cache, report, [&](const input::FigureFile& file, Prepared prepared) {
        if (!complete) {
            return;
        }
        const auto& formats = request.formats.empty() ? file.formats : request.formats;
        std::optional<output::Finished> figure;
        Folder* folder = nullptr;
        guarded(report, prepared.spec.where, [&] {
            require_picture(formats, file.path);
            const OutputFolder place = folder_of(request, file, prepared.spec.language);
            folder = &folders
                          .try_emplace(fs::weakly_canonical(fs::absolute(place.path())),
                                       Folder{.place = place})
                          .first->second;
            require_own_files(prepared.spec, file_names(prepared.spec.id, formats), folder->owners);
            figure = encode(prepared, formats, cache, report.warnings);
        });
        if (figure) {
            write(*folder, prepared.spec.id, figure->files);
            add_project(folder->projects, prepared.spec.project);
            folder->entries.push_back(output::to_manifest_entry(*figure));
        }
    });
    for (const auto& [path, folder] : folders) {
        if (complete && !folder.entries.empty()) {
            output::warn_of_changed(folder.place.path(), report.warnings);
            const File manifest{"manifest", "figures.json",
                                output::to_manifest(folder.projects, folder.entries)};
            write(folder, "", {&manifest, 1});
        }
    }
    if (complete && guarded(report, {}, [&] { staged.commit(); })) {
        report.written = std::move(written);
    }
    drop_repeated(report);
    return report;
}

Report render(const Request& request, const Installation& installation) {
    StagedFiles staged;
    return render(request, installation, staged);
}

Report describe(const Request& request, Form form, const Installation& installation) {
    Report report;
    ResourceCache cache(installation);
    const auto text = [form](const words::Words& words) {
        switch (form) {
        case Form::list:
            return words.list + "\n";
        case Form::brief:
            return words.short_text + "\n";
        case Form::full:
            return words.description + "\n";
        case Form::table:
            return words::to_markdown(words.table);
        }
        throw std::logic_error("a form of words that is not written");
    };
    const bool long_form = form == Form::full || form == Form::table;
    prepare_each(request, cache, report,
                 [&](const input::FigureFile& /*file*/, const Prepared& prepared) {
                     report.text += long_form && !report.text.empty() ? "\n" : "";
                     report.text += text(prepared.words);
                 });
    return report;
}

} // namespace cairn
