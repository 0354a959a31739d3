#include "geo/read_postgres.h"

#include "tests/support_postgres.h"

#include <boost/test/unit_test.hpp>
#include <fmt/format.h>

#include <chrono>
#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using geo::DatabaseTable;
using test::Variable;

BOOST_AUTO_TEST_SUITE(read_postgres)

namespace {

using Texts = std::vector<std::string>;

constexpr std::string_view password = "hunter2-sgeul";

/// A server with the tables of all tests.
const test::PostgresRun& server() {
    static const test::PostgresRun run;
    static const bool filled = [] {
        run.sql("CREATE DATABASE stories; CREATE DATABASE latin ENCODING LATIN1 TEMPLATE template0;"
                "CREATE ROLE reader LOGIN PASSWORD '" +
                std::string(password) + "';");
        run.sql("CREATE TYPE geometry AS (x float8, y float8);"
                "CREATE SCHEMA other; CREATE TABLE other.people (council text, people int);"
                "INSERT INTO other.people VALUES ('Fife', 370000);"
                "CREATE TABLE stories (\"Council\" text, stories int, rate numeric(10,2), "
                "shape geometry, told date);"
                "INSERT INTO stories VALUES ('Fife', 5, 1.10, (1, 2), '2024-03-31'), "
                "('Obar Dheathain \xC3\xA0', 2, NULL, NULL, NULL);"
                "CREATE SEQUENCE numbers;"
                "CREATE FUNCTION tell() RETURNS int LANGUAGE plpgsql AS $$ BEGIN "
                "INSERT INTO stories VALUES ('Moray'); RETURN 1; END $$;"
                "CREATE FUNCTION open_and_tell() RETURNS int LANGUAGE plpgsql AS $$ BEGIN "
                "SET transaction_read_only = off; INSERT INTO stories VALUES ('Moray'); RETURN 1; "
                "END $$;"
                "CREATE FUNCTION chat() RETURNS int LANGUAGE plpgsql AS $$ BEGIN "
                "RAISE WARNING 'a secret'; RETURN 1; END $$;"
                "GRANT SELECT ON stories TO reader;",
                "stories");
        run.sql("CREATE TABLE places (name text); INSERT INTO places VALUES (U&'Obar \\00E0');",
                "latin");
        return true;
    }();
    BOOST_REQUIRE(filled);
    return run;
}

geo::PostgresSource source_of(const std::string& table, const std::string& query = "") {
    return {
        .server = {.host = server().folder().string(), .database = "stories", .user = "postgres"},
        .shown = "postgresql:dbname=stories",
        .table = table,
        .query = query};
}

DatabaseTable read(const geo::PostgresSource& source) {
    return geo::read_postgres(source, test::build_folder() / "cairn_gdal.so");
}

std::string told(const geo::PostgresSource& source) {
    return test::error_text([&] { read(source); });
}

std::string count_of_stories() {
    return read(source_of("", "SELECT count(*) FROM stories")).rows.at(0).at(0);
}

/// As the one who needs a password.
geo::PostgresSource source_of_reader() {
    geo::PostgresSource source = source_of("stories");
    source.server.user = "reader";
    return source;
}

/// The message without the path of the socket, which is another in each run.
std::string told_of_reader() {
    std::string text = told(source_of_reader());
    const std::string folder = server().folder().string();
    for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder)) {
        text.replace(at, folder.size(), "FOLDER");
    }
    BOOST_TEST(text.find(password) == std::string::npos);
    return text;
}

} // namespace

BOOST_AUTO_TEST_CASE(a_table_is_read_without_its_shapes) {
    const DatabaseTable table = read(source_of("stories"));
    BOOST_TEST(table.name == "stories");
    BOOST_TEST(table.columns == (Texts{"Council", "stories", "rate", "told"}),
               boost::test_tools::per_element());
    BOOST_REQUIRE(table.rows.size() == 2U);
    BOOST_TEST(table.rows[0] == (Texts{"Fife", "5", "1.10", "2024-03-31"}),
               boost::test_tools::per_element());
    BOOST_TEST(table.rows[1] == (Texts{"Obar Dheathain \xC3\xA0", "2", "NULL", ""}),
               boost::test_tools::per_element());
    BOOST_TEST(read(source_of("", "SELECT * FROM stories")).columns == table.columns,
               boost::test_tools::per_element());
    BOOST_TEST(read(source_of("other.people")).rows.at(0).at(1) == "370000");
    BOOST_TEST(read(source_of("public.stories")).rows.size() == 2U);
}

