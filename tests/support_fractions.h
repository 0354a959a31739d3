#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

/// What shares in words claim, in whole numbers.
namespace cairn::test {

struct NamedFraction {
    std::string_view name;
    long part, whole;
};

constexpr std::array<NamedFraction, 25> named_fractions{{
    {"a tenth", 1, 10},           {"a fifth", 1, 5},
    {"a quarter", 1, 4},          {"a third", 1, 3},
    {"two fifths", 2, 5},         {"half", 1, 2},
    {"three fifths", 3, 5},       {"two thirds", 2, 3},
    {"three quarters", 3, 4},     {"four fifths", 4, 5},
    {"nine tenths", 9, 10},       {"all", 1, 1},
    {"an deicheamh cuid", 1, 10}, {"an còigeamh cuid", 1, 5},
    {"cairteal", 1, 4},           {"trian", 1, 3},
    {"dà chòigeamh", 2, 5},       {"leth", 1, 2},
    {"trì còigeamhan", 3, 5},     {"dà thrian", 2, 3},
    {"trì cairtealan", 3, 4},     {"ceithir còigeamhan", 4, 5},
    {"naoi deicheamhan", 9, 10},  {"an t-iomlan", 1, 1},
    {"an iomlan", 1, 1},
}};

/// Whether `said` ("half", "nearly a third", "more than two fifths") is so of `part` in `whole`:
/// without more, exactly; nearly and just over, by two percentage points at most; more than, by
/// more, and by less than the next fraction.
inline bool share_holds(std::string_view said, long part, long whole) {
    enum class How { exactly, nearly, over, more };
    How how = How::exactly;
    constexpr std::array<std::pair<std::string_view, How>, 6> starts{
        {{"nearly ", How::nearly},
         {"just over ", How::over},
         {"more than ", How::more},
         {"faisg air ", How::nearly},
         {"beagan a bharrachd air ", How::over},
         {"còrr is ", How::more}}};
    for (const auto& [start, meaning] : starts) {
        if (said.starts_with(start)) {
            how = meaning;
            said.remove_prefix(start.size());
            break;
        }
    }
    const auto* const named = std::ranges::find(named_fractions, said, &NamedFraction::name);
    if (named == named_fractions.end() || whole <= 0) {
        return false;
    }
    // part / whole - a / b, times whole * b.
    const auto beyond = [&](const NamedFraction& fraction) {
        return part * fraction.whole - whole * fraction.part;
    };
    const long off = beyond(*named);
    const bool close = 50 * std::max(off, -off) <= whole * named->whole;
    const bool next_is_above =
        std::ranges::none_of(named_fractions, [&](const NamedFraction& other) {
            return other.part * named->whole > named->part * other.whole && beyond(other) >= 0;
        });
    switch (how) {
    case How::exactly:
        return off == 0;
    case How::nearly:
        return off < 0 && close;
    case How::over:
        return off > 0 && close;
    case How::more:
        return off > 0 && !close && next_is_above;
    }
    return false;
}

} // namespace cairn::test
