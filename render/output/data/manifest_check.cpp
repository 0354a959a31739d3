#include "render/output/data/manifest_check.h"

#include "base/checksum.h"
#include "base/quote.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <iterator>
#include <string>

namespace cairn::output {

namespace {

namespace fs = std::filesystem;
using nlohmann::json;

/// The bytes of an ordinary file; empty for anything else.
std::string bytes_of(const fs::path& file) {
    std::error_code ignored;
    if (!fs::is_regular_file(file, ignored)) {
        return {};
    }
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), {}};
}

/// Whether a file of the folder is as the manifest has it. Throws json::exception where that has
/// not what a manifest has.
bool is_as_named(const fs::path& folder, const json& file) {
    const fs::path name = file.at("path").get<std::string>();
    std::error_code absent;
    return name == name.filename() &&
           fs::file_size(folder / name, absent) == file.at("bytes").get<std::uintmax_t>() &&
           !absent && sha256(bytes_of(folder / name)) == file.at("sha256").get<std::string>();
}

} // namespace

void warn_of_changed(const fs::path& folder, std::vector<Problem>& warnings) {
    const fs::path manifest = folder / "figures.json";
    const std::string text = bytes_of(manifest);
    if (text.empty()) {
        return;
    }
    std::vector<std::string> changed;
    try {
        const json named = json::parse(text);
        for (const json& figure : named.at("figures")) {
            for (const json& file : figure.at("files")) {
                if (!is_as_named(folder, file)) {
                    changed.push_back(file.at("path").get<std::string>());
                }
            }
        }
    } catch (const json::exception&) {
        warnings.push_back({.where = {.file = manifest.string()},
                            .what = "this is no list of figures as Cairn writes it",
                            .remedy = "render the figures again"});
        return;
    }
    if (!changed.empty()) {
        warnings.push_back(
            {.where = {.file = manifest.string()},
             .what = "not the files that it names: " + first_few(changed),
             .remedy = "they were changed, or a run was stopped while it put its files there; "
                       "render the figures again"});
    }
}

} // namespace cairn::output
