#pragma once

#include "base/error.h"

#include <cstddef>
#include <exception>
#include <filesystem>
#include <string>
#include <vector>

namespace cairn {

/// A file that was written.
struct Written {
    std::string figure; ///< id; empty for the manifest
    std::filesystem::path path;
    std::size_t bytes = 0;
};

/// How a run went. A figure with an error has no part in `written` or `text`.
struct Report {
    std::vector<Problem> errors;
    std::vector<Problem> warnings;
    std::vector<Written> written; ///< render, gallery, import of boundaries
    std::string text; ///< describe: the words; check: a line a figure, advice; embed: a line a page
};

/// Adds problems to those reported already.
inline void append(std::vector<Problem>& all, const std::vector<Problem>& more) {
    all.insert(all.end(), more.begin(), more.end());
}

/// Throws Error with one problem of a file, as the user gave it, or of a line in it.
[[noreturn]] void throw_at(const std::string& file, std::string what, std::string remedy,
                           int line = 0);

/// Throws Error with the problems, where there are any.
void throw_any(std::vector<Problem> problems);

/// Leaves each problem once, where it was first: figures in several languages have much to warn of
/// in common.
void drop_repeated(std::vector<Problem>& problems);
void drop_repeated(Report& report);

/// Gives a place to problems that have none.
std::vector<Problem> placed_at(const Location& where, std::vector<Problem> problems);

/// Runs a part of the work, which `where` is the source of; what goes wrong in it, be it the input
/// or the system, is added to the report, with `where` for its place where it has none. Whether all
/// went well.
template<typename Action>
bool guarded(Report& report, const Location& where, const Action& action) {
    try {
        action();
        return true;
    } catch (const Error& error) {
        append(report.errors, placed_at(where, error.problems()));
    } catch (const std::exception& error) {
        report.errors.push_back({.where = where, .what = error.what(), .remedy = ""});
    }
    return false;
}

} // namespace cairn
