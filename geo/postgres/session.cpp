#include "geo/postgres/session.h"

#include "base/report.h"
#include "base/white_space.h"

#include <fmt/format.h>
#include <libpq-fe.h>
#include <poll.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <string_view>
#include <utility>

namespace cairn::geo {
namespace {

using std::chrono::milliseconds;
using std::chrono::steady_clock;

/// A value of a connection string (PostgreSQL's manual, 34.1.1.1).
std::string quoted(const std::string& value) {
    std::string text = "'";
    for (const char c : value) {
        text += c == '\'' || c == '\\' ? std::string{'\\', c} : std::string{c};
    }
    return text + "'";
}

/// A password of the environment is meant for the server there, so a host on the network that a
/// figure file names must not get it. Sockets are of this machine.
bool may_have_any_password(const PostgresServer& server) {
    return server.host.empty() ||
           (server.host.starts_with('/') && server.host.find(',') == std::string::npos);
}

std::string connection_string(const PostgresServer& server) {
    std::string text = "client_encoding=UTF8 connect_timeout=10 fallback_application_name=cairn";
    const std::array<std::pair<const char*, const std::string&>, 5> keys{{
        {"service", server.service},
        {"host", server.host},
        {"port", server.port},
        {"dbname", server.database},
        {"user", server.user},
    }};
    for (const auto& [key, value] : keys) {
        if (!value.empty()) {
            text += fmt::format(" {}={}", key, quoted(value));
        }
    }
    // An empty one hides that of the environment and its service, but not those of .pgpass, which
    // stand there by host.
    return may_have_any_password(server) ? text : text + " password=''";
}

std::string_view text_of(const char* text) {
    return text == nullptr ? "" : text;
}

} // namespace

void FreePostgres::operator()(pg_conn* connection) const {
    PQfinish(connection);
}

void FreePostgres::operator()(pg_result* result) const {
    PQclear(result);
}

Session::Session(const PostgresSource& source)
    : m_source(source), m_connection(PQconnectdb(connection_string(source.server).c_str())),
      m_until(steady_clock::now() + source.time_limit) {
    if (PQstatus(m_connection.get()) != CONNECTION_OK) {
        fail_to_connect();
    }
    // They would be printed.
    PQsetNoticeReceiver(
        m_connection.get(), [](void*, const PGresult*) {}, nullptr);
    begin();
}

void Session::begin() {
    const std::string statements =
        fmt::format("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;"
                    "SET LOCAL statement_timeout = {};"
                    "SET LOCAL datestyle = 'ISO, YMD';"
                    "SET LOCAL extra_float_digits = 1",
                    std::max<milliseconds::rep>(m_source.time_limit.count(), 1));
    if (PQsendQuery(m_connection.get(), statements.c_str()) == 0) {
        fail_without_connection();
    }
    while (next()) {
    }
}

void Session::send(const std::string& statement) {
    // With parameters, if none, a text is one statement and no more.
    if (PQsendQueryParams(m_connection.get(), statement.c_str(), 0, nullptr, nullptr, nullptr,
                          nullptr, 0) == 0) {
        fail_without_connection();
    }
    PQsetSingleRowMode(m_connection.get());
}

PostgresResult Session::next() {
    while (PQisBusy(m_connection.get()) == 1) {
        wait();
        if (PQconsumeInput(m_connection.get()) == 0) {
            fail_without_connection();
        }
    }
    PostgresResult result(PQgetResult(m_connection.get()));
    if (!result) {
        return result;
    }
    switch (PQresultStatus(result.get())) {
    case PGRES_COMMAND_OK:
    case PGRES_SINGLE_TUPLE:
    case PGRES_TUPLES_OK:
        return result;
    default: // refused, or of another protocol than that of queries
        fail(*result);
    }
}

void Session::wait() {
    const auto left =
        std::chrono::duration_cast<milliseconds>(m_until - steady_clock::now()).count();
    pollfd socket{.fd = PQsocket(m_connection.get()), .events = POLLIN, .revents = 0};
    const int ready = left <= 0 ? 0 : poll(&socket, 1, static_cast<int>(left) + 1);
    if (ready == 0) {
        fail_late();
    }
}

void Session::fail_to_connect() {
    PGconn* const connection = m_connection.get();
    std::string remedy = "see that the server runs, and that the source names it";
    if (PQconnectionNeedsPassword(connection) == 1) {
        remedy = may_have_any_password(m_source.server)
                     ? "put the password into .pgpass, a service file, or the environment variable "
                       "PGPASSWORD"
                     : "put the password into .pgpass, or the server with its password into a "
                       "service file: PGPASSWORD is not sent to a host that a figure file names";
    } else if (PQconnectionUsedPassword(connection) == 1) {
        remedy = "see that the user is right, and the password in .pgpass, the service file or "
                 "PGPASSWORD";
    }
    throw_at(m_source.shown, "no connection: " + told(PQerrorMessage(connection)), remedy);
}

void Session::fail_without_connection() {
    throw_at(m_source.shown,
             "the connection broke off: " + told(PQerrorMessage(m_connection.get())),
             "see that the server runs, and try again");
}

void Session::fail(const PGresult& result) {
    constexpr std::string_view not_read_only = "25006"; // PostgreSQL's manual, appendix A
    const std::string_view state = text_of(PQresultErrorField(&result, PG_DIAG_SQLSTATE));
    const char* const message = PQresultErrorField(&result, PG_DIAG_MESSAGE_PRIMARY);
    const char* const hint = PQresultErrorField(&result, PG_DIAG_MESSAGE_HINT);
    throw_at(m_source.shown,
             fmt::format("PostgreSQL {}: {}",
                         state == not_read_only ? "lets it read alone" : "cannot read it",
                         told(message == nullptr ? PQresultErrorMessage(&result) : message)),
             hint == nullptr || m_source.query.empty() ? mend_query : told(hint));
}

void Session::fail_late() {
    throw_at(m_source.shown,
             fmt::format("no whole answer within {} s",
                         std::chrono::duration<double>(m_source.time_limit).count()),
             "ask for less: query: SELECT … WHERE …, or make a table of the answer on the server");
}

/// A message on one line, without full stop and password.
std::string Session::told(const char* message) const {
    std::string text = one_line(text_of(message));
    const std::string_view password = text_of(PQpass(m_connection.get()));
    for (std::size_t at = password.empty() ? std::string::npos : text.find(password);
         at != std::string::npos; at = text.find(password, at)) {
        text.replace(at, password.size(), "");
    }
    text.erase(text.find_last_not_of(". ") + 1);
    return text;
}

} // namespace cairn::geo
