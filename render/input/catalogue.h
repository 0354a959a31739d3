#pragma once

#include "base/noun.h"
#include "base/number.h"
#include "render/input/catalogue_keys.h"

#include <array>
#include <filesystem>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// A clause for a subject that is one, and for one that is many: "has", "have".
struct Agreeing {
    std::string one;
    std::string many;
};

/// Every word that a figure says by itself, in one language: styles/languages/*.yaml. A text in
/// which {…} stands is a template (facts/fill.h). Numbers in them are written already.
class Catalogue {
  public:
    std::string language; ///< language subtag: "en"
    NumberFormat numbers;
    std::vector<std::string> number_words;   ///< 0 to 9 in running text
    std::vector<std::string> compound_marks; ///< a name with one of these counts as a list itself
    std::vector<std::string> title_words;    ///< a title that begins with one can run on in a text

    [[nodiscard]] const std::string& operator[](SentenceKey key) const {
        return m_sentences[key.row()];
    }
    [[nodiscard]] const Agreeing& clause(ClauseKey key) const { return m_clauses[key.row()]; }
    [[nodiscard]] const Noun& noun(NounKey key) const { return m_nouns[key.row()]; }

    /// Reads a catalogue. Throws Error, with file and line, for each key that is missing or
    /// unknown, and each template that lacks a place or has one that does not exist.
    friend Catalogue read_catalogue(const std::filesystem::path& path);

  private:
    std::array<std::string, std::size(sentences)> m_sentences;
    std::array<Agreeing, std::size(clauses)> m_clauses;
    std::array<Noun, std::size(nouns)> m_nouns;
};

/// Names of the places `{…}` in a template, in order. Throws nothing; a brace that is not closed
/// ends the search.
std::vector<std::string> places_in(std::string_view text);

Catalogue read_catalogue(const std::filesystem::path& path);

} // namespace cairn::input
