import { Desk } from '../../compute/desk.ts'
import type { Pool } from '../../compute/pool.ts'

/** How many people's answers are remembered, and how much of each. */
const [PEOPLE, CHARACTERS] = [64, 4_000_000]

/**
 * A desk for each person over the same threads: an answer that came from memory because somebody
 * else had asked the same would tell that they have the same text.
 */
export class Desks {
  private readonly pool: Pool
  private readonly desks = new Map<string, Desk>()

  constructor(pool: Pool) {
    this.pool = pool
  }

  /** The desk of a person; those who have not asked for longest are forgotten. */
  of(person: string): Desk {
    const desk = this.desks.get(person) ?? new Desk(this.pool, CHARACTERS)
    this.desks.delete(person)
    this.desks.set(person, desk)
    for (const oldest of this.desks.keys()) {
      if (this.desks.size <= PEOPLE) break
      this.desks.delete(oldest)
    }
    return desk
  }
}
