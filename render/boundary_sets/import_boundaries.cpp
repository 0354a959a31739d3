#include "render/boundary_sets/import_boundaries.h"

#include "base/message_number.h"
#include "base/number.h"
#include "base/quote.h"
#include "base/white_space.h"
#include "base/write_files.h"
#include "geo/gazetteer.h"
#include "geo/read_vector.h"
#include "geo/topology.h"
#include "geo/write_shapefile.h"
#include "render/boundary_sets/boundary_levels.h"
#include "render/boundary_sets/boundary_sets.h"
#include "render/boundary_sets/import_fields.h"
#include "render/input/figure/defaults.h"
#include "render/input/table/observations.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <optional>
#include <set>
#include <system_error>
#include <utility>
#include <vector>

namespace cairn {

namespace fs = std::filesystem;

namespace {

// As ONS Open Geography asks for it ("Licences", ons.gov.uk/methodology/geography/licences).
constexpr const char* usual_attribution =
    "Source: Office for National Statistics licensed under the Open Government Licence v.3.0. "
    "Contains OS data © Crown copyright and database right YEAR";

/// How many stretches of border two areas share, and how many have one area alone.
std::string topology_line(const geo::Regions& regions) {
    const geo::Topology topology = geo::topology_of(regions);
    std::vector<std::size_t> users(topology.arc_count());
    for (const geo::ArcUse use : topology.uses) {
        ++users[use.arc];
    }
    const auto alone = static_cast<std::size_t>(std::count(users.begin(), users.end(), 1));
    return fmt::format("topology: {} borders that two areas share, {} of one area alone",
                       counted(users.size() - alone), counted(alone));
}

class Import {
  public:
    Import(const ImportRequest& request, const Installation& installation)
        : m_request(request), m_installation(installation),
          m_known(input::read_places(installation.boundaries / "councils.csv")),
          m_source{.file = request.file, .shown = request.file.string()} {}

    Report run() {
        check_request();
        progress("reading " + m_source.shown);
        choose_regions();
        m_source.attribution = attribution();
        geo::Regions regions = read();
        check_complete(regions);
        progress(topology_line(regions));
        const std::vector<MadeLevel> levels = make_levels(std::move(regions));
        std::vector<std::string> points;
        points.reserve(levels.size());
        for (const MadeLevel& level : levels) {
            points.push_back(
                fmt::format("{} {} points", level.use, counted(count_points(level.regions))));
        }
        progress(fmt::format("levels: {}", fmt::join(points, ", ")));
        write(levels);
        return std::move(m_report);
    }

  private:
    void progress(const std::string& line) const {
        if (m_request.progress) {
            m_request.progress(line);
        }
    }

    void check_request() const {
        if (m_request.id.empty() || !input::is_id(m_request.id)) {
            throw Error(
                Problem{{.file = "--id"},
                        fmt::format("{} is no name for boundaries", in_quotes(m_request.id)),
                        "use letters, digits, dots, dashes and underscores, and begin "
                        "with a letter or digit"});
        }
        if (m_installation.own_boundaries.empty()) {
            throw Error(Problem{{.file = "--id"},
                                "there is no folder for imported boundaries",
                                "set CAIRN_BOUNDARIES to the full path of one"});
        }
    }

    /// The built-in set of the same id.
    [[nodiscard]] std::optional<geo::Gazetteer> built_in() const {
        for (const KnownSet& set : known_sets(m_installation)) {
            if (set.id == m_request.id && !set.imported) {
                const input::BoundarySetFile file = input::read_boundary_set(set.file);
                return geo::gazetteer_of(read_level(file, file.levels.back()), m_known);
            }
        }
        return std::nullopt;
    }

    /// Sets fields and codes of the source.
    void choose_regions() {
        const NamingFields fields =
            choose_fields(geo::read_fields(m_source, m_installation.gdal_module),
                          m_request.code_field, m_request.name_field, m_known, m_source.shown);
        m_source.code_field = fields.code;
        m_source.name_field = fields.name;
        m_expected = built_in();
        std::set<std::string> all;
        std::set<std::string> kept;
        for (std::size_t i = 0; i < fields.codes.size(); ++i) {
            const std::string& code = fields.codes[i];
            all.insert(code);
            if (code.starts_with(m_request.only) && (!m_expected || m_expected->find_whole(code) ||
                                                     m_expected->find_whole(fields.names[i]))) {
                kept.insert(code);
            }
        }
        if (std::none_of(all.begin(), all.end(), [&](const std::string& code) {
                return code.starts_with(m_request.only);
            })) {
            throw Error(
                Problem{{.file = "--only"},
                        fmt::format("no code begins with {}", in_quotes(m_request.only)),
                        fmt::format("the first code is {}",
                                    in_quotes(fields.codes.empty() ? "" : fields.codes.front()))});
        }
        if (kept.empty() && m_expected) {
            throw Error(Problem{{.file = m_source.shown},
                                fmt::format("none of its areas is in {}", m_request.id),
                                "import it under an id of its own"});
        }
        if (kept.size() < all.size()) {
            m_source.codes.assign(kept.begin(), kept.end());
            m_report.text +=
                fmt::format("{} of {} areas left out: {}\n", counted(all.size() - kept.size()),
                            counted(all.size()),
                            m_request.only.empty() ? fmt::format("they are not in {}", m_request.id)
                                                   : fmt::format("their codes do not begin with {}",
                                                                 in_quotes(m_request.only)));
        }
    }

