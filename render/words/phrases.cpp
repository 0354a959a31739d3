#include "render/words/phrases.h"

#include "base/ascii.h"
#include "base/number.h"
#include "base/overloaded.h"
#include "base/utf8.h"
#include "render/input/language/language.h"
#include "render/words/english/nouns.h"
#include "render/words/prose.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::words {
namespace {

/// The title as it stands within a sentence; nothing where its first word may be a name, as far as
/// the facts show, and so needs its capital.
std::optional<std::string> running_title(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    if (context.words.title_words.empty()) {
        return std::nullopt;
    }
    std::vector<std::string_view> words{facts.unit.one, facts.unit.other, facts.item.one,
                                        facts.item.other};
    words.insert(words.end(), context.words.title_words.begin(), context.words.title_words.end());
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

/// "map", "bar chart", "3 maps"
std::string kind_of_figure(const facts::Facts& facts, const input::Catalogue& words) {
    const Overloaded of_areas{
        [&](const facts::Shades&) { return words["map"]; },
        [&](const facts::Circles&) { return words["symbol_map"]; },
        [&](const facts::Dots&) { return words["dot_map"]; },
        [&](const facts::Points&) { return words["dot_map"]; },
    };
    return std::visit(Overloaded{
                          [&](const facts::Bars&) { return words["bar_chart"]; },
                          [&](const facts::Areas& areas) {
                              return areas.as_tiles ? words["tile_map"]
                                                    : std::visit(of_areas, areas.shown);
                          },
                          [&](const facts::Groups&) { return words["map"]; },
                          [&](const facts::Panels& panels) {
                              return counted(panels.panels.size(), words.noun("map_noun"), words);
                          },
                      },
                      facts.body);
}

/// Names of areas are singular whatever their form: "Scottish Borders has". Of labels, the number
/// can be known from the form in English alone.
bool takes_plural_verb(const TextContext& context, std::span<const std::size_t> members) {
    return members.size() > 1 || (!facts::has_areas(context.facts) &&
                                  input::language_of(context.words.language) == "en" &&
                                  is_plural(context.facts.facts[members.front()].label));
}

} // namespace

const std::string& verb_form(const TextContext& context, std::span<const std::size_t> members,
                             const input::Agreeing& clause) {
    return takes_plural_verb(context, members) ? clause.many : clause.one;
}

Clause clause_of(const TextContext& context, std::span<const std::size_t> members, std::size_t most,
                 std::string_view text, Filling filling) {
    const Noun& item = context.facts.item;
    const bool begins_with_names = text.starts_with("{names}") && members.size() <= most;
    return {fill(text, filling), !begins_with_names   ? ""
                                 : members.size() > 1 ? input::bare_plural(item)
                                                      : item.one};
}

namespace {

/// A title without the stop that would end a sentence about it.
std::string without_stop(std::string title) {
    while (!title.empty() && (title.back() == '.' || title.back() == ':')) {
        title.pop_back();
    }
    return title;
}

} // namespace

std::string name_of(const TextContext& context, std::size_t index) {
    return shortened(context.facts.facts[index].label, context.longest_label);
}

std::string names_of(const TextContext& context, std::span<const std::size_t> members,
                     Ending ending) {
    std::vector<std::string> names;
    for (const std::size_t index : members) {
        names.push_back(name_of(context, index));
    }
    return join(names, context.words, ending);
}

std::string names_or_number(const TextContext& context, std::span<const std::size_t> members,
                            std::size_t most, Ending ending) {
    return members.size() <= most ? names_of(context, members, ending)
                                  : counted(members.size(), context.facts.item, context.words);
}

std::string none_in(const TextContext& context, std::span<const std::size_t> members,
                    std::size_t most) {
    return fill(context.words["none_in"],
                {{"nouns", input::bare_plural(context.facts.unit)},
                 {"names", names_or_number(context, members, most, Ending::none)}});
}

std::vector<std::vector<std::size_t>> by_reason(const TextContext& context,
                                                std::span<const std::size_t> members) {
    std::vector<std::vector<std::size_t>> parts;
    for (const std::size_t member : members) {
        const std::string& reason = why_missing(context, context.facts.facts[member]);
        const auto part = std::ranges::find_if(parts, [&](const auto& one) {
            return why_missing(context, context.facts.facts[one.front()]) == reason;
        });
        (part == parts.end() ? parts.emplace_back() : *part).push_back(member);
    }
    return parts;
}

std::string no_data_for(const TextContext& context, std::span<const std::size_t> members,
                        std::size_t most) {
    std::string text;
    for (const std::vector<std::size_t>& part : by_reason(context, members)) {
        const std::string& reason = why_missing(context, context.facts.facts[part.front()]);
        const Ending ending = reason == context.words["no_data"] ? Ending::none : Ending::all;
        add_clause(
            text,
            fill(context.words["missing_for"],
                 {{"reason", reason}, {"names", names_or_number(context, part, most, ending)}}),
            context.words);
    }
    return text;
}

std::string opening(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    std::string kind = kind_of_figure(facts, context.words);
    const auto fitted = [&](const std::string& title) {
        return shortened(without_stop(title), context.longest_title);
    };
    if (facts.title.empty()) {
        return kind;
    }
    const std::optional<std::string> running = running_title(context);
    return running && !facts.title.ends_with('?')
               ? fill(context.words["opening_running"],
                      {{"kind", kind}, {"title", fitted(*running)}})
               : fill(context.words["opening_quoted"],
                      {{"kind", kind}, {"title", fitted(facts.title)}});
}

std::string titled(const TextContext& context, const std::string& title, const std::string& text) {
    if (title.empty()) {
        return text;
    }
    const bool ends_itself = title.ends_with('?') || title.ends_with('!');
    return fill(ends_itself ? context.words["list_after_mark"] : context.words["list"],
                {{"title", title}, {"list", text}});
}

std::string notes_in_description(const Words& words) {
    std::string notes;
    for (const Note& note : words.notes) {
        if (is_in_description(note)) {
            add_sentence(notes, note.text);
        }
    }
    return notes;
}

Clause leader(const TextContext& context, bool with_whole) {
    const facts::Facts& facts = context.facts;
    with_whole = with_whole || facts.unplaced; // "of them" could be of those with a place
    const input::Catalogue& words = context.words;
    const EqualValues& group = context.summary.by_value.front();
    const std::string amount = quantity(context, group.value);
    const std::size_t size = group.members.size();
    if (size > most_names) {
        return {fill(words["leader_many"],
                     {{"quantity", amount}, {"counted", counted(size, facts.item, words)}}),
                ""};
    }
    const std::string names = names_of(context, group.members);
    const std::string part = share(group.value, facts.total, words);
    const input::Agreeing& said =
        part.empty()
            ? (with_whole ? words.clause("leader_most_of") : words.clause("leader_most"))
            : (with_whole ? words.clause("leader_share_of") : words.clause("leader_share"));
    return clause_of(context, group.members, most_names,
                     size > 1 ? words["leader_level"] : verb_form(context, group.members, said),
                     {{"names", names},
                      {"quantity", amount},
                      {"number", number(context, group.value)},
                      {"whole", quantity(context, facts.total)},
                      {"share", part}});
}

Clause has(const TextContext& context, const EqualValues& group, const std::string& amount,
           std::size_t most) {
    const std::string& said = group.members.size() > 1
                                  ? context.words["has_each"]
                                  : verb_form(context, group.members, context.words.clause("has"));
    return clause_of(
        context, group.members, most, said,
        {{"names", names_or_number(context, group.members, most)}, {"amount", amount}});
}

Clause has_fewest(const TextContext& context, const EqualValues& group, std::size_t most) {
    const std::string& said = group.members.size() > 1 ? context.words["fewest_each"]
                                                       : verb_form(context, group.members,
                                                                   context.words.clause("fewest"));
    return clause_of(context, group.members, most, said,
                     {{"names", names_or_number(context, group.members, most)},
                      {"number", number(context, group.value)}});
}

Clause rest_together(const TextContext& context) {
    if (!context.summary.rest) {
        return {};
    }
    const facts::Fact& rest = context.facts.facts[*context.summary.rest];
    if (!rest.value) {
        return {};
    }
    return {fill(context.words["rest_together"],
                 {{"counted", counted(rest.rest_of, context.facts.item, context.words)},
                  {"amount", context.summary.counts ? number(context, *rest.value)
                                                    : quantity(context, *rest.value)}}),
            ""};
}

Clause below_zero(const TextContext& context, std::size_t most) {
    if (context.summary.rest) {
        return {}; // of those in it none is known
    }
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < context.facts.facts.size(); ++i) {
        if (context.facts.facts[i].value.value_or(0) < 0) {
            members.push_back(i);
        }
    }
    if (members.empty() || members.size() == context.summary.with_value) {
        return {};
    }
    return clause_of(context, members, most,
                     verb_form(context, members, context.words.clause("below_zero")),
                     {{"names", names_or_number(context, members, most)}});
}

