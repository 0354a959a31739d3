#pragma once

#include <string>
#include <string_view>
#include <vector>

/// What is written on a PDF page: its content stream (ISO 32000-1, 7.8.2).
namespace cairn::output {

/// A token of a content stream.
struct ContentToken {
    enum class Type {
        word, ///< an operator, a number or another keyword
        name, ///< /MCID
        text, ///< a string: (abc), <616263>
        mark, ///< [ ] << >>
        data, ///< the bytes of an inline image
    };
    Type type = Type::word;
    std::string_view text; ///< as it stands in the stream
};

/// The tokens of a content stream, which must outlive them; white space and comments are left out.
/// Throws std::runtime_error on a string or image without end.
std::vector<ContentToken> content_tokens(std::string_view content);

/// Marked content, as it is to be opened.
struct Opening {
    std::string operation;  ///< "/P <</MCID 3>> BDC", "/Artifact BMC"
    bool invisible = false; ///< its text is not painted, but there for programs that read
};

/// A content stream in which Cairo's n-th piece of marked content (that with the MCID n) is opened
/// by the n-th opening. All else stays as it is. Throws std::runtime_error unless there is one
/// piece for each opening.
std::string retag(std::string_view content, const std::vector<Opening>& openings);

} // namespace cairn::output
