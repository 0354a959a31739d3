#include "render/output/svg/svg_path.h"

#include <vector>

namespace cairn::output {

namespace {

/// The points of a subpath on the grid, without neighbours that fall together.
std::vector<GridPoint> grid_points(const scene::Subpath& subpath) {
    std::vector<GridPoint> points;
    for (const scene::Position& position : subpath.points) {
        const GridPoint point = on_grid(position);
        if (points.empty() || points.back() != point) {
            points.push_back(point);
        }
    }
    while (subpath.closed && points.size() > 1 && points.back() == points.front()) {
        points.pop_back();
    }
    return points;
}

} // namespace

GridPoint on_grid(scene::Position position) {
    return {hundredths(position.x), hundredths(position.y)};
}

void PathWriter::move_to(GridPoint point) {
    command('m');
    offset(point);
    m_command = 'l'; // further pairs after a move are lines
    m_at = point;
    m_start = point;
}

void PathWriter::line_to(GridPoint point) {
    if (point.y == m_at.y) {
        continue_with('h');
        number(point.x - m_at.x);
    } else if (point.x == m_at.x) {
        continue_with('v');
        number(point.y - m_at.y);
    } else {
        continue_with('l');
        offset(point);
    }
    m_at = point;
}

void PathWriter::curve_to(GridPoint control, GridPoint end) {
    continue_with('q');
    offset(control);
    offset(end);
    m_at = end;
}

void PathWriter::curve_to(GridPoint first, GridPoint second, GridPoint end) {
    continue_with('c');
    offset(first);
    offset(second);
    offset(end);
    m_at = end;
}

void PathWriter::close() {
    command('z');
    m_at = m_start;
}

void PathWriter::command(char letter) {
    m_data += letter;
    m_command = letter;
    m_last_number.clear();
}

void PathWriter::continue_with(char letter) {
    if (m_command != letter) {
        command(letter);
    }
}

void PathWriter::offset(GridPoint point) {
    number(point.x - m_at.x);
    number(point.y - m_at.y);
}

void PathWriter::number(long long value) {
    const std::string text =
        m_unit == Unit::hundredth ? std::to_string(value) : from_hundredths(value);
    const bool splits_by_point =
        text.front() == '.' && m_last_number.find('.') != std::string::npos;
    if (!m_last_number.empty() && text.front() != '-' && !splits_by_point) {
        m_data += ' ';
    }
    m_data += text;
    m_last_number = text;
}

std::string path_data(std::span<const scene::Subpath> subpaths, Unit unit) {
    PathWriter writer(unit);
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
            writer.close();
        }
    }
    return writer.data();
}

bool is_fine(const scene::Group& group) {
    constexpr std::size_t many = 100; // two bytes each: more than the group's transform needs
    std::size_t points = 0;
    bool paths_alone = true;
    visit_all(group.children, [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, scene::Path>) {
            for (const scene::Subpath& subpath : node.subpaths) {
                points += subpath.points.size();
            }
        } else if constexpr (std::is_same_v<Type, scene::Text>) {
            paths_alone = false;
        }
    });
    return paths_alone && points >= many;
}

} // namespace cairn::output
