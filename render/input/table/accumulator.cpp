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

double Median::value() {
    const auto middle = m_numbers.begin() + static_cast<std::ptrdiff_t>(m_numbers.size() / 2);
    std::nth_element(m_numbers.begin(), middle, m_numbers.end());
    return m_numbers.size() % 2 == 1
               ? *middle
               : std::midpoint(*std::max_element(m_numbers.begin(), middle), *middle);
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
