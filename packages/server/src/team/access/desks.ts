import { Desk } from '../../compute/desk.ts'
import type { Pool } from '../../compute/pool.ts'
import { Share } from '../../compute/share.ts'

/** How many people's answers are remembered, and how much of each. */
const [PEOPLE, CHARACTERS] = [64, 4_000_000]

/** How much one person may ask for beyond their share before it is refused. */
const WAITING = 64

/**
 * A desk for each person over the same threads, of which nobody has all: an answer that came from memory because somebody
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
    const desk = this.desks.get(person) ?? this.made()
    this.desks.delete(person)
    this.desks.set(person, desk)
    for (const oldest of this.desks.keys()) {
      if (this.desks.size <= PEOPLE) break
      this.desks.delete(oldest)
    }
    return desk
  }

  /** One thread is left for the others, where there are several; where there is one, they come next. */
  private made(): Desk {
    const atOnce = Math.max(1, this.pool.size - 1)
    return new Desk(new Share(this.pool, { atOnce, waiting: WAITING }), CHARACTERS)
  }
}
