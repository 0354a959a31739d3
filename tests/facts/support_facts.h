#pragma once

#include "render/facts/gather/gather.h"
#include "tests/support_language.h"

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace cairn::test {

/// Labels and values of a table; nothing where a value is missing.
using Rows = std::vector<std::pair<std::string, std::optional<double>>>;

constexpr std::nullopt_t none = std::nullopt;

/// What a table is about: its title, and the headings of its two columns.
struct About {
    std::string title = "Story origins by sector";
    std::string label_heading = "Sector";
    std::string value_heading = "Stories";
    int decimals = 0;
    bool in_gaelic = false; ///< with nouns in Gaelic; a value heading of "Stories" is counted
};

inline const input::Catalogue& catalogue_of(const About& about) {
    return about.in_gaelic ? gaelic() : english();
}

inline input::Observations observations(Rows rows, const About& about = {}) {
    input::Observations result{
        "d.csv", about.label_heading, about.value_heading, {}, about.decimals};
    for (auto& [label, value] : rows) {
        const int line = static_cast<int>(result.rows.size()) + 2;
        result.rows.push_back({std::move(label), value, line});
    }
    return result;
}

inline input::FigureSpec spec_of(bool are_places, const About& about) {
    input::FigureSpec spec;
    spec.data.are_places = are_places;
    spec.title = about.title;
    spec.sort = input::Sort::file;
    if (about.in_gaelic) {
        spec.language = "gd";
        spec.item =
            are_places ? std::nullopt : std::optional(Noun{"roinn", "roinn", "roinn", "roinnean"});
        if (about.value_heading == "Stories") {
            spec.unit = {"sgeulachd", "sgeulachd", "sgeulachd", "sgeulachdan"};
        }
    }
    return spec;
}

/// The facts of a bar chart, in the order of the rows.
inline facts::Facts bars(Rows rows, const About& about = {}) {
    return facts::gather_bars(spec_of(false, about), observations(std::move(rows), about),
                              catalogue_of(about));
}

/// The facts of a map of these regions.
inline facts::Facts map(Rows rows, const std::vector<std::string>& regions, input::Absent absent,
                        const About& about = {}) {
    std::vector<geo::Place> places;
    for (const std::string& region : regions) {
        places.push_back({"S12 code of " + region, {}, "", region, "", {}});
    }
    input::FigureSpec spec = spec_of(true, about);
    spec.absent = absent;
    return facts::gather_map(spec, observations(std::move(rows), about), geo::Gazetteer(places), "",
                             catalogue_of(about));
}

} // namespace cairn::test
