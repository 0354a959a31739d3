#include "render/input/spreadsheet/ods.h"

#include "base/ascii.h"
#include "base/error.h"
#include "base/number.h"
#include "render/input/spreadsheet/number_format.h"
#include "render/input/spreadsheet/xml.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <set>
#include <utility>

namespace cairn::input {

namespace {

/// Elements in a table, or beside it, that hold text or tables which are no part of its cells.
constexpr std::array<std::string_view, 6> no_cells{"annotation",   "shapes",          "frame",
                                                   "custom-shape", "tracked-changes", "dde-links"};

/// A cell as its element has it.
struct OdsCell {
    std::string type{};  ///< float, percentage, currency, date, time, boolean, string; or empty
    std::string value{}; ///< of these but strings
    std::string text{};  ///< that is shown
    int repeated = 1;
    int columns_spanned = 1;
    int rows_spanned = 1;
};

std::string shown(OdsCell& cell) {
    if (cell.type == "date") {
        // 2023-04-01, or 2023-04-01T12:30:00
        const std::size_t time = cell.value.find('T');
        const std::string date = cell.value.substr(0, time);
        const bool year_alone = cell.text.size() == 4 && std::ranges::all_of(cell.text, is_digit);
        const bool midnight = time == std::string::npos || cell.value.substr(time) == "T00:00:00";
        return year_alone ? cell.text
               : midnight ? date
                          : date + " " + cell.value.substr(time + 1, 5);
    }
    if (cell.type == "boolean") {
        return cell.value == "true" ? "TRUE" : "FALSE";
    }
    const bool is_percentage = cell.type == "percentage";
    if (is_percentage || cell.type == "float" || cell.type == "currency") {
        if (const auto number = to_number<double>(cell.value)) {
            return shown_value(*number, is_percentage, cell.text);
        }
    }
    return std::move(cell.text);
}

/// Reads content.xml.
class ContentReader {
  public:
    explicit ContentReader(CellBudget& budget) : m_budget(budget) {}

    void begin(std::string_view element, const XmlAttributes& attributes) {
        if (m_passed_over > 0 || std::ranges::count(no_cells, element) > 0) {
            ++m_passed_over;
        } else if (element == "table") {
            m_sheets.push_back(
                {.name = std::string(attributes.get("table:name")),
                 .hidden = m_hidden_styles.contains(attributes.get("table:style-name"))});
            m_row_number = 0;
            m_column = 1;
        } else if (element == "style") {
            m_style = attributes.get("style:name");
        } else if (element == "table-properties" && attributes.get("table:display") == "false") {
            m_hidden_styles.insert(m_style);
        } else if (!m_sheets.empty()) {
            begin_in_table(element, attributes);
        }
    }

    void end(std::string_view element) {
        if (m_passed_over > 0) {
            --m_passed_over;
        } else if (element == "table-row") {
            end_row();
        } else if (element == "table-cell" || element == "covered-table-cell") {
            end_cell();
        } else if (element == "p") {
            m_in_paragraph = false;
        }
    }

    void text(std::string_view text) {
        if (m_in_paragraph && m_passed_over == 0) {
            m_cell.text += text;
        }
    }

    std::vector<Sheet> take() { return std::move(m_sheets); }

  private:
    static int repeats(const XmlAttributes& attributes, std::string_view name, int most) {
        return attributes.whole(name, most).value_or(1);
    }

    static bool is_hidden(const XmlAttributes& attributes) {
        const std::string_view visibility = attributes.get("table:visibility");
        return visibility == "collapse" || visibility == "filter";
    }

    void begin_in_table(std::string_view element, const XmlAttributes& attributes) {
        if (element == "table-column") {
            const int count =
                repeats(attributes, "table:number-columns-repeated", most_sheet_columns);
            const int last = std::min(m_column + count - 1, most_sheet_columns);
            if (is_hidden(attributes) && m_column <= last) {
                m_sheets.back().hidden_columns.push_back({{m_column, 1}, {last, most_sheet_rows}});
            }
            m_column = last + 1;
        } else if (element == "table-row") {
            m_row = SheetRow{.number = m_row_number + 1, .hidden = is_hidden(attributes)};
            m_row_repeated = repeats(attributes, "table:number-rows-repeated", most_sheet_rows);
            m_cell_column = 1;
        } else if (element == "table-cell" || element == "covered-table-cell") {
            begin_cell(attributes);
        } else if (element == "p") {
            m_cell.text += m_cell.text.empty() ? "" : "\n";
            m_in_paragraph = true;
        } else if (element == "s" || element == "tab" || element == "line-break") {
            constexpr int most_spaces = 1000;
            m_cell.text.append(static_cast<std::size_t>(repeats(attributes, "text:c", most_spaces)),
                               element == "line-break" ? '\n' : ' ');
        }
    }

