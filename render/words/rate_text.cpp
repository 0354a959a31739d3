#include "render/words/rate_text.h"

#include "base/number.h"
#include "render/facts/rate_measure.h"
#include "render/facts/unit.h"
#include "render/input/language/language.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <vector>

namespace cairn::words {
namespace {

constexpr std::size_t most_at_an_end = 5;

const facts::Rate& rate_of(const TextContext& context) {
    return *context.facts.rate;
}

std::string year_of(const facts::Rate& rate) {
    return fmt::format("{}", rate.population_year);
}

/// The clause for facts that share one rate; `level` where they are several.
Clause rate_clause(const TextContext& context, const EqualValues& group, const input::Agreeing& one,
                   const std::string& level) {
    const std::string rate = number(context, group.value);
    if (group.members.size() > 1) {
        return clause_of(
            context, group.members, most_names, level,
            {{"names", names_or_number(context, group.members, most_names)}, {"rate", rate}});
    }
    const facts::Fact& fact = context.facts.facts[group.members.front()];
    return clause_of(
        context, group.members, most_names, verb_form(context, group.members, one),
        {{"names", names_of(context, group.members)}, {"rate", with_count(context, fact, rate)}});
}

/// "Shetland Islands, 4.35 (1 story); Fife, 0.4 (2 stories)"
std::string in_a_row(const TextContext& context, std::span<const std::size_t> members) {
    std::string text;
    for (const std::size_t index : members) {
        const facts::Fact& fact = context.facts.facts[index];
        add_clause(text,
                   fill(context.words["measure"],
                        {{"names", fact.label},
                         {"quantity", with_count(context, fact, number(context, *fact.value))}}),
                   context.words);
    }
    return text;
}

/// "4.35 [u]"
std::string marked(const TextContext& context, const facts::Fact& fact) {
    return fill(context.words["few_cases_mark"], {{"rate", value_text(context, fact)}});
}

std::vector<std::size_t> of_few_cases(const facts::Facts& facts) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        if (facts.facts[i].few_cases) {
            members.push_back(i);
        }
    }
    return members;
}

} // namespace

std::string rate_subtitle(const facts::Facts& facts, const input::Catalogue& words) {
    return facts.rate->population_year == 0
               ? facts.value_heading
               : fill(words["subtitle_population"],
                      {{"measure", facts.value_heading}, {"year", year_of(*facts.rate)}});
}

std::string rate_amount(const TextContext& context, double rate) {
    return fill(context.words["rate_amount"],
                {{"number", number(context, rate)},
                 {"per", facts::rate_per(rate_of(context), context.words)}});
}

std::string count_quantity(const TextContext& context, double count) {
    std::string text =
        format_fixed(count, rate_of(context).shown_count_decimals, context.words.numbers);
    const Noun& unit = context.facts.unit;
    if (unit.other.empty() || facts::is_currency(unit)) {
        return with_sign(context, text);
    }
    const std::string& noun =
        input::form_of(unit, context.words.language, count, rate_of(context).shown_count_decimals);
    return count == 0 ? fill(context.words["quantity_none"], {{"noun", noun}})
                      : fill(context.words["quantity"], {{"number", text}, {"noun", noun}});
}

std::string rate_label(const TextContext& context, const facts::Fact& fact) {
    const facts::Rate& rate = rate_of(context);
    return fact.few_cases && rate.of_few_cases < rate.of_some ? marked(context, fact)
                                                              : value_text(context, fact);
}

std::string with_count(const TextContext& context, const facts::Fact& fact,
                       const std::string& text) {
    return context.facts.unit.other.empty() || !fact.count
               ? text
               : fill(context.words["rate_with_count"],
                      {{"rate", text}, {"count", count_quantity(context, *fact.count)}});
}

Clause highest_rate(const TextContext& context) {
    const EqualValues& group = context.summary.by_value.front();
    if (group.members.size() > most_names) {
        return {
            fill(context.words["rate_highest_many"],
                 {{"rate", number(context, group.value)},
                  {"counted", counted(group.members.size(), context.facts.item, context.words)}}),
            ""};
    }
    return rate_clause(context, group, context.words.clause("rate_highest"),
                       context.words["rate_highest_level"]);
}

