import type { Plugin, Rollup } from 'vite'
import { chunksFor, NEEDED, roomSources } from './bundles.ts'
import type { WorkerName } from './src/engine/workers.ts'
import type { Room } from './src/state/workbench.ts'
import { ROOMS } from './src/state/workbench.ts'

/** The cut of the text face that every first view needs. */
const FIRST_FACE = /source-sans-3-latin-400-normal[^/]*\.woff2$/

/** The worker that reads a case. */
const READER = /^assets\/engine-worker-[^/]*\.js$/

/** By room, the name of the worker that reads its case, which says what it does of itself then. */
const READERS: Readonly<Record<Room, WorkerName>> = {
  desk: 'truce',
  case: 'truce-reading',
  table: 'truce',
  deals: 'truce-long',
  stability: 'truce-long',
  strategy: 'truce-long',
  path: 'truce-long',
  ceasefire: 'truce-long',
  map: 'truce-long',
  record: 'truce-reading'
}

/** The sources of each page: of the start page, and of a case in each room. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  '': NEEDED.library,
  ...Object.fromEntries(ROOMS.map((room) => [room, [...NEEDED.case, ...roomSources(room)]]))
}

/** Lists in the page, by room, the files that `public/early.js` asks for at once. */
export const earlyFiles: Plugin = {
  name: 'early-files',
  transformIndexHtml: {
    order: 'post',
    handler: (_, { bundle = {} }) => [
      ...Object.keys(bundle)
        .filter((file) => FIRST_FACE.test(file))
        .map((file) => ({
          tag: 'link',
          attrs: {
            rel: 'preload',
            as: 'font',
            type: 'font/woff2',
            href: `/${file}`,
            crossorigin: true
          },
          injectTo: 'head-prepend' as const
        })),
      ...(Object.keys(bundle).length === 0
        ? []
        : [
            {
              tag: 'script',
              attrs: { type: 'application/json', id: 'truce-files' },
              children: listOf(bundle),
              injectTo: 'head-prepend' as const
            },
            {
              tag: 'script',
              attrs: { src: '/early.js', async: true, fetchpriority: 'high' },
              injectTo: 'head-prepend' as const
            }
          ])
    ]
  }
}

/**
 * What `public/early.js` reads: the files, by page which of them it needs, the worker, and by room
 * its name.
 */
function listOf(bundle: Rollup.OutputBundle): string {
  const files = [...new Set(Object.values(PAGES).flatMap((needed) => filesOf(bundle, needed)))]
  const places = Object.entries(PAGES).map(
    ([page, needed]) => [page, filesOf(bundle, needed).map((file) => files.indexOf(file))] as const
  )
  const worker = Object.keys(bundle).find((file) => READER.test(file))
  if (worker === undefined) throw new Error('the page has no worker to begin early')
  return JSON.stringify({ files, places: Object.fromEntries(places), worker, readers: READERS })
}

/** The files that some sources came to, with their styles and all that they cannot do without. */
function filesOf(bundle: Rollup.OutputBundle, needed: readonly string[]): readonly string[] {
  const chunks = Object.values(bundle).filter((one) => one.type === 'chunk')
  const found = chunksFor(chunks, [...NEEDED.always, ...needed])
  return found.flatMap(({ fileName, viteMetadata }) => [
    fileName,
    ...(viteMetadata?.importedCss ?? [])
  ])
}
