import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DealSpace } from '../../src/bargaining/index.ts'
import { wholeNumbers } from '../../src/bargaining/index.ts'
import { published } from '../published.ts'

const results = published('bargaining', 'domains')

export const hasDomains = results.there
export const WHY_SKIPPED = results.why

/**
 * What is known of a domain, utilities by party as in its file; `independent` by enumeration, the
 * rest by another program.
 */
export interface Expected {
  readonly ks: readonly (readonly number[])[]
  readonly opposition?: number
  readonly independent: {
    readonly pareto_size_rounded10: number
    readonly nash: readonly number[]
    readonly nash_product: number
    readonly ks_maxmin: readonly number[]
    readonly ks_maxmin_value: number
    readonly max_welfare: readonly number[]
    readonly egalitarian: readonly number[]
  }
}

interface Domain {
  readonly issues: readonly {
    readonly name: string
    readonly values: readonly (string | number)[]
  }[]
  readonly parties: readonly {
    readonly name: string
    readonly reserved_value: number
    readonly bias: number
    readonly utility: readonly (readonly number[])[]
  }[]
}

/** A domain in whole numbers, and each party's bias, which its utilities hold beside the worths. */
export interface Vector {
  readonly space: DealSpace
  readonly biases: readonly number[]
}

/** The names of the domains at hand. */
export function domainNames(): readonly string[] {
  if (!hasDomains) return []
  return readdirSync(join(results.folder, 'domains'))
    .filter((name) => name.endsWith('.json'))
    .map((name) => name.slice(0, -'.json'.length))
}

export const expectedOf = (name: string): Expected =>
  results.read<Record<string, Expected>>('expected.json')[name] as Expected

/**
 * No deal is worth the reserve or the worst package, whichever is more; taken in whole units, so
 * that the worst package gains exactly 0.
 */
export function readDomain(name: string): Vector {
  const { issues, parties } = results.read<Domain>(join('domains', `${name}.json`))
  const biases = parties.map(({ bias }) => bias)
  const reserves = parties.map((party) => party.reserved_value - party.bias)
  const space = wholeNumbers({
    parties: parties.map((party) => party.name),
    issues: issues.map(({ name: id, values }, issue) => ({
      id,
      options: values.map(String),
      worth: values.map((_, option) =>
        parties.map(({ utility }) => utility[issue]?.[option] as number)
      )
    })),
    noDeal: parties.map(() => 0)
  })
  const noDeal = reserves.map((reserve, party) =>
    Math.max(Math.round(reserve * (space.unitsPerPoint[party] as number)), leastWorth(space, party))
  )
  return { space: { ...space, noDeal: Float64Array.from(noDeal) }, biases }
}

function leastWorth({ issues }: DealSpace, party: number): number {
  return issues.reduce(
    (sum, { worth }) => sum + Math.min(...worth.map((row) => row[party] as number)),
    0
  )
}
