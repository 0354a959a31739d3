#pragma once

#include "base/error.h"

#include <filesystem>
#include <string>
#include <vector>

namespace cairn::input {

struct YamlEntry;

/// A value in a YAML file, and where it stands.
struct YamlValue {
    enum class Type { nothing, text, list, map };

    Type type = Type::nothing;
    int line = 0;          ///< from 1; of its key, where there is no value
    int column = 0;        ///< from 1
    std::string text;      ///< of a text
    std::string comment{}; ///< that stands on its line where a value should be: "# of stories"
    std::vector<YamlValue> items;   ///< of a list
    std::vector<YamlEntry> entries; ///< of a map, in file order, doubled keys too
};

struct YamlEntry {
    YamlValue key;
    YamlValue value;
};

/// Reads a YAML file of one document; an alias is a copy of what it stands for. `shown` is the path
/// as messages give it. Throws Error, with line and column, for text that is not YAML, more than
/// one document, none, or values nested beyond all use; and as read_file does.
YamlValue read_yaml(const std::filesystem::path& path, const std::string& shown);

/// What was found wrong with a file so far.
struct YamlLog {
    std::string file; ///< as messages give it
    std::vector<Problem> problems{};

    [[nodiscard]] Location at(const YamlValue& value) const;
    void report(const YamlValue& at, std::string what, std::string remedy);
};

} // namespace cairn::input
