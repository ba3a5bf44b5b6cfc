/**
 * How a PDF is set, in the language of Typst. Whatever people wrote comes in as data (`sys.inputs.document`) and is shown as it is: nothing of it is
 * ever read as markup or code.
 */
export const booklet = String.raw`
#let d = json(bytes(sys.inputs.document))
#let accent = rgb(d.accent)
#let quiet = rgb("#6a655d")
#let hair = rgb("#ddd8ce")
#let chinese = d.language == "zh-CN"

#set document(title: d.title, date: none)
#set text(font: d.fonts.serif, size: 10.5pt, lang: if chinese { "zh" } else { "en" }, region: if chinese { "CN" } else { "GB" }, fill: rgb("#1d1b18"))
#set par(justify: true, leading: if chinese { 0.95em } else { 0.8em }, spacing: 1.25em)
#set page(
  paper: "a4", margin: (top: 30mm, bottom: 28mm, left: 30mm, right: 26mm),
  header: context if counter(page).get().first() > 1 { set text(size: 8pt, fill: quiet); align(right, d.short) },
  footer: context { set text(size: 8.5pt, fill: quiet); align(center, [#counter(page).display() / #counter(page).final().first()]) },
)
#set list(marker: text(fill: accent)[–], indent: 0.2em, body-indent: 0.7em)
#set enum(indent: 0.2em, body-indent: 0.7em)
#show heading: set par(justify: false, leading: 0.6em)
#show heading.where(level: 1): it => block(above: 2.6em, below: 1.1em, sticky: true, text(size: 16pt, weight: "bold", fill: accent, it.body))
#show heading.where(level: 2): it => block(above: 2em, below: 0.9em, sticky: true, text(size: 12.5pt, weight: "bold", it.body))
#show heading.where(level: 3): it => block(above: 1.6em, below: 0.8em, sticky: true, text(size: 10.5pt, weight: "bold", fill: quiet, it.body))
#show link: set text(fill: accent)
#show outline.entry: it => block(above: 0.75em, link(it.element.location(), text(fill: rgb("#1d1b18"), it.indented(none, it.inner()))))
#show figure.caption: it => it.body

// A line may break between the pieces of a text.
#let words(pieces) = pieces.join(h(0pt))
#let run(r) = {
  let said = if r.strong { strong(words(r.text)) } else { words(r.text) }
  if r.url == none { said } else { link(r.url, said) }
}
#let line(runs) = runs.map(run).join()

#let ruled(b) = {
  let n = b.head.len()
  let size = if n > 8 { 6.6pt } else if n > 6 { 7.6pt } else { 8.6pt }
  set text(font: d.fonts.sans, size: size, number-width: "tabular", hyphenate: true)
  set par(justify: false, leading: 0.6em)
  block(above: 1.4em, below: 1.6em, table(
    columns: b.widths.map(w => if w == "rest" { 1fr } else { auto }),
    align: (x, y) => if x in b.numeric { right + top } else { left + top },
    inset: (x, y) => (left: if x == 0 { 0pt } else { 4pt }, right: if x == n - 1 { 0pt } else { 4pt }, y: 4.5pt),
    stroke: (x, y) => (bottom: if y == 0 { 1.2pt + accent } else { 0.5pt + hair }),
    table.header(repeat: true, ..b.head.map(cell => text(fill: quiet, weight: "bold", words(cell)))),
    ..b.rows.flatten().map(c => line(c.runs)),
  ))
}

#let said(b) = block(above: 1.5em, below: 1.5em, inset: (left: 14pt, y: 2pt), stroke: (left: 2pt + accent), breakable: true, {
  text(size: 11.5pt, line(b.runs))
  if b.by != "" { block(above: 0.8em, text(size: 9pt, fill: quiet)[— #words(b.by)]) }
})

#let pictured(b) = {
  let below = text(size: 8.8pt, fill: quiet, words(b.caption))
  if b.picture == none { block(below) } else {
    figure(block(breakable: false, width: 100%, image(b.picture, width: 100%, height: auto, alt: b.alt)), caption: align(left, below), numbering: none, supplement: none, alt: b.alt)
  }
}

#let shown(b) = {
  if b.kind == "heading" { heading(level: b.level, words(b.text)) }
  else if b.kind == "paragraph" { par(line(b.runs)) }
  else if b.kind == "list" { if b.ordered { enum(..b.items.map(i => line(i.runs))) } else { list(..b.items.map(i => line(i.runs))) } }
  else if b.kind == "quote" { said(b) }
  else if b.kind == "table" { ruled(b) }
  else { pictured(b) }
}

#block(below: 3em, width: 100%, inset: (bottom: 14pt), stroke: (bottom: 2.5pt + accent), {
  set par(justify: false, leading: 0.55em)
  text(size: 25pt, weight: "bold", title(words(d.heading)))
})
#if d.contents { block(below: 3em, outline(title: none, depth: 1)) }
#for b in d.blocks { shown(b) }
`;
