#pragma once

#include <string>

namespace cairn::geo {

/// Which PostgreSQL server and database to connect to, and as whom, in the terms of libpq. What is
/// empty comes from the service file or the environment, as libpq has it.
struct PostgresServer {
    std::string service{};  ///< of the service file
    std::string host{};     ///< a name or address, or the folder of a socket
    std::string port{};     ///< with `host`
    std::string database{}; ///< libpq's `dbname`
    std::string user{};
};

} // namespace cairn::geo
