#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string_view>

namespace cairn {

/// Files that come into one folder or several all together, or not at all.
///
/// Each is written and flushed in a hidden folder, `.cairn-run-…`, inside its folder; commit()
/// renames all into place. What is not committed leaves nothing behind when this value goes, no new
/// folder either. Processes that write to one folder at once put their files there one after the
/// other, each whole. The hidden folder of a process that was killed is removed by the next that
/// writes there.
///
/// abandon() may be called from another thread than the rest.
class StagedFiles {
  public:
    StagedFiles();
    ~StagedFiles();
    StagedFiles(const StagedFiles&) = delete;
    StagedFiles& operator=(const StagedFiles&) = delete;

    /// Writes a file that is to come into `folder`, which is made where it is absent, as `name`, a
    /// relative path. Throws Error with the system's reason; the file has no part in commit() then.
    void write(const std::filesystem::path& folder, const std::filesystem::path& name,
               std::string_view bytes);

    /// Puts all files in place, in the order in which they were written. Throws Error with the
    /// system's reason, and where another process keeps a folder locked for 10 s; all files are as
    /// before then.
    void commit();

    /// Removes all that is not in place, after a commit that is under way; nothing can be written
    /// from then on.
    void abandon();

  private:
    class Folder;

    void require_going() const;

    std::mutex m_mutex;
    bool m_abandoned = false;
    std::map<std::filesystem::path, std::unique_ptr<Folder>> m_folders;
};

} // namespace cairn
