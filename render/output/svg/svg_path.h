#pragma once

#include "render/output/number.h"
#include "render/scene/scene.h"

#include <span>
#include <string>

namespace cairn::output {

/// A point of the page in hundredths of a pixel.
struct GridPoint {
    long long x = 0;
    long long y = 0;

    friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

/// The nearest point of the grid.
GridPoint on_grid(scene::Position position);

/// Writes SVG path data in relative commands, with no more characters than the grammar needs.
class PathWriter {
  public:
    explicit PathWriter(Unit unit = Unit::pixel) : m_unit(unit) {}

    void move_to(GridPoint point);
    void line_to(GridPoint point);
    void curve_to(GridPoint control, GridPoint end);                 ///< quadratic
    void curve_to(GridPoint first, GridPoint second, GridPoint end); ///< cubic
    /// Closes the subpath, back to where the last move_to went.
    void close();

    [[nodiscard]] const std::string& data() const { return m_data; }

  private:
    void command(char letter);
    void continue_with(char letter);
    void number(long long value);
    void offset(GridPoint point);

    Unit m_unit;
    std::string m_data{};
    std::string m_last_number{}; ///< empty right after a letter
    char m_command = '\0';       ///< that a further number would continue
    GridPoint m_at{};
    GridPoint m_start{};
};

/// SVG path data on a grid of hundredths of a pixel, in relative commands as short as can be. Each
/// point is rounded once, where it stands on the page, so that no error adds up along a line.
std::string path_data(std::span<const scene::Subpath> subpaths, Unit unit = Unit::pixel);

/// Whether a group is shorter in hundredths of a pixel: it holds paths alone, of many points.
bool is_fine(const scene::Group& group);

} // namespace cairn::output
