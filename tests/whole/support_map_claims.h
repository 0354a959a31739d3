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
    Areas said = truth.drawn(*most);
    std::ranges::stable_sort(said, {}, sign);
    const std::string count = tongue.number(ends.size());
    const std::string number = tongue.number(said.size());
    const std::string others = tongue.number(said.size() - 1);
    const std::string names = in_full ? tongue.names(said)
                              : tongue.gaelic
                                  ? fmt::format("{} agus {} eile", tongue.name(said[0]), others)
                                  : fmt::format("{} and {} others", tongue.name(said[0]), others);
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

/// What is told of where high and low values lie, and of both sides of a midpoint.
inline std::string ends_told(const Truth& truth, bool in_full) {
    std::string text = truth.sample.id.ends_with("diverging") ? sides_told(truth) : "";
    const std::string high = alike_told(truth, true, in_full);
    const std::string low = in_full ? alike_told(truth, false, true) : "";
    for (const std::string& sentence : {high, low}) {
        text += (text.empty() || sentence.empty() ? "" : " ") + sentence;
    }
    return text;
}

/// "Glasgow City, 3,559; Dundee City, 2,472; …"
inline std::string measures_told(const Truth& truth) {
    std::string text;
    for (const Areas& level : truth.levels(truth.rows)) {
        const std::string_view each = level.size() == 1     ? ""
                                      : truth.tongue.gaelic ? " an urra"
                                                            : " each";
        text += fmt::format("{}{}, {}{}", text.empty() ? "" : "; ", truth.tongue.names(level),
                            decimal(truth.values[level[0]], truth.decimals), each);
    }
    return text + ".";
}

/// "in 32 council areas, from 9 (Highland) to 3,559 (Glasgow City)."; in Gaelic without what goes
/// before the places, which a heading in English has none of.
inline std::string range_told(const Truth& truth) {
    const auto levels = truth.levels(truth.rows);
    const auto end = [&](const Areas& level) {
        return fmt::format("{} ({})", decimal(truth.values[level[0]], truth.decimals),
                           truth.tongue.names(level));
    };
    return fmt::format(fmt::runtime(truth.tongue.gaelic ? "32 sgìre comhairle, bho {} gu {}."
                                                        : "in 32 council areas, from {} to {}."),
                       end(levels.back()), end(levels.front()));
}

inline Wrong wrong_of_measure(const Truth& truth, const FigureWords& said) {
    Wrong wrong;
    const auto& units = truth.sample.units;
    const std::string range = range_told(truth);
    const std::string alt = bare(said.alt, units);
    const std::string opening = bare(said.lines.at(0), units);
    const std::size_t in_alt = alt.find(range);
    const std::string few = ends_told(truth, false);
    demand(wrong,
           in_alt != std::string::npos &&
               alt.substr(in_alt) == range + (few.empty() ? "" : " ") + few,
           said.alt);
    demand(wrong, opening.find(range) != std::string::npos, opening);
    const std::string order = truth.tongue.gaelic ? "Bhon luach as àirde gus an luach as ìsle: "
                                                  : "From highest to lowest: ";
    demand(wrong, bare(said.lines.at(1), units) == order + measures_told(truth), said.lines[1]);
    const std::string many = ends_told(truth, true);
    demand(wrong, many.empty() || said.lines.at(2) == many, said.lines.at(2));
    for (const std::string& line : said.lines) {
        const bool claims = line.find("taobh ri taobh") != std::string::npos ||
                            line.find("lie together") != std::string::npos;
        demand(wrong, !claims || line == many, line);
    }
    demand(wrong, list_holds(truth, bare(said.list, units)), said.list);
    demand(wrong, !said.has_headline || measured_headline_holds(truth, bare(said.title, units)),
           said.title);
    return wrong;
}

/// A rate per 100,000 people in hundredths.
inline long rate_of(long count, long people) {
    return (2 * count * 10'000'000 + people) / (2 * people);
}

inline long rate_in(const Truth& truth, std::size_t area) {
    return rate_of(truth.values[area], councils().people[area]);
}

