#include "render/input/figure/read_figure.h"

#include "tests/input/figure/support_figure.h"

#include <boost/test/unit_test.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace cairn;
using input::FigureSpec;
using input::YamlLog;
using input::YamlValue;

BOOST_AUTO_TEST_SUITE(read_figure)

namespace {

using Reading = test::FigureReading;

Reading read(std::string_view text, const std::string& language = "") {
    return test::read_one_figure(text, language);
}

// The keys that every bar chart and map of the table below has, on four and five lines.
const std::string bar = "id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, label: L, value: V}\n";
const std::string map = "id: a\nkind: choropleth\ntitle: T\ndata: {file: d.csv, place: L, value: "
                        "V}\nboundaries: scotland-councils\n";

const std::string tiles = "id: a\nkind: tiles\ntitle: T\ndata: {file: d.csv, place: L, value: V}\n";
const std::string categories =
    "id: a\nkind: categorical\ntitle: T\ndata: {file: d.csv, place: L, category: C}\n";

struct BadInput {
    std::string text;
    std::string_view message;
};

constexpr std::string_view rising = "  write numbers that rise, such as [1, 2, 3, 5, 11]\n";

/// The map, of another kind.
std::string map_of(const std::string& kind) {
    return std::string(map).replace(map.find("choropleth"), 10, kind);
}

/// A map of dots whose rows have points.
std::string dots_at(const std::string& value) {
    return "id: a\nkind: dots\ntitle: T\ndata: {file: d.csv, grid_reference: G, " + value +
           "}\nboundaries: scotland-councils\n";
}

const BadInput bad_inputs[] = {
    {map_of("dots") + "per_dot: 0.5\n",
     "f.yaml:6:10: error: \"per_dot\" is 0.5, not a whole number from 1 to 1000000\n"
     "  write it like this: per_dot: 10\n"},
    {map_of("dots") + "points: true\n",
     "f.yaml:6:9: error: the data do not say where each row lies\n"
     "  name the columns that do in `data`, in place of `place`: longitude: and latitude:, "
     "easting: and northing:, or grid_reference:\n"},
    {dots_at("value: V") + "points: true\n",
     "f.yaml:6:9: error: each dot at a point is one row, and no value of it\n"
     "  write count: rows in `data`, or take `points` away\n"},
    {dots_at("sum: V") + "points: true\n",
     "f.yaml:6:9: error: each dot at a point is one row, and no value of it\n"
     "  write count: rows in `data`, or take `points` away\n"},
    {dots_at("count: rows") + "points: true\nper_dot: 10\n",
     "f.yaml:7:10: error: \"per_dot\" does not fit dots at points\n"
     "  take it away: each dot is one row\n"},
    {dots_at("count: rows") + "points: true\nsuppress: {below: 5}\n",
     "f.yaml:7:11: error: dots at points show what \"suppress\" is to keep back\n"
     "  take `points` away: dots are then spread over their areas\n"},
    {map + "scale_bar: yes\n", "f.yaml:6:12: error: \"scale_bar\" cannot be \"yes\"\n"
                               "  write \"true\" or \"false\"\n"},
    {"[a]", "f.yaml:1:1: error: a figure is a map of keys, and this is not one\n"
            "  write - id: sector-8, and its other keys in lines below it\n"},
    {bar + "titel: x\n", "f.yaml:5:1: error: unknown key \"titel\"\n"
                         "  did you mean \"title\"?\n"},
    {bar + "style: print\n", "f.yaml:5:1: error: the key \"style\" does not belong here\n"
                             "  write it at the top of the file, where it is for all figures\n"},
    {bar + "suppress: {below: 2}\n",
     "f.yaml:5:19: error: \"below\" is 2, not a whole number from 3 to 1000\n"
     "  write it like this: below: 5\n"},
    {bar + "suppress: true\n", "f.yaml:5:11: error: \"suppress\" is text, not a map\n"
                               "  write it like this: suppress: {below: 5}\n"},
    {"id: a\nkind: choropleth\ntitle: T\ndata: {file: d.csv, place: L, mean: V}\nsuppress: {below: "
     "5}\nboundaries: scotland-councils\n",
     "f.yaml:5:11: error: means and medians are no counts, which alone can be suppressed\n"
     "  write count: rows or sum: and its column, or take `suppress` away\n"},
    {bar + "color: red\n", "f.yaml:5:1: error: the key \"color\" does not belong here\n"
                           "  how figures look is in a style: write it into a file of its own "
                           "(own.yaml), below based_on: "
                           "screen, and style: own.yaml at the top of this one\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: {file: data\\s.csv, label: L, value: V}\n",
     "f.yaml:4:14: error: \"file\" is a path with back slashes, and there is no such file\n"
     "  write it with slashes: file: data/s.csv\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: {file: \"data\\names.csv\", label: L, value: V}\n",
     "f.yaml:4:14: error: \"file\" is a path with back slashes, and there is no such file\n"
     "  write it with slashes: file: data/names.csv\n"},
    {map + "classes: {method: natural breaks}\n",
     "f.yaml:6:19: error: \"method\" cannot be \"natural breaks\"\n"
     "  did you mean \"jenks\"?\n"},
    {bar + "title: x\n", "f.yaml:5:1: error: the key \"title\" is given twice\n"
                         "  it is first given on line 3; keep one\n"},
    {"id: ../a\n" + bar.substr(6),
     "f.yaml:1:5: error: the id \"../a\" cannot be a file name\n"
     "  write letters, digits, dots, dashes and underscores alone, such as sector-8\n"},
    {"id: a/b\n" + bar.substr(6),
     "f.yaml:1:5: error: the id \"a/b\" cannot be a file name\n"
     "  write letters, digits, dots, dashes and underscores alone, such as sector-8\n"},
    {"id: .a\n" + bar.substr(6),
     "f.yaml:1:5: error: the id \".a\" cannot be a file name\n"
     "  write letters, digits, dots, dashes and underscores alone, such as sector-8\n"},
    {"id: a b\n" + bar.substr(6),
     "f.yaml:1:5: error: the id \"a b\" cannot be a file name\n"
     "  write letters, digits, dots, dashes and underscores alone, such as sector-8\n"},
    {"id: [a]\n" + bar.substr(6), "f.yaml:1:5: error: \"id\" is a list, not text\n"
                                  "  write it like this: id: stories-by-sector\n"},
    {"id: a\nkind: bars\ntitle: T\ndata: {}\n", "f.yaml:2:7: error: \"kind\" cannot be \"bars\"\n"
                                                "  did you mean \"bar\"?\n"},
    {"id: a\nkind: scatter\ntitle: T\ndata: {}\n",
     "f.yaml:2:7: error: \"kind\" cannot be \"scatter\"\n"
     "  write \"bar\", \"choropleth\", \"tiles\", \"categorical\", \"symbols\" or \"dots\"\n"},
    {"id: a\nkind: bar\ntitle: \"\"\ndata: {file: d.csv, label: L, value: V}\n",
     "f.yaml:3:8: error: \"title\" is empty\n"
     "  write it like this: title: Story origins by sector\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: d.csv\n",
     "f.yaml:4:7: error: \"data\" is text, not a map\n"
     "  write it like this: data: {file: sector.csv, label: Sector, value: Stories}\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: {file: 'https://a.org/x/d.csv?v=2', label: L, value: V}\n",
     "f.yaml:4:14: error: \"file\" is an address, \"https://a.org/x/d.csv?v=2\"\n"
     "  download it into the folder of this file, and write file: d.csv\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, value: V}\n",
     "f.yaml:4:7: error: the key \"label\" is missing\n"
     "  write it like this: label: Sector\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, place: L, value: V}\n",
     "f.yaml:4:21: error: unknown key \"place\"\n"
     "  the keys here are \"file\", \"label\", \"value\", \"delimiter\", \"encoding\", \"sheet\", "
     "\"range\", "
     "\"source\", \"table\", \"query\", \"header_row\", \"decimal\", \"missing\", \"empty\", "
     "\"brackets\", "
     "\"where\", "
     "\"join\", \"count\", \"sum\", "
     "\"mean\", \"median\", \"distinct\", \"by\", \"bin\" and \"top\"\n"
     "f.yaml:4:7: error: the key \"label\" is missing\n"
     "  write it like this: label: Sector\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, label: V, value: V}\n",
     "f.yaml:4:38: error: \"label\" and \"value\" are one column, \"V\"\n"
     "  name the column of the names, and the column of the numbers\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, label: L, value: {colum: V, per: P}}\n",
     "f.yaml:4:39: error: unknown key \"colum\"\n"
     "  did you mean \"column\"?\n"
     "f.yaml:4:38: error: the key \"column\" is missing\n"
     "  write it like this: column: Stories\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, label: L, value: {column: V}}\n",
     "f.yaml:4:38: error: the key \"per\" is missing\n"
     "  write it like this: per: population\n"},
    {"id: a\nkind: bar\ntitle: T\ndata: {file: d.csv, label: L, value: {column: V, per: V}}\n",
     "f.yaml:4:55: error: \"column\" and \"per\" are one column, \"V\"\n"
     "  name the column of what is counted, and the column of what it is per\n"},
    {"id: a\nkind: bar\ntitle: T\n"
     "data: {file: d.csv, label: L, value: {column: V, per: P, factor: -1}}\n",
     "f.yaml:4:66: error: \"factor\" is not above zero\n"
     "  write 1000 for a rate per 1,000, 100000 for one per 100,000\n"},
    {"id: a\nkind: bar\ntitle: T\n"
     "data: {file: d.csv, label: L, value: {column: V, per: P, factor: all}}\n",
     "f.yaml:4:66: error: \"factor\": \"all\" is not a number\n"
     "  write it like this: factor: 100000\n"},
    {bar + "sort: decending\n", "f.yaml:5:7: error: \"sort\" cannot be \"decending\"\n"
                                "  did you mean \"descending\"?\n"},
    {bar + "duplicates: add\n", "f.yaml:5:13: error: \"duplicates\" cannot be \"add\"\n"
                                "  write \"error\" or \"sum\"\n"},
    {bar + "expect_total: many\n",
     "f.yaml:5:15: error: \"expect_total\": \"many\" is not a number\n"
     "  write it like this: expect_total: 39\n"},
    {bar + "expect_total: NaN\n",
     "f.yaml:5:15: error: \"expect_total\": \"NaN\" is not a finite number\n"
     "  write it like this: expect_total: 39\n"},
    {bar + "unit: story\n", "f.yaml:5:7: error: \"unit\" is text, not a map\n"
                            "  write it like this: unit: {one: story, other: stories}\n"},
    {bar + "items: {one: sector}\n", "f.yaml:5:8: error: the key \"other\" is missing\n"
                                     "  write it like this: other: stories\n"},
    {bar + "language: g\n", "f.yaml:5:11: error: \"language\" cannot be \"g\"\n"
                            "  words are written in English (en) and Scottish Gaelic (gd): write "
                            "en-GB, gd, or another tag "
                            "of these\n"},
    {bar + "note: {en: A, cy: B}\n", "f.yaml:5:15: error: unknown key \"cy\"\n"
                                     "  the keys here are \"en\" and \"gd\"\n"},
    {bar + "note: {en: [A]}\n", "f.yaml:5:12: error: \"en\" is a list, not text\n"
                                "  write it like this: en: Story origins by sector\n"},
    {bar + "subtitle: {}\n", "f.yaml:5:11: error: \"subtitle\" is empty\n"
                             "  write \"en\" or \"gd\": and a text\n"},
    {"id: a\nkind: bar\ntitle: {gd: T}\ndata: {file: d.csv, label: L, value: V}\n",
     "f.yaml:3:8: error: the title is not given in English (en)\n"
     "  write it in each language: title: {gd: \"T\", en: …}\n"},
    {bar + "unit: {en: {one: story, other: stories}, gd: {one: sgeulachd, other: sgeulachd}}\n",
     "f.yaml:5:46: error: the key \"two\" is missing\n"
     "  write it like this: two: sgeulachd\n"
     "f.yaml:5:46: error: the key \"few\" is missing\n"
     "  write it like this: few: sgeulachdan\n"},
    {bar + "unit: {one: story, two: stories, other: stories}\n",
     "f.yaml:5:20: error: unknown key \"two\"\n"
     "  the keys here are \"one\" and \"other\"\n"},
    {bar + "items: {gd: {one: roinn, two: roinn, few: roinnean, other: roinn}}\n",
     "f.yaml:5:8: error: \"items\" is not given in English (en)\n"
     "  write it by language: items: {en: {one: story, other: stories}, …}\n"},
    {tiles + "tiles: triangles\n", "f.yaml:5:8: error: \"tiles\" cannot be \"triangles\"\n"
                                   "  write \"hexagons\" or \"squares\"\n"},
    {categories, "f.yaml:1:1: error: a categorical map needs the key \"boundaries\"\n"
                 "  write it like this: boundaries: scotland-councils\n"},
    {"id: a\nkind: categorical\ntitle: T\ndata: {file: d.csv, place: L, category: L}\nboundaries: "
     "scotland-councils\n",
     "f.yaml:4:41: error: \"place\" and \"category\" are one column, \"L\"\n"
     "  name the column of the names, and the column of the categories\n"},
    {map.substr(0, map.find("boundaries")),
     "f.yaml:1:1: error: a map needs the key \"boundaries\"\n"
     "  write it like this: boundaries: scotland-councils\n"},
    {map.substr(0, map.find("scotland")) + "own/areas.geojson\n",
     "f.yaml:5:13: error: \"own/areas.geojson\" is no name of built-in boundaries\n"
     "  write scotland-councils, or a file: {file: districts.gpkg, code: LAD13CD, name: "
     "LAD13NM}\n"},
    {map.substr(0, map.find("scotland")) + "{file: a.gpkg, name: NAME}\n",
     "f.yaml:5:13: error: the key \"code\" is missing\n"
     "  write it like this: code: LAD13CD\n"},
    {map.substr(0, map.find("scotland")) + "[a]\n",
     "f.yaml:5:13: error: \"boundaries\" is a list, not text\n"
     "  write it like this: boundaries: scotland-councils\n"},
    {map + "absent: none\n", "f.yaml:6:9: error: \"absent\" cannot be \"none\"\n"
                             "  write \"missing\" or \"zero\"\n"},
    {map + "classes: jenks\n", "f.yaml:6:10: error: \"classes\" is text, not a map\n"
                               "  write it like this: classes: {method: jenks, count: 5}\n"},
    {map + "classes: {method: jenk}\n", "f.yaml:6:19: error: \"method\" cannot be \"jenk\"\n"
                                        "  did you mean \"jenks\"?\n"},
    {map + "classes: {count: -2}\n",
     "f.yaml:6:18: error: \"count\" is -2, not a whole number from 1 to 7\n"
     "  write it like this: count: 5\n"},
    {map + "classes: {method: fixed}\n",
     "f.yaml:6:19: error: fixed classes need the key \"breaks\"\n"
     "  write it like this: breaks: [1, 2, 3, 5, 11]\n"},
    {map + "classes: {method: fixed, breaks: [1, 5], count: 1}\n",
     "f.yaml:6:49: error: \"count\" does not fit fixed classes\n"
     "  take it away: the breaks say how many classes there are\n"},
    {map + "classes: {method: equal, breaks: [1, 5]}\n",
     "f.yaml:6:34: error: \"breaks\" fits fixed classes alone\n"
     "  write method: fixed\n"},
    {map + "classes: {method: continuous, count: 3}\n",
     "f.yaml:6:38: error: \"count\" does not fit a continuous scale\n"
     "  take it away: a continuous scale has no classes\n"},
    {map + "classes: {method: continuous, breaks: [1, 5]}\n",
     "f.yaml:6:39: error: \"breaks\" fits fixed classes alone\n"
     "  write method: fixed\n"},
    {map + "classes: {method: continuous, midpoint: middle}\n",
     "f.yaml:6:41: error: \"midpoint\": \"middle\" is not a number\n"
     "  write it like this: midpoint: 0\n"},
    {map + "classes: {method: fixed, breaks: [1]}\n",
     "f.yaml:6:34: error: the number of breaks is 1, not 2 to 8\n"
     "  each class begins at its break, and the last break is where the last ends\n"},
    {map + "classes: {method: fixed, breaks: [1, 2, 3, 4, 5, 6, 7, 8, 9]}\n",
     "f.yaml:6:34: error: the number of breaks is 9, not 2 to 8\n"
     "  each class begins at its break, and the last break is where the last ends\n"},
};

const BadInput bad_breaks[] = {
    {map + "classes: {method: fixed, breaks: [1, 5, 3]}\n",
     "f.yaml:6:41: error: the break 3 does not rise above the one before it, 5\n"},
    {map + "classes: {method: fixed, breaks: [1, 1]}\n",
     "f.yaml:6:38: error: the break 1 does not rise above the one before it, 1\n"},
    {map + "classes: {method: fixed, breaks: [1, two]}\n",
     "f.yaml:6:38: error: the break \"two\" is not a number\n"},
    {map + "classes: {method: fixed, breaks: [1, .inf]}\n",
     "f.yaml:6:38: error: the break \".inf\" is not a number\n"},
    {map + "classes: {method: fixed, breaks: [1, [2]]}\n",
     "f.yaml:6:38: error: the break \"\" is not a number\n"},
};

} // namespace

