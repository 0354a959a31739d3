#include "render/site/markdown.h"

#include <cmark.h>

#include <algorithm>
#include <memory>
#include <optional>

namespace cairn::site {

namespace {

struct FreeNode {
    void operator()(cmark_node* node) const { cmark_node_free(node); }
};

struct FreeIterator {
    void operator()(cmark_iter* iterator) const { cmark_iter_free(iterator); }
};

/// Where each line begins, and where the last ends.
std::vector<std::size_t> line_starts(std::string_view page) {
    std::vector<std::size_t> starts{0};
    for (std::size_t i = 0; i < page.size(); ++i) {
        const bool cr_lf = page[i] == '\r' && i + 1 < page.size() && page[i + 1] == '\n';
        if ((page[i] == '\n' || page[i] == '\r') && !cr_lf) {
            starts.push_back(i + 1);
        }
    }
    starts.push_back(page.size());
    return starts;
}

std::optional<Block::Type> type_of(cmark_node* node) {
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_PARAGRAPH:
    case CMARK_NODE_HEADING:
        return Block::Type::text;
    case CMARK_NODE_HTML_BLOCK:
        return Block::Type::html;
    case CMARK_NODE_CODE_BLOCK:
        return Block::Type::code;
    default: // containers, rules and what stands within a line
        return std::nullopt;
    }
}

/// cmark ends HTML one line too early where its own end mark ends it; its text is whole.
int last_line(cmark_node* node, Block::Type type) {
    if (type != Block::Type::html) {
        return cmark_node_get_end_line(node);
    }
    const std::string_view text = cmark_node_get_literal(node);
    const auto lines = std::count(text.begin(), text.end(), '\n') + (text.ends_with('\n') ? 0 : 1);
    return cmark_node_get_start_line(node) + static_cast<int>(lines) - 1;
}

} // namespace

std::vector<Block> find_blocks(std::string_view page) {
    const std::unique_ptr<cmark_node, FreeNode> document(
        cmark_parse_document(page.data(), page.size(), CMARK_OPT_DEFAULT));
    const std::unique_ptr<cmark_iter, FreeIterator> nodes(cmark_iter_new(document.get()));
    const std::vector<std::size_t> starts = line_starts(page);
    const auto start_of = [&](int line) {
        return starts[std::min(static_cast<std::size_t>(std::max(line, 1)), starts.size()) - 1];
    };
    std::vector<Block> blocks;
    for (cmark_event_type event = cmark_iter_next(nodes.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(nodes.get())) {
        cmark_node* node = cmark_iter_get_node(nodes.get());
        const auto type = event == CMARK_EVENT_ENTER ? type_of(node) : std::nullopt;
        if (type) {
            blocks.push_back(
                {{start_of(cmark_node_get_start_line(node)), start_of(last_line(node, *type) + 1)},
                 *type});
        }
    }
    for (std::size_t i = 1; i < blocks.size(); ++i) { // an underlined heading ends a line too late
        blocks[i - 1].span.end = std::min(blocks[i - 1].span.end, blocks[i].span.begin);
    }
    return blocks;
}

} // namespace cairn::site