/// "Fife, 1.35 (5 stories)", with another sign between name and rate.
inline std::string rate_told(const Truth& truth, std::size_t area, std::string_view sign) {
    return fmt::format("{}{} {} ({})", truth.tongue.name(area), sign,
                       decimal(rate_in(truth, area), 2), truth.tongue.stories(truth.values[area]));
}

/// The areas with some, the highest rate first.
inline Areas by_rate(const Truth& truth) {
    Areas some = truth.drawn(truth.where([](long value) { return value > 0; }));
    std::ranges::stable_sort(some, std::greater(),
                             [&](std::size_t area) { return rate_in(truth, area); });
    return some;
}

/// "42 stories in 17 of 32 council areas, 0.77 per 100,000 people overall."
inline std::string overall_told(const Truth& truth) {
    const auto& people = councils().people;
    const long rate = rate_of(truth.total(), std::accumulate(people.begin(), people.end(), 0L));
    return fmt::format(fmt::runtime(truth.tongue.gaelic
                                        ? "{}, {} do gach 100,000 duine uile gu lèir."
                                        : "{}, {} per 100,000 people overall."),
                       scopes(truth).first, decimal(rate, 2));
}

/// "Shetland Islands has the highest rate, 4.34 (1 story)."
inline std::string highest_rate_told(const Truth& truth) {
    const std::size_t first = by_rate(truth).front();
    return truth.tongue.gaelic ? rate_told(truth, first, ":") + ", an reat as àirde."
                               : rate_told(truth, first, " has the highest rate,") + ".";
}

inline Wrong wrong_of_rates(const Truth& truth, const FigureWords& said) {
    const bool gd = truth.tongue.gaelic;
    std::string in_text = gd ? "Sgeulachdan do gach 100,000 duine, bhon reat as àirde gus an reat "
                               "as ìsle: "
                             : "Stories per 100,000 people, from highest to lowest: ";
    std::string in_list;
    const Areas some = by_rate(truth);
    for (const std::size_t area : some) {
        in_text += rate_told(truth, area, ",") + (area == some.back() ? ". " : "; ");
        in_list += (in_list.empty() ? "" : ", ") + rate_told(truth, area, "");
    }
    const std::size_t most =
        *std::ranges::max_element(some, {}, [&](std::size_t area) { return truth.values[area]; });
    const std::string counted =
        fmt::format(fmt::runtime(gd ? "{}: an àireamh as motha (sgeulachdan: {}; reat: {})."
                                    : "{} has the most stories, {}, at a rate of {}."),
                    truth.tongue.name(most), truth.values[most], decimal(rate_in(truth, most), 2));
    const std::string overall = overall_told(truth);
    const std::string highest = highest_rate_told(truth);
    const Areas none = truth.where([](long value) { return value == 0; });
    Wrong wrong;
    demand(wrong, said.lines.at(0).find(": " + overall + " ") != std::string::npos, said.lines[0]);
    demand(wrong, said.lines.at(1) == in_text + none_told(truth, none), said.lines[1]);
    demand(wrong, said.lines.at(2) == highest + " " + counted, said.lines[2]);
    demand(wrong, said.list == subject_of(said.list) + in_list, said.list);
    demand(wrong, truth.values[most] < 20, "not every rate rests on few");
    const std::string few = gd ? " Nas lugha na 20 sgeulachd air cùl gach reat."
                               : " Every rate rests on fewer than 20 stories.";
    const std::string alt = subject_of(said.alt) + overall + " " + highest;
    demand(wrong,
           said.alt == alt + few ||
               said.alt == alt + fmt::format(" No stories in the other {}.", none.size()) + few,
           said.alt);
    return wrong;
}

