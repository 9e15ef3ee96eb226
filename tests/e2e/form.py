"""The editor's page in the words of a user, for the tests of the browser."""

import re

SAVED = re.compile(r"Tersimpan \d+\.\d+|Semua tersimpan")


class Form:
    """The table of steps on an open page."""

    def __init__(self, page):
        self.page = page

    @classmethod
    def open(cls, page, version, tab="langkah"):
        page.goto(f"/sop/{version.key}/editor/#{tab}")
        form = cls(page)
        form.ready()
        return form

    def ready(self):
        """Wait until the form and its flowchart stand."""
        self.page.wait_for_selector("#grid thead th", state="attached")
        self.page.wait_for_function(
            "() => !document.querySelector('tbody td.cell[data-node]')"
            " || document.querySelector('.live-flow')"
        )

    def saved(self):
        """Wait until the server has stored all and the drawing fits the texts."""
        self.page.wait_for_function(
            "() => document.body.dataset.standing === 'saved'"
            " && !document.querySelector('.cell-input')"
        )

    def row(self, number):
        return self.page.locator("#grid tbody tr").nth(number - 1)

    def rows(self):
        return self.page.locator("#grid tbody tr").count()

    def cell(self, number, column):
        """A text cell by its column, a performer cell by its heading."""
        if column in ("activity", "requirements", "time", "output", "note"):
            return self.row(number).locator(f'td[data-column="{column}"]')
        button = self.page.locator(".head-button", has_text=re.compile(rf"^{re.escape(column)}$"))
        return self.row(number).locator(
            f'td[data-column="@{button.get_attribute("data-performer")}"]'
        )

    def text(self, number, column):
        return self.cell(number, column).locator(".text").inner_text()

    def write(self, number, column, text):
        self.cell(number, column).click()
        self.page.keyboard.type(text)
        self.page.keyboard.press("Enter")

    def said(self, number, column):
        """What a screen reader says of a performer cell."""
        return self.cell(number, column).get_attribute("aria-label")

    def paste(self, rows):
        """Paste a table as a spreadsheet hands it over."""
        text = "\n".join("\t".join(row) for row in rows)
        self.page.evaluate(
            """(text) => {
              const data = new DataTransfer();
              data.setData("text/plain", text);
              const target = document.activeElement ?? document.body;
              target.dispatchEvent(new ClipboardEvent("paste", {
                clipboardData: data, bubbles: true, cancelable: true,
              }));
            }""",
            text,
        )

    def out_of_line(self):
        """Symbols that do not stand inside the cell of their step and performer, as texts."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll(".live-flow [data-node]")].flatMap((symbol) => {
              const cell = document.querySelector(`td.cell[data-node="${symbol.dataset.node}"]`);
              if (!cell) return [];
              const [a, b] = [symbol.getBoundingClientRect(), cell.getBoundingClientRect()];
              const inside = a.top >= b.top - 1 && a.bottom <= b.bottom + 1
                && a.left >= b.left - 1 && a.right <= b.right + 1;
              return inside ? [] : [`${symbol.dataset.node} ${a.top}-${a.bottom} ${b.top}-${b.bottom}`];
            })"""
        )
