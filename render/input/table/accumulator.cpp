#include "render/input/table/accumulator.h"

#include "base/checksum.h"
#include "base/number.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace cairn::input {

namespace {

std::uint64_t print_of(std::string_view text) {
    constexpr std::size_t digits = 16;
    constexpr int hexadecimal = 16;
    return to_number<std::uint64_t>(sha256(text).substr(0, digits), hexadecimal).value();
}

} // namespace

void Sum::add(double number) {
    const double sum = m_sum + number;
    m_lost += std::abs(m_sum) >= std::abs(number) ? (m_sum - sum) + number : (number - sum) + m_sum;
    m_sum = sum;
}

void Mean::add(const RecordValue& value) {
    m_mean += (value.number - m_mean) / static_cast<double>(++m_count);
}

void Median::add(const RecordValue& value) {
    m_new.push_back(value.number);
    if (m_new.size() >= m_most_new) {
        merge_new();
    }
}

void Median::merge_new() {
    if (!m_runs) {
        m_runs = std::make_unique<Runs>();
    }
    std::deque<double>& numbers = m_runs->numbers;
    std::deque<std::uint32_t>& counts = m_runs->counts;
    std::ranges::sort(m_new);
    std::size_t unknown = 0;
    auto known = numbers.begin();
    for (std::size_t i = 0; i < m_new.size(); ++i) {
        if (i == 0 || m_new[i] != m_new[i - 1]) {
            known = std::lower_bound(known, numbers.end(), m_new[i]);
            unknown += known == numbers.end() || *known != m_new[i] ? 1 : 0;
        }
    }
    // From the end, so that each number has moved before its place is taken.
    std::size_t from = numbers.size();
    std::size_t to = from + unknown;
    numbers.resize(to);
    counts.resize(to);
    for (std::size_t left = m_new.size(); left > 0;) {
        const double number = m_new[left - 1];
        std::uint32_t count = 0;
        for (; left > 0 && m_new[left - 1] == number; --left) {
            ++count;
        }
        for (; from > 0 && numbers[from - 1] > number; --from) {
            --to;
            numbers[to] = numbers[from - 1];
            counts[to] = counts[from - 1];
        }
        if (from > 0 && numbers[from - 1] == number) {
            --from;
            count += counts[from];
        }
        --to;
        numbers[to] = number;
        counts[to] = count;
    }
    m_new.clear();
    m_most_new = std::max(m_most_new, numbers.size() / 2);
    m_new.reserve(m_most_new);
}

double Median::value() {
    merge_new();
    const std::size_t all =
        std::accumulate(m_runs->counts.begin(), m_runs->counts.end(), std::size_t{0});
    const auto number_at = [&](std::size_t place) {
        std::size_t run = 0;
        for (; place >= m_runs->counts[run]; ++run) {
            place -= m_runs->counts[run];
        }
        return m_runs->numbers[run];
    };
    return all % 2 == 1 ? number_at(all / 2)
                        : std::midpoint(number_at(all / 2 - 1), number_at(all / 2));
}

void Distinct::add(const RecordValue& value) {
    m_prints.push_back(print_of(value.text));
    if (m_prints.size() >= m_most) {
        drop_repeated();
        m_most = std::max(m_most, 2 * m_prints.size());
    }
}

double Distinct::value() {
    drop_repeated();
    return static_cast<double>(m_prints.size());
}

void Distinct::drop_repeated() {
    std::ranges::sort(m_prints);
    m_prints.erase(std::unique(m_prints.begin(), m_prints.end()), m_prints.end());
}

Accumulator accumulator_of(Aggregate aggregate) {
    switch (aggregate) {
    case Aggregate::count:
        return Count{};
    case Aggregate::sum:
        return Sum{};
    case Aggregate::mean:
        return Mean{};
    case Aggregate::median:
        return Median{};
    case Aggregate::distinct:
        return Distinct{};
    }
    return {};
}

int aggregate_decimals(Aggregate aggregate, int decimals) {
    switch (aggregate) {
    case Aggregate::count:
    case Aggregate::distinct:
        return 0;
    case Aggregate::sum:
        return decimals;
    case Aggregate::mean:
    case Aggregate::median:
        return decimals + 1;
    }
    return 0;
}

} // namespace cairn::input
