#include "render/facts/gather/rates.h"

#include "base/fill.h"
#include "base/name_key.h"
#include "base/number.h"
#include "base/quote.h"
#include "base/utf8.h"
#include "render/facts/gather/figure_nouns.h"
#include "render/facts/rate_measure.h"
#include "render/facts/unit.h"
#include "render/input/language/language.h"
#include "render/words/english/nouns.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace cairn::facts {
namespace {

using input::FigureSpec;
using input::Observation;
using input::Observations;
using input::RateSpec;

constexpr int significant_digits = 3;

/// The power of ten of a number's first digit; the number is above zero.
int magnitude(double value) {
    return static_cast<int>(std::floor(std::log10(value)));
}

bool is_built_in(const Observations& observations) {
    return !observations.per_heading;
}

/// What it is per: as its author says, else from the heading of the column.
Noun per_of(const FigureSpec& spec, const Observations& observations,
            const input::Catalogue& catalogue) {
    const RateSpec& rate = *spec.data.rate;
    if (rate.noun) {
        return *rate.noun;
    }
    if (is_built_in(observations) ||
        name_key(*observations.per_heading).starts_with("population")) {
        return catalogue.noun("person");
    }
    if (is_english(spec) && rate.column_language.empty()) {
        return words::noun_of_heading(*observations.per_heading);
    }
    throw Error(Problem{rate.where,
                        fmt::format("a rate in {} needs the key \"per_unit\"",
                                    input::language_in_words(spec.language)),
                        fmt::format("say what it is per, in forms such as those of a unit: {}",
                                    input::noun_example(spec.language))});
}

void check_unit(const FigureSpec& spec, const Facts& facts) {
    if (facts.unit.other.empty() && !is_english(spec)) {
        throw Error(Problem{
            spec.where,
            fmt::format("a rate in {} needs the key \"unit\"",
                        input::language_in_words(spec.language)),
            fmt::format("say what is counted: unit: {}", input::noun_example(spec.language))});
    }
    if (!facts.unit.other.empty() && !can_be_counted(facts.unit)) {
        throw Error(Problem{
            spec.data.value_where,
            fmt::format("{} measures already, and has no rate", in_quotes(facts.unit.other)),
            "name the column that counts, or write its name alone: value: " +
                spec.data.value_column});
    }
}

/// What a rate is called and made of, before it is known.
Rate rate_of(const FigureSpec& spec, const Observations& observations,
             const input::Catalogue& catalogue, const Facts& facts) {
    const RateSpec& asked = *spec.data.rate;
    Rate rate{.factor = asked.factor,
              .per = per_of(spec, observations, catalogue),
              .count_heading = facts.value_heading,
              .per_heading = observations.per_heading.value_or(""),
              .count_heading_language = facts.value_heading_language};
    if (!asked.column_language.empty()) {
        rate.per_heading = capitalised(input::bare_plural(rate.per));
    }
    rate.count_decimals = observations.decimals;
    rate.per_decimals = observations.per_decimals;
    rate.reliable_from = reliable_cases;
    return rate;
}

/// Each row has a count, and something above zero that it is per.
void check_rows(const Observations& observations, std::span<const Observation> rows,
                std::vector<Problem>& problems) {
    for (const Observation& row : rows) {
        if (!row.value) {
            continue;
        }
        const Location count{
            .file = observations.file, .line = row.line, .field = observations.value_heading};
        if (*row.value < 0) {
            problems.push_back(
                {count,
                 fmt::format("{} is below zero, and no count that a rate can be made of",
                             format_number(*row.value, observations.decimals)),
                 "write how many there are, 0 or more"});
        }
        if (is_built_in(observations)) {
            continue;
        }
        const Location per{
            .file = observations.file, .line = row.line, .field = *observations.per_heading};
        if (!row.per) {
            problems.push_back({per,
                                fmt::format("{} has a count here, but nothing that it is per",
                                            in_quotes(row.label)),
                                "write the number, or [x] for the count too"});
        } else if (*row.per <= 0) {
            problems.push_back(
                {per,
                 fmt::format("the count of {} cannot be divided by {}", in_quotes(row.label),
                             format_number(*row.per, observations.per_decimals)),
                 "write the right number, or [x] for the count"});
        }
    }
}

/// The populations that come with the program, for the places that have one.
void add_populations(const RateSpec& asked, const geo::Gazetteer* places, Rate& rate,
                     std::vector<Drawn>& drawn, std::vector<Problem>& problems) {
    constexpr const char* remedy = "name a column of the table that has them: per: Population";
    if (places == nullptr) {
        problems.push_back({asked.where, "a bar chart has no built-in populations", remedy});
        return;
    }
    constexpr std::size_t most_named = 3;
    std::vector<std::string> without;
    for (Drawn& one : drawn) {
        const geo::Place& place = places->places()[places->find_whole(one.fact.code).value()];
        if (place.population) {
            one.fact.denominator = place.population->people;
            rate.population_year = place.population->year;
        } else {
            without.push_back(place.name);
        }
    }
    if (!without.empty()) {
        const std::size_t more = without.size() - std::min(without.size(), most_named);
        without.resize(without.size() - more);
        const std::string named =
            more == 0 ? quoted_list(without, "and")
                      : fmt::format("\"{}\" and {} more", fmt::join(without, "\", \""), more);
        problems.push_back(
            {asked.where, "there is no built-in population of " + named,
             fmt::format("there are those of Scotland's council areas alone; {}", remedy)});
    }
}

/// Counts become rates; `overall` is of all that have one.
void divide(Rate& rate, std::vector<Drawn>& drawn, Facts& facts) {
    double counted = 0;
    double per = 0;
    bool all_known = true;
    std::vector<double> rates;
    for (Drawn& one : drawn) {
        Fact& fact = one.fact;
        fact.count = fact.value;
        if (!fact.count) {
            continue;
        }
        counted += *fact.count;
        per += fact.denominator.value_or(0);
        all_known = all_known && fact.denominator;
        // A region without a row may be zero by `absent`, and none of a thing has the rate zero.
        fact.value = *fact.count == 0 ? 0 : *fact.count * rate.factor / *fact.denominator;
        rates.push_back(*fact.value);
    }
    if (all_known && per > 0 && facts.adds_up) {
        rate.overall = counted * rate.factor / per;
        rates.push_back(*rate.overall);
    }
    facts.decimals = rate_decimals(rates);
    if (rate.overall) {
        rate.overall = shown_rate(*rate.overall, facts.decimals);
    }
    for (Drawn& one : drawn) {
        if (one.fact.value) {
            one.fact.value = shown_rate(*one.fact.value, facts.decimals);
        }
    }
}

void mark_few_cases(const FigureSpec& spec, Rate& rate, std::vector<Drawn>& drawn, Facts& facts) {
    for (Drawn& one : drawn) {
        const double count = one.fact.count.value_or(0);
        one.fact.few_cases = rate.count_decimals == 0 && !facts.unit.other.empty() &&
                             !is_currency(facts.unit) && count > 0 && count < rate.reliable_from;
        rate.of_few_cases += one.fact.few_cases ? 1 : 0;
        rate.of_some += count > 0 ? 1 : 0;
    }
    if (rate.of_few_cases > 0) {
        facts.warnings.push_back(
            {spec.data.value_where,
             fmt::format("{} of {} rates rest on fewer than {} cases each, and may be due to "
                         "chance",
                         rate.of_few_cases, rate.of_some, rate.reliable_from),
             "the figure says so; counts of more years, or larger areas, make rates that hold"});
    }
}

} // namespace

