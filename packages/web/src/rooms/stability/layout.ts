import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { Laid, Sketch } from './placing.ts'
import { readElk, toElk } from './placing.ts'

/** The layout's engine, in a worker of its own, loaded the first time a picture is drawn. */
let engine:
  | Promise<{
      readonly layout: (graph: ElkNode) => Promise<ElkNode & { edges?: ElkExtendedEdge[] }>
    }>
  | undefined

/** Places the states in layers, improvements downward. */
export async function layOut(sketch: Sketch): Promise<Laid> {
  // the module is the class and carries itself as its default
  engine ??= import('elkjs/lib/elk-api.js').then(
    ({ default: { default: Elk } }) => new Elk({ workerUrl })
  )
  return readElk(await (await engine).layout(toElk(sketch)), sketch)
}
