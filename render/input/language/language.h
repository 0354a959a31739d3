#pragma once

#include "base/noun.h"
#include "render/input/yaml/map_reader.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// The languages that words can be written in: those with a catalogue in styles/languages/.
namespace cairn::input {

/// The plural forms of Unicode's CLDR that these languages have.
enum class Plural { one, two, few, other };

/// "en" of "en-GB": the part of a BCP 47 tag that names the language, which names its catalogue.
std::string language_of(std::string_view tag);

/// The language subtags, in the order in which messages name them.
std::vector<std::string> known_languages();

/// Asked for instead of a language: each that a figure's title has, its own first.
constexpr std::string_view all_languages = "all";

/// Whether words can be written in the language of a BCP 47 tag: en, gd, or one of these and a
/// place.
bool is_known_language(std::string_view tag);

/// The language of a text where it is another than the figure's, else nothing; both BCP 47.
std::string other_language(std::string_view text, std::string_view figure);

/// "Scottish Gaelic (gd)", for messages.
std::string language_in_words(std::string_view tag);

/// What to do about a language that is not known.
std::string remedy_for_language();

/// Keys of a map by language; each may be left out.
std::span<const Key> language_keys();

/// Keys of a noun in a known language: its plural forms, all needed.
std::span<const Key> noun_keys(std::string_view tag);

/// A noun as the figure file has it, for messages: "{one: story, other: stories}".
std::string noun_example(std::string_view tag);

/// The form that goes with a number. CLDR: English one for 1; Scottish Gaelic one for 1 and 11, two
/// for 2 and 12, few for 3 to 10 and 13 to 19; other for all else. The sign does not matter.
/// English has other where decimals are written: "1.0 points".
Plural plural_form(std::string_view tag, double number, int decimals = 0);

/// The noun as it goes with a number that is written with so many decimals.
const std::string& form_of(const Noun& noun, std::string_view tag, double number, int decimals = 0);

/// The plural without a number: "stories" of English, "sgeulachdan" of Gaelic, whose form for three
/// it is.
const std::string& bare_plural(const Noun& noun);

/// What a name sorts by, byte by byte: in Gaelic a letter with an accent stands with the plain one.
std::string sort_key(std::string_view name, std::string_view tag);

} // namespace cairn::input
