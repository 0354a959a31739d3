#include "render/input/spreadsheet/xlsx.h"

#include "base/error.h"
#include "base/number.h"
#include "render/input/spreadsheet/number_format.h"
#include "render/input/spreadsheet/xml.h"

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cairn::input {

namespace {

bool is_true(std::string_view value) {
    return value == "1" || value == "true";
}

/// A part that another one points to.
struct Relationship {
    std::string kind; ///< the end of its type: "worksheet"
    std::string part;
};

/// What a part points to, by identifier. `part` is "xl/workbook.xml", or "" for the whole archive.
std::map<std::string, Relationship> relations_of(Archive& archive, const std::string& part) {
    std::map<std::string, Relationship> relations;
    const std::size_t name = part.rfind('/') + 1; // npos + 1 is 0
    const std::string folder = part.substr(0, name);
    const std::string file = folder + "_rels/" + part.substr(name) + ".rels";
    if (!archive.has(file)) {
        return relations;
    }
    read_xml(archive.read(file), archive.shown(),
             {.begin =
                  [&](std::string_view element, const XmlAttributes& attributes) {
                      if (element != "Relationship") {
                          return;
                      }
                      const std::string_view type = attributes.get("Type");
                      const std::string_view target = attributes.get("Target");
                      relations[std::string(attributes.get("Id"))] = {
                          std::string(type.substr(type.rfind('/') + 1)),
                          target.starts_with('/') ? std::string(target.substr(1))
                                                  : folder + std::string(target)};
                  },
              .end = [](std::string_view) {},
              .text = [](std::string_view) {}});
    return relations;
}

/// The part of a kind that there is one of; empty where there is none.
std::string part_of(const std::map<std::string, Relationship>& relations, std::string_view kind) {
    for (const auto& [id, relation] : relations) {
        if (relation.kind == kind) {
            return relation.part;
        }
    }
    return "";
}

/// Adds up the text of strings, without that which tells how to pronounce them.
class StringReader {
  public:
    void begin(std::string_view element) {
        m_in_text = m_in_text || element == "t";
        m_in_phonetic = m_in_phonetic || element == "rPh";
    }
    void end(std::string_view element) {
        m_in_text = m_in_text && element != "t";
        m_in_phonetic = m_in_phonetic && element != "rPh";
    }
    void text(std::string_view text) {
        if (m_in_text && !m_in_phonetic) {
            m_text += text;
        }
    }
    std::string take() {
        constexpr std::string_view carriage_return = "_x000D_"; // as Excel writes it (18.18.94)
        for (std::size_t at = 0; (at = m_text.find(carriage_return, at)) != std::string::npos;) {
            m_text.erase(at, carriage_return.size());
        }
        return std::exchange(m_text, {});
    }

  private:
    std::string m_text;
    bool m_in_text = false;
    bool m_in_phonetic = false;
};

std::vector<std::string> read_shared_strings(Archive& archive, const std::string& part) {
    std::vector<std::string> strings;
    StringReader reader;
    read_xml(archive.read(part), archive.shown(),
             {.begin = [&](std::string_view element,
                           const XmlAttributes& /*attributes*/) { reader.begin(element); },
              .end =
                  [&](std::string_view element) {
                      reader.end(element);
                      if (element == "si") {
                          strings.push_back(reader.take());
                      }
                  },
              .text = [&](std::string_view text) { reader.text(text); }});
    return strings;
}

/// Excel writes none of more characters.
constexpr std::size_t most_code_bytes = 255;

/// The format codes of the cells' styles, by number.
std::vector<std::string> read_formats(Archive& archive, const std::string& part) {
    std::map<int, std::string> own;
    std::vector<std::string> formats;
    bool in_cell_styles = false;
    read_xml(archive.read(part), archive.shown(),
             {.begin =
                  [&](std::string_view element, const XmlAttributes& attributes) {
                      in_cell_styles = in_cell_styles || element == "cellXfs";
                      const int id = to_number<int>(attributes.get("numFmtId")).value_or(0);
                      if (element == "numFmt") {
                          const std::string_view code = attributes.get("formatCode");
                          own[id] = code.size() > most_code_bytes ? "General" : code;
                      } else if (element == "xf" && in_cell_styles) {
                          const auto found = own.find(id);
                          formats.push_back(found == own.end() ? std::string(built_in_format(id))
                                                               : found->second);
                      }
                  },
              .end =
                  [&](std::string_view element) {
                      in_cell_styles = in_cell_styles && element != "cellXfs";
                  },
              .text = [](std::string_view) {}});
    return formats;
}

/// What cells of all sheets refer to.
struct Workbook {
    std::vector<std::string> strings{};
    std::vector<std::string> formats{};
    DateSystem dates = DateSystem::from_1900;
};

/// Reads the part of one sheet.
class SheetReader {
  public:
    SheetReader(const Workbook& workbook, CellBudget& budget, Sheet& sheet)
        : m_workbook(workbook), m_budget(budget), m_sheet(sheet) {}

    void begin(std::string_view element, const XmlAttributes& attributes) {
        m_string.begin(element);
        if (element == "c") {
            begin_cell(attributes);
        } else if (element == "v") {
            m_in_value = true;
        } else if (element == "row") {
            m_column_after = 1;
            m_row = SheetRow{.number =
                                 attributes.whole("r", most_sheet_rows).value_or(m_row.number + 1),
                             .hidden = is_true(attributes.get("hidden"))};
        } else if (element == "col" && is_true(attributes.get("hidden"))) {
            m_sheet.hidden_columns.push_back(
                {{attributes.whole("min", most_sheet_columns).value_or(1), 1},
                 {attributes.whole("max", most_sheet_columns).value_or(most_sheet_columns),
                  most_sheet_rows}});
        } else if (element == "mergeCell") {
            if (const auto range = parse_cell_range(attributes.get("ref"))) {
                m_sheet.merges.push_back(*range);
            }
        }
    }

    void end(std::string_view element) {
        m_string.end(element);
        if (element == "v") {
            m_in_value = false;
        } else if (element == "c") {
            put_cell(m_row, m_column, shown_value(), m_budget);
        } else if (element == "row" && !m_row.cells.empty()) {
            m_sheet.rows.push_back(std::move(m_row));
            m_row = SheetRow{.number = m_sheet.rows.back().number};
        }
    }

    void text(std::string_view text) {
        m_string.text(text);
        if (m_in_value) {
            m_value += text;
        }
    }

  private:
    void begin_cell(const XmlAttributes& attributes) {
        const auto place = parse_cell_place(attributes.get("r"));
        m_column = place ? place->column : m_column_after;
        m_column_after = m_column + 1;
        m_type = attributes.get("t");
        m_style = to_number<int>(attributes.get("s")).value_or(0);
        m_value.clear();
        m_string.take();
    }

    /// As a person sees it; the types of ECMA-376, 18.18.11.
    std::string shown_value() {
        if (m_type == "inlineStr") {
            return m_string.take();
        }
        if (m_type == "s") {
            const int index = to_number<int>(m_value).value_or(-1);
            const bool is_there =
                index >= 0 && static_cast<std::size_t>(index) < m_workbook.strings.size();
            return is_there ? m_workbook.strings[static_cast<std::size_t>(index)] : "";
        }
        if (m_type == "b") {
            return m_value.empty() ? "" : is_true(m_value) ? "TRUE" : "FALSE";
        }
        if (m_type == "str" || m_type == "e" || m_type == "d") {
            return std::exchange(m_value, {});
        }
        const std::optional<double> number = to_number<double>(m_value);
        if (!number) {
            return std::exchange(m_value, {});
        }
        const bool has_format =
            m_style >= 0 && static_cast<std::size_t>(m_style) < m_workbook.formats.size();
        return has_format
                   ? shown_number(*number, m_workbook.formats[static_cast<std::size_t>(m_style)],
                                  m_workbook.dates)
                   : general_number(*number);
    }

    const Workbook& m_workbook;
    CellBudget& m_budget;
    Sheet& m_sheet;
    SheetRow m_row;
    StringReader m_string;
    std::string m_type;
    std::string m_value;
    int m_style = 0;
    int m_column = 0;
    int m_column_after = 1;
    bool m_in_value = false;
};

void read_sheet(Archive& archive, const std::string& part, const Workbook& workbook,
                CellBudget& budget, Sheet& sheet) {
    SheetReader reader(workbook, budget, sheet);
    read_xml(archive.read(part), archive.shown(),
             {.begin = [&](std::string_view element,
                           const XmlAttributes& attributes) { reader.begin(element, attributes); },
              .end = [&](std::string_view element) { reader.end(element); },
              .text = [&](std::string_view text) { reader.text(text); }});
}

/// A sheet as the workbook lists it.
struct Listed {
    Sheet sheet;
    std::string relation;
};

std::vector<Listed> read_list(Archive& archive, const std::string& part, Workbook& workbook) {
    std::vector<Listed> all;
    read_xml(archive.read(part), archive.shown(),
             {.begin =
                  [&](std::string_view element, const XmlAttributes& attributes) {
                      if (element == "workbookPr" && is_true(attributes.get("date1904"))) {
                          workbook.dates = DateSystem::from_1904;
                      } else if (element == "sheet") {
                          const std::string_view state = attributes.get("state");
                          all.push_back({{.name = std::string(attributes.get("name")),
                                          .hidden = state == "hidden" || state == "veryHidden"},
                                         std::string(attributes.get_ending(":id"))});
                      }
                  },
              .end = [](std::string_view) {},
              .text = [](std::string_view) {}});
    return all;
}

} // namespace

std::vector<Sheet> read_xlsx(Archive& archive) {
    const std::string book = part_of(relations_of(archive, ""), "officeDocument");
    const auto relations = relations_of(archive, book);
    Workbook workbook;
    std::vector<Listed> list = read_list(archive, book, workbook);
    if (const std::string part = part_of(relations, "sharedStrings"); archive.has(part)) {
        workbook.strings = read_shared_strings(archive, part);
    }
    if (const std::string part = part_of(relations, "styles"); archive.has(part)) {
        workbook.formats = read_formats(archive, part);
    }
    CellBudget budget(archive.shown());
    std::vector<Sheet> sheets;
    for (Listed& one : list) {
        const auto relation = relations.find(one.relation);
        if (relation != relations.end() && relation->second.kind == "worksheet") {
            read_sheet(archive, relation->second.part, workbook, budget, one.sheet);
            sheets.push_back(std::move(one.sheet));
        }
    }
    return sheets;
}

} // namespace cairn::input
