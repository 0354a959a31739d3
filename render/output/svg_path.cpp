#include "render/output/svg_path.h"

#include "render/output/number.h"

#include <vector>

namespace cairn::output {

namespace {

/// A point in hundredths of a pixel.
struct GridPoint {
    long long x = 0;
    long long y = 0;

    friend bool operator==(const GridPoint&, const GridPoint&) = default;
};

/// The points of a subpath on the grid, without neighbours that fall together.
std::vector<GridPoint> grid_points(const scene::Subpath& subpath) {
    std::vector<GridPoint> points;
    for (const scene::Position& position : subpath.points) {
        const GridPoint point{hundredths(position.x), hundredths(position.y)};
        if (points.empty() || points.back() != point) {
            points.push_back(point);
        }
    }
    while (subpath.closed && points.size() > 1 && points.back() == points.front()) {
        points.pop_back();
    }
    return points;
}

/// Writes commands and numbers with no more characters between them than the grammar needs.
class PathWriter {
  public:
    void move_to(GridPoint point) {
        command('m');
        number(point.x - m_at.x);
        number(point.y - m_at.y);
        m_command = 'l'; // further pairs after a move are lines
        m_at = point;
    }

    void line_to(GridPoint point) {
        const long long x = point.x - m_at.x;
        const long long y = point.y - m_at.y;
        if (y == 0) {
            continue_with('h');
            number(x);
        } else if (x == 0) {
            continue_with('v');
            number(y);
        } else {
            continue_with('l');
            number(x);
            number(y);
        }
        m_at = point;
    }

    void close(GridPoint start) {
        command('z');
        m_at = start;
    }

    [[nodiscard]] const std::string& data() const { return m_data; }

  private:
    void command(char letter) {
        m_data += letter;
        m_command = letter;
        m_last_number.clear();
    }

    void continue_with(char letter) {
        if (m_command != letter) {
            command(letter);
        }
    }

    void number(long long value) {
        const std::string text = from_hundredths(value);
        const bool splits_by_point =
            text.front() == '.' && m_last_number.find('.') != std::string::npos;
        if (!m_last_number.empty() && text.front() != '-' && !splits_by_point) {
            m_data += ' ';
        }
        m_data += text;
        m_last_number = text;
    }

    std::string m_data{};
    std::string m_last_number{}; ///< empty right after a letter
    char m_command = '\0';       ///< that a further number would continue
    GridPoint m_at{};
};

} // namespace

std::string path_data(std::span<const scene::Subpath> subpaths) {
    PathWriter writer;
    for (const scene::Subpath& subpath : subpaths) {
        const std::vector<GridPoint> points = grid_points(subpath);
        if (points.empty()) {
            continue;
        }
        writer.move_to(points.front());
        for (std::size_t i = 1; i < points.size(); ++i) {
            writer.line_to(points[i]);
        }
        if (points.size() == 1) {
            writer.line_to(points.front()); // a dot, where caps are round
        }
        if (subpath.closed) {
            writer.close(points.front());
        }
    }
    return writer.data();
}

} // namespace cairn::output
