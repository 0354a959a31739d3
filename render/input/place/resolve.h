#pragma once

#include "geo/gazetteer.h"
#include "render/input/figure/figure_spec.h"
#include "render/input/place/known_names.h"
#include "render/input/place/own_gazetteer.h"
#include "render/input/table/ledger.h"
#include "render/input/table/table.h"

#include <string>
#include <string_view>
#include <vector>

namespace cairn::input {

/// The map that the rows of a table are placed on.
struct PlaceMap {
    const geo::Gazetteer& places;
    const KnownNames& names;
    const OwnGazetteer* own = nullptr;             ///< may be null
    const geo::RegionOfPoint* region_of = nullptr; ///< of the same places; needed by `own`
};

/// A row that an area was found for by something else than the area's own names.
struct ResolvedRow {
    int line = 0;
    How how = How::none;
    std::string name{}; ///< of the town or group; else as in the table
    std::string why{};  ///< where the author has written it; may be empty
};

/// A table whose names are those of areas, as far as that can be told, and how it is read.
struct ResolvedNames {
    Table table;
    DataSpec data;                   ///< names the column of the areas
    std::vector<ResolvedRow> rows{}; ///< none: table and data are as they were
    std::string attribution{};       ///< of the gazetteer, where a town was found in it; else empty
    std::string note{};              ///< for readers of the figure, on groups; may be empty
    std::vector<Problem> notices{};  ///< names that the author's gazetteer has another place for
    std::vector<Problem> problems{}; ///< with names, and with values that have no parts
};

/// Gives the row of each label its area: by what `places` says that it stands for, by the figure's
/// gazetteer, which goes before all that is known without it, by its town, or,
/// as `groups` has it, the areas of its group, each with an equal part of its count or with its
/// measure. A name that the map knows stays as it is, and so does one that nothing knows. A town's
/// value may be counted into its area only where values are added up. `table` is as selected()
/// makes it. Problems are a name that several towns bear, naming their areas, and a town or a group
/// where nothing says what its value is of. Throws Error for columns that are not there.
ResolvedNames resolve_names(Table table, const FigureSpec& spec, const PlaceMap& map);

/// Enters in the ledger of the table how rows were resolved, and why others could not be.
void enter(Ledger& ledger, const ResolvedNames& resolved);

/// The data with its labels in that column. Their heading is the figure's word for its areas.
DataSpec with_labels_in(DataSpec data, std::string_view column);

} // namespace cairn::input
