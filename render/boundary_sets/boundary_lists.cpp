#include "render/boundary_sets/boundary_lists.h"

#include "base/message_number.h"
#include "base/number.h"
#include "base/quote.h"
#include "render/boundary_sets/boundary_levels.h"
#include "render/boundary_sets/boundary_sets.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <vector>

namespace cairn {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t widest_line = 96;
constexpr std::size_t indent = 14;

/// The heading of a set: its id, what it holds, where from.
std::string heading(const KnownSet& set, const input::BoundarySetFile& file, std::size_t areas,
                    bool hidden) {
    return fmt::format("{}: {}{} areas, {}{}\n", set.id, file.title,
                       file.title.empty() ? counted(areas) : ", " + counted(areas),
                       set.imported ? "imported" : "built in",
                       hidden ? "; not used: the imported one takes its place" : "");
}

/// `name  text`, in lines that can be read.
std::string item(std::string_view name, std::string_view text) {
    if (text.empty()) {
        return {};
    }
    std::string lines = fmt::format("  {:<{}}", name, indent - 2);
    std::size_t column = indent;
    while (!text.empty()) {
        const std::size_t space = std::min(text.find(' '), text.size());
        if (column > indent && column + space + 1 > widest_line) {
            lines += fmt::format("\n{:{}}", "", indent);
            column = indent;
        }
        const bool first = column == indent;
        lines += fmt::format("{}{}", first ? "" : " ", text.substr(0, space));
        column += space + (first ? 0 : 1);
        text.remove_prefix(std::min(space + 1, text.size()));
    }
    return lines + "\n";
}

double kilobytes(const fs::path& folder, const std::string& level) {
    double bytes = 0;
    for (const char* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        const fs::path part = folder / (level + extension);
        bytes += fs::exists(part) ? static_cast<double>(fs::file_size(part)) : 0;
    }
    return bytes / 1000;
}

/// A level: file, points, size, how far borders may be off.
std::string level_line(const input::BoundarySetFile& file, const input::BoundaryLevel& level,
                       std::size_t points) {
    const bool whole = level.error == 0;
    return fmt::format(
        "{}: {} points, {} kB, {}", level.file, counted(points),
        format_number(kilobytes(file.path.parent_path(), level.file), 0),
        whole ? "all detail"
              : fmt::format("borders within {} m of it", format_number(level.error, 1)));
}

std::string described(const KnownSet& set, bool hidden) {
    const input::BoundarySetFile file = input::read_boundary_set(set.file);
    std::string levels;
    std::size_t areas = 0;
    for (const input::BoundaryLevel& level : file.levels) {
        const geo::Regions regions = read_level(file, level);
        areas = regions.regions.size();
        levels +=
            item(levels.empty() ? "Levels" : "", level_line(file, level, count_points(regions)));
    }
    return heading(set, file, areas, hidden) + item("Note", file.note) +
           item("Advice", file.advice) + item("Attribution", file.attribution) +
           item("Licence", file.licence) + item("Source", file.source) + levels +
           item("File", file.path.string());
}

/// Calls `visit(set, hidden)` for every set; what goes wrong with it is added to the report.
template<typename Visit>
void for_each_set(const std::vector<KnownSet>& sets, Report& report, const Visit& visit) {
    const std::string* before = nullptr;
    for (const KnownSet& set : sets) {
        const bool hidden = before != nullptr && *before == set.id;
        guarded(report, {.file = set.file.string()}, [&] { visit(set, hidden); });
        before = &set.id;
    }
}

} // namespace

Report list_boundaries(const Installation& installation) {
    Report report;
    for_each_set(known_sets(installation), report, [&](const KnownSet& set, bool hidden) {
        const input::BoundarySetFile file = input::read_boundary_set(set.file);
        const geo::Regions regions = read_level(file, file.levels.back());
        report.text += heading(set, file, regions.regions.size(), hidden) +
                       fmt::format("  {}\n{}", file.attribution,
                                   file.licence.empty() ? "" : "  " + file.licence + "\n");
    });
    return report;
}

Report tell_boundaries(const std::string& id, const Installation& installation) {
    Report report;
    std::vector<KnownSet> sets = known_sets(installation);
    const std::vector<std::string> ids = ids_of(sets);
    std::erase_if(sets, [&](const KnownSet& set) { return set.id != id; });
    if (sets.empty()) {
        throw Error(Problem{.where = {.file = "boundaries"},
                            .what = fmt::format("unknown boundaries \"{}\"", id),
                            .remedy = remedy_for(id, ids)});
    }
    for_each_set(sets, report, [&](const KnownSet& set, bool hidden) {
        report.text += (report.text.empty() ? "" : "\n") + described(set, hidden);
    });
    return report;
}

} // namespace cairn
