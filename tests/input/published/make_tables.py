#!/usr/bin/python3
"""Makes tables in the habits of twelve publishers of official statistics; figures.yaml draws them.

    ./make_tables.py        (openpyxl; LibreOffice for what it writes)

All numbers and titles are made up. Files of LibreOffice are made of those of openpyxl.
"""

import csv
import io
import os
import subprocess

import openpyxl
from openpyxl.styles import Font

HERE = os.path.dirname(os.path.abspath(__file__))
with open(os.path.join(HERE, "../../../boundaries/councils.csv"), encoding="utf-8") as file:
    COUNCILS = [(row["gss_code"], row["name"]) for row in csv.DictReader(file)]
COUNCILS.sort(key=lambda council: council[1])
BOARDS = ["S08000015", "S08000016", "S08000017", "S08000019", "S08000020", "S08000022", "S08000024",
          "S08000025", "S08000026", "S08000028", "S08000029", "S08000030", "S08000031", "S08000032"]


def number(index, seed=1, least=100, span=9000):
    return least + (index * 7919 + seed * 104729) % span


def text(rows, delimiter=",", end="\n", quoting=csv.QUOTE_MINIMAL):
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(rows)
    return out.getvalue()


def save(name, content, encoding="utf-8"):
    with open(os.path.join(HERE, name), "w", encoding=encoding, newline="") as file:
        file.write(content)


def long_form():
    """Linked data: an address for each area, a row for each year, sex and measure."""
    rows = [["FeatureCode", "DateCode", "Measurement", "Units", "Value", "Sex"]]
    areas = [code for code, _ in COUNCILS] + ["S92000003"]
    for year in (2022, 2023):
        for sex in ("All", "Female"):
            for i, code in enumerate(areas):
                value = number(i, year) if code != "S92000003" else 0
                rows.append(["http://statistics.gov.scot/id/statistical-geography/" + code, year,
                             "Count", "Persons", value, sex])
    for row in rows:
        if row[0].endswith("S92000003"):
            row[4] = sum(r[4] for r in rows[1:] if r[1] == row[1] and r[5] == row[5])
    save("people-long.csv", text(rows, quoting=csv.QUOTE_ALL))


def estimates():
    """A workbook of population estimates: titles, the country first, a column for each age band."""
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "Cover"
    for row in (["Estimates of people by council area"], ["Published 12 August 2026"],
                ["This workbook has two sheets."]):
        cover.append(row)
    sheet = book.create_sheet("Table 1")
    sheet.append(["Table 1: People by council area and age, mid-2025"])
    sheet["A1"].font = Font(bold=True)
    sheet.append(["Figures are made up and add up."])
    sheet.append([])
    sheet.append(["Area code", "Area name", "All ages", "0 to 15", "16 to 64", "65 and over"])
    bands = [[number(i, band, 2000, 90000) for band in (1, 2, 3)] for i in range(len(COUNCILS))]
    sums = [sum(band) for band in zip(*bands)]
    sheet.append(["S92000003", "Scotland", sum(sums)] + sums)
    for (code, name), band in zip(COUNCILS, bands):
        sheet.append([code, name, sum(band)] + band)
    for row in sheet.iter_rows(min_row=5, min_col=3):
        for cell in row:
            cell.number_format = "#,##0"
    sheet.append([])
    sheet.append(["© Made-up copyright 2026"])
    book.save(os.path.join(HERE, "estimates.xlsx"))


def open_data():
    """Health open data: codes of boards, each column followed by its qualifier."""
    rows = [["Year", "HB", "HBQF", "Sex", "SexQF", "Stays", "StaysQF"]]
    for year in ("2023/24", "2024/25"):
        for i, board in enumerate(BOARDS):
            small = board == "S08000026"
            rows.append([year, board, "", "All", "d", "" if small else number(i, len(year)),
                         "c" if small else ""])
        rows.append([year, "S92000003", "d", "All", "d", "", "c"])
    save("stays.csv", text(rows, end="\r\n"))


