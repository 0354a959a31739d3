#include "base/staged_files.h"

#include "base/error.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <list>
#include <set>
#include <string>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace cairn {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view hidden_prefix = ".cairn-run-";

std::string remedy_for(int error) {
    switch (error) {
    case EACCES:
    case EPERM:
    case EROFS:
        return "choose a folder that you may write to";
    case EEXIST:
    case ENOTDIR:
        return "a file has the name of a folder; choose another folder";
    case EISDIR:
        return "a folder has the name of this file; remove it or choose another folder";
    case ENOENT:
        return "its folder was removed meanwhile; run it again";
    case EWOULDBLOCK:
        return "another run is at work there; wait for its end or choose another folder";
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        return "free some space or choose a folder on another disk";
    default:
        return "choose another folder";
    }
}

[[noreturn]] void fail(const fs::path& path, const std::string& what, int error) {
    throw Error(Problem{
        {path.string()}, what + ": " + std::generic_category().message(error), remedy_for(error)});
}

[[noreturn]] void fail(const fs::path& path, int error) {
    fail(path, "cannot be written", error);
}

/// An open file or folder, closed with its value.
class Descriptor {
  public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(Descriptor&& other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    Descriptor& operator=(Descriptor&&) = delete;

    [[nodiscard]] int get() const { return m_number; }

  private:
    int m_number;
};

Descriptor open_folder(const fs::path& folder) {
    return Descriptor(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
}

/// Flushes the names in a folder.
void flush(const fs::path& folder) {
    if (const Descriptor opened = open_folder(folder); opened.get() >= 0) {
        ::fsync(opened.get());
    }
}

/// A folder that this process alone puts files into, until the value goes.
class Lock {
  public:
    Lock(const Descriptor& folder, const fs::path& path)
        : m_folder(::fcntl(folder.get(), F_DUPFD_CLOEXEC, 0)) {
        using std::chrono::steady_clock;
        const auto end = steady_clock::now() + std::chrono::seconds(10);
        while (::flock(m_folder.get(), LOCK_EX | LOCK_NB) != 0) {
            if (errno != EWOULDBLOCK && errno != EINTR) {
                return; // a file system without locks
            }
            if (steady_clock::now() > end) {
                fail(path, EWOULDBLOCK);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        }
    }
    ~Lock() { ::flock(m_folder.get(), LOCK_UN); }
    Lock(const Lock&) = delete;
    Lock& operator=(const Lock&) = delete;

  private:
    Descriptor m_folder;
};

/// Folders that were made, taken away again unless kept.
class NewFolders {
  public:
    NewFolders() = default;
    ~NewFolders() {
        for (; !m_made.empty(); m_made.pop_back()) {
            ::rmdir(m_made.back().c_str());
        }
    }
    NewFolders(const NewFolders&) = delete;
    NewFolders& operator=(const NewFolders&) = delete;

    void make(const fs::path& folder) {
        std::error_code ignored;
        fs::path so_far;
        for (const fs::path& part : fs::absolute(folder, ignored)) {
            so_far /= part;
            if (::mkdir(so_far.c_str(), 0777) == 0) {
                m_made.push_back(so_far);
            } else if (const int error = errno; !fs::is_directory(so_far, ignored)) {
                fail(folder, "the folder cannot be made", error);
            }
        }
    }

    void keep() { m_made.clear(); }

  private:
    std::vector<fs::path> m_made{};
};

/// 0, or the error.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno != EINTR) {
            return errno;
        }
        bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return ::fsync(descriptor) == 0 ? 0 : errno;
}

/// Removes the hidden folders in `folder` that no living process has locked.
void clear_dead(const fs::path& folder) {
    std::error_code ignored;
    std::vector<fs::path> dead;
    for (const auto& entry : fs::directory_iterator(folder, ignored)) {
        if (entry.path().filename().string().starts_with(hidden_prefix)) {
            const Descriptor hidden = open_folder(entry.path());
            if (hidden.get() >= 0 && ::flock(hidden.get(), LOCK_EX | LOCK_NB) == 0) {
                dead.push_back(entry.path());
            }
        }
    }
    for (const fs::path& path : dead) {
        fs::remove_all(path, ignored);
    }
}

Descriptor open_made(const fs::path& folder, NewFolders& made) {
    made.make(folder);
    return open_folder(folder);
}

/// A hidden folder, locked as long as the value lives.
struct Hidden {
    fs::path path;
    Descriptor lock;
};

Hidden make_hidden(const Descriptor& folder, const fs::path& place) {
    if (folder.get() < 0) {
        fail(place, errno);
    }
    const Lock lock(folder, place); // nobody takes it for a dead one before it is locked
    clear_dead(place);
    std::string path = place / (std::string(hidden_prefix) + "XXXXXX");
    if (::mkdtemp(path.data()) == nullptr) {
        fail(place, errno);
    }
    Hidden hidden{path, open_folder(path)};
    ::flock(hidden.lock.get(), LOCK_EX | LOCK_NB);
    return hidden;
}

} // namespace

