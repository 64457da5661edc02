import type { Block, Figure } from './blocks.ts'
import { stretches } from './briefing/links.ts'
import { xml } from './briefing/svg.ts'
import type { Shades } from './hues.ts'
import { HUES } from './hues.ts'

/**
 * A report as one page of HTML that needs nothing else: no script, nothing loaded, light and dark,
 * ready to print.
 */
export function renderHtml(
  blocks: readonly Block[],
  { language = 'en' }: { readonly language?: string } = {}
): string {
  const title = blocks.find((block) => block.kind === 'heading' && block.level === 1)
  return `<!doctype html>
<html lang="${xml(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title && 'text' in title ? xml(title.text) : 'Report'}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${blocks.map(rendered).join('\n')}
</main>
</body>
</html>
`
}

function rendered(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h${block.level}>${xml(block.text)}</h${block.level}>`
    case 'paragraph':
      return `<p>${prose(block.text)}</p>`
    case 'list':
      return block.items.length === 0
        ? ''
        : `<ul>\n${block.items.map((item) => `<li>${prose(item)}</li>`).join('\n')}\n</ul>`
    case 'facts':
      return `<dl>\n${block.rows.map(([label, text]) => `<dt>${xml(label)}</dt>\n<dd>${text.split('\n').map(prose).join('<br>\n')}</dd>`).join('\n')}\n</dl>`
    case 'table':
      return tableOf(block)
    case 'literal':
      return `<pre>${xml(block.text)}</pre>`
    case 'figure':
      return figureOf(block)
  }
}

/** A text with its web addresses as links. */
const prose = (text: string): string =>
  stretches(text)
    .map(({ text: part, href }) =>
      href === undefined ? xml(part) : `<a href="${xml(href)}">${xml(part)}</a>`
    )
    .join('')

/** Cells that hold numbers stand at the end of their column. */
function tableOf({ head, rows }: Extract<Block, { kind: 'table' }>): string {
  const numeric = head.map(
    (_, column) =>
      column > 0 &&
      rows.every((row) =>
        /^[-+<>]?[\d.,]+%?(?:(?: to | \u00b1 )[-+<>]?[\d.,]+)?$|^-?$/.test(row[column] ?? '')
      )
  )
  const cell = (text: string, column: number): string =>
    `<td${numeric[column] ? ' class="number"' : ''}>${prose(text)}</td>`
  const heads = head
    .map(
      (text, column) =>
        `<th scope="col"${numeric[column] ? ' class="number"' : ''}>${xml(text)}</th>`
    )
    .join('')
  const body = rows
    .map(
      ([first = '', ...more]) =>
        `<tr><th scope="row">${prose(first)}</th>${more.map((text, k) => cell(text, k + 1)).join('')}</tr>`
    )
    .join('\n')
  return `<div class="wide" role="region" tabindex="0" aria-label="${xml(head.filter((text) => text !== '').join(', '))}"><table>\n<thead><tr>${heads}</tr></thead>\n<tbody>\n${body}\n</tbody>\n</table></div>`
}

const figureOf = ({ id, title, text, svg }: Figure): string =>
  `<figure id="${xml(id)}">\n<div class="wide" role="region" tabindex="0" aria-label="${xml(title)}">${svg}</div>\n<figcaption><b>${xml(title)}.</b> ${xml(text)}</figcaption>\n</figure>`

const hues = (ground: keyof Shades): string =>
  HUES.map((shades, k) => `--hue${k}: ${shades[ground]};`).join(' ')

const STYLE = `
:root { color-scheme: light dark; --ink: #1a1a1a; --paper: #fdfcfa; --faint: #5c5c5c; --rule: #d5d2cb; --link: #00606b;
  ${hues('light')} }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e6e1; --paper: #17181a; --faint: #a5a29b; --rule: #3d3e40; --link: #6cc3cd;
  ${hues('dark')} } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.0625rem/1.5 'Source Serif 4', 'Source Serif Pro', Charter, Georgia, serif; overflow-wrap: break-word; }
main { max-inline-size: 46rem; margin-inline: auto; padding: 2rem 1.25rem 4rem; }
h1, h2, h3 { line-height: 1.2; font-weight: 600; text-wrap: balance; }
h1 { font-size: 1.9rem; margin: 0 0 .5rem; }
h1:not(:first-child) { margin-block-start: 4rem; }
h2 { font-size: 1.35rem; margin: 2.5rem 0 .6rem; padding-block-start: .6rem; border-block-start: 1px solid var(--rule); }
h3 { font-size: 1.08rem; margin: 1.6rem 0 .4rem; }
p, ul, dl, .wide { margin: .6rem 0; }
ul { padding-inline-start: 1.3rem; }
li { margin: .25rem 0; }
a { color: var(--link); overflow-wrap: anywhere; }
dt { font-weight: 600; margin-block-start: .7rem; }
dd { margin: 0; }
.wide { overflow-x: auto; }
.wide:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
table { border-collapse: collapse; inline-size: 100%; font-size: .94rem; font-variant-numeric: tabular-nums lining-nums; }
th, td { text-align: start; vertical-align: top; padding: .3rem .9rem .3rem 0; border-block-end: 1px solid var(--rule); font-weight: 400; }
thead th { font-size: .86rem; color: var(--faint); vertical-align: bottom; border-block-end-color: var(--faint); }
th:last-child, td:last-child { padding-inline-end: 0; }
.number { text-align: end; white-space: nowrap; }
thead .number { white-space: normal; }
figure { margin: 1.4rem 0; }
figure svg { display: block; max-inline-size: 100%; block-size: auto; min-inline-size: 32rem; }
figcaption { font-size: .94rem; color: var(--faint); }
figcaption b { color: var(--ink); font-weight: 600; }
pre { overflow-x: auto; font-size: .88rem; }
svg .ink { fill: var(--ink); } svg .halo { stroke: var(--paper); } svg .line { stroke: var(--ink); } svg .rule { stroke: var(--rule); }
svg .faint { stroke: var(--faint); } svg .hollow { fill: var(--paper); stroke: var(--ink); }
${HUES.map((_, k) => `svg .hue${k} { fill: var(--hue${k}); }`).join(' ')}
@media (max-width: 40rem) { body { font-size: 1rem; } h1 { font-size: 1.5rem; } }
@media print { :root { --ink: #000; --paper: #fff; --faint: #444; --rule: #bbb; --link: #000; color-scheme: light; } body { font-size: 10.5pt; }
  main { max-inline-size: none; padding: 0; } h1, h2, h3 { break-after: avoid; } h1:not(:first-child) { break-before: page; } figure, tr { break-inside: avoid; } .wide { overflow: visible; } figure svg { min-inline-size: 0; } }
`
