#include "render/facts/where_phrases.h"

#include "render/facts/prose.h"
#include "render/input/language.h"

#include <algorithm>

namespace cairn::facts {
namespace {

constexpr std::size_t least_grouped = 4; ///< fewer are told by name without more ado
constexpr std::size_t least_told = 3;    ///< of a group that is told in a short text

std::string name_of(const Telling& telling, std::size_t index) {
    return names_of(telling, std::span(&index, 1));
}

/// "Highland and eight neighbouring areas", "Highland and eight areas joined to it".
std::string name_and_areas(const Telling& telling, std::size_t first, std::size_t others,
                           bool beside) {
    const input::Catalogue& words = telling.words;
    return fill(
        beside ? words.cluster_beside : words.cluster_joined,
        {{"name", name_of(telling, first)},
         {"number", number_word(others, words)},
         {"noun", input::form_of(words.area, words.language, static_cast<double>(others))}});
}

bool all_beside(const Facts& facts, std::size_t first, std::span<const std::size_t> members) {
    const std::vector<std::size_t>& around = facts.neighbours[first];
    for (const std::size_t member : members) {
        if (member != first && !std::binary_search(around.begin(), around.end(), member)) {
            return false;
        }
    }
    return true;
}

/// Whether the cluster is all that has some.
bool holds_all(const Telling& telling, const Cluster& cluster) {
    return cluster.members.size() == telling.summary.with_value - telling.summary.zeros.size();
}

} // namespace

std::string with_spread(const Telling& telling, const std::string& scope) {
    const std::optional<Spread> spread = spread_of(telling.facts, telling.summary);
    return spread ? fill(telling.words.spread, {{"scope", scope},
                                                {"north", name_of(telling, spread->north)},
                                                {"south", name_of(telling, spread->south)}})
                  : "";
}

std::string cluster_name(const Telling& telling, const Cluster& cluster) {
    return cluster.members.size() <= most_names
               ? fill(telling.words.cluster_few, {{"names", names_of(telling, cluster.members)}})
               : name_and_areas(telling, cluster.members.front(), cluster.members.size() - 1,
                                cluster.beside);
}

Clause cluster_in_full(const Telling& telling) {
    const input::Catalogue& words = telling.words;
    const std::optional<Cluster> cluster = cluster_of(telling.facts, telling.summary);
    if (!cluster) {
        return {};
    }
    if (holds_all(telling, *cluster)) {
        return {fill(words.cluster_all, {{"nouns", input::bare_plural(telling.facts.unit)}}), ""};
    }
    std::string name = cluster_name(telling, *cluster);
    if (cluster->members.size() > most_names && telling.facts.facts.size() <= most_told) {
        name = fill(words.cluster_named,
                    {{"cluster", name},
                     {"names", names_of(telling, std::span(cluster->members).subspan(1))}});
    }
    return {fill(words.cluster_has, {{"cluster", name},
                                     {"number", number(telling, cluster->sum)},
                                     {"whole", quantity(telling, telling.facts.total)},
                                     {"share", share(cluster->sum, telling.facts.total, words)}}),
            telling.facts.item.one};
}

Clause cluster_in_short(const Telling& telling) {
    const input::Catalogue& words = telling.words;
    const std::optional<Cluster> cluster = cluster_of(telling.facts, telling.summary);
    if (!cluster || holds_all(telling, *cluster)) {
        return cluster ? cluster_in_full(telling) : Clause{};
    }
    const Group& highest = telling.summary.groups.front();
    const std::string sum = number(telling, cluster->sum);
    if (telling.summary.groups.size() > 1 && highest.members.size() == 1 &&
        highest.members.front() == cluster->members.front()) {
        const std::size_t others = cluster->members.size() - 1;
        return {
            fill(cluster->beside ? words.leader_with_beside : words.leader_with_joined,
                 {{"number", number_word(others, words)},
                  {"noun", input::form_of(words.area, words.language, static_cast<double>(others))},
                  {"sum", sum}}),
            ""};
    }
    return {fill(words.cluster_has_short,
                 {{"cluster", cluster_name(telling, *cluster)}, {"number", sum}}),
            telling.facts.item.one};
}

std::string with_group(const Telling& telling, const std::string& text,
                       std::span<const std::size_t> members) {
    const auto groups = grouped_by_borders(telling.facts, members);
    if (groups.empty() || groups.front().size() < least_told ||
        2 * groups.front().size() < members.size()) {
        return "";
    }
    const std::vector<std::size_t>& group = groups.front();
    if (group.size() == members.size()) {
        return fill(telling.words.all_together, {{"text", text}});
    }
    const std::size_t first = largest_area(telling.facts, group);
    return fill(telling.words.among_them,
                {{"text", text},
                 {"group", name_and_areas(telling, first, group.size() - 1,
                                          all_beside(telling.facts, first, group))}});
}

std::vector<std::string> by_groups(const Telling& telling, const std::string& text,
                                   std::span<const std::size_t> members) {
    const input::Catalogue& words = telling.words;
    const auto groups = grouped_by_borders(telling.facts, members);
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
        const std::string& said = groups.size() == 1     ? words.lie_all
                                  : sentences.size() > 1 ? words.lie_next
                                                         : words.lie_together;
        sentences.push_back(fill(said, {{"number", number_word(group.size(), words)},
                                        {"names", names_of(telling, group)}}));
    }
    if (!apart.empty()) {
        sentences.push_back(fill(apart.size() == 1 ? words.lie_apart.one : words.lie_apart.many,
                                 {{"names", names_of(telling, apart)}}));
    }
    return sentences;
}

std::string members_in_full(const Telling& telling, std::span<const std::size_t> members,
                            const TellMembers& told) {
    if (members.size() > most_told) {
        const std::string text = told(members, most_told);
        const std::string grouped = with_group(telling, text, members);
        return sentence(grouped.empty() ? text : grouped);
    }
    std::string paragraph;
    for (const std::string& said : by_groups(telling, told(members, 0), members)) {
        add_sentence(paragraph, said);
    }
    return paragraph.empty() ? sentence(told(members, most_told)) : paragraph;
}

std::string alike(const Telling& telling, End end, bool in_full) {
    const input::Catalogue& words = telling.words;
    const std::optional<Alike> found = alike_at(telling.facts, telling.summary, end);
    if (!found) {
        return "";
    }
    const std::vector<std::size_t>& together = found->together;
    const std::string names =
        in_full ? names_of(telling, together)
                : fill(words.and_others, {{"name", name_of(telling, together.front())},
                                          {"number", number_word(together.size() - 1, words)}});
    const std::string& said =
        together.size() == found->count
            ? (end == End::highest ? words.alike_highest_all : words.alike_lowest_all)
            : (end == End::highest ? words.alike_highest : words.alike_lowest);
    const std::string count = number_word(found->count, words);
    const std::string number = number_word(together.size(), words);
    return together.size() == found->count
               ? fill(said, {{"count", count}, {"names", names}})
               : fill(said, {{"count", count}, {"number", number}, {"names", names}});
}

} // namespace cairn::facts