int rate_decimals(std::span<const double> rates) {
    double lowest = 0;
    double highest = 0;
    for (const double rate : rates) {
        highest = std::max(highest, rate);
        lowest = rate > 0 && (lowest == 0 || rate < lowest) ? rate : lowest;
    }
    if (highest == 0) {
        return 0;
    }
    const int decimals = std::max(0, significant_digits - 1 - magnitude(highest));
    return rounded(lowest, decimals) > 0 ? decimals : -magnitude(lowest);
}

double shown_rate(double rate, int decimals) {
    if (rate <= 0) {
        return 0;
    }
    const int after_point = significant_digits - 1 - magnitude(rate);
    if (after_point >= 0 || decimals > 0) {
        return rounded(rate, decimals);
    }
    const double step = std::pow(10, -after_point);
    return std::round(rate / step) * step;
}

void make_rates(const FigureSpec& spec, const Observations& observations,
                std::span<const Observation> rows, const geo::Gazetteer* places,
                const input::Catalogue& catalogue, Facts& facts, std::vector<Drawn>& drawn,
                std::vector<Problem>& problems) {
    check_unit(spec, facts);
    Rate rate = rate_of(spec, observations, catalogue, facts);
    check_rows(observations, rows, problems);
    if (is_built_in(observations)) {
        add_populations(*spec.data.rate, places, rate, drawn, problems);
    }
    if (!problems.empty()) {
        return; // nothing can be divided
    }
    if (rate.population_year > 0) {
        rate.per_heading = fill(catalogue["population_heading"],
                                {{"year", fmt::format("{}", rate.population_year)}});
    }
    divide(rate, drawn, facts);
    mark_few_cases(spec, rate, drawn, facts);
    facts.rate = std::move(rate);
    facts.value_heading = capitalised(rate_measure(facts, catalogue));
    facts.value_heading_language.clear();
}

} // namespace cairn::facts
