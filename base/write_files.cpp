#include "base/write_files.h"

#include "base/error.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace cairn {

namespace {

namespace fs = std::filesystem;

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

/// An open file or folder, closed with its value.
class Descriptor {
  public:
    explicit Descriptor(int number) : m_number(number) {}
    ~Descriptor() {
        if (m_number >= 0) {
            ::close(m_number);
        }
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;

    [[nodiscard]] int get() const { return m_number; }

  private:
    int m_number;
};

/// Folders that were made, taken away again unless kept.
class NewFolders {
  public:
    explicit NewFolders(const fs::path& folder) {
        std::error_code ignored;
        const fs::path absolute = fs::absolute(folder, ignored);
        fs::path so_far;
        for (const fs::path& part : absolute) {
            so_far /= part;
            make(so_far, folder);
        }
    }
    ~NewFolders() { remove_all(); }
    NewFolders(const NewFolders&) = delete;
    NewFolders& operator=(const NewFolders&) = delete;

    void keep() { m_made.clear(); }

  private:
    void make(const fs::path& part, const fs::path& folder) {
        if (::mkdir(part.c_str(), 0777) == 0) {
            m_made.push_back(part);
            return;
        }
        const int error = errno;
        std::error_code ignored;
        if (!fs::is_directory(part, ignored)) {
            remove_all();
            fail(folder, "the folder cannot be made", error);
        }
    }

    void remove_all() {
        while (!m_made.empty()) {
            ::rmdir(m_made.back().c_str());
            m_made.pop_back();
        }
    }

    std::vector<fs::path> m_made{};
};

/// A file written beside its place, taken away again unless put there.
class Part {
  public:
    Part(const fs::path& folder, const File& file)
        : m_place(folder / file.name),
          m_part(folder / ("." + file.name + "." + std::to_string(::getpid()) + ".part")) {
        std::error_code unknown; // told by what is tried next
        if (fs::is_directory(m_place, unknown)) {
            fail(m_place, "cannot be written", EISDIR);
        }
        const Descriptor descriptor(
            ::open(m_part.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666));
        if (descriptor.get() < 0) {
            fail(m_place, "cannot be written", errno);
        }
        const int error = write(descriptor.get(), file.bytes);
        if (error != 0) {
            ::unlink(m_part.c_str());
            fail(m_place, "cannot be written", error);
        }
    }
    ~Part() {
        if (!m_part.empty()) {
            ::unlink(m_part.c_str());
        }
    }
    Part(Part&& other) noexcept
        : m_place(std::move(other.m_place)), m_part(std::exchange(other.m_part, {})) {}
    Part(const Part&) = delete;
    Part& operator=(const Part&) = delete;
    Part& operator=(Part&&) = delete;

    void put_in_place() {
        if (::rename(m_part.c_str(), m_place.c_str()) != 0) {
            fail(m_place, "cannot be written", errno);
        }
        m_part.clear();
    }

  private:
    /// 0, or the error.
    static int write(int descriptor, std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
            if (written < 0 && errno != EINTR) {
                return errno;
            }
            bytes.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
        }
        return ::fsync(descriptor) == 0 ? 0 : errno;
    }

    fs::path m_place;
    fs::path m_part; ///< empty once in place
};

} // namespace

void write_files(const fs::path& folder, std::span<const File> files) {
    NewFolders folders(folder);
    std::vector<Part> parts;
    parts.reserve(files.size());
    for (const File& file : files) {
        parts.emplace_back(folder, file);
    }
    for (Part& part : parts) {
        part.put_in_place();
    }
    folders.keep();
    const Descriptor opened(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (opened.get() >= 0) {
        ::fsync(opened.get()); // the names; the bytes are safe by now
    }
}

} // namespace cairn