def applications():
    """A government workbook: cover, contents, notes, and tables whose headings have marks of notes."""
    book = openpyxl.Workbook()
    cover = book.active
    cover.title = "Cover_sheet"
    cover.append(["Applications to a fund: tables"])
    contents = book.create_sheet("Table_of_contents")
    for row in (["Worksheet name", "Worksheet title"], ["Table_1", "Applications by local authority"],
                ["Notes", "Notes"]):
        contents.append(row)
    sheet = book.create_sheet("Table_1")
    for row in (["Table 1: Applications by local authority, 2025-26 [note 1] [note 2]"],
                ["This worksheet contains one table. Some cells refer to notes."],
                ["Local Authority", "Applications received [note 1]", "Applications accepted",
                 "Acceptance rate [note 2]"]):
        sheet.append(row)
    total = [0, 0]
    for i, (_, name) in enumerate(COUNCILS):
        if name in ("Orkney Islands", "Shetland Islands"):
            sheet.append([name.replace(" and ", " & "), "[c]", "[c]", "[c]"])
            continue
        received = number(i, 5)
        accepted = received * (50 + i) // 100
        total[0] += received
        total[1] += accepted
        sheet.append([name.replace(" and ", " & "), received, accepted, accepted / received])
    sheet.insert_rows(4)
    for column, value in enumerate(("Scotland", total[0] + 41, total[1] + 25, 0.6), 1):
        sheet.cell(4, column, value)
    for row in sheet.iter_rows(min_row=4, min_col=2):
        for cell in row:
            cell.number_format = "0%" if cell.column == 4 else "#,##0"
    notes = book.create_sheet("Notes")
    for row in (["Note number", "Note text"], ["[note 1]", "Repeat applications are counted."],
                ["[note 2]", "Of applications with a decision."]):
        notes.append(row)
    book.save(os.path.join(HERE, "applications-openpyxl.xlsx"))


def deprivation():
    """A summary of an index: names as the index has them, shares in per cent."""
    rows = [["Council area", "Number of data zones", "20% most deprived (number)",
             "20% most deprived (local share)"]]
    short = {"Na h-Eileanan Siar": "Na h-Eileanan an Iar", "City of Edinburgh": "Edinburgh, City of"}
    for i, (_, name) in enumerate(COUNCILS):
        zones = number(i, 2, 30, 600)
        most = zones * ((i * 7) % 45) // 100
        rows.append([short.get(name, name), zones, most, f"{100 * most / zones:.1f}%"])
    save("deprivation.csv", "\ufeff" + text(rows, end="\r\n"))


def housing():
    """Housing starts: symbols for what is confidential and not applicable, a row of totals last."""
    rows = [["Table 4: New homes started, year to end March 2026"],
            ["[c] confidential, [z] not applicable"], [],
            ["Local authority", "All-sector starts", "Council starts"]]
    total = 0
    stock = ("Argyll and Bute", "Dumfries and Galloway", "Glasgow City", "Inverclyde",
             "Na h-Eileanan Siar", "Scottish Borders")
    for i, (_, name) in enumerate(COUNCILS):
        value = "[z]" if name in stock else "[c]" if name == "Clackmannanshire" else number(i, 9, 5, 400)
        rows.append([name, number(i, 3, 90, 1900), value])
        total += value if isinstance(value, int) else 0
    rows += [["Scotland", sum(row[1] for row in rows[4:]), total + 17], [],
             ["Source: returns of local authorities"]]
    save("housing.csv", text(rows))


def attainment():
    """Schools: a star for what is suppressed, a dash for what is not there, signs of notes in names."""
    rows = [["Table 7.2: Percentage of pupils at a level(1), by authority"], [],
            ["Education Authority", "P1", "P4", "P7", ""]]
    signs = {"Argyll and Bute": "Argyll & Bute(2)", "Dundee City": "Dundee City*"}
    for i, (_, name) in enumerate(COUNCILS):
        cell = "*" if name == "Orkney Islands" else "-" if name == "Shetland Islands" else 55 + (i * 11) % 35
        rows.append([signs.get(name, name), 60 + (i * 7) % 30, cell, 50 + (i * 13) % 40, ""])
    rows += [["Scotland", 75, 72, 68, ""], [], ["(1) Of those with a result."],
             ["(2) Two schools did not answer."], ["* Suppressed: fewer than 20 pupils."]]
    save("attainment.csv", text(rows, end="\r\n"))


