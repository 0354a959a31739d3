#pragma once

#include "base/error.h"
#include "render/scene/scene.h"

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::scene {

/// How much room a line of text takes.
struct Extent {
    Length width;   ///< advance
    Length ascent;  ///< of the font, above the baseline
    Length descent; ///< of the font, below the baseline
};

struct PangoFonts; // measure_pango.h, for the painter

/// The fonts of a style, loaded through a fontconfig of our own: no host font changes an output.
class Fonts {
  public:
    /// `folder` holds the font files, `family` names them. Throws Error when the folder has no such
    /// family.
    Fonts(const std::filesystem::path& folder, std::string family);
    ~Fonts();
    Fonts(const Fonts&) = delete;
    Fonts& operator=(const Fonts&) = delete;
    Fonts(Fonts&&) noexcept;
    Fonts& operator=(Fonts&&) noexcept;

    /// The room that one line of text takes.
    [[nodiscard]] Extent measure(std::string_view text, const colour::Font& font) const;

    [[nodiscard]] const std::string& family() const;

    /// A warning, without file, for every text of the scene with characters that the family lacks:
    /// which, and the host font that stands in, or that there is none. Sorted, each once.
    [[nodiscard]] std::vector<Problem> stand_ins(const Scene& scene) const;

    [[nodiscard]] const PangoFonts& pango() const;

  private:
    std::unique_ptr<PangoFonts> m_pango;
};

/// Breaks text into lines no wider than `width` at spaces, lengths balanced so that the last
/// line is not a lone short word; a number and the word after it stay together where that takes no
/// line more. A word that is wider than a line is broken between letters.
std::vector<std::string> wrap(const Fonts& fonts, std::string_view text, const colour::Font& font,
                              Length width);

} // namespace cairn::scene
