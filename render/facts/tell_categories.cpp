#include "render/facts/tell_categories.h"

#include "render/facts/prose.h"
#include "render/facts/short_text.h"
#include "render/input/language.h"

#include <string>
#include <vector>

namespace cairn::facts {
namespace {

/// The areas of a category, or those of none.
std::vector<std::size_t> members_of(const Facts& facts, std::optional<std::size_t> category) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        if (facts.facts[i].class_index == category) {
            members.push_back(i);
        }
    }
    return members;
}

std::string area_count(const Telling& telling, std::size_t count) {
    return counted_in_digits(count, telling.words.noun("area"), telling.words);
}

/// "32 council areas in six groups", in digits where a subtitle says it.
std::string scope_of_groups(const Telling& telling, bool in_digits) {
    const Facts& facts = telling.facts;
    const input::Catalogue& words = telling.words;
    const std::size_t size = facts.facts.size();
    const std::size_t grouped = size - facts.missing.size();
    const auto count = in_digits ? counted_in_digits : counted;
    const auto part = in_digits ? part_of_in_digits : part_of;
    return fill(words["in_groups"],
                {{"places", grouped == size ? count(size, facts.item, words)
                                            : part(grouped, size, facts.item, words)},
                 {"groups", count(facts.categories.size(), words.noun("group_noun"), words)}});
}

/// "Tayside (3 areas): Angus, Dundee City, and Perth and Kinross"
std::string group_sentence(const Telling& telling, std::size_t category) {
    const Category& group = telling.facts.categories[category];
    return fill(telling.words["group_members"],
                {{"group", group.label},
                 {"count", area_count(telling, group.count)},
                 {"names", names_of(telling, members_of(telling.facts, category))}});
}

std::string not_grouped(const Telling& telling, std::size_t most) {
    const std::vector<std::size_t> members = members_of(telling.facts, std::nullopt);
    return members.empty() ? ""
                           : fill(telling.words["not_grouped"],
                                  {{"names", names_or_number(telling, members, most)}});
}

std::string subject_of(const Telling& telling) {
    return sentence(fill(telling.words["subject"], {{"opening", opening(telling)},
                                                    {"scope", scope_of_groups(telling, false)}}));
}

/// Every group with its size, labels no longer than the telling has it.
std::string sizes(const Telling& telling) {
    std::vector<std::string> parts;
    for (const Category& group : telling.facts.categories) {
        parts.push_back(fill(telling.words["class_count"],
                             {{"range", shortened(group.label, telling.longest_label)},
                              {"count", area_count(telling, group.count)}}));
    }
    return sentence(join(parts, telling.words));
}

/// The alt text: as much of the groups as fits.
std::string short_text_of(const Telling& telling) {
    for (const std::size_t limit : {no_limit, std::size_t{40}, std::size_t{24}, std::size_t{14}}) {
        const Telling told{telling.facts, telling.summary, telling.words, limit,
                           limit == no_limit ? limit : 2 * limit};
        const std::string without = subject_of(told) + " " + sizes(told);
        const std::string gaps = not_grouped(told, most_names);
        const std::string text = gaps.empty() ? without : without + " " + sentence(gaps);
        for (const std::string& one : {text, without}) {
            if (characters(one) <= longest_short_text) {
                return one;
            }
        }
    }
    return shortened(subject_of(telling), longest_short_text);
}

std::string list_of(const Telling& telling) {
    std::string list;
    for (std::size_t i = 0; i < telling.facts.categories.size(); ++i) {
        add_clause(list, group_sentence(telling, i), telling.words);
    }
    return titled(telling, telling.facts.title, list);
}

std::string description_of(const Telling& telling, const Words& words) {
    std::string groups;
    for (std::size_t i = 0; i < telling.facts.categories.size(); ++i) {
        add_sentence(groups, group_sentence(telling, i));
    }
    std::string gaps;
    add_sentence(gaps, not_grouped(telling, no_limit));
    std::string text = subject_of(telling);
    for (const std::string& paragraph : {groups, gaps, notes_in_description(words)}) {
        add_paragraph(text, paragraph);
    }
    return text;
}

void add_areas(Words& words, const Telling& telling) {
    const Facts& facts = telling.facts;
    words.table.caption = facts.title;
    words.table.columns = {{facts.label_heading, false, facts.label_heading_language},
                           {facts.value_heading, false, facts.value_heading_language}};
    for (const Fact& fact : facts.facts) {
        const std::string& group = fact.class_index ? facts.categories[*fact.class_index].label
                                                    : telling.words["no_group"];
        words.table.rows.push_back({fact.label, group});
        words.table.row_languages.push_back(fact.language);
        words.mark_names.push_back(
            fill(telling.words["mark"], {{"label", fact.label}, {"value", group}}));
        words.value_labels.push_back(group);
    }
}

} // namespace

void tell_categories(Words& words, const Telling& telling) {
    const Facts& facts = telling.facts;
    words.subtitle = facts.subtitle.empty() ? scope_of_groups(telling, true) : facts.subtitle;
    words.subtitle_language = facts.subtitle_language;
    add_areas(words, telling);
    words.legend_title = facts.value_heading;
    words.legend_title_language = facts.value_heading_language;
    for (const Category& group : facts.categories) {
        words.class_labels.push_back(
            {group.label, area_count(telling, group.count), group.language,
             std::string(1, static_cast<char>('A' + words.class_labels.size()))});
    }
    if (!facts.missing.empty()) {
        words.missing_label.push_back(
            {capitalised(telling.words["no_group"]), area_count(telling, facts.missing.size())});
    }
    words.list = list_of(telling);
    words.short_text = short_text_of(telling);
    words.description = description_of(telling, words);
}

} // namespace cairn::facts
