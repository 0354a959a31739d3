#include "render/input/figure/table_source.h"

#include "tests/input/figure/support_figure.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <variant>

using namespace cairn;
using geo::PostgresServer;

BOOST_AUTO_TEST_SUITE(table_source)

namespace {

/// A bar chart whose data have these keys before others, from column 8 of line 4 on.
test::FigureReading read(std::string_view keys) {
    return test::read_one_figure("id: a\nkind: bar\ntitle: T\ndata: {" + std::string(keys) +
                                 ", label: L, value: V}\n");
}

PostgresServer server_of(std::string_view source) {
    const test::FigureReading reading = read("table: t, source: \"" + std::string(source) + "\"");
    BOOST_TEST(reading.told == "");
    return std::get<PostgresServer>(reading.spec.data.source);
}

const std::string example =
    "write source: \"postgresql:service=NAME\", NAME as in the service file, or "
    "\"postgresql:host=… dbname=… user=…\"";

const std::string settings = "it may set \"service\", \"host\", \"port\", \"dbname\" and \"user\"; "
                             "all else stands in a service file, or in the environment";

} // namespace

BOOST_AUTO_TEST_CASE(a_source_is_a_server) {
    BOOST_TEST(server_of("postgresql:service=stories").service == "stories");
    const PostgresServer server = server_of(
        "postgresql: host = /run/postgresql port=5433  dbname='our \\\\'own\\\\' stories' "
        "user=a\\\\ b ");
    BOOST_TEST(server.service == "");
    BOOST_TEST(server.host == "/run/postgresql");
    BOOST_TEST(server.port == "5433");
    BOOST_TEST(server.database == "our 'own' stories");
    BOOST_TEST(server.user == "a b");
    BOOST_TEST(server_of("postgresql:").host == "");
    BOOST_TEST(read("table: t, source: \"postgresql:service=a\"").spec.data.shown ==
               "postgresql:service=a");
}

BOOST_AUTO_TEST_CASE(what_is_wrong_is_told_without_repeating_it) {
    struct Case {
        std::string source;
        std::string what;
        std::string remedy;
    };
    const std::string password =
        "put it in .pgpass, a service file, or the environment variable PGPASSWORD";
    const Case cases[] = {
        {"mysql:host=a password=hunter2",
         "\"source\" is no PostgreSQL server, and Cairn reads no other",
         example + "; a table in a file, also one that has to be downloaded first, is file: NAME"},
        {"https://a.example/d.csv", "\"source\" is no PostgreSQL server, and Cairn reads no other",
         example + "; a table in a file, also one that has to be downloaded first, is file: NAME"},
        {"postgresql://me:hunter2@a.example/d", "\"source\" is not written in keys and values",
         example},
        {"postgresql:service=a hunter2", "\"source\" is not written in keys and values", example},
        {"postgresql:dbname='a", "\"source\" is not written in keys and values", example},
        {"postgresql:service=a password=hunter2", "\"source\" holds a password", password},
        {"postgresql:options=a sslpassword = 'hunter2'", "\"source\" holds a password", password},
        {"postgresql:host=a sslkey=/etc/passwd", "\"source\" must not set \"sslkey\"", settings},
        {"postgresql:host=a passfile=b", "\"source\" must not set \"passfile\"", settings},
        {"postgresql:host=a sslmode=disable", "\"source\" must not set \"sslmode\"", settings},
        {"postgresql:host=a options='-c a=b'", "\"source\" must not set \"options\"", settings},
        {"postgresql:host=a host=b", "\"source\" must set \"host\" once, to something",
         "write it once, or leave it out"},
        {"postgresql:service=''", "\"source\" must set \"service\" once, to something",
         "write it once, or leave it out"},
        {"postgresql:service=a host=b", "\"source\" sets both \"service\" and \"host\"",
         "name a service, which says where its server is, or a host"},
        {"postgresql:service=a port=5433", "\"source\" sets \"port\" without \"host\"",
         "name a service, which says where its server is, or a host"},
    };
    for (const auto& [source, what, remedy] : cases) {
        BOOST_TEST(read("table: t, source: \"" + source + "\"").told ==
                   "f.yaml:4:26: error: " + what + "\n  " + remedy + "\n");
    }
}

BOOST_AUTO_TEST_CASE(a_table_is_in_one_place) {
    BOOST_TEST(read("source: \"postgresql:service=a\"").told ==
               "f.yaml:4:16: error: \"source\" does not say which table\n"
               "  add table: NAME, or query: \"SELECT …\"\n");
    BOOST_TEST(read("file: d.csv, source: \"postgresql:service=a\", table: t").told ==
               "f.yaml:4:29: error: \"file\" and \"source\" both say where the table is\n"
               "  keep one of the two\n");
    for (const char* server : {"postgresql:service=a password=hunter2", "postgres://a:hunter2@b"}) {
        BOOST_TEST(read(std::string("file: \"") + server + "\"").told ==
                   "f.yaml:4:14: error: \"file\" is a server\n  write source: "
                   "\"postgresql:service=NAME\" in place of file; of a second table, use a query "
                   "that joins the two\n");
    }
    BOOST_TEST(read("source: [a], table: t").told ==
               "f.yaml:4:16: error: \"source\" is a list, not text\n"
               "  write it like this: source: \"postgresql:service=stories\"\n");
}

BOOST_AUTO_TEST_SUITE_END()
