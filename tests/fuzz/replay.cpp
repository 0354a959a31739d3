#include "base/read_file.h"
#include "tests/fuzz/target.h"

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <random>
#include <string>
#include <vector>

// A target of libFuzzer as an ordinary test: on each file of the folders named, and on copies of
// it with random damage, the same in every run.

namespace {

constexpr int rounds = 300;

void run(const std::string& bytes) {
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

/// Some bytes changed, taken out or doubled.
std::string damaged(std::string bytes, std::mt19937& random) {
    for (std::size_t changes = 1 + random() % 8; changes > 0 && !bytes.empty(); --changes) {
        const std::size_t at = random() % bytes.size();
        const std::size_t kind = random() % 3;
        if (kind == 0) {
            bytes[at] = static_cast<char>(random() % 256);
        } else if (kind == 1) {
            bytes.erase(at, 1 + random() % 4);
        } else {
            bytes.insert(at, bytes.substr(at, 1 + random() % 16));
        }
    }
    return bytes;
}

} // namespace

int main(int count, char** arguments) {
    std::vector<std::filesystem::path> files;
    for (int i = 1; i < count; ++i) {
        for (const auto& entry : std::filesystem::directory_iterator(arguments[i])) {
            files.push_back(entry.path());
        }
    }
    std::ranges::sort(files);
    std::mt19937 random(1);
    for (const std::filesystem::path& file : files) {
        const std::string bytes = cairn::read_bytes(file, file.string());
        run(bytes);
        for (int round = 0; round < rounds; ++round) {
            run(damaged(bytes, random));
        }
    }
    std::cout << files.size() << " files\n";
    return files.empty() ? 1 : 0;
}
