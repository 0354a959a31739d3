#include "render/words/scope.h"

#include "base/number.h"
#include "render/facts/body.h"
#include "render/input/language/language.h"
#include "render/words/measure.h"
#include "render/words/prose.h"
#include "render/words/rate_text.h"

#include <algorithm>
#include <iterator>
#include <optional>
#include <span>
#include <vector>

namespace cairn::words {
namespace {

/// The item as it goes with a number.
const std::string& item_for(const TextContext& context, std::size_t count) {
    return input::form_of(context.facts.item, context.words.language, static_cast<double>(count));
}

/// "Fife", "Fife and Moray", "Fife and two others".
std::string name_and_others(const TextContext& context, const EqualValues& group) {
    const std::vector<std::size_t>& members = group.members;
    if (members.size() <= 2) {
        return names_of(context, members);
    }
    return fill(context.words["and_others"],
                {{"name", names_of(context, std::span(members).first(1))},
                 {"number", number_word(members.size() - 1, context.words)}});
}

/// Whether a part of the total has no area.
bool has_unplaced_value(const facts::Facts& facts) {
    return facts.unplaced && facts.unplaced->value.value_or(0) != 0;
}

/// "council areas with data", where there are others.
std::string with_data(const TextContext& context, const std::string& places) {
    return context.summary.missing.empty() ? places
                                           : fill(context.words["with_data"], {{"noun", places}});
}

/// "no stories in any of the nine sectors", of those that have data.
std::string scope_of_zeros(const TextContext& context) {
    const Summary& summary = context.summary;
    const input::Catalogue& words = context.words;
    const std::size_t size = count_labels(context.facts, summary).all - summary.missing.size();
    const std::string total = quantity_in_all(context);
    if (size == 1) {
        return fill(words["none_in_one"], {{"total", total},
                                           {"noun", with_data(context, context.facts.item.one)},
                                           {"name", names_of(context, summary.zeros)}});
    }
    return fill(size == 2 ? words["none_in_both"] : words["none_in_any"],
                {{"total", total},
                 {"counted", with_data(context, counted(size, context.facts.item, words))}});
}

/// "no data for any of the nine sectors"
std::string scope_of_nothing(const TextContext& context) {
    const input::Catalogue& words = context.words;
    const std::vector<std::size_t>& missing = context.summary.missing;
    if (by_reason(context, missing).size() > 1 ||
        why_missing(context, context.facts.facts[missing.front()]) != words["no_data"]) {
        return no_data_for(context, missing, most_names);
    }
    if (missing.size() == 1) {
        return fill(words["no_data_in_one"],
                    {{"noun", context.facts.item.one}, {"name", names_of(context, missing)}});
    }
    return fill(missing.size() == 2 ? words["no_data_in_both"] : words["no_data_in_any"],
                {{"counted", counted(missing.size(), context.facts.item, words)}});
}

std::string all_of(const TextContext& context) {
    const std::size_t size = count_labels(context.facts, context.summary).with_value;
    const std::string places = counted(size, context.facts.item, context.words);
    if (!facts::has_areas(context.facts) || size == 1) {
        return with_data(context, places);
    }
    return with_data(
        context, size == 2 ? fill(context.words["both_places"], {{"noun", item_for(context, size)}})
                           : fill(context.words["all_places"], {{"counted", places}}));
}

std::string scope_of_counts(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const Summary& summary = context.summary;
    const input::Catalogue& words = context.words;
    const std::string total = quantity_in_all(context);
    const Labels labels = count_labels(facts, summary);
    const std::size_t with_some = labels.with_some;
    if (with_some == 0) {
        return scope_of_zeros(context);
    }
    const EqualValues& highest = summary.by_value.front();
    if (with_some == 1) {
        const bool is_one_of_one = summary.with_value == 1 || facts.total == 1 || !facts.adds_up;
        return fill(is_one_of_one ? words["in_one"] : words["all_in_one"],
                    {{"total", total},
                     {"places", places_with_some(context, false)},
                     {"name", names_of(context, highest.members)}});
    }
    const std::string places =
        with_some == labels.with_value ? all_of(context) : places_with_some(context, false);
    return summary.amounts && summary.by_value.size() == 1 && !summary.rest
               ? fill(words["in_places_each"], {{"total", total},
                                                {"places", places},
                                                {"number", number(context, highest.value)}})
               : fill(words["in_places"], {{"total", total}, {"places", places}});
}

/// "stories in 12 of 30 council areas with data, from 5 stories (Fife) to 98 stories (Angus)",
/// where no total is known.
std::string scope_of_amounts(const TextContext& context) {
    const Summary& summary = context.summary;
    if (count_labels(context.facts, summary).with_some <= 1 || summary.by_value.size() == 1) {
        return scope_of_counts(context);
    }
    const std::string places =
        fill(context.words["in_places"], {{"total", input::bare_plural(context.facts.unit)},
                                          {"places", places_with_some(context, false)}});
    const EqualValues& highest = summary.by_value.front();
    const EqualValues& lowest = summary.by_value.back();
    const std::string high = quantity(context, highest.value);
    const std::string high_names = name_and_others(context, highest);
    return summary.rest ? fill(context.words["measure_most"],
                               {{"places", places}, {"high", high}, {"high_names", high_names}})
                        : fill(context.words["measure_range"],
                               {{"places", places},
                                {"low", quantity(context, lowest.value)},
                                {"low_names", name_and_others(context, lowest)},
                                {"high", high},
                                {"high_names", high_names}});
}

std::string scope_of_measures(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const Summary& summary = context.summary;
    const input::Catalogue& words = context.words;
    const Labels labels = count_labels(facts, summary);
    const EqualValues& highest = summary.by_value.front();
    const EqualValues& lowest = summary.by_value.back();
    std::string places = labels.with_value == labels.all
                             ? counted(labels.all, facts.item, words)
                             : part_of(labels.with_value, labels.all, facts.item, words);
    // A heading of another language would be no part of this one's text.
    // What the title says already is not said again.
    if (!facts.value_heading.empty() && facts.value_heading_language.empty() &&
        !is_titled_as_headed(facts)) {
        places = fill(words["heading_in"],
                      {{"heading", shortened(facts.value_heading, context.longest_title)},
                       {"places", places}});
    }
    const std::string high = quantity(context, highest.value);
    if (summary.rest) {
        return fill(words["measure_most"], {{"places", places},
                                            {"high", high},
                                            {"high_names", name_and_others(context, highest)}});
    }
    if (summary.with_value == 1) {
        return fill(
            words["measure_in_one"],
            {{"places", places}, {"name", names_of(context, highest.members)}, {"quantity", high}});
    }
    if (summary.by_value.size() == 1) {
        return fill(summary.with_value == 2 ? words["measure_in_both"] : words["measure_in_all"],
                    {{"places", places}, {"quantity", high}});
    }
    return fill(words["measure_range"], {{"places", places},
                                         {"low", quantity(context, lowest.value)},
                                         {"low_names", name_and_others(context, lowest)},
                                         {"high", high},
                                         {"high_names", name_and_others(context, highest)}});
}

} // namespace

std::string quantity_in_all(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const auto amount = [&](double value) {
        return facts.rate ? count_quantity(context, value) : quantity(context, value);
    };
    if (!facts.adds_up) { // no total is known, but that of one label
        return count_labels(facts, context.summary).with_some > 1
                   ? input::bare_plural(facts.unit)
                   : amount(facts::placed_total(facts));
    }
    std::string total = amount(facts.total);
    if (!has_unplaced_value(facts)) {
        return total;
    }
    const double placed = facts::placed_total(facts);
    if (placed == 0) {
        return fill(context.words["placed_none"], {{"total", total}});
    }
    const int decimals = facts.rate ? facts.rate->shown_count_decimals : facts.shown_decimals;
    return fill(
        context.words["placed"],
        {{"total", total}, {"number", format_fixed(placed, decimals, context.words.numbers)}});
}

std::string unplaced_note(const TextContext& context) {
    const std::optional<facts::Unplaced>& unplaced = context.facts.unplaced;
    if (!unplaced) {
        return "";
    }
    std::vector<std::string> labels;
    std::ranges::transform(unplaced->rows, std::back_inserter(labels), &facts::Fact::label);
    const std::string names = join(labels, context.words);
    if (!has_unplaced_value(context.facts) || !(context.summary.amounts || context.summary.rates)) {
        return sentence(fill(context.words["unplaced_rows"], {{"names", names}}));
    }
    const std::string amount = context.facts.rate ? count_quantity(context, *unplaced->value)
                                                  : quantity(context, *unplaced->value);
    const input::Agreeing& said = context.words.clause("unplaced");
    return sentence(fill(*unplaced->value == 1 ? said.one : said.many,
                         {{"quantity", amount}, {"names", names}}));
}

std::string places_with_some(const TextContext& context, bool in_digits) {
    const Summary& summary = context.summary;
    const Noun& item = context.facts.item;
    const auto [all, whole, part] = count_labels(context.facts, summary);
    if (part == whole) {
        return with_data(context,
                         (in_digits ? counted_in_digits : counted)(whole, item, context.words));
    }
    return with_data(context,
                     (in_digits ? part_of_in_digits : part_of)(part, whole, item, context.words));
}

std::string scope(const TextContext& context) {
    if (context.summary.with_value == 0) {
        return scope_of_nothing(context);
    }
    if (context.summary.rates) {
        const std::string text = scope_of_counts(context);
        const std::optional<double> overall = context.facts.rate->overall;
        return overall && *overall > 0
                   ? fill(context.words["rate_overall"],
                          {{"scope", text}, {"rate", rate_amount(context, *overall)}})
                   : text;
    }
    return context.summary.counts    ? scope_of_counts(context)
           : context.summary.amounts ? scope_of_amounts(context)
                                     : scope_of_measures(context);
}

} // namespace cairn::words
