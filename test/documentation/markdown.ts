/** A link as it stands in a page. */
export interface Link {
  readonly target: string
  readonly line: number
}

/** A command shown in a page together with what it prints. */
export interface Example {
  /** What follows `npx truce`. */
  readonly command: string
  readonly output: string
  /** The whole block, fences and all. */
  readonly block: string
  readonly line: number
}

const ELSEWHERE = /^[a-z][a-z0-9+.-]*:/i

/**
 * Links to other places of the repository, inline or by reference; what stands in code is not a
 * link.
 */
export function links(text: string): readonly Link[] {
  return withoutCode(text)
    .split('\n')
    .flatMap((content, index) => targets(content).map((target) => ({ target, line: index + 1 })))
    .filter(({ target }) => !ELSEWHERE.test(target))
}

/** The anchors that GitHub gives a page: its headings, and ids written out. */
export function anchors(text: string): ReadonlySet<string> {
  const found = new Set<string>()
  const plain = withoutFences(text)
  for (const [, heading = ''] of plain.matchAll(/^ {0,3}#{1,6}\s+(.*?)\s*#*$/gm))
    found.add(unique(slug(heading), found))
  for (const [, id = ''] of plain.matchAll(/<a\s[^>]*\b(?:id|name)="([^"]+)"/g)) found.add(id)
  return found
}

/** The blocks marked `console` that begin with a call of truce. */
export function examples(text: string): readonly Example[] {
  return [...text.matchAll(/^```console\n\$ npx truce(.*)\n([\s\S]*?)^```$/gm)].map((match) => ({
    command: (match[1] ?? '').trim(),
    output: match[2] ?? '',
    block: match[0],
    line: text.slice(0, match.index).split('\n').length
  }))
}

/** The same block around another output. */
export function withOutput(example: Example, output: string): string {
  return `\`\`\`console\n$ npx truce ${example.command}\n${output}\`\`\``
}

/** A command's words, quotes taken off. */
export function words(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    ([, double, single, bare]) => double ?? single ?? bare ?? ''
  )
}

function targets(line: string): readonly string[] {
  const inline = line.matchAll(/\]\(\s*(?:<([^>]*)>|([^\s()]+))(?:\s+"[^"]*")?\s*\)/g)
  const reference = line.matchAll(/^ {0,3}\[[^\]]+\]:\s*(?:<([^>]*)>|(\S+))/g)
  return [...inline, ...reference].map(([, bracketed, bare]) => bracketed ?? bare ?? '')
}

function slug(heading: string): string {
  const text = heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').toLowerCase()
  return text.replace(/[^\p{L}\p{N}\p{M} _-]/gu, '').replaceAll(' ', '-')
}

function unique(name: string, taken: ReadonlySet<string>): string {
  let candidate = name
  for (let count = 1; taken.has(candidate); count++) candidate = `${name}-${count}`
  return candidate
}

function withoutCode(text: string): string {
  return withoutFences(text).replace(/`[^`\n]*`/g, '')
}

/** Empties fenced blocks and keeps their line breaks, so that line numbers stay true. */
function withoutFences(text: string): string {
  return text.replace(/^ {0,3}(```+|~~~+)[\s\S]*?(?:^ {0,3}\1[`~]*\s*$|(?![\s\S]))/gm, (block) =>
    block.replace(/[^\n]/g, '')
  )
}
