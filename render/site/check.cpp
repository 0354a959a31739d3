#include "render/site/check.h"

#include "base/quote.h"
#include "base/read_file.h"
#include "base/utf8.h"
#include "base/write_files.h"
#include "render/site/escape.h"
#include "render/site/picture.h"
#include "render/site/uses.h"

#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <iterator>
#include <optional>
#include <set>
#include <system_error>

namespace cairn::site {

namespace {

namespace fs = std::filesystem;

std::optional<PageFormat> format_of(const fs::path& file) {
    const std::string extension = file.extension().string();
    if (extension == ".md" || extension == ".markdown") {
        return PageFormat::markdown;
    }
    return extension == ".html" || extension == ".htm" ? std::optional(PageFormat::html)
                                                       : std::nullopt;
}

/// Folders that hold no pages of the author: hidden ones, packages, and what Hugo makes.
bool is_passed_over(const fs::path& folder, const fs::path& site) {
    const std::string name = folder.filename().string();
    const bool made = name == "public" || name == "resources";
    return name.starts_with('.') || name == "node_modules" ||
           (made && folder.parent_path() == site);
}

std::vector<fs::path> pages_in(const fs::path& site) {
    std::vector<fs::path> pages;
    auto entry = fs::recursive_directory_iterator(site);
    for (; entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->is_directory() && is_passed_over(entry->path(), site)) {
            entry.disable_recursion_pending();
        } else if (entry->is_regular_file() && format_of(entry->path())) {
            pages.push_back(entry->path());
        }
    }
    std::sort(pages.begin(), pages.end());
    return pages;
}

/// Line and column of an offset, from 1, in characters.
Location place_of(const fs::path& page, std::string_view text, std::size_t at) {
    const std::string_view before = text.substr(0, at);
    const std::size_t line_start = before.find_last_of('\n') + 1; // 0 where there is none
    const std::string_view line = before.substr(line_start);
    return {.file = page.string(),
            .line = 1 + static_cast<int>(std::count(before.begin(), before.end(), '\n')),
            .column = 1 + static_cast<int>(count_characters(line))};
}

bool same_words(std::string_view a, std::string_view b) {
    return with_single_spaces(a) == with_single_spaces(b);
}

/// Puts words in the place of others.
struct Edit {
    Span span;
    std::string words;
};

/// Goes through a site, page after page.
class Walk {
  public:
    Walk(const fs::path& site, std::span<const Figure> figures, bool mends)
        : m_site(site), m_figures(figures), m_mends(mends) {
        for (const Figure& figure : figures) {
            if (std::find(m_ids.begin(), m_ids.end(), figure.id) == m_ids.end()) {
                m_ids.push_back(figure.id);
            }
        }
    }

    Findings go() {
        for (const fs::path& page : pages_in(m_site)) {
            try {
                read_page(page);
            } catch (const Error& error) {
                m_found.errors.insert(m_found.errors.end(), error.problems().begin(),
                                      error.problems().end());
            }
        }
        return std::move(m_found);
    }

  private:
    void read_page(const fs::path& page) {
        const std::string text = read_bytes(page, page.string());
        const bool concerned = std::any_of(m_ids.begin(), m_ids.end(), [&](const std::string& id) {
            return text.find(id + ".png") != std::string::npos ||
                   text.find(id + ".svg") != std::string::npos;
        });
        if (!concerned) {
            return;
        }
        if (const auto wrong = invalid_utf8(text)) {
            warn(place_of(page, text, *wrong),
                 "the page is not UTF-8, so its figures are not checked", "save it as UTF-8");
            return;
        }
        std::vector<Edit> edits;
        for (const Use& use : find_uses(text, *format_of(page), m_ids)) {
            ++m_found.uses;
            const Location where = place_of(page, text, use.at);
            check_words(use, page, text, where, edits);
            check_picture(use, page, where);
        }
        if (!edits.empty()) {
            write(page, text, edits);
            m_found.mended.push_back({page, edits.size()});
        }
    }

    [[nodiscard]] bool says_today(const Use& use) const {
        return use.words && any_of(use, [&](const Figure& figure) {
                   return same_words(*use.words, figure.short_text) ||
                          same_words(*use.words, figure.list);
               });
    }

    void check_words(const Use& use, const fs::path& page, const std::string& text,
                     const Location& where, std::vector<Edit>& edits) {
        switch (use.alt) {
        case Use::Alt::computed:
            warn(where,
                 fmt::format("a template writes the alt text of \"{}\", so it is not checked",
                             use.figure),
                 "write it out, or use the shortcode cairn");
            return;
        case Use::Alt::unnamed:
            warn(where,
                 fmt::format("{} has no names for its values, so the alt text of \"{}\" is not "
                             "checked",
                             use.caption, use.figure),
                 "write src=\"…\" alt=\"…\" where the shortcode takes them");
            return;
        case Use::Alt::hidden:
            if (!is_described(use, text)) {
                fail(where,
                     fmt::format("the image of \"{}\" is hidden from screen readers, but today's "
                                 "description is not on the page",
                                 use.figure),
                     fmt::format("take the text of {}.described.html", use.figure));
            }
            return;
        case Use::Alt::given:
            if (says_today(use) || (use.words == "" && is_described(use, text))) {
                return;
            }
            break;
        case Use::Alt::absent:
            break;
        }
        const std::string& words = figure_for(use, page).short_text;
        const auto replacement = written(use, words);
        if (m_mends && replacement) {
            edits.push_back({use.edit, *replacement});
            return;
        }
        fail(where,
             use.alt == Use::Alt::absent
                 ? fmt::format("the image of \"{}\" has no alt text", use.figure)
                 : fmt::format("the alt text of \"{}\" is neither today's short text nor today's "
                               "list",
                               use.figure),
             replacement ? fmt::format("`cairn embed` writes: {}", words)
                         : fmt::format("{} cannot hold today's: take backslashes and backticks out "
                                       "of the figure's words",
                                       use.caption));
    }

