#include "render/site/uses.h"

#include "render/site/html_tags.h"
#include "render/site/markdown.h"
#include "render/site/shortcodes.h"
#include "render/site/span.h"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace cairn::site {

namespace {

/// Stands for the characters of a shortcode while the page around it is read: no text holds it.
constexpr char stand_in = '\x01';

/// Past the front matter between two lines of `fence`, or 0.
std::size_t end_of_fenced(std::string_view page, std::size_t at, std::string_view fence) {
    for (at = page.find('\n', at); at != nowhere; at = page.find('\n', at)) {
        ++at;
        const std::size_t end = std::min(page.find_first_of("\r\n", at), page.size());
        const std::string_view line = slice(page, {at, end});
        if (line.substr(0, line.find_last_not_of(" \t") + 1) == fence) {
            return end;
        }
    }
    return 0;
}

/// Past the braces that open at `at`, or 0.
std::size_t end_of_json(std::string_view page, std::size_t at) {
    int depth = 0;
    bool quoted = false;
    for (; at < page.size(); ++at) {
        const char c = page[at];
        if (quoted && c == '\\') {
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted) {
            depth += c == '{' ? 1 : 0;
            depth -= c == '}' ? 1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
    }
    return 0;
}

/// Past the front matter: YAML, TOML or JSON; 0 where there is none.
std::size_t end_of_front_matter(std::string_view page) {
    const std::size_t begin = page.starts_with("\xEF\xBB\xBF") ? 3 : 0;
    const std::string_view text = page.substr(begin);
    for (const std::string_view fence : {"---", "+++"}) {
        if (text.starts_with(fence) && text.substr(3, 1).find_first_of(" \t\r\n") == 0) {
            return end_of_fenced(page, begin, fence);
        }
    }
    return text.starts_with('{') && !text.starts_with("{{") ? end_of_json(page, begin) : 0;
}

/// Makes one of each pair that shows code, `{{< highlight >}} … {{< /highlight >}}`.
std::vector<Shortcode> join_code(std::vector<Shortcode> shortcodes) {
    std::vector<Shortcode> joined;
    for (auto one = shortcodes.begin(); one != shortcodes.end(); ++one) {
        auto last = shortcodes.end();
        if (one->name == "highlight" && !one->closes) {
            last = std::find_if(one, shortcodes.end(), [](const Shortcode& other) {
                return other.closes && other.name == "highlight";
            });
        }
        if (last != shortcodes.end()) {
            joined.push_back({{one->span.begin, last->span.end}, "", false, {}});
            one = last;
        } else {
            joined.push_back(std::move(*one));
        }
    }
    return joined;
}

/// What an address can be: itself, or one of those quoted in a template.
std::vector<std::string> addresses_in(std::string_view address) {
    if (address.find("{{") == nowhere) {
        return {std::string(address)};
    }
    constexpr std::string_view quotes = "\"`'";
    std::vector<std::string> quoted{std::string(address.substr(address.rfind("}}") + 2))};
    for (std::size_t at = address.find_first_of(quotes); at != nowhere;
         at = address.find_first_of(quotes, at)) {
        const std::size_t end = std::min(address.find(address[at], at + 1), address.size());
        quoted.emplace_back(slice(address, {at + 1, end}));
        at = std::min(end + 1, address.size());
    }
    return quoted;
}

/// The last part of an address, without query and fragment.
std::string_view file_name(std::string_view address) {
    address = address.substr(0, address.find_first_of("?#"));
    return address.substr(address.find_last_of('/') + 1);
}

/// A figure's image, and the address that leads to it.
struct Target {
    std::string figure;
    std::string src;
};

std::string without_backslashes(std::string_view text) {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        i += text[i] == '\\' && i + 1 < text.size() ? 1 : 0;
        result += text[i];
    }
    return result;
}

/// Whether one of the lines is the rule below a table's head: `|---|:--|`.
bool holds_table(std::string_view block) {
    for (std::size_t at = 0; at < block.size();) {
        const std::size_t end = std::min(block.find_first_of("\r\n", at), block.size());
        const std::string_view line = slice(block, {at, end});
        if (line.find('-') != nowhere && line.find('|') != nowhere &&
            line.find_first_not_of(" \t>|:-") == nowhere) {
            return true;
        }
        at = end + 1;
    }
    return false;
}

/// Goes through a page once and gathers the uses.
class Finder {
  public:
    Finder(std::string_view page, PageFormat format, std::span<const std::string> ids)
        : m_page(page), m_format(format), m_ids(ids), m_read(page) {
        m_body = end_of_front_matter(page);
        m_shortcodes = join_code(find_shortcodes(page, m_body));
        for (std::size_t i = 0; i < m_body; ++i) {
            m_read[i] = page[i] == '\n' || page[i] == '\r' ? page[i] : ' ';
        }
        for (const Shortcode& shortcode : m_shortcodes) {
            std::fill(m_read.begin() + static_cast<std::ptrdiff_t>(shortcode.span.begin),
                      m_read.begin() + static_cast<std::ptrdiff_t>(shortcode.span.end), stand_in);
        }
    }

