#include "render/pipeline.h"

#include "base/write_files.h"
#include "render/finish.h"
#include "render/input/language.h"
#include "render/prepare.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

namespace cairn {

namespace fs = std::filesystem;

namespace {

/// What one output folder gets in a run.
struct Folder {
    std::string projects; ///< of its figures; empty where none names one
    std::set<std::string> ids{};
    std::vector<output::Finished> figures{};
};

void write(const fs::path& folder, const std::string& figure, const std::vector<File>& files,
           std::vector<Written>& written) {
    write_files(folder, files);
    std::transform(files.begin(), files.end(), std::back_inserter(written), [&](const File& file) {
        return Written{figure, folder / file.name, file.bytes.size()};
    });
}

/// Where figures of a language go: to the output folder, or to one of their language inside it.
fs::path folder_of(const fs::path& out, const std::string& language,
                   const std::string& language_of_file) {
    const std::string other = input::other_language(language, language_of_file);
    return other.empty() ? out : out / input::language_of(other);
}

/// Draws a figure and writes its files. Throws Error as the stages do, and for an id that the
/// folder has already.
void render_figure(const Prepared& prepared, const std::vector<input::Format>& formats,
                   const fs::path& path, Folder& folder, Shelf& shelf, Report& report) {
    const std::string& id = prepared.spec.id;
    require_own_id(prepared, folder.ids);
    add_project(folder.projects, prepared.spec.project);
    output::Finished figure = finish(prepared, formats, shelf, report.warnings);
    write(path, id, figure.files, report.written);
    folder.figures.push_back(std::move(figure));
}

} // namespace

Report render(const Request& request, const Installation& installation) {
    Report report;
    Shelf shelf(installation);
    std::map<fs::path, Folder> folders;
    for (const PreparedFile& file : prepare_all(request, shelf, report)) {
        const auto& formats = request.formats.empty() ? file.file.formats : request.formats;
        if (lacks_picture(formats)) {
            report.errors.push_back({.where = {.file = file.file.path.string()},
                                     .what = "the format html needs a picture to show",
                                     .remedy = "add svg or png to the formats"});
            continue;
        }
        const fs::path out = folder_of(request, file);
        for (const Prepared& prepared : file.figures) {
            const fs::path path = folder_of(out, prepared.spec.language, file.file.language);
            guarded(report, prepared.spec.where,
                    [&] { render_figure(prepared, formats, path, folders[path], shelf, report); });
        }
    }
    for (const auto& [path, folder] : folders) {
        if (!folder.figures.empty()) {
            guarded(report, {.file = path.string()}, [&, &path = path, &folder = folder] {
                write(path, "",
                      {{"manifest", "figures.json",
                        output::to_manifest(folder.projects, folder.figures)}},
                      report.written);
            });
        }
    }
    return report;
}

Report describe(const Request& request, Form form, const Installation& installation) {
    Report report;
    Shelf shelf(installation);
    const auto text = [form](const facts::Words& words) {
        switch (form) {
        case Form::list:
            return words.list + "\n";
        case Form::brief:
            return words.short_text + "\n";
        case Form::full:
            return words.description + "\n";
        case Form::table:
            return facts::to_markdown(words.table);
        }
        throw std::logic_error("a form of words that is not written");
    };
    const bool long_form = form == Form::full || form == Form::table;
    for (const PreparedFile& file : prepare_all(request, shelf, report)) {
        for (const Prepared& prepared : file.figures) {
            report.text += long_form && !report.text.empty() ? "\n" : "";
            report.text += text(prepared.words);
        }
    }
    return report;
}

} // namespace cairn
