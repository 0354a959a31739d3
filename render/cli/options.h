#pragma once

#include "render/cli/commands.h"

#include <map>
#include <span>
#include <string>
#include <vector>

namespace CLI {
class Option;
class Validator;
} // namespace CLI

/// What the options of several commands have in common.
namespace cairn::cli {

/// Adds a command that reads figure files, with the options that all of these take. `run` is what
/// it does.
CLI::App& add_figure_command(CLI::App& app, const std::string& name, const std::string& help,
                             Asked& asked, Report (*run)(const Asked&, const Installation&));

/// Adds `--out`.
void add_out(CLI::App& command, Asked& asked);

/// Makes an option take one value, of several words between commas; it may be given again.
void takes_list(CLI::Option& option);

/// Refuses all words but these, which are each a `noun`, and names the nearest.
CLI::Validator one_of(const std::string& noun, std::vector<std::string> words);

/// The words that stand for values.
template<typename Value>
std::vector<std::string> words_of(const std::map<std::string, Value>& values) {
    std::vector<std::string> words;
    words.reserve(values.size());
    for (const auto& [word, value] : values) {
        words.push_back(word);
    }
    return words;
}

} // namespace cairn::cli
