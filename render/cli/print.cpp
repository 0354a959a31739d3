#include "render/cli/print.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstdio>
#include <iterator>
#include <string>
#include <system_error>

namespace cairn::cli {

std::optional<Problem> print(std::string_view text) {
    if (std::fwrite(text.data(), 1, text.size(), stdout) == text.size() &&
        std::fflush(stdout) == 0) {
        return std::nullopt;
    }
    return Problem{.where = {.file = "standard output"},
                   .what = "cannot be written: " + std::generic_category().message(errno),
                   .remedy = ""};
}

void print(const std::vector<Problem>& problems, Severity severity) {
    for (const Problem& problem : problems) {
        fmt::print(stderr, "{}\n", to_string(problem, severity));
    }
}

bool print(const Report& report) {
    std::string text = report.text;
    for (const Written& file : report.written) {
        fmt::format_to(std::back_inserter(text), "{:<16} {:>9.1f} kB  {}\n",
                       file.figure.empty() ? "all figures" : file.figure,
                       static_cast<double>(file.bytes) / 1000, file.path.string());
    }
    std::vector<Problem> errors = report.errors;
    if (const std::optional<Problem> unwritten = print(text)) {
        errors.push_back(*unwritten);
    }
    print(report.warnings, Severity::warning);
    print(errors, Severity::error);
    return errors.empty();
}

} // namespace cairn::cli
