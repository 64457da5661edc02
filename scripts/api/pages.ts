// The API reference: a page for each door, with every name that leaves by it.
import type { Door } from '../doors.ts'
import { type Exported, exportsOf } from './exported.ts'
import { firstSentence, shapeOf } from './shape.ts'

/** Names of pages below docs/reference, and their text. Doors that list no name have no page. */
export function apiPages(doors: readonly Door[]): Readonly<Record<string, string>> {
  const all = doors.map((door) => ({ door, names: sorted(door) }))
  const shown = new Map<string, Door>()
  // Nearest door first: a name stands in full where its folder opens, elsewhere it is a link.
  for (const { door, names } of [...all].sort((a, b) => b.door.path.length - a.door.path.length))
    for (const one of names)
      if (!shown.has(keyOf(one)) || isHome(door, one)) shown.set(keyOf(one), door)
  const pages = all.map(({ door, names }) => [fileOf(door), page(door, names, shown)] as const)
  return { 'api/README.md': overview(all), ...Object.fromEntries(pages) }
}

interface Opened {
  readonly door: Door
  readonly names: readonly Exported[]
}

const sorted = ({ path }: Door): readonly Exported[] =>
  [...exportsOf(path).values()].sort((a, b) => (a.name < b.name ? -1 : 1))

const keyOf = ({ path, name }: Exported): string => `${path} ${name}`

const folder = (path: string): string => path.slice(0, path.lastIndexOf('/') + 1)

const isHome = (door: Door, { path }: Exported): boolean =>
  folder(door.path) === folder(path) || door.path === path

const fileOf = ({ specifier }: Door): string => `api/${pageOf(specifier)}`

const pageOf = (specifier: string): string =>
  `${specifier.replace(/^@truce\//, '').replaceAll('/', '-')}.md`

function overview(all: readonly Opened[]): string {
  const rows = all.map(
    ({ door: { specifier }, names }) =>
      `| [\`${specifier}\`](${pageOf(specifier)}) | ${names.length} |`
  )
  return [
    '# The packages for programs',
    'Every door of the packages, and every name that leaves by it. Made from the source by `npm run docs`; a change here is a change for whoever uses the packages. How to begin is in [use-as-a-library.md](../../howto/use-as-a-library.md).',
    `| door | names |\n| --- | --- |\n${rows.join('\n')}\n`
  ].join('\n\n')
}

function page(door: Door, names: readonly Exported[], shown: ReadonlyMap<string, Door>): string {
  const here = names.filter((one) => shown.get(keyOf(one)) === door)
  return `${[
    `# ${door.specifier}`,
    ...here.map(section),
    ...elsewhere(
      names.filter((one) => !here.includes(one)),
      shown
    )
  ].join('\n\n')}\n`
}

function section({ name, path, statements }: Exported): string {
  if (statements.length === 0) {
    const names = [...exportsOf(path).keys()].sort().map((one) => `\`${one}\``)
    return `## ${name}\n\nThe exports of one module: ${names.join(', ')}.`
  }
  const sentence = statements.map(firstSentence).find((one) => one !== '') ?? ''
  const shapes = statements.map((statement) => shapeOf(statement, name))
  return `## ${name}\n\n${sentence}\n\n\`\`\`ts\n${shapes.join('\n')}\n\`\`\``
}

/** Names that stand in full on the page of another door, by door. */
function elsewhere(
  names: readonly Exported[],
  shown: ReadonlyMap<string, Door>
): readonly string[] {
  const doors = [...new Set(names.map((one) => shown.get(keyOf(one))?.specifier ?? ''))].sort()
  return doors.map((specifier) => {
    const there = names.filter((one) => shown.get(keyOf(one))?.specifier === specifier)
    const list = there.map(({ name }) => `\`${name}\``).join(', ')
    return `Also here, from [\`${specifier}\`](${pageOf(specifier)}): ${list}.`
  })
}
