#include "render/output/pdf/pdf_structure.h"

#include "render/output/html/paragraphs.h"
#include "render/output/pdf/pdf_unseen.h"
#include "render/scene/measure_pango.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace cairn::output {

namespace {

using scene::Group;
using scene::Node;
using scene::Path;
using scene::Role;
using scene::Text;

/// Elements and runs as they grow.
class Tree {
  public:
    Tree() : m_structure{{Element{.type = "Document"}}, {Run{}}} {}

    std::size_t add(std::size_t parent, std::string type) {
        const std::size_t index = m_structure.elements.size();
        m_structure.elements.push_back({.type = std::move(type), .parent = parent});
        at(parent).kids.push_back({Kid::Type::element, index});
        return index;
    }

    [[nodiscard]] Element& at(std::size_t element) { return m_structure.elements[element]; }

    /// Paths of one element, one after another, are one run.
    void paint(std::optional<std::size_t> element, const Path& path) {
        const Run& last = m_structure.runs.back();
        const bool joins = last.element == element && !last.leaves.empty() &&
                           std::holds_alternative<const Path*>(last.leaves.back());
        (joins ? m_structure.runs.back() : begin_run(element)).leaves.emplace_back(&path);
    }

    /// An artifact: the group's paths say all that it shows.
    void paint_outline(const Group& group) { begin_run(std::nullopt).leaves.emplace_back(&group); }

    /// A run of its own, so that no reader joins it with what is beside it; in another language, an
    /// element of its own.
    void paint(std::size_t element, const Text& text) {
        const bool is_other = !text.language.empty() && text.language != at(element).language;
        const std::size_t of = is_other ? add(element, "Span") : element;
        at(of).language = is_other ? text.language : at(of).language;
        begin_run(of).leaves.emplace_back(text);
    }

    void paint_unseen(std::size_t element, std::vector<Text> pieces) {
        if (!pieces.empty()) {
            Run& run = begin_run(element);
            run.unseen = true;
            std::move(pieces.begin(), pieces.end(), std::back_inserter(run.leaves));
        }
    }

    Structure take() { return std::move(m_structure); }

  private:
    Run& begin_run(std::optional<std::size_t> element) {
        if (element) {
            at(*element).kids.push_back({Kid::Type::run, m_structure.runs.size()});
        }
        return m_structure.runs.emplace_back(Run{.element = element});
    }

    Structure m_structure;
};

/// Paths and texts of a group in drawing order; what it groups is of no account.
std::vector<Leaf> leaves_of(const Group& group) {
    std::vector<Leaf> leaves;
    scene::visit_all(group.children, [&](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, Path>) {
            leaves.emplace_back(&node);
        } else if constexpr (std::is_same_v<Type, Text>) {
            leaves.emplace_back(node);
        }
    });
    return leaves;
}

std::vector<std::string> drawn(std::vector<std::string> strings) {
    for (std::string& string : strings) {
        string = scene::drawn_text(string);
    }
    return strings;
}

/// A paragraph with the types that its lines ask for.
struct Paragraph {
    std::string text;
    std::string type;
    std::string language{};
};

class Builder {
  public:
    Builder(const scene::Scene& scene, const scene::Fonts& fonts)
        : m_scene(scene), m_page(scene.pages().front()), m_fonts(fonts) {}

    Structure build() {
        walk(m_page.nodes, false);
        add_words();
        std::vector<std::vector<Text>> laid = lay_unseen(m_unseen, m_fonts, m_page.size);
        for (std::size_t i = 0; i < laid.size(); ++i) {
            m_tree.paint_unseen(m_unseen_elements[i], std::move(laid[i]));
        }
        return m_tree.take();
    }

  private:
    void walk(const std::vector<Node>& nodes, bool is_decoration) {
        for (const Node& node : nodes) {
            if (const Group* group = std::get_if<Group>(&node)) {
                walk(*group, is_decoration);
            } else if (const Path* path = std::get_if<Path>(&node)) {
                m_tree.paint(is_decoration ? std::nullopt : std::optional(figure()), *path);
                if (!is_decoration) {
                    enlarge_figure(*path);
                }
            } else {
                // Text says something, also where it decorates.
                const Text& text = std::get<Text>(node);
                m_tree.paint(figure(), text);
                enlarge_figure(text);
            }
        }
    }

