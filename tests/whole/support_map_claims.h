#pragma once

#include "tests/whole/support_count_claims.h"

#include <regex>

/// What must be said of the other maps of the samples.
namespace cairn::test {

/// The text without the units of a measure, and without zeros at the end of a number with a point.
inline std::string bare(std::string text, const std::vector<std::string>& units) {
    static const std::regex whole("(\\d)\\.0+(?!\\d)");
    static const std::regex part("(\\.\\d*[1-9])0+(?!\\d)");
    for (const std::string& unit : units) {
        for (std::size_t at = 0; (at = text.find(unit, at)) != std::string::npos;) {
            text.erase(at, unit.size());
        }
    }
    return std::regex_replace(std::regex_replace(text, whole, "$1"), part, "$1");
}

/// "Of the eight highest, five lie together: …", in full or by the first alone; empty where too few
/// do.
inline std::string alike_told(const Truth& truth, bool high, bool in_full) {
    const Tongue& tongue = truth.tongue;
    const auto sign = [&](std::size_t area) {
        return high ? -truth.values[area] : truth.values[area];
    };
    const auto not_beyond = [&](std::size_t area) {
        return truth.where([&](long value) { return (high ? -value : value) <= sign(area); })
            .size();
    };
    Areas ends = truth.where([](long) { return true; });
    std::erase_if(ends, [&](std::size_t area) { return 4 * not_beyond(area) > truth.rows.size(); });
    std::vector<Areas> parts = parts_of(councils(), ends);
    const auto most = std::ranges::max_element(parts, {}, &Areas::size);
    if (most == parts.end() || most->size() < 3 || 2 * most->size() <= ends.size()) {
        return "";
    }
    Areas told = truth.drawn(*most);
    std::ranges::stable_sort(told, {}, sign);
    const std::string count = tongue.number(ends.size());
    const std::string number = tongue.number(told.size());
    const std::string others = tongue.number(told.size() - 1);
    const std::string names = in_full ? tongue.names(told)
                              : tongue.gaelic
                                  ? fmt::format("{} agus {} eile", tongue.name(told[0]), others)
                                  : fmt::format("{} and {} others", tongue.name(told[0]), others);
    return tongue.gaelic ? fmt::format("Dhen {} as {}, {} taobh ri taobh: {}.", count,
                                       high ? "àirde" : "ìsle", number, names)
                         : fmt::format("Of the {} {}, {} lie together: {}.", count,
                                       high ? "highest" : "lowest", number, names);
}

/// "Below 0: 21 council areas; above 0: 11 council areas."
inline std::string sides_told(const Truth& truth) {
    const auto below = truth.where([](long value) { return value < 0; }).size();
    const auto above = truth.where([](long value) { return value > 0; }).size();
    return truth.tongue.gaelic
               ? fmt::format("Fo 0: {} sgìre comhairle; os cionn 0: {} sgìre comhairle.", below,
                             above)
               : fmt::format("Below 0: {} council areas; above 0: {} council areas.", below, above);
}

/// "Glasgow City is highest, at 3,559": by a quarter of the whole range above the next.
inline bool measured_headline_holds(const Truth& truth, const std::string& title) {
    const auto levels = truth.levels(truth.rows);
    const std::string value = decimal(truth.values[levels[0][0]], truth.decimals);
    const long highest = truth.values[levels[0][0]];
    const long gap = highest - truth.values[levels[1][0]];
    return levels[0].size() == 1 && 4 * gap >= highest - truth.values[levels.back()[0]] &&
           title == fmt::format(fmt::runtime(truth.tongue.gaelic ? "As àirde: {}, {}"
                                                                 : "{} is highest, at {}"),
                                truth.tongue.name(levels[0][0]), value);
}

inline Wrong wrong_of_measure(const Truth& truth, const Told& told) {
    const Tongue& tongue = truth.tongue;
    const bool gd = tongue.gaelic;
    Wrong wrong;
    std::string values;
    const auto levels = truth.levels(truth.rows);
    for (const Areas& level : levels) {
        const std::string_view each = level.size() == 1 ? "" : gd ? " an urra" : " each";
        values += fmt::format("{}{}, {}{}", values.empty() ? "" : "; ", tongue.names(level),
                              decimal(truth.values[level[0]], truth.decimals), each);
    }
    const auto end = [&](const Areas& level) {
        return fmt::format("{} ({})", decimal(truth.values[level[0]], truth.decimals),
                           tongue.names(level));
    };
    const std::string range =
        fmt::format(fmt::runtime(gd ? "ann an 32 sgìre comhairle, bho {} gu {}."
                                    : "in 32 council areas, from {} to {}."),
                    end(levels.back()), end(levels.front()));
    const bool parts = truth.sample.id.ends_with("diverging");
    const auto told_of_ends = [&](bool in_full) {
        const std::string high = alike_told(truth, true, in_full);
        const std::string low = in_full ? alike_told(truth, false, true) : "";
        std::string text = parts ? sides_told(truth) : "";
        for (const std::string& sentence : {high, low}) {
            text += (text.empty() || sentence.empty() ? "" : " ") + sentence;
        }
        return text;
    };
    const auto& units = truth.sample.units;
    const std::string alt = bare(told.alt, units);
    const std::string opening = bare(told.lines.at(0), units);
    const std::size_t in_alt = alt.find(range);
    const std::string few = told_of_ends(false);
    demand(wrong,
           in_alt != std::string::npos &&
               alt.substr(in_alt) == range + (few.empty() ? "" : " ") + few,
           told.alt);
    demand(wrong, opening.find(range) != std::string::npos, opening);
    demand(wrong,
           bare(told.lines.at(1), units) ==
               (gd ? "Bhon luach as àirde gus an luach as ìsle: " : "From highest to lowest: ") +
                   values + ".",
           told.lines[1]);
    const std::string many = told_of_ends(true);
    demand(wrong, many.empty() || told.lines.at(2) == many, told.lines.at(2));
    for (const std::string& line : told.lines) {
        const bool claims = line.find("taobh ri taobh") != std::string::npos ||
                            line.find("lie together") != std::string::npos;
        demand(wrong, !claims || line == many, line);
    }
    demand(wrong, list_holds(truth, bare(told.list, units)), told.list);
    demand(wrong, !told.has_headline || measured_headline_holds(truth, bare(told.title, units)),
           told.title);
    return wrong;
}

/// A rate per 100,000 people in hundredths.
inline long rate_of(long count, long people) {
    return (2 * count * 10'000'000 + people) / (2 * people);
}

inline Wrong wrong_of_rates(const Truth& truth, const Told& told) {
    const Tongue& tongue = truth.tongue;
    const bool gd = tongue.gaelic;
    const auto rate = [&](std::size_t area) {
        return rate_of(truth.values[area], councils().people[area]);
    };
    const auto with_count = [&](std::size_t area, std::string_view sign) {
        return fmt::format("{}{} {} ({})", tongue.name(area), sign, decimal(rate(area), 2),
                           tongue.stories(truth.values[area]));
    };
    Areas some = truth.drawn(truth.where([](long value) { return value > 0; }));
    std::ranges::stable_sort(some, std::greater(), rate);
    const std::size_t most =
        *std::ranges::max_element(some, {}, [&](std::size_t area) { return truth.values[area]; });
    std::string in_text;
    std::string in_list;
    for (const std::size_t area : some) {
        in_text += (in_text.empty() ? "" : "; ") + with_count(area, ",");
        in_list += (in_list.empty() ? "" : ", ") + with_count(area, "");
    }
    const auto& people = councils().people;
    const std::string overall = fmt::format(
        fmt::runtime(gd ? "{}, {} do gach 100,000 duine uile gu lèir."
                        : "{}, {} per 100,000 people overall."),
        scopes(truth).first,
        decimal(rate_of(truth.total(), std::accumulate(people.begin(), people.end(), 0L)), 2));
    const std::string first = with_count(some[0], gd ? ":" : " has the highest rate,");
    const std::string highest = first + (gd ? ", an reat as àirde." : ".");
    const std::string order = gd ? "Sgeulachdan do gach 100,000 duine, bhon reat as àirde gus an "
                                   "reat as ìsle: "
                                 : "Stories per 100,000 people, from highest to lowest: ";
    const std::string counted =
        fmt::format(fmt::runtime(gd ? "{}: an àireamh as motha (sgeulachdan: {}; reat: {})."
                                    : "{} has the most stories, {}, at a rate of {}."),
                    tongue.name(most), truth.values[most], decimal(rate(most), 2));
    Wrong wrong;
    demand(wrong, told.lines.at(0).find(": " + overall + " ") != std::string::npos, told.lines[0]);
    demand(wrong, told.lines.at(1) == order + in_text + ". " + none_told(truth), told.lines[1]);
    demand(wrong, told.lines.at(2) == highest + " " + counted, told.lines[2]);
    demand(wrong, told.list == subject_of(told.list) + in_list, told.list);
    const std::size_t none = truth.where([](long value) { return value == 0; }).size();
    const std::string few = gd ? " Nas lugha na 20 sgeulachd air cùl gach reat."
                               : " Every rate rests on fewer than 20 stories.";
    demand(wrong, truth.values[most] < 20, "not every rate rests on few");
    const std::string subject = subject_of(told.alt) + overall + " " + highest;
    demand(wrong,
           told.alt == subject + few ||
               told.alt == subject + fmt::format(" No stories in the other {}.", none) + few,
           told.alt);
    return wrong;
}

/// "2021: 4 stories in 3 of 32 council areas. Glasgow City accounts for 2 of the 4 stories, half."
inline bool panel_is_told(const Truth& truth, const std::string& year, const std::string& line) {
    const bool gd = truth.tongue.gaelic;
    const auto levels = truth.levels(truth.where([](long value) { return value > 0; }));
    const std::size_t first = levels[0][0];
    const std::string leader = fmt::format(
        fmt::runtime(gd ? "{}: {} a-mach à {}, §." : "{} accounts for {} of the {}, §."),
        truth.tongue.name(first), truth.values[first], truth.tongue.stories(truth.total()));
    return levels[0].size() == 1 && says(line, year + ": " + scopes(truth).first + ". " + leader,
                                         {{truth.values[first], truth.total()}});
}

inline Wrong wrong_of_panels(const Truth& truth, const Told& told) {
    const Tongue& tongue = truth.tongue;
    const bool gd = tongue.gaelic;
    Wrong wrong;
    std::vector<std::string> years = truth.panels;
    years.erase(std::unique(years.begin(), years.end()), years.end());
    std::vector<std::string> totals;
    std::string list;
    // Areas in the order of the table, those with most in all maps first.
    Areas order;
    std::map<std::size_t, long> sum_of;
    for (std::size_t i = 0; i < truth.rows.size(); ++i) {
        if (!sum_of.contains(truth.rows[i])) {
            order.push_back(truth.rows[i]);
        }
        sum_of[truth.rows[i]] += std::stol(truth.groups[i]);
    }
    std::ranges::stable_sort(order, std::greater(), [&](auto area) { return sum_of[area]; });
    std::vector<long> sums;
    std::vector<std::string> highest;
    long most = 0;
    for (const std::string& year : years) {
        Truth one = truth;
        one.values.assign(truth.values.size(), 0);
        std::map<std::size_t, std::string> cells;
        for (std::size_t i = 0; i < truth.rows.size(); ++i) {
            if (truth.panels[i] == year) {
                cells[truth.rows[i]] = truth.groups[i];
                one.values[truth.rows[i]] = std::stol(truth.groups[i]);
            }
        }
        for (const auto& [area, cell] : cells) {
            if (one.values[area] >= most) {
                highest = one.values[area] > most ? std::vector<std::string>() : highest;
                most = one.values[area];
                highest.push_back(tongue.name(area) + (gd ? ", " : " in ") + year);
            }
        }
        sums.push_back(one.total());
        totals.push_back(gd ? fmt::format("{}: {}", year, one.total())
                            : fmt::format("{} in {}", one.total(), year));
        demand(wrong, panel_is_told(one, year, told.lines.at(sums.size())),
               told.lines[sums.size()]);
        std::string items;
        for (const std::size_t area : order) {
            items += cells.contains(area)
                         ? (items.empty() ? "" : ", ") + tongue.name(area) + " " + cells[area]
                         : "";
        }
        list += (list.empty() ? "" : "; ") + year + ": " + items;
    }
    const std::string all =
        fmt::format(fmt::runtime(gd ? "Sgeulachdan: {}." : "Stories: {}."), tongue.join(totals));
    const std::string change =
        fmt::format(fmt::runtime(gd ? "Uile gu lèir, {} an coimeas ri {}: {} a bharrachd."
                                    : "In all, {2} more in {0} than in {1}."),
                    years.back(), years.front(), sums.back() - sums.front());
    demand(wrong, highest.size() == 1 && sums.back() > sums.front(),
           "teach this test to tell ties");
    const std::string peak =
        fmt::format(fmt::runtime(gd ? "An àireamh as motha: {}, {}." : "The most is {}, in {}."),
                    tongue.stories(most), highest.front());
    demand(wrong, told.list == subject_of(told.list) + list, told.list);
    demand(wrong, told.alt.ends_with(" " + all + " " + peak + " " + change), told.alt);
    demand(wrong, told.lines.at(years.size() + 1) == change + " " + peak,
           told.lines[years.size() + 1]);
    return wrong;
}

/// Whether a text of a list, behind what parts it from the one before, is a name or its beginning.
inline bool is_short_for(std::string text, const std::string& name) {
    for (const std::string_view part : {", ", " ", "and ", "agus "}) {
        text.erase(0, text.starts_with(part) ? part.size() : 0);
    }
    const std::string dots = "…";
    return text == name ||
           (text.ends_with(dots) && name.starts_with(text.substr(0, text.size() - dots.size())));
}

/// "Northern Alliance (8 areas): Aberdeen City, …; Tayside (3 areas): …"
inline Wrong wrong_of_groups(const Truth& truth, const Told& told) {
    const Tongue& tongue = truth.tongue;
    std::vector<std::string> groups;
    std::map<std::string, Areas> members;
    for (std::size_t i = 0; i < truth.rows.size(); ++i) {
        if (!members.contains(truth.groups[i])) {
            groups.push_back(truth.groups[i]);
        }
        members[truth.groups[i]].push_back(truth.rows[i]);
    }
    Wrong wrong;
    std::string all;
    std::string sizes =
        fmt::format(fmt::runtime(tongue.gaelic ? "32 sgìre comhairle ann an {} buidhnean."
                                               : "32 council areas in {} groups."),
                    tongue.number(groups.size()));
    demand(wrong, told.alt.find(": " + sizes + " ") != std::string::npos, told.alt);
    demand(wrong, told.lines.at(0).ends_with(": " + sizes), told.lines.at(0));
    std::size_t at = told.alt.find(sizes) + sizes.size();
    for (const std::string& group : groups) {
        const auto count = static_cast<long>(members[group].size());
        const std::string size = fmt::format("({} {})", count, tongue.areas(count));
        all += fmt::format("{}{} {}: {}", all.empty() ? "" : "; ", group, size,
                           tongue.names(members[group]));
        const std::size_t open = told.alt.find(" (", at);
        demand(wrong,
               open != std::string::npos && is_short_for(told.alt.substr(at, open - at), group) &&
                   told.alt.substr(open + 1, size.size()) == size,
               told.alt);
        at = open == std::string::npos ? at : open + 1 + size.size();
    }
    demand(wrong, told.list == subject_of(told.list) + all, told.list);
    return wrong;
}

inline Wrong wrong_of(const Told& told) {
    const auto sample = std::ranges::find(map_samples(), told.id, &Sample::id);
    BOOST_TEST_REQUIRE((sample != map_samples().end()), told.id << " is not known to this test");
    const Truth truth = truth_of(*sample, told.gaelic);
    switch (sample->says) {
    case Says::counts:
        return wrong_of_counts(truth, told);
    case Says::measure:
        return wrong_of_measure(truth, told);
    case Says::rates:
        return wrong_of_rates(truth, told);
    case Says::panels:
        return wrong_of_panels(truth, told);
    case Says::groups:
        return wrong_of_groups(truth, told);
    }
    return {"nothing is known of it"};
}

} // namespace cairn::test
