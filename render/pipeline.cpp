#include "render/pipeline.h"

#include "geo/text.h"
#include "render/facts/describe.h"
#include "render/facts/gather.h"
#include "render/figure/bar_chart.h"
#include "render/figure/choropleth.h"
#include "render/input/language.h"
#include "render/input/observations.h"
#include "render/input/table.h"
#include "render/output/output.h"
#include "render/output/write_files.h"
#include "render/shelf.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <utility>

namespace cairn {

namespace fs = std::filesystem;

namespace {

void append(std::vector<Problem>& all, const std::vector<Problem>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Adds what is not told yet: figures in several languages have much to warn of in common.
void append_new(std::vector<Problem>& all, const std::vector<Problem>& more) {
    for (const Problem& problem : more) {
        const std::string text = to_string(problem, Severity::warning);
        if (std::none_of(all.begin(), all.end(), [&](const Problem& other) {
                return to_string(other, Severity::warning) == text;
            })) {
            all.push_back(problem);
        }
    }
}

/// A figure up to its words: all that is known before anything is drawn.
struct Prepared {
    input::FigureSpec spec;
    const BoundarySet* boundaries = nullptr; ///< of a map
    const input::Style* style = nullptr;
    facts::Facts facts;
    facts::Words words;
};

/// A figure file with the figures of it that are asked for and free of errors.
struct PreparedFile {
    input::FigureFile file;
    std::vector<Prepared> figures;
};

Prepared prepare(input::FigureSpec spec, const input::Style& style, Shelf& shelf,
                 std::vector<Problem>& warnings) {
    const input::Observations observations =
        input::read_observations(input::read_csv(spec.data.file, spec.data.shown), spec.data);
    const input::Catalogue& catalogue = shelf.catalogue(spec.language);
    Prepared prepared{.spec = std::move(spec), .style = &style, .facts = {}, .words = {}};
    switch (prepared.spec.kind) {
    case input::Kind::bar:
        prepared.facts = facts::gather_bars(prepared.spec, observations, catalogue);
        break;
    case input::Kind::choropleth:
        prepared.boundaries = &shelf.boundaries(*prepared.spec.boundaries);
        if (prepared.boundaries->regions.attribution.empty()) {
            warnings.push_back({.where = prepared.spec.boundaries->where,
                                .what = "no attribution is given for these boundaries",
                                .remedy = "add `attribution:` with the words that their licence "
                                          "asks for"});
        }
        prepared.facts = facts::gather_map(prepared.spec, observations, prepared.boundaries->places,
                                           prepared.boundaries->regions.attribution, catalogue);
        if (prepared.facts.classes.size() > static_cast<std::size_t>(style.map.most_classes)) {
            throw Error(
                Problem{.where = prepared.spec.classes.where,
                        .what = fmt::format("{} classes, but the style {} tells only {} apart",
                                            prepared.facts.classes.size(), style.name,
                                            style.map.most_classes),
                        .remedy = "use fewer breaks or a smaller count"});
        }
        break;
    }
    append(warnings, prepared.facts.warnings);
    prepared.words = facts::describe(prepared.facts, catalogue);
    return prepared;
}

bool wanted(const Request& request, const std::string& id) {
    return request.only.empty() ||
           std::find(request.only.begin(), request.only.end(), id) != request.only.end();
}

/// Prepares the figures of one file; what goes wrong is told in the report.
std::optional<PreparedFile> prepare_file(const fs::path& path, const Request& request, Shelf& shelf,
                                         Report& report) {
    try {
        PreparedFile result{.file = input::read_figure_file(path, request.languages),
                            .figures = {}};
        append(report.errors, result.file.problems);
        const input::Style& style =
            request.style
                ? shelf.style(*request.style, {}, {.file = "--style"})
                : shelf.style(result.file.style, path.parent_path(), result.file.style_where);
        for (input::FigureSpec& spec : result.file.figures) {
            if (!wanted(request, spec.id)) {
                continue;
            }
            std::vector<Problem> warnings;
            try {
                result.figures.push_back(prepare(spec, style, shelf, warnings));
            } catch (const Error& error) {
                append_new(report.errors, error.problems());
            }
            append_new(report.warnings, warnings);
        }
        return result;
    } catch (const Error& error) {
        append(report.errors, error.problems());
        return std::nullopt;
    }
}

void check_only(const Request& request, const std::vector<PreparedFile>& files, Report& report) {
    std::vector<std::string> known;
    for (const PreparedFile& file : files) {
        for (const input::FigureSpec& spec : file.file.figures) {
            known.push_back(spec.id);
        }
    }
    for (const std::string& id : request.only) {
        // A figure with errors of its own is known too, but not by its id.
        if (std::find(known.begin(), known.end(), id) == known.end() && report.errors.empty()) {
            report.errors.push_back({.where = {.file = "--only"},
                                     .what = fmt::format("there is no figure \"{}\"", id),
                                     .remedy = remedy_for(id, known)});
        }
    }
}

std::vector<PreparedFile> prepare_all(const Request& request, Shelf& shelf, Report& report) {
    std::vector<PreparedFile> files;
    for (const fs::path& path : request.files) {
        if (std::optional<PreparedFile> file = prepare_file(path, request, shelf, report)) {
            files.push_back(std::move(*file));
        }
    }
    check_only(request, files, report);
    return files;
}

struct Drawn {
    scene::Scene scene;
    std::vector<scene::Colour> class_colours;
};

Drawn draw(const Prepared& prepared, const scene::Fonts& fonts, std::vector<Problem>& warnings) {
    switch (prepared.spec.kind) {
    case input::Kind::bar:
        return {figure::draw_bar_chart(prepared.facts, prepared.words, *prepared.style, fonts), {}};
    case input::Kind::choropleth: {
        figure::Choropleth map =
            figure::draw_choropleth(prepared.facts, prepared.words, prepared.boundaries->regions,
                                    prepared.boundaries->places, *prepared.style, fonts);
        for (const std::string& region : map.unnamed) {
            warnings.push_back(
                {.where = prepared.spec.where,
                 .what = fmt::format("the map has no room for the name of \"{}\"", region),
                 .remedy = "name and value stand in the words and in the data table; a wider page "
                           "has more room"});
        }
        return {std::move(map.scene), std::move(map.class_colours)};
    }
    }
    throw std::logic_error("a kind of figure that is not drawn");
}

/// Whether HTML is asked for without a picture that it could show.
bool lacks_picture(const std::vector<input::Format>& formats) {
    const auto has = [&](input::Format format) {
        return std::find(formats.begin(), formats.end(), format) != formats.end();
    };
    return has(input::Format::html) && !has(input::Format::svg) && !has(input::Format::png);
}

/// Every file of a figure, in memory.
std::vector<output::File> encode(const input::FigureSpec& spec, const Drawn& drawn,
                                 const facts::Facts& facts,
                                 const std::vector<input::Format>& formats,
                                 const scene::Fonts& fonts, double dpi) {
    const std::string& id = spec.id;
    const output::SvgOptions svg{.outlines = spec.svg_text == input::SvgText::outlines,
                                 .interactive = spec.interactive};
    const bool has_svg =
        std::find(formats.begin(), formats.end(), input::Format::svg) != formats.end();
    std::vector<output::File> files;
    for (const input::Format format : formats) {
        switch (format) {
        case input::Format::svg:
            files.push_back({"svg", id + ".svg", output::to_svg(drawn.scene, fonts, svg)});
            break;
        case input::Format::png:
            files.push_back({"png", id + ".png", output::to_png(drawn.scene, fonts, dpi)});
            break;
        case input::Format::pdf:
            files.push_back({"pdf", id + ".pdf", output::to_pdf(drawn.scene, fonts)});
            break;
        case input::Format::html:
            files.push_back({"html", id + ".html",
                             output::to_html(drawn.scene, id + (has_svg ? ".svg" : ".png"))});
            break;
        }
    }
    files.push_back({"alt", id + ".alt.txt", drawn.scene.words().short_text + "\n"});
    files.push_back({"csv", id + ".csv", output::to_csv(facts, drawn.scene.words())});
    return files;
}

/// What one output folder gets in a run.
struct Folder {
    std::string project;
    std::vector<output::Finished> figures;
};

output::Finished finish(const Prepared& prepared, const std::vector<input::Format>& formats,
                        const Request& request, Shelf& shelf, std::vector<Problem>& warnings) {
    const scene::Fonts& fonts = shelf.fonts(prepared.style->font_family);
    Drawn drawn = draw(prepared, fonts, warnings);
    for (Problem warning : fonts.stand_ins(drawn.scene)) {
        warning.where = prepared.spec.where;
        warnings.push_back(std::move(warning));
    }
    std::vector<output::File> files = encode(prepared.spec, drawn, prepared.facts, formats, fonts,
                                             request.dpi.value_or(prepared.style->png_dpi));
    return {prepared.facts, std::move(drawn.scene), std::move(drawn.class_colours),
            std::move(files)};
}

void write(const fs::path& folder, const std::string& figure,
           const std::vector<output::File>& files, std::vector<Written>& written) {
    output::write_files(folder, files);
    std::transform(files.begin(), files.end(), std::back_inserter(written),
                   [&](const output::File& file) {
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
                   const Request& request, const fs::path& path, Folder& folder, Shelf& shelf,
                   Report& report) {
    const std::string& id = prepared.spec.id;
    if (std::any_of(folder.figures.begin(), folder.figures.end(),
                    [&](const auto& other) { return other.facts.id == id; })) {
        throw Error(Problem{.where = prepared.spec.where,
                            .what = fmt::format("the id \"{}\" is used twice", id),
                            .remedy = "give each figure in a folder an id of its own"});
    }
    output::Finished figure = finish(prepared, formats, request, shelf, report.warnings);
    write(path, id, figure.files, report.written);
    folder.project = prepared.spec.project;
    folder.figures.push_back(std::move(figure));
}

/// Runs a part of the work; what goes wrong in it is told in the report.
void guarded(Report& report, const auto& action) {
    try {
        action();
    } catch (const Error& error) {
        append(report.errors, error.problems());
    }
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
        const fs::path out =
            request.out.value_or(file.file.path.parent_path() / "figures").lexically_normal();
        for (const Prepared& prepared : file.figures) {
            const fs::path path = folder_of(out, prepared.spec.language, file.file.language);
            guarded(report, [&] {
                render_figure(prepared, formats, request, path, folders[path], shelf, report);
            });
        }
    }
    for (const auto& [path, folder] : folders) {
        if (!folder.figures.empty()) {
            guarded(report, [&, &path = path, &folder = folder] {
                write(path, "",
                      {{"manifest", "figures.json",
                        output::to_manifest(folder.project, folder.figures)}},
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

Report check(const Request& request, const Installation& installation) {
    Report report;
    Shelf shelf(installation);
    for (const PreparedFile& file : prepare_all(request, shelf, report)) {
        for (const Prepared& prepared : file.figures) {
            report.text +=
                fmt::format("{}: {}: {} rows read, {} {} drawn\n", file.file.path.string(),
                            prepared.spec.id, prepared.facts.rows_read, prepared.facts.facts.size(),
                            input::form_of(prepared.facts.item, prepared.spec.language,
                                           static_cast<double>(prepared.facts.facts.size())));
        }
    }
    return report;
}

} // namespace cairn
