/**
 * A step of work that takes long: how much is done, of how much; undefined where whoever waits for it
 * may only leave it, or let others go first.
 */
export type SearchStep = readonly [done: number, of: number] | undefined

/** Work that is done in steps, done without a pause. */
export function atOnce<T>(steps: Generator<unknown, T>): T {
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
