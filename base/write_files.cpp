#include "base/write_files.h"

#include "base/staged_files.h"

namespace cairn {

void write_files(const std::filesystem::path& folder, std::span<const File> files) {
    StagedFiles staged;
    for (const File& file : files) {
        staged.write(folder, file.name, file.bytes);
    }
    staged.commit();
}

} // namespace cairn
