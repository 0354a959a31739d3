#pragma once

#include "render/input/figure/read_figure.h"
#include "render/kinds.h"
#include "tests/support.h"

#include <string>
#include <string_view>
#include <utility>

namespace cairn::test {

/// A figure as it is read, and what is told of it, each problem ended by a newline.
struct FigureReading {
    input::FigureSpec spec;
    std::string told;
};

/// Reads one figure of a file `f.yaml`, whose data lie in the folder `data`.
inline FigureReading read_one_figure(std::string_view text, const std::string& language = "") {
    const TemporaryFolder folder;
    const input::YamlValue value = input::read_yaml(folder.write("f.yaml", text), "f.yaml");
    input::YamlLog log{.file = "f.yaml"};
    input::FigureSpec spec = input::read_figure(
        value, kinds_of_figure_files(),
        {.project = {{"P", "en-GB"}}, .source = {{"S", "en-GB"}}, .folder = "data"}, log, language);
    FigureReading reading{std::move(spec), ""};
    for (const Problem& problem : log.problems) {
        reading.told += to_string(problem, Severity::error) + "\n";
    }
    return reading;
}

} // namespace cairn::test
