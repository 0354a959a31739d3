#include "base/report.h"

#include <string>
#include <unordered_set>
#include <utility>

namespace cairn {

void drop_repeated(std::vector<Problem>& problems) {
    std::unordered_set<std::string> stated;
    std::erase_if(problems, [&](const Problem& problem) {
        return !stated.insert(to_string(problem, Severity::warning)).second;
    });
}

void drop_repeated(Report& report) {
    drop_repeated(report.errors);
    drop_repeated(report.warnings);
}

void throw_at(const std::string& file, std::string what, std::string remedy, int line) {
    throw Error(Problem{.where = {.file = file, .line = line},
                        .what = std::move(what),
                        .remedy = std::move(remedy)});
}

void throw_any(std::vector<Problem> problems) {
    if (!problems.empty()) {
        throw Error(std::move(problems));
    }
}

std::vector<Problem> placed_at(const Location& where, std::vector<Problem> problems) {
    for (Problem& problem : problems) {
        if (problem.where.file.empty()) {
            problem.where = where;
        }
    }
    return problems;
}

} // namespace cairn
