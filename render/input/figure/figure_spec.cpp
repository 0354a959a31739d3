#include "render/input/figure/figure_spec.h"

#include "base/quote.h"
#include "render/input/figure/read_figure.h"
#include "render/input/language/language.h"
#include "render/input/language/wording.h"
#include "render/input/yaml/map_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

constexpr std::array file_keys{
    Key{"project", "The stories project"},
    Key{"source", "Personal Outcomes Network"},
    Key{"language", "en-GB"},
    Key{"style", "screen"},
    Key{"formats", "[svg, png, pdf, html]"},
    Key{"text", "outlines"},
    Key{"interactive", "true"},
    Key{"figures", "[{id: sector-8, …}]", true},
};

constexpr std::array<std::string_view, 8> keys_of_one_figure{
    "id", "kind", "title", "subtitle", "note", "data", "boundaries", "classes"};

constexpr std::array elsewhere{
    Elsewhere{keys_of_one_figure, "write it in a figure, in the list below figures:"},
    looks_are_elsewhere,
};

std::vector<Format> read_formats(MapReader& top, YamlLog& log) {
    constexpr std::array formats{Format::svg, Format::png, Format::pdf, Format::html};
    const std::vector<std::string> words{"svg", "png", "pdf", "html"};
    const std::vector<YamlValue>* items = top.list("formats");
    if (items == nullptr) {
        return {formats.begin(), formats.end()};
    }
    std::vector<Format> result;
    for (const YamlValue& item : *items) {
        const auto index = read_word(item, "formats", words, log);
        if (!index) {
            continue;
        }
        if (std::find(result.begin(), result.end(), formats.at(*index)) != result.end()) {
            log.report(item, fmt::format("the format {} is given twice", in_quotes(words[*index])),
                       "keep one");
        }
        result.push_back(formats.at(*index));
    }
    return result;
}

Defaults read_defaults(MapReader& top, const std::filesystem::path& path, YamlLog& log) {
    Defaults defaults;
    defaults.language = read_language(top, defaults.language);
    defaults.project = read_wordings(top, "project", defaults.language, log);
    defaults.source = read_wordings(top, "source", defaults.language, log);
    defaults.folder = path.parent_path();
    read_svg_keys(top, defaults.svg_text, defaults.interactive);
    return defaults;
}

/// Its own, named by nothing, and all others that the title of a figure has.
std::vector<std::string> languages_of_title(const YamlValue& figure,
                                            std::span<const FigureKind> kinds,
                                            const Defaults& defaults) {
    std::vector<std::string> languages{""};
    if (figure.type == YamlValue::Type::map) {
        YamlLog told_elsewhere;
        const FigureSpec own = read_figure(figure, kinds, defaults, told_elsewhere, "");
        for (const std::string& language : known_languages()) {
            const FigureSpec spec = read_figure(figure, kinds, defaults, told_elsewhere, language);
            if (!spec.title.empty() && spec.language != own.language) {
                languages.push_back(language);
            }
        }
    }
    return languages;
}

/// The figure in each of the languages; what is wrong in several is reported once.
std::vector<FigureSpec> read_in_languages(const YamlValue& value, std::span<const FigureKind> kinds,
                                          const Defaults& defaults,
                                          const std::vector<std::string>& asked, YamlLog& log) {
    const bool all = std::find(asked.begin(), asked.end(), all_languages) != asked.end();
    const std::vector<std::string> languages =
        all ? languages_of_title(value, kinds, defaults) : asked;
    std::vector<FigureSpec> figures;
    for (auto language = languages.begin(); language != languages.end(); ++language) {
        if (std::find(languages.begin(), language, *language) != language) {
            continue; // asked for twice
        }
        YamlLog one{.file = log.file};
        figures.push_back(read_figure(value, kinds, defaults, one, *language));
        for (Problem& problem : one.problems) {
            const std::string text = to_string(problem, Severity::error);
            const bool reported =
                std::any_of(log.problems.begin(), log.problems.end(), [&](const Problem& other) {
                    return to_string(other, Severity::error) == text;
                });
            if (!reported) {
                log.problems.push_back(std::move(problem));
            }
        }
    }
    return figures;
}

/// Adds the figures without a problem to `file`, and all problems of the others.
void read_figures(const std::vector<YamlValue>& values, std::span<const FigureKind> kinds,
                  const Defaults& defaults, const std::vector<std::string>& languages,
                  const std::string& shown, FigureFile& file) {
    struct Use {
        int line = 0;
        std::size_t count = 0;
    };
    std::map<std::string, Use> ids;
    for (const YamlValue& value : values) {
        YamlLog log{.file = shown};
        std::vector<FigureSpec> one = read_in_languages(value, kinds, defaults, languages, log);
        const FigureSpec& figure = one.front();
        Use& use = ids[figure.id];
        if (use.count++ == 0) {
            use.line = figure.where.line;
        } else if (!figure.id.empty()) {
            log.report(value, fmt::format("the id {} is used twice", in_quotes(figure.id)),
                       fmt::format("the figure on line {} has it too; give each an id of its own",
                                   use.line));
        }
        std::move(log.problems.begin(), log.problems.end(), std::back_inserter(file.problems));
        if (log.problems.empty()) {
            std::move(one.begin(), one.end(), std::back_inserter(file.figures));
        }
    }
    // Which of two figures with one id is meant, nobody knows: neither is drawn.
    std::erase_if(file.figures, [&](const FigureSpec& one) { return ids[one.id].count > 1; });
}

} // namespace

FigureFile read_figure_file(const std::filesystem::path& path, std::span<const FigureKind> kinds,
                            const std::vector<std::string>& languages) {
    const std::string shown = path.string();
    const YamlValue root = read_yaml(path, shown);
    YamlLog log{.file = shown};
    if (root.type != YamlValue::Type::map) {
        log.report(root, "a figure file is a map of keys, and this is not one",
                   "write keys that end in a colon and a space, such as figures:");
        throw Error(std::move(log.problems));
    }
    FigureFile file;
    file.path = path;
    MapReader top(root, file_keys, log, Completeness::whole, elsewhere);
    const Defaults defaults = read_defaults(top, path, log);
    file.language = defaults.language;
    file.style = top.text("style").value_or(file.style);
    file.style_where = top.where("style");
    file.formats = read_formats(top, log);
    if (const std::vector<YamlValue>* figures = top.list("figures")) {
        // No language: each figure in its own.
        read_figures(*figures, kinds, defaults,
                     languages.empty() ? std::vector<std::string>{""} : languages, shown, file);
    }
    if (!log.problems.empty()) {
        std::move(file.problems.begin(), file.problems.end(), std::back_inserter(log.problems));
        throw Error(std::move(log.problems));
    }
    return file;
}

} // namespace cairn::input
