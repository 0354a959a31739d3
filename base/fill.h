#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

namespace cairn {

/// What stands in the places of a template: name and text.
using Filling = std::initializer_list<std::pair<std::string_view, std::string_view>>;

/// A template of the catalogue with each `{place}` filled: fill("{a} of {b}", {{"a", "1"}, {"b",
/// "2"}}) gives "1 of 2". What is filled in is not read again. Throws std::logic_error for a place
/// that is not given.
std::string fill(std::string_view text, Filling filling);

} // namespace cairn
