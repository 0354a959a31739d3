#include "render/facts/phrases.h"

#include "base/ascii.h"
#include "base/number.h"
#include "render/facts/nouns.h"
#include "render/facts/prose.h"
#include "render/input/language.h"

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string_view>
#include <utility>
#include <vector>

namespace cairn::facts {
namespace {

std::string name_of(const Telling& telling, std::size_t index) {
    return shortened(telling.facts.facts[index].label, telling.longest_label);
}

/// The title as it stands within a sentence; nothing where its first word may be a name, as far as
/// the facts tell, and so needs its capital.
std::optional<std::string> running_title(const Telling& telling) {
    const Facts& facts = telling.facts;
    if (telling.words.title_words.empty()) {
        return std::nullopt;
    }
    std::vector<std::string_view> words{facts.unit.one, facts.unit.other, facts.item.one,
                                        facts.item.other};
    words.insert(words.end(), telling.words.title_words.begin(), telling.words.title_words.end());
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

/// "map", "bar chart"
const std::string& kind_of_figure(input::Kind kind, const input::Catalogue& words) {
    switch (kind) {
    case input::Kind::bar:
        return words.bar_chart;
    case input::Kind::choropleth:
    case input::Kind::categorical:
        return words.map;
    case input::Kind::tiles:
        return words.tile_map;
    case input::Kind::symbols:
        return words.symbol_map;
    case input::Kind::dots:
        return words.dot_map;
    }
    throw std::logic_error("a kind of figure without a word");
}

/// Names of areas are singular whatever their form: "Scottish Borders has". Of labels, the number
/// can be told from the form in English alone.
bool takes_plural_verb(const Telling& telling, std::span<const std::size_t> members) {
    return members.size() > 1 ||
           (!is_map(telling.facts) && input::language_of(telling.words.language) == "en" &&
            is_plural(telling.facts.facts[members.front()].label));
}

} // namespace

const std::string& verb_form(const Telling& telling, std::span<const std::size_t> members,
                             const input::Agreeing& clause) {
    return takes_plural_verb(telling, members) ? clause.many : clause.one;
}

Clause clause_of(const Telling& telling, std::span<const std::size_t> members, std::size_t most,
                 std::string_view text, Filling filling) {
    const Noun& item = telling.facts.item;
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

bool is_map(const Facts& facts) {
    return input::is_map(facts.kind);
}

std::string names_of(const Telling& telling, std::span<const std::size_t> members, Ending ending) {
    std::vector<std::string> names;
    for (const std::size_t index : members) {
        names.push_back(name_of(telling, index));
    }
    return join(names, telling.words, ending);
}

std::string names_or_number(const Telling& telling, std::span<const std::size_t> members,
                            std::size_t most, Ending ending) {
    return members.size() <= most ? names_of(telling, members, ending)
                                  : counted(members.size(), telling.facts.item, telling.words);
}

std::string none_in(const Telling& telling, std::span<const std::size_t> members,
                    std::size_t most) {
    return fill(telling.words.none_in,
                {{"nouns", input::bare_plural(telling.facts.unit)},
                 {"names", names_or_number(telling, members, most, Ending::none)}});
}

std::string no_data_for(const Telling& telling, std::span<const std::size_t> members,
                        std::size_t most) {
    return fill(telling.words.no_data_for,
                {{"names", names_or_number(telling, members, most, Ending::none)}});
}

std::string opening(const Telling& telling) {
    const Facts& facts = telling.facts;
    std::string kind = facts.panels.empty()
                           ? kind_of_figure(facts.kind, telling.words)
                           : counted(facts.panels.size(), telling.words.map_noun, telling.words);
    const auto fitted = [&](const std::string& title) {
        return shortened(without_stop(title), telling.longest_title);
    };
    if (facts.title.empty()) {
        return kind;
    }
    const std::optional<std::string> running = running_title(telling);
    return running && !facts.title.ends_with('?')
               ? fill(telling.words.opening_running, {{"kind", kind}, {"title", fitted(*running)}})
               : fill(telling.words.opening_quoted,
                      {{"kind", kind}, {"title", fitted(facts.title)}});
}

std::string titled(const Telling& telling, const std::string& title, const std::string& text) {
    if (title.empty()) {
        return text;
    }
    const bool ends_itself = title.ends_with('?') || title.ends_with('!');
    return fill(ends_itself ? telling.words.list_after_mark : telling.words.list,
                {{"title", title}, {"list", text}});
}

std::string notes_in_description(const Words& words) {
    std::string notes;
    for (const Note& note : words.notes) {
        if (is_told_in_description(note)) {
            add_sentence(notes, note.text);
        }
    }
    return notes;
}

Clause leader(const Telling& telling, bool tells_whole) {
    const Facts& facts = telling.facts;
    const input::Catalogue& words = telling.words;
    const Group& group = telling.summary.groups.front();
    const std::string amount = quantity(telling, group.value);
    const std::size_t size = group.members.size();
    if (size > most_names) {
        return {fill(words.leader_many,
                     {{"quantity", amount}, {"counted", counted(size, facts.item, words)}}),
                ""};
    }
    const std::string names = names_of(telling, group.members);
    const std::string part = share(group.value, facts.total, words);
    const input::Agreeing& said = part.empty()
                                      ? (tells_whole ? words.leader_most_of : words.leader_most)
                                      : (tells_whole ? words.leader_share_of : words.leader_share);
    return clause_of(telling, group.members, most_names,
                     size > 1 ? words.leader_level : verb_form(telling, group.members, said),
                     {{"names", names},
                      {"quantity", amount},
                      {"number", number(telling, group.value)},
                      {"whole", quantity(telling, facts.total)},
                      {"share", part}});
}

Clause has(const Telling& telling, const Group& group, const std::string& amount,
           std::size_t most) {
    const std::string& said = group.members.size() > 1
                                  ? telling.words.has_each
                                  : verb_form(telling, group.members, telling.words.has);
    return clause_of(
        telling, group.members, most, said,
        {{"names", names_or_number(telling, group.members, most)}, {"amount", amount}});
}

Clause has_fewest(const Telling& telling, const Group& group, std::size_t most) {
    const std::string& said = group.members.size() > 1
                                  ? telling.words.fewest_each
                                  : verb_form(telling, group.members, telling.words.fewest);
    return clause_of(telling, group.members, most, said,
                     {{"names", names_or_number(telling, group.members, most)},
                      {"number", number(telling, group.value)}});
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
    return clause_of(telling, members, most, verb_form(telling, members, telling.words.below_zero),
                     {{"names", names_or_number(telling, members, most)}});
}

std::string sides_of_midpoint(const Telling& telling) {
    const Facts& facts = telling.facts;
    const input::Catalogue& words = telling.words;
    if (!facts.midpoint) {
        return "";
    }
    std::size_t below = 0;
    std::size_t at = 0;
    std::size_t above = 0;
    for (const Fact& fact : facts.facts) {
        if (fact.value) {
            ++(*fact.value < facts.midpoint->value   ? below
               : *fact.value > facts.midpoint->value ? above
                                                     : at);
        }
    }
    const double midpoint = facts.midpoint->value;
    const std::string value =
        with_sign(telling, format_number(midpoint, decimals_of(midpoint), words.numbers));
    std::string text;
    for (const auto& [side, count] :
         {std::pair{&words.side_below, below}, std::pair{&words.side_at, at},
          std::pair{&words.side_above, above}}) {
        if (count > 0) {
            add_clause(
                text,
                fill(words.side_count, {{"side", fill(*side, {{"value", value}})},
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
            fill(words.noun_before, {{"noun", clause.noun}, {"clause", clause.text}}));
    }
    return capitalised(is_digit(first) ? fill(words.number_before, {{"clause", clause.text}})
                                       : clause.text);
}

} // namespace cairn::facts
