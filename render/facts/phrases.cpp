#include "render/facts/phrases.h"

#include "render/facts/english.h"
#include "render/facts/nouns.h"
#include "render/facts/number.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace cairn::facts {
namespace {

std::string name_of(const Telling& telling, std::size_t index) {
    return shortened(telling.facts.facts[index].label, telling.longest_label);
}

/// The title as it stands within a sentence; nothing where its first word may be a name, as far as
/// the facts tell, and so needs its capital.
std::optional<std::string> running_title(const Facts& facts) {
    constexpr std::array<std::string_view, 12> common{
        "number", "numbers", "share",   "percentage", "proportion", "rate",
        "rates",  "total",   "average", "median",     "change",     "people"};
    std::vector<std::string_view> words{facts.unit.one, facts.unit.other, facts.item.one,
                                        facts.item.other};
    words.insert(words.end(), common.begin(), common.end());
    const std::string_view title = facts.title;
    const std::string_view first = title.substr(0, title.find(' '));
    for (const std::string_view noun : words) {
        const std::string word(noun.substr(0, noun.find(' ')));
        if (!word.empty() && capitalised(word) == first) {
            return word + std::string(title.substr(first.size()));
        }
    }
    return std::nullopt;
}

/// "Fife", "Fife and Moray", "Fife and two others".
std::string name_and_others(const Telling& telling, const Group& group) {
    const std::vector<std::size_t>& members = group.members;
    if (members.size() <= 2) {
        return names_of(telling, members);
    }
    return fmt::format("{} and {} others", name_of(telling, members.front()),
                       number_word(members.size() - 1));
}

/// "no stories in any of the nine sectors"; `nothing` ends in its preposition, and `among` are
/// those that could have had something, `kind` saying which of all these are.
std::string scope_of_nothing(const Telling& telling, const std::string& nothing,
                             std::span<const std::size_t> among, const std::string& kind) {
    const input::Noun& item = telling.facts.item;
    const std::size_t size = among.size();
    if (size == 1) {
        return fmt::format("{} the one {}{}, {}", nothing, item.one, kind,
                           names_of(telling, among));
    }
    return fmt::format("{} {} of the {}{}", nothing, size == 2 ? "either" : "any",
                       counted(size, item), kind);
}

std::string all_of(const Facts& facts) {
    const std::size_t size = facts.facts.size();
    if (!is_map(facts)) {
        return counted(size, facts.item);
    }
    return size == 2 ? "both " + facts.item.other : "all " + counted(size, facts.item);
}

std::string scope_of_counts(const Telling& telling) {
    const Facts& facts = telling.facts;
    const Summary& summary = telling.summary;
    const std::string total = quantity(facts, facts.total);
    const std::size_t size = facts.facts.size();
    const std::size_t with_some = summary.with_value - summary.zeros.size();
    if (with_some == 0) {
        return scope_of_nothing(telling, total + " in", summary.zeros,
                                summary.missing.empty() ? "" : " with data");
    }
    const Group& highest = summary.groups.front();
    if (size == 1) {
        return fmt::format("{} in {}, {}", total, counted(1, facts.item), name_of(telling, 0));
    }
    if (with_some == 1) {
        return fmt::format("{}{} in {}, {}", total, facts.total == 1 ? "" : ", all",
                           part_of(1, size, facts.item), names_of(telling, highest.members));
    }
    const std::string each =
        summary.groups.size() == 1
            ? fmt::format(", {} in each", format_number(highest.value, facts.decimals))
            : "";
    return fmt::format("{} in {}{}", total,
                       with_some == size ? all_of(facts) : part_of(with_some, size, facts.item),
                       each);
}

std::string scope_of_measures(const Telling& telling) {
    const Facts& facts = telling.facts;
    const Summary& summary = telling.summary;
    const std::size_t size = facts.facts.size();
    const Group& highest = summary.groups.front();
    const Group& lowest = summary.groups.back();
    const std::string heading =
        facts.value_heading.empty()
            ? ""
            : shortened(facts.value_heading, telling.longest_title) + " in ";
    const std::string place = summary.with_value == size
                                  ? counted(size, facts.item)
                                  : part_of(summary.with_value, size, facts.item);
    if (summary.with_value == 1) {
        return fmt::format("{}{}, {}, at {}", heading, place, names_of(telling, highest.members),
                           quantity(facts, highest.value));
    }
    if (summary.groups.size() == 1) {
        return fmt::format("{}{}, {} at {}", heading, place,
                           summary.with_value == 2 ? "both" : "all",
                           quantity(facts, highest.value));
    }
    return fmt::format("{}{}, from {} ({}) to {} ({})", heading, place,
                       quantity(facts, lowest.value), name_and_others(telling, lowest),
                       quantity(facts, highest.value), name_and_others(telling, highest));
}

/// Names of areas are singular whatever their form: "Scottish Borders has".
bool takes_plural_verb(const Telling& telling, std::span<const std::size_t> members) {
    return members.size() > 1 ||
           (!is_map(telling.facts) && is_plural(telling.facts.facts[members.front()].label));
}

/// The noun before names, where there are at most `most` of them.
std::string noun_before(const Telling& telling, std::span<const std::size_t> members,
                        std::size_t most) {
    const input::Noun& item = telling.facts.item;
    return members.size() > most ? "" : members.size() > 1 ? item.other : item.one;
}

/// A title without the stop that would end a sentence about it.
std::string without_stop(std::string title) {
    while (!title.empty() && (title.back() == '.' || title.back() == ':')) {
        title.pop_back();
    }
    return title;
}

} // namespace