    void walk(const Group& group, bool is_decoration) {
        const words::Words& words = m_scene.words();
        if (group.outline) {
            m_tree.paint_outline(group);
        }
        switch (group.role) {
        case Role::title:
            set_paragraphs(group, {{words.title, "H1"}, {words.subtitle, "P"}});
            return;
        case Role::notes: {
            add_words();
            std::vector<Paragraph> paragraphs;
            for (const words::Note& note : words.notes) {
                paragraphs.push_back({note.text, "P", note.language});
            }
            set_paragraphs(group, paragraphs);
            return;
        }
        case Role::legend:
            set_legend(group);
            return;
        case Role::decoration:
            walk(group.children, true);
            return;
        case Role::plain:
        case Role::marks:
        case Role::mark:
        case Role::legend_entry:
            walk(group.children, is_decoration);
            return;
        }
        throw std::logic_error("an unknown role");
    }

    /// The figure, made when its first part is met.
    std::size_t figure() {
        if (!m_figure) {
            m_figure = m_tree.add(0, "Figure");
            m_tree.at(*m_figure).alt = m_scene.words().short_text;
        }
        return *m_figure;
    }

    void enlarge_figure(const Path& path) {
        const double margin = path.stroke ? path.stroke->width.to_pt() / 2 : 0;
        for (const scene::Subpath& subpath : path.subpaths) {
            for (const scene::Position& point : subpath.points) {
                enlarge_figure(point.x.to_pt() - margin, point.y.to_pt() - margin);
                enlarge_figure(point.x.to_pt() + margin, point.y.to_pt() + margin);
            }
        }
    }

    void enlarge_figure(const Text& text) {
        const scene::Extent extent = m_fonts.measure(text.string, text.font);
        enlarge_figure(text.start.x.to_pt(), (text.start.y - extent.ascent).to_pt());
        enlarge_figure((text.start.x + text.width).to_pt(),
                       (text.start.y + extent.descent).to_pt());
    }

    /// From points down the page to points up from its foot; never beyond the page.
    void enlarge_figure(double x, double y) {
        const double width = m_page.size.width.to_pt();
        const double height = m_page.size.height.to_pt();
        m_tree.at(figure()).box.add(
            {std::clamp(x, 0.0, width), std::clamp(height - y, 0.0, height)});
    }

    /// Each paragraph that the group prints as an element of its own; the whole group as one where
    /// it prints anything else.
    void set_paragraphs(const Group& group, const std::vector<Paragraph>& paragraphs) {
        const std::vector<Leaf> leaves = leaves_of(group);
        std::vector<std::string> lines;
        for (const Leaf& leaf : leaves) {
            if (const Text* text = std::get_if<Text>(&leaf)) {
                lines.push_back(text->string);
            }
        }
        std::vector<std::string> texts;
        texts.reserve(paragraphs.size());
        for (const Paragraph& paragraph : paragraphs) {
            texts.push_back(paragraph.text);
        }
        const std::optional<std::vector<LinePlace>> places =
            place_lines(drawn(lines), drawn(texts));
        std::optional<std::size_t> element;
        std::size_t line = 0;
        for (const Leaf& leaf : leaves) {
            if (const Path* const* path = std::get_if<const Path*>(&leaf)) {
                m_tree.paint(std::nullopt, **path);
                continue;
            }
            const LinePlace place =
                places ? (*places)[line] : LinePlace{0, line + 1 < lines.size()};
            const bool begins =
                line == 0 || (places && (*places)[line - 1].paragraph != place.paragraph);
            if (begins) {
                const Paragraph fallback{{}, "P"};
                const Paragraph& paragraph =
                    place.paragraph < paragraphs.size() ? paragraphs[place.paragraph] : fallback;
                element = m_tree.add(0, paragraph.type);
                m_tree.at(*element).language = places ? paragraph.language : "";
            }
            m_tree.paint(*element, with_space(std::get<Text>(leaf), place.space_follows));
            ++line;
        }
    }

    /// A line that ends in a space where a word of its paragraph follows on the next line: some
    /// readers join lines as they are.
    [[nodiscard]] Text with_space(Text line, bool space_follows) const {
        const bool possible =
            space_follows &&
            !scene::set_line(m_fonts.pango(), line.string, line.font).is_right_to_left();
        line.string += possible ? " " : "";
        return line;
    }