BOOST_AUTO_TEST_CASE(every_key_of_a_bar_chart) {
    const Reading reading =
        read(bar + "subtitle: Sub\nnote: >\n  One\n  note\nsource: Other\nlanguage: en-IE\n"
                   "sort: ascending\nduplicates: sum\nexpect_total: \"1,234.5\"\n"
                   "unit: {one: story, other: stories}\nitems: {one: sector, other: sectors}\n");
    BOOST_TEST(reading.told == "");
    const FigureSpec& spec = reading.spec;
    BOOST_TEST(spec.id == "a");
    BOOST_TEST(spec.project == "P");
    BOOST_TEST(spec.title == "T");
    BOOST_TEST(spec.subtitle == "Sub");
    BOOST_TEST(spec.note == "One note");
    BOOST_TEST(spec.source == "Other");
    BOOST_TEST(spec.language == "en-IE");
    BOOST_TEST((spec.sort == input::Sort::ascending));
    BOOST_TEST((spec.duplicates == input::Duplicates::sum));
    BOOST_TEST(spec.expect_total.value() == 1234.5);
    BOOST_TEST(spec.expect_total_where.line == 13);
    BOOST_TEST(spec.unit.one == "story");
    BOOST_TEST(spec.item.value().other == "sectors");
    BOOST_TEST(std::get<std::filesystem::path>(spec.data.source) == "data/d.csv");
    BOOST_TEST(spec.data.shown == "data/d.csv");
    BOOST_TEST(spec.data.where.column == 7);
    BOOST_TEST(spec.data.label_where.column == 28);
    BOOST_TEST(spec.data.value_where.column == 38);
}

