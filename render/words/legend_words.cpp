#include "render/words/legend_words.h"

#include "base/fill.h"
#include "base/overloaded.h"
#include "base/utf8.h"
#include "render/facts/body.h"
#include "render/input/language/language.h"
#include "render/words/measure.h"
#include "render/words/phrases.h"

#include <algorithm>
#include <span>

namespace cairn::words {
namespace {

/// As many decimals as any edge of the classes has.
int decimals_of_edges(std::span<const facts::Class> classes) {
    int most = 0;
    for (const facts::Class& one : classes) {
        most = std::max({most, decimals_of(one.from), decimals_of(one.to)});
    }
    return most;
}

/// "3 to 4"; "2.5 to under 5.0" where the class does not hold its end.
std::string range_of(const TextContext& context, const facts::Class& range, int decimals) {
    const input::Catalogue& words = context.words;
    const auto text = [&](double value) {
        return with_sign(context, format_fixed(value, decimals, words.numbers));
    };
    if (range.from == range.to) {
        return text(range.from);
    }
    return fill(range.holds_end ? words["range"] : words["range_open"],
                {{"from", text(range.from)}, {"to", text(range.to)}});
}

/// What stands over the classes of each side of a midpoint.
void add_headings(Words& words, const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const input::Catalogue& catalogue = context.words;
    const std::span<const facts::Class> classes = facts::classes_of(facts);
    const std::optional<facts::Midpoint> turn = facts::midpoint_of(facts);
    if (!turn || classes.empty()) {
        return;
    }
    const auto& [midpoint, below, has_class] = *turn;
    const std::string value =
        with_sign(context, format_number(midpoint, decimals_of(midpoint), catalogue.numbers));
    const auto add = [&](std::size_t before, const std::string& side) {
        if (before < classes.size()) {
            words.legend_headings.push_back({before, capitalised(fill(side, {{"value", value}}))});
        }
    };
    if (below > 0) {
        add(0, catalogue["side_below"]);
    }
    if (has_class) {
        const facts::Class& middle = classes[below];
        add(below, middle.from == middle.to ? catalogue["side_at"] : catalogue["side_around"]);
    }
    add(below + (has_class ? 1 : 0), has_class ? catalogue["side_above"] : catalogue["side_from"]);
}

/// The ticks of a scale without classes.
void add_ticks(Words& words, const TextContext& context) {
    const facts::Scale* found = facts::continuous_scale(context.facts);
    if (found == nullptr) {
        return;
    }
    const facts::Scale& scale = *found;
    const int decimals = most_decimals(scale.ticks);
    for (const double tick : scale.ticks) {
        words.tick_labels.push_back(
            with_sign(context, format_fixed(tick, decimals, context.words.numbers)));
    }
    const std::string from = number(context, scale.from);
    const std::string to = number(context, scale.to);
    words.scale_range =
        scale.from == scale.to ? from : fill(context.words["range"], {{"from", from}, {"to", to}});
    words.scale_from = scale.ticks.front() == scale.from ? "" : from;
    words.scale_to = scale.ticks.back() == scale.to ? "" : to;
}

/// What circles and dots stand for.
void add_marks_to_legend(Words& words, const TextContext& context, const facts::Areas& areas) {
    const input::Catalogue& catalogue = context.words;
    const auto add_dot = [&](int stands_for) {
        words.dot_label =
            fill(catalogue["dot_label"], {{"quantity", quantity(context, stands_for)}});
    };
    std::visit(Overloaded{
                   [](const facts::Shades&) {},
                   [&](const facts::Circles& circles) {
                       const int decimals = most_decimals(circles.sizes);
                       for (const double size : circles.sizes) {
                           words.size_labels.push_back(
                               {with_sign(context, format_fixed(size, decimals, catalogue.numbers)),
                                quantity(context, size, decimals)});
                       }
                   },
                   [&](const facts::Dots& dots) { add_dot(dots.per_dot); },
                   [&](const facts::Points&) { add_dot(1); },
               },
               areas.shown);
}

} // namespace

void add_legend(Words& words, const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const input::Catalogue& catalogue = context.words;
    const std::string units = input::bare_plural(facts.unit);
    const auto areas_of = [&](std::size_t count) {
        return counted_in_digits(count, catalogue.noun("area"), catalogue);
    };
    if (context.summary.amounts) {
        words.legend_title = capitalised(
            fill(catalogue["legend_title"], {{"nouns", units}, {"noun", facts.item.one}}));
    } else {
        words.legend_title = heading_with_unit(facts, catalogue);
        words.legend_title_language = facts.value_heading_language;
    }
    std::visit(
        Overloaded{[](const facts::Bars&) {},
                   [&](const facts::Areas& areas) { add_marks_to_legend(words, context, areas); },
                   [](const facts::Groups&) {}, [](const facts::Panels&) {}},
        facts.body);
    const int decimals_of_classes = decimals_of_edges(facts::classes_of(facts));
    for (const facts::Class& range : facts::classes_of(facts)) {
        words.class_labels.push_back(
            {range_of(context, range, decimals_of_classes), areas_of(range.count)});
    }
    add_headings(words, context);
    add_ticks(words, context);
    if (const std::optional<std::size_t> zeros = facts::zero_count_of(facts)) {
        words.zero_label.push_back({context.summary.amounts || context.summary.rates
                                        ? fill(catalogue["legend_none"], {{"nouns", units}})
                                        : number(context, 0),
                                    areas_of(*zeros)});
    }
    if (!facts.missing.empty()) {
        std::vector<std::string> reasons;
        for (const std::vector<std::size_t>& part : by_reason(context, context.summary.missing)) {
            reasons.push_back(why_missing(context, facts.facts[part.front()]));
        }
        const std::string why = join(reasons, catalogue, Ending::none);
        words.missing_label.push_back({capitalised(why), areas_of(facts.missing.size())});
    }
}

} // namespace cairn::words