    /// Whether today's description can be read on the page.
    [[nodiscard]] bool is_described(const Use& use, const std::string& text) const {
        const std::string page = with_single_spaces(from_attribute(text));
        return any_of(use, [&](const Figure& figure) {
            std::string_view rest = figure.description;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find('\n'), rest.size());
                if (page.find(with_single_spaces(rest.substr(0, end))) == std::string::npos) {
                    return false;
                }
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
            return true;
        });
    }

    void check_picture(const Use& use, const fs::path& page, const Location& where) {
        const auto picture = find_picture(m_site, page, use.src);
        if (!picture) {
            warn(where,
                 fmt::format("the image {} is not in the site, so its age is not checked",
                             in_quotes(use.src)),
                 "put it beside the page, or under static/ or assets/");
        } else if (is_old(use, *picture)) {
            fail(where,
                 fmt::format("the image of \"{}\" is older than its data: {}", use.figure,
                             picture->string()),
                 "render the figure, and copy the new image there");
        }
    }

    bool is_old(const Use& use, const fs::path& picture) {
        const auto description = description_in(read_bytes(picture, picture.string()));
        return !any_of(use, [&](const Figure& figure) {
            if (description) {
                return same_words(*description, figure.description);
            }
            std::error_code ignored;
            return fs::last_write_time(picture, ignored) >=
                   fs::last_write_time(figure.table, ignored);
        });
    }

    [[nodiscard]] bool any_of(const Use& use, const auto& is_so) const {
        return std::any_of(m_figures.begin(), m_figures.end(), [&](const Figure& figure) {
            return figure.id == use.figure && is_so(figure);
        });
    }

    /// The figure in the language of the page or image, where their paths name one (page.gd.md,
    /// gd/place.png); else in its first language.
    [[nodiscard]] const Figure& figure_for(const Use& use, const fs::path& page) const {
        std::set<std::string> parts{page.stem().extension().string()};
        for (const fs::path& path : {page.lexically_relative(m_site), fs::path(use.src)}) {
            for (const fs::path& part : path.parent_path()) {
                parts.insert("." + part.string());
            }
        }
        const Figure* chosen = nullptr;
        for (const Figure& figure : m_figures) {
            const std::string language = figure.language.substr(0, figure.language.find('-'));
            if (figure.id == use.figure && (chosen == nullptr || parts.contains("." + language))) {
                chosen = &figure;
            }
        }
        return *chosen;
    }

    static void write(const fs::path& page, std::string_view text, const std::vector<Edit>& edits) {
        std::string mended;
        std::size_t done = 0;
        for (const Edit& edit : edits) {
            mended += slice(text, {done, edit.span.begin});
            mended += edit.words;
            done = edit.span.end;
        }
        mended += text.substr(done);
        const fs::path file = fs::canonical(page); // a link stays a link
        const fs::perms permissions = fs::status(file).permissions();
        write_files(file.parent_path(),
                    std::vector<File>{{"page", file.filename().string(), mended}});
        fs::permissions(file, permissions);
    }

    void warn(const Location& where, std::string what, std::string remedy) {
        m_found.warnings.push_back({where, std::move(what), std::move(remedy)});
    }

    void fail(const Location& where, std::string what, std::string remedy) {
        m_found.errors.push_back({where, std::move(what), std::move(remedy)});
    }

    const fs::path& m_site;
    std::span<const Figure> m_figures;
    bool m_mends;
    std::vector<std::string> m_ids{};
    Findings m_found{};
};

Findings walk(const fs::path& site, std::span<const Figure> figures, bool mends) {
    try {
        if (!fs::is_directory(site)) {
            throw Error(
                Problem{.where = {.file = site.string()},
                        .what = "there is no such folder",
                        .remedy = "give the folder of the site, the one that holds content/"});
        }
        const fs::path folder = site.has_filename() ? site : site.parent_path(); // no slash behind
        return Walk(folder, figures, mends).go();
    } catch (const fs::filesystem_error& error) {
        throw Error(Problem{.where = {.file = error.path1().string()},
                            .what = "cannot be read: " + error.code().message(),
                            .remedy = "check who may read the site"});
    }
}

} // namespace

Findings check_pages(const fs::path& site, std::span<const Figure> figures) {
    return walk(site, figures, false);
}

Findings mend_pages(const fs::path& site, std::span<const Figure> figures) {
    return walk(site, figures, true);
}

} // namespace cairn::site
