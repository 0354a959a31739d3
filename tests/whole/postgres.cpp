#include "tests/support_postgres.h"
#include "tests/support_program.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <string>
#include <string_view>

// Figures whose table is on a PostgreSQL server.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(postgres)

namespace {

constexpr std::string_view password = "hunter2-sgeul";

/// A folder with a figure of a table on a server, and one of the same table in a file.
class Figures {
  public:
    Figures() {
        const std::string rows = "Place,Stories,Phase\nFife,12,1\nAngus,3,1\nMoray,7,1\n";
        m_folder.write("table.csv", rows);
        m_server.sql(fmt::format("CREATE ROLE reader LOGIN PASSWORD '{}';"
                                 "CREATE TABLE stories (\"Place\" text, \"Stories\" int, "
                                 "\"Phase\" int);",
                                 password));
        m_server.sql("COPY stories FROM STDIN WITH (FORMAT csv, HEADER);\n" + rows + "\\.\n" +
                     "GRANT SELECT ON stories TO reader;");
        write("file", "file: table.csv");
        write("server", "source: \"postgresql:service=stories\", table: stories");
        write_services(password);
    }

    /// A figure file of this name, with these keys of its data more.
    void write(const std::string& name, std::string_view keys) const {
        m_folder.write(name + ".yaml",
                       fmt::format("figures:\n  - id: a\n    title: T\n    kind: choropleth\n"
                                   "    boundaries: scotland-councils\n"
                                   "    data: {{{}, place: Place, value: Stories}}\n",
                                   keys));
    }

    void write_services(std::string_view with_password) const {
        m_services =
            m_server
                .write_secret("services", fmt::format("[stories]\nhost={}\ndbname=postgres\n"
                                                      "user=reader\npassword={}\n",
                                                      m_server.folder().string(), with_password))
                .string();
    }

    [[nodiscard]] test::Run run(const std::string& arguments) const {
        test::Run run = test::run_in(
            m_folder.path(), fmt::format("PGSERVICEFILE='{}' CAIRN_BOUNDARIES=/nowhere {} {}",
                                         m_services, test::program(), arguments));
        BOOST_TEST((run.out + run.errors).find(password) == std::string::npos);
        return run;
    }

    [[nodiscard]] std::string bytes(const std::string& file) const {
        return test::read_bytes(m_folder.path() / file);
    }

  private:
    test::PostgresRun m_server;
    test::TemporaryFolder m_folder;
    mutable std::string m_services;
};

const Figures& figures() {
    static const Figures figures;
    return figures;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_figure_is_that_of_the_same_table_in_a_file) {
    for (const char* name : {"file", "server"}) {
        const test::Run run = figures().run(fmt::format("render {}.yaml --out {}", name, name));
        BOOST_TEST(run.status == 0, run.errors);
    }
    for (const char* file : {"a.svg", "a.csv", "a.html", "figures.json"}) {
        const std::string bytes = figures().bytes(std::string("server/") + file);
        BOOST_TEST((bytes == figures().bytes(std::string("file/") + file)), file);
        BOOST_TEST(bytes.find(password) == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(a_query_takes_part_in_all_that_tables_do) {
    figures().write("query", "source: \"postgresql:service=stories\", query: \"SELECT * FROM "
                             "stories ORDER BY 1\", where: Stories > 5");
    const test::Run run = figures().run("describe query.yaml --form list");
    BOOST_TEST(run.out == "T: Fife 12, Moray 7\n", run.errors);
}

BOOST_AUTO_TEST_CASE(the_ledger_names_the_server) {
    const test::Run run = figures().run("match server.yaml");
    BOOST_TEST(run.out.starts_with("a: postgresql:service=stories (stories)\n"), run.out);
    BOOST_TEST(run.out.find("Angus") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_does_not_go_is_told) {
    figures().write("sheet", "source: \"postgresql:service=stories\", table: stories, sheet: A");
    BOOST_TEST(
        figures().run("describe sheet.yaml").errors ==
        "sheet.yaml:6:73: error: \"sheet\" does not fit postgresql:service=stories, which is "
        "a database\n  take it away\n");
    figures().write("both",
                    "source: \"postgresql:service=stories\", table: stories, query: SELECT 1");
    BOOST_TEST(figures().run("describe both.yaml").errors ==
               "both.yaml:6:73: error: \"query\" does not fit postgresql:service=stories, which is "
               "asked for a table already\n  take it away\n");
    figures().write_services("another");
    const test::Run refused = figures().run("match server.yaml");
    BOOST_TEST(refused.status == 1);
    BOOST_TEST(refused.errors.starts_with("postgresql:service=stories: error: no connection: "),
               refused.errors);
    BOOST_TEST(refused.errors.find("another") == std::string::npos, refused.errors);
    figures().write_services(password);
}

BOOST_AUTO_TEST_SUITE_END()
