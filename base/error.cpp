#include "base/error.h"

#include "base/encoding.h"

#include <fmt/format.h>

#include <utility>

namespace cairn {

namespace {

const char* name_of(Severity severity) {
    switch (severity) {
    case Severity::error:
        return ": error: ";
    case Severity::warning:
        return ": warning: ";
    case Severity::advice:
        return ": advice: ";
    }
    throw std::logic_error("a severity without a name");
}

} // namespace

std::string to_string(const Problem& problem, Severity severity) {
    const Location& where = problem.where;
    std::string text = visible(where.file);
    if (where.line > 0) {
        text += fmt::format(":{}", where.line);
        if (where.column > 0) {
            text += fmt::format(":{}", where.column);
        }
    }
    text += name_of(severity);
    if (!where.layer.empty()) {
        text += fmt::format("layer '{}': ", visible(where.layer));
    }
    if (where.feature) {
        text += fmt::format("feature {}: ", *where.feature);
    }
    if (!where.field.empty()) {
        text += fmt::format("field '{}': ", visible(where.field));
    }
    text += visible(problem.what);
    if (!problem.remedy.empty()) {
        text += "\n  " + visible(problem.remedy);
    }
    return text;
}

Error::Error(Problem problem) : Error(std::vector<Problem>{std::move(problem)}) {}

Error::Error(std::vector<Problem> problems)
    : std::runtime_error(problems.empty() ? std::string("no problem given")
                                          : to_string(problems.front(), Severity::error)),
      m_problems(std::move(problems)) {}

} // namespace cairn