std::string sides_of_midpoint(const TextContext& context) {
    const facts::Facts& facts = context.facts;
    const input::Catalogue& words = context.words;
    const std::optional<facts::Midpoint> turn = facts::midpoint_of(facts);
    if (!turn) {
        return "";
    }
    std::size_t below = 0;
    std::size_t at = 0;
    std::size_t above = 0;
    for (const facts::Fact& fact : facts.facts) {
        if (fact.value) {
            ++(*fact.value < turn->value ? below : *fact.value > turn->value ? above : at);
        }
    }
    const double midpoint = turn->value;
    const std::string value =
        with_sign(context, format_number(midpoint, decimals_of(midpoint), words.numbers));
    std::string text;
    for (const auto& [side, count] :
         {std::pair{&words["side_below"], below}, std::pair{&words["side_at"], at},
          std::pair{&words["side_above"], above}}) {
        if (count > 0) {
            add_clause(text,
                       fill(words["side_count"],
                            {{"side", fill(*side, {{"value", value}})},
                             {"counted", counted_in_digits(count, facts.item, words)}}),
                       words);
        }
    }
    return text;
}

std::string opened(const Clause& clause, const input::Catalogue& words) {
    const char first = clause.text.empty() ? 'A' : clause.text.front();
    if (!is_ascii(first) || is_upper(first)) {
        return clause.text;
    }
    if (!clause.noun.empty()) {
        return capitalised(
            fill(words["noun_before"], {{"noun", clause.noun}, {"clause", clause.text}}));
    }
    return capitalised(is_digit(first) ? fill(words["number_before"], {{"clause", clause.text}})
                                       : clause.text);
}

} // namespace cairn::words