BOOST_AUTO_TEST_CASE(a_rate) {
    const std::string figure = "id: a\nkind: bar\ntitle: {en: T, gd: T}\n"
                               "data: {file: d.csv, label: L, value: {column: {en: V, gd: U}, ";
    const Reading plain = read(figure + "per: P}}\n");
    BOOST_TEST(plain.told == "");
    BOOST_TEST(plain.spec.data.value_column == "V");
    BOOST_TEST(plain.spec.data.value_where.column == 47);
    const input::RateSpec rate = plain.spec.data.rate.value();
    BOOST_TEST(rate.column == "P");
    BOOST_TEST(rate.factor == 1);
    BOOST_TEST(!rate.noun.has_value());
    BOOST_TEST(rate.where.column == 68);
    const Reading full = read(figure + "per: {en: P, gd: Q}, factor: 100000, per_unit: {en: {one: "
                                       "home, other: homes}, gd: {one: a, two: b, few: c, other: "
                                       "d}}}}\n",
                              "gd");
    BOOST_TEST(full.told == "");
    BOOST_TEST(full.spec.data.value_column == "U");
    BOOST_TEST(full.spec.data.rate.value().column == "Q");
    BOOST_TEST(full.spec.data.rate.value().column_language == "");
    BOOST_TEST(full.spec.data.rate.value().factor == 100000);
    BOOST_TEST(full.spec.data.rate.value().noun.value().few == "c");
    // A column by language is no rate.
    BOOST_TEST(!read(bar).spec.data.rate.has_value());
    BOOST_TEST(!read("id: a\nkind: bar\ntitle: T\n"
                     "data: {file: d.csv, label: L, value: {en: V, gd: U}}\n")
                    .spec.data.rate.has_value());
}

