#include "render/run/render.h"
#include "tests/support_checkout.h"
#include "tests/working_folder.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <array>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(match)

namespace {

using Json = nlohmann::json;

/// A figure file with its table, and what match() gives of it.
struct Case {
    std::string table{};
    std::string data = "place: Place, value: Stories"; ///< keys of `data`, but its file
    std::string keys{};                                ///< of the figure, each ", key: value"
    std::string kind = "tiles";

    [[nodiscard]] Report run(LedgerForm form) const {
        const test::WorkingFolder folder;
        folder.write("d.csv", table);
        folder.write("g.csv", "name,area\nEH6,City of Edinburgh\nKilmarnock,Fife\n");
        folder.write("f.yaml",
                     fmt::format("figures:\n  - {{id: a, kind: {}, title: T, data: {{file: d.csv, "
                                 "{}}}{}}}\n",
                                 kind, data, keys));
        Request request;
        request.files = {"f.yaml"};
        return cairn::match(request, form, test::checkout());
    }

    [[nodiscard]] Json rows() const { return Json::parse(run(LedgerForm::json).text)[0]["rows"]; }
};

/// "4 drawn: Fife, S12000047, exact name, 12, why"
std::string in_short(const Json& row) {
    std::string text =
        fmt::format("{} {}:", row["line"].get<int>(), row["fate"].get<std::string>());
    for (const char* key : {"name", "code", "how", "value", "why"}) {
        const std::string part = row[key].is_string()   ? row[key].get<std::string>()
                                 : row[key].is_number() ? fmt::format("{}", row[key].get<double>())
                                                        : "";
        text += part.empty() ? "" : fmt::format(" {};", part);
    }
    return text;
}

std::vector<std::string> in_short_all(const Case& one) {
    std::vector<std::string> lines;
    std::ranges::transform(one.rows(), std::back_inserter(lines), in_short);
    return lines;
}

void check(const Case& one, const std::vector<std::string>& expected) {
    BOOST_TEST(in_short_all(one) == expected, boost::test_tools::per_element());
}

} // namespace

BOOST_AUTO_TEST_CASE(each_row_says_what_it_was_taken_for_and_how) {
    check({.table = "Stories by council\n"
                    "\n"
                    "Place,Stories\n"
                    "Fife,12\n"
                    "\"Edinburgh, City of\",7\n"
                    "S12000015,3\n"
                    "http://statistics.gov.scot/id/statistical-geography/S12000041,[c]\n"
                    "Unknown,2\n"
                    "Western Isles,1\n"
                    "Isle of Lewis (Orkney Islands),4\n"
                    "Scotland,[x]\n"
                    "\n"
                    "Source: the project\n",
           .keys = ", unplaced: note, duplicates: sum"},
          {"1 title:", "3 heading:", "4 drawn: Fife; S12000047; exact name; 12;",
           "5 drawn: City of Edinburgh; S12000036; other spelling; 7;",
           "6 added: Fife; S12000047; former code; 3; to the row on line 4;",
           "7 no value: Angus; S12000041; code; suppressed;", "8 no area: 2;",
           "9 drawn: Na h-Eileanan Siar; S12000013; alias; 1;",
           "10 drawn: Orkney Islands; S12000023; other form; 4;",
           "11 total: Scotland; not available;", "13 note:"});
}

BOOST_AUTO_TEST_CASE(rows_with_errors_are_reported_and_the_others_still_told) {
    const Case one{.table = "Place,Stories\n"
                            "Fife,12\n"
                            "Glasgow,many\n"
                            "Kirkcaldy,1\n"
                            "Moray\n"
                            "Fife,13\n"
                            "Unknown,2\n"
                            "Angus,[c]\n"};
    check(one,
          {"1 heading:", "2 drawn: Fife; S12000047; exact name; 12;",
           "3 error: \"many\" is not a number;",
           "4 error: 1; \"Kirkcaldy\" is a place in \"Fife\", and its value is not that of the "
           "area;",
           "5 error: the row has 1 cell, and the heading has 2: \"Moray\";",
           "6 error: Fife; S12000047; exact name; 13; has a row already, on line 2;",
           "7 error: 2; is no area of the map;",
           "8 no value: Angus; S12000041; exact name; suppressed;"});
    BOOST_TEST(one.run(LedgerForm::csv).errors.size() == 3U);
}