/// "2021: 4 stories in 3 of 32 council areas. Glasgow City accounts for 2 of the 4 stories, half."
/// From four areas on with how far they reach; with the cluster where there is one.
inline bool panel_is_told(const Truth& truth, const std::string& year, const std::string& line) {
    const bool gd = truth.tongue.gaelic;
    const Areas some = truth.where([](long value) { return value > 0; });
    const auto levels = truth.levels(some);
    const std::size_t first = levels[0][0];
    const long most = truth.values[first];
    const long total = truth.total();
    const auto [scope, reach] = scopes(truth);
    const std::string begin =
        year + ": " + (some.size() < 4 ? scope : reach) + ". " +
        fmt::format(
            fmt::runtime(gd ? "{}: {} a-mach à {}, §." : "{} accounts for {} of the {}, §."),
            truth.tongue.name(first), most, truth.tongue.stories(total));
    const auto is_cluster = [&](const Cluster& cluster) {
        const long highest = truth.values[cluster.members.front()];
        return cluster.members.size() > 1 && 3 * cluster.sum >= total &&
               4 * highest <= 3 * cluster.sum;
    };
    std::vector<Cluster> clusters = clusters_of(truth);
    std::erase_if(clusters, std::not_fn(is_cluster));
    return levels[0].size() == 1 &&
           (clusters.empty() ? says(line, begin, {{most, total}})
                             : std::ranges::any_of(clusters, [&](const Cluster& cluster) {
                                   return says(line, begin + " " + cluster_told(truth, cluster),
                                               {{most, total}, {cluster.sum, total}});
                               }));
}

/// The numbers of one year alone; its rows are in the order of the whole table, those with most in
/// all years first.
inline Truth year_of(const Truth& truth, const std::string& year) {
    std::map<std::size_t, long> sum_of;
    Areas order;
    Truth one = truth;
    one.values.assign(truth.values.size(), 0);
    Areas with_row;
    for (std::size_t i = 0; i < truth.rows.size(); ++i) {
        const std::size_t area = truth.rows[i];
        const long value = std::stol(truth.groups[i]);
        if (!sum_of.contains(area)) {
            order.push_back(area);
        }
        sum_of[area] += value;
        if (truth.panels[i] == year) {
            one.values[area] = value;
            with_row.push_back(area);
        }
    }
    std::ranges::stable_sort(order, std::greater(), [&](auto area) { return sum_of[area]; });
    std::erase_if(order, [&](auto area) { return std::ranges::count(with_row, area) == 0; });
    one.rows = order;
    return one;
}

/// "6 stories, in Glasgow City in 2024", which no other area has in any year.
inline std::string peak_told(const std::vector<std::pair<std::string, Truth>>& years) {
    long most = 0;
    std::vector<std::string> where;
    const Tongue& tongue = years.front().second.tongue;
    for (const auto& [year, one] : years) {
        for (const std::size_t area : one.rows) {
            if (one.values[area] >= most) {
                where = one.values[area] > most ? std::vector<std::string>() : where;
                most = one.values[area];
                where.push_back(tongue.name(area) + (tongue.gaelic ? ", " : " in ") + year);
            }
        }
    }
    BOOST_TEST_REQUIRE(where.size() == 1U, "teach this test to tell ties");
    return fmt::format(
        fmt::runtime(tongue.gaelic ? "An àireamh as motha: {}, {}." : "The most is {}, in {}."),
        tongue.stories(most), where.front());
}

