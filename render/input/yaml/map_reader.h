#pragma once

#include "render/input/yaml/yaml.h"

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cairn::input {

/// A key that a map may have.
struct Key {
    std::string_view name;
    std::string_view example; ///< a value, as it is written in the file
    bool required = false;
};

/// Whether a map must have its required keys.
enum class Completeness {
    whole,
    partial, ///< something else gives the keys that are absent
};

/// Keys that a map may not have, since they stand in another, and where that is.
struct Elsewhere {
    std::span<const std::string_view> keys{};
    std::string_view remedy{};
};

/// A word that a value may be.
template<typename T>
struct Choice {
    std::string_view word;
    T value;
};

/// Whether a map has the key; false of what is no map.
bool has_key(const YamlValue& map, std::string_view key);

/// The index of the word that a value is; nothing, and a problem more, for any other.
std::optional<std::size_t> read_word(const YamlValue& value, std::string_view key,
                                     std::span<const std::string> words, YamlLog& log);

/// Reads a map key by key. Every problem goes to the log: a key that is unknown, doubled or
/// missing, a value of the wrong kind. A value that is absent or wrong reads as nothing.
class MapReader {
  public:
    /// `map` is a map; `keys` are all that it may have. All must outlive the reader.
    MapReader(const YamlValue& map, std::span<const Key> keys, YamlLog& log,
              Completeness completeness = Completeness::whole,
              std::span<const Elsewhere> elsewhere = {});

    /// The value of a key; null where it is absent.
    [[nodiscard]] const YamlValue* find(std::string_view key) const;

    /// The place of a key's value, else of the map.
    [[nodiscard]] Location where(std::string_view key) const;

    /// Text on one line, never empty.
    std::optional<std::string> text(std::string_view key);

    std::optional<double> number(std::string_view key);

    /// A whole number from `least` to `most`.
    std::optional<int> whole(std::string_view key, int least, int most);

    /// The items of a list that is not empty; null where there is none.
    const std::vector<YamlValue>* list(std::string_view key);

    /// The map that a key holds, read as completely as this one.
    std::optional<MapReader> map(std::string_view key, std::span<const Key> keys);

    template<typename T, std::size_t size>
    std::optional<T> choice(std::string_view key, const std::array<Choice<T>, size>& choices) {
        const YamlValue* value = find(key);
        if (value == nullptr) {
            return std::nullopt;
        }
        std::vector<std::string> words;
        words.reserve(size);
        for (const Choice<T>& one : choices) {
            words.emplace_back(one.word);
        }
        const auto index = read_word(*value, key, words, *m_log);
        return index ? std::optional(choices[*index].value) : std::nullopt;
    }

    /// `true` or `false`.
    std::optional<bool> truth(std::string_view key) {
        return choice(key, std::array{Choice<bool>{"true", true}, Choice<bool>{"false", false}});
    }

    /// Reports that the value of a key is wrong.
    void report(std::string_view key, std::string what, std::string remedy);

  private:
    void check_keys(std::span<const Elsewhere> elsewhere);
    void report_unknown(std::size_t entry, std::span<const std::string> known);
    void check_missing();
    [[nodiscard]] std::string remedy_by_example(std::string_view key) const;

    /// The value of a key, where it is of that kind and not empty; else null.
    const YamlValue* find_as(std::string_view key, YamlValue::Type type);

    const YamlValue* m_map;
    std::span<const Key> m_keys;
    YamlLog* m_log;
    Completeness m_completeness;
};

} // namespace cairn::input
