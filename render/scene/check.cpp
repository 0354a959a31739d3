#include "render/scene/check.h"

#include "render/scene/limits.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <iterator>
#include <map>
#include <numbers>
#include <optional>
#include <stdexcept>
#include <utility>

namespace cairn::scene {

namespace {

constexpr double unseen = 0.05; // px by which texts may overlap, or leave the page

/// A box on the page, in px.
struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;

    [[nodiscard]] double width() const { return right - left; }
    [[nodiscard]] double height() const { return bottom - top; }
    [[nodiscard]] Position corner() const { return {Length::px(left), Length::px(top)}; }
};

/// The room that the letters of a line take.
Box box_of(const Text& text) {
    const double size = text.font.size.to_px();
    const double base = text.start.y.to_px();
    const double left = text.start.x.to_px();
    return {left, base - 0.72 * size, left + text.width.to_px(), base + 0.2 * size};
}

/// How far two boxes would have to part; not above zero where they lie apart.
double overlap(const Box& a, const Box& b) {
    return std::min(std::min(a.right, b.right) - std::max(a.left, b.left),
                    std::min(a.bottom, b.bottom) - std::max(a.top, b.top));
}

/// Boxes by the squares of the page that they lie in: some two squares a box, so that each meets
/// few others.
class Grid {
  public:
    Grid(Size page, std::size_t boxes)
        : m_side(std::max(16.0, std::sqrt(page.width.to_px() * page.height.to_px() /
                                          (2.0 * static_cast<double>(boxes) + 1)))),
          m_columns(squares(page.width)), m_rows(squares(page.height)),
          m_boxes(m_columns * m_rows) {}

    /// Calls `visit` with the list of each square that the box lies in; what is beside the page
    /// counts to its outermost squares.
    void for_each_square(const Box& box, const auto& visit) {
        for (std::size_t row = at(box.top, m_rows); row <= at(box.bottom, m_rows); ++row) {
            for (std::size_t column = at(box.left, m_columns); column <= at(box.right, m_columns);
                 ++column) {
                visit(m_boxes[row * m_columns + column]);
            }
        }
    }

  private:
    [[nodiscard]] std::size_t squares(Length side) const {
        return static_cast<std::size_t>(side.to_px() / m_side) + 1;
    }
    [[nodiscard]] std::size_t at(double px, std::size_t squares) const {
        return static_cast<std::size_t>(
            std::clamp(px / m_side, 0.0, static_cast<double>(squares - 1)));
    }

    double m_side;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<std::vector<std::size_t>> m_boxes;
};

void check_texts(const std::vector<const Text*>& texts, Size page, std::vector<Finding>& findings) {
    Grid grid(page, texts.size());
    std::vector<Box> boxes;
    boxes.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Text& text = *texts[i];
        const Box& box = boxes.emplace_back(box_of(text));
        const auto found = [&](Fault fault, double by, const std::string& other = {}) {
            findings.push_back({fault, box.corner(), by, text.string, other});
        };
        const double beyond = std::max({-box.left, -box.top, box.right - page.width.to_px(),
                                        box.bottom - page.height.to_px()});
        if (beyond > unseen) {
            found(Fault::off_page, beyond);
        }
        // A rounding error of a point in pixels is no fault.
        const double smaller = (smallest_text - text.font.size).to_px();
        if (smaller > 1e-9) {
            found(Fault::too_small, smaller);
        }
        std::optional<std::size_t> beneath;
        grid.for_each_square(box, [&](std::vector<std::size_t>& others) {
            for (std::size_t k = 0; k < others.size() && !beneath; ++k) {
                if (overlap(box, boxes[others[k]]) > unseen) {
                    beneath = others[k];
                }
            }
            others.push_back(i);
        });
        if (beneath) {
            found(Fault::on_text, overlap(box, boxes[*beneath]), texts[*beneath]->string);
        }
    }
}