BOOST_AUTO_TEST_CASE(values_are_as_the_server_writes_them) {
    struct Case {
        std::string_view value, text;
    };
    constexpr Case cases[] = {
        {"12.50::numeric(10,2)", "12.50"},
        {"0.1::float8", "0.1"},
        {"0.1::float4", "0.1"},
        {"9223372036854775807", "9223372036854775807"},
        {"true", "true"},
        {"false", "false"},
        {"NULL::bool", ""},
        {"NULL::numeric", "NULL"},
        {"NULL::text", ""},
        {"date '2024-03-31'", "2024-03-31"},
        {"timestamp '2024-03-31 12:05:00'", "2024-03-31 12:05:00"},
        {"ARRAY['a', 'b']", "{a,b}"},
        {"'{\"a\": 1}'::jsonb", "{\"a\": 1}"},
    };
    for (const auto& [value, text] : cases) {
        BOOST_TEST(read(source_of("", fmt::format("SELECT {}", value))).rows.at(0).at(0) == text);
    }
    BOOST_TEST(read(source_of("", "SELECT 1 AS a, 2 AS a;")).columns == (Texts{"a", "a"}),
               boost::test_tools::per_element());
    const DatabaseTable nothing = read(source_of("", "SELECT * FROM other.people WHERE false"));
    BOOST_TEST(nothing.columns == (Texts{"council", "people"}), boost::test_tools::per_element());
    BOOST_TEST(nothing.rows.empty());
    geo::PostgresSource latin = source_of("places");
    latin.server.database = "latin";
    BOOST_TEST(read(latin).rows.at(0).at(0) == "Obar \xC3\xA0");
}

BOOST_AUTO_TEST_CASE(settings_of_the_user_change_no_value) {
    const Variable options("PGOPTIONS", "-c datestyle=German -c extra_float_digits=-5 "
                                        "-c statement_timeout=1");
    BOOST_TEST(read(source_of("", "SELECT date '2024-03-31', 0.123456789::float8")).rows.at(0) ==
                   (Texts{"2024-03-31", "0.123456789"}),
               boost::test_tools::per_element());
}

// The role could write: it is the superuser.
BOOST_AUTO_TEST_CASE(nothing_is_written) {
    struct Case {
        std::string_view query, message;
    };
    constexpr Case cases[] = {
        {"DELETE FROM stories", "the query does not read: \"DELETE FROM stories\""},
        {"COPY stories TO PROGRAM 'cat'",
         "the query does not read: \"COPY stories TO PROGRAM 'cat'\""},
        {"DO $$ BEGIN END $$", "the query does not read: \"DO $$ BEGIN END $$\""},
        {"WITH gone AS (DELETE FROM stories RETURNING *) SELECT * FROM gone",
         "PostgreSQL lets it read alone: cannot execute SELECT in a read-only transaction"},
        {"SELECT tell()",
         "PostgreSQL lets it read alone: cannot execute INSERT in a read-only transaction"},
        {"SELECT nextval('numbers')",
         "PostgreSQL lets it read alone: cannot execute nextval() in a read-only transaction"},
        {"SELECT * INTO copied FROM stories",
         "PostgreSQL lets it read alone: cannot execute SELECT INTO in a read-only transaction"},
        {"SELECT open_and_tell()", "PostgreSQL cannot read it: transaction read-write mode must be "
                                   "set before any query"},
        {"SELECT set_config('transaction_read_only', 'off', false)",
         "PostgreSQL cannot read it: transaction read-write mode must be set before any query"},
        {"SELECT 1; DROP TABLE stories", "PostgreSQL cannot read it: cannot insert multiple "
                                         "commands into a prepared statement"},
        {"SELECT 1; COMMIT; DROP TABLE stories", "PostgreSQL cannot read it: cannot insert "
                                                 "multiple commands into a prepared statement"},
    };
    for (const auto& [query, message] : cases) {
        BOOST_TEST(told(source_of("", std::string(query))) ==
                   fmt::format("postgresql:dbname=stories: error: {}\n  mend the query: one "
                               "statement, as PostgreSQL has it, beginning with SELECT or WITH\n",
                               message));
        BOOST_TEST(count_of_stories() == "2");
    }
}

BOOST_AUTO_TEST_CASE(what_is_not_there_is_told) {
    BOOST_TEST(told(source_of("storys")) == "postgresql:dbname=stories: error: there is no table "
                                            "\"storys\"\n  did you mean \"stories\"?\n");
    BOOST_TEST(told(source_of("zzz")) ==
               "postgresql:dbname=stories: error: there is no table \"zzz\"\n"
               "  there are \"other.people\" and \"stories\"\n");
    BOOST_TEST(told(source_of("", "SELECT Council FROM stories")) ==
               "postgresql:dbname=stories: error: PostgreSQL cannot read it: column \"council\" "
               "does not exist\n  Perhaps you meant to reference the column \"stories.Council\"\n");
}

