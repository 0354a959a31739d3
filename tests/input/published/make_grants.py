#!/usr/bin/python3
"""Makes grants-openpyxl.xlsx; LibreOffice makes the others of it:

    soffice --headless --convert-to ods grants-openpyxl.xlsx
    soffice --headless --convert-to xlsx --outdir . grants-openpyxl.xlsx

All numbers are made up.
"""

import datetime
import zipfile

import openpyxl

FILE = "grants-openpyxl.xlsx"
FORMULA = b"<f>B8*2</f>"

book = openpyxl.Workbook()
sheet = book.active
sheet.title = "Table 3"
sheet["A1"] = "Table 3: Grants by council, 2022/23 and 2023/24 [note 1]"
sheet.merge_cells("A1:F1")
sheet["B3"] = "2022/23"
sheet.merge_cells("B3:C3")
sheet["D3"] = "2023/24"
sheet.merge_cells("D3:E3")
rows = [
    ("Council", "Number", "Rate", "Number", "Average award", "As at"),
    ("Aberdeen City", 1628, 0.605, 1700, 840.5, datetime.date(2024, 3, 31)),
    ("Argyll & Bute", 470, 0.5649999999999999, "n/a", 1234, datetime.date(2024, 4, 1)),
    ("Edinburgh, City of", 7114, 0.4561, -12, 0, datetime.datetime(2024, 4, 1, 12, 30)),
    ("Fife", "1,228", 0.07, "=B8*2", 12.300000000000001, None),
    ("Highland", 2, None, "#N/A", 99.995, None),
]
formats = ["General", "#,##0", "0.0%", "#,##0;[Red](#,##0)", '"£"#,##0.00;-"£"#,##0.00;"-"??', "dd/mm/yyyy"]
for number, row in enumerate(rows, 4):
    for column, (value, code) in enumerate(zip(row, formats), 1):
        sheet.cell(number, column, value).number_format = code
sheet["F7"].number_format = "dd/mm/yyyy hh:mm"
sheet["G8"] = 0.25
sheet["G9"] = True
sheet.row_dimensions[6].hidden = True
sheet.column_dimensions["F"].hidden = True
book.create_sheet("Notes").append(["Note 1", "Made up."])
workings = book.create_sheet("Workings")
workings.append(["Council", "Draft"])
workings.sheet_state = "hidden"
book.save(FILE)

# openpyxl leaves the value of a formula to be worked out.
with zipfile.ZipFile(FILE) as archive:
    parts = [(name, archive.read(name)) for name in archive.namelist()]
with zipfile.ZipFile(FILE, "w", zipfile.ZIP_DEFLATED) as archive:
    for name, text in parts:
        for empty in (b"<v></v>", b"<v />", b"<v/>"):
            text = text.replace(FORMULA + empty, FORMULA + b"<v>2456</v>")
        archive.writestr(name, text)