BOOST_AUTO_TEST_CASE(rows_that_nothing_could_be_said_of_have_the_error_of_the_table) {
    check({.table = "Place,Stories\nFife,12\nAngus,3\n", .data = "place: Place, value: Number"},
          {"1 heading:", "2 error: not read, since d.csv has no column \"Number\";",
           "3 error: not read, since d.csv has no column \"Number\";"});
}

BOOST_AUTO_TEST_CASE(rows_left_out_and_records_are_told) {
    check({.table = "Council,Phase,Days\nFife,1,2\nAngus,2,3\nfife,1,[x]\nAngus,1,4\nMoray,1,[c]\n",
           .data = "place: Council, sum: Days, where: \"Phase = 1\""},
          {"1 heading:", "2 added: Fife; S12000047; exact name;",
           "3 left out:", "4 no value: Fife; S12000047; other spelling; a record without a value;",
           "5 added: Angus; S12000041; exact name;",
           "6 no value: Moray; S12000020; exact name; a record without a value;"});
    check({.table = "Place,Stories\nFife,1\nUnited Kingdom,60\nScotland,1\n"},
          {"1 heading:", "2 drawn: Fife; S12000047; exact name; 1;",
           "3 left out: United Kingdom; 60; is more than the map;", "4 total: Scotland; 1;"});
    check({.table = "Sector\nA\nA\nB\nC\nD\n",
           .data = "label: Sector, count: rows, top: 1",
           .kind = "bar"},
          {"1 heading:", "2 added: A; label;", "3 added: A; label;", "4 added: Other (3); label;",
           "5 added: Other (3); label;", "6 added: Other (3); label;"});
}

BOOST_AUTO_TEST_CASE(points_are_told_by_where_they_lie) {
    Case one{.table = "Year,E,N\n"
                      "2024,325500,673500\n"
                      "2024,325500,678500\n"
                      "2023,325500,673500\n"
                      "2024,0,0\n"
                      "2024,,\n",
             .data = "easting: E, northing: N, count: rows, where: \"Year = 2024\"",
             .keys = ", unplaced: note"};
    check(one, {"1 heading:", "2 added: City of Edinburgh; S12000036; point;",
                "3 added: City of Edinburgh; S12000036; nearest area;",
                "4 left out:", "5 no area: outside the map;", "6 no area: no coordinates;"});
    one.keys = "";
    check(one, {"1 heading:", "2 added: City of Edinburgh; S12000036; point;",
                "3 added: City of Edinburgh; S12000036; nearest area;",
                "4 left out:", "5 error: outside the map;", "6 error: no coordinates;"});
    BOOST_TEST(one.run(LedgerForm::csv).errors.size() == 1U);
    check({.table = "E,N,Stories\n325500,673500,12\nhere,673500,1\n259000,665500,[c]\n",
           .data = "easting: E, northing: N, value: Stories"},
          {"1 heading:", "2 drawn: City of Edinburgh; S12000036; point; 12;",
           "3 error: \"here\" is no coordinate;",
           "4 no value: Glasgow City; S12000049; point; suppressed;"});
}

BOOST_AUTO_TEST_CASE(towns_and_names_of_the_figure_lead_to_their_areas) {
    const std::string own_names = ", places: {Tarbert: Argyll and Bute}";
    check({.table = "Place,Stories\nKilmarnock,3\nEast Ayrshire,4\nTarbert,2\n",
           .keys = ", duplicates: sum" + own_names},
          {"1 heading:", "2 drawn: East Ayrshire; S12000008; town; 3;",
           "3 added: East Ayrshire; S12000008; exact name; 4; to the row on line 2;",
           "4 drawn: Argyll and Bute; S12000035; own name; 2;"});
    Case records{.table = "Place\nKilmarnock\nTarbert\nKilmarnock\nTarbert\n",
                 .data = "place: Place, count: rows",
                 .keys = own_names};
    check(records, {"1 heading:", "2 added: East Ayrshire; S12000008; town;",
                    "3 added: Argyll and Bute; S12000035; own name;",
                    "4 added: East Ayrshire; S12000008; town;",
                    "5 added: Argyll and Bute; S12000035; own name;"});
    records.keys = "";
    const std::string two_places = "more than one place is called \"Tarbert\": in \"Na h-Eileanan "
                                   "Siar\" or \"Argyll and Bute\";";
    check(records,
          {"1 heading:", "2 added: East Ayrshire; S12000008; town;", "3 error: " + two_places,
           "4 added: East Ayrshire; S12000008; town;", "5 error: " + two_places});
}

