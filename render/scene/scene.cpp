#include "render/scene/scene.h"

#include <cmath>
#include <stdexcept>
#include <type_traits>
#include <utility>

namespace cairn::scene {

namespace {

void require(bool condition, const char* what) {
    if (!condition) {
        throw std::logic_error(what);
    }
}

bool positive(Length length) {
    return std::isfinite(length.to_px()) && length > Length();
}

void require_words(const words::Words& words) {
    require(!words.language.empty(), "a scene without language");
    require(!words.title.empty(), "a scene without title");
    require(!words.short_text.empty(), "a scene without alt text");
    require(!words.description.empty(), "a scene without long description");
    require(!words.table.columns.empty(), "a scene without data table");
    for (const std::vector<std::string>& row : words.table.rows) {
        require(row.size() == words.table.columns.size(), "a ragged row in a scene's data table");
    }
}

void require_datum(const Group& group) {
    const bool needs_one = group.role == Role::mark || group.role == Role::legend_entry;
    require(!needs_one || group.datum, "a mark or legend entry without datum");
    require(!group.datum || !group.datum->name.empty(), "a datum without name");
}

void require_hatch(const Path& path) {
    const colour::Hatch* hatch = path.fill ? std::get_if<colour::Hatch>(&*path.fill) : nullptr;
    require(hatch == nullptr || positive(hatch->spacing), "a hatch without spacing");
}

void require_one_line(const Group& group) {
    if (!group.outline) {
        return;
    }
    visit_all(group.children, [](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, Path>) {
            require(!node.stroke || !node.fill, "a shape with a stroke in a group with an outline");
        } else if constexpr (std::is_same_v<Type, Group>) {
            require(!node.outline, "a group with an outline in another one");
        }
    });
}

} // namespace

Scene::Scene(words::Words words, std::vector<Page> pages)
    : m_words(std::move(words)), m_pages(std::move(pages)) {
    require_words(m_words);
    require(!m_pages.empty(), "a scene without a page");
    for (const Page& page : m_pages) {
        require(positive(page.size.width) && positive(page.size.height), "a page without size");
    }
    visit_all(*this, [](const auto& node) {
        using Type = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Type, Group>) {
            require_datum(node);
            require_one_line(node);
        } else if constexpr (std::is_same_v<Type, Path>) {
            require_hatch(node);
        }
    });
}

} // namespace cairn::scene
