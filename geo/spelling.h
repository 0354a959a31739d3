#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Names of councils, health boards and integration authorities as tables write them: with what
/// kind of area they are, shortened, with signs of notes.
namespace cairn::geo {

/// Kinds of area whose names are known well enough to be read however they are written.
enum class NamedKind { none, council, health_board, integration_authority };

NamedKind named_kind_of_code(std::string_view code);

/// The words of a name in lower case, without those that say only that an area is of this kind, and
/// without numbers before it, "and", "of" and "the": "City of Edinburgh Council area" is edinburgh,
/// city; "isles" at the end is islands. Nothing where the text says that it is of another kind
/// ("NHS Fife" for a council), or not the whole of an area
/// ("rest of Fife", "Fife (part)").
std::vector<std::string> plain_words(std::string_view text, NamedKind kind);

/// Whether the text says that it is about a part of an area: "excluding Skye".
bool tells_part(std::string_view text);

/// The words with a point of the compass at their end put first, and in full: renfrewshire e is
/// east renfrewshire; any others as they are.
std::vector<std::string> compass_first(std::vector<std::string> words);

/// Whether `words` are those of a name of two words or more, each whole or cut short by two letters
/// or more: "e ren", "dumf gall". One of them must be told by three letters at least, and be more
/// than "city", "islands" or a point of the compass.
bool shortens(std::span<const std::string> words, std::span<const std::string> name);

/// The text with what other programs have made of it undone: `&amp;` as `&`, UTF-8 that was read as
/// Windows-1252 as what it was.
std::string repaired(std::string_view text);

/// The text without what may be the sign of a note at its end: a number, or one ASCII sign or
/// character beyond ASCII; any other text as it is.
std::string_view without_note_sign(std::string_view text);

/// The codes of nine characters in a text, and the text without them.
struct TextWithCodes {
    std::vector<std::string> codes;
    std::string rest;
};

TextWithCodes codes_apart(std::string_view text);

} // namespace cairn::geo