bool is_map(const Facts& facts) {
    return facts.kind == input::Kind::choropleth;
}

std::string quantity(const Facts& facts, double value) {
    std::string number = format_number(value, facts.decimals);
    const input::Noun& unit = facts.unit;
    if (unit.other.empty()) {
        return number;
    }
    if (unit.other.front() == '%') {
        return number + unit.other;
    }
    const std::string& noun = value == 1 || value == -1 ? unit.one : unit.other;
    return (value == 0 && are_counts(facts) ? "no" : number) + " " + noun;
}

std::string value_text(const Facts& facts, const Fact& fact) {
    if (!fact.value) {
        return "no data";
    }
    const bool sign = facts.unit.other.starts_with('%');
    return format_number(*fact.value, facts.decimals) + (sign ? facts.unit.other : "");
}

std::string names_of(const Telling& telling, std::span<const std::size_t> members,
                     std::string_view conjunction) {
    std::vector<std::string> names;
    for (const std::size_t index : members) {
        names.push_back(name_of(telling, index));
    }
    return join(names, conjunction);
}

std::string names_or_number(const Telling& telling, std::span<const std::size_t> members,
                            std::size_t most, std::string_view conjunction) {
    return members.size() <= most ? names_of(telling, members, conjunction)
                                  : counted(members.size(), telling.facts.item);
}

std::string nothing_for(const Telling& telling, std::string_view nothing,
                        std::span<const std::size_t> members, std::size_t most) {
    return fmt::format("{} {}", nothing, names_or_number(telling, members, most, "or"));
}

std::string opening(const Telling& telling) {
    const Facts& facts = telling.facts;
    std::string kind = is_map(facts) ? "map" : "bar chart";
    const auto fitted = [&](const std::string& title) {
        return shortened(without_stop(title), telling.longest_title);
    };
    if (facts.title.empty()) {
        return kind;
    }
    const std::optional<std::string> running = running_title(facts);
    return running && !facts.title.ends_with('?')
               ? fmt::format("{} of {}", kind, fitted(*running))
               : fmt::format("{} \u201c{}\u201d", kind, fitted(facts.title));
}

std::string scope(const Telling& telling) {
    if (telling.summary.with_value == 0) {
        return scope_of_nothing(telling, "no data for", telling.summary.missing, "");
    }
    return telling.summary.counts ? scope_of_counts(telling) : scope_of_measures(telling);
}

Clause leader(const Telling& telling, const std::string& whole) {
    const Facts& facts = telling.facts;
    const Group& group = telling.summary.groups.front();
    const std::string number = format_number(group.value, facts.decimals);
    const std::size_t size = group.members.size();
    if (size > most_names) {
        return {fmt::format("the most is {}, in each of {}", quantity(facts, group.value),
                            counted(size, facts.item)),
                ""};
    }
    const std::string names = names_of(telling, group.members);
    if (size > 1) {
        return {fmt::format("{} are level on {}, the most", names, quantity(facts, group.value)),
                facts.item.other};
    }
    const bool many = takes_plural_verb(telling, group.members);
    const std::string words = share(group.value, facts.total);
    const std::string of_whole = whole.empty() ? "" : " of " + whole;
    return {words.empty() ? fmt::format("{} {} the most, {}{}", names, many ? "have" : "has",
                                        number, of_whole)
                          : fmt::format("{} {} for {}{}, {}", names, many ? "account" : "accounts",
                                        number, whole.empty() ? " of them" : of_whole, words),
            facts.item.one};
}

Clause has(const Telling& telling, const Group& group, const std::string& amount,
           std::size_t most) {
    return {fmt::format("{} {} {}{}", names_or_number(telling, group.members, most),
                        takes_plural_verb(telling, group.members) ? "have" : "has", amount,
                        group.members.size() > 1 ? " each" : ""),
            noun_before(telling, group.members, most)};
}

Clause below_zero(const Telling& telling, std::size_t most) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < telling.facts.facts.size(); ++i) {
        if (telling.facts.facts[i].value.value_or(0) < 0) {
            members.push_back(i);
        }
    }
    if (members.empty() || members.size() == telling.summary.with_value) {
        return {};
    }
    return {fmt::format("{} {} below zero", names_or_number(telling, members, most),
                        takes_plural_verb(telling, members) ? "are" : "is"),
            noun_before(telling, members, most)};
}

std::string opened(const Clause& clause) {
    const auto first = static_cast<unsigned char>(clause.text.empty() ? 'A' : clause.text.front());
    constexpr unsigned char first_beyond_ascii = 0x80;
    if (first >= first_beyond_ascii || (first >= 'A' && first <= 'Z')) {
        return clause.text;
    }
    if (!clause.noun.empty()) {
        return "The " + clause.noun + " " + clause.text;
    }
    return first >= '0' && first <= '9' ? "In all, " + clause.text : capitalised(clause.text);
}

} // namespace cairn::facts