BOOST_AUTO_TEST_CASE(every_key_of_a_map) {
    const FigureSpec spec =
        read(map + "absent: zero\nclasses: {method: quantile, count: 3}\n").spec;
    BOOST_TEST(spec.boundaries.value().name == "scotland-councils");
    BOOST_TEST(spec.boundaries.value().where.column == 13);
    BOOST_TEST((spec.absent == input::Absent::zero));
    BOOST_TEST((spec.classes.method == input::ClassMethod::quantile));
    BOOST_TEST(spec.classes.count == 3);
    BOOST_TEST(spec.source == "S");
    BOOST_TEST(spec.language == "en-GB");
}

BOOST_AUTO_TEST_CASE(boundaries_from_a_file) {
    const Reading reading =
        read(map.substr(0, map.find("scotland")) +
             "{file: a.gpkg, code: C, name: N, attribution: © Crown copyright}\n");
    BOOST_TEST(reading.told == "");
    const input::BoundarySpec& boundaries = reading.spec.boundaries.value();
    BOOST_TEST(boundaries.name == "");
    BOOST_TEST(boundaries.file == "data/a.gpkg");
    BOOST_TEST(boundaries.shown == "data/a.gpkg");
    BOOST_TEST(boundaries.code_field == "C");
    BOOST_TEST(boundaries.name_field == "N");
    BOOST_TEST(boundaries.attribution == "© Crown copyright");
}