/// What comes into one folder.
class StagedFiles::Folder {
  public:
    explicit Folder(const fs::path& place)
        : m_place(place), m_folder(open_made(place, m_new)),
          m_hidden(make_hidden(m_folder, place)) {}
    ~Folder() {
        std::error_code ignored;
        fs::remove_all(m_hidden.path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    void write(const fs::path& name, std::string_view bytes) {
        const fs::path part = m_hidden.path / name;
        std::error_code unknown; // what is tried next reports it
        if (fs::is_directory(m_place / name, unknown)) {
            fail(m_place / name, EISDIR);
        }
        if (name.has_parent_path()) {
            ::mkdir(part.parent_path().c_str(), 0700);
        }
        const Descriptor descriptor(
            ::open(part.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
        const int error = descriptor.get() < 0 ? errno : write_all(descriptor.get(), bytes);
        if (error != 0) {
            ::unlink(part.c_str());
            fail(m_place / name, error);
        }
        m_names.push_back(name);
    }

    /// Adds what locks the place.
    void lock(std::list<Lock>& locks) const { locks.emplace_back(m_folder, m_place); }

    /// Puts all in place. Where it throws, undo() is to follow.
    void put() {
        const fs::path backups = m_hidden.path / ".replaced";
        ::mkdir(backups.c_str(), 0700);
        for (const fs::path& name : m_names) {
            const fs::path target = m_place / name;
            if (name.has_parent_path()) {
                m_new.make(target.parent_path());
            }
            Put put{target, backups / std::to_string(m_put.size())};
            // The old file keeps its place until the new one takes it.
            if (::link(target.c_str(), put.backup.c_str()) != 0) {
                put.backup.clear();
            }
            if (::rename((m_hidden.path / name).c_str(), target.c_str()) != 0) {
                fail(target, errno);
            }
            m_put.push_back(std::move(put));
        }
        for (const fs::path& name : m_names) {
            struct stat found {};
            if (::lstat((m_place / name).c_str(), &found) != 0) {
                fail(m_place / name, errno);
            }
        }
    }

    void undo() {
        for (; !m_put.empty(); m_put.pop_back()) {
            const Put& put = m_put.back();
            if (put.backup.empty() || ::rename(put.backup.c_str(), put.target.c_str()) != 0) {
                ::unlink(put.target.c_str());
            }
        }
    }

    void keep() {
        m_new.keep();
        std::set<fs::path> changed;
        for (const Put& put : m_put) {
            changed.insert(put.target.parent_path());
        }
        std::ranges::for_each(changed, flush); // the names; the bytes are safe by now
    }

  private:
    struct Put {
        fs::path target;
        fs::path backup; ///< of the file it replaced; empty where there is none
    };

    fs::path m_place;
    NewFolders m_new{};
    Descriptor m_folder;
    Hidden m_hidden;
    std::vector<fs::path> m_names{};
    std::vector<Put> m_put{};
};

StagedFiles::StagedFiles() = default;
StagedFiles::~StagedFiles() = default;

void StagedFiles::require_going() const {
    if (m_abandoned) {
        throw Error(Problem{.where = {}, .what = "the run was stopped", .remedy = ""});
    }
}

void StagedFiles::write(const fs::path& folder, const fs::path& name, std::string_view bytes) {
    const std::lock_guard guard(m_mutex);
    require_going();
    std::error_code unknown; // what is tried next reports it
    const fs::path key = fs::weakly_canonical(fs::absolute(folder, unknown), unknown);
    auto staged = m_folders.find(key);
    if (staged == m_folders.end()) {
        staged = m_folders.emplace(key, std::make_unique<Folder>(folder)).first;
    }
    staged->second->write(name, bytes);
}

void StagedFiles::commit() {
    const std::lock_guard guard(m_mutex);
    require_going();
    std::list<Lock> locks;
    for (const auto& [path, folder] : m_folders) {
        folder->lock(locks);
    }
    try {
        for (const auto& [path, folder] : m_folders) {
            folder->put();
        }
    } catch (...) {
        for (const auto& [path, folder] : m_folders) {
            folder->undo();
        }
        throw;
    }
    for (const auto& [path, folder] : m_folders) {
        folder->keep();
    }
    m_folders.clear();
}

void StagedFiles::abandon() {
    const std::lock_guard guard(m_mutex);
    m_abandoned = true;
    m_folders.clear();
}

} // namespace cairn
