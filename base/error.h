#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

namespace cairn {

/// Where in the input something is wrong. Only `file` is always known.
struct Location {
    std::string file{};                    ///< as the user gave it
    int line = 0;                          ///< from 1; 0 where there is none
    int column = 0;                        ///< from 1; 0 where there is none
    std::string layer{};                   ///< of a boundary file
    std::optional<std::int64_t> feature{}; ///< of a boundary file, from 0
    std::string field{};                   ///< of a boundary file or table
};

/// One thing that is wrong with the input, and what to do about it.
struct Problem {
    Location where{};
    std::string what{};   ///< what is wrong, without full stop
    std::string remedy{}; ///< what to do: nearest known name, allowed values; may be empty
};

enum class Severity {
    error,
    warning,
    advice, ///< nothing is wrong, but there is a better way
};

/// `file:line:column: error: what`, then the remedy on a second, indented line. Layer, feature and
/// field, where known, stand before `what`. What steers a terminal is shown as visible() has it.
std::string to_string(const Problem& problem, Severity severity);

/// Input that cannot be used: all that was found wrong with it, never none.
class Error : public std::runtime_error {
  public:
    explicit Error(Problem problem);
    explicit Error(std::vector<Problem> problems);

    [[nodiscard]] const std::vector<Problem>& problems() const { return m_problems; }

  private:
    std::vector<Problem> m_problems;
};

} // namespace cairn
