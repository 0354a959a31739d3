#include "render/input/figure/table_source.h"

#include "base/quote.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

namespace {

struct Setting {
    std::string key;
    std::string value;
};

constexpr std::string_view blanks = " \t\n";

/// Takes a value off the start of a connection string: to the next blank, or in quotes; a back
/// slash stands before a sign that is meant as it is. Nothing where a quote is not closed.
std::optional<std::string> take_value(std::string_view& text) {
    const bool in_quotes = text.starts_with('\'');
    std::string value;
    std::size_t at = in_quotes ? 1 : 0;
    while (at < text.size() &&
           (in_quotes ? text[at] != '\'' : blanks.find(text[at]) == std::string_view::npos)) {
        at += text[at] == '\\' && at + 1 < text.size() ? 1 : 0;
        value += text[at++];
    }
    if (in_quotes && at++ == text.size()) {
        return std::nullopt;
    }
    text.remove_prefix(at);
    return value;
}

/// The settings of a connection string in libpq's keyword form (PostgreSQL's manual, 34.1.1.1).
/// Nothing for any other text.
std::optional<std::vector<Setting>> parse_settings(std::string_view text) {
    std::vector<Setting> settings;
    for (text = trimmed(text); !text.empty(); text = trimmed(text)) {
        const std::size_t equals = text.find('=');
        const std::string_view key = trimmed(text.substr(0, equals));
        if (equals == std::string_view::npos ||
            key.find_first_of(blanks) != std::string_view::npos) {
            return std::nullopt;
        }
        text = trimmed(text.substr(equals + 1));
        const auto value = take_value(text);
        if (!value) {
            return std::nullopt;
        }
        settings.push_back({std::string(key), *value});
    }
    return settings;
}

/// What a setting sets; null for those that a figure file must not make: they name files, lower the
/// safety of the connection, or are nobody else's matter than the user's.
std::string* place_of(geo::PostgresServer& server, std::string_view key) {
    struct Place {
        std::string_view key;
        std::string geo::PostgresServer::*member;
    };
    static constexpr std::array places{
        Place{"service", &geo::PostgresServer::service}, Place{"host", &geo::PostgresServer::host},
        Place{"port", &geo::PostgresServer::port}, Place{"dbname", &geo::PostgresServer::database},
        Place{"user", &geo::PostgresServer::user}};
    const auto place = std::ranges::find(places, key, &Place::key);
    return place == places.end() ? nullptr : &(server.*place->member);
}

} // namespace

geo::PostgresServer read_server(MapReader& data, std::string_view source) {
    constexpr std::string_view scheme = "postgresql:";
    constexpr std::string_view key = "source";
    geo::PostgresServer server;
    const auto refuse = [&](std::string what, std::string remedy) {
        data.report(key, std::move(what), std::move(remedy));
        return geo::PostgresServer{};
    };
    const std::string example = "write source: \"postgresql:service=NAME\", NAME as in the service "
                                "file, or \"postgresql:host=… dbname=… user=…\"";
    if (!source.starts_with(scheme)) {
        return refuse(
            "\"source\" is no PostgreSQL server, and Cairn reads no other",
            example +
                "; a table in a file, also one that has to be downloaded first, is file: NAME");
    }
    const auto settings = parse_settings(source.substr(scheme.size()));
    if (!settings) {
        return refuse("\"source\" is not written in keys and values", example);
    }
    const auto holds = [&](std::string_view one) {
        return std::ranges::find(*settings, one, &Setting::key) != settings->end();
    };
    if (holds("password") || holds("sslpassword")) {
        return refuse("\"source\" holds a password",
                      "put it in .pgpass, a service file, or the environment variable PGPASSWORD");
    }
    for (const auto& [name, value] : *settings) {
        std::string* const place = place_of(server, name);
        if (place == nullptr) {
            return refuse(
                fmt::format("\"source\" must not set {}", in_quotes(name)),
                "it may set \"service\", \"host\", \"port\", \"dbname\" and \"user\"; all "
                "else stands in a service file, or in the environment");
        }
        if (value.empty() || !place->empty()) {
            return refuse(fmt::format("\"source\" must set {} once, to something", in_quotes(name)),
                          "write it once, or leave it out");
        }
        *place = value;
    }
    if (server.host.empty() ? !server.port.empty() : !server.service.empty()) {
        return refuse(server.host.empty() ? "\"source\" sets \"port\" without \"host\""
                                          : "\"source\" sets both \"service\" and \"host\"",
                      "name a service, which says where its server is, or a host");
    }
    return server;
}

} // namespace cairn::input
