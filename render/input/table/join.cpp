#include "render/input/table/join.h"

#include "base/quote.h"
#include "base/report.h"
#include "base/white_space.h"
#include "render/input/table/read_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

namespace cairn::input {

namespace {

constexpr std::size_t most_told = 1000;

} // namespace

Join::Join(const JoinSpec& spec, const std::filesystem::path& gdal_module) : m_spec(spec) {
    const std::array wanted{spec.key};
    m_second = read_table(read_grids(spec.file, spec.shown, {}, gdal_module), wanted, {});
    m_key = column_index(m_second, spec.key, spec.where);
    std::vector<Problem> problems;
    for (std::size_t i = 0; i < m_second.rows.size() && problems.size() < most_told; ++i) {
        const Row& row = m_second.rows[i];
        const std::string key = one_line(row.cells[m_key]);
        const auto [entry, is_new] = m_partners.emplace(key, Partner{.row = i});
        const Location where{
            .file = m_second.file, .line = row.line, .field = m_second.columns[m_key]};
        if (key.empty()) {
            problems.push_back({where, "the cell is empty", "write the key of this row"});
        } else if (!is_new) {
            problems.push_back({where,
                                fmt::format("{} stands on line {} too, and each key joins one row",
                                            in_quotes(key), m_second.rows[entry->second.row].line),
                                "leave one of the two rows in"});
        }
    }
    throw_any(std::move(problems));
}

bool Join::has(std::string_view column) const {
    const std::vector<std::size_t> found = columns_named(m_second, column);
    return std::ranges::any_of(found, [&](std::size_t one) { return one != m_key; });
}

Table Join::widened(Table heading) {
    m_to = column_index(heading, m_spec.to, m_spec.where);
    heading.names.resize(heading.columns.size());
    for (std::size_t i = 0; i < heading.columns.size(); ++i) {
        heading.names[i] =
            heading.names[i].text.empty() ? ColumnName{heading.columns[i]} : heading.names[i];
    }
    heading.first_joined = heading.columns.size();
    for (std::size_t i = 0; i < m_second.columns.size(); ++i) {
        if (i != m_key) {
            heading.columns.push_back(m_second.columns[i]);
            heading.names.push_back(m_second.names[i]);
        }
    }
    return heading;
}

bool Join::add_partner(Row& row) {
    constexpr std::size_t most_keys = 100;
    ++m_rows;
    std::string key = one_line(row.cells[m_to]);
    const auto found = m_partners.find(key);
    if (found == m_partners.end()) {
        m_first_line = m_without++ == 0 ? row.line : m_first_line;
        if (m_keys_without.size() < most_keys &&
            std::ranges::find(m_keys_without, key) == m_keys_without.end()) {
            m_keys_without.push_back(std::move(key));
        }
        return false;
    }
    found->second.is_used = true;
    const std::vector<std::string>& cells = m_second.rows[found->second.row].cells;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i != m_key) {
            row.cells.push_back(cells[i]);
        }
    }
    return true;
}

void Join::tell(Table& table) const {
    append(table.warnings, m_second.warnings);
    append(table.notices, m_second.notices);
    if (m_without == m_rows && m_rows > 0) {
        throw Error(
            Problem{.where = m_spec.where,
                    .what = fmt::format("no row of {} has a key of {}: it has {}", table.file,
                                        m_second.file, first_few_in_quotes(m_keys_without)),
                    .remedy = "name the columns that hold the same keys"});
    }
    if (m_without > 0) {
        table.warnings.push_back(
            {.where = {.file = table.file, .line = m_first_line, .field = table.columns[m_to]},
             .what =
                 fmt::format("{} of {} rows have no partner in {} and are left out: {}", m_without,
                             m_rows, m_second.file, first_few_in_quotes(m_keys_without)),
             .remedy = fmt::format("add a row for each of these to {}", m_second.file)});
    }
    const auto unused = std::ranges::count_if(
        m_partners, [](const auto& partner) { return !partner.second.is_used; });
    if (unused > 0) {
        table.notices.push_back(
            {.where = m_spec.where,
             .what = fmt::format("{} of {} keys of {} are in no row of {}", unused,
                                 m_partners.size(), m_second.file, table.file),
             .remedy = ""});
    }
}

} // namespace cairn::input
