#pragma once

#include "tests/support_pdf_page.h"
#include "tests/whole/support_tongue.h"

#include <cstdlib>
#include <numeric>

/// The maps of the samples: what their tables hold, and what the program says of them.
namespace cairn::test {

namespace fs = std::filesystem;

/// What the numbers of a map are.
enum class Says { counts, measure, rates, panels, groups };

struct Sample {
    std::string id;
    fs::path table;
    std::string value, value_gd; ///< columns; none where the rows of an area are counted
    Says says = Says::counts;
    bool in_file_order = false;
    std::vector<std::string> units{}; ///< of a measure, as they stand behind numbers
};

/// Every map of the samples.
inline const std::vector<Sample>& map_samples() {
    using enum Says;
    const std::vector<std::string> km2{" people per km²", " daoine gach km²", " neach gach km²"};
    const std::vector<std::string> points{" percentage points", " percentage point", " sa cheud"};
    static const std::vector<Sample> all{
        {"categorical/collaboratives", "collaboratives.csv", "Collaborative", "Co-obrachadh",
         groups, true},
        {"dots/place-dots", "place.csv", "Stories", "", counts, true},
        {"findings/place-finding", "place.csv", "Stories", "", counts},
        {"findings/density-finding", "density.csv", "People per square kilometre", "", measure,
         false, km2},
        {"palettes-and-classes/diverging", "difference.csv", "Difference", "", measure, false,
         points},
        {"palettes-and-classes/continuous",
         "population.csv",
         "Share of the population",
         "",
         measure,
         false,
         {"%"}},
        {"palettes-and-classes/patterns", "stories.csv", "Stories", "", counts},
        {"proportional-symbols/place-symbols", "place.csv", "Stories", "", counts, true},
        {"shetland-frame/framed-areas", "place.csv", "Stories", "", counts, true},
        {"shetland-frame/framed-circles", "place.csv", "Stories", "", counts, true},
        {"shetland-frame/framed-dots", "place.csv", "Stories", "", counts, true},
        {"small-multiples/stories-by-year", "stories.csv", "Stories", "", panels},
        {"stories-project/place-8", "place.csv", "Stories", "", counts, true},
        {"story-rates/place-rate", "place.csv", "Stories", "", rates},
        {"tile-map/place-hexagons", "place.csv", "Stories", "", counts, true},
        {"tile-map/place-squares", "place.csv", "Stories", "", counts, true},
        {"workshop-places/workshops", "workshops.csv", "", "", counts, true},
    };
    return all;
}

/// The words of a figure in one language.
struct FigureWords {
    std::string id; ///< with its folder
    bool gaelic = false;
    std::string title, alt, list;
    std::vector<std::string> lines; ///< of the long text
    bool has_headline = false;
};

/// The words of all maps, written once for all tests.
inline const std::vector<FigureWords>& words_by_program() {
    static const std::vector<FigureWords> all = [] {
        std::vector<FigureWords> found;
        for (const auto& entry : fs::directory_iterator(source_folder() / "samples")) {
            if (!fs::exists(entry.path() / "figures.yaml")) {
                continue;
            }
            const TemporaryFolder out;
            const std::string command =
                fmt::format("'{}' render '{}' --out '{}' --lang en,gd --format svg >/dev/null 2>&1",
                            (build_folder() / "cairn").string(),
                            (entry.path() / "figures.yaml").string(), out.path().string());
            BOOST_TEST_REQUIRE(std::system(command.c_str()) == 0);
            for (const bool gaelic : {false, true}) {
                const Json manifest = Json::parse(
                    read_bytes(out.path() / (gaelic ? "gd/figures.json" : "figures.json")));
                for (const Json& figure : manifest.at("figures")) {
                    if (figure.at("kind") != "bar") {
                        const std::string id = figure.at("id");
                        const std::string list = figure.at("alt_list");
                        const std::string title = figure.at("title");
                        found.push_back({entry.path().filename().string() + "/" + id, gaelic, title,
                                         figure.at("alt"), list, lines_of(figure.at("description")),
                                         !list.starts_with(title)});
                    }
                }
            }
        }
        return found;
    }();
    return all;
}

inline const Councils& councils() {
    static const Councils all = read_councils("scotland-councils");
    return all;
}

/// A table read for one figure, in one language.
struct Truth {
    const Sample& sample;
    Tongue tongue;
    int decimals = 0;
    Areas rows;               ///< areas in the order drawn
    std::vector<long> values; ///< by area, in the smallest decimals; zero without a row
    std::vector<std::string> groups{}, panels{}; ///< cells of a row

    [[nodiscard]] long total() const { return std::accumulate(values.begin(), values.end(), 0L); }
    [[nodiscard]] Areas where(const auto& holds) const {
        Areas areas;
        for (std::size_t area = 0; area < values.size(); ++area) {
            if (holds(values[area])) {
                areas.push_back(area);
            }
        }
        return areas;
    }
    /// The areas in the order drawn: those with a row, then the others by name.
    [[nodiscard]] Areas drawn(Areas areas) const {
        areas = tongue.by_name(std::move(areas));
        std::ranges::stable_sort(areas, {},
                                 [&](std::size_t area) { return std::ranges::find(rows, area); });
        return areas;
    }
    /// Areas of one value each, the highest first.
    [[nodiscard]] std::vector<Areas> levels(const Areas& areas) const {
        std::map<long, Areas, std::greater<>> by_value;
        for (const std::size_t area : drawn(areas)) {
            by_value[values[area]].push_back(area);
        }
        std::vector<Areas> all;
        for (auto& [value, level] : by_value) {
            all.push_back(std::move(level));
        }
        return all;
    }
};

inline std::size_t area_named(const std::string& name) {
    const auto found = std::ranges::find(councils().names, name);
    BOOST_TEST_REQUIRE((found != councils().names.end()), "no council " << name);
    return static_cast<std::size_t>(found - councils().names.begin());
}

inline Truth truth_of(const Sample& sample, bool gaelic) {
    const auto table =
        plain_csv(source_folder() / "samples" / fs::path(sample.id).parent_path() / sample.table);
    Truth truth{.sample = sample, .tongue = {gaelic, councils()}, .rows = {}, .values = {}};
    truth.values.assign(councils().codes.size(), 0);
    const std::vector<std::string> places = column(table, "Council area");
    const std::vector<std::string> cells =
        sample.value.empty()
            ? std::vector<std::string>(places.size(), "1")
            : column(table, gaelic && !sample.value_gd.empty() ? sample.value_gd : sample.value);
    for (const std::string& cell : cells) {
        const std::size_t point = cell.find('.');
        const auto behind = point == std::string::npos ? 0 : cell.size() - point - 1;
        truth.decimals = std::max(truth.decimals, static_cast<int>(behind));
    }
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::size_t area = area_named(places[i]);
        if (sample.value.empty() && std::ranges::find(truth.rows, area) != truth.rows.end()) {
            truth.values[area] += 1;
            continue;
        }
        truth.rows.push_back(area);
        if (sample.says == Says::groups) {
            truth.groups.push_back(cells[i]);
        } else {
            truth.values[area] = std::lround(std::stod(cells[i]) * std::pow(10, truth.decimals));
        }
    }
    if (sample.says == Says::panels) {
        truth.panels = column(table, "Year");
        truth.groups = cells;
    } else if (sample.says != Says::groups && !sample.in_file_order) {
        std::ranges::stable_sort(truth.rows, std::greater(),
                                 [&](std::size_t area) { return truth.values[area]; });
    }
    return truth;
}

} // namespace cairn::test
