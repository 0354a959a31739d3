#pragma once

#include "geo/postgres_server.h"
#include "render/input/yaml/map_reader.h"

#include <filesystem>
#include <string_view>
#include <variant>

namespace cairn::input {

/// Where a table is kept: in a file, which is opened, or on a server.
using TableSource = std::variant<std::filesystem::path, geo::PostgresServer>;

/// The server that the key `source` of `data` names: "postgresql:service=stories". What is wrong
/// with it is reported, and is never repeated there, since it may hold a password.
geo::PostgresServer read_server(MapReader& data, std::string_view source);

} // namespace cairn::input
