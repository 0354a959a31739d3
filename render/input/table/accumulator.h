#pragma once

#include "render/input/figure/records_spec.h"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <string>
#include <variant>
#include <vector>

/// What becomes of the values of records, one after the other.
namespace cairn::input {

/// The value of a record; of a count, none.
struct RecordValue {
    std::string text{};
    double number = 0;
};

class Count {
  public:
    void add(const RecordValue& /*value*/) { ++m_count; }
    [[nodiscard]] double value() const { return static_cast<double>(m_count); }

  private:
    std::size_t m_count = 0;
};

/// The sum, without the error of the additions so far (Neumaier 1974).
class Sum {
  public:
    void add(const RecordValue& value) { add(value.number); }
    void add(double number);
    [[nodiscard]] double value() const { return m_sum + m_lost; }

  private:
    double m_sum = 0;
    double m_lost = 0;
};

/// The mean (Welford 1962).
class Mean {
  public:
    void add(const RecordValue& value);
    [[nodiscard]] double value() const { return m_mean; }

  private:
    double m_mean = 0;
    std::size_t m_count = 0;
};

/// The middle of the numbers, or the mean of the two in the middle. Keeps each different number
/// with how often it came, and half as many new ones: 16 bytes a different number. Up to 1024 are
/// kept as they come.
class Median {
  public:
    void add(const RecordValue& value);
    [[nodiscard]] double value();

  private:
    /// Different numbers, sorted, and how often each came.
    struct Runs {
        std::deque<double> numbers{}; // grows without a copy of all
        std::deque<std::uint32_t> counts{};
    };

    void merge_new();

    std::vector<double> m_new{};
    std::size_t m_most_new = 1024;
    std::unique_ptr<Runs> m_runs{};
};

/// How many different texts there are. Keeps the first 64 bits of the SHA-256 of each, at most
/// twice: 16 bytes. That any two of ten million have these in common has a chance of three in a
/// million.
class Distinct {
  public:
    void add(const RecordValue& value);
    [[nodiscard]] double value();

  private:
    void drop_repeated();

    std::deque<std::uint64_t> m_prints;
    std::size_t m_most = 1024; ///< prints before those that are there twice are looked for
};

using Accumulator = std::variant<Count, Sum, Mean, Median, Distinct>;

Accumulator accumulator_of(Aggregate aggregate);

/// The decimals of what is made of numbers with so many.
int aggregate_decimals(Aggregate aggregate, int decimals);

} // namespace cairn::input