    [[nodiscard]] std::string attribution() const {
        std::string text = m_request.attribution;
        if (text.empty() && m_request.ask) {
            text = m_request.ask(fmt::format(
                "The licence of boundaries asks for words to be printed under every map.\n"
                "Of the Office for National Statistics, with the year in the file's name:\n"
                "  {}\n"
                "Attribution: ",
                usual_attribution));
        }
        text = std::string(trimmed(one_line(text)));
        if (text.empty()) {
            throw Error(Problem{
                {.file = "--attribution"},
                "no attribution is given: the words that the licence asks to be printed under maps",
                fmt::format("of the Office for National Statistics, with the year in the file's "
                            "name: --attribution \"{}\"",
                            usual_attribution)});
        }
        return text;
    }

    geo::Regions read() {
        return geo::read_vector(
            m_source, m_installation.gdal_module,
            {.read = [&](std::size_t count) { progress("repairing " + counted(count) + " areas"); },
             .repaired =
                 [&](std::size_t regions, std::size_t invalid) {
                     m_report.text += invalid == 0
                                          ? ""
                                          : fmt::format("{} of {} areas were not valid, and are "
                                                        "repaired\n",
                                                        counted(invalid), counted(regions));
                 }});
    }

    /// That every place has one region, and a built-in set all of its places.
    void check_complete(const geo::Regions& regions) const {
        const geo::Gazetteer places = geo::gazetteer_of(regions, m_known);
        if (!m_expected) {
            return;
        }
        std::vector<std::string> absent;
        for (const geo::Place& place : m_expected->places()) {
            if (!places.find_whole(place.code)) {
                absent.push_back(in_quotes(place.name));
            }
        }
        if (!absent.empty()) {
            throw Error(Problem{{.file = m_source.shown},
                                fmt::format("{} of the {} areas of {} are not in it: {}",
                                            absent.size(), m_expected->places().size(),
                                            m_request.id, fmt::join(absent, ", ")),
                                "import it under an id of its own"});
        }
    }

    void write(const std::vector<MadeLevel>& levels) {
        const fs::path& folder = m_installation.own_boundaries;
        const fs::path place = folder / (m_request.id + std::string(input::boundary_set_ending));
        input::BoundarySetFile set{.path = place,
                                   .title = m_request.title,
                                   .attribution = m_source.attribution,
                                   .licence = m_request.licence,
                                   .source = m_request.file.filename().string(),
                                   .note = "",
                                   .advice = "",
                                   .levels = {}};
        std::vector<File> files;
        for (const MadeLevel& level : levels) {
            const std::string name = m_request.id + "-" + level.use;
            set.levels.push_back({name, level.regions.error});
            for (geo::ShapefilePart& part : geo::write_shapefile(level.regions)) {
                files.push_back({"boundaries", name + part.extension, std::move(part.bytes)});
            }
        }
        files.push_back({"boundaries", place.filename().string(), to_yaml(set)});
        const bool replaced = fs::exists(place);
        write_files(folder, files);
        if (replaced) {
            remove_other_levels(files);
        }
        for (const File& file : files) {
            m_report.written.push_back({m_request.id, folder / file.name, file.bytes.size()});
        }
        m_report.text +=
            fmt::format("{} areas in {} {}\n", counted(levels.front().regions.regions.size()),
                        m_request.id, replaced ? "replace those imported before" : "imported");
        if (m_expected) {
            m_report.text += "maps now use them in place of the built-in ones\n";
        }
    }

    /// Takes away what an earlier import left that this one has not.
    void remove_other_levels(const std::vector<File>& files) const {
        for (const char* use : {"full", "print", "web"}) {
            for (const char* extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
                const std::string name = fmt::format("{}-{}{}", m_request.id, use, extension);
                if (std::none_of(files.begin(), files.end(),
                                 [&](const File& file) { return file.name == name; })) {
                    std::error_code absent;
                    fs::remove(m_installation.own_boundaries / name, absent);
                }
            }
        }
    }

    const ImportRequest& m_request;
    const Installation& m_installation;
    geo::Gazetteer m_known;
    geo::VectorSource m_source;
    std::optional<geo::Gazetteer> m_expected; ///< places of the built-in set of this id
    Report m_report;
};

} // namespace

Report import_boundaries(const ImportRequest& request, const Installation& installation) {
    return Import(request, installation).run();
}

} // namespace cairn