inline Wrong wrong_of_panels(const Truth& truth, const FigureWords& said) {
    const bool gd = truth.tongue.gaelic;
    Wrong wrong;
    std::vector<std::pair<std::string, Truth>> years;
    std::vector<std::string> totals;
    std::string list;
    for (const std::string& year : std::set(truth.panels.begin(), truth.panels.end())) {
        years.emplace_back(year, year_of(truth, year));
        const Truth& one = years.back().second;
        totals.push_back(
            fmt::format(fmt::runtime(gd ? "{1}: {0}" : "{} in {}"), one.total(), year));
        const std::string& line = said.lines.at(years.size());
        demand(wrong, panel_is_told(one, year, line), line);
        list += (list.empty() ? "" : "; ") + year + ": ";
        for (const std::size_t area : one.rows) {
            list += fmt::format("{}{} {}", area == one.rows.front() ? "" : ", ",
                                truth.tongue.name(area), one.values[area]);
        }
    }
    const long rise = years.back().second.total() - years.front().second.total();
    BOOST_TEST_REQUIRE(rise > 0, "teach this test how a fall is told");
    const std::string change =
        fmt::format(fmt::runtime(gd ? "Uile gu lèir, {} an coimeas ri {}: {} a bharrachd."
                                    : "In all, {2} more in {0} than in {1}."),
                    years.back().first, years.front().first, rise);
    const std::string all = fmt::format(fmt::runtime(gd ? "Sgeulachdan: {}." : "Stories: {}."),
                                        truth.tongue.join(totals));
    const std::string peak = peak_told(years);
    demand(wrong, said.list == subject_of(said.list) + list, said.list);
    demand(wrong, said.alt.ends_with(" " + all + " " + peak + " " + change), said.alt);
    const std::string& compared = said.lines.at(years.size() + 1);
    demand(wrong, compared == change + " " + peak, compared);
    Areas none = years.front().second.where([](long value) { return value == 0; });
    for (const auto& year : years) {
        std::erase_if(none, [&](std::size_t area) { return year.second.values[area] > 0; });
    }
    const std::string& nowhere = said.lines.at(years.size() + 2);
    demand(wrong, nowhere == none_told(truth, none, true), nowhere);
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
inline Wrong wrong_of_groups(const Truth& truth, const FigureWords& said) {
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
    demand(wrong, said.alt.find(": " + sizes + " ") != std::string::npos, said.alt);
    demand(wrong, said.lines.at(0).ends_with(": " + sizes), said.lines.at(0));
    std::size_t at = said.alt.find(sizes) + sizes.size();
    for (const std::string& group : groups) {
        const auto count = static_cast<long>(members[group].size());
        const std::string size = fmt::format("({} {})", count, tongue.areas(count));
        all += fmt::format("{}{} {}: {}", all.empty() ? "" : "; ", group, size,
                           tongue.names(members[group]));
        const std::size_t open = said.alt.find(" (", at);
        demand(wrong,
               open != std::string::npos && is_short_for(said.alt.substr(at, open - at), group) &&
                   said.alt.substr(open + 1, size.size()) == size,
               said.alt);
        at = open == std::string::npos ? at : open + 1 + size.size();
    }
    demand(wrong, said.list == subject_of(said.list) + all, said.list);
    return wrong;
}

/// The words of a map of workshops as those of one of stories, which is what all others are of.
inline FigureWords of_stories(FigureWords said) {
    static const std::vector<std::pair<std::string, std::string>> nouns{
        {"workshops", "stories"},
        {"workshop", "story"},
        {"bùithtean-obrach", "sgeulachdan"},
        {"bhùth-obrach", "sgeulachd"},
        {"bùth-obrach", "sgeulachd"}};
    const auto replace_in = [&](std::string& text) {
        for (const auto& [noun, other] : nouns) {
            for (std::size_t at = text.find(noun); at != std::string::npos;
                 at = text.find(noun, at + other.size())) {
                text.replace(at, noun.size(), other);
            }
        }
    };
    replace_in(said.title);
    replace_in(said.alt);
    replace_in(said.list);
    for (std::string& line : said.lines) {
        replace_in(line);
    }
    return said;
}

inline Wrong wrong_of(const FigureWords& as_said) {
    const FigureWords said = of_stories(as_said);
    const auto sample = std::ranges::find(map_samples(), said.id, &Sample::id);
    BOOST_TEST_REQUIRE((sample != map_samples().end()), said.id << " is not known to this test");
    const Truth truth = truth_of(*sample, said.gaelic);
    switch (sample->says) {
    case Says::counts:
        return wrong_of_counts(truth, said);
    case Says::measure:
        return wrong_of_measure(truth, said);
    case Says::rates:
        return wrong_of_rates(truth, said);
    case Says::panels:
        return wrong_of_panels(truth, said);
    case Says::groups:
        return wrong_of_groups(truth, said);
    }
    return {"nothing is known of it"};
}

} // namespace cairn::test