    void begin_cell(const XmlAttributes& attributes) {
        m_cell = OdsCell{.type = std::string(attributes.get("office:value-type"))};
        for (const char* name :
             {"office:value", "office:date-value", "office:boolean-value", "office:time-value"}) {
            m_cell.value += attributes.get(name);
        }
        m_cell.repeated = repeats(attributes, "table:number-columns-repeated", most_sheet_columns);
        m_cell.columns_spanned =
            repeats(attributes, "table:number-columns-spanned", most_sheet_columns);
        m_cell.rows_spanned = repeats(attributes, "table:number-rows-spanned", most_sheet_rows);
    }

    void end_cell() {
        if (m_cell.columns_spanned > 1 || m_cell.rows_spanned > 1) {
            m_sheets.back().merges.push_back({{m_cell_column, m_row.number},
                                              {m_cell_column + m_cell.columns_spanned - 1,
                                               m_row.number + m_cell.rows_spanned - 1}});
        }
        const std::string text = shown(m_cell);
        for (int i = 0; i < m_cell.repeated && !text.empty(); ++i) {
            put_cell(m_row, m_cell_column + i, text, m_budget);
        }
        m_cell_column = std::min(m_cell_column + m_cell.repeated, most_sheet_columns + 1);
    }

    void end_row() {
        if (!m_row.cells.empty()) {
            for (int i = 1; i < m_row_repeated; ++i) {
                std::size_t bytes = 0;
                for (const std::string& cell : m_row.cells) {
                    bytes += cell.size();
                }
                m_budget.spend(m_row.cells.size(), bytes);
                m_sheets.back().rows.push_back(m_row);
                ++m_row.number;
            }
            m_sheets.back().rows.push_back(std::move(m_row));
        }
        m_row = SheetRow{};
        m_row_number = std::min(m_row_number + m_row_repeated, most_sheet_rows);
    }

    CellBudget& m_budget;
    std::vector<Sheet> m_sheets;
    std::set<std::string, std::less<>> m_hidden_styles;
    std::string m_style;
    SheetRow m_row;
    OdsCell m_cell;
    int m_row_number = 0; ///< of the row before
    int m_row_repeated = 1;
    int m_column = 1;
    int m_cell_column = 1;
    int m_passed_over = 0; ///< how deep in elements that are no part of the cells
    bool m_in_paragraph = false;
};

} // namespace

std::string shown_value(double value, bool is_percentage, std::string_view shown) {
    std::string digits;
    for (const char c : shown) {
        digits += is_digit(c) || c == '.' || c == '-' ? std::string(1, c) : "";
    }
    const std::size_t point = digits.find('.');
    const int decimals =
        point == std::string::npos ? 0 : static_cast<int>(digits.size() - point - 1);
    const double in_text = value * (is_percentage ? 100 : 1);
    const auto number = to_number<double>(digits);
    const double step = std::pow(10.0, -decimals);
    if (number && std::abs(*number - in_text) <= 0.500001 * step) {
        return std::string(shown);
    }
    const bool says_something =
        std::ranges::any_of(shown, [](char c) { return is_letter(c) || c == '*'; });
    if (!number && says_something) {
        return std::string(shown);
    }
    return general_number(in_text) + (is_percentage ? "%" : "");
}

std::vector<Sheet> read_ods(Archive& archive) {
    constexpr std::string_view manifest = "META-INF/manifest.xml";
    if (archive.has(manifest) &&
        archive.read(manifest).find("encryption-data") != std::string::npos) {
        throw Error(Problem{.where = {.file = archive.shown()},
                            .what = "is protected by a password",
                            .remedy = "save a copy without the password"});
    }
    CellBudget budget(archive.shown());
    ContentReader reader(budget);
    read_xml(archive.read("content.xml"), archive.shown(),
             {.begin = [&](std::string_view element,
                           const XmlAttributes& attributes) { reader.begin(element, attributes); },
              .end = [&](std::string_view element) { reader.end(element); },
              .text = [&](std::string_view text) { reader.text(text); }});
    return reader.take();
}

} // namespace cairn::input
