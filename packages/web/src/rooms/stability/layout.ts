import type { ElkExtendedEdge, ElkNode } from 'elkjs/lib/elk-api.js'
import workerUrl from 'elkjs/lib/elk-worker.min.js?url'
import type { Laid, Sketch } from './placing.ts'
import { readElk, toElk } from './placing.ts'

/** Small, and with all that a picture may have: layers passed by, a way back, a way round. */
const FIRST: Sketch = {
  boxes: ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, width: 40, height: 20 })),
  links: ['ab', 'bc', 'cd', 'ad', 'db', 'ae', 'ed'].map(([from = '', to = '']) => ({
    party: '',
    from,
    to,
    improving: true,
    back: false
  }))
}

/** The layout's engine, in a worker of its own, loaded once. */
let engine:
  | Promise<{
      readonly layout: (graph: ElkNode) => Promise<ElkNode & { edges?: ElkExtendedEdge[] }>
    }>
  | undefined

/** Begins to load the engine: it is larger than all else of the room, and the first picture waits for it. */
export function loadLayout(): NonNullable<typeof engine> {
  // the module is the class and carries itself as its default
  engine ??= import('elkjs/lib/elk-api.js').then(({ default: { default: Elk } }) => {
    const elk = new Elk({ workerUrl })
    // The browser compiles a function when it first runs: on this sketch, while the case is read.
    elk.layout(toElk(FIRST)).catch(() => undefined)
    return elk
  })
  return engine
}

/** Places the states in layers, improvements downward. */
export async function layOut(sketch: Sketch): Promise<Laid> {
  return readElk(await (await loadLayout()).layout(toElk(sketch)), sketch)
}
