#pragma once

#include "geo/error.h"
#include "render/facts/facts.h"
#include "render/input/catalogue.h"
#include "render/input/figure_spec.h"
#include "render/input/observations.h"

#include <vector>

/// What a figure's data are called: as its author says, else as the headings of the table tell,
/// else as the catalogue has it. Headings tell nouns in English alone.
namespace cairn::facts {

bool is_english(const input::FigureSpec& spec);

/// Whether the figure is of council areas: its boundaries, or its tiles, are built in.
bool is_of_councils(const input::FigureSpec& spec);

/// What is counted by. Throws Error where neither the figure nor the catalogue has it.
input::Noun item_of(const input::FigureSpec& spec, const input::Observations& observations,
                    const input::Catalogue& catalogue);

/// What is counted; nothing where the values have no total. Whole numbers without it, where it
/// cannot be guessed, are told as a warning.
input::Noun unit_of(const input::FigureSpec& spec, const input::Observations& observations,
                    std::vector<Problem>& warnings);

/// Sets the headings of the table; one of another language is put as the noun that it stands for.
void add_headings(Facts& facts, const input::Observations& observations);

} // namespace cairn::facts
