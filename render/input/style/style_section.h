#pragma once

#include "render/input/style/style.h"
#include "render/input/style/style_rules.h"
#include "render/input/yaml/map_reader.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// Reads one map of a style, and notes where its values stand. A value that is absent or wrong
/// stays what it was: what another style gave, or what nobody sees, for then the style does not
/// load.
class StyleSection {
  public:
    /// `path` is that of the map in its file: "text.note"; empty for the file itself. `log` and
    /// `places` must outlive the section.
    StyleSection(const MapReader& reader, std::string path, YamlLog& log, StylePlaces& places);

    std::optional<StyleSection> section(std::string_view key, std::span<const Key> keys);

    /// Whether the map has the key.
    [[nodiscard]] bool has(std::string_view key) const { return m_reader.find(key) != nullptr; }

    void read(std::string_view key, std::string& text);
    void read(std::string_view key, Length& length);
    void read(std::string_view key, colour::Colour& colour);
    void read(std::string_view key, std::vector<colour::Colour>& colours, std::size_t least);
    void read(std::string_view key, double& number, double least, double most);
    void read(std::string_view key, int& number, int least, int most);
    void read(std::string_view key, bool& truth);
    void read(std::string_view key, colour::Weight& weight);
    void read(std::string_view key, colour::Colour& colour, Length& width);
    void read(std::string_view key, colour::Hatch& hatch, colour::Theme& theme);
    void read(std::string_view key, TextStyle& style, colour::Colour& colour);
    /// Text in one language, which is English, or by language.
    void read(std::string_view key, std::vector<Wording>& wordings);

    void report(std::string_view key, std::string what, std::string remedy);

  private:
    [[nodiscard]] std::string path_of(std::string_view key) const;
    void note(std::string_view key);
    std::optional<std::string> text(std::string_view key);
    std::optional<colour::Colour> parse(std::string_view key, std::string_view text,
                                        const YamlValue* place);

    MapReader m_reader;
    std::string m_path;
    YamlLog* m_log;
    StylePlaces* m_places;
};

} // namespace cairn::input