BOOST_AUTO_TEST_CASE(fixed_classes) {
    const Reading reading = read(map + "classes: {method: fixed, breaks: [-1.5, 0, 2]}\n");
    BOOST_TEST(reading.told == "");
    BOOST_TEST(reading.spec.classes.breaks == (std::vector<double>{-1.5, 0, 2}),
               boost::test_tools::per_element());
    BOOST_TEST(reading.spec.classes.where.column == 34);
}

BOOST_AUTO_TEST_CASE(bad_input) {
    for (const BadInput& bad : bad_inputs) {
        BOOST_TEST(read(bad.text).told == bad.message);
    }
    for (const BadInput& bad : bad_breaks) {
        BOOST_TEST(read(bad.text).told == std::string(bad.message) + std::string(rising));
    }
}

// A bar chart with everything in two languages, but for the note and the source.
const std::string bilingual =
    "id: a\nkind: bar\ntitle: {en: Stories, gd: Sgeulachdan}\nsubtitle: {en: Told, gd: Innse}\n"
    "note: Mind\nunit: {en: {one: story, other: stories}, gd: {one: sgeulachd, two: sgeulachd, "
    "few: "
    "sgeulachdan, other: sgeulachd}}\n"
    "data: {file: d.csv, label: {en: Sector, gd: Roinn}, value: Stories}\n";

