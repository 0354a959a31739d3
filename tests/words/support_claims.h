#pragma once

#include "tests/words/support_where.h"

#include <array>
#include <optional>
#include <string_view>

/// What the words of a map claim of where, read back from the text.
namespace cairn::test {

/// How a language says it: what stands before, between and behind what is claimed.
struct Marks {
    std::string_view spread, spread_to, spread_end;
    std::string_view beside, joined, few, cluster_all, cluster_sum, of_whole;
    std::string_view none, no_data;
    std::array<std::string_view, 3> group; ///< the beginnings of sentences about a group
    std::array<std::string_view, 2> apart;
    std::string_view together; ///< stands in every sentence about a group
    std::string_view highest, lowest;
    std::string_view leader, leader_sum, among, all_together;
};

constexpr Marks english_marks{
    .spread = ", from ",
    .spread_to = " to ",
    .spread_end = ".",
    .beside = " neighbouring area",
    .joined = " joined to it",
    .few = ", which lie together,",
    .cluster_all = "The areas with stories all lie together",
    .cluster_sum = " have ",
    .of_whole = " of the ",
    .none = "No stories in ",
    .no_data = "No data for ",
    .group = {"Of them, ", "Another ", "All "},
    .apart = {"The other one lies apart: ", "The others lie apart from one another: "},
    .together = " lie together: ",
    .highest = " highest",
    .lowest = " lowest",
    .leader = "; with ",
    .leader_sum = ", ",
    .among = ", among them ",
    .all_together = ", which all lie together"};

constexpr Marks gaelic_marks{
    .spread = " (as fhaide tuath: ",
    .spread_to = "; as fhaide deas: ",
    .spread_end = ").",
    .beside = " ri thaobh",
    .joined = " taobh ri taobh",
    .few = " (taobh ri taobh)",
    .cluster_all = "Tha na sgìrean le sgeulachdan uile taobh ri taobh",
    .cluster_sum = ": ",
    .of_whole = " a-mach à ",
    .none = "Far nach eil sgeulachdan: ",
    .no_data = "Gun dàta: ",
    .group = {"Taobh ri taobh: ", "Taobh ri taobh cuideachd: ", "Taobh ri taobh: "},
    .apart = {"Leis fhèin: ", "Leotha fhèin: "},
    .together = "aobh ri taobh",
    .highest = " as àirde, ",
    .lowest = " as ìsle, ",
    .leader = "; còmhla ri ",
    .leader_sum = ": ",
    .among = "; nam measg: ",
    .all_together = ", uile taobh ri taobh"};

inline const Marks& marks_of(bool in_gaelic) {
    return in_gaelic ? gaelic_marks : english_marks;
}

/// The sentences of a text, without their stops.
inline std::vector<std::string> sentences_of(const std::string& text) {
    std::vector<std::string> sentences;
    std::string sentence;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends =
            text[i] == '\n' ||
            (text[i] == '.' && (i + 1 == text.size() || text[i + 1] == ' ' || text[i + 1] == '\n'));
        if (!ends) {
            sentence += sentence.empty() && text[i] == ' ' ? "" : std::string(1, text[i]);
        } else if (!sentence.empty()) {
            sentences.push_back(std::move(sentence));
            sentence.clear();
        }
    }
    return sentences;
}

inline bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// What stands between the first `from` and the next `to`; the rest where `to` is not there.
inline std::string between(const std::string& text, std::string_view from, std::string_view to) {
    const std::size_t begin = text.find(from);
    BOOST_TEST_REQUIRE((begin != std::string::npos), from << " is not in: " << text);
    const std::size_t start = begin + from.size();
    return text.substr(start, text.find(to, start) - start);
}

/// The first number at or after `at`, in digits or as an English word.
inline std::optional<long> number_at(const std::string& text, std::size_t at = 0) {
    static const std::map<std::string, long> words{{"one", 1},   {"two", 2},   {"three", 3},
                                                   {"four", 4},  {"five", 5},  {"six", 6},
                                                   {"seven", 7}, {"eight", 8}, {"nine", 9}};
    std::string token;
    for (std::size_t i = at; i <= text.size(); ++i) {
        const char c = i < text.size() ? text[i] : ' ';
        if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
            token += static_cast<char>(std::tolower(c));
        } else if (c != ',' || token.empty() || i + 1 >= text.size() || text[i + 1] == ' ') {
            if (words.contains(token)) {
                return words.at(token);
            }
            if (!token.empty() && token[0] >= '0' && token[0] <= '9') {
                return std::stol(token);
            }
            token.clear();
        }
    }
    return std::nullopt;
}

/// The labels that a text names, each once at most, longer ones first.
inline Names names_in(std::string text, const Ground& ground) {
    std::vector<std::string> labels = ground.order;
    std::ranges::sort(labels, std::greater(), &std::string::size);
    Names names;
    for (const std::string& label : labels) {
        if (const std::size_t at = text.find(label); at != std::string::npos) {
            names.insert(label);
            text.replace(at, label.size(), "|");
            BOOST_TEST(!has(text, label), label << " twice in: " << text);
        }
    }
    return names;
}

/// The label that a text begins with.
inline std::string first_name(const std::string& text, const Ground& ground) {
    std::string first;
    for (const std::string& label : ground.order) {
        if (text.starts_with(label) && label.size() > first.size()) {
            first = label;
        }
    }
    BOOST_TEST_REQUIRE(!first.empty(), "no name at the beginning of: " << text);
    return first;
}

} // namespace cairn::test
