#include "render/facts/rate_text.h"

#include "base/number.h"
#include "render/input/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace cairn::facts {
namespace {

constexpr std::size_t told_at_an_end = 5;

const Rate& rate_of(const Telling& telling) {
    return *telling.facts.rate;
}

/// "100,000 people", "person"
std::string per(const Rate& rate, const input::Catalogue& words) {
    const std::string& noun = input::form_of(rate.per, words.language, rate.factor);
    return rate.factor == 1 ? noun
                            : fill(words.quantity,
                                   {{"number", format_number(rate.factor, decimals_of(rate.factor),
                                                             words.numbers)},
                                    {"noun", noun}});
}

std::string year_of(const Rate& rate) {
    return fmt::format("{}", rate.population_year);
}

/// The clause for facts that share one rate; `level` where they are several.
Clause rate_clause(const Telling& telling, const Group& group, const input::Agreeing& one,
                   const std::string& level) {
    const std::string rate = number(telling, group.value);
    if (group.members.size() > 1) {
        return clause_of(
            telling, group.members, most_names, level,
            {{"names", names_or_number(telling, group.members, most_names)}, {"rate", rate}});
    }
    const Fact& fact = telling.facts.facts[group.members.front()];
    return clause_of(
        telling, group.members, most_names, verb_form(telling, group.members, one),
        {{"names", names_of(telling, group.members)}, {"rate", with_count(telling, fact, rate)}});
}

/// "Shetland Islands, 4.35 (1 story); Fife, 0.4 (2 stories)"
std::string in_a_row(const Telling& telling, std::span<const std::size_t> members) {
    std::string text;
    for (const std::size_t index : members) {
        const Fact& fact = telling.facts.facts[index];
        add_clause(text,
                   fill(telling.words.measure,
                        {{"names", fact.label},
                         {"quantity", with_count(telling, fact, number(telling, *fact.value))}}),
                   telling.words);
    }
    return text;
}

/// "4.35 [u]"
std::string marked(const Telling& telling, const Fact& fact) {
    return fill(telling.words.few_cases_mark, {{"rate", value_text(telling, fact)}});
}

std::vector<std::size_t> of_few_cases(const Facts& facts) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        if (facts.facts[i].few_cases) {
            members.push_back(i);
        }
    }
    return members;
}

} // namespace

std::string rate_measure(const Facts& facts, const input::Catalogue& words) {
    const std::string& nouns = input::bare_plural(facts.unit);
    return fill(words.rate_measure, {{"nouns", nouns.empty() ? facts.rate->count_heading : nouns},
                                     {"per", per(*facts.rate, words)}});
}

std::string rate_subtitle(const Facts& facts, const input::Catalogue& words) {
    return facts.rate->population_year == 0
               ? facts.value_heading
               : fill(words.subtitle_population,
                      {{"measure", facts.value_heading}, {"year", year_of(*facts.rate)}});
}

std::string rate_amount(const Telling& telling, double rate) {
    return fill(telling.words.rate_amount,
                {{"number", number(telling, rate)}, {"per", per(rate_of(telling), telling.words)}});
}

std::string count_quantity(const Telling& telling, double count) {
    std::string text =
        format_fixed(count, rate_of(telling).shown_count_decimals, telling.words.numbers);
    const Noun& unit = telling.facts.unit;
    if (unit.other.empty() || is_currency(unit)) {
        return with_sign(telling, text);
    }
    const std::string& noun =
        input::form_of(unit, telling.words.language, count, rate_of(telling).shown_count_decimals);
    return count == 0 ? fill(telling.words.quantity_none, {{"noun", noun}})
                      : fill(telling.words.quantity, {{"number", text}, {"noun", noun}});
}

std::string rate_label(const Telling& telling, const Fact& fact) {
    const Rate& rate = rate_of(telling);
    return fact.few_cases && rate.of_few_cases < rate.of_some ? marked(telling, fact)
                                                              : value_text(telling, fact);
}

std::string with_count(const Telling& telling, const Fact& fact, const std::string& text) {
    return telling.facts.unit.other.empty() || !fact.count
               ? text
               : fill(telling.words.rate_with_count,
                      {{"rate", text}, {"count", count_quantity(telling, *fact.count)}});
}

Clause highest_rate(const Telling& telling) {
    const Group& group = telling.summary.groups.front();
    if (group.members.size() > most_names) {
        return {
            fill(telling.words.rate_highest_many,
                 {{"rate", number(telling, group.value)},
                  {"counted", counted(group.members.size(), telling.facts.item, telling.words)}}),
            ""};
    }
    return rate_clause(telling, group, telling.words.rate_highest,
                       telling.words.rate_highest_level);
}