BOOST_AUTO_TEST_CASE(a_gazetteer_says_where_it_has_a_place_and_what_it_overrules) {
    const Case one{.table = "Place,Stories\nEH6,3\nKilmarnock,4\n",
                   .keys = ", duplicates: sum, gazetteer: g.csv"};
    check(one, {"1 heading:", "2 drawn: City of Edinburgh; S12000036; gazetteer; 3; g.csv:2;",
                "3 drawn: Fife; S12000047; gazetteer; 4; g.csv:3;"});
    const Json told = Json::parse(one.run(LedgerForm::json).text)[0]["notices"];
    BOOST_TEST_REQUIRE(told.size() == 1U);
    BOOST_TEST(told[0]["what"].get<std::string>() ==
               "\"Kilmarnock\" is in \"Fife\", as g.csv:3 has it, and not in \"East Ayrshire\"");
}

BOOST_AUTO_TEST_CASE(the_row_of_a_group_stands_for_all_its_areas) {
    const std::string ayrshires = "East Ayrshire; North Ayrshire; South Ayrshire; "
                                  "S12000008; S12000021; S12000028; ";
    Case one{.table = "Place,Stories\nAyrshire,10\nEast Ayrshire,2\nFife,1\n",
             .keys = ", duplicates: sum, groups: split"};
    check(one, {"1 heading:", "2 drawn: " + ayrshires + "group, split; 10;",
                "3 added: East Ayrshire; S12000008; exact name; 2; to the row on line 2;",
                "4 drawn: Fife; S12000047; exact name; 1;"});
    one.keys = ", duplicates: sum";
    check(one, {"1 heading:",
                "2 error: 10; \"Ayrshire\" is 3 areas together, \"East Ayrshire\", \"North "
                "Ayrshire\" and \"South Ayrshire\";",
                "3 drawn: East Ayrshire; S12000008; exact name; 2;",
                "4 drawn: Fife; S12000047; exact name; 1;"});
    check({.table = "Place,Share\nAyrshire,63.5\nFife,50\n",
           .data = "place: Place, value: Share",
           .keys = ", groups: each"},
          {"1 heading:", "2 drawn: " + ayrshires + "group, each; 63.5;",
           "3 drawn: Fife; S12000047; exact name; 50;"});
}

