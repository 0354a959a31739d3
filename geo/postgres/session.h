#pragma once

#include "geo/read_postgres.h"

#include <chrono>
#include <memory>
#include <string>

// Of libpq.
struct pg_conn;
struct pg_result;

namespace cairn::geo {

/// The remedy for a query that does not do.
inline constexpr const char* mend_query =
    "mend the query: one statement, as PostgreSQL has it, beginning with SELECT or WITH";

struct FreePostgres {
    void operator()(pg_conn* connection) const;
    void operator()(pg_result* result) const;
};
using PostgresResult = std::unique_ptr<pg_result, FreePostgres>;

/// A transaction on a server that can read alone, undone when this goes.
class Session {
  public:
    /// Throws Error where there is no connection. `source` must outlive this.
    explicit Session(const PostgresSource& source);

    /// Sends one statement, whose rows then come one by one.
    void send(const std::string& statement);

    /// The next row of what was sent, then a result without rows, which knows the columns too, then
    /// null. Throws Error for what the server refuses, and where the time is up.
    PostgresResult next();

  private:
    void begin();
    void wait();
    [[noreturn]] void fail_to_connect();
    [[noreturn]] void fail_without_connection();
    [[noreturn]] void fail(const pg_result& result);
    [[noreturn]] void fail_late();
    [[nodiscard]] std::string told(const char* message) const;

    const PostgresSource& m_source;
    std::unique_ptr<pg_conn, FreePostgres> m_connection;
    std::chrono::steady_clock::time_point m_until;
};

} // namespace cairn::geo