Box box_of(const std::vector<Subpath>& subpaths) {
    std::optional<Box> box;
    for (const Subpath& subpath : subpaths) {
        for (const Position point : subpath.points) {
            const double x = point.x.to_px();
            const double y = point.y.to_px();
            box = box ? Box{std::min(box->left, x), std::min(box->top, y), std::max(box->right, x),
                            std::max(box->bottom, y)}
                      : Box{x, y, x, y};
        }
    }
    return box.value_or(Box());
}

/// The area inside closed lines that do not cross, in px².
double area_of(const std::vector<Subpath>& subpaths) {
    double twice = 0;
    for (const Subpath& subpath : subpaths) {
        for (std::size_t i = 0; i < subpath.points.size(); ++i) {
            const Position a = subpath.points[i];
            const Position b = subpath.points[(i + 1) % subpath.points.size()];
            twice += a.x.to_px() * b.y.to_px() - b.x.to_px() * a.y.to_px();
        }
    }
    return std::abs(twice) / 2;
}

/// What a mark should show beside what it shows, in measures that are proportional.
struct Shown {
    const Datum* datum;
    Position where;
    double due;   ///< in units of the value
    double drawn; ///< px; of a count, dots
    double least; ///< px that it has at least
};

double drawn_of(Channel channel, const Path& path) {
    const Box box = box_of(path.subpaths);
    // A line around a shape hides what lies beneath its inner half.
    const double line = path.stroke ? path.stroke->width.to_px() : 0;
    switch (channel) {
    case Channel::width:
        return box.width() - line;
    case Channel::height:
        return box.height() - line;
    case Channel::x:
        return (box.left + box.right) / 2;
    case Channel::y:
        return (box.top + box.bottom) / 2;
    case Channel::area: // as the radius of the circle that has it
        return std::sqrt(area_of(path.subpaths) / std::numbers::pi) - line / 2;
    case Channel::count:
        return static_cast<double>(path.subpaths.size());
    }
    throw std::logic_error("an unknown channel");
}

double due_of(Channel channel, double value) {
    switch (channel) {
    case Channel::width:
    case Channel::height:
    case Channel::count:
        return std::abs(value);
    case Channel::x:
    case Channel::y:
        return value;
    case Channel::area:
        return std::sqrt(std::abs(value));
    }
    throw std::logic_error("an unknown channel");
}

/// A mark without a shape, such as the bar of zero, shows nothing: 0 px.
Shown shown_by(const Group& mark) {
    const Datum& datum = *mark.datum;
    const Encoding& encoding = *datum.encoding;
    const double value = datum.value.value();
    Shown shown{
        &datum, {}, due_of(encoding.channel, value), 0, value == 0 ? 0 : encoding.least.to_px()};
    // Dots are strokes; land may lie beneath them.
    const bool is_count = encoding.channel == Channel::count;
    for (const Node& node : mark.children) {
        const Path* path = std::get_if<Path>(&node);
        if (path != nullptr && (is_count ? !path->fill : path->fill.has_value())) {
            shown.where = box_of(path->subpaths).corner();
            shown.drawn = drawn_of(encoding.channel, *path);
            break;
        }
    }
    return shown;
}

/// drawn = offset + slope * due
struct Scale {
    double offset = 0;
    double slope = 0;
};

Scale fitted(const std::vector<Shown>& marks, bool with_offset) {
    double due = 0;
    double drawn = 0;
    const auto count = static_cast<double>(marks.size());
    for (const Shown& mark : marks) {
        due += with_offset ? mark.due / count : 0;
        drawn += with_offset ? mark.drawn / count : 0;
    }
    double products = 0;
    double squares = 0;
    for (const Shown& mark : marks) {
        products += (mark.due - due) * (mark.drawn - drawn);
        squares += (mark.due - due) * (mark.due - due);
    }
    const double slope = squares > 0 ? products / squares : 0;
    return {drawn - slope * due, slope};
}

