#pragma once

#include "render/facts/body.h"
#include "render/words/words.h"
#include "tests/facts/support_samples.h"
#include "tests/support.h"

#include <array>
#include <cmath>
#include <map>
#include <set>
#include <sstream>

/// What holds of the words of generated tables in every language, by another way than the
/// program's.
namespace cairn::test {

/// All numbers that may be told of a sample.
inline std::set<std::string> true_numbers(const Sample& sample, const facts::Facts& facts) {
    std::set<std::string> numbers;
    const int shown = shown_decimals(sample);
    const auto add = [&](long steps) { numbers.insert(written(steps, sample.decimals, shown)); };
    const auto add_count = [&](std::size_t count) {
        numbers.insert(written(static_cast<long>(count), 0));
    };
    std::map<long, std::size_t, std::greater<>> groups;
    std::size_t with_value = 0;
    std::size_t negative = 0;
    long total = 0;
    for (const std::optional<long>& steps : sample.steps) {
        if (steps) {
            add(*steps);
            groups[*steps] += 1;
            total += *steps;
            ++with_value;
            negative += *steps < 0 ? 1 : 0;
        }
    }
    add(total);
    const std::size_t size = sample.steps.size();
    const std::size_t zeros = groups.contains(0) ? groups[0] : 0;
    for (const std::size_t count : {size, with_value, size - with_value, with_value - zeros, zeros,
                                    negative, facts::classes_of(facts).size()}) {
        add_count(count);
    }
    long sum = 0;
    std::size_t rest = with_value - zeros;
    std::size_t leaders = 0;
    for (const auto& [steps, count] : groups) {
        add_count(count);
        add_count(count - 1); // "and two others"
        sum += steps * static_cast<long>(count);
        leaders += count;
        if (leaders <= 4) {
            add(sum); // "together"
        }
        rest -= std::min(rest, count);
        add_count(rest); // "another 12"
    }
    if (groups.size() > 1 && std::next(groups.begin())->first > 0) {
        add_count(
            static_cast<std::size_t>(groups.begin()->first / std::next(groups.begin())->first));
    }
    std::vector<long> edges;
    for (const facts::Class& range : facts::classes_of(facts)) {
        edges.push_back(std::lround(range.from * std::pow(10, sample.decimals)));
        edges.push_back(std::lround(range.to * std::pow(10, sample.decimals)));
        add_count(range.count);
    }
    int shown_edges = 0;
    for (const long edge : edges) {
        shown_edges = std::max(shown_edges, needed_decimals(edge, sample.decimals));
    }
    for (const long edge : edges) {
        numbers.insert(written(edge, sample.decimals, shown_edges));
    }
    return numbers;
}

/// Words and numbers of a text, in order; "1,234" and "−0.5" are one token.
inline std::vector<std::string> tokens_of(const std::string& text) {
    const auto is_digit = [](char c) { return c >= '0' && c <= '9'; };
    const auto is_letter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<signed char>(c) < 0;
    };
    std::vector<std::string> tokens;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t begin = i;
        if (text.compare(i, 3, "\u2212") == 0 || is_digit(text[i])) {
            i += is_digit(text[i]) ? 1 : 3;
            while (i < text.size() &&
                   (is_digit(text[i]) || ((text[i] == ',' || text[i] == '.') &&
                                          i + 1 < text.size() && is_digit(text[i + 1])))) {
                ++i;
            }
        } else {
            while (i < text.size() && is_letter(text[i])) {
                ++i;
            }
        }
        if (i > begin) {
            tokens.push_back(text.substr(begin, i - begin));
        } else {
            ++i;
        }
    }
    return tokens;
}

inline double number_of(std::string text) {
    text.erase(std::remove(text.begin(), text.end(), ','), text.end());
    return std::stod(text);
}

inline std::string expected_list(const Sample& sample, const std::string& title,
                                 const std::string& no_data) {
    std::string text = title + ": ";
    const int shown = shown_decimals(sample);
    for (std::size_t i = 0; i < sample.rows; ++i) {
        text += (i == 0 ? "" : ", ") + sample.labels[i] + " " +
                (sample.steps[i] ? written(*sample.steps[i], sample.decimals, shown) : no_data);
    }
    return text;
}

inline std::size_t code_points(const std::string& text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) >= -64; }));
}

inline void check_marks(const Sample& sample, const words::Words& words,
                        const std::string& no_data) {
    BOOST_REQUIRE(words.marks.size() == sample.labels.size());
    BOOST_REQUIRE(words.table.rows.size() == sample.labels.size());
    const int shown = shown_decimals(sample);
    for (std::size_t i = 0; i < sample.labels.size(); ++i) {
        const std::string value =
            sample.steps[i] ? written(*sample.steps[i], sample.decimals, shown) : no_data;
        BOOST_TEST(words.marks[i].value == value);
        BOOST_TEST(words.table.rows[i].at(0) == sample.labels[i]);
        BOOST_TEST(words.table.rows[i].at(1) == value);
        BOOST_TEST(words.marks[i].name.starts_with(sample.labels[i] + ": "));
    }
}

inline void check_legend(const facts::Facts& facts, const words::Words& words) {
    BOOST_TEST(words.class_labels.size() == facts::classes_of(facts).size());
    BOOST_TEST(words.zero_label.size() == (facts::zero_count_of(facts) ? 1U : 0U));
    if (facts::has_areas(facts)) {
        BOOST_TEST(words.missing_label.size() == (facts.missing.empty() ? 0U : 1U));
    }
    std::size_t areas = 0;
    for (const auto& labels : {words.class_labels, words.zero_label, words.missing_label}) {
        for (const words::LegendLabel& label : labels) {
            areas += static_cast<std::size_t>(std::stoul(label.count));
        }
    }
    BOOST_TEST(areas == (facts::has_areas(facts) ? facts.facts.size() : 0U));
}

/// No slip of spaces or stops.
inline void check_marks_of_writing(const std::string& text) {
    static const std::array<const char*, 14> slips{"  ", " ,", " .",  ",,",  "..",   " ;", ";;",
                                                   ":.", " )", " \n", "\n ", "\n\n", ",.", ";."};
    std::string wrong;
    for (const char* slip : slips) {
        wrong += text.find(slip) == std::string::npos ? "" : "'" + std::string(slip) + "'; ";
    }
    BOOST_TEST(wrong.empty(), wrong << "in: " << text);
    BOOST_TEST((text.front() != ' ' && text.back() != ' '));
}

/// Every sentence begins with a capital (or a letter beyond ASCII), and ends with a stop.
inline void check_sentences(const std::string& text) {
    std::istringstream lines(text);
    std::string line;
    std::string wrong;
    while (std::getline(lines, line)) {
        wrong += line.ends_with('.') || line.ends_with("\u2026") ? "" : "no stop; ";
        for (std::size_t begin = 0; begin < line.size();) {
            const char first = line[begin];
            const bool capital =
                (first >= 'A' && first <= 'Z') || static_cast<signed char>(first) < 0;
            wrong += capital ? "" : "no capital: " + line.substr(begin, 20) + "; ";
            const std::size_t stop = line.find(". ", begin);
            begin = stop == std::string::npos ? line.size() : stop + 2;
        }
    }
    BOOST_TEST(wrong.empty(), wrong << "in: " << text);
}

} // namespace cairn::test
