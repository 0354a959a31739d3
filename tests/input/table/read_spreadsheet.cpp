#include "render/input/table/read_spreadsheet.h"

#include "base/encoding.h"
#include "base/utf8.h"
#include "tests/input/table/support_archive.h"
#include "tests/support.h"

#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace cairn;
using namespace std::string_view_literals;
using input::Grid;
using input::TableFormat;

BOOST_AUTO_TEST_SUITE(read_spreadsheet)

namespace {

/// "1: a|b\n3: c|=c\n": the second is merged with the first.
std::string rows_of(const Grid& grid) {
    std::string text;
    for (const input::GridRow& row : grid.rows) {
        text += std::to_string(row.line) + ":";
        for (const input::Cell& cell : row.cells) {
            text += (&cell == row.cells.data() ? " " : "|") +
                    std::string(cell.in_merge ? "=" : "") + cell.text;
        }
        text += "\n";
    }
    return text;
}

std::string told_of(const Grid& grid) {
    std::string text;
    for (const Problem& problem : grid.warnings) {
        text += to_string(problem, Severity::warning) + "\n";
    }
    return text;
}

std::string published(std::string_view name) {
    return test::read_bytes(test::source_folder() / "tests/input/published" / name);
}

/// A workbook of one sheet, whose part has these children of `worksheet`.
std::string workbook(std::string_view children) {
    return test::archive_of(
        {{"_rels/.rels", "<Relationships><Relationship Id='a' Type='http://x/officeDocument' "
                         "Target='xl/workbook.xml'/></Relationships>"},
         {"xl/workbook.xml", "<workbook><workbookPr date1904='1'/><sheets><sheet name='S' "
                             "sheetId='1' r:id='b'/></sheets></workbook>"},
         {"xl/_rels/workbook.xml.rels",
          "<Relationships><Relationship Id='b' Type='http://x/worksheet' Target='/xl/s.xml'/>"
          "<Relationship Id='c' Type='http://x/sharedStrings' Target='t.xml'/>"
          "<Relationship Id='d' Type='http://x/styles' Target='f.xml'/></Relationships>"},
         {"xl/t.xml",
          "<sst><si><t>Fife_x000D_\n</t></si><si><r><t>East </t></r><r><t>Lothian</t></r>"
          "<rPh><t>no</t></rPh></si></sst>"},
         {"xl/f.xml",
          "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='0.0\"r\"'/></numFmts>"
          "<cellStyleXfs><xf numFmtId='9'/></cellStyleXfs>"
          "<cellXfs><xf numFmtId='0'/><xf numFmtId='164'/><xf numFmtId='14'/></cellXfs>"
          "</styleSheet>"},
         {"xl/s.xml", "<x:worksheet xmlns:x='y'>" + std::string(children) + "</x:worksheet>"}});
}

/// A sheet of OpenDocument with these children of `table:table`.
std::string document(std::string_view children) {
    return test::archive_of(
        {{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
         {"content.xml", "<office:document-content><office:body><office:spreadsheet>"
                         "<table:table table:name='S'>" +
                             std::string(children) +
                             "</table:table></office:spreadsheet></office:body>"
                             "</office:document-content>"}});
}

std::vector<Grid> read(std::string bytes, const TableFormat& format = {}) {
    return input::read_spreadsheet(std::move(bytes), "t.xlsx", format);
}

std::string rows_in(std::string bytes) {
    return rows_of(read(std::move(bytes)).at(0));
}

std::string row_of(const std::string& cells) {
    return "<table:table-row>" + cells + "</table:table-row>";
}

} // namespace

BOOST_AUTO_TEST_CASE(openpyxl_and_libreoffice_are_read_alike) {
    constexpr std::string_view title = "Table 3: Grants by council, 2022/23 and 2023/24 [note 1]";
    std::string expected = "1: " + std::string(title);
    for (int i = 0; i < 5; ++i) {
        expected += "|=" + std::string(title);
    }
    expected += "\n3: |2022/23|=2022/23|2023/24|=2023/24\n"
                "4: Council|Number|Rate|Number|Average award|As at\n"
                "5: Aberdeen City|1,628|60.5%|1,700|£840.50|2024-03-31\n"
                "6: Argyll & Bute|470|56.5%|n/a|£1,234.00|2024-04-01\n"
                "7: Edinburgh, City of|7,114|45.6%|-12|0|2024-04-01 12:30\n"
                "8: Fife|1,228|7.0%|2,456|£12.30||0.25\n"
                "9: Highland|2||#N/A|£100.00||TRUE\n";
    for (const char* name :
         {"grants-openpyxl.xlsx", "grants-libreoffice.xlsx", "grants-libreoffice.ods"}) {
        BOOST_TEST_CONTEXT(name) {
            const std::vector<Grid> grids = read(published(name));
            BOOST_TEST_REQUIRE(grids.size() == 2U);
            BOOST_TEST(grids[0].file == "t.xlsx [Table 3]");
            BOOST_TEST(rows_of(grids[0]) == expected);
            BOOST_TEST(told_of(grids[0]) ==
                       "t.xlsx [Table 3]: warning: 1 row and 1 column are hidden, and read like "
                       "all others\n"
                       "  show them in the spreadsheet to see what they hold; delete what is not "
                       "to be read\n");
            BOOST_TEST(grids[1].file == "t.xlsx [Notes]");
            BOOST_TEST(rows_of(grids[1]) == "1: Note 1|Made up.\n");
            BOOST_TEST(told_of(grids[1]) == "");
        }
    }
}

BOOST_AUTO_TEST_CASE(one_sheet_of_several) {
    const Location where{.file = "f.yaml", .line = 3, .column = 9};
    for (const char* name : {"grants-openpyxl.xlsx", "grants-libreoffice.ods"}) {
        const auto sheet = [&](const char* wanted) {
            return read(published(name), {.sheet = wanted, .sheet_where = where});
        };
        BOOST_TEST(sheet("Notes").size() == 1U);
        BOOST_TEST(sheet("Notes")[0].file == "t.xlsx [Notes]");
        BOOST_TEST(sheet("2")[0].file == "t.xlsx [Notes]");
        BOOST_TEST(told_of(sheet("Workings")[0]) ==
                   "f.yaml:3:9: warning: the sheet \"Workings\" is hidden\n"
                   "  check that it is the one you mean\n");
        for (const char* none : {"3", "0", "-1", "2x"}) {
            BOOST_TEST(test::error_text([&] { sheet(none); }) ==
                       "f.yaml:3:9: error: t.xlsx has no sheet \"" + std::string(none) +
                           "\"\n  its sheets are \"Table 3\", \"Notes\" and \"Workings\"\n");
        }
        BOOST_TEST(test::error_text([&] { sheet("Note"); }) ==
                   "f.yaml:3:9: error: t.xlsx has no sheet \"Note\"\n"
                   "  did you mean \"Notes\"?\n");
    }
}

BOOST_AUTO_TEST_CASE(a_range_cuts) {
    const std::vector<Grid> grids =
        read(published("grants-openpyxl.xlsx"),
             {.sheet = "Table 3", .range = input::CellRange{{2, 3}, {4, 5}}});
    BOOST_TEST(rows_of(grids.at(0)) == "3: 2022/23|=2022/23|2023/24\n4: Number|Rate|Number\n"
                                       "5: 1,628|60.5%|1,700\n");
    BOOST_TEST(told_of(grids[0]) == ""); // what is hidden lies beyond
}

BOOST_AUTO_TEST_CASE(every_type_of_cell_in_a_workbook) {
    BOOST_TEST(
        rows_in(workbook(
            "<x:sheetData><x:row><x:c t='s'><x:v>0</x:v></x:c><x:c t='s'><x:v>1</x:v></x:c>"
            "<x:c t='inlineStr'><x:is><x:t> Angus </x:t></x:is></x:c></x:row>"
            "<x:row r='5'><x:c r='B5' s='1'><x:v>7.04</x:v></x:c><x:c s='2'><x:v>0</x:v></x:c>"
            "<x:c t='str'><x:f>A1</x:f><x:v>a\nb</x:v></x:c><x:c t='e'><x:v>#N/A</x:v></x:c>"
            "<x:c t='b'><x:v>0</x:v></x:c><x:c s='9'><x:v>1628</x:v></x:c></x:row>"
            "<x:row><x:c s='1'/></x:row><x:row><x:c><x:v>x</x:v></x:c></x:row>"
            "</x:sheetData>")) == "1: Fife|East Lothian|Angus\n"
                                  "5: |7.0r|1904-01-01|a\nb|#N/A|FALSE|1628\n7: x\n");
    // A string that is not there.
    BOOST_TEST(rows_in(workbook("<x:sheetData><x:row><x:c t='s'><x:v>2</x:v></x:c><x:c><x:v>1</x:v>"
                                "</x:c></x:row></x:sheetData>")) == "1: |1\n");
}

BOOST_AUTO_TEST_CASE(every_type_of_cell_in_a_document) {
    BOOST_TEST(
        rows_in(document(
            row_of("<table:table-cell office:value-type='string'><text:p>East<text:s "
                   "text:c='2'/>Lothian</text:p><text:p>2</text:p><office:annotation><text:p>no"
                   "</text:p></office:annotation></table:table-cell>"
                   "<table:table-cell office:value-type='percentage' office:value='0.632'>"
                   "<text:p>63,2 %</text:p></table:table-cell>"
                   "<table:table-cell office:value-type='boolean' office:boolean-value='true'>"
                   "<text:p>WAHR</text:p></table:table-cell>") +
            "<table:table-row table:number-rows-repeated='2'><table:table-cell "
            "table:number-columns-repeated='2' office:value-type='float' office:value='5'>"
            "<text:p>5</text:p></table:table-cell></table:table-row>"
            "<table:table-row table:number-rows-repeated='1048000'><table:table-cell "
            "table:number-columns-repeated='16384'/></table:table-row>")) ==
        "1: East  Lothian\n2|63.2%|TRUE\n2: 5|5\n3: 5|5\n");
}

BOOST_AUTO_TEST_CASE(hidden_columns) {
    const std::string cell = "<table:table-cell><text:p>x</text:p></table:table-cell>";
    const auto told = [&](const std::string& columns) {
        return told_of(read(document(columns + row_of(cell + cell + cell))).at(0));
    };
    const std::string hidden = "<table:table-column table:visibility='collapse' ";
    const std::string_view rest =
        " hidden, and read like all others\n"
        "  show them in the spreadsheet to see what they hold; delete what is not to be read\n";
    BOOST_TEST(told("<table:table-column table:number-columns-repeated='16384'/>") == "");
    BOOST_TEST(told("<table:table-column/>" + hidden + "/>") ==
               "t.xlsx: warning: 1 column is" + std::string(rest));
    // They may be said twice, and beyond any sheet.
    BOOST_TEST(told("<table:table-column/>" + hidden + "table:number-columns-repeated='16384'/>" +
                    hidden + "table:number-columns-repeated='16384'/>") ==
               "t.xlsx: warning: 2 columns are" + std::string(rest));
}

BOOST_AUTO_TEST_CASE(merged_cells) {
    // Of several rows the first alone has the text; what lies under it is not seen.
    BOOST_TEST(rows_in(workbook(
                   "<x:sheetData><x:row r='1'><x:c r='A1'><x:v>1</x:v></x:c><x:c r='C1'><x:v>2"
                   "</x:v></x:c></x:row><x:row r='2'><x:c r='A2'><x:v>3</x:v></x:c>"
                   "<x:c r='B2'><x:v>4</x:v></x:c><x:c r='C2'><x:v>5</x:v></x:c></x:row>"
                   "</x:sheetData><x:mergeCells><x:mergeCell ref='A1:B2'/></x:mergeCells>")) ==
               "1: 1|=1|2\n2: ||5\n");
    BOOST_TEST(rows_in(document(row_of(
                   "<table:table-cell office:value-type='string' "
                   "table:number-columns-spanned='2'><text:p>2023</text:p></table:table-cell>"
                   "<table:covered-table-cell/><table:table-cell><text:p>x</text:p>"
                   "</table:table-cell>"))) == "1: 2023|=2023|x\n");
}

namespace {

struct BadInput {
    std::string bytes;
    std::string_view message;
};

constexpr std::string_view damaged =
    "t.xlsx: error: is a damaged spreadsheet\n"
    "  open it in a spreadsheet program, and save it as .xlsx again\n";
constexpr std::string_view old = "t.xlsx: error: is a spreadsheet in the old form (.xls)\n"
                                 "  open it in a spreadsheet program, and save it as .xlsx\n";
constexpr std::string_view too_many =
    "t.xlsx: error: has more than 10,000,000 cells, or 256 MB of text\n"
    "  save the sheet that you need as a file of its own\n";

} // namespace

BOOST_AUTO_TEST_CASE(what_cannot_be_read) {
    const std::string cells(published("grants-libreoffice.ods"));
    const BadInput bad_inputs[] = {
        {"PK\x03\x04", damaged},
        {cells.substr(0, cells.size() / 2), damaged},
        {std::string("\xD0\xCF\x11\xE0 and so on"), old},
        {std::string("\xD0\xCF\x11\xE0 E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"sv),
         "t.xlsx: error: is protected by a password\n  save a copy without the password\n"},
        {test::archive_of({{"mimetype", "application/vnd.oasis.opendocument.spreadsheet"},
                           {"META-INF/manifest.xml", "<a><manifest:encryption-data/></a>"},
                           {"content.xml", "?"}}),
         "t.xlsx: error: is protected by a password\n  save a copy without the password\n"},
        {test::archive_of(
             {{"mimetype", "application/vnd.oasis.opendocument.text"}, {"content.xml", "<a/>"}}),
         "t.xlsx: error: is an OpenDocument file, but no spreadsheet\n"
         "  give the path of a table\n"},
        {test::archive_of({{"xl/workbook.bin", "?"}}),
         "t.xlsx: error: is a binary workbook (.xlsb)\n"
         "  open it in a spreadsheet program, and save it as .xlsx\n"},
        {test::archive_of({{"a.csv", "a,b"}}),
         "t.xlsx: error: is an archive, but no spreadsheet that is known\n"
         "  give the path of a table: .csv, .xlsx or .ods\n"},
        {workbook("<x:row><x:c t='str'><x:v>a&#x9B;</x:v></x:c></x:row>"),
         "t.xlsx:1: error: holds the control character U+009B, which is no text\n"
         "  take it out\n"},
        // Cells without end.
        {document("<table:table-row table:number-rows-repeated='1048576'><table:table-cell "
                  "table:number-columns-repeated='16384'><text:p>x</text:p></table:table-cell>"
                  "</table:table-row>"),
         too_many},
        {workbook("<x:row r='1'><x:c r='A1'><x:v>1</x:v></x:c></x:row><x:row r='2'><x:c "
                  "r='XFD2'><x:v>1</x:v></x:c></x:row><x:mergeCells>" +
                  [] {
                      std::string merges;
                      for (int i = 0; i < 1000; ++i) {
                          merges += "<x:mergeCell ref='A1:XFD2'/>";
                      }
                      return merges;
                  }() +
                  "</x:mergeCells>"),
         too_many},
    };
    for (const BadInput& bad : bad_inputs) {
        BOOST_TEST(test::error_text([&] { read(bad.bytes); }) == bad.message);
    }
    BOOST_TEST(test::error_text([] {
                   read(workbook("<x:row>"));
               }).starts_with("t.xlsx: error: is a damaged spreadsheet: "));
}

namespace {

/// Reads bytes that may be damaged: grids of sound text, or an Error that says what to do.
void check_answered(std::string bytes) {
    try {
        for (const Grid& grid : read(std::move(bytes))) {
            for (const input::GridRow& row : grid.rows) {
                for (const input::Cell& cell : row.cells) {
                    BOOST_REQUIRE(!invalid_utf8(cell.text));
                    BOOST_REQUIRE(!find_control_character(cell.text));
                }
            }
        }
    } catch (const Error& error) {
        for (const Problem& problem : error.problems()) {
            BOOST_REQUIRE(!problem.where.file.empty());
            BOOST_REQUIRE(!problem.remedy.empty());
        }
    }
}

} // namespace

BOOST_AUTO_TEST_CASE(any_damage_is_answered) {
    std::mt19937 random(11);
    for (const char* name :
         {"grants-openpyxl.xlsx", "grants-libreoffice.xlsx", "grants-libreoffice.ods"}) {
        const std::string whole = published(name);
        for (int i = 0; i < 300; ++i) {
            std::string bytes = whole;
            for (auto left = 1 + random() % 8; left > 0; --left) {
                bytes[random() % bytes.size()] = static_cast<char>(random());
            }
            bytes.resize(i % 5 == 0 ? random() % bytes.size() : bytes.size());
            check_answered(std::move(bytes));
        }
    }
    check_answered("");
}

// The same of what the archive holds, whose checksum is right.
BOOST_AUTO_TEST_CASE(any_content_is_answered) {
    constexpr std::string_view pieces[] = {"<x:row>",
                                           "</x:row>",
                                           "<x:row r='1048577' hidden='1'>",
                                           "<x:c>",
                                           "</x:c>",
                                           "<x:c r='XFE1'>",
                                           "<x:c t='s'>",
                                           "<x:c t='inlineStr'>",
                                           "<x:c s='99999999999'>",
                                           "<x:v>",
                                           "</x:v>",
                                           "-1",
                                           "1e999",
                                           "&amp;",
                                           "&x;",
                                           "<x:t>",
                                           "</x:t>",
                                           "<x:cols><x:col min='0' max='9' hidden='1'/>",
                                           "</x:cols>",
                                           "<x:mergeCell ref='B1:C1'/>",
                                           "<!-- -->",
                                           "<![CDATA[5]]>",
                                           "\xFF"};
    std::mt19937 random(23);
    for (int i = 0; i < 1500; ++i) {
        std::string children;
        for (auto left = random() % 12; left > 0; --left) {
            children += pieces[random() % std::size(pieces)];
        }
        check_answered(workbook(children));
    }
}

BOOST_AUTO_TEST_SUITE_END()