void check_scale(const std::vector<Shown>& marks, std::vector<Finding>& findings) {
    constexpr double most_off = 0.5;
    // What is no larger than the least mark says nothing of the scale.
    std::vector<Shown> telling;
    std::ranges::copy_if(marks, std::back_inserter(telling),
                         [](const Shown& one) { return one.drawn > one.least; });
    const auto largest = std::ranges::max_element(marks, {}, &Shown::due);
    if (telling.empty() && largest->due > 0) {
        findings.push_back({Fault::no_scale, largest->where, largest->drawn, largest->datum->name});
        return;
    }
    const Channel channel = largest->datum->encoding->channel;
    const Scale scale = fitted(telling, channel == Channel::x || channel == Channel::y);
    const auto off = [&](const Shown& one) {
        return std::abs(one.drawn - std::max(one.least, scale.offset + scale.slope * one.due));
    };
    const auto worst = std::ranges::max_element(marks, {}, off);
    if (off(*worst) > most_off) {
        findings.push_back({Fault::off_scale, worst->where, off(*worst), worst->datum->name});
    }
}

/// A count is rounded to whole dots, of which any value above zero has one.
void check_counts(const std::vector<Shown>& marks, std::vector<Finding>& findings) {
    for (const Shown& one : marks) {
        const double dots = one.due / one.datum->encoding->per;
        const double due = one.due > 0 ? std::max(1.0, std::round(dots)) : 0;
        if (one.drawn != due) {
            findings.push_back({Fault::miscounted, one.where, one.drawn - due, one.datum->name});
        }
    }
}

} // namespace

std::vector<Finding> check(const Scene& scene) {
    std::vector<const Text*> texts;
    std::map<std::pair<Channel, std::size_t>, std::vector<Shown>> groups;
    visit_all(scene.nodes(), [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, Text>) {
            texts.push_back(&node);
        } else if constexpr (std::is_same_v<Type, Group>) {
            if (node.datum && node.datum->encoding && node.datum->value) {
                const Encoding& encoding = *node.datum->encoding;
                groups[{encoding.channel, encoding.group}].push_back(shown_by(node));
            }
        }
    });
    std::vector<Finding> findings;
    check_texts(texts, scene.size(), findings);
    for (const auto& [scale, marks] : groups) {
        scale.first == Channel::count ? check_counts(marks, findings)
                                      : check_scale(marks, findings);
    }
    return findings;
}

Problem to_problem(const Finding& finding) {
    const std::string at = fmt::format("{:.0f} px from the left and {:.0f} px from the top",
                                       finding.where.x.to_px(), finding.where.y.to_px());
    const char* more_room = "choose a style with a wider page or smaller text, or write it shorter";
    const char* fault_of_ours = "keep this picture back, and report it with its figure file and "
                                "its table: Cairn has drawn it wrongly";
    switch (finding.fault) {
    case Fault::off_page:
        return {
            {},
            fmt::format("\"{}\", {}, leaves the page by {:.1f} px", finding.name, at, finding.by),
            more_room};
    case Fault::on_text:
        return {{},
                fmt::format("\"{}\", {}, lies on \"{}\" by {:.1f} px", finding.name, at,
                            finding.other, finding.by),
                more_room};
    case Fault::too_small:
        return {{},
                fmt::format("\"{}\", {}, is {:.1f} px smaller than the least text of {:.0f} px",
                            finding.name, at, finding.by, smallest_text.to_px()),
                "choose a style with larger text"};
    case Fault::off_scale:
        return {{},
                fmt::format("the mark of \"{}\", {}, is {:.1f} px off the scale", finding.name, at,
                            finding.by),
                fault_of_ours};
    case Fault::no_scale:
        return {{},
                fmt::format("the mark of \"{}\", {}, has {:.1f} px, no more than the least value",
                            finding.name, at, finding.by),
                "choose a style with a wider page"};
    case Fault::miscounted:
        return {{},
                fmt::format("\"{}\", {}, has {:.0f} dots too {}", finding.name, at,
                            std::abs(finding.by), finding.by > 0 ? "many" : "few"),
                fault_of_ours};
    }
    throw std::logic_error("an unknown fault");
}

} // namespace cairn::scene
