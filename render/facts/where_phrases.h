#pragma once

#include "render/facts/phrases.h"
#include "render/facts/where.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// What is said of where things are on a map. Texts are empty where there is nothing to say.
/// Examples are English.
namespace cairn::facts {

/// `scope` with how far the areas reach: "42 stories in 17 of 32 council areas, from Shetland
/// Islands to Dumfries and Galloway".
std::string with_spread(const TextContext& context, const std::string& scope);

/// "Glasgow City and six areas joined to it", "… six neighbouring areas" where each borders on the
/// first; up to three by name: "Fife and Angus, which lie together".
std::string cluster_name(const TextContext& context, const Cluster& cluster);

/// The cluster in a sentence of its own, each area by name: "Glasgow City and six areas joined to
/// it (Falkirk, …) have 21 of the 42 stories, half".
Clause cluster_in_full(const TextContext& context);

/// The cluster in a short text: "with six areas joined to it, 21" behind a clause about its highest
/// area, else "Glasgow City and six areas joined to it have 21".
Clause cluster_in_short(const TextContext& context);

/// `text`, which states these members by number, with the group of them that lies together:
/// "No stories in the other 15, among them Highland and eight areas joined to it". Empty where
/// fewer than half of them, or than three, lie together.
std::string with_group(const TextContext& context, const std::string& text,
                       std::span<const std::size_t> members);

/// Sentences about members that `text` states by number, each by name, in groups that lie together:
/// `text`, then "of them, nine lie together: …", "another two lie together: …", "the others lie
/// apart: …". None where no two of them lie together, or where they are three or fewer.
std::vector<std::string> by_groups(const TextContext& context, const std::string& text,
                                   std::span<const std::size_t> members);

/// What is said of members by name, or by their number where they are more than `most`.
using MembersText = std::function<std::string(std::span<const std::size_t>, std::size_t most)>;

/// Sentences about members without a value, or with none of what is counted: by name while the
/// figure has few facts, in groups that lie together where there are such.
std::string members_in_full(const TextContext& context, std::span<const std::size_t> members,
                            const MembersText& text_of);

/// "of the eight highest, six lie together: …", each by name, or "Fife and five others" in a short
/// text.
std::string alike(const TextContext& context, End end, bool in_full);

} // namespace cairn::facts