    std::vector<Use> find() {
        if (m_format == PageFormat::html) {
            read_html({m_body, m_page.size()});
            return std::move(m_uses);
        }
        const std::vector<Block> blocks = find_blocks(m_read);
        m_definitions = find_definitions(m_read, blocks);
        for (const Block& block : blocks) {
            const Span rest{std::max(block.span.begin, m_done), block.span.end};
            if (rest.begin < rest.end && block.type == Block::Type::text) {
                read_text(rest);
            } else if (rest.begin < rest.end && block.type == Block::Type::html) {
                read_html(rest);
            }
        }
        return std::move(m_uses);
    }

  private:
    void read_html(Span span) {
        constexpr std::string_view marks{"<{\x01", 3};
        std::size_t at = m_read.find_first_of(marks, span.begin);
        while (at < span.end) {
            const std::size_t past = end_of_other_markup(m_read, at);
            if (m_read[at] == stand_in) {
                m_done = use_shortcode(at);
            } else if (past != at) {
                m_done = std::min(past, m_read.size());
            } else if (const auto tag = read_tag(m_read, at, m_read.size())) {
                use_tag(*tag);
                m_done = end_of_raw_text(m_read, *tag);
            } else {
                m_done = at + 1;
            }
            at = m_read.find_first_of(marks, m_done);
        }
    }

    void read_text(Span span) {
        for (std::size_t at = span.begin; at < span.end;) {
            if (m_read[at] == stand_in) {
                at = use_shortcode(at);
                continue;
            }
            if (const auto tag = read_tag(m_read, at, span.end)) {
                use_tag(*tag);
                at = tag->span.end;
                continue;
            }
            if (m_read.compare(at, 2, "![") == 0) {
                if (const auto image = read_image(m_read, at, span.end, m_definitions)) {
                    use_image(*image, span);
                    at = image->span.end;
                    continue;
                }
            }
            at = std::max(at + 1, skip_opaque(m_read, at, span.end));
        }
    }

    [[nodiscard]] std::optional<Target> target_of(std::string_view address) const {
        for (const std::string& candidate : addresses_in(address)) {
            const std::string_view name = file_name(candidate);
            for (const std::string& id : m_ids) {
                if (name == id + ".png" || name == id + ".svg") {
                    return Target{id, candidate.substr(candidate.rfind(stand_in) + 1)};
                }
            }
        }
        return std::nullopt;
    }

    /// Whether a shortcode or a template of the page stands there.
    [[nodiscard]] bool is_computed(Span span) const {
        const std::string_view text = slice(m_page, span);
        return text.find("{{") != nowhere;
    }

    std::size_t use_shortcode(std::size_t at) {
        const auto shortcode = std::lower_bound(
            m_shortcodes.begin(), m_shortcodes.end(), at,
            [](const Shortcode& one, std::size_t offset) { return one.span.begin < offset; });
        const Parameter* src = nullptr;
        const Parameter* alt = nullptr;
        for (const Parameter& parameter : shortcode->parameters) {
            const bool shows = parameter.name == "src" || parameter.name.empty();
            src = shows && target_of(parameter.words) ? &parameter : src;
            alt = parameter.name == "alt" ? &parameter : alt; // the last counts
        }
        if (src != nullptr) {
            Target target = *target_of(src->words);
            Use use{.figure = std::move(target.figure),
                    .at = at,
                    .src = std::move(target.src),
                    .caption = "the shortcode " + shortcode->name,
                    .syntax = Syntax::shortcode};
            if (src->name.empty()) {
                use.alt = Use::Alt::unnamed;
            } else if (alt != nullptr) {
                use.words = alt->words;
                use.edit = alt->value;
            } else {
                use.alt = Use::Alt::absent;
                use.edit = {src->value.end, src->value.end};
                use.before = " alt=";
            }
            m_uses.push_back(std::move(use));
        }
        return shortcode->span.end;
    }

