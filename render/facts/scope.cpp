#include "render/facts/scope.h"

#include "render/facts/measure.h"
#include "render/facts/prose.h"
#include "render/facts/rate_text.h"
#include "render/input/language.h"

#include <optional>
#include <span>
#include <vector>

namespace cairn::facts {
namespace {

/// The item as it goes with a number.
const std::string& item_for(const Telling& telling, std::size_t count) {
    return input::form_of(telling.facts.item, telling.words.language, static_cast<double>(count));
}

/// "Fife", "Fife and Moray", "Fife and two others".
std::string name_and_others(const Telling& telling, const Group& group) {
    const std::vector<std::size_t>& members = group.members;
    if (members.size() <= 2) {
        return names_of(telling, members);
    }
    return fill(telling.words.and_others,
                {{"name", names_of(telling, std::span(members).first(1))},
                 {"number", number_word(members.size() - 1, telling.words)}});
}

/// What there is in all: "39 stories".
std::string quantity_in_all(const Telling& telling) {
    return telling.facts.rate ? count_quantity(telling, telling.facts.total)
                              : quantity(telling, telling.facts.total);
}

/// "council areas with data", where there are others.
std::string with_data(const Telling& telling, const std::string& places) {
    return telling.summary.missing.empty() ? places
                                           : fill(telling.words.with_data, {{"noun", places}});
}

/// "no stories in any of the nine sectors", of those that have data.
std::string scope_of_zeros(const Telling& telling) {
    const Summary& summary = telling.summary;
    const input::Catalogue& words = telling.words;
    const std::size_t size = summary.zeros.size();
    const std::string total = quantity_in_all(telling);
    if (size == 1) {
        return fill(words.none_in_one, {{"total", total},
                                        {"noun", with_data(telling, telling.facts.item.one)},
                                        {"name", names_of(telling, summary.zeros)}});
    }
    return fill(size == 2 ? words.none_in_both : words.none_in_any,
                {{"total", total},
                 {"counted", with_data(telling, counted(size, telling.facts.item, words))}});
}

/// "no data for any of the nine sectors"
std::string scope_of_nothing(const Telling& telling) {
    const input::Catalogue& words = telling.words;
    const std::vector<std::size_t>& missing = telling.summary.missing;
    if (missing.size() == 1) {
        return fill(words.no_data_in_one,
                    {{"noun", telling.facts.item.one}, {"name", names_of(telling, missing)}});
    }
    return fill(missing.size() == 2 ? words.no_data_in_both : words.no_data_in_any,
                {{"counted", counted(missing.size(), telling.facts.item, words)}});
}

std::string all_of(const Telling& telling) {
    const std::size_t size = telling.summary.with_value;
    const std::string places = counted(size, telling.facts.item, telling.words);
    if (!is_map(telling.facts) || size == 1) {
        return with_data(telling, places);
    }
    return with_data(
        telling, size == 2 ? fill(telling.words.both_places, {{"noun", item_for(telling, size)}})
                           : fill(telling.words.all_places, {{"counted", places}}));
}

std::string scope_of_counts(const Telling& telling) {
    const Facts& facts = telling.facts;
    const Summary& summary = telling.summary;
    const input::Catalogue& words = telling.words;
    const std::string total = quantity_in_all(telling);
    const std::size_t with_some = summary.with_value - summary.zeros.size();
    if (with_some == 0) {
        return scope_of_zeros(telling);
    }
    const Group& highest = summary.groups.front();
    if (with_some == 1) {
        const bool is_one_of_one = summary.with_value == 1 || facts.total == 1;
        return fill(is_one_of_one ? words.in_one : words.all_in_one,
                    {{"total", total},
                     {"places", places_with_some(telling, false)},
                     {"name", names_of(telling, highest.members)}});
    }
    const std::string places =
        with_some == summary.with_value ? all_of(telling) : places_with_some(telling, false);
    return summary.counts && summary.groups.size() == 1
               ? fill(words.in_places_each, {{"total", total},
                                             {"places", places},
                                             {"number", number(telling, highest.value)}})
               : fill(words.in_places, {{"total", total}, {"places", places}});
}

std::string scope_of_measures(const Telling& telling) {
    const Facts& facts = telling.facts;
    const Summary& summary = telling.summary;
    const input::Catalogue& words = telling.words;
    const std::size_t size = facts.facts.size();
    const Group& highest = summary.groups.front();
    const Group& lowest = summary.groups.back();
    std::string places = summary.with_value == size
                             ? counted(size, facts.item, words)
                             : part_of(summary.with_value, size, facts.item, words);
    // A heading of another language would be no part of this one's text.
    // What the title says already is not said again.
    if (!facts.value_heading.empty() && facts.value_heading_language.empty() &&
        !is_titled_as_headed(facts)) {
        places = fill(words.heading_in,
                      {{"heading", shortened(facts.value_heading, telling.longest_title)},
                       {"places", places}});
    }
    const std::string high = quantity(telling, highest.value);
    if (summary.with_value == 1) {
        return fill(
            words.measure_in_one,
            {{"places", places}, {"name", names_of(telling, highest.members)}, {"quantity", high}});
    }
    if (summary.groups.size() == 1) {
        return fill(summary.with_value == 2 ? words.measure_in_both : words.measure_in_all,
                    {{"places", places}, {"quantity", high}});
    }
    return fill(words.measure_range, {{"places", places},
                                      {"low", quantity(telling, lowest.value)},
                                      {"low_names", name_and_others(telling, lowest)},
                                      {"high", high},
                                      {"high_names", name_and_others(telling, highest)}});
}

} // namespace

std::string places_with_some(const Telling& telling, bool in_digits) {
    const Summary& summary = telling.summary;
    const Noun& item = telling.facts.item;
    const std::size_t whole = summary.with_value;
    const std::size_t part = whole - summary.zeros.size();
    if (part == whole) {
        return with_data(telling,
                         (in_digits ? counted_in_digits : counted)(whole, item, telling.words));
    }
    return with_data(telling,
                     (in_digits ? part_of_in_digits : part_of)(part, whole, item, telling.words));
}

std::string scope(const Telling& telling) {
    if (telling.summary.with_value == 0) {
        return scope_of_nothing(telling);
    }
    if (telling.summary.rates) {
        const std::string text = scope_of_counts(telling);
        const std::optional<double> overall = telling.facts.rate->overall;
        return overall && *overall > 0
                   ? fill(telling.words.rate_overall,
                          {{"scope", text}, {"rate", rate_amount(telling, *overall)}})
                   : text;
    }
    return telling.summary.counts ? scope_of_counts(telling) : scope_of_measures(telling);
}

} // namespace cairn::facts
