#include "render/input/figure_spec.h"

#include "render/input/map_reader.h"
#include "render/input/quote.h"
#include "render/input/read_figure.h"

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

Defaults read_defaults(MapReader& top, const std::filesystem::path& path) {
    Defaults defaults;
    defaults.project = top.text("project").value_or("");
    defaults.source = top.text("source").value_or("");
    defaults.folder = path.parent_path();
    read_svg_keys(top, defaults.svg_text, defaults.interactive);
    if (const auto language = top.text("language")) {
        if (is_english(*language)) {
            defaults.language = *language;
        } else {
            top.report("language", fmt::format("\"language\" cannot be {}", in_quotes(*language)),
                       remedy_for_language());
        }
    }
    return defaults;
}

/// Adds the figures without a problem to `file`, and all problems of the others.
void read_figures(const std::vector<YamlValue>& values, const Defaults& defaults,
                  const std::string& shown, FigureFile& file) {
    struct Use {
        int line = 0;
        std::size_t count = 0;
    };
    std::map<std::string, Use> ids;
    for (const YamlValue& value : values) {
        YamlLog log{.file = shown};
        FigureSpec figure = read_figure(value, defaults, log);
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
            file.figures.push_back(std::move(figure));
        }
    }
    // Which of two figures with one id is meant, nobody knows: neither is drawn.
    std::erase_if(file.figures, [&](const FigureSpec& one) { return ids[one.id].count > 1; });
}

} // namespace

FigureFile read_figure_file(const std::filesystem::path& path) {
    const std::string shown = path.string();
    const YamlValue root = read_yaml(path, shown);
    YamlLog log{.file = shown};
    if (root.kind != YamlValue::Kind::map) {
        log.report(root, "a figure file is a map of keys, and this is not one",
                   "write keys that end in a colon and a space, such as figures:");
        throw Error(std::move(log.problems));
    }
    FigureFile file;
    file.path = path;
    MapReader top(root, file_keys, log);
    const Defaults defaults = read_defaults(top, path);
    file.style = top.text("style").value_or(file.style);
    file.style_where = top.where("style");
    file.formats = read_formats(top, log);
    if (const std::vector<YamlValue>* figures = top.list("figures")) {
        read_figures(*figures, defaults, shown, file);
    }
    if (!log.problems.empty()) {
        std::move(file.problems.begin(), file.problems.end(), std::back_inserter(log.problems));
        throw Error(std::move(log.problems));
    }
    return file;
}

} // namespace cairn::input
