#include "geo/read_database.h"

#include "tests/support.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using geo::DatabaseTable;

BOOST_AUTO_TEST_SUITE(read_database)

namespace {

namespace fs = std::filesystem;

/// A folder with the same two tables in each kind of database.
class Databases {
  public:
    Databases() {
        m_folder.write("stories.csv", "Council,Stories,Rate,Date\n"
                                      "Fife,5,1.1,2024-03-31\n"
                                      "Obar Dheathain \xC3\xA0,2,,2024-04-01\n");
        m_folder.write("people.csv", "Council,People\nFife,370000\n");
        for (const char* kind : {"GPKG d.gpkg", "SQLite d.sqlite -lco LAUNDER=NO"}) {
            run(fmt::format("ogr2ogr -f {} stories.csv -oo AUTODETECT_TYPE=YES -nln stories",
                            kind));
            run(fmt::format("ogr2ogr -update -f {} people.csv -oo AUTODETECT_TYPE=YES -nln people",
                            kind));
        }
    }

    std::vector<DatabaseTable> read(const std::string& name, const std::string& table = "",
                                    const std::string& query = "") const {
        return geo::read_database(
            {.file = m_folder.path() / name, .shown = name, .table = table, .query = query},
            test::build_folder() / "cairn_gdal.so");
    }

    [[nodiscard]] std::string told(const std::string& name, const std::string& table = "",
                                   const std::string& query = "") const {
        return test::error_text([&] { read(name, table, query); });
    }

    void write(std::string_view name, std::string_view bytes) const { m_folder.write(name, bytes); }

    [[nodiscard]] std::string bytes(const std::string& name) const {
        return test::read_bytes(m_folder.path() / name);
    }

  private:
    void run(const std::string& command) const {
        BOOST_REQUIRE(
            std::system(fmt::format("cd '{}' && {} >log 2>&1", m_folder.path().string(), command)
                            .c_str()) == 0);
    }

    test::TemporaryFolder m_folder;
};

const Databases& databases() {
    static const Databases databases;
    return databases;
}

using Texts = std::vector<std::string>;

const std::vector<std::string> files{"d.gpkg", "d.sqlite"};

} // namespace

BOOST_AUTO_TEST_CASE(every_table_is_read) {
    for (const std::string& file : files) {
        std::vector<DatabaseTable> tables = databases().read(file);
        std::ranges::sort(tables, {}, &DatabaseTable::name);
        BOOST_REQUIRE(tables.size() == 2U);
        BOOST_TEST(tables[0].name == "people");
        BOOST_TEST(tables[1].name == "stories");
        BOOST_TEST(tables[1].columns == (Texts{"Council", "Stories", "Rate", "Date"}),
                   boost::test_tools::per_element());
        BOOST_REQUIRE(tables[1].rows.size() == 2U);
        BOOST_TEST(tables[1].rows[0] == (Texts{"Fife", "5", "1.1", "2024-03-31"}),
                   boost::test_tools::per_element());
        BOOST_TEST(tables[1].rows[1] ==
                       (Texts{"Obar Dheathain \xC3\xA0", "2", "NULL", "2024-04-01"}),
                   boost::test_tools::per_element());
    }
}

BOOST_AUTO_TEST_CASE(one_table_or_a_query_is_read) {
    for (const std::string& file : files) {
        const std::vector<DatabaseTable> one = databases().read(file, "people");
        BOOST_REQUIRE(one.size() == 1U);
        BOOST_TEST(one[0].rows.at(0).at(1) == "370000");
        const std::vector<DatabaseTable> asked = databases().read(
            file, "",
            "SELECT s.Council, 1000.0 * Stories / People AS \"Per 1,000\" FROM stories s JOIN "
            "people p ON p.Council = s.Council");
        BOOST_REQUIRE(asked.size() == 1U);
        BOOST_TEST(asked[0].columns == (Texts{"Council", "Per 1,000"}),
                   boost::test_tools::per_element());
        BOOST_REQUIRE(asked[0].rows.size() == 1U);
        BOOST_TEST(asked[0].rows[0][0] == "Fife");
        BOOST_TEST(asked[0].rows[0][1].starts_with("0.0135135135"));
    }
}

BOOST_AUTO_TEST_CASE(a_query_reads_alone) {
    for (const std::string& file : files) {
        const std::string before = databases().bytes(file);
        BOOST_TEST(databases().told(file, "", "DELETE FROM stories") ==
                   file +
                       ": error: the query does not read: \"DELETE FROM stories\"\n"
                       "  mend the query: SQL as SQLite has it, beginning with SELECT or WITH\n");
        BOOST_TEST(!databases().told(file, "", "WITH a AS (SELECT 1) DELETE FROM stories").empty());
        BOOST_TEST((databases().bytes(file) == before));
        BOOST_TEST(databases().read(file, "stories")[0].rows.size() == 2U);
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_told) {
    for (const std::string& file : files) {
        BOOST_TEST(databases().told(file, "storys") == file + ": error: there is no table "
                                                              "\"storys\"\n"
                                                              "  did you mean \"stories\"?\n");
        const std::string no_column = databases().told(file, "", "SELECT Nobody FROM stories");
        BOOST_TEST(no_column.find("no such column: Nobody") != std::string::npos, no_column);
    }
    databases().write("damaged.sqlite", databases().bytes("d.sqlite").substr(0, 600));
    BOOST_TEST(databases().told("damaged.sqlite").starts_with("damaged.sqlite: error: "));
}

BOOST_AUTO_TEST_SUITE_END()