Clause lowest_rate(const TextContext& context) {
    const Summary& summary = context.summary;
    if (!summary.zeros.empty() || summary.by_value.size() < 2) {
        return {};
    }
    return rate_clause(context, summary.by_value.back(), context.words.clause("rate_lowest"),
                       context.words["rate_lowest_level"]);
}

Clause most_counted(const TextContext& context) {
    const std::vector<facts::Fact>& all = context.facts.facts;
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
    if (members.size() != 1 || context.summary.by_value.size() < 2 ||
        *all[members.front()].value == context.summary.by_value.front().value) {
        return {};
    }
    const facts::Fact& fact = all[members.front()];
    return clause_of(context, members, most_names,
                     verb_form(context, members, context.words.clause("rate_most_counted")),
                     {{"names", names_of(context, members)},
                      {"nouns", input::bare_plural(context.facts.unit)},
                      {"number", format_fixed(*fact.count, rate_of(context).shown_count_decimals,
                                              context.words.numbers)},
                      {"rate", number(context, *fact.value)}});
}

std::string rates_in_order(const TextContext& context, std::size_t most) {
    std::vector<std::size_t> members;
    for (const EqualValues& group : context.summary.by_value) {
        members.insert(members.end(), group.members.begin(), group.members.end());
    }
    const std::string& measure = context.facts.value_heading;
    const input::Catalogue& words = context.words;
    if (members.size() > most) {
        const std::span<const std::size_t> all = members;
        return fill(words["rates_ends"], {{"measure", measure},
                                          {"highest", in_a_row(context, all.first(most_at_an_end))},
                                          {"lowest", in_a_row(context, all.last(most_at_an_end))}});
    }
    return fill(context.summary.by_value.size() > 1 ? words["rates_all"] : words["rates_equal"],
                {{"measure", measure}, {"rates", in_a_row(context, members)}});
}

std::string few_cases(const TextContext& context) {
    const facts::Rate& rate = rate_of(context);
    const std::string least = count_quantity(context, rate.reliable_from);
    if (rate.of_few_cases == 0) {
        return "";
    }
    if (rate.of_few_cases == rate.of_some) {
        return fill(context.words["few_cases_all"], {{"least", least}});
    }
    return fill(rate.of_few_cases == 1 ? context.words.clause("few_cases").one
                                       : context.words.clause("few_cases").many,
                {{"part", digits(rate.of_few_cases, context.words)},
                 {"whole", digits(rate.of_some, context.words)},
                 {"least", least}});
}

std::string few_cases_note(const TextContext& context) {
    const facts::Rate& rate = rate_of(context);
    const std::string least = count_quantity(context, rate.reliable_from);
    if (rate.of_few_cases == 0) {
        return "";
    }
    const input::Catalogue& words = context.words;
    if (rate.of_few_cases == rate.of_some) {
        return sentence(fill(words["few_cases_note_all"], {{"least", least}}));
    }
    const std::vector<std::size_t> members = of_few_cases(context.facts);
    return sentence(
        fill(members.size() == 1 ? words.clause("few_cases_note").one
                                 : words.clause("few_cases_note").many,
             {{"least", least}, {"names", names_or_number(context, members, most_names)}}));
}

std::string population_note(const facts::Facts& facts, const input::Catalogue& words) {
    return facts.rate->population_year == 0
               ? ""
               : fill(words["population_source"], {{"year", year_of(*facts.rate)}});
}

void add_rate_columns(const TextContext& context, std::span<const facts::Fact> rows,
                      DataTable& table) {
    const facts::Facts& facts = context.facts;
    const facts::Rate& rate = rate_of(context);
    const input::Catalogue& words = context.words;
    table.columns = {{facts.label_heading, false, facts.label_heading_language},
                     {rate.count_heading, true, rate.count_heading_language},
                     {rate.per_heading, true},
                     {facts.value_heading, true}};
    for (const facts::Fact& fact : rows) {
        const auto cell = [&](const std::optional<double>& value, int decimals) {
            return value ? format_fixed(*value, decimals, words.numbers)
                         : why_missing(context, fact);
        };
        table.rows.push_back({fact.label, cell(fact.count, rate.shown_count_decimals),
                              cell(fact.denominator, rate.shown_per_decimals),
                              fact.few_cases ? marked(context, fact) : value_text(context, fact)});
    }
}

} // namespace cairn::words
