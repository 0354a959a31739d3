#include "render/input/place/known_names.h"

#include "base/name_key.h"
#include "base/split_list.h"
#include "render/input/table/table.h"

#include <cstddef>
#include <utility>

namespace cairn::input {

namespace {

template<typename Index>
const typename Index::mapped_type* look_up(const Index& index, const std::string& key) {
    const auto found = index.find(key);
    return found == index.end() ? nullptr : &found->second;
}

std::size_t column_of(const Table& table, const char* name) {
    return column_index(table, name, {.file = table.file, .line = 1});
}

void read_groups(const std::filesystem::path& file, KnownNames& names) {
    const Table table = read_csv(file, file.string());
    const std::size_t name = column_of(table, "name");
    const std::size_t aliases = column_of(table, "aliases");
    const std::size_t areas = column_of(table, "areas");
    for (const Row& row : table.rows) {
        const AreaGroup group{row.cells[name], split_list(row.cells[areas])};
        names.groups.emplace(name_key(group.name), group);
        for (const std::string& alias : split_list(row.cells[aliases])) {
            names.groups.emplace(name_key(alias), group);
        }
    }
}

void read_towns(const std::filesystem::path& file, KnownNames& names) {
    const Table table = read_csv(file, file.string());
    const std::size_t name = column_of(table, "name");
    const std::size_t council = column_of(table, "council");
    const std::size_t board = column_of(table, "health_board");
    const std::size_t authority = column_of(table, "integration_authority");
    for (const Row& row : table.rows) {
        names.towns[town_key(row.cells[name])].push_back(
            {row.cells[name], {row.cells[council], row.cells[board], row.cells[authority]}});
    }
}

} // namespace

std::string town_key(std::string_view name) {
    std::string text;
    for (const std::string& word : name_words(name)) {
        text += (word == "saint" ? "st" : word) + " ";
    }
    return name_key(text);
}

KnownNames read_known_names(const std::filesystem::path& folder) {
    KnownNames names;
    read_groups(folder / "groups.csv", names);
    read_towns(folder / "settlements.csv", names);
    return names;
}

const AreaGroup* group_named(const KnownNames& names, std::string_view name) {
    return look_up(names.groups, name_key(name));
}

const std::vector<Town>* towns_named(const KnownNames& names, std::string_view name) {
    return look_up(names.towns, town_key(name));
}

} // namespace cairn::input
