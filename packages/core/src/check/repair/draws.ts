import type { Column } from '../../draws/column.ts'
import { addTo, isNoLoss } from '../../worth/columns.ts'
import type { Judge } from '../../worth/judge.ts'
import type { Offers } from '../../worth/offers.ts'
import type { Change } from './candidate.ts'
import type { Structure } from './structure.ts'
import { BLOCK } from './structure.ts'

/**
 * A party asked about a set of changes: its gain as a sum of columns, the rest of its consent, and
 * the sum of its acceptance so far.
 */
interface Asked {
  readonly party: string
  readonly columns: readonly [Column, Column, Column, Column]
  readonly consent: Column
  sum: number
}

/** Most changes that a set may have: a gain is added up from so many columns and its base. */
export const MOST_CHANGES = 3

/** Asks parties about sets of changes to a package, over the judge's draws. */
export class ChangedPackages {
  private readonly judge: Judge
  private readonly base: Offers
  private readonly zero: Column
  private readonly product: Float64Array
  private readonly deltas = new Map<string, Column>()

  constructor(judge: Judge, base: Offers) {
    this.judge = judge
    this.base = base
    this.zero = new Float64Array(judge.sampler.count)
    this.product = new Float64Array(judge.sampler.count)
  }

  /**
   * The mean acceptance of each party asked, block by block over the draws; undefined as soon as even the best of the rest could not lift
   * the joint p enough.
   */
  ask(
    set: readonly Change[],
    { required, consents, bounds }: Structure,
    isEnough: (p: number) => boolean
  ): ReadonlyMap<string, number> | undefined {
    const product = this.product.fill(1)
    const asked = required.map((party, i): Asked => {
      const columns = this.columnsOf(party, set)
      return { party, columns, consent: consents[i] as Column, sum: 0 }
    })
    let sum = 0
    for (let block = 0; block + 1 < bounds.length; block++) {
      sum += multiplyBlock(product, asked, block * BLOCK)
      if (!isEnough((sum + (bounds[block + 1] as number)) / product.length)) return undefined
    }
    return new Map(asked.map(({ party, sum: own }) => [party, own / product.length]))
  }

  private columnsOf(party: string, set: readonly Change[]): Asked['columns'] {
    const [a = this.zero, b = this.zero, c = this.zero] = this.judge.hasGain(party)
      ? set.map((change) => this.delta(party, change))
      : []
    return [this.judge.gain(party, this.base), a, b, c]
  }

  /** What one change does to a party's gain in each draw. */
  private delta(party: string, { issue, option }: Change): Column {
    const key = `${party} ${issue} ${option}`
    const known = this.deltas.get(key)
    if (known) return known
    const gain = this.judge.gainOf(party)
    const delta = gain.part(issue, { option }).slice()
    const now = this.base.get(issue)
    if (now) addTo(delta, gain.part(issue, now), -1)
    this.deltas.set(key, delta)
    return delta
  }
}

/**
 * Multiplies the parties' acceptance in one block of draws into the product; adds up each party's
 * own, returns the product's sum.
 */
function multiplyBlock(product: Float64Array, asked: readonly Asked[], from: number): number {
  const to = Math.min(from + BLOCK, product.length)
  for (const party of asked) {
    const [base, a, b, c] = party.columns
    for (let i = from; i < to; i++) {
      const gain = (base[i] as number) + (a[i] as number) + (b[i] as number) + (c[i] as number)
      const accepts = isNoLoss(gain) ? (party.consent[i] as number) : 0
      party.sum += accepts
      product[i] = (product[i] as number) * accepts
    }
  }
  let sum = 0
  for (let i = from; i < to; i++) sum += product[i] as number
  return sum
}
