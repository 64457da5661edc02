import { setTimeout } from 'node:timers/promises'
import { StoreRefusal } from '@truce/core/ports'

/** Milliseconds between two tries. */
const BETWEEN = 1000

/** How long to go on trying, and who is told. */
export interface Patience {
  /** Asked after each failure. */
  readonly goOn: (failing: number) => boolean
  /** Told once of a database that is away, and once of its return. */
  readonly tell: (words: string) => void
}

/** Tries until the database answers: a restart of it is no failure of what is computed. */
export async function patiently<T>({ goOn, tell }: Patience, work: () => Promise<T>): Promise<T> {
  const since = performance.now()
  for (let tries = 0; ; tries++) {
    try {
      const done = await work()
      if (tries > 0) tell('the database answers again')
      return done
    } catch (error) {
      if (!isAway(error) || !goOn(performance.now() - since)) throw error
      if (tries === 0) tell(`${error.message}; trying again until it answers`)
      await setTimeout(BETWEEN)
    }
  }
}

const isAway = (error: unknown): error is StoreRefusal =>
  error instanceof StoreRefusal && ['away', 'unwritable', 'held'].includes(error.code)
