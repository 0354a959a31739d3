#pragma once

#include "tests/support_fractions.h"
#include "tests/whole/support_truth.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

/// What is said, in English and in Gaelic, written here once more for the words of the samples.
namespace cairn::test {

/// A language, and the council areas by their names in it.
struct Tongue {
    bool gaelic = false;
    const Councils& councils;

    [[nodiscard]] const std::string& name(std::size_t area) const {
        return (gaelic ? councils.names_gd : councils.names).at(area);
    }

    /// "A, B and C"; with a comma before the last where a name has an "and" of its own.
    [[nodiscard]] std::string join(const std::vector<std::string>& texts) const {
        const std::string last = gaelic ? " agus " : " and ";
        const bool comma = std::ranges::any_of(texts, [&](const std::string& text) {
            return text.find(last) != std::string::npos ||
                   (gaelic && text.find(" is ") != std::string::npos);
        });
        std::string all;
        for (std::size_t i = 0; i < texts.size(); ++i) {
            const bool ends = i > 0 && i + 1 == texts.size();
            all += (i == 0 ? "" : ends ? (comma ? "," : "") + last : ", ") + texts[i];
        }
        return all;
    }

    [[nodiscard]] std::string names(const Areas& areas) const {
        std::vector<std::string> texts;
        for (const std::size_t area : areas) {
            texts.push_back(name(area));
        }
        return join(texts);
    }

    /// The forms of a noun: for one and more in English; for one, two and few, else in Gaelic.
    [[nodiscard]] std::string form(long count, std::string_view one, std::string_view more) const {
        const bool few = (count >= 3 && count <= 10) || (count >= 13 && count <= 19);
        return std::string((gaelic ? few : count != 1) ? more : one);
    }

    [[nodiscard]] std::string areas(long count) const {
        return gaelic ? form(count, "sgìre", "sgìrean") : form(count, "area", "areas");
    }

    [[nodiscard]] std::string stories(long count) const {
        return fmt::format("{} {}", count,
                           gaelic ? form(count, "sgeulachd", "sgeulachdan")
                                  : form(count, "story", "stories"));
    }

    /// Small numbers are words in English.
    [[nodiscard]] std::string number(std::size_t count) const {
        static const std::vector<std::string> words{"no",   "one", "two",   "three", "four",
                                                    "five", "six", "seven", "eight", "nine"};
        return gaelic || count >= words.size() ? std::to_string(count) : words[count];
    }

    /// In the order of an index: accents count for nothing.
    [[nodiscard]] Areas by_name(Areas areas) const {
        const auto key = [&](std::size_t area) {
            std::string text = name(area);
            for (std::size_t at = 0; (at = text.find("À")) != std::string::npos;) {
                text.replace(at, 2, "A");
            }
            return text;
        };
        std::ranges::sort(areas, {}, key);
        return areas;
    }
};

/// A number of tenths, of hundredths and so on, as it is written.
inline std::string decimal(long steps, int decimals) {
    const long unit = std::lround(std::pow(10, decimals));
    const long size = std::abs(steps);
    std::string whole = std::to_string(size / unit);
    for (std::size_t at = whole.size(); at > 3;) {
        at -= 3;
        whole.insert(at, ",");
    }
    std::string part = std::to_string(unit + size % unit).substr(1);
    part = part.substr(0, part.find_last_not_of('0') + 1);
    return (steps < 0 ? "−" : "") + whole + (part.empty() ? "" : "." + part);
}

/// Parts of a whole that a text tells as fractions, in the order told.
using Shares = std::vector<std::pair<long, long>>;

/// Whether the text is this one, with a true fraction for each §.
inline bool says(std::string text, std::string expected, const Shares& shares = {}) {
    const std::string blank = "§";
    for (const auto& [part, whole] : shares) {
        const std::size_t at = expected.find(blank);
        if (at == std::string::npos || text.substr(0, at) != expected.substr(0, at)) {
            return false;
        }
        text.erase(0, at);
        expected.erase(0, at + blank.size());
        const std::size_t next = expected.find(blank);
        const std::string behind = expected.substr(0, next);
        const std::size_t end =
            next == std::string::npos
                ? (text.ends_with(behind) ? text.size() - behind.size() : std::string::npos)
                : text.find(behind);
        if (end == std::string::npos || !share_holds(text.substr(0, end), part, whole)) {
            return false;
        }
        text.erase(0, end);
    }
    return text == expected;
}

inline std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines(1);
    for (const char c : text) {
        if (c == '\n') {
            lines.emplace_back();
        } else {
            lines.back() += c;
        }
    }
    return lines;
}

inline std::size_t characters_in(const std::string& text) {
    return static_cast<std::size_t>(
        std::ranges::count_if(text, [](char c) { return (c & 0xC0) != 0x80; }));
}

} // namespace cairn::test
