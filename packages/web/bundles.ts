import type { InlineConfig, Plugin, Rollup } from 'vite'
import { build } from 'vite'
import { ROOMS } from './src/state/workbench.ts'

/** Sources that a page needs at once, beside those that `main.tsx` itself imports. */
export const NEEDED = {
  always: ['main.tsx', 'messages/en/app.ts', 'messages/en/work.ts'],
  library: ['library/library.tsx', 'library/answer-picture.tsx', 'messages/en/library.ts'],
  case: ['app/case-page.tsx']
} as const

/** The worker that reads a case. */
const READER = 'engine/engine-worker.ts'

/** A room, and its texts. */
export const roomSources = (room: string): readonly string[] => [
  `rooms/${room}/index.tsx`,
  `messages/en/${room}.ts`
]

/** Files of a bundle as far as they hold modules. */
type Chunks = readonly Pick<
  Rollup.OutputChunk,
  'fileName' | 'imports' | 'moduleIds' | 'facadeModuleId'
>[]

/** Says by a module which file it goes into; nothing where that is left to the bundler. */
type Placing = (id: string) => string | undefined

/** Where the modules of the page go, and those of the worker that reads a case. */
export interface Bundles {
  readonly page: Placing
  readonly worker: Placing
}

/**
 * Which file each module goes into, so that a page comes in few requests: one file for the start
 * page, one more for what a case needs in its desk and in another room, one for what other rooms
 * share, one for each room, and one for what the worker needs to read a case and to judge a draft.
 * What is loaded later than its page is left to the bundler. Only the bundler knows which modules
 * are truly used: it is asked by building once for nothing.
 */
export async function bundles(config: InlineConfig): Promise<Bundles> {
  const chunks: Rollup.OutputChunk[] = []
  const built = await build({
    ...config,
    configFile: false,
    logLevel: 'silent',
    worker: { ...config.worker, plugins: () => [gathering(chunks)] },
    build: { ...config.build, write: false }
  })
  const { output } = (Array.isArray(built) ? built[0] : built) as Rollup.RollupOutput
  const files = placed(output.filter((one) => one.type === 'chunk'))
  const read = new Set(chunksFor(chunks, [READER]).flatMap(({ moduleIds }) => moduleIds))
  return {
    page: (id) => files.get(id),
    worker: (id) => (read.has(id) ? 'engine-worker' : undefined)
  }
}

/** Lays the files of every worker that is built among `chunks`. */
const gathering = (chunks: Rollup.OutputChunk[]): Plugin => ({
  name: 'gathering',
  generateBundle: (_, bundle) => {
    chunks.push(...Object.values(bundle).filter((one) => one.type === 'chunk'))
  }
})

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
    for (const chunk of chunks) {
      // A source that shares its file is asked for by one of its own, which only leads there.
      const ids = [chunk.facadeModuleId ?? '', ...chunk.moduleIds]
      if (ids.some((id) => id.endsWith(`/src/${source}`))) add(chunk)
    }
  return [...found]
}
