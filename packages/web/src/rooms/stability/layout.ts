import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { Laid, Sketch } from './placing.ts'
import { readElk, toElk } from './placing.ts'

/** The layout's engine, in a worker of its own, loaded once. */
let engine:
  | Promise<{
      readonly layout: (graph: ElkNode) => Promise<ElkNode & { edges?: ElkExtendedEdge[] }>
    }>
  | undefined

/** Begins to load the engine: it is larger than all else of the room, and the first picture waits for it. */
export function loadLayout(): NonNullable<typeof engine> {
  // the module is the class and carries itself as its default
  engine ??= import('elkjs/lib/elk-api.js').then(
    ({ default: { default: Elk } }) => new Elk({ workerUrl })
  )
  return engine
}

/** Places the states in layers, improvements downward. */
export async function layOut(sketch: Sketch): Promise<Laid> {
  return readElk(await (await loadLayout()).layout(toElk(sketch)), sketch)
}
