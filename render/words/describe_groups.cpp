#include "render/words/describe_groups.h"

#include "base/utf8.h"
#include "render/input/language/language.h"
#include "render/words/prose.h"
#include "render/words/short_text.h"

#include <string>
#include <vector>

namespace cairn::words {
namespace {

const std::vector<facts::Category>& categories_of(const TextContext& context) {
    return std::get<facts::Groups>(context.facts.body).categories;
}

/// The areas of a category, or those of none.
std::vector<std::size_t> members_of(const facts::Facts& facts,
                                    std::optional<std::size_t> category) {
    std::vector<std::size_t> members;
    for (std::size_t i = 0; i < facts.facts.size(); ++i) {
        if (facts.facts[i].class_index == category) {
            members.push_back(i);
        }
    }
    return members;
}

std::string area_count(const TextContext& context, std::size_t count) {
    return counted_in_digits(count, context.words.noun("area"), context.words);
}

/// "32 council areas in six groups", in digits where a subtitle says it.
std::string scope_of_groups(const TextContext& context, bool in_digits) {
    const facts::Facts& facts = context.facts;
    const input::Catalogue& words = context.words;
    const std::size_t size = facts.facts.size();
    const std::size_t grouped = size - facts.missing.size();
    const auto count = in_digits ? counted_in_digits : counted;
    const auto part = in_digits ? part_of_in_digits : part_of;
    return fill(
        words["in_groups"],
        {{"places", grouped == size ? count(size, facts.item, words)
                                    : part(grouped, size, facts.item, words)},
         {"groups", count(categories_of(context).size(), words.noun("group_noun"), words)}});
}

/// "Tayside (3 areas): Angus, Dundee City, and Perth and Kinross"
std::string group_sentence(const TextContext& context, std::size_t category) {
    const facts::Category& group = categories_of(context)[category];
    return fill(context.words["group_members"],
                {{"group", group.label},
                 {"count", area_count(context, group.count)},
                 {"names", names_of(context, members_of(context.facts, category))}});
}

std::string not_grouped(const TextContext& context, std::size_t most) {
    const std::vector<std::size_t> members = members_of(context.facts, std::nullopt);
    return members.empty() ? ""
                           : fill(context.words["not_grouped"],
                                  {{"names", names_or_number(context, members, most)}});
}

std::string subject_of_groups(const TextContext& context) {
    return sentence(fill(context.words["subject"], {{"opening", opening(context)},
                                                    {"scope", scope_of_groups(context, false)}}));
}

/// Every group with its size, labels no longer than the context allows.
std::string sizes(const TextContext& context) {
    std::vector<std::string> parts;
    for (const facts::Category& group : categories_of(context)) {
        parts.push_back(fill(context.words["class_count"],
                             {{"range", shortened(group.label, context.longest_label)},
                              {"count", area_count(context, group.count)}}));
    }
    return sentence(join(parts, context.words));
}

/// The alt text: as much of the groups as fits.
std::string short_text_of_groups(const TextContext& context) {
    for (const std::size_t limit : {no_limit, std::size_t{40}, std::size_t{24}, std::size_t{14}}) {
        const TextContext limited{context.facts, context.summary, context.words, limit,
                                  limit == no_limit ? limit : 2 * limit};
        const std::string without = subject_of_groups(limited) + " " + sizes(limited);
        const std::string gaps = not_grouped(limited, most_names);
        const std::string text = gaps.empty() ? without : without + " " + sentence(gaps);
        for (const std::string& one : {text, without}) {
            if (count_characters(one) <= longest_short_text) {
                return one;
            }
        }
    }
    return shortened(subject_of_groups(context), longest_short_text);
}

std::string list_of_groups(const TextContext& context) {
    std::string list;
    for (std::size_t i = 0; i < categories_of(context).size(); ++i) {
        add_clause(list, group_sentence(context, i), context.words);
    }
    return titled(context, context.facts.title, list);
}

std::string description_of_groups(const TextContext& context, const Words& words) {
    std::string groups;
    for (std::size_t i = 0; i < categories_of(context).size(); ++i) {
        add_sentence(groups, group_sentence(context, i));
    }
    std::string gaps;
    add_sentence(gaps, not_grouped(context, no_limit));
    std::string text = subject_of_groups(context);
    for (const std::string& paragraph : {groups, gaps, notes_in_description(words)}) {
        add_paragraph(text, paragraph);
    }
    return text;
}

void add_areas(Words& words, const TextContext& context) {
    const facts::Facts& facts = context.facts;
    words.table.caption = facts.title;
    words.table.columns = {{facts.label_heading, false, facts.label_heading_language},
                           {facts.value_heading, false, facts.value_heading_language}};
    for (const facts::Fact& fact : facts.facts) {
        const std::string& group = fact.class_index
                                       ? categories_of(context)[*fact.class_index].label
                                       : context.words["no_group"];
        words.table.rows.push_back({fact.label, group});
        words.table.row_languages.push_back(fact.language);
        words.marks.push_back(
            {fill(context.words["mark"], {{"label", fact.label}, {"value", group}}), group});
    }
}

} // namespace

void describe_groups(Words& words, const TextContext& context) {
    const facts::Facts& facts = context.facts;
    words.subtitle = facts.subtitle.empty() ? scope_of_groups(context, true) : facts.subtitle;
    words.subtitle_language = facts.subtitle_language;
    add_areas(words, context);
    words.legend_title = facts.value_heading;
    words.legend_title_language = facts.value_heading_language;
    for (const facts::Category& group : categories_of(context)) {
        words.class_labels.push_back(
            {group.label, area_count(context, group.count), group.language,
             std::string(1, static_cast<char>('A' + words.class_labels.size()))});
    }
    if (!facts.missing.empty()) {
        words.missing_label.push_back(
            {capitalised(context.words["no_group"]), area_count(context, facts.missing.size())});
    }
    words.list = list_of_groups(context);
    words.short_text = short_text_of_groups(context);
    words.description = description_of_groups(context, words);
}

} // namespace cairn::words
