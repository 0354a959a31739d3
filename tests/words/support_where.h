#pragma once

#include "geo/neighbours.h"
#include "geo/read_shapefile.h"
#include "tests/facts/support_facts.h"
#include "tests/geo/coverage.h"
#include "tests/support.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <string>
#include <utility>
#include <vector>

/// What is true of where values lie on a map, by another way than the program's: from the raw
/// points of the regions, with sets of names.
namespace cairn::test {

using Names = std::set<std::string>;

/// A map and its values.
struct Ground {
    geo::Regions regions{};
    std::vector<std::string> order{};                        ///< labels in the order drawn
    std::map<std::string, std::optional<long>> at{};         ///< values by label
    std::set<std::pair<std::string, std::string>> borders{}; ///< both ways round
    std::map<std::string, double> north{}, south{}, area{};
};

/// Whether borders lead from one of `names` to every other, through them alone.
inline bool lies_together(const Ground& ground, const Names& names) {
    Names found{*names.begin()};
    for (bool grows = true; grows;) {
        grows = false;
        for (const auto& [a, b] : ground.borders) {
            if (found.contains(a) && names.contains(b)) {
                grows |= found.insert(b).second;
            }
        }
    }
    return found == names;
}

/// The names in groups that lie together, by merging groups until none border on each other.
inline std::vector<Names> groups_of(const Ground& ground, const Names& names) {
    std::vector<Names> groups;
    for (const std::string& name : names) {
        Names merged{name};
        std::vector<Names> apart;
        for (Names& group : groups) {
            const bool touches = std::ranges::any_of(group, [&](const std::string& other) {
                return ground.borders.contains({name, other});
            });
            if (touches) {
                merged.merge(group);
            } else {
                apart.push_back(group);
            }
        }
        apart.push_back(std::move(merged));
        groups = std::move(apart);
    }
    return groups;
}

inline long value_of(const Ground& ground, const std::string& name) {
    return ground.at.at(name).value_or(0);
}

inline long sum_of(const Ground& ground, const Names& names) {
    long sum = 0;
    for (const std::string& name : names) {
        sum += value_of(ground, name);
    }
    return sum;
}

/// Names for which `holds`.
inline Names names_where(const Ground& ground, const auto& holds) {
    Names names;
    for (const std::string& name : ground.order) {
        if (holds(ground.at.at(name))) {
            names.insert(name);
        }
    }
    return names;
}

inline Names names_with_some(const Ground& ground) {
    return names_where(ground, [](const auto& value) { return value.value_or(0) > 0; });
}

inline Names names_with_none(const Ground& ground) {
    return names_where(ground, [](const auto& value) { return value == std::optional<long>(0); });
}

inline Names names_without_data(const Ground& ground) {
    return names_where(ground, [](const auto& value) { return !value.has_value(); });
}

/// The rule of docs/words.md, with every step looked for among all pairs.
inline Names cluster_from(const Ground& ground, const std::string& start, long total, long areas) {
    const auto place = [&](const std::string& name) {
        return std::ranges::find(ground.order, name) - ground.order.begin();
    };
    Names cluster{start};
    while (3 * static_cast<long>(cluster.size()) <= areas) {
        // Sorted: most for each area first, then fewest areas, then in the order drawn.
        std::vector<std::tuple<double, std::size_t, std::vector<long>, std::vector<std::string>>>
            steps;
        for (const auto& [inner, next] : ground.borders) {
            if (!cluster.contains(inner) || cluster.contains(next) || value_of(ground, next) <= 0) {
                continue;
            }
            steps.push_back(
                {-static_cast<double>(value_of(ground, next)), 1, {place(next)}, {next}});
            for (const auto& [near, beyond] : ground.borders) {
                if (near == next && !cluster.contains(beyond) && value_of(ground, beyond) > 0) {
                    steps.push_back(
                        {-static_cast<double>(value_of(ground, next) + value_of(ground, beyond)) /
                             2,
                         2,
                         {place(next), place(beyond)},
                         {next, beyond}});
                }
            }
        }
        if (steps.empty()) {
            break;
        }
        const auto best = *std::ranges::min_element(steps);
        if (-std::get<0>(best) * static_cast<double>(areas) <= static_cast<double>(total)) {
            break;
        }
        cluster.insert(std::get<3>(best).begin(), std::get<3>(best).end());
    }
    return cluster;
}

/// The cluster of a count; empty where there is none to tell.
inline Names expected_cluster(const Ground& ground) {
    const Names some = names_with_some(ground);
    const long areas = static_cast<long>(ground.order.size() - names_without_data(ground).size());
    const long total = sum_of(ground, some);
    std::vector<std::string> starts;
    std::ranges::copy_if(ground.order, std::back_inserter(starts),
                         [&](const std::string& name) { return some.contains(name); });
    std::ranges::stable_sort(starts, std::greater(),
                             [&](const std::string& name) { return value_of(ground, name); });
    starts.resize(std::min<std::size_t>(starts.size(), 5));
    Names best;
    long most = 0; // the sum less that of as many average areas, times all areas
    for (const std::string& start : starts) {
        const Names cluster = cluster_from(ground, start, total, areas);
        const long excess =
            sum_of(ground, cluster) * areas - total * static_cast<long>(cluster.size());
        if (excess > most) {
            most = excess;
            best = cluster;
        }
    }
    const long size = static_cast<long>(best.size());
    long highest = 0;
    for (const std::string& name : best) {
        highest = std::max(highest, value_of(ground, name));
    }
    const bool tells = size >= 2 && 3 * size <= areas && 3 * sum_of(ground, best) >= total &&
                       4 * highest <= 3 * sum_of(ground, best);
    return tells ? best : Names();
}

/// Borders and reach from the raw points.
inline void survey(Ground& ground, bool in_gaelic = false) {
    const auto name_of = [&](std::size_t i) {
        const geo::Region& region = ground.regions.regions[i];
        return in_gaelic && !region.name_gd.empty() ? region.name_gd : region.name;
    };
    for (const auto& [a, b] : test::neighbours(ground.regions)) {
        ground.borders.emplace(name_of(a), name_of(b));
        ground.borders.emplace(name_of(b), name_of(a));
    }
    for (std::size_t i = 0; i < ground.regions.regions.size(); ++i) {
        double north = -std::numeric_limits<double>::infinity();
        double south = std::numeric_limits<double>::infinity();
        double area = 0;
        for (const geo::Ring& ring : ground.regions.regions[i].geometry) {
            area += geo::signed_area(ring);
            for (const geo::Point point : ring) {
                north = std::max(north, point.y);
                south = std::min(south, point.y);
            }
        }
        ground.north[name_of(i)] = north;
        ground.south[name_of(i)] = south;
        ground.area[name_of(i)] = area;
    }
}

/// The facts of the ground; regions without a row have none of what is counted.
inline facts::Facts facts_of(Ground& ground, const Rows& rows, input::Absent absent,
                             const About& about) {
    std::vector<geo::Place> places;
    for (const geo::Region& region : ground.regions.regions) {
        places.push_back({region.code, {}, "", region.name, region.name_gd, {}});
    }
    input::FigureSpec spec = spec_of(true, about);
    spec.absent = absent;
    spec.headline = true;
    facts::Facts facts =
        facts::gather_map(spec, observations(rows, about), geo::Gazetteer(places), "",
                          catalogue_of(about), geo::whereabouts(ground.regions));
    for (const facts::Fact& fact : facts.facts) {
        ground.order.push_back(fact.label);
        ground.at[fact.label] = fact.value ? std::optional(std::lround(*fact.value)) : std::nullopt;
    }
    survey(ground, about.in_gaelic);
    return facts;
}

/// The council areas of the set for a page.
inline const geo::Regions& councils_for_pages() {
    static const geo::Regions regions =
        geo::read_shapefile(source_folder() / "boundaries" / "scotland-councils-web");
    return regions;
}

/// A grid of areas with rough borders, some of them sea, named so that no name holds another.
inline geo::Regions random_regions(std::mt19937& random) {
    // One after the other: compilers differ in the order in which they evaluate arguments.
    const auto seed = static_cast<unsigned>(random());
    const std::size_t rows = 1 + random() % 7;
    const std::size_t columns = 2 + random() % 7;
    geo::Regions all = make_coverage(columns, rows, 1000, seed);
    geo::Regions named;
    for (geo::Region& region : all.regions) {
        const std::size_t index = named.regions.size();
        std::string name = "X";
        name += static_cast<char>('a' + index / 26);
        name += static_cast<char>('a' + index % 26);
        region.code = "S12 code of " + name;
        region.name = name;
        region.name_gd.clear();
        named.regions.push_back(std::move(region));
    }
    return named;
}

/// Rows of some of the regions in a random order, with values of one of several shapes: many zeros,
/// few, many ties, a heap around one place, missing ones, and for measures negative ones.
inline Rows random_rows(std::mt19937& random, const geo::Regions& regions, bool counts) {
    std::vector<std::size_t> order(regions.regions.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::shuffle(order, random);
    const auto shape = random() % 7;
    const geo::Point heap = [&] {
        for (const std::size_t i : order) {
            if (!regions.regions[i].geometry.empty()) {
                return regions.regions[i].geometry.front().front();
            }
        }
        return geo::Point{};
    }();
    const double size = geo::bounds(regions.regions[order.front()].geometry).width() + 1;
    Rows rows;
    const std::size_t kept = random() % 2 == 0 ? order.size() : 1 + random() % order.size();
    for (const std::size_t i : order) {
        const geo::Region& region = regions.regions[i];
        const geo::Point point = region.geometry.empty() ? heap : region.geometry.front().front();
        const double far = std::hypot(point.x - heap.x, point.y - heap.y) / size;
        const long noise = static_cast<long>(random() % 3);
        std::optional<double> value;
        switch (shape) {
        case 0:
            value = random() % 4 == 0 ? static_cast<double>(random() % 9) : 0;
            break;
        case 1:
            value = static_cast<double>(1 + random() % 3);
            break;
        case 2:
            value = 7;
            break;
        case 3:
            value =
                random() % 4 == 0 ? std::optional<double>() : static_cast<double>(random() % 20);
            break;
        case 4:
            value = static_cast<double>(random() % 100) * static_cast<double>(random() % 100);
            break;
        case 5: {
            const double near = far < 1.2 ? 8 : 0;
            value = far == 0 ? 20 : near + static_cast<double>(noise % 2);
            break;
        }
        default:
            value = std::floor(30 / (1 + far)) - 3 + static_cast<double>(noise);
            value = counts ? std::max(*value, 0.0) : *value;
            break;
        }
        if (rows.size() < kept) {
            rows.emplace_back(region.name, value);
        }
    }
    return rows;
}

} // namespace cairn::test
