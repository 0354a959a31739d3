#pragma once

#include "tests/support.h"

#include <fmt/format.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

namespace cairn::test {

/// A PostgreSQL server of its own, on a socket in a folder of its own, which goes with this value,
/// and with the process. It knows its superuser without password, others with theirs. Fails the
/// test where there is no server to start.
class PostgresRun {
  public:
    PostgresRun() {
        // What this machine has set for other servers.
        for (const char* name : {"PGHOST", "PGPORT", "PGUSER", "PGPASSWORD", "PGDATABASE",
                                 "PGSERVICE", "PGSERVICEFILE", "PGPASSFILE", "PGOPTIONS"}) {
            unsetenv(name);
        }
        if (geteuid() == 0) { // the server refuses to run as root
            const passwd* const user = getpwnam("postgres");
            BOOST_REQUIRE_MESSAGE(user != nullptr, "no user postgres: install postgresql");
            BOOST_REQUIRE(chown(folder().c_str(), user->pw_uid, user->pw_gid) == 0);
        }
        run(fmt::format("{} '{}/initdb' -D '{}/data' -U postgres -A trust --no-sync -E UTF8 "
                        "--locale=C",
                        as_user(), programs(), folder().string()));
        write_hba();
        start();
    }

    /// Of the socket.
    [[nodiscard]] const std::filesystem::path& folder() const { return m_folder.path(); }

    /// Runs SQL as superuser, each statement by itself.
    void sql(std::string_view statements, const std::string& database = "postgres") const {
        const TemporaryFolder folder_of_file;
        const auto file = folder_of_file.write("s.sql", statements);
        run(fmt::format("'{}/psql' -X -q -v ON_ERROR_STOP=1 -h '{}' -U postgres -d {} -f '{}'",
                        programs(), folder().string(), database, file.string()));
    }

    /// Writes a file that only its owner may read, as libpq wants those with passwords.
    std::filesystem::path write_secret(std::string_view name, std::string_view bytes) const {
        const auto file = m_secrets.write(name, bytes);
        std::filesystem::permissions(file, std::filesystem::perms::owner_read |
                                               std::filesystem::perms::owner_write);
        return file;
    }

  private:
    /// A child of this process.
    class Child {
      public:
        explicit Child(const std::string& command) : m_process(fork()) {
            if (m_process == 0) {
                execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
                _exit(127);
            }
        }
        ~Child() {
            if (m_process > 0) {
                kill(m_process, SIGQUIT); // for the server: at once
                waitpid(m_process, nullptr, 0);
            }
        }
        Child(const Child&) = delete;
        Child& operator=(const Child&) = delete;

      private:
        pid_t m_process;
    };

    /// Of the newest version there is.
    static std::string programs() {
        namespace fs = std::filesystem;
        const fs::path versions = "/usr/lib/postgresql";
        std::string newest;
        if (fs::exists(versions)) {
            for (const auto& version : fs::directory_iterator(versions)) {
                const std::string folder = (version.path() / "bin").string();
                newest = fs::exists(folder + "/initdb") && folder > newest ? folder : newest;
            }
        }
        BOOST_REQUIRE_MESSAGE(!newest.empty(), "no PostgreSQL server: install postgresql");
        return newest;
    }

    static std::string as_user() {
        return geteuid() == 0 ? "setpriv --reuid=postgres --regid=postgres --clear-groups" : "";
    }

    void run(const std::string& command) const {
        const TemporaryFolder log;
        const auto file = log.path() / "log";
        const bool done =
            std::system(
                fmt::format("cd / && {} >'{}' 2>&1 </dev/null", command, file.string()).c_str()) ==
            0;
        BOOST_REQUIRE_MESSAGE(done, command << "\n" << read_bytes(file));
    }

    void write_hba() const {
        std::ofstream(folder() / "data/pg_hba.conf") << "local all postgres trust\n"
                                                        "local all all scram-sha-256\n";
    }

    void start() {
        const std::string command = fmt::format(
            "cd / && exec setpriv --pdeathsig SIGQUIT {} '{}/postgres' -D '{}/data' -k '{}' -h '' "
            "-F >'{}/log' 2>&1 </dev/null",
            geteuid() == 0 ? "--reuid=postgres --regid=postgres --clear-groups" : "", programs(),
            folder().string(), folder().string(), folder().string());
        m_server.emplace(command);
        const std::string ready =
            fmt::format("'{}/pg_isready' -q -h '{}'", programs(), folder().string());
        for (int tries = 0; std::system(ready.c_str()) != 0; ++tries) {
            if (tries == 600) {
                BOOST_FAIL(read_bytes(folder() / "log"));
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
    }

    TemporaryFolder m_folder;
    TemporaryFolder m_secrets;
    std::optional<Child> m_server{};
};

/// Sets an environment variable while this lives; it had none before.
class Variable {
  public:
    Variable(const char* name, const std::string& value) : m_name(name) {
        setenv(name, value.c_str(), 1);
    }
    ~Variable() { unsetenv(m_name); }
    Variable(const Variable&) = delete;
    Variable& operator=(const Variable&) = delete;

  private:
    const char* m_name;
};

} // namespace cairn::test
