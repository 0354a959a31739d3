#include "render/facts/gather/gather_categories.h"

#include "render/facts/gather/gather.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace cairn::facts {
namespace {

/// The categories with their sizes, in the order in which the rows name them.
std::vector<Category> categories_of(const input::Observations& observations) {
    std::vector<Category> categories;
    for (const input::Observation& row : observations.rows) {
        if (row.category.empty()) {
            continue;
        }
        const auto known = std::ranges::find(categories, row.category, &Category::label);
        if (known == categories.end()) {
            categories.push_back({row.category, 1, observations.value_heading_language});
        } else {
            ++known->count;
        }
    }
    return categories;
}

void check_categories(std::size_t count, const input::FigureSpec& spec,
                      const input::Observations& observations) {
    if (count == 0) {
        throw Error(Problem{.where = spec.data.value_where,
                            .what = fmt::format("no row of {} has a category", observations.file),
                            .remedy = "write the category of each place in its row"});
    }
    if (count > most_categories) {
        throw Error(
            Problem{.where = spec.data.value_where,
                    .what = fmt::format("{} has {} categories, and a map tells at most {} apart",
                                        observations.file, count, most_categories),
                    .remedy = "put some together under one name, such as \"Other\""});
    }
}

/// The category of every region that has one, by code.
std::map<std::string, std::size_t> category_of_code(const input::Observations& observations,
                                                    const geo::Gazetteer& places,
                                                    const std::vector<Category>& categories) {
    std::map<std::string, std::size_t> found;
    for (const input::Observation& row : observations.rows) {
        const auto place = places.find(row.label);
        const auto category = std::ranges::find(categories, row.category, &Category::label);
        if (place && category != categories.end()) {
            found.emplace(places.places()[*place].code,
                          static_cast<std::size_t>(category - categories.begin()));
        }
    }
    return found;
}

} // namespace

Facts gather_categories(const input::FigureSpec& spec, const input::Observations& observations,
                        const geo::Gazetteer& places, const std::string& attribution,
                        const input::Catalogue& catalogue) {
    input::FigureSpec joined = spec;
    joined.sort = input::Sort::file;
    joined.unit = catalogue.noun("group_noun"); // no heading is read for what is counted
    Facts facts = gather_map(joined, observations, places, attribution, catalogue);
    std::vector<Category> categories = categories_of(observations);
    check_categories(categories.size(), spec, observations);
    if (spec.sort != input::Sort::file) {
        const bool rising = spec.sort == input::Sort::ascending;
        std::ranges::stable_sort(categories, [&](const Category& a, const Category& b) {
            return rising ? a.count < b.count : a.count > b.count;
        });
    }
    const auto category = category_of_code(observations, places, categories);
    for (Fact& fact : facts.facts) {
        const auto found = category.find(fact.code);
        fact.class_index = found == category.end() ? std::nullopt : std::optional(found->second);
    }
    std::ranges::stable_sort(facts.facts, {}, [&](const Fact& fact) {
        return fact.class_index.value_or(categories.size());
    });
    facts.missing.clear();
    for (const Fact& fact : facts.facts) {
        if (!fact.class_index) {
            facts.missing.push_back(fact.label);
        }
    }
    facts.body = Groups{.categories = std::move(categories)};
    return facts;
}

} // namespace cairn::facts
