#pragma once

#include "tests/facts/support_facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace cairn::test {

/// A generated table: values in whole steps of 10^-decimals, none where missing.
struct Sample {
    bool map = false;
    bool absent_zero = false;
    bool named_unit = true;
    int decimals = 0;
    std::vector<std::string> labels;
    std::vector<std::optional<long>> steps; ///< one a label, regions without a row at the end
    std::size_t rows = 0;                   ///< labels that have a row
};

// No number word, no digit and no full stop: what a text has of these comes from the numbers.
constexpr std::array<const char*, 24> syllables{
    "Third",   "sector",  "Unpaid", "carers",  "and",    "Health", "NHS",     "Dùn",
    "Èideann", "Ørsted",  "日本語", "People",  "of",     "Perth,", "Kinross", "Øst",
    "&",       "schools", "Ayr",    "without", "Siar’s", "ż",      "Café",    "in"};

inline std::string random_label(std::mt19937& random, std::size_t index) {
    // A capital, and letters that no other label has.
    std::string label = "X";
    label += static_cast<char>('a' + index / 26);
    label += static_cast<char>('a' + index % 26);
    const std::size_t words = random() % 40 == 0 ? 30 : random() % 5;
    for (std::size_t i = 0; i < words; ++i) {
        label += std::string(" ") + syllables.at(random() % syllables.size());
    }
    if (label.ends_with(',')) {
        label.pop_back();
    }
    return label;
}

inline std::optional<long> random_steps(std::mt19937& random, int shape) {
    const auto below = [&](unsigned bound) { return static_cast<long>(random() % bound); };
    switch (shape) {
    case 0:
        return 1 + below(4); // many ties
    case 1:
        return below(3) == 0 ? 1 + below(20) : 0; // many zeros
    case 2:
        return below(4) == 0 ? std::optional<long>() : below(30); // some missing
    case 3:
        return below(40) - 15; // negative ones
    case 4:
        return below(10000000) * (below(3) == 0 ? 1 : 0); // huge ones
    case 5:
        return 7; // all equal
    case 6:
        return 0;
    case 7:
        return std::nullopt;
    default:
        return 1 + below(1 + static_cast<unsigned>(below(200)));
    }
}

inline Sample random_sample(std::mt19937& random) {
    Sample sample;
    sample.map = random() % 2 == 0;
    sample.absent_zero = random() % 2 == 0;
    sample.named_unit = random() % 4 != 0;
    sample.decimals = random() % 4 == 0 ? 1 + static_cast<int>(random() % 2) : 0;
    const std::size_t size = random() % 4 == 0 ? 1 + random() % 4 : 1 + random() % 60;
    sample.rows = sample.map ? 1 + random() % size : size;
    const int shape = static_cast<int>(random() % 12);
    for (std::size_t i = 0; i < size; ++i) {
        sample.labels.push_back(random_label(random, i));
        sample.steps.push_back(random_steps(random, shape));
    }
    if (sample.map) {
        // Regions without a row come last by name; the labels' second letters are not in order.
        std::sort(sample.labels.begin() + static_cast<long>(sample.rows), sample.labels.end());
        for (std::size_t i = sample.rows; i < size; ++i) {
            sample.steps[i] = sample.absent_zero ? std::optional<long>(0) : std::nullopt;
        }
    }
    return sample;
}

inline facts::Facts facts_of(const Sample& sample, bool in_gaelic = false) {
    Rows rows;
    for (std::size_t i = 0; i < sample.rows; ++i) {
        const std::optional<long> steps = sample.steps[i];
        rows.emplace_back(sample.labels[i], steps ? std::optional(static_cast<double>(*steps) /
                                                                  std::pow(10, sample.decimals))
                                                  : std::nullopt);
    }
    const About about{"Story origins by sector", "Sector", sample.named_unit ? "Stories" : "Rate",
                      sample.decimals, in_gaelic};
    return sample.map
               ? map(rows, sample.labels,
                     sample.absent_zero ? input::Absent::zero : input::Absent::missing, about)
               : bars(rows, about);
}

/// How many decimals a number of steps needs.
inline int needed_decimals(long steps, int decimals) {
    while (decimals > 0 && steps % 10 == 0) {
        steps /= 10;
        --decimals;
    }
    return decimals;
}

/// How many the values of a sample are told with.
inline int shown_decimals(const Sample& sample) {
    int shown = 0;
    for (const std::optional<long>& steps : sample.steps) {
        shown = std::max(shown, needed_decimals(steps.value_or(0), sample.decimals));
    }
    return shown;
}

/// A number of steps as English writes it with at least `shown` decimals, by way of whole numbers
/// only.
inline std::string written(long steps, int decimals, int shown = 0) {
    if (steps == 0) {
        return "0";
    }
    std::string digits = std::to_string(std::abs(steps));
    while (digits.size() <= static_cast<std::size_t>(decimals)) {
        digits.insert(0, "0");
    }
    std::string whole = digits.substr(0, digits.size() - decimals);
    std::string part = digits.substr(digits.size() - decimals);
    while (part.ends_with('0') && part.size() > static_cast<std::size_t>(shown)) {
        part.pop_back();
    }
    for (std::size_t at = whole.size(); at > 3;) {
        at -= 3;
        whole.insert(at, ",");
    }
    return (steps < 0 ? "\u2212" : "") + whole + (part.empty() ? "" : "." + part);
}

} // namespace cairn::test
