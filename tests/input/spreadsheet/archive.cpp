#include "render/input/spreadsheet/archive.h"

#include "tests/input/table/support_archive.h"
#include "tests/support.h"

#include <string>
#include <string_view>

using namespace cairn;
using input::Archive;

BOOST_AUTO_TEST_SUITE(archive)

namespace {

constexpr std::string_view damaged =
    "a.ods: error: is a damaged spreadsheet\n"
    "  open it in a spreadsheet program, and save it as .xlsx again\n";

std::string read(std::string bytes, std::string_view name) {
    return Archive(std::move(bytes), "a.ods").read(name);
}

std::string two_files() {
    return test::archive_of({{"a", "one"}, {"b/c", "two"}});
}

/// Puts a number of four bytes into the directory's entry of the first file.
std::string with_number(std::string bytes, std::size_t offset, std::uint32_t number) {
    const std::size_t entry = bytes.find("PK\x01\x02");
    for (unsigned i = 0; i < 4; ++i) {
        bytes.at(entry + offset + i) = static_cast<char>(number >> (8U * i));
    }
    return bytes;
}

} // namespace

BOOST_AUTO_TEST_CASE(files_by_name) {
    BOOST_TEST(read(two_files(), "a") == "one");
    BOOST_TEST(read(two_files(), "b/c") == "two");
    const Archive archive(two_files(), "a.ods");
    BOOST_TEST(archive.has("b/c"));
    BOOST_TEST(!archive.has("b"));
    BOOST_TEST(test::error_text([] { read(two_files(), "b"); }) == damaged);
}

BOOST_AUTO_TEST_CASE(packed_files) {
    const std::string file =
        test::read_bytes(test::source_folder() / "tests/input/published/grants-libreoffice.ods");
    BOOST_TEST(read(file, "content.xml").starts_with("<?xml"));
    BOOST_TEST(read(file, "mimetype") == "application/vnd.oasis.opendocument.spreadsheet");
}

BOOST_AUTO_TEST_CASE(what_the_directory_says_is_not_trusted) {
    constexpr std::size_t checksum = 16;
    constexpr std::size_t packed_bytes = 20;
    constexpr std::size_t unpacked_bytes = 24;
    constexpr std::size_t offset = 42;
    const std::string file =
        test::read_bytes(test::source_folder() / "tests/input/published/grants-openpyxl.xlsx");
    const std::size_t entry = file.find("PK\x01\x02");
    const std::string name =
        file.substr(entry + 46, static_cast<unsigned char>(file.at(entry + 28)));
    BOOST_TEST(read(file, name) != "");
    for (const std::size_t place : {checksum, packed_bytes, unpacked_bytes, offset}) {
        for (const std::uint32_t number : {1U, 77U, 70'000U, 200'000'000U}) {
            BOOST_TEST(test::error_text([&] { read(with_number(file, place, number), name); }) ==
                       damaged);
        }
    }
    BOOST_TEST(test::error_text([&] { read(with_number(file, unpacked_bytes, ~0U), name); }) ==
               "a.ods: error: is too large: unpacked, it has more than 256 MB\n"
               "  save the sheet that you need as a file of its own\n");
}

BOOST_AUTO_TEST_CASE(what_is_no_archive) {
    const std::string file = two_files();
    for (std::size_t bytes = 0; bytes < file.size(); ++bytes) {
        BOOST_TEST(test::error_text([&] { read(file.substr(0, bytes), "a"); }) == damaged);
    }
}

BOOST_AUTO_TEST_SUITE_END()
