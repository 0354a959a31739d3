#include "tests/support.h"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <iterator>

namespace cairn::test {

std::filesystem::path source_folder() {
    return CAIRN_SOURCE_FOLDER;
}

std::filesystem::path build_folder() {
    return CAIRN_BUILD_FOLDER;
}

std::optional<std::filesystem::path> shared_file(std::string_view name) {
    const std::filesystem::path file = source_folder().parent_path() / "shared" / name;
    if (std::filesystem::exists(file)) {
        return file;
    }
    std::cout << "did not run: " << file.string() << " is not there\n";
    BOOST_TEST_MESSAGE("did not run: a file outside the repository is missing");
    return std::nullopt;
}

TemporaryFolder::TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "cairn-test-XXXXXX").string();
    BOOST_REQUIRE(mkdtemp(name.data()) != nullptr);
    m_path = name;
}

TemporaryFolder::~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(m_path, ignored);
}

std::filesystem::path TemporaryFolder::write(std::string_view name, std::string_view bytes) const {
    const std::filesystem::path file = m_path / name;
    std::filesystem::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
}

std::string read_bytes(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    BOOST_REQUIRE_MESSAGE(stream, "cannot read " << file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

} // namespace cairn::test