    void use_tag(const Tag& tag) {
        const Attribute* src = tag.name == "img" ? tag.find("src") : nullptr;
        auto target = src != nullptr ? target_of(src->words) : std::nullopt;
        if (!target) {
            return;
        }
        Use use{.figure = std::move(target->figure),
                .at = tag.span.begin,
                .src = std::move(target->src),
                .caption = "<img>",
                .syntax = Syntax::attribute};
        const Attribute* alt = tag.find("alt");
        const Attribute* hidden = tag.find("aria-hidden");
        const Attribute* role = tag.find("role");
        if (alt == nullptr) {
            use.alt = Use::Alt::absent;
            use.edit = {src->value.end, src->value.end};
            use.before = " alt=";
        } else if (alt->computed || is_computed(alt->value)) {
            use.alt = Use::Alt::computed;
        } else {
            const bool by_role =
                role != nullptr && (role->words == "none" || role->words == "presentation");
            const bool by_state = hidden != nullptr && hidden->words == "true";
            if (alt->words.empty() && (by_role || by_state)) {
                use.alt = Use::Alt::hidden;
            }
            use.words = alt->words;
            use.edit = alt->value;
            use.before = alt->value.begin == alt->value.end ? "=" : "";
            use.quote = slice(m_page, alt->value).starts_with('\'') ? '\'' : '"';
        }
        m_uses.push_back(std::move(use));
    }

    void use_image(const Image& image, Span block) {
        auto target = target_of(without_backslashes(slice(m_read, image.src)));
        if (!target) {
            return;
        }
        Use use{.figure = std::move(target->figure),
                .at = image.span.begin,
                .src = std::move(target->src),
                .caption = "the image",
                .syntax = Syntax::markdown};
        if (is_computed(image.alt)) {
            use.alt = Use::Alt::computed;
        } else {
            use.around.in_table = holds_table(slice(m_read, block));
            use.words = from_markdown(slice(m_page, image.alt), use.around);
            use.edit = {image.alt.begin,
                        image.form == Image::Form::collapsed ? image.span.end - 1 : image.alt.end};
            // The label is the old alt text: it must stay, to lead to the image.
            if (image.form == Image::Form::collapsed || image.form == Image::Form::shortcut) {
                use.after = "][" + std::string(slice(m_page, image.label));
            }
            for (const Span part :
                 {Span{block.begin, use.edit.begin}, Span{use.edit.end, block.end}}) {
                const auto runs = backtick_runs(slice(m_read, part));
                use.around.backticks.insert(use.around.backticks.end(), runs.begin(), runs.end());
            }
        }
        m_uses.push_back(std::move(use));
    }

    std::string_view m_page;
    PageFormat m_format;
    std::span<const std::string> m_ids;
    std::string m_read; ///< the page with stand-ins for front matter and shortcodes
    std::size_t m_body = 0;
    std::vector<Shortcode> m_shortcodes{};
    std::vector<Definition> m_definitions{};
    std::size_t m_done = 0; ///< up to which HTML was read: a comment goes on beyond its block
    std::vector<Use> m_uses{};
};

} // namespace

std::vector<Use> find_uses(std::string_view page, PageFormat format,
                           std::span<const std::string> ids) {
    return Finder(page, format, ids).find();
}

std::optional<std::string> written(const Use& use, std::string_view words) {
    const auto value = [&]() -> std::optional<std::string> {
        switch (use.syntax) {
        case Syntax::shortcode:
            return to_shortcode(words);
        case Syntax::markdown:
            return to_markdown(words, use.around);
        case Syntax::attribute:
            return to_attribute(words, use.quote);
        }
        throw std::logic_error("a syntax that no words are written in");
    }();
    return value ? std::optional(use.before + *value + use.after) : std::nullopt;
}

} // namespace cairn::site