    /// A list with its title as caption and an entry an item: the class, then the areas in it. Its
    /// swatches say nothing without the colours of the picture.
    void set_legend(const Group& group) {
        const bool has_entries = std::ranges::any_of(group.children, [](const Node& node) {
            const Group* child = std::get_if<Group>(&node);
            return child != nullptr && child->role == Role::legend_entry;
        });
        if (!has_entries) {
            set_paragraphs(group, {{m_scene.words().legend_title, "P"}});
            return;
        }
        const std::size_t list = m_tree.add(0, "L");
        std::optional<std::size_t> caption;
        for (auto node = group.children.begin(); node != group.children.end(); ++node) {
            if (const Group* child = std::get_if<Group>(&*node)) {
                set_legend_entry(list, *child);
            } else if (const Path* path = std::get_if<Path>(&*node)) {
                m_tree.paint(std::nullopt, *path);
            } else {
                const auto next = std::next(node);
                const bool goes_on =
                    next != group.children.end() && std::holds_alternative<Text>(*next);
                caption = caption ? caption : m_tree.add(list, "Caption");
                m_tree.paint(*caption, with_space(std::get<Text>(*node), goes_on));
            }
        }
    }

    void set_legend_entry(std::size_t list, const Group& entry) {
        const std::vector<Leaf> leaves = leaves_of(entry);
        const auto texts = std::ranges::count_if(
            leaves, [](const Leaf& leaf) { return std::holds_alternative<Text>(leaf); });
        std::size_t item = 0;
        std::size_t body = 0;
        for (const Leaf& leaf : leaves) {
            if (const Path* const* path = std::get_if<const Path*>(&leaf)) {
                m_tree.paint(std::nullopt, **path);
                continue;
            }
            const bool is_label = item == 0 && texts > 1;
            item = item == 0 ? m_tree.add(list, "LI") : item;
            if (is_label) {
                m_tree.paint(m_tree.add(item, "Lbl"), std::get<Text>(leaf));
                continue;
            }
            body = body == 0 ? m_tree.add(item, "LBody") : body;
            m_tree.paint(body, std::get<Text>(leaf));
        }
    }

    /// Long description and data table, once.
    void add_words() {
        if (std::exchange(m_has_words, true)) {
            return;
        }
        figure();
        const words::Words& words = m_scene.words();
        for (const std::string_view paragraph : words::paragraphs(words.description)) {
            add_unseen(0, "P", std::string(paragraph));
        }
        const words::DataTable& table = words.table;
        const std::size_t whole = m_tree.add(0, "Table");
        if (!table.caption.empty()) {
            add_unseen(whole, "Caption", table.caption);
        }
        const std::size_t head = m_tree.add(whole, "TR");
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const std::size_t cell = add_unseen(head, "TH", table.columns[i].heading, i > 0);
            m_tree.at(cell).scope = "Column";
        }
        for (std::size_t i = 0; i < table.rows.size(); ++i) {
            add_row(whole, table.rows[i],
                    i < table.row_languages.size() ? table.row_languages[i] : "");
        }
    }

    void add_row(std::size_t table, const std::vector<std::string>& cells,
                 const std::string& language) {
        const std::size_t row = m_tree.add(table, "TR");
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::size_t cell = add_unseen(row, i == 0 ? "TH" : "TD", cells[i], i > 0);
            if (i == 0) {
                m_tree.at(cell).scope = "Row";
                m_tree.at(cell).language = language;
            }
        }
    }

    std::size_t add_unseen(std::size_t parent, std::string type, const std::string& string,
                           bool joins = false) {
        const std::size_t element = m_tree.add(parent, std::move(type));
        m_tree.at(element).actual_text = string;
        m_unseen.push_back({scene::drawn_text(string), joins});
        m_unseen_elements.push_back(element);
        return element;
    }

    const scene::Scene& m_scene;
    const scene::Page& m_page;
    const scene::Fonts& m_fonts;
    Tree m_tree{};
    std::optional<std::size_t> m_figure{};
    bool m_has_words = false;
    std::vector<Unseen> m_unseen{};
    std::vector<std::size_t> m_unseen_elements{}; ///< of each
};

} // namespace

Structure structure_of(const scene::Scene& scene, const scene::Fonts& fonts) {
    return Builder(scene, fonts).build();
}

} // namespace cairn::output