BOOST_AUTO_TEST_CASE(decisions_for_the_whole_table_stand_at_the_head) {
    const Case one{.table = "Title\n\nPlace;Stories;Year\nFife;12;2024\nFife;11;2023\n",
                   .data = "place: Place, value: Stories, where: \"Year = 2024\""};
    const Json ledger = Json::parse(one.run(LedgerForm::json).text)[0];
    BOOST_TEST(ledger["figure"] == "a");
    BOOST_TEST(ledger["file"] == "d.csv");
    std::vector<std::string> notices;
    for (const Json& notice : ledger["notices"]) {
        notices.push_back(notice["what"]);
    }
    BOOST_TEST(notices == (std::vector<std::string>{"its columns are parted by semicolons",
                                                    "1 row above the table is taken for titles",
                                                    "`where` takes 1 of 2 rows of d.csv"}),
               boost::test_tools::per_element());
    BOOST_TEST(one.run(LedgerForm::csv).text ==
               "figure,file,line,fate,name,code,how,value,why,row\r\n"
               "a,d.csv,1,notice,,,,,its columns are parted by semicolons,\r\n"
               "a,d.csv,1,notice,,,,,1 row above the table is taken for titles,\r\n"
               "a,f.yaml,2,notice,,,,,`where` takes 1 of 2 rows of d.csv,\r\n"
               "a,d.csv,1,title,,,,,,Title\r\n"
               "a,d.csv,3,heading,,,,,,Place | Stories | Year\r\n"
               "a,d.csv,4,drawn,Fife,S12000047,exact name,12,,Fife | 12 | 2024\r\n"
               "a,d.csv,5,left out,,,,,,Fife | 11 | 2023\r\n");
    BOOST_TEST(one.run(LedgerForm::table).text ==
               "a: d.csv\n"
               "  its columns are parted by semicolons (line 1); where that is wrong, write "
               "delimiter: \",\"\n"
               "  1 row above the table is taken for titles (line 1)\n"
               "  `where` takes 1 of 2 rows of d.csv (f.yaml:2)\n"
               "line  row                     taken for  what              how         value  why\n"
               "   1  Title                   title\n"
               "   3  Place | Stories | Year  heading\n"
               "   4  Fife | 12 | 2024        drawn      Fife (S12000047)  exact name     12\n"
               "   5  Fife | 11 | 2023        left out\n"
               "4 rows: 1 title, 1 heading, 1 left out, 1 drawn\n");
}

namespace {

/// A table with damage of many kinds, and what each of its lines should be taken for.
struct Damaged {
    Case input{};
    std::map<int, std::string> fates{}; ///< by line
};

/// One of a list, by a number; the same with every compiler.
const auto& one_of(const auto& list, std::mt19937& random) {
    return list[random() % std::size(list)];
}

class DamagedTable {
  public:
    explicit DamagedTable(unsigned seed) : m_random(seed) {
        m_counts = chance(4);
        m_notes_unplaced = chance(2);
        m_sums = chance(2);
        m_filters = chance(2);
    }

    Damaged make() {
        titles();
        line("heading", "Place,Year,Stories");
        const std::size_t rows = 4 + m_random() % 40;
        for (std::size_t i = 0; i < rows; ++i) {
            row();
        }
        line("drawn", "Midlothian,2024,5"); // so that there is always a number
        notes();
        std::string data = m_counts ? "place: Place, count: rows" : "place: Place, value: Stories";
        data += m_filters ? ", where: \"Year = 2024\"" : "";
        Damaged made{.input = {.table = m_text, .data = data}, .fates = m_fates};
        made.input.keys = fmt::format("{}{}", m_notes_unplaced ? ", unplaced: note" : "",
                                      m_sums ? ", duplicates: sum" : "");
        return made;
    }

  private:
    bool chance(unsigned one_in) { return m_random() % one_in == 0; }

    void line(const std::string& fate, const std::string& text) {
        m_fates[++m_line] = m_counts && (fate == "drawn" || fate == "no value") ? "added" : fate;
        m_text += text + (chance(3) ? "\r\n" : "\n");
    }

    void empty_lines() {
        for (std::size_t i = m_random() % 3; i > 0; --i) {
            ++m_line;
            m_text += chance(2) ? "\n" : ",,\n";
        }
    }

    void titles() {
        empty_lines();
        for (std::size_t i = m_random() % 4; i > 0; --i) {
            line("title", fmt::format("Table {}: stories of councils", i));
            empty_lines();
        }
    }

    void notes() {
        for (std::size_t i = m_random() % 4; i > 0; --i) {
            line("note", fmt::format("Note {}: all stories", i));
            empty_lines();
        }
    }

