#include "render/run/ledger_text.h"

#include "base/csv_cell.h"
#include "base/encoding.h"
#include "base/utf8.h"
#include "render/output/number.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <map>
#include <tuple>
#include <utility>
#include <vector>

namespace cairn {

namespace {

using input::Ledger;
using input::LedgerRow;

/// `2 rows above the table are taken for titles (line 1)`
std::string in_words(const Problem& notice, const std::string& table) {
    std::string text = visible(notice.what);
    if (!notice.where.field.empty()) {
        text = fmt::format("{}: {}", visible(notice.where.field), text);
    }
    if (notice.where.line > 0) {
        text += notice.where.file == table
                    ? fmt::format(" (line {})", notice.where.line)
                    : fmt::format(" ({}:{})", visible(notice.where.file), notice.where.line);
    }
    return notice.remedy.empty() ? text : fmt::format("{}; {}", text, visible(notice.remedy));
}

/// At most so many characters of a text.
std::string shortened(std::string_view text, std::size_t most) {
    return count_characters(text) <= most ? std::string(text)
                                          : std::string(beginning(text, most - 1)) + "…";
}

using Cells = std::array<std::string, 7>;

Cells cells_of(const LedgerRow& row) {
    constexpr std::size_t longest = 48;
    const std::string what =
        row.code.empty() ? row.name : fmt::format("{} ({})", row.name, row.code);
    return {fmt::format("{}", row.line),
            shortened(visible(row.text), longest),
            std::string(in_words(row.fate)),
            visible(what),
            std::string(in_words(row.how)),
            output::number_cell(row.value),
            visible(row.why)};
}

/// `46 rows: 32 drawn, 12 left out, 1 heading, 1 total`
std::string counts_in_words(const Ledger& ledger) {
    std::map<input::Fate, std::size_t> counts;
    for (const LedgerRow& row : ledger.rows) {
        ++counts[row.fate];
    }
    std::vector<std::string> parts;
    parts.reserve(counts.size());
    for (const auto& [fate, count] : counts) {
        parts.push_back(fmt::format("{} {}", count, in_words(fate)));
    }
    return fmt::format("{} {}: {}", ledger.rows.size(), ledger.rows.size() == 1 ? "row" : "rows",
                       fmt::join(parts, ", "));
}

nlohmann::ordered_json json_of(const LedgerRow& row) {
    nlohmann::ordered_json entry{{"line", row.line},         {"fate", in_words(row.fate)},
                                 {"name", row.name},         {"code", row.code},
                                 {"how", in_words(row.how)}, {"value", nullptr},
                                 {"why", row.why},           {"row", row.text}};
    if (row.value) {
        entry["value"] = *row.value;
    }
    return entry;
}

} // namespace

std::string ledger_to_table(const FigureLedger& figure) {
    const Ledger& ledger = figure.ledger;
    std::vector<Cells> lines{{"line", "row", "taken for", "what", "how", "value", "why"}};
    std::ranges::transform(ledger.rows, std::back_inserter(lines), cells_of);
    std::array<std::size_t, std::tuple_size_v<Cells>> widths{};
    for (const Cells& cells : lines) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            widths[i] = std::max(widths[i], count_characters(cells[i]));
        }
    }
    std::string text = fmt::format("{}: {}\n", figure.figure, visible(ledger.file));
    for (const Problem& notice : ledger.notices) {
        text += fmt::format("  {}\n", in_words(notice, ledger.file));
    }
    for (const Cells& cells : lines) {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string space(widths[i] - count_characters(cells[i]), ' ');
            const bool is_number = i == 0 || i == 5;
            line += is_number ? space + cells[i] : cells[i] + space;
            line += "  ";
        }
        line.erase(line.find_last_not_of(' ') + 1);
        text += line + "\n";
    }
    return text + counts_in_words(ledger) + "\n";
}

std::string ledgers_to_csv(std::span<const FigureLedger> ledgers) {
    std::string csv = "figure,file,line,fate,name,code,how,value,why,row\r\n";
    const auto add = [&](const std::array<std::string, 10>& cells) {
        for (std::size_t i = 0; i < cells.size(); ++i) {
            csv += (i > 0 ? "," : "") + csv_cell(cells[i]);
        }
        csv += "\r\n";
    };
    for (const auto& [figure, ledger] : ledgers) {
        for (const Problem& notice : ledger.notices) {
            const int line = notice.where.line;
            add({figure, notice.where.file, line > 0 ? fmt::format("{}", line) : "", "notice", "",
                 "", "", "", notice.what, ""});
        }
        for (const LedgerRow& row : ledger.rows) {
            add({figure, ledger.file, fmt::format("{}", row.line), std::string(in_words(row.fate)),
                 row.name, row.code, std::string(in_words(row.how)), output::number_cell(row.value),
                 row.why, row.text});
        }
    }
    return csv;
}

std::string ledgers_to_json(std::span<const FigureLedger> ledgers) {
    auto all = nlohmann::ordered_json::array();
    for (const auto& [figure, ledger] : ledgers) {
        auto notices = nlohmann::ordered_json::array();
        for (const Problem& notice : ledger.notices) {
            notices.push_back({{"file", notice.where.file},
                               {"line", notice.where.line},
                               {"what", notice.what},
                               {"remedy", notice.remedy}});
        }
        auto rows = nlohmann::ordered_json::array();
        std::ranges::transform(ledger.rows, std::back_inserter(rows), json_of);
        all.push_back({{"figure", figure},
                       {"file", ledger.file},
                       {"notices", std::move(notices)},
                       {"rows", std::move(rows)}});
    }
    return all.dump(2) + "\n";
}

} // namespace cairn
