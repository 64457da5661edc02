// A part of a page that is made by a program, between two comments that name it.

/** The page with its block of that name brought up to date. */
export function withBlock(page: string, name: string, text: string): string {
  const [from, to] = [`<!-- ${name}: made by a program -->`, `<!-- end of ${name} -->`]
  const [start, end] = [page.indexOf(from), page.indexOf(to)]
  if (start < 0 || end < start) throw new Error(`the page has no block ${name}`)
  return `${page.slice(0, start + from.length)}\n\n${text.trim()}\n\n${page.slice(end)}`
}

/** A table in Markdown. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[]
): string {
  return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n')
}
