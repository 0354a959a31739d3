#include "render/site/markdown.h"

#include "base/ascii.h"
#include "render/site/escape.h"
#include "render/site/html_tags.h"
#include "render/site/span.h"

#include <algorithm>

namespace cairn::site {

namespace {

// Bounds that keep damaged pages quick to read: of round brackets in an address (as cmark has it),
// of a label (as CommonMark has it), of an alt text.
constexpr int most_brackets = 32;
constexpr std::size_t longest_label = 999;
constexpr std::size_t longest_alt = 10'000;

/// Past `<https://…>` or `<name@place>`, or `at`.
std::size_t skip_autolink(std::string_view page, std::size_t at, std::size_t end) {
    const std::size_t close = page.find_first_of("<> \t\r\n", at + 1);
    if (close >= end || page[close] != '>') {
        return at;
    }
    const std::string_view inner = slice(page, {at + 1, close});
    const bool link =
        inner.find_first_of(":@") != nowhere && inner.find_first_of("\"'=") == nowhere;
    return link ? close + 1 : at;
}

/// Past the bare address, comment, instruction or tag that begins at `at`, or `at`.
std::size_t skip_angled(std::string_view page, std::size_t at, std::size_t end) {
    if (const std::size_t past = skip_autolink(page, at, end); past != at) {
        return past;
    }
    std::size_t past = end_of_other_markup(page, at);
    if (page.substr(at).starts_with("<?")) { // Markdown wants its own end mark
        past = page.find("?>", at + 2);
        past = past == nowhere ? nowhere : past + 2;
    }
    if (past != at && past <= end) {
        return past;
    }
    const auto tag = read_tag(page, at, end);
    return tag ? tag->span.end : at;
}

/// The offset of the bracket that closes the one before `at`; nowhere where there is none.
std::size_t closing_bracket(std::string_view page, std::size_t at, std::size_t end) {
    for (int depth = 1; at < end;) {
        const std::size_t past = skip_opaque(page, at, end);
        if (past != at) {
            at = past;
            continue;
        }
        depth += page[at] == '[' ? 1 : 0;
        depth -= page[at] == ']' ? 1 : 0;
        if (depth == 0) {
            return at;
        }
        ++at;
    }
    return nowhere;
}

std::size_t skip_space(std::string_view page, std::size_t at, std::size_t end) {
    return std::min(page.find_first_not_of(white_space, at), end);
}

/// The destination at `at`, with or without angle brackets; one that goes on to `end` where its
/// round brackets do not match.
Span read_destination(std::string_view page, std::size_t at, std::size_t end) {
    const bool angled = at < end && page[at] == '<';
    const std::size_t begin = angled ? at + 1 : at;
    int depth = 0;
    for (at = begin; at < end; ++at) {
        const char c = page[at];
        if (c == '\\') {
            ++at;
        } else if (angled ? c == '>' : white_space.find(c) != nowhere) {
            break;
        } else if (!angled) {
            depth += c == '(' ? 1 : 0;
            depth -= c == ')' ? 1 : 0;
            if (depth < 0 || depth > most_brackets) {
                break;
            }
        }
    }
    return {begin, depth > 0 ? end : std::min(at, end)};
}

/// The offset of the bracket that closes a label, which holds none itself; nowhere where there is
/// none.
std::size_t end_of_label(std::string_view page, std::size_t at, std::size_t end) {
    for (; at < end && page[at] != '['; at += page[at] == '\\' ? 2 : 1) {
        if (page[at] == ']') {
            return at;
        }
    }
    return nowhere;
}

/// Past the title at `at`, quotes and all; `at` where there is none.
std::size_t skip_title(std::string_view page, std::size_t at, std::size_t end) {
    const char open = at < end ? page[at] : ' ';
    if (open != '"' && open != '\'' && open != '(') {
        return at;
    }
    const char close = open == '(' ? ')' : open;
    for (std::size_t i = at + 1; i < end; ++i) {
        if (page[i] == '\\') {
            ++i;
        } else if (page[i] == close) {
            return i + 1;
        }
    }
    return at;
}

bool read_inline(std::string_view page, std::size_t at, std::size_t end, Image& image) {
    at = skip_space(page, at, end);
    image.src = read_destination(page, at, end);
    at = image.src.end + (at < end && page[at] == '<' ? 1 : 0);
    at = skip_space(page, skip_title(page, skip_space(page, at, end), end), end);
    image.span.end = at + 1;
    return at < end && page[at] == ')';
}

/// Labels are the same but for case and white space.
std::string label_key(std::string_view label) {
    return lower(with_single_spaces(label));
}

bool resolve(std::string_view page, const std::vector<Definition>& definitions, Image& image) {
    const std::string key = label_key(slice(page, image.label));
    const auto found =
        std::find_if(definitions.begin(), definitions.end(), [&](const Definition& candidate) {
            return label_key(slice(page, candidate.label)) == key;
        });
    if (found == definitions.end()) {
        return false;
    }
    image.src = found->src;
    return true;
}

/// The definition that begins in the line at `at`.
std::optional<Definition> read_definition(std::string_view page, std::size_t at) {
    at = page.find_first_not_of(" >\t", at); // it may stand in a quotation
    if (at == nowhere || page[at] != '[') {
        return std::nullopt;
    }
    const std::size_t close =
        closing_bracket(page, at + 1, std::min(at + 2 + longest_label, page.size()));
    if (close == nowhere || close == at + 1 || page[at + 1] == '^' ||
        !page.substr(close).starts_with("]:")) {
        return std::nullopt;
    }
    const Span src = read_destination(page, skip_space(page, close + 2, page.size()), page.size());
    return Definition{{at + 1, close}, src};
}

} // namespace

std::size_t skip_opaque(std::string_view page, std::size_t at, std::size_t end) {
    switch (page[at]) {
    case '\\':
        return std::min(at + 2, end);
    case '`':
        return skip_code_span(page, at, end);
    case '<':
        return skip_angled(page, at, end);
    default:
        return at;
    }
}

std::vector<Definition> find_definitions(std::string_view page, const std::vector<Block>& blocks) {
    std::vector<Definition> definitions;
    for (std::size_t at = 0; at < page.size();) {
        const auto inside = std::find_if(blocks.begin(), blocks.end(), [&](const Block& block) {
            return block.type != Block::Type::text && block.span.begin <= at && at < block.span.end;
        });
        if (inside != blocks.end()) {
            at = inside->span.end;
            continue;
        }
        if (auto definition = read_definition(page, at)) {
            definitions.push_back(*definition);
        }
        at = std::min(page.find_first_of("\r\n", at), page.size() - 1) + 1;
    }
    return definitions;
}

std::optional<Image> read_image(std::string_view page, std::size_t at, std::size_t end,
                                const std::vector<Definition>& definitions) {
    const std::size_t close = closing_bracket(page, at + 2, std::min(at + longest_alt, end));
    if (close == nowhere) {
        return std::nullopt;
    }
    Image image{{at, close + 1}, {at + 2, close}, {}, {at + 2, close}, Image::Form::shortcut};
    const char next = close + 1 < end ? page[close + 1] : ' ';
    if (next == '(' && read_inline(page, close + 2, end, image)) {
        image.form = Image::Form::inline_link;
        return image;
    }
    const std::size_t label_end = next == '[' ? end_of_label(page, close + 2, end) : nowhere;
    image.span.end = close + 1;
    if (label_end != nowhere) {
        image.span.end = label_end + 1;
        image.form = label_end == close + 2 ? Image::Form::collapsed : Image::Form::full;
        image.label = image.form == Image::Form::full ? Span{close + 2, label_end} : image.alt;
    }
    return resolve(page, definitions, image) ? std::optional(image) : std::nullopt;
}

} // namespace cairn::site