BOOST_AUTO_TEST_CASE(a_figure_in_its_own_language) {
    const Reading reading = read(bilingual);
    BOOST_TEST(reading.told == "");
    const FigureSpec& spec = reading.spec;
    BOOST_TEST(spec.language == "en-GB");
    BOOST_TEST(spec.title == "Stories");
    BOOST_TEST(spec.subtitle == "Told");
    BOOST_TEST(spec.unit.other == "stories");
    BOOST_TEST(spec.unit.few == "");
    BOOST_TEST(spec.data.label_column == "Sector");
    BOOST_TEST(spec.data.other_label_column == "Roinn");
    BOOST_TEST(spec.data.other_label_language == "gd");
    for (const std::string& language :
         {spec.subtitle_language, spec.note_language, spec.source_language,
          spec.data.label_language, spec.data.value_language}) {
        BOOST_TEST(language == "");
    }
}

BOOST_AUTO_TEST_CASE(a_figure_in_another_language) {
    const Reading reading = read(bilingual, "gd");
    BOOST_TEST(reading.told == "");
    const FigureSpec& spec = reading.spec;
    BOOST_TEST(spec.language == "gd");
    BOOST_TEST(spec.title == "Sgeulachdan");
    BOOST_TEST(spec.subtitle == "Innse");
    BOOST_TEST(spec.subtitle_language == "");
    BOOST_TEST(spec.note == "Mind");
    BOOST_TEST(spec.note_language == "en-GB");
    BOOST_TEST(spec.source == "S");
    BOOST_TEST(spec.source_language == "en-GB");
    BOOST_TEST(spec.unit.two == "sgeulachd");
    BOOST_TEST(spec.unit.few == "sgeulachdan");
    BOOST_TEST(spec.data.label_column == "Roinn");
    BOOST_TEST(spec.data.label_language == "");
    BOOST_TEST(spec.data.other_label_column == "Sector");
    BOOST_TEST(spec.data.other_label_language == "en-GB");
    BOOST_TEST(spec.data.value_column == "Stories");
    BOOST_TEST(spec.data.value_language == "en-GB");
}

BOOST_AUTO_TEST_CASE(a_figure_of_a_language_of_its_own) {
    const std::string gaelic = bar + "language: gd-GB\n"
                                     "unit: {one: a, two: b, few: c, other: d}\n";
    for (const char* asked : {"", "gd"}) {
        const Reading reading = read(gaelic, asked);
        BOOST_TEST(reading.told == "");
        BOOST_TEST(reading.spec.language == "gd-GB");
        BOOST_TEST(reading.spec.unit.few == "c");
        BOOST_TEST(reading.spec.source_language == "en-GB");
        BOOST_TEST(reading.spec.data.label_language == "");
    }
    BOOST_TEST(read(gaelic, "en").told ==
               "f.yaml:3:8: error: the title is not given in English (en)\n"
               "  write it in each language: title: {gd: \"T\", en: …}\n"
               "f.yaml:6:7: error: \"unit\" is not given in English (en)\n"
               "  write it by language: unit: {en: {one: story, other: stories}, …}\n");
}

BOOST_AUTO_TEST_SUITE_END()
