/** How a report is set: a constant that reads its texts from `report.json`. */
export const TEMPLATE = `
#let report = json("/report.json")
#let rule = 0.5pt + luma(190)
#let faint = luma(85)

#set document(title: report.title, date: datetime(..report.date))
#set page(
  paper: "a4",
  margin: (x: 2.3cm, top: 2.2cm, bottom: 2.2cm),
  footer: context text(8.5pt, fill: faint, number-type: "lining")[
    #report.title, as of #report.asOf #h(1fr) #counter(page).display("1 / 1", both: true)
  ],
)
#set text(font: report.family, size: 10pt, lang: report.language, hyphenate: false, number-type: "lining")
#set par(leading: 0.62em, spacing: 0.85em)
#set list(marker: [\u2013], spacing: 0.75em)
#show list: set block(above: 0.9em, below: 1em)
#show table: set block(above: 0.9em, below: 1em)
#show heading: set text(weight: 600)
#show heading: set block(sticky: true)
#show heading.where(level: 1): set text(19pt)
#show heading.where(level: 1): it => { if counter(heading.where(level: 1)).get().first() > 1 { pagebreak(weak: true) }; it }
#show heading.where(level: 1): set block(below: 0.8em)
#show heading.where(level: 2): it => block(above: 1.9em, below: 0.8em, sticky: true)[
  #line(length: 100%, stroke: rule) #v(-0.4em) #text(13.5pt, it.body)
]
#show heading.where(level: 3): set text(10.5pt)
#show heading.where(level: 3): set block(above: 1.4em, below: 0.7em)
#show link: set text(fill: rgb("#00606b"))
#show figure.caption: it => block(width: 100%, text(9pt, fill: faint, align(left, it.body)))
#set figure(gap: 0.8em)

#let prose(parts) = for part in parts {
  if "href" in part { link(part.href, part.text) } else { part.text }
}

#let tabled(one) = {
  set text(9pt, number-width: "tabular")
  set par(leading: 0.5em)
  table(
    columns: one.columns.map(column => if column.share == 0 { auto } else { column.share * 1fr }),
    align: one.columns.map(column => if column.numeric { right } else { left }),
    stroke: (x, y) => (bottom: if y == 0 { 0.7pt + luma(90) } else { rule }),
    inset: (x, y) => (x: 0.45em, y: 0.42em),
    table.header(..one.head.map(title => text(8.5pt, fill: faint, title))),
    ..one.cells.map(prose),
  )
}

// its caption stands below it on the page, however tall it is
#let pictured(one) = layout(size => {
  let whole = image(one.file, width: size.width, alt: one.text)
  let most = size.height * 84%
  if measure(whole).height <= most { whole } else { image(one.file, height: most, alt: one.text) }
})

#let facts(rows) = for row in rows {
  block(above: 0.9em, below: 0.35em, sticky: true, strong(row.label))
  for line in row.lines { block(above: 0.5em, below: 0.9em, prose(line)) }
}

#for one in report.blocks {
  if one.kind == "heading" { heading(level: one.level, one.text) }
  else if one.kind == "paragraph" { par(prose(one.text)) }
  else if one.kind == "list" { list(..one.items.map(prose)) }
  else if one.kind == "facts" { facts(one.rows) }
  else if one.kind == "table" { tabled(one) }
  else if one.kind == "literal" { raw(one.text, block: true) }
  else if one.kind == "figure" {
    figure(pictured(one), caption: [#strong(one.title). #one.text], supplement: none, numbering: none)
  }
}
`