    /// A row of one kind or another; damage that is seen before `where` is looked at is told even
    /// in rows that are left out.
    void row() {
        constexpr std::array<std::array<const char*, 4>, 5> places{
            {{"Fife", "fife ", "S12000047", "S12000015"},
             {"\"Edinburgh, City of\"", "Edinburgh", "S12000036", "Dùn Èideann"},
             {"Moray", "MORAY", "Moireibh", "GB-MRY"},
             {"Glasgow", "Glasgow City Council", "S12000046", "S12000049"},
             {"Orkney", "Orkney Islands", "Arcaibh", "S12000023"}}};
        if (chance(6)) {
            empty_lines();
        }
        if (chance(12)) {
            line("error", chance(2) ? "Fife,2024" : "Fife,2024,1,234");
            return;
        }
        const bool kept = !m_filters || chance(2);
        const std::string year = m_filters && !kept ? "2023" : "2024";
        const std::size_t kind = m_random() % 12;
        const auto add = [&](const std::string& fate, const std::string& place,
                             const std::string& cell) {
            line(kept ? fate : "left out", fmt::format("{},{},{}", place, year, cell));
        };
        if (kind == 0) {
            add("error", one_of(std::array{"Atlantis", "Narnia", "S08000015"}, m_random), "3");
        } else if (kind == 1) {
            add(m_notes_unplaced ? "no area" : "error",
                one_of(std::array{"Unknown", "Outwith Scotland"}, m_random), "2");
        } else if (kind == 2 && !m_counts) {
            add("total", one_of(std::array{"Scotland", "Total", "S92000003"}, m_random), "[x]");
        } else {
            place(one_of(places, m_random), kept, add);
        }
    }

    void place(const std::array<const char*, 4>& names, bool kept, const auto& add) {
        const std::string name = one_of(names, m_random);
        const bool is_bad = !m_counts && chance(10);
        if (is_bad) {
            add("error", name, one_of(std::array{"many", "1.2.3", "\"1,23\""}, m_random));
            return;
        }
        const bool missing = chance(5);
        const std::string cell = missing ? one_of(std::array{"[c]", "[z]", "*"}, m_random)
                                         : one_of(std::array{"7", "\"1,234\"", "0"}, m_random);
        const bool is_second = kept && !m_counts && m_seen.contains(names[0]);
        if (kept) {
            m_seen.insert(names[0]);
        }
        add(is_second && !m_sums ? "error"
            : missing            ? "no value"
            : is_second          ? "added"
                                 : "drawn",
            name, cell);
    }

    std::mt19937 m_random;
    bool m_counts = false, m_notes_unplaced = false, m_sums = false, m_filters = false;
    std::string m_text{};
    int m_line = 0;
    std::map<int, std::string> m_fates{};
    std::set<std::string> m_seen{};
};

/// The lines that hold anything, counted without reading cells.
std::vector<int> lines_with_text(const std::string& table) {
    std::vector<int> lines;
    std::istringstream text(table);
    std::string line;
    for (int number = 1; std::getline(text, line); ++number) {
        if (line.find_first_not_of(", \r") != std::string::npos) {
            lines.push_back(number);
        }
    }
    return lines;
}

} // namespace

BOOST_AUTO_TEST_CASE(every_line_of_a_damaged_table_stands_in_the_ledger_once) {
    std::map<std::string, std::size_t> seen;
    for (unsigned seed = 1; seed <= 300; ++seed) {
        const Damaged damaged = DamagedTable(seed).make();
        const Report report = damaged.input.run(LedgerForm::json);
        std::vector<int> lines;
        bool has_error = false;
        const Json ledgers = Json::parse(report.text);
        for (const Json& row : ledgers[0]["rows"]) {
            const int line = row["line"];
            const std::string fate = row["fate"];
            lines.push_back(line);
            const auto expected = damaged.fates.find(line);
            BOOST_REQUIRE(expected != damaged.fates.end());
            BOOST_TEST(fate == expected->second, "seed " << seed << ", line " << line << ": "
                                                         << in_short(row) << " is not "
                                                         << expected->second << " in\n"
                                                         << damaged.input.table);
            has_error |= fate == "error";
            ++seen[fate];
        }
        BOOST_TEST(lines == lines_with_text(damaged.input.table), boost::test_tools::per_element());
        BOOST_TEST(has_error == !report.errors.empty(), "seed " << seed);
    }
    for (const char* fate : {"title", "heading", "note", "left out", "drawn", "added", "no value",
                             "total", "no area", "error"}) {
        BOOST_TEST(seen[fate] > 20U, "few rows are " << fate);
    }
}

BOOST_AUTO_TEST_SUITE_END()
