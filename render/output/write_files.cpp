#include "render/output/write_files.h"

#include "render/output/output.h"
#include "render/output/staged_files.h"

namespace cairn::output {

void write_files(const std::filesystem::path& folder, std::span<const File> files) {
    StagedFiles staged;
    for (const File& file : files) {
        staged.write(folder, file.name, file.bytes);
    }
    staged.commit();
}

} // namespace cairn::output
