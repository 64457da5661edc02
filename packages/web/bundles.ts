import type { InlineConfig, Rollup } from 'vite'
import { build } from 'vite'
import { ROOMS } from './src/state/workbench.ts'

/** Sources that a page needs at once, beside those that `main.tsx` itself imports. */
export const NEEDED = {
  always: ['main.tsx', 'messages/en/app.ts', 'messages/en/work.ts'],
  library: ['library/library.tsx', 'library/answer-picture.tsx', 'messages/en/library.ts'],
  case: ['app/case-page.tsx']
} as const

/** A room, and its texts. */
export const roomSources = (room: string): readonly string[] => [
  `rooms/${room}/index.tsx`,
  `messages/en/${room}.ts`
]

/** Files of a bundle as far as they hold modules. */
type Chunks = readonly Pick<Rollup.OutputChunk, 'fileName' | 'imports' | 'moduleIds'>[]

/**
 * Which file each module goes into, so that a page comes in few requests: one file for the start
 * page, one more for what a case needs in its desk and in another room, one for what other rooms
 * share, and one for each room. What is loaded later than its page is left to the bundler. Only the
 * bundler knows which modules a page truly uses: it is asked by building once for nothing.
 */
export async function bundles(config: InlineConfig): Promise<(id: string) => string | undefined> {
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    build: { ...config.build, write: false }
  })
  const { output } = (Array.isArray(built) ? built[0] : built) as Rollup.RollupOutput
  const files = placed(output.filter((one) => one.type === 'chunk'))
  return (id) => files.get(id)
}

/** The file of each module that some page needs at once. */
function placed(chunks: Chunks): ReadonlyMap<string, string> {
  const needs = (sources: readonly string[]): ReadonlySet<string> =>
    new Set(chunksFor(chunks, sources).flatMap(({ moduleIds }) => moduleIds))
  const rooms = ROOMS.map((room) => ({ room, modules: needs(roomSources(room)) }))
  const used = (id: string): number => rooms.filter(({ modules }) => modules.has(id)).length
  const files = new Map<string, string>()
  const put = (file: string, modules: Iterable<string>): void => {
    for (const id of modules) if (!files.has(id)) files.set(id, file)
  }
  put('start', needs([...NEEDED.always, ...NEEDED.library]))
  put('frame', needs(NEEDED.case))
  for (const { room, modules } of rooms) {
    const shared = [...modules].filter((id) => used(id) > 1)
    put(room === 'desk' ? 'frame' : 'rooms', shared)
    put(room, modules)
  }
  return files
}

/** The files that some sources came to, with all that these cannot do without. */
export function chunksFor<C extends Chunks[number]>(
  chunks: readonly C[],
  sources: readonly string[]
): readonly C[] {
  const found = new Set<C>()
  const add = (chunk: C | undefined): void => {
    if (!chunk || found.has(chunk)) return
    found.add(chunk)
    for (const name of chunk.imports) add(chunks.find(({ fileName }) => fileName === name))
  }
  for (const source of sources)
    add(chunks.find(({ moduleIds }) => moduleIds.some((id) => id.endsWith(`/src/${source}`))))
  return [...found]
}
