#include "render/words/where_phrases.h"

#include "render/input/language/language.h"
#include "render/words/prose.h"

#include <algorithm>

namespace cairn::words {
namespace {

constexpr std::size_t least_grouped = 4;  ///< fewer are named, and no groups with them
constexpr std::size_t least_in_short = 3; ///< of a group that a short text names

/// "Highland and eight neighbouring areas", "Highland and eight areas joined to it".
std::string name_and_areas(const TextContext& context, std::size_t first, std::size_t others,
                           bool beside) {
    const input::Catalogue& words = context.words;
    return fill(beside ? words["cluster_beside"] : words["cluster_joined"],
                {{"name", name_of(context, first)},
                 {"number", number_word(others, words)},
                 {"noun", input::form_of(words.noun("area"), words.language,
                                         static_cast<double>(others))}});
}

bool all_beside(const facts::Facts& facts, std::size_t first,
                std::span<const std::size_t> members) {
    const std::vector<std::size_t>& around = facts.facts[first].area->neighbours;
    for (const std::size_t member : members) {
        if (member != first && !std::binary_search(around.begin(), around.end(), member)) {
            return false;
        }
    }
    return true;
}

/// Whether the cluster is all that has some.
bool holds_all(const TextContext& context, const Cluster& cluster) {
    return cluster.members.size() == context.summary.with_value - context.summary.zeros.size();
}

} // namespace

std::string with_spread(const TextContext& context, const std::string& scope) {
    const std::optional<Spread> spread = spread_of(context.facts, context.summary);
    return spread ? fill(context.words["spread"], {{"scope", scope},
                                                   {"north", name_of(context, spread->north)},
                                                   {"south", name_of(context, spread->south)}})
                  : "";
}

std::string cluster_name(const TextContext& context, const Cluster& cluster) {
    return cluster.members.size() <= most_names
               ? fill(context.words["cluster_few"], {{"names", names_of(context, cluster.members)}})
               : name_and_areas(context, cluster.members.front(), cluster.members.size() - 1,
                                cluster.beside);
}

Clause cluster_in_full(const TextContext& context) {
    const input::Catalogue& words = context.words;
    const std::optional<Cluster> cluster = cluster_of(context.facts, context.summary);
    if (!cluster) {
        return {};
    }
    if (holds_all(context, *cluster)) {
        return {fill(words["cluster_all"], {{"nouns", input::bare_plural(context.facts.unit)}}),
                ""};
    }
    std::string name = cluster_name(context, *cluster);
    if (cluster->members.size() > most_names && context.facts.facts.size() <= most_listed) {
        name = fill(words["cluster_named"],
                    {{"cluster", name},
                     {"names", names_of(context, std::span(cluster->members).subspan(1))}});
    }
    return {
        fill(words["cluster_has"], {{"cluster", name},
                                    {"number", number(context, cluster->sum)},
                                    {"whole", quantity(context, context.facts.total)},
                                    {"share", share(cluster->sum, context.facts.total, words)}}),
        context.facts.item.one};
}

Clause cluster_in_short(const TextContext& context) {
    const input::Catalogue& words = context.words;
    const std::optional<Cluster> cluster = cluster_of(context.facts, context.summary);
    if (!cluster || holds_all(context, *cluster)) {
        return cluster ? cluster_in_full(context) : Clause{};
    }
    const EqualValues& highest = context.summary.by_value.front();
    const std::string sum = number(context, cluster->sum);
    if (context.summary.by_value.size() > 1 && highest.members.size() == 1 &&
        highest.members.front() == cluster->members.front()) {
        const std::size_t others = cluster->members.size() - 1;
        return {fill(cluster->beside ? words["leader_with_beside"] : words["leader_with_joined"],
                     {{"number", number_word(others, words)},
                      {"noun", input::form_of(words.noun("area"), words.language,
                                              static_cast<double>(others))},
                      {"sum", sum}}),
                ""};
    }
    return {fill(words["cluster_has_short"],
                 {{"cluster", cluster_name(context, *cluster)}, {"number", sum}}),
            context.facts.item.one};
}

std::string with_group(const TextContext& context, const std::string& text,
                       std::span<const std::size_t> members) {
    const auto groups = grouped_by_borders(context.facts, members);
    if (groups.empty() || groups.front().size() < least_in_short ||
        2 * groups.front().size() < members.size()) {
        return "";
    }
    const std::vector<std::size_t>& group = groups.front();
    if (group.size() == members.size()) {
        return fill(context.words["all_together"], {{"text", text}});
    }
    const std::size_t first = largest_area(context.facts, group);
    return fill(context.words["among_them"],
                {{"text", text},
                 {"group", name_and_areas(context, first, group.size() - 1,
                                          all_beside(context.facts, first, group))}});
}

std::vector<std::string> by_groups(const TextContext& context, const std::string& text,
                                   std::span<const std::size_t> members) {
    const input::Catalogue& words = context.words;
    const auto groups = grouped_by_borders(context.facts, members);
    if (members.size() < least_grouped || groups.empty() || groups.front().size() < 2) {
        return {};
    }
    std::vector<std::string> sentences{text};
    std::vector<std::size_t> apart;
    for (const std::vector<std::size_t>& group : groups) {
        if (group.size() == 1) {
            apart.push_back(group.front());
            continue;
        }
        const std::string& said = groups.size() == 1     ? words["lie_all"]
                                  : sentences.size() > 1 ? words["lie_next"]
                                                         : words["lie_together"];
        sentences.push_back(fill(said, {{"number", number_word(group.size(), words)},
                                        {"names", names_of(context, group)}}));
    }
    if (!apart.empty()) {
        sentences.push_back(
            fill(apart.size() == 1 ? words.clause("lie_apart").one : words.clause("lie_apart").many,
                 {{"names", names_of(context, apart)}}));
    }
    return sentences;
}

std::string members_in_full(const TextContext& context, std::span<const std::size_t> members,
                            const MembersText& text_of) {
    if (members.size() > most_listed) {
        const std::string text = text_of(members, most_listed);
        const std::string grouped = with_group(context, text, members);
        return sentence(grouped.empty() ? text : grouped);
    }
    std::string paragraph;
    for (const std::string& said : by_groups(context, text_of(members, 0), members)) {
        add_sentence(paragraph, said);
    }
    return paragraph.empty() ? sentence(text_of(members, most_listed)) : paragraph;
}

std::string alike(const TextContext& context, End end, bool in_full) {
    const input::Catalogue& words = context.words;
    const std::optional<Alike> found = alike_at(context.facts, context.summary, end);
    if (!found) {
        return "";
    }
    const std::vector<std::size_t>& together = found->together;
    const std::string names =
        in_full ? names_of(context, together)
                : fill(words["and_others"], {{"name", name_of(context, together.front())},
                                             {"number", number_word(together.size() - 1, words)}});
    const std::string& said =
        together.size() == found->count
            ? (end == End::highest ? words["alike_highest_all"] : words["alike_lowest_all"])
            : (end == End::highest ? words["alike_highest"] : words["alike_lowest"]);
    const std::string count = number_word(found->count, words);
    const std::string number = number_word(together.size(), words);
    return together.size() == found->count
               ? fill(said, {{"count", count}, {"names", names}})
               : fill(said, {{"count", count}, {"number", number}, {"names", names}});
}

} // namespace cairn::words
