#include "render/input/table/made_rows.h"

#include "base/quote.h"
#include "base/white_space.h"
#include "render/input/table/accumulator.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <numeric>
#include <utility>

namespace cairn::input {

namespace {

constexpr std::int64_t most_made = 1000;

/// The row of a label without any record.
MadeRow row_of_none(Aggregate aggregate) {
    const bool is_amount = aggregate != Aggregate::mean && aggregate != Aggregate::median;
    return {.value = is_amount ? std::optional(0.0) : std::nullopt,
            .mark = is_amount ? "" : "[w]"}; // none recorded
}

} // namespace

std::vector<MadeRow> with_all_bins(std::vector<MadeRow> rows, const Bins& bins,
                                   const RecordsSpec& records) {
    if (rows.empty()) {
        return rows;
    }
    std::ranges::sort(rows, {}, &MadeRow::bin);
    const std::int64_t first = rows.front().bin;
    const std::int64_t last = rows.back().bin;
    if (last - first >= most_made) {
        throw Error(Problem{.where = records.bin->where,
                            .what = fmt::format("from {} to {} there are {} bins, and {} are drawn "
                                                "at most",
                                                in_quotes(bins.label_of(first)),
                                                in_quotes(bins.label_of(last)), last - first + 1,
                                                most_made),
                            .remedy = "take larger bins, or leave records out by `where`"});
    }
    const std::size_t cells = rows.front().cells.size();
    std::vector<MadeRow> all;
    for (MadeRow& row : rows) {
        for (std::int64_t bin = all.empty() ? row.bin : all.back().bin + 1; bin < row.bin; ++bin) {
            all.push_back(row_of_none(records.aggregation->of));
            all.back().bin = bin;
        }
        all.push_back(std::move(row));
    }
    for (MadeRow& row : all) {
        row.cells.assign(cells, bins.label_of(row.bin));
    }
    return all;
}

std::string label_of_pair(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? "" : fmt::format("{} ({})", first, second);
}

std::vector<MadeRow> with_all_pairs(std::vector<MadeRow> rows, const RecordsSpec& records) {
    std::array<std::vector<std::string>, 2> entries; // each once, in order
    std::map<std::pair<std::string, std::string>, MadeRow> by_pair;
    for (MadeRow& row : rows) {
        std::pair pair{one_line(row.cells.at(0)), one_line(row.cells.at(1))};
        for (const auto& [list, entry] :
             {std::pair{&entries.at(0), &pair.first}, std::pair{&entries.at(1), &pair.second}}) {
            if (std::ranges::find(*list, *entry) == list->end()) {
                list->push_back(*entry);
            }
        }
        by_pair.emplace(std::move(pair), std::move(row));
    }
    const std::size_t pairs = entries.at(0).size() * entries.at(1).size();
    if (pairs > static_cast<std::size_t>(most_made)) {
        throw Error(Problem{.where = records.by_where,
                            .what = fmt::format("{} and {} make {} pairs, and {} are drawn at most",
                                                in_quotes(records.by.at(0)),
                                                in_quotes(records.by.at(1)), pairs, most_made),
                            .remedy = "name columns of fewer entries, or pick some by `where`"});
    }
    std::vector<MadeRow> all;
    for (const std::string& first : entries.at(0)) {
        for (const std::string& second : entries.at(1)) {
            const auto found = by_pair.find({first, second});
            MadeRow row = found == by_pair.end() ? row_of_none(records.aggregation->of)
                                                 : std::move(found->second);
            if (found != by_pair.end() || row.value) {
                row.cells = {label_of_pair(first, second)};
                all.push_back(std::move(row));
            }
        }
    }
    return all;
}

namespace {

/// How many labels stand alone, of rows in falling order. Those that are level with the last stand
/// alone too, or, where that would be more than twice as many, are all in the rest.
std::size_t count_alone(const std::vector<std::optional<double>>& values, std::size_t top) {
    const auto [first, end] =
        std::equal_range(values.begin(), values.end(), values[top - 1], std::greater{});
    const auto above = static_cast<std::size_t>(first - values.begin());
    const auto with_level = static_cast<std::size_t>(end - values.begin());
    return with_level <= 2 * top ? with_level : above > 0 ? above : top;
}

} // namespace

Rest gather_rest(const RecordsSpec& records, std::vector<MadeRow>& rows,
                 std::vector<Problem>& notices) {
    const auto top = static_cast<std::size_t>(records.top);
    if (top == 0 || rows.size() <= top + 1) {
        return {}; // one alone would have no more room as a rest
    }
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return rows[i].value; });
    std::vector<std::optional<double>> values;
    values.reserve(order.size());
    for (const std::size_t i : order) {
        values.push_back(rows[i].value);
    }
    const std::size_t alone = count_alone(values, top);
    if (rows.size() <= alone + 1) {
        return {};
    }
    std::vector<bool> is_rest(rows.size(), false);
    std::for_each(order.begin() + static_cast<std::ptrdiff_t>(alone), order.end(),
                  [&](std::size_t i) { is_rest[i] = true; });
    std::vector<MadeRow> kept;
    std::optional<MadeRow> rest;
    Sum sum;
    bool has_value = false;
    std::size_t with_some = 0;
    std::vector<int> lines;
    std::vector<std::string> labels;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!is_rest[i]) {
            kept.push_back(std::move(rows[i]));
            continue;
        }
        labels.push_back(rows[i].cells.front());
        if (rows[i].line > 0) {
            lines.push_back(rows[i].line);
        }
        has_value = has_value || rows[i].value;
        with_some += rows[i].value.value_or(0) != 0 ? 1 : 0;
        sum.add(rows[i].value.value_or(0));
        if (!rest) {
            rest = std::move(rows[i]);
        }
    }
    const std::string name = fmt::format("{} ({})", records.rest, labels.size());
    std::ranges::fill(rest->cells, name);
    rest->line = lines.empty() ? 0 : lines.front();
    rest->value = has_value ? std::optional(sum.value()) : std::nullopt;
    notices.push_back(
        {.where = records.top_where,
         .what = fmt::format("{} stands for {}", in_quotes(name), first_few_in_quotes(labels)),
         .remedy = ""});
    kept.push_back(std::move(*rest));
    rows = std::move(kept);
    return {labels.size(), with_some, std::move(lines)};
}

} // namespace cairn::input
