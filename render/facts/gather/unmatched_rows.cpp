#include "render/facts/gather/unmatched_rows.h"

#include "base/quote.h"
#include "base/report.h"
#include "geo/area_kind.h"
#include "render/facts/gather/nearest_place.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace cairn::facts {

namespace {

using geo::AreaKind;
using input::Observation;

/// So many rows are told one by one, with what is near to each: a look at every name of the map.
constexpr std::size_t most_alone = 50;

/// The labels of another kind of area, and where the first of them stands.
struct Others {
    AreaKind kind;
    bool by_name = false;
    int line = 0;
    std::vector<std::string> labels{};
};

std::string remedy_for(const input::FigureSpec& spec, const AreaKind& kind) {
    const std::string_view set = kind.prefix == "S08" ? "boundaries: scotland-health-boards"
                                 : kind.prefix == "S37"
                                     ? "boundaries: scotland-integration-authorities"
                                 : kind.prefix == "S12" ? "boundaries: scotland-councils"
                                                        : "";
    if (!set.empty()) {
        return fmt::format("write {}", set);
    }
    return spec.boundaries
               ? fmt::format("draw boundaries of {}: get a file of them and run `cairn boundaries "
                             "import`; or take a table of the map's areas",
                             kind.nouns)
               : fmt::format("there are no tiles of {}: write kind: choropleth, and boundaries",
                             kind.nouns);
}

Problem problem_of(const input::FigureSpec& spec, const input::Observations& observations,
                   const Others& others, const Noun& item) {
    const bool one = others.labels.size() == 1;
    const std::string are = others.by_name
                                ? fmt::format("are the names of {}", others.kind.nouns)
                                : fmt::format("{} of {}, {}…", one ? "is a code" : "are codes",
                                              others.kind.nouns, others.kind.prefix);
    return {{.file = observations.file, .line = others.line, .field = observations.label_heading},
            fmt::format("{} {}, and the map is of {}", first_few_in_quotes(others.labels), are,
                        item.other),
            remedy_for(spec, others.kind)};
}

Problem name_of_several(const input::Observations& observations, const Observation& row,
                        const geo::Gazetteer& places, std::span<const std::size_t> named,
                        const Noun& item) {
    std::vector<std::string> codes;
    codes.reserve(named.size());
    for (const std::size_t place : named) {
        codes.push_back(places.places()[place].code);
    }
    return {{observations.file, row.line},
            fmt::format("{} is the name of {} {}", in_quotes(row.label), named.size(), item.other),
            fmt::format("give the code of the one that is meant: {}", first_few_in_quotes(codes))};
}

} // namespace

void add_unmatched(const input::FigureSpec& spec, const input::Observations& observations,
                   std::span<const Observation> rows, std::span<const Observation* const> unmatched,
                   const geo::Gazetteer& places, const Noun& item, const Facts& facts,
                   std::vector<Problem>& problems) {
    std::vector<std::string> labels;
    std::ranges::transform(rows, std::back_inserter(labels), &Observation::label);
    const bool boards = !input::settles_names(spec) && geo::are_names_of_boards(labels, places);
    std::map<std::string_view, Others> others; // by prefix
    std::vector<Problem> each;
    std::vector<std::string> rest;
    int line_of_rest = 0;
    for (const Observation* row : unmatched) {
        std::optional<AreaKind> kind = geo::kind_of_code(row->label);
        const bool by_name = !kind && boards;
        kind = by_name ? geo::kind_of_name(row->label) : kind;
        if (kind && !geo::has_kind(places, *kind)) {
            others.try_emplace(kind->prefix, Others{*kind, by_name, row->line})
                .first->second.labels.push_back(row->label);
        } else if (each.size() == most_alone) {
            line_of_rest = rest.empty() ? row->line : line_of_rest;
            rest.push_back(row->label);
        } else if (const auto named = places.all_named(row->label); !named.empty()) {
            each.push_back(name_of_several(observations, *row, places, named, item));
        } else {
            each.push_back({{observations.file, row->line},
                            fmt::format("{} matches no {}", in_quotes(row->label), item.one),
                            nearest_place(places, row->label, facts)});
        }
    }
    for (const auto& [prefix, one] : others) {
        problems.push_back(problem_of(spec, observations, one, item));
    }
    if (!rest.empty()) {
        each.push_back({{observations.file, line_of_rest},
                        fmt::format("{} {} no {} either", first_few_in_quotes(rest),
                                    rest.size() == 1 ? "matches" : "match", item.one),
                        "correct the rows above, and look here again"});
    }
    append(problems, each);
}

} // namespace cairn::facts
