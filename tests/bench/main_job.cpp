// Times the main job (both figures of samples/stories-project in every format): as a whole process
// beside the baseline program, and stage by stage. Ends with the ratio of the two.

#include "geo/gazetteer.h"
#include "geo/read_shapefile.h"
#include "geo/simplify.h"
#include "render/facts/gather/gather.h"
#include "render/input/style/style.h"
#include "render/input/table/observations.h"
#include "render/kinds.h"
#include "render/map/choropleth.h"
#include "render/output/output.h"
#include "render/words/describe.h"

#include <benchmark/benchmark.h>
#include <spawn.h>
#include <sys/wait.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <stdexcept>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace cairn;

const fs::path source = CAIRN_SOURCE_FOLDER;
const fs::path build = CAIRN_BUILD_FOLDER;
const fs::path sample = source / "samples/stories-project/figures.yaml";
const fs::path shapes = source / "boundaries/scotland-councils";

/// Runs a program to its end; its standard output is dropped. Gives wall seconds.
double run(std::vector<std::string> words) {
    std::vector<char*> arguments;
    for (std::string& word : words) {
        arguments.push_back(word.data());
    }
    arguments.push_back(nullptr);
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", 1 /* O_WRONLY */, 0);
    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    int status = 0;
    const bool started =
        posix_spawn(&child, arguments[0], &actions, nullptr, arguments.data(), environ) == 0 &&
        waitpid(child, &status, 0) == child;
    const std::chrono::duration<double> time = std::chrono::steady_clock::now() - begin;
    posix_spawn_file_actions_destroy(&actions);
    if (!started || status != 0) {
        throw std::runtime_error(words[0] + " failed");
    }
    return time.count();
}

std::vector<std::string> cairn_command() {
    return {build / "cairn", "render", sample, "--out", build / "bench/cairn"};
}

std::vector<std::string> baseline_command() {
    const fs::path folder = build / "bench/baseline";
    fs::create_directories(folder);
    return {build / "tests/bench_baseline", shapes.string() + ".shp", folder};
}

void whole_process(benchmark::State& state, const std::vector<std::string>& command) {
    for (auto _ : state) {
        state.SetIterationTime(run(command));
    }
}

/// Everything that the map needs before it is drawn.
struct Inputs {
    input::FigureSpec spec = input::read_figure_file(sample, kinds_of_figure_files()).figures.at(1);
    input::Style style = input::read_style(source / "styles/screen.yaml");
    geo::Gazetteer known{input::read_places(source / "boundaries/councils.csv")};
    geo::Regions regions = geo::read_shapefile(shapes);
    geo::Gazetteer places = geo::gazetteer_of(regions, known);
    geo::Whereabouts whereabouts = geo::whereabouts(regions);
    scene::Fonts fonts{source / "styles/fonts", style.font_family};
    input::Catalogue english = input::read_catalogue(source / "styles/languages/en.yaml");
    facts::Facts facts = gather();
    words::Words words = words::describe(facts, english);

    [[nodiscard]] facts::Facts gather() const {
        const input::Observations rows = input::read_observations(
            input::read_csv(std::get<std::filesystem::path>(spec.data.source), spec.data.shown),
            spec.data);
        return facts::gather_map(spec, rows, places, regions.attribution, english, whereabouts);
    }
    [[nodiscard]] map::MapFigure draw() const {
        return map::draw_choropleth({facts, words, regions, places, style, fonts});
    }
};

void stage(const char* name, const auto& action) {
    benchmark::RegisterBenchmark(name, [action](benchmark::State& state) {
        for (auto _ : state) {
            auto result = action();
            benchmark::DoNotOptimize(result);
        }
    })->Unit(benchmark::kMillisecond);
}

void register_stages(const Inputs& inputs, const scene::Scene& scene) {
    stage("read figure file",
          [] { return input::read_figure_file(sample, kinds_of_figure_files()); });
    stage("read style", [] { return input::read_style(source / "styles/screen.yaml"); });
    stage("read catalogue",
          [] { return input::read_catalogue(source / "styles/languages/en.yaml"); });
    stage("read gazetteer", [] { return input::read_places(source / "boundaries/councils.csv"); });
    stage("read shapefile", [] { return geo::read_shapefile(shapes); });
    stage("find neighbours", [&] { return geo::whereabouts(inputs.regions); });
    stage("load fonts", [&] {
        return scene::Fonts(source / "styles/fonts", inputs.style.font_family)
            .measure("A", inputs.style.label.font)
            .width;
    });
    stage("join and class", [&] { return inputs.gather(); });
    stage("describe", [&] { return words::describe(inputs.facts, inputs.english); });
    stage("simplify", [&] { return geo::simplify(inputs.regions, 170, 500000); });
    stage("lay out the map", [&] { return inputs.draw(); });
    stage("svg", [&] { return output::to_svg(scene, inputs.style.theme, inputs.fonts); });
    stage("png", [&] { return output::to_png(scene, inputs.style.theme, inputs.fonts, 192); });
    stage("pdf", [&] { return output::to_pdf(scene, inputs.style.theme, inputs.fonts); });
    stage("html", [&] {
        return output::to_html(scene, {"place-8.svg", "place-8.png", "place-8.csv"},
                               output::HtmlForm::alt_text);
    });
}

/// The median over runs in turn, so that a drift of the machine meets both alike.
void print_ratio() {
    constexpr int runs = 31;
    std::vector<double> ratios;
    for (int i = 0; i < runs; ++i) {
        const double ours = run(cairn_command());
        ratios.push_back(ours / run(baseline_command()));
    }
    std::sort(ratios.begin(), ratios.end());
    std::printf("main job / baseline, median of %d pairs: %.2f (from %.2f to %.2f)\n", runs,
                ratios[runs / 2], ratios.front(), ratios.back());
}

} // namespace

int main(int argc, char** argv) {
    benchmark::Initialize(&argc, argv);
    const Inputs inputs;
    const map::MapFigure map = inputs.draw();
    for (const auto& [name, command] : {std::pair{"main job, whole process", cairn_command()},
                                        std::pair{"baseline, whole process", baseline_command()}}) {
        benchmark::RegisterBenchmark(
            name, [command = command](benchmark::State& state) { whole_process(state, command); })
            ->UseManualTime()
            ->Unit(benchmark::kMillisecond);
    }
    register_stages(inputs, map.scene);
    benchmark::RunSpecifiedBenchmarks();
    print_ratio();
}
