#pragma once

#include "tests/support_pdf.h"

#include <algorithm>
#include <cctype>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// What is written on a PDF page, and its fonts, for the rules of PDF/UA.
namespace cairn::test::ua {

/// A stretch of marked content, or of what lies outside of all.
struct Stretch {
    std::vector<std::string> tags; ///< of all that are open: "Artifact", "" for a tag without MCID
    std::optional<int> id;         ///< of the innermost that has one
};

/// Calls the visitor for every painting operator of the page, with what is open, its operands and
/// the operator itself; and for every tag that is opened, with "BDC".
template<typename Visitor>
void visit_content(std::string_view content, const Visitor& visitor) {
    static const std::set<std::string_view> painting{"f", "F",  "f*", "B", "B*", "b",  "b*", "S",
                                                     "s", "Tj", "TJ", "'", "\"", "Do", "sh", "EI"};
    std::vector<std::pair<std::string, std::optional<int>>> open;
    std::vector<output::ContentToken> operands;
    const auto stretch = [&] {
        Stretch result;
        for (const auto& [tag, id] : open) {
            result.tags.push_back(tag);
            result.id = id ? id : result.id;
        }
        return result;
    };
    using Type = output::ContentToken::Type;
    for (const output::ContentToken& token : output::content_tokens(content)) {
        const bool is_number = token.type == Type::word &&
                               token.text.find_first_not_of("+-.0123456789") == token.text.npos;
        if (token.type != Type::word || is_number) {
            operands.push_back(token);
            continue;
        }
        if (token.text == "BDC" || token.text == "BMC") {
            std::optional<int> id;
            for (std::size_t i = 0; i + 1 < operands.size(); ++i) {
                if (operands[i].text == "/MCID") {
                    id = std::stoi(std::string(operands[i + 1].text));
                }
            }
            const bool is_artifact = operands.front().text == "/Artifact";
            open.emplace_back(is_artifact ? "Artifact" : id ? "content" : "", id);
            visitor(stretch(), operands, "BDC");
        } else if (token.text == "EMC" && !open.empty()) {
            open.pop_back();
        } else if (painting.contains(token.text) || token.text == "Tf") {
            visitor(stretch(), operands, token.text);
        }
        operands.clear();
    }
}

/// The fonts of the page by their names in it.
inline std::map<std::string, Json> fonts_of(const Pdf& pdf) {
    std::map<std::string, Json> fonts;
    const Json named = pdf.get(pdf.get(pdf.page(), "/Resources"), "/Font");
    for (const auto& [name, font] : named.items()) {
        fonts[name] = pdf.at(font);
    }
    return fonts;
}

inline bool fonts_embedded(const Pdf& pdf) {
    const std::map<std::string, Json> fonts = fonts_of(pdf);
    return !fonts.empty() && std::ranges::all_of(fonts, [&](const auto& named) {
        const std::vector<Json> below = pdf.items(named.second, "/DescendantFonts");
        const Json font = below.empty() ? named.second : pdf.at(below.front());
        const Json descriptor = pdf.get(font, "/FontDescriptor");
        return !pdf.get(descriptor, "/FontFile").is_null() ||
               !pdf.get(descriptor, "/FontFile2").is_null() ||
               !pdf.get(descriptor, "/FontFile3").is_null();
    });
}

/// The codes in a string, as one or two bytes each.
inline std::vector<int> codes_of(std::string_view string, bool two_bytes) {
    std::string bytes;
    if (string.starts_with('<')) {
        for (std::size_t i = 1; i + 2 < string.size(); i += 2) {
            bytes += static_cast<char>(std::stoi(std::string(string.substr(i, 2)), nullptr, 16));
        }
    } else {
        for (std::size_t i = 1; i + 1 < string.size(); ++i) {
            if (string[i] != '\\') {
                bytes += string[i];
            } else if (std::isdigit(static_cast<unsigned char>(string[i + 1])) != 0) {
                bytes +=
                    static_cast<char>(std::stoi(std::string(string.substr(i + 1, 3)), nullptr, 8));
                i += 3;
            } else {
                bytes += string[++i];
            }
        }
    }
    std::vector<int> codes;
    for (std::size_t i = 0; i + (two_bytes ? 1 : 0) < bytes.size(); i += two_bytes ? 2 : 1) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(bytes[at]); };
        codes.push_back(two_bytes ? byte(i) * 256 + byte(i + 1) : byte(i));
    }
    return codes;
}

/// The codes that a font shows on the page.
inline std::map<std::string, std::set<int>> shown_codes(const Pdf& pdf) {
    const std::map<std::string, Json> fonts = fonts_of(pdf);
    std::map<std::string, std::set<int>> shown;
    std::string font;
    visit_content(pdf.content(), [&](const Stretch&, const auto& operands, std::string_view what) {
        if (what == "Tf") {
            font = operands.front().text;
        }
        if (what == "Tj" || what == "TJ") {
            const bool two = pdf.get(fonts.at(font), "/Subtype") == "/Type0";
            for (const output::ContentToken& operand : operands) {
                if (operand.type == output::ContentToken::Type::text) {
                    for (const int code : codes_of(operand.text, two)) {
                        shown[font].insert(code);
                    }
                }
            }
        }
    });
    return shown;
}

/// Code to what follows it in the font's map to Unicode, in lines such as "<41> <0041>".
inline std::map<int, std::string> unicode_map(const Pdf& pdf, const Json& font) {
    const Json stream = pdf.entry(font, "/ToUnicode");
    const std::string map = stream.is_string() ? pdf.data(stream) : "";
    static const std::regex line("<([0-9a-fA-F]+)> <([0-9a-fA-F]+)>\n");
    std::map<int, std::string> codes;
    for (std::sregex_iterator at(map.begin(), map.end(), line); at != std::sregex_iterator();
         ++at) {
        codes[std::stoi((*at)[1], nullptr, 16)] = (*at)[2];
    }
    return codes;
}

inline bool fonts_mapped(const Pdf& pdf) {
    const std::map<std::string, Json> fonts = fonts_of(pdf);
    const auto shown = shown_codes(pdf);
    return !shown.empty() && std::ranges::all_of(shown, [&](const auto& used) {
        const std::map<int, std::string> map = unicode_map(pdf, fonts.at(used.first));
        return std::ranges::all_of(used.second, [&](int code) {
            static const std::set<std::string> forbidden{"0000", "feff", "fffe", "FEFF", "FFFE"};
            return map.contains(code) && !forbidden.contains(map.at(code));
        });
    });
}

/// Glyph 0 stands for a letter that a font lacks. In Cairo's fonts a code is the glyph's number, or
/// one of Windows' characters, of which a font has those with a width.
inline bool no_missing_glyph(const Pdf& pdf) {
    const std::map<std::string, Json> fonts = fonts_of(pdf);
    return std::ranges::all_of(shown_codes(pdf), [&](const auto& used) {
        const Json& font = fonts.at(used.first);
        if (pdf.get(font, "/Subtype") == "/Type0") {
            return !used.second.contains(0);
        }
        const int first = pdf.get(font, "/FirstChar");
        const std::vector<Json> widths = pdf.items(font, "/Widths");
        return std::ranges::all_of(used.second, [&](int code) {
            const int place = code - first;
            return place >= 0 && place < static_cast<int>(widths.size()) &&
                   widths[static_cast<std::size_t>(place)].get<double>() > 0;
        });
    });
}

} // namespace cairn::test::ua
