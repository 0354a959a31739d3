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

/// How many labels stand alone, of rows in falling order. Those that are level with the last stand
/// alone too, or, where that would be more than twice as many, are all in the rest.
std::size_t count_alone(const std::vector<std::optional<double>>& values, std::size_t top) {
    const auto [first, end] =
        std::equal_range(values.begin(), values.end(), values[top - 1], std::greater{});
    const auto above = static_cast<std::size_t>(first - values.begin());
    const auto with_level = static_cast<std::size_t>(end - values.begin());
    return with_level <= 2 * top ? with_level : above > 0 ? above : top;
}

/// Which rows are put together: those of lower values than the highest, as many as `top`.
std::vector<bool> rest_of(const std::vector<MadeRow>& rows, std::size_t top) {
    std::vector<bool> is_rest(rows.size(), false);
    if (top == 0 || rows.size() <= top) {
        return is_rest;
    }
    std::vector<std::size_t> order(rows.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return rows[i].value; });
    std::vector<std::optional<double>> values;
    values.reserve(order.size());
    for (const std::size_t i : order) {
        values.push_back(rows[i].value);
    }
    for (std::size_t i = count_alone(values, top); i < order.size(); ++i) {
        is_rest[order[i]] = true;
    }
    return is_rest;
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
                row.cells = {label_of_pair(first, second), first, second};
                all.push_back(std::move(row));
            }
        }
    }
    return all;
}

Rest gather_rest(const RecordsSpec& records, std::vector<MadeRow>& rows,
                 std::vector<Problem>& notices) {
    const std::vector<bool> is_rest = rest_of(rows, static_cast<std::size_t>(records.top));
    const auto labels = static_cast<std::size_t>(std::ranges::count(is_rest, true));
    if (labels < 2) { // one alone would have no more room as a rest
        return {};
    }
    Rest rest{.labels = labels};
    MadeRow made;
    Sum sum;
    std::vector<MadeRow> kept;
    std::vector<std::string> names;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        MadeRow& row = rows[i];
        if (!is_rest[i]) {
            kept.push_back(std::move(row));
            continue;
        }
        names.push_back(row.cells.front());
        if (row.line > 0) {
            rest.lines.push_back(row.line);
        }
        rest.with_some += row.value.value_or(0) != 0 ? 1 : 0;
        if (row.value) {
            sum.add(*row.value);
            made.value = sum.value();
        }
        if (made.cells.empty()) {
            made.cells.resize(row.cells.size());
            made.mark = row.mark;
        }
    }
    const std::string name = fmt::format("{} ({})", records.rest, labels);
    std::ranges::fill(made.cells, name);
    made.line = rest.lines.empty() ? 0 : rest.lines.front();
    notices.push_back(
        {.where = records.top_where,
         .what = fmt::format("{} stands for {}", in_quotes(name), first_few_in_quotes(names)),
         .remedy = ""});
    kept.push_back(std::move(made));
    rows = std::move(kept);
    return rest;
}

} // namespace cairn::input
