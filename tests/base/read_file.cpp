#include "base/read_file.h"

#include "tests/working_folder.h"

#include <boost/test/unit_test.hpp>
#include <sys/stat.h>

#include <filesystem>
#include <string>
#include <string_view>

using namespace cairn;
using namespace std::string_literals;

BOOST_AUTO_TEST_SUITE(read_file)

namespace {

constexpr std::string_view as_utf8 = "  save it as UTF-8 (in Excel: the file type \"CSV UTF-8\")\n";
constexpr std::string_view as_text =
    "  save the sheet as text (in Excel: the file type \"CSV UTF-8\")\n";
constexpr std::string_view take_out = "  take it out, or save the file as text again\n";

struct BadInput {
    std::string bytes;
    std::string message;
    std::string_view remedy;
};

const BadInput bad_inputs[] = {
    {"", "d.csv: error: the file is empty", "  check that it was saved\n"},
    {"\xEF\xBB\xBF", "d.csv: error: the file is empty", "  check that it was saved\n"},
    {"Place,Stories\nF\xECobha,5\n",
     "d.csv:2: error: the text is not UTF-8; as Windows-1252 it reads \"Fìobha\"", as_utf8},
    {"\x93"
     "a\x94",
     "d.csv:1: error: the text is not UTF-8; as Windows-1252 it reads \"“a”\"", as_utf8},
    {"a\nb\nc\x81\n", "d.csv:3: error: the text is not UTF-8: byte 0x81", as_utf8},
    {"caf\xE9\nb\x9D\n", "d.csv:1: error: the text is not UTF-8: byte 0xE9", as_utf8},
    {"a\n\xC0\xAF\n", "d.csv:2: error: the text is not UTF-8; as Windows-1252 it reads \"À¯\"",
     as_utf8},
    {"\xFF\xFE"
     "a\0,\0"s,
     "d.csv: error: the text is UTF-16, not UTF-8", as_utf8},
    {"\xFE\xFF\0a"s, "d.csv: error: the text is UTF-16, not UTF-8", as_utf8},
    {"PK\x03\x04rest", "d.csv: error: is a spreadsheet or an archive, not text", as_text},
    {"\xD0\xCF\x11\xE0rest", "d.csv: error: is a spreadsheet or an archive, not text", as_text},
    {"a,b\nc\0,1\n"s, "d.csv:2: error: holds the control character U+0000, which is no text",
     take_out},
    {"a\n\nb\x1B[1m", "d.csv:3: error: holds the control character U+001B, which is no text",
     take_out},
    {"it\u0092s", "d.csv:1: error: holds the control character U+0092, which is no text", take_out},
};

} // namespace

BOOST_AUTO_TEST_CASE(text_as_it_stands) {
    const test::TemporaryFolder folder;
    BOOST_TEST(cairn::read_file(folder.write("d.csv", "à\r\nb"), "d.csv") == "à\r\nb");
    BOOST_TEST(cairn::read_file(folder.write("d.csv", "\xEF\xBB\xBFà"), "d.csv") == "à");
    const std::string long_text(200'000, 'x');
    BOOST_TEST(cairn::read_file(folder.write("d.csv", long_text), "d.csv") == long_text);
}

BOOST_AUTO_TEST_CASE(text_that_cannot_be_used) {
    const test::WorkingFolder folder;
    for (const BadInput& bad : bad_inputs) {
        folder.write("d.csv", bad.bytes);
        BOOST_TEST(test::error_text([] { cairn::read_file("d.csv", "d.csv"); }) ==
                   bad.message + "\n" + std::string(bad.remedy));
    }
}

BOOST_AUTO_TEST_CASE(files_that_cannot_be_read) {
    const test::WorkingFolder folder;
    folder.write("place.csv", "a");
    folder.write("data/place.csv", "a");
    const auto message = [](const char* path) {
        return test::error_text([&] { cairn::read_file(path, path); });
    };
    BOOST_TEST(message("plaec.csv") == "plaec.csv: error: there is no such file\n"
                                       "  did you mean place.csv?\n");
    BOOST_TEST(message("nowhere/place.csv") == "nowhere/place.csv: error: there is no such file\n"
                                               "  check the spelling of the path\n");
    BOOST_TEST(message("data") == "data: error: is a folder, not a file\n"
                                  "  give the path of a file in it\n");
    BOOST_TEST(message("place.csv/x") == "place.csv/x: error: there is no such file\n"
                                         "  check the spelling of the path\n");
    const auto no_file = [](const std::string& path) {
        return path + ": error: is a device or a pipe, not a file\n"
                      "  write what it gives to a file, and give the path of that\n";
    };
    for (const char* device : {"/dev/zero", "/dev/full", "/dev/urandom", "/dev/null"}) {
        BOOST_TEST(message(device) == no_file(device));
    }
    BOOST_REQUIRE(::mkfifo("pipe", 0600) == 0);
    BOOST_TEST(message("pipe") == no_file("pipe"));
    std::filesystem::resize_file("place.csv", std::uintmax_t{20'000} << 20); // a hole
    BOOST_TEST(message("place.csv") ==
               "place.csv: error: is too large: 20,000 MB, where 256 MB are read at most\n"
               "  check that it is the file you mean\n");
    BOOST_TEST(message("/proc/self/mem") ==
               "/proc/self/mem: error: cannot be read: Input/output error\n"
               "  check who may read the file\n");
}

BOOST_AUTO_TEST_SUITE_END()
