#include "tests/output/support_scene.h"

#include <boost/test/unit_test.hpp>

#include <sstream>

using namespace cairn;

BOOST_AUTO_TEST_SUITE(manifest)

namespace {

/// figures.json of project P.
std::string manifest_of(const output::Finished& figure) {
    return output::to_manifest("P", std::vector{output::to_manifest_entry(figure)});
}

output::Finished finished() {
    facts::Facts facts;
    facts.id = "place";
    facts.kind = "choropleth";
    facts.source = "A";
    facts.attribution = "Made with Natural Earth";
    facts.body = facts::Areas{.shown = facts::Classes{{{1, 2.5, true, 1}, {3, 5, true, 1}}, {}},
                              .zero_count = 1};
    facts.total = 7;
    facts.missing = {"Moray"};
    facts.facts = {{.label = "Fife", .code = "S12000047", .value = 5, .class_index = 1},
                   {.label = "Angus", .code = "S12000041", .value = 0, .class_index = {}},
                   {.label = "Moray", .code = "", .value = {}, .class_index = {}}};
    words::Words words = test::words();
    words.notes.push_back({"Tùs", "gd"});
    words.table.row_languages = {"", "gd", ""};
    return {facts,
            test::small_scene(words),
            {{255, 255, 255}, {200, 220, 235}, {20, 60, 110}},
            {{"svg", "place.svg", "abc"}, {"alt", "place.alt.txt", ""}}};
}

} // namespace

BOOST_AUTO_TEST_CASE(the_manifest_says_all_of_a_figure) {
    const std::vector figures{output::to_manifest_entry(finished())};
    BOOST_TEST(output::to_manifest("The \"stories\" project", figures) == R"json({
  "version": 1,
  "project": "The \"stories\" project",
  "figures": [
    {
      "id": "place",
      "kind": "choropleth",
      "title": "Sgeulachdan “by area” & <kind>",
      "language": "en-GB",
      "alt": "Bars of 7 stories: \"Fife\" has most, 5.",
      "alt_list": "Sgeulachdan “by area” & <kind>: Fife 5, Na h-Eileanan Siar 0, Moray 2",
      "description": "Three areas.\nFife has 5 & Moray 2.",
      "width": 200,
      "height": 120,
      "files": {
        "svg": {
          "path": "place.svg",
          "bytes": 3,
          "sha256": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        },
        "alt": {
          "path": "place.alt.txt",
          "bytes": 0,
          "sha256": "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        }
      },
      "facts": [
        {
          "label": "Fife",
          "code": "S12000047",
          "value": 5,
          "class": 2
        },
        {
          "label": "Angus",
          "code": "S12000041",
          "value": 0,
          "class": 0
        },
        {
          "label": "Moray",
          "value": null
        }
      ],
      "total": 7,
      "missing": [
        "Moray"
      ],
      "classes": [
        {
          "from": 0,
          "to": 0,
          "colour": "#ffffff",
          "count": 1
        },
        {
          "from": 1,
          "to": 2.5,
          "colour": "#c8dceb",
          "count": 1
        },
        {
          "from": 3,
          "to": 5,
          "colour": "#143c6e",
          "count": 1
        }
      ],
      "source": "A",
      "attribution": "Made with Natural Earth",
      "notes": [
        {
          "text": "Source: A & B"
        },
        {
          "text": "Tùs",
          "language": "gd"
        }
      ],
      "table": {
        "caption": "Stories <by area>",
        "columns": [
          {
            "heading": "Council area",
            "numeric": false
          },
          {
            "heading": "Stories",
            "numeric": true
          }
        ],
        "rows": [
          {
            "cells": [
              "Fife",
              "5"
            ]
          },
          {
            "cells": [
              "Na h-Eileanan Siar",
              "0"
            ],
            "language": "gd"
          },
          {
            "cells": [
              "Moray \"&\"",
              "2"
            ]
          }
        ]
      },
      "page": {
        "details": "Description and data table",
        "table": "Data table",
        "download": "Download the data (CSV)"
      }
    }
  ]
}
)json");
}

BOOST_AUTO_TEST_CASE(a_run_without_figures) {
    BOOST_TEST(output::to_manifest("P", {}) ==
               "{\n  \"version\": 1,\n  \"project\": \"P\",\n  \"figures\": []\n}\n");
}

BOOST_AUTO_TEST_CASE(a_rate_says_what_it_is_made_of) {
    output::Finished figure = finished();
    BOOST_TEST(manifest_of(figure).find("\"rate\"") == std::string::npos);
    facts::Facts& facts = figure.facts;
    facts.rate = facts::Rate{.factor = 100000,
                             .per = {"person", "people"},
                             .count_heading = "Stories",
                             .per_heading = "Population, mid-2022",
                             .population_year = 2022,
                             .overall = 0.77,
                             .reliable_from = 20,
                             .of_few_cases = 1};
    facts.value_heading = "Stories per 100,000 people";
    facts.facts[0].count = 5;
    facts.facts[0].denominator = 371340;
    facts.facts[0].few_cases = true;
    const std::string text = manifest_of(figure);
    const auto has = [&](const std::string& part) {
        BOOST_TEST((text.find(part) != std::string::npos), part << " is not in " << text);
    };
    has(R"json("value": 5,
          "count": 5,
          "denominator": 371340,
          "few_cases": true,
          "class": 2)json");
    has(R"json("value": null,
          "count": null,
          "denominator": null,
          "few_cases": false)json");
    has(R"json("rate": {
        "measure": "Stories per 100,000 people",
        "factor": 100000,
        "count": "Stories",
        "denominator": "Population, mid-2022",
        "overall": 0.77,
        "reliable_from": 20,
        "of_few_cases": 1,
        "population_year": 2022
      })json");
}

BOOST_AUTO_TEST_CASE(groups_and_small_maps_say_which) {
    output::Finished figure = finished();
    figure.facts.kind = "categorical";
    figure.facts.body = facts::Groups{.categories = {{"North", 1}}};
    figure.facts.facts = {{.label = "Fife", .code = "S1", .value = {}, .class_index = 0},
                          {.label = "Angus", .code = "S2", .value = {}, .class_index = {}}};
    const std::string groups = manifest_of(figure);
    for (const char* part : {R"("kind": "categorical")", R"("category": "North",
          "class": 0)",
                             R"("category": null)", R"("category": "North",
          "colour": "#ffffff",
          "count": 1)"}) {
        BOOST_TEST(groups.find(part) != std::string::npos, part);
    }
    figure = finished();
    const auto& areas = std::get<facts::Areas>(figure.facts.body);
    figure.facts.body = facts::Panels{.panels = {{"2021", 5}, {"2022", 2}},
                                      .shades = std::get<facts::Shades>(areas.shown),
                                      .zero_count = areas.zero_count};
    BOOST_TEST(manifest_of(figure).find(R"("panel": "2021")") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
