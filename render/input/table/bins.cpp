#include "render/input/table/bins.h"

#include "base/number.h"
#include "base/overloaded.h"
#include "base/quote.h"
#include "base/white_space.h"
#include "render/input/table/dates.h"

#include <fmt/format.h>

#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

namespace cairn::input {

namespace {

constexpr std::int64_t months_a_year = 12;
constexpr std::int64_t quarters_a_year = 4;
constexpr std::int64_t months_a_quarter = 3;

constexpr std::array<std::string_view, 12> english_months{
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 12> gaelic_months{
    "Faoilleach", "Gearran",  "Màrt",    "Giblean", "Cèitean", "Ògmhios",
    "Iuchar",     "Lùnastal", "Sultain", "Dàmhair", "Samhain", "Dùbhlachd"};

std::int64_t bin_of_day(std::chrono::sys_days day, Period period) {
    const std::chrono::year_month_day date{day};
    const std::int64_t year = static_cast<int>(date.year());
    const std::int64_t month = static_cast<unsigned>(date.month()) - 1U;
    constexpr std::int64_t april = 3;
    switch (period) {
    case Period::month:
        return year * months_a_year + month;
    case Period::quarter:
        return year * quarters_a_year + month / months_a_quarter;
    case Period::year:
        return year;
    case Period::financial_year:
        return month < april ? year - 1 : year;
    }
    return 0;
}

std::string_view in_words(Period period) {
    switch (period) {
    case Period::month:
        return "month";
    case Period::quarter:
        return "quarter";
    case Period::year:
        return "year";
    case Period::financial_year:
        return "financial year";
    }
    return {};
}

std::variant<std::int64_t, Missing, Refusal> bin_of_date(std::string_view cell, Period period) {
    const std::optional<Days> days = parse_date(cell);
    if (!days) {
        return Refusal{fmt::format("{} is no date such as 2024-03-31", in_quotes(cell)),
                       "write year, month and day; [x] where the date is not known"};
    }
    const std::int64_t bin = bin_of_day(days->first, period);
    if (bin_of_day(days->last, period) != bin) {
        return Refusal{
            fmt::format("{} lies in more than one {}", in_quotes(cell), in_words(period)),
            "write the day, such as 2024-03-31, or take a longer bin"};
    }
    return bin;
}

} // namespace

Bins::Bins(const BinSpec& spec, CellRules rules)
    : m_width(spec.width), m_is_gaelic(spec.is_gaelic), m_rules(std::move(rules)) {}

std::variant<std::int64_t, Missing, Refusal> Bins::bin_of(std::string_view cell) {
    const std::string text = one_line(cell);
    if (is_without_value(text, m_rules)) {
        return Missing{};
    }
    if (const auto* period = std::get_if<Period>(&m_width)) {
        return bin_of_date(text, *period);
    }
    constexpr int kept_decimals = 9; // 0.3 / 0.1 is 3
    auto read = read_cell_value(text, m_rules);
    if (const auto* missing = std::get_if<Missing>(&read)) {
        return *missing;
    }
    if (auto* refusal = std::get_if<Refusal>(&read)) {
        return std::move(*refusal);
    }
    const auto& number = std::get<CellNumber>(read);
    m_has_decimals = m_has_decimals || number.decimals > 0;
    const double bin = std::floor(rounded(number.value / std::get<double>(m_width), kept_decimals));
    constexpr double most = 1e15;
    if (std::abs(bin) > most) {
        return Refusal{fmt::format("{} is too large for bins so small", in_quotes(text)),
                       "take a larger bin"};
    }
    return static_cast<std::int64_t>(bin);
}

std::string Bins::label_of(std::int64_t bin) const {
    return std::visit(Overloaded{[&](double width) { return interval(width, bin); },
                                 [&](Period one) { return period(one, bin); }},
                      m_width);
}

std::string Bins::interval(double width, std::int64_t bin) const {
    const int decimals = decimals_of(width);
    const auto shown = [&](double value) { return format_number(value, decimals); };
    const double from = static_cast<double>(bin) * width;
    const double to = static_cast<double>(bin + 1) * width;
    if (m_has_decimals || decimals > 0) {
        return fmt::format(fmt::runtime(m_is_gaelic ? "{} gu nas lugha na {}" : "{} to under {}"),
                           shown(from), shown(to));
    }
    return width == 1
               ? shown(from)
               : fmt::format("{} {} {}", shown(from), m_is_gaelic ? "gu" : "to", shown(to - 1));
}

std::string Bins::period(Period period, std::int64_t bin) const {
    const auto month = [&](std::int64_t index) {
        return (m_is_gaelic ? gaelic_months : english_months).at(static_cast<std::size_t>(index));
    };
    constexpr std::int64_t century = 100;
    switch (period) {
    case Period::month:
        return fmt::format("{} {}", month(bin % months_a_year), bin / months_a_year);
    case Period::quarter: {
        const std::int64_t first = bin % quarters_a_year * months_a_quarter;
        return fmt::format("{} {} {} {}", month(first), m_is_gaelic ? "gu" : "to",
                           month(first + months_a_quarter - 1), bin / quarters_a_year);
    }
    case Period::year:
        return fmt::format("{}", bin);
    case Period::financial_year:
        return fmt::format("{}/{:02}", bin, (bin + 1) % century);
    }
    return {};
}

} // namespace cairn::input
