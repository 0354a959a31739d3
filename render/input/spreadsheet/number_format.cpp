#include "render/input/spreadsheet/number_format.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/white_space.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <utility>
#include <vector>

namespace cairn::input {

namespace {

/// A part of a format code: text as it stands, or signs that mean something.
struct FormatToken {
    std::string text;
    bool literal = false;
};

/// One of the formats that a code holds for numbers of different sign.
struct Section {
    std::vector<FormatToken> tokens{};
    std::string condition{}; ///< "<5"
    bool elapsed = false;    ///< whether it shows hours beyond a day: [h]
};

/// What stands in square brackets: a colour, a condition, a currency with its locale, hours.
void read_brackets(std::string_view inside, Section& section) {
    if (inside.starts_with('$')) {
        const std::string_view symbol = inside.substr(1);
        section.tokens.push_back({std::string(symbol.substr(0, symbol.find('-'))), true});
    } else if (inside.find_first_of("<>=") == 0) {
        section.condition = inside;
    } else if (lower(inside).find_first_not_of("hms") == std::string::npos) {
        section.tokens.push_back({lower(inside)});
        section.elapsed = true;
    }
}

/// Takes quoted text, an escaped sign or brackets off the front; whether one stood there.
bool take_special(std::string_view& code, Section& section) {
    const char sign = code.front();
    if (sign == '"' || sign == '[') {
        const std::size_t end = std::min(code.find(sign == '"' ? '"' : ']', 1), code.size());
        const std::string_view inside = code.substr(1, end - 1);
        if (sign == '"') {
            section.tokens.push_back({std::string(inside), true});
        } else {
            read_brackets(inside, section);
        }
        code.remove_prefix(std::min(end + 1, code.size()));
        return true;
    }
    if (sign == '\\' || sign == '_' || sign == '*') {
        // A sign as it stands, the width of one, or one that fills the cell.
        std::size_t bytes = std::min<std::size_t>(2, code.size());
        while (bytes < code.size() && (static_cast<unsigned char>(code[bytes]) & 0xC0U) == 0x80U) {
            ++bytes;
        }
        if (sign == '\\') {
            section.tokens.push_back({std::string(code.substr(1, bytes - 1)), true});
        }
        code.remove_prefix(bytes);
        return true;
    }
    return false;
}

std::vector<Section> sections_of(std::string_view code) {
    std::vector<Section> sections(1);
    while (!code.empty()) {
        if (take_special(code, sections.back())) {
            continue;
        }
        if (code.front() == ';') {
            sections.emplace_back();
        } else if (code.starts_with("E+") || code.starts_with("E-")) {
            sections.back().tokens.push_back({"E"});
            code.remove_prefix(1);
        } else {
            constexpr std::string_view meant = "0#?.,%/eEyYmMdDhHsSgG@aApPnrlAM";
            const bool literal = meant.find(code.front()) == std::string_view::npos;
            sections.back().tokens.push_back({std::string(1, code.front()), literal});
        }
        code.remove_prefix(1);
    }
    return sections;
}

bool holds(std::string_view condition, double value) {
    const std::size_t digits = std::min(condition.find_first_not_of("<>="), condition.size());
    const std::string_view sign = condition.substr(0, digits);
    const double limit = to_number<double>(condition.substr(digits)).value_or(0);
    return (sign == "<" && value < limit) || (sign == ">" && value > limit) ||
           (sign == "<=" && value <= limit) || (sign == ">=" && value >= limit) ||
           (sign == "=" && value == limit) || (sign == "<>" && value != limit);
}

/// The signs of a section that mean something, one after another.
std::string signs_of(const Section& section) {
    std::string signs;
    for (const FormatToken& token : section.tokens) {
        signs += token.literal ? "" : token.text;
    }
    return signs;
}

bool has_digits(const Section& section) {
    return signs_of(section).find_first_of("0#?") != std::string::npos;
}

/// The section for a value. Below zero it is that for values above, where it shows a number.
const Section& section_for(const std::vector<Section>& sections, double value) {
    const bool conditions =
        std::ranges::any_of(sections, [](const Section& one) { return !one.condition.empty(); });
    if (conditions) {
        const auto fit = std::ranges::find_if(sections, [&](const Section& one) {
            return one.condition.empty() || holds(one.condition, value);
        });
        return fit == sections.end() ? sections.front() : *fit;
    }
    if (value == 0 && sections.size() > 2) {
        return sections[2];
    }
    return value < 0 && sections.size() > 1 && !has_digits(sections[1]) ? sections[1]
                                                                        : sections.front();
}

/// The parts of a date that a code shows.
std::string shown_date(double value, const std::string& signs, DateSystem dates) {
    using namespace std::chrono;
    constexpr double most_days = 2'958'466; // 31 December 9999
    if (value < 0 || value >= most_days) {
        return general_number(value);
    }
    // 1900 was no leap year, but Lotus 1-2-3 had it so, and Excel kept that.
    const double days_before_leap = dates == DateSystem::from_1900 && value < 60 ? 1 : 0;
    const auto whole_days = static_cast<int>(std::floor(value + days_before_leap));
    const sys_days origin = dates == DateSystem::from_1900 ? sys_days{year{1899} / December / 30}
                                                           : sys_days{year{1904} / January / 1};
    int minutes = static_cast<int>(std::lround((value - std::floor(value)) * 24 * 60));
    const year_month_day date{origin + days{whole_days + minutes / (24 * 60)}};
    minutes %= 24 * 60;
    const auto has = [&](char sign) { return signs.find(sign) != std::string::npos; };
    std::string time = fmt::format("{:02}:{:02}", minutes / 60, minutes % 60);
    if (!has('y') && !has('d') && (has('h') || has('s'))) {
        return time;
    }
    std::string text = fmt::format("{:04}", static_cast<int>(date.year()));
    if (has('m') || has('d')) {
        text += fmt::format("-{:02}", static_cast<unsigned>(date.month()));
    }
    if (has('d')) {
        text += fmt::format("-{:02}", static_cast<unsigned>(date.day()));
    }
    return minutes > 0 && has('h') ? text + " " + time : text;
}

/// How a section has the digits of a number.
struct Digits {
    int least_whole = 0;
    int least_decimals = 0, most_decimals = 0;
    bool grouped = false, scientific = false;
    double scale = 1;
};

Digits digits_of(const std::string& signs) {
    Digits digits;
    bool decimals = false;
    int commas = 0;
    for (const char sign : signs) {
        if (sign == '.') {
            decimals = true;
            commas = 0;
        } else if (sign == ',') {
            ++commas;
        } else if (sign == '%') {
            digits.scale *= 100;
        } else if (sign == 'e') {
            digits.scientific = true;
            break;
        } else if (sign == '0' || sign == '#' || sign == '?') {
            digits.grouped = digits.grouped || commas > 0;
            commas = 0;
            digits.least_whole += !decimals && sign == '0' ? 1 : 0;
            digits.most_decimals += decimals ? 1 : 0;
            digits.least_decimals += decimals && sign != '#' ? 1 : 0;
        }
    }
    digits.scale /= std::pow(1000.0, commas); // behind the last digit, thousands are left out
    return digits;
}

std::string shown_digits(double value, const Digits& digits) {
    constexpr int most_decimals = 30;
    const int decimals = std::min(digits.most_decimals, most_decimals);
    const double magnitude = std::abs(value) * digits.scale;
    if (digits.scientific) {
        return fmt::format("{:.{}E}", magnitude, decimals);
    }
    // In 15 digits, as a spreadsheet has it: 1.005 rounds to 1.01, though it is stored as less.
    const double step = std::pow(10.0, decimals);
    const double steps = to_number<double>(fmt::format("{:.15g}", magnitude * step)).value_or(0);
    std::string text = fmt::format("{:.{}f}", std::round(steps) / step, decimals);
    if (digits.least_whole == 0 && digits.least_decimals == 0 &&
        text.find_first_not_of("0.") == std::string::npos) {
        return "";
    }
    const std::size_t point = std::min(text.find('.'), text.size());
    for (int left = decimals; left > digits.least_decimals && text.back() == '0'; --left) {
        text.pop_back();
    }
    if (text.back() == '.') {
        text.pop_back();
    }
    std::string whole = text.substr(0, point);
    whole.insert(0,
                 static_cast<std::size_t>(std::max(0, std::min(digits.least_whole, most_decimals) -
                                                          static_cast<int>(whole.size()))),
                 '0');
    for (std::size_t i = whole.size(); digits.grouped && i > 3; i -= 3) {
        whole.insert(i - 3, ",");
    }
    return whole + text.substr(std::min(point, text.size()));
}

/// What a section makes of a number: its digits once, where the first sign for one stands.
std::string filled(const Section& section, double value) {
    constexpr std::string_view of_digits = "0#?.,/eg@";
    const std::string signs = lower(signs_of(section));
    const bool plain = signs.find_first_of("/g@") != std::string::npos;
    std::string text;
    bool done = false;
    for (const FormatToken& token : section.tokens) {
        const char sign = token.text.empty() ? ' ' : lower(token.text.front());
        if (token.literal) {
            text += token.text;
        } else if (sign == '%') {
            text += '%';
        } else if (!done && of_digits.find(sign) != std::string_view::npos) {
            text += plain ? general_number(std::abs(value)) : shown_digits(value, digits_of(signs));
            done = true;
        }
    }
    return std::string(trimmed(text));
}

bool is_date(const Section& section) {
    const std::string signs = lower(signs_of(section));
    return signs.find('g') == std::string::npos && signs.find_first_of("0#?") == std::string::npos
               ? signs.find_first_of("ymdhs") != std::string::npos
               : signs.find_first_of("yd") != std::string::npos ||
                     signs.find("ss") != std::string::npos;
}

} // namespace

std::string general_number(double value) {
    return fmt::format("{:.15G}", value);
}

std::string shown_number(double value, std::string_view code, DateSystem dates) {
    if (!std::isfinite(value) || code.empty() || code == "General") {
        return general_number(value);
    }
    const std::vector<Section> sections = sections_of(code);
    const Section& section = section_for(sections, value);
    if (is_date(section)) {
        return section.elapsed ? general_number(value)
                               : shown_date(value, lower(signs_of(section)), dates);
    }
    const std::string text = filled(section, value);
    const bool says_something =
        std::ranges::any_of(text, [](char c) { return is_letter(c) || is_digit(c) || c == '*'; });
    if (!says_something && (value == 0 || has_digits(section))) {
        return "0";
    }
    const bool is_number =
        has_digits(section) || signs_of(section).find_first_of("gG@") != std::string::npos;
    const bool is_zero = text.find_first_of("123456789") == std::string::npos;
    return value < 0 && is_number && !is_zero && !text.starts_with('-') ? "-" + text : text;
}

std::string_view built_in_format(int id) {
    switch (id) {
    case 1:
        return "0";
    case 2:
        return "0.00";
    case 3:
    case 5:
    case 6:
    case 37:
    case 38:
    case 41:
    case 42:
        return "#,##0";
    case 4:
    case 7:
    case 8:
    case 39:
    case 40:
    case 43:
    case 44:
        return "#,##0.00";
    case 9:
        return "0%";
    case 10:
        return "0.00%";
    case 11:
        return "0.00E+00";
    case 14:
    case 15:
    case 16:
        return "yyyy-mm-dd";
    case 17:
        return "yyyy-mm";
    case 18:
    case 19:
    case 20:
    case 21:
    case 45:
    case 47:
        return "hh:mm:ss";
    case 22:
        return "yyyy-mm-dd hh:mm";
    case 48:
        return "##0.0E+0";
    default:
        return "General";
    }
}

} // namespace cairn::input
