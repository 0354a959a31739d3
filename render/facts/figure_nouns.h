#pragma once

#include "base/error.h"
#include "geo/gazetteer.h"
#include "render/facts/facts.h"
#include "render/input/catalogue.h"
#include "render/input/figure_spec.h"
#include "render/input/observations.h"

#include <vector>

/// What a figure's data are called: as its author says, else from the headings of the table,
/// else from the catalogue. Headings give nouns in English alone.
namespace cairn::facts {

bool is_english(const input::FigureSpec& spec);

/// Whether the map's areas are known by a name: those of boundaries that are built in or imported,
/// or tiles.
bool has_named_boundaries(const input::FigureSpec& spec);

/// Whether all places are council areas of Scotland, by their codes (S12 is their entity in the
/// Register of Geographic Codes, Office for National Statistics).
bool are_council_areas(const geo::Gazetteer& places);

/// What is counted by. `councils`: the areas of a named boundary set are council areas. Throws
/// Error where neither the figure nor the catalogue has it.
Noun item_of(const input::FigureSpec& spec, const input::Observations& observations,
             const input::Catalogue& catalogue, bool councils);

/// What is counted; nothing where the values have no total. Whole numbers without it, where it
/// cannot be guessed, are reported as a warning.
Noun unit_of(const input::FigureSpec& spec, const input::Observations& observations,
             std::vector<Problem>& warnings);

/// Sets the headings of the table; one of another language is put as the noun that it stands for.
void add_headings(Facts& facts, const input::Observations& observations);

} // namespace cairn::facts
