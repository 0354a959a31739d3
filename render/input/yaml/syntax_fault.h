#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cairn::input {

/// What is wrong with a text that is not YAML.
struct SyntaxFault {
    int line = 0;   ///< from 1
    int column = 0; ///< from 1
    std::string what;
    std::string remedy;
};

/// The slip that made a text unreadable, where a parser gave up at `line` and `column` (from 1)
/// with a message of yaml-cpp's. That is often further down: `kind:bar`, a missing dash, a bracket
/// that a comment swallows, each is found where it stands. Where none of these is seen, the place
/// and the message are the parser's own.
SyntaxFault find_syntax_fault(std::string_view text, int line, int column,
                              std::string_view message);

/// `kind:bar`, where the line above a line, but for comments, is one; of lines that YAML can read.
std::optional<SyntaxFault> find_missing_space_above(std::string_view text, int line);

/// A text as a YAML file has it beside its key: in quotes where it would be a comment.
std::string yaml_text(std::string_view text);

/// A text as a YAML file has it in quotes.
std::string yaml_quoted(std::string_view text);

} // namespace cairn::input
