#include "render/boundary_sets/import_fields.h"

#include "render/input/table/observations.h"
#include "tests/support.h"

#include <string>
#include <vector>

// Which fields of a boundary file are taken for codes and names, and when somebody has to say.

using namespace cairn;

BOOST_AUTO_TEST_SUITE(import_fields)

namespace {

using Layers = std::vector<geo::VectorLayer>;

NamingFields choose(const Layers& layers, const std::string& code = "",
                    const std::string& name = "") {
    static const geo::Gazetteer known(
        input::read_places(test::source_folder() / "boundaries/councils.csv"));
    return choose_fields(layers, code, name, known, "a.gpkg");
}

const geo::VectorField number{"FID", {"1", "2"}};
const geo::VectorField code{"LAD23CD", {"S12000047", "S12000036"}};
const geo::VectorField name{"LAD23NM", {"Fife", "City of Edinburgh"}};
const geo::VectorField gaelic{"LAD23NMW", {"", ""}};
const geo::VectorField country{"CTRY23CD", {"S92000003", "S92000003"}};
const geo::VectorField old_code{"LAD13CDO", {"00QR", "00QP"}};
const geo::VectorField label{"label", {"Fìobha", "Edinburgh"}};

} // namespace

BOOST_AUTO_TEST_CASE(clear_fields_are_found) {
    struct Case {
        geo::VectorLayer layer;
        std::string code, name;
    };
    const std::vector<Case> cases{
        {{"a", {number, code, name, gaelic, country, old_code}}, "LAD23CD", "LAD23NM"},
        // Named in pairs, whether the names are known or not.
        {{"a", {{"WD22CD", {"S13002930", "S13002931"}}, {"WD22NM", {"Leith", "Leith"}}, label}},
         "WD22CD",
         "WD22NM"},
        // Two fields of the same codes are one.
        {{"a", {{"id", code.values}, code, name}}, "LAD23CD", "LAD23NM"},
        // Known names.
        {{"a", {old_code, {"gss", code.values}, label, country}}, "gss", "label"},
    };
    for (const Case& one : cases) {
        const NamingFields fields = choose({one.layer});
        BOOST_TEST(fields.layer == "a");
        BOOST_TEST(fields.code == one.code);
        BOOST_TEST(fields.name == one.name);
        BOOST_TEST(fields.codes.size() == 2U);
    }
    const NamingFields asked = choose({{"a", {code, old_code, name, label}}}, "LAD13CDO", "label");
    BOOST_TEST(asked.code == "LAD13CDO");
    BOOST_TEST(asked.name == "label");
    BOOST_TEST(choose({{"notes", {number}}, {"areas", {code, name}}}).layer == "areas");
}

BOOST_AUTO_TEST_CASE(unclear_fields_are_told_with_what_they_hold) {
    struct Case {
        Layers layers;
        std::string code, name, message;
    };
    const std::vector<Case> cases{
        {{}, "", "", "a.gpkg: error: it holds no layer of polygons\n  boundaries need polygons\n"},
        {{{"a", {}}},
         "",
         "",
         "a.gpkg: error: layer 'a': it is not clear which field holds the codes\n"
         "  write --code FIELD with one of these: none\n"
         "a.gpkg: error: layer 'a': it is not clear which field holds the names\n"
         "  write --name FIELD with one of these: none\n"},
        {{{"a", {number, gaelic, name}}},
         "",
         "",
         "a.gpkg: error: layer 'a': it is not clear which field holds the codes\n"
         "  write --code FIELD with one of these: FID (\"1\"), LAD23NMW (empty), LAD23NM "
         "(\"Fife\")\n"},
        // Two fields of different codes.
        {{{"a", {code, {"WD22CD", {"S13002930", "S13002931"}}, label}}},
         "",
         "",
         "a.gpkg: error: layer 'a': it is not clear which field holds the codes\n"
         "  write --code FIELD with one of these: LAD23CD (\"S12000047\"), WD22CD "
         "(\"S13002930\"), label (\"Fìobha\")\n"},
        // Two fields of known names.
        {{{"a", {{"gss", code.values}, label, name}}},
         "",
         "",
         "a.gpkg: error: layer 'a': it is not clear which field holds the names\n"
         "  write --name FIELD with one of these: gss (\"S12000047\"), label (\"Fìobha\"), "
         "LAD23NM (\"Fife\")\n"},
        {{{"a", {code, name}}},
         "LAD24CD",
         "",
         "a.gpkg: error: layer 'a': no field \"LAD24CD\"\n"
         "  write --code FIELD with one of these: LAD23CD (\"S12000047\"), LAD23NM (\"Fife\")\n"},
        {{{"a", {code, name}}, {"b", {code, name}}},
         "",
         "",
         "a.gpkg: error: several layers hold boundaries\n"
         "  write --code FIELD and --name FIELD, of one layer alone: layer a: LAD23CD "
         "(\"S12000047\"), LAD23NM (\"Fife\"); layer b: LAD23CD (\"S12000047\"), LAD23NM "
         "(\"Fife\")\n"},
        {{{"a", {number}}, {"b", {gaelic}}},
         "",
         "",
         "a.gpkg: error: it is not clear which fields hold codes and names\n"
         "  write --code FIELD and --name FIELD, of one layer alone: layer a: FID (\"1\"); layer "
         "b: LAD23NMW (empty)\n"},
    };
    for (const Case& one : cases) {
        BOOST_TEST(test::error_text([&] { choose(one.layers, one.code, one.name); }) ==
                   one.message);
    }
}

BOOST_AUTO_TEST_SUITE_END()