def finance():
    """Council finance in thousands of pounds: commas, a true minus, an empty column, a total."""
    rows = [["Local Financial Returns: final", "", "", ""], ["£000s", "", "", ""],
            ["", "", "", ""], ["Council", "", "Net revenue expenditure (£000s)", "Change in reserves (£000s)"]]
    sums = [0, 0]
    for i, (_, name) in enumerate(COUNCILS):
        spent, change = number(i, 4, 40000, 900000), number(i, 6, 0, 16000) - 8000
        sums[0] += spent
        sums[1] += change
        rows.append([name, "", f"{spent:,}", f"{change:,}".replace("-", "−")])
    rows.append(["All councils", "", f"{sums[0]:,}", f"{sums[1]:,}".replace("-", "−")])
    save("finance.csv", text(rows))


def bilingual():
    """A workbook in two languages: headings with a line break, [x] for what is not available."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "1"
    sheet.append(["Tabl 1 / Table 1: Sgilean / Skills"])
    sheet.append(["Source: a made-up survey"])
    sheet.append(["Còd sgìre\nArea code", "Ainm sgìre\nArea name", "Uile\nAll [note 1]", "Fileantach\nFluent"])
    for i, (code, name) in enumerate(COUNCILS):
        missing = name == "Clackmannanshire"
        sheet.append([code, name + " ", "[x]" if missing else str(number(i, 8)), "[low]" if i % 9 == 0 else i * 3])
    book.save(os.path.join(HERE, "bilingual.xlsx"))


def crime():
    """Rates per 10,000, with a heading of two rows: years over numbers and rates."""
    rows = [["Recorded crimes, by council area"], [],
            ["", "2024-25", "", "2025-26", ""], ["Area", "Number", "Rate", "Number", "Rate"]]
    for i, (_, name) in enumerate(COUNCILS):
        cells = []
        for year in (1, 2):
            count = number(i, year)
            cells += [f"{count:,}", f"{count / 17:.0f} [p]" if year == 2 else f"{count / 17:.0f}"]
        rows.append([name.replace("City of Edinburgh", "Edinburgh")] + cells)
    rows += [[], ["Rates are crimes per 10,000 people."], ["[p] provisional"]]
    save("crime.csv", text(rows, delimiter="\t"), "utf-16")


def census():
    """A census table: title, filters, a heading of two rows, a trailing comma, a long footer."""
    lines = ['"Table LC1: Language by council area"', "", '"Population","All people aged 3 and over"', "",
             '"","Language","Language",', '"Council Area 2019","All people","Reads it",']
    for i, (_, name) in enumerate(COUNCILS):
        lines.append(f'"{name}",{number(i, 1, 20000, 400000)},{"-" if i % 13 == 5 else number(i, 7, 10, 3000)},')
    lines += ["", '"INFO","In order to protect against disclosure, some cells have been changed"', "",
              '"(c) made-up copyright 2026"']
    save("census.csv", "\r\n".join(lines) + "\r\n")


def export():
    """What a spreadsheet program set to another country writes: semicolons, decimal commas."""
    rows = [["Gebiet / Area", "Anteil / Share (%)", "Bemerkung"]]
    for i, (_, name) in enumerate(COUNCILS):
        rows.append([name, f"{5 + (i * 37) % 60},{i % 10}", "vorläufig" if i % 8 == 0 else ""])
    save("share.csv", "sep=;\r\n" + text(rows, delimiter=";", end="\r\n"), "windows-1252")


def by_libreoffice():
    """The same workbook as LibreOffice writes it, as .xlsx and as .ods."""
    source = os.path.join(HERE, "applications-openpyxl.xlsx")
    for kind in ("xlsx", "ods"):
        subprocess.run(["soffice", "--headless", "--convert-to", kind, "--outdir", "/tmp/cairn-made", source],
                       check=True, stdout=subprocess.DEVNULL)
        os.replace(f"/tmp/cairn-made/applications-openpyxl.{kind}",
                   os.path.join(HERE, f"applications-libreoffice.{kind}"))


if __name__ == "__main__":
    for make in (long_form, estimates, open_data, applications, deprivation, housing, attainment, finance,
                 bilingual, crime, census, export, by_libreoffice):
        make()
