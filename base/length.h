#pragma once

#include <compare>

namespace cairn {

/// A length on the page. Made and read only with its unit, so that points, millimetres and
/// CSS pixels (1/96 inch) cannot be confused.
class Length {
  public:
    constexpr Length() = default;

    static constexpr Length px(double value) { return Length(value); }
    static constexpr Length pt(double value) { return Length(value * 96 / 72); }
    static constexpr Length mm(double value) { return Length(value * 96 / 25.4); }

    [[nodiscard]] constexpr double to_px() const { return m_px; }
    [[nodiscard]] constexpr double to_pt() const { return m_px * 72 / 96; }

    friend constexpr Length operator+(Length a, Length b) { return Length(a.m_px + b.m_px); }
    friend constexpr Length operator-(Length a, Length b) { return Length(a.m_px - b.m_px); }
    friend constexpr Length operator-(Length a) { return Length(-a.m_px); }
    friend constexpr Length operator*(Length a, double factor) { return Length(a.m_px * factor); }
    friend constexpr Length operator*(double factor, Length a) { return Length(a.m_px * factor); }
    friend constexpr Length operator/(Length a, double divisor) { return Length(a.m_px / divisor); }
    friend constexpr double operator/(Length a, Length b) { return a.m_px / b.m_px; }
    constexpr Length& operator+=(Length other) { return *this = *this + other; }
    constexpr Length& operator-=(Length other) { return *this = *this - other; }
    // clang-tidy 14 takes the 0 of a rewritten comparison for a pointer.
    friend constexpr auto operator<=>(Length, Length) = default; // NOLINT(modernize-use-nullptr)

  private:
    constexpr explicit Length(double px) : m_px(px) {}

    double m_px = 0;
};

} // namespace cairn
