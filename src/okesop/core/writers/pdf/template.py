"""The typst source: it places what has been measured and breaks nothing anew.

Every text comes through ``sys.inputs`` as JSON and is shown as a string, so nothing that a user types is
ever read as typst.
"""

SOURCE = r"""
#let data = json(bytes(sys.inputs.sheets))
#let pt(number) = number * 1pt
#set document(title: data.title, author: data.author, keywords: data.keywords, date: auto)
#set page(margin: 0pt)
#set text(
  font: ("Arimo", "DejaVu Sans"), lang: "id", region: "ID", size: 9pt, fallback: false, hyphenate: false,
  ligatures: false, discretionary-ligatures: false,
  top-edge: 0.905em, bottom-edge: -0.212em,
)
#set par(leading: 0.073em, spacing: 0.073em, justify: false, linebreaks: "simple")
#let rule = 0.5pt + luma(33%)
#let frame = 0.9pt + black

#let lines(texts) = texts.join("\n")

#let block-of(entry) = place(dx: pt(entry.x), dy: pt(entry.y), block(
  width: pt(entry.width),
  align(if entry.centred { center } else { left }, text(
    size: pt(entry.size), weight: if entry.bold { "bold" } else { "regular" }, lines(entry.lines),
  )),
))

#let picture(source, at, alt) = place(dx: pt(at.x), dy: pt(at.y), image(
  bytes(source), format: "svg", width: pt(at.width), height: pt(at.height), fit: "contain", alt: alt,
))

#let identity(sheet) = {
  for cell in sheet.cells {
    place(dx: pt(cell.x), dy: pt(cell.y), rect(width: pt(cell.width), height: pt(cell.height), stroke: frame))
  }
  if sheet.emblem != none { picture(sys.inputs.emblem, sheet.emblem, "Lambang") }
  for entry in sheet.blocks { block-of(entry) }
  if sheet.qr != none { picture(sys.inputs.qr, sheet.qr, "Kode QR untuk memeriksa dokumen ini") }
}

#let heading(content, ..where) = table.cell(
  ..where, align: center + horizon, stroke: frame, text(weight: "bold", lines(content)),
)

#let head-of(columns, groups) = {
  let upper = ()
  let lower = ()
  for (place, column) in columns.enumerate() {
    if column.below { lower.push(heading(column.heading, x: place, y: 1)) }
    else { upper.push(heading(column.heading, x: place, y: 0, rowspan: 2)) }
  }
  for group in groups {
    upper.push(heading((group.heading,), x: group.first, y: 0, colspan: group.count))
  }
  (..upper, ..lower)
}

// One for all: what is the same is laid out once.
#let nothing = table.cell(inset: 0pt, [])

#let cell-of(entry) = if entry == none { nothing } else if type(entry) == str { [#entry] } else {
  table.cell(align: top, inset: (top: pt(entry.top)), entry.text)
}

#let steps(sheet) = {
  set text(size: pt(data.type-size))
  let whole = (x: data.left, y: data.top)
  place(dx: pt(whole.x), dy: pt(whole.y), table(
    columns: data.columns.map(column => pt(column.width)),
    rows: (..data.heading-heights.map(pt), ..sheet.rows.map(row => pt(row.height))),
    align: data.columns.map(column => horizon + if column.centred { center } else { left }),
    inset: (x: pt(data.pad) - 0.5pt, y: 0pt),
    stroke: rule,
    table.header(repeat: false, ..head-of(data.columns, data.groups)),
    ..sheet.rows.map(row => row.cells.map(cell-of)).flatten(),
  ))
  let width = data.columns.map(column => column.width).sum()
  place(dx: pt(whole.x), dy: pt(whole.y), rect(width: pt(width), height: pt(sheet.table-height), stroke: frame))
  picture(sheet.chart, (x: 0, y: 0, width: sheet.width, height: sheet.height), sheet.spoken)
}

#let foot(sheet) = {
  set text(size: 7pt)
  let y = pt(sheet.height) - 26pt
  // The identity page has a place of its own for the code; every other sheet carries it small, beside its number.
  let coded = sheet.kind != "identity" and sys.inputs.qr != ""
  let room = pt(sheet.width - 2 * data.margin) - if coded { 34pt } else { 0pt }
  place(dx: pt(data.margin), dy: y, block(width: room, align(left, sheet.foot)))
  place(dx: pt(data.margin), dy: y, block(width: room, align(right, sheet.counter)))
  if coded {
    let at = (x: sheet.width - data.margin - 27, y: sheet.height - 37.5, width: 27, height: 27)
    picture(sys.inputs.qr, at, "Kode QR untuk memeriksa dokumen ini")
  }
}

#let draft = align(center + horizon, rotate(-30deg, text(size: 130pt, weight: "bold", fill: luma(94%), "DRAF")))

#for (place, sheet) in data.sheets.enumerate() {
  page(
    width: pt(sheet.width), height: pt(sheet.height),
    background: if data.draft { draft } else { none },
    {
      if sheet.kind == "identity" { identity(sheet) } else { steps(sheet) }
      foot(sheet)
    },
  )
}

#pdf.attach(
  "sop-document.json", bytes(sys.inputs.document),
  relationship: "source", mime-type: "application/json", description: "SOP sebagai data (sop-document/1)",
)
"""