Clause lowest_rate(const Telling& telling) {
    const Summary& summary = telling.summary;
    if (!summary.zeros.empty() || summary.groups.size() < 2) {
        return {};
    }
    return rate_clause(telling, summary.groups.back(), telling.words.rate_lowest,
                       telling.words.rate_lowest_level);
}

Clause most_counted(const Telling& telling) {
    const std::vector<Fact>& all = telling.facts.facts;
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const double count = all[i].count.value_or(0);
        const double most = members.empty() ? 0 : *all[members.front()].count;
        if (count > most) {
            members = {i};
        } else if (count > 0 && count == most) {
            members.push_back(i);
        }
    }
    if (members.size() != 1 || telling.summary.groups.size() < 2 ||
        *all[members.front()].value == telling.summary.groups.front().value) {
        return {};
    }
    const Fact& fact = all[members.front()];
    return clause_of(telling, members, most_names,
                     verb_form(telling, members, telling.words.rate_most_counted),
                     {{"names", names_of(telling, members)},
                      {"nouns", input::bare_plural(telling.facts.unit)},
                      {"number", format_fixed(*fact.count, rate_of(telling).shown_count_decimals,
                                              telling.words.numbers)},
                      {"rate", number(telling, *fact.value)}});
}

std::string rates_in_order(const Telling& telling, std::size_t most) {
    std::vector<std::size_t> members;
    for (const Group& group : telling.summary.groups) {
        members.insert(members.end(), group.members.begin(), group.members.end());
    }
    const std::string& measure = telling.facts.value_heading;
    const input::Catalogue& words = telling.words;
    if (members.size() > most) {
        const std::span<const std::size_t> all = members;
        return fill(words.rates_ends, {{"measure", measure},
                                       {"highest", in_a_row(telling, all.first(told_at_an_end))},
                                       {"lowest", in_a_row(telling, all.last(told_at_an_end))}});
    }
    return fill(telling.summary.groups.size() > 1 ? words.rates_all : words.rates_equal,
                {{"measure", measure}, {"rates", in_a_row(telling, members)}});
}

std::string few_cases(const Telling& telling) {
    const Rate& rate = rate_of(telling);
    const std::string least = count_quantity(telling, rate.reliable_from);
    if (rate.of_few_cases == 0) {
        return "";
    }
    if (rate.of_few_cases == rate.of_some) {
        return fill(telling.words.few_cases_all, {{"least", least}});
    }
    return fill(rate.of_few_cases == 1 ? telling.words.few_cases.one : telling.words.few_cases.many,
                {{"part", digits(rate.of_few_cases, telling.words)},
                 {"whole", digits(rate.of_some, telling.words)},
                 {"least", least}});
}

std::string few_cases_note(const Telling& telling) {
    const Rate& rate = rate_of(telling);
    const std::string least = count_quantity(telling, rate.reliable_from);
    if (rate.of_few_cases == 0) {
        return "";
    }
    const input::Catalogue& words = telling.words;
    if (rate.of_few_cases == rate.of_some) {
        return sentence(fill(words.few_cases_note_all, {{"least", least}}));
    }
    const std::vector<std::size_t> members = of_few_cases(telling.facts);
    return sentence(
        fill(members.size() == 1 ? words.few_cases_note.one : words.few_cases_note.many,
             {{"least", least}, {"names", names_or_number(telling, members, most_names)}}));
}

std::string population_note(const Facts& facts, const input::Catalogue& words) {
    return facts.rate->population_year == 0
               ? ""
               : fill(words.population_source, {{"year", year_of(*facts.rate)}});
}

void add_rate_columns(const Telling& telling, DataTable& table) {
    const Facts& facts = telling.facts;
    const Rate& rate = rate_of(telling);
    const input::Catalogue& words = telling.words;
    table.columns = {{facts.label_heading, false, facts.label_heading_language},
                     {rate.count_heading, true, rate.count_heading_language},
                     {rate.per_heading, true},
                     {facts.value_heading, true}};
    const auto cell = [&](const std::optional<double>& value, int decimals) {
        return value ? format_fixed(*value, decimals, words.numbers) : words.no_data;
    };
    for (const Fact& fact : facts.facts) {
        table.rows.push_back({fact.label, cell(fact.count, rate.shown_count_decimals),
                              cell(fact.denominator, rate.shown_per_decimals),
                              fact.few_cases ? marked(telling, fact) : value_text(telling, fact)});
    }
}

} // namespace cairn::facts
