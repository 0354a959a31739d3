#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace cairn::output {

/// Where a printed line stands in the text that it is of.
struct LinePlace {
    std::size_t paragraph = 0;
    bool space_follows = false; ///< between it and the next line of its paragraph

    friend bool operator==(const LinePlace&, const LinePlace&) = default;
};

/// The place of each line, where the lines are the paragraphs one after another, broken into lines;
/// nothing where they are anything else. White space within does not count.
std::optional<std::vector<LinePlace>> place_lines(const std::vector<std::string>& lines,
                                                  const std::vector<std::string>& paragraphs);

} // namespace cairn::output
