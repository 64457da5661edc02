import { type Import, type Module, target } from './modules.ts'

type Graph = Map<string, readonly string[]>

/** Every import cycle, one line each, disjoint. `counts` says which imports are arrows. */
export function cycles(
  modules: readonly Module[],
  counts: (found: Import) => boolean
): readonly string[] {
  const graph: Graph = new Map(modules.map((module) => [module.path, targets(module, counts)]))
  const found: string[] = []
  for (;;) {
    prune(graph)
    const [start] = graph.keys()
    if (start === undefined) return found
    const cycle = cycleFrom(graph, start)
    found.push([...cycle, cycle[0]].join(' -> '))
    for (const path of cycle) graph.delete(path)
  }
}

function targets(module: Module, counts: (found: Import) => boolean): readonly string[] {
  return module.imports.filter(counts).flatMap(({ specifier }) => target(module, specifier) ?? [])
}

/**
 * Takes away, again and again, whoever imports nobody that is left: what remains leads into a
 * cycle.
 */
function prune(graph: Graph): void {
  for (let before = -1; before !== graph.size; ) {
    before = graph.size
    for (const [path, next] of graph)
      if (!next.some((other) => graph.has(other))) graph.delete(path)
  }
}

/** Everyone left imports someone left, so a walk must come back to where it has been. */
function cycleFrom(graph: Graph, start: string): readonly string[] {
  const walked: string[] = []
  let at = start
  while (!walked.includes(at)) {
    walked.push(at)
    at = graph.get(at)?.find((other) => graph.has(other)) ?? at
  }
  return walked.slice(walked.indexOf(at))
}
