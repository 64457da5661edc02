import type { Obligation } from './obligation.ts'

/**
 * Obligations, each behind all that moves it. The path is kept by hand: chains may be long. What
 * waits in a circle is refused before it comes here.
 */
export function dependencyOrder(obligations: readonly Obligation[]): readonly Obligation[] {
  const byId = new Map(obligations.map((one) => [one.id, one]))
  const state = new Map<string, 'open' | 'done'>()
  const order: Obligation[] = []
  for (const start of obligations) {
    const path = [start]
    for (let one = path.at(-1); one !== undefined; one = path.at(-1)) {
      const fresh = !state.has(one.id)
      if (fresh) state.set(one.id, 'open')
      const before = fresh
        ? one.waits.flatMap(({ of, how }) => (how === 'after' ? [] : (byId.get(of) ?? [])))
        : []
      const next = before.filter(({ id }) => !state.has(id))
      path.push(...next)
      if (next.length > 0) continue
      path.pop()
      if (state.get(one.id) === 'open') order.push(one)
      state.set(one.id, 'done')
    }
  }
  return order
}