BOOST_AUTO_TEST_CASE(a_query_has_so_much_time_and_room) {
    for (const char* query :
         {"SELECT pg_sleep(1000)",
          "SELECT set_config('statement_timeout', '0', false), pg_sleep(1000)"}) {
        geo::PostgresSource source = source_of("", query);
        source.time_limit = std::chrono::milliseconds(500);
        const auto before = std::chrono::steady_clock::now();
        BOOST_TEST(
            told(source) ==
            "postgresql:dbname=stories: error: no whole answer within 0.5 s\n  ask for less: "
            "query: SELECT … WHERE …, or make a table of the answer on the server\n");
        const auto taken = std::chrono::steady_clock::now() - before;
        BOOST_TEST((taken < std::chrono::seconds(20)));
    }
    std::string columns = "g";
    for (int i = 1; i < 1500; ++i) {
        columns += ", 1";
    }
    BOOST_TEST(
        told(source_of("", "SELECT " + columns + " FROM generate_series(1, 4000) g")) ==
        "postgresql:dbname=stories: error: more than 5000000 cells\n  name one table: table: "
        "NAME, or ask for less: query: SELECT … WHERE …\n");
}

// What a query left running goes on for no longer than it has time.
BOOST_AUTO_TEST_CASE(no_query_stays_on_the_server) {
    const std::string sleeping =
        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep(%'";
    std::string left;
    for (int tries = 0; tries < 100 && left != "0"; ++tries) {
        left = read(source_of("", sleeping)).rows.at(0).at(0);
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    BOOST_TEST(left == "0");
}

BOOST_AUTO_TEST_CASE(a_password_is_found_where_libpq_looks) {
    const std::string right(password);
    {
        const Variable variable("PGPASSWORD", right);
        BOOST_TEST(read(source_of_reader()).rows.size() == 2U);
    }
    {
        const Variable file(
            "PGPASSFILE", server().write_secret("pgpass", "*:*:*:reader:" + right + "\n").string());
        BOOST_TEST(read(source_of_reader()).rows.size() == 2U);
        // Where the figure file names hosts on the network too; this list stands for them.
        geo::PostgresSource network = source_of_reader();
        network.server.host += "," + network.server.host;
        BOOST_TEST(read(network).rows.size() == 2U);
    }
    const Variable file(
        "PGSERVICEFILE",
        server()
            .write_secret("services", fmt::format("[stories]\nhost={}\ndbname="
                                                  "stories\nuser=reader\n"
                                                  "password={}\n",
                                                  server().folder().string(), right))
            .string());
    geo::PostgresSource service = source_of("stories");
    service.server = {.service = "stories"};
    BOOST_TEST(read(service).rows.size() == 2U);
    service.server = {.service = "storys"};
    BOOST_TEST(told(service) == "postgresql:dbname=stories: error: no connection: definition of "
                                "service \"storys\" not found\n"
                                "  see that the server runs, and that the source names it\n");
}

BOOST_AUTO_TEST_CASE(a_password_is_never_told) {
    const std::string start = "postgresql:dbname=stories: error: no connection: connection to "
                              "server on socket \"FOLDER/.s.PGSQL.5432\" failed: ";
    BOOST_TEST(told_of_reader() ==
               start + "fe_sendauth: no password supplied\n  put the password into .pgpass, a "
                       "service file, or the environment variable PGPASSWORD\n");
    const Variable variable("PGPASSWORD", "wrong-" + std::string(password));
    BOOST_TEST(told_of_reader() == start + "FATAL:  password authentication failed for user "
                                           "\"reader\"\n  see that the user is right, and the "
                                           "password in .pgpass, the service file or PGPASSWORD\n");
}

// A figure file may come from anybody, and so may the host in it.
BOOST_AUTO_TEST_CASE(no_password_of_the_environment_goes_to_a_host_on_the_network) {
    const Variable variable("PGPASSWORD", std::string(password));
    const Variable services(
        "PGSERVICEFILE",
        server()
            .write_secret("services", "[a]\npassword=" + std::string(password) + "\n")
            .string());
    const Variable service("PGSERVICE", "a");
    geo::PostgresSource source = source_of_reader();
    source.server.host += "," + source.server.host; // which stands for hosts on the network
    const std::string text = told(source);
    BOOST_TEST(text.find("no password supplied") != std::string::npos, text);
    BOOST_TEST(text.find("PGPASSWORD is not sent to a host that a figure file names") !=
                   std::string::npos,
               text);
}

BOOST_AUTO_TEST_CASE(what_has_no_server_is_told) {
    geo::PostgresSource source = source_of("stories");
    source.server.host = "/nowhere";
    BOOST_TEST(told(source) ==
               "postgresql:dbname=stories: error: no connection: connection to server on socket "
               "\"/nowhere/.s.PGSQL.5432\" failed: No such file or directory Is the server running "
               "locally and accepting connections on that socket?\n"
               "  see that the server runs, and that the source names it\n");
}

BOOST_AUTO_TEST_SUITE_END()
