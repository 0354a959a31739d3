#include "render/run/placed_observations.h"

#include "render/input/place/points.h"
#include "render/input/place/resolve.h"
#include "render/input/table/read_selected.h"
#include "render/input/table/records.h"
#include "render/kinds.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace cairn {

namespace {

using input::DataSpec;
using input::Observations;
using input::Table;

/// The stages of the reading of one figure's rows.
class RowReading {
  public:
    /// The ledger may be null.
    RowReading(ResourceCache& cache, input::Ledger* ledger, Report& report)
        : m_cache(cache), m_ledger(ledger), m_report(report) {}

    Table select(const DataSpec& data) {
        return m_ledger == nullptr
                   ? input::read_selected(data, m_cache.gdal_module())
                   : input::read_selected(data, m_cache.gdal_module(), *m_ledger, m_report.errors);
    }

    Observations observe(const Table& table, const DataSpec& data) {
        Observations observations = input::try_read_observations(table, data);
        meet(observations.problems);
        return observations;
    }

    /// Gives the points of rows that are selected their areas, and makes of these rows what the
    /// figure wants.
    Observations observe_points(Table table, const Prepared& prepared) {
        input::PlacedRows rows = input::place_points(std::move(table), prepared.spec,
                                                     prepared.boundaries->regions, m_ledger);
        meet(rows.table.problems);
        DataSpec placed = input::with_labels_in(prepared.spec.data, input::area_column);
        placed.records.condition.clear();
        Observations observations =
            observe(input::selected(std::move(rows.table), placed, m_ledger), placed);
        if (prepared.spec.dots_at_points) {
            observations.points = std::move(rows.points);
        }
        return observations;
    }

    /// Puts the rows under the names of their areas, where the table has other names too.
    void resolve(Table table, Prepared& prepared, Observations& observations) {
        const geo::Gazetteer* places = prepared.places;
        if (places == nullptr || prepared.spec.data.categories) {
            return;
        }
        const bool all_known =
            std::ranges::all_of(observations.rows, [&](const input::Observation& row) {
                return places->find(row.label).has_value();
            });
        if (all_known && prepared.spec.own_names.empty() && !prepared.spec.gazetteer) {
            return;
        }
        input::PlaceMap map{*places, m_cache.known_names()};
        std::optional<input::OwnGazetteer> own;
        std::optional<geo::RegionOfPoint> region_of;
        if (prepared.spec.gazetteer) {
            map.own = &own.emplace(input::read_gazetteer(*prepared.spec.gazetteer));
            map.region_of = &region_of.emplace(prepared.boundaries->regions);
        }
        input::ResolvedNames resolved = input::resolve_names(std::move(table), prepared.spec, map);
        if (m_ledger != nullptr) {
            enter(*m_ledger, resolved);
        }
        meet(resolved.problems);
        if (resolved.rows.empty()) {
            return;
        }
        // What is wrong with its cells has been told.
        observations = input::try_read_observations(resolved.table, resolved.data);
        prepared.name_attribution = resolved.attribution;
        if (!resolved.note.empty()) {
            prepared.spec.note += (prepared.spec.note.empty() ? "" : " ") + resolved.note;
        }
    }

  private:
    /// Throws problems, or reports them where there is a ledger.
    void meet(std::vector<Problem>& problems) {
        if (m_ledger == nullptr) {
            throw_any(std::move(problems));
        }
        append(m_report.errors, std::exchange(problems, {}));
    }

    ResourceCache& m_cache;
    input::Ledger* m_ledger;
    Report& m_report;
};

/// The data whose rows are selected, and stay as they are.
DataSpec with_rows_alone(DataSpec data) {
    if (data.records.aggregation) {
        data.value_column = data.records.aggregation->column;
        data.records.aggregation.reset();
    }
    return data;
}

} // namespace

Observations placed_observations(Prepared& prepared, ResourceCache& cache, input::Ledger* ledger,
                                 Report& report) {
    RowReading reading(cache, ledger, report);
    const DataSpec& data = prepared.spec.data;
    const bool at_points = data.points.form != input::PointForm::none;
    Table table = reading.select(at_points ? with_rows_alone(data) : data);
    Observations observations;
    if (!at_points) {
        observations = reading.observe(table, data);
    }
    kind_of(prepared.spec).load(prepared, cache, report.warnings);
    if (at_points) {
        observations = reading.observe_points(std::move(table), prepared);
    } else {
        reading.resolve(std::move(table), prepared, observations);
    }
    append(report.warnings, observations.warnings);
    return observations;
}

} // namespace cairn
