#include "render/boundary_sets/boundary_set.h"

#include "base/error.h"
#include "base/quote.h"
#include "render/input/figure/defaults.h"
#include "render/input/yaml/map_reader.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace cairn::input {

namespace {

constexpr std::array set_keys{
    Key{"title", "Council areas of Scotland"},
    Key{"attribution", "Contains OS data © Crown copyright", true},
    Key{"licence", "Open Government Licence v3.0"},
    Key{"source", "councils.gpkg"},
    Key{"note", "Generalised, for pictures and not for measuring."},
    Key{"advice", "For more detail, import another file."},
    Key{"levels", "[{file: scotland-councils, error: 0}]", true},
};

constexpr std::array level_keys{
    Key{"file", "scotland-councils", true},
    Key{"error", "35", true},
};

std::vector<BoundaryLevel> read_levels(MapReader& top, YamlLog& log) {
    std::vector<BoundaryLevel> levels;
    const std::vector<YamlValue>* items = top.list("levels");
    if (items == nullptr) {
        return levels;
    }
    for (const YamlValue& item : *items) {
        if (item.type != YamlValue::Type::map) {
            log.report(item, "a level is a map of keys, and this is not one",
                       "write it like this: {file: scotland-councils, error: 0}");
            continue;
        }
        MapReader reader(item, level_keys, log);
        const BoundaryLevel level{reader.text("file").value_or(""),
                                  reader.number("error").value_or(0)};
        if (!level.file.empty() && !is_id(level.file)) {
            reader.report(
                "file",
                fmt::format("{} is no name of a shapefile beside this file", in_quotes(level.file)),
                "write the name alone, without folder and extension");
        }
        if (levels.empty() ? level.error != 0 : level.error <= levels.back().error) {
            reader.report("error",
                          levels.empty() ? "the first level is not the one of error 0"
                                         : "the error does not rise above that of the level before",
                          "begin with the most detailed level, of error 0; each further one is "
                          "coarser");
        }
        levels.push_back(level);
    }
    return levels;
}

/// Text in double quotes (YAML 1.2, section 7.3.1). It is on one line.
std::string in_yaml(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            result += '\\';
        }
        result += c;
    }
    return result + '"';
}

} // namespace

BoundarySetFile read_boundary_set(const std::filesystem::path& path) {
    const YamlValue root = read_yaml(path, path.string());
    YamlLog log{.file = path.string()};
    if (root.type != YamlValue::Type::map) {
        log.report(root, "a boundary set is described by a map of keys, and this is not one",
                   "write keys that end in a colon and a space, such as levels:");
        throw Error(std::move(log.problems));
    }
    MapReader top(root, set_keys, log);
    const auto text = [&](std::string_view key) { return top.text(key).value_or(""); };
    BoundarySetFile set{.path = path,
                        .title = text("title"),
                        .attribution = text("attribution"),
                        .licence = text("licence"),
                        .source = text("source"),
                        .note = text("note"),
                        .advice = text("advice"),
                        .levels = read_levels(top, log)};
    if (!log.problems.empty()) {
        throw Error(std::move(log.problems));
    }
    return set;
}

std::string to_yaml(const BoundarySetFile& set) {
    std::string yaml;
    for (const auto& [key, text] : {std::pair{"title", &set.title},
                                    {"attribution", &set.attribution},
                                    {"licence", &set.licence},
                                    {"source", &set.source},
                                    {"note", &set.note},
                                    {"advice", &set.advice}}) {
        if (!text->empty()) {
            yaml += fmt::format("{}: {}\n", key, in_yaml(*text));
        }
    }
    yaml += "levels: # how far borders lie from those of the first, in metres\n";
    for (const BoundaryLevel& level : set.levels) {
        yaml += fmt::format("  - {{file: {}, error: {}}}\n", in_yaml(level.file), level.error);
    }
    return yaml;
}

} // namespace cairn::input
