import type { Counted } from '../record-lists.ts'
import type { Account } from '../state/incident.ts'

/** The fewest and the most that anybody says; the same where all agree. */
export interface CountRange {
  readonly low: number
  readonly high: number
}

/** People: fewest, most likely and most. `best` is left out where accounts differ in it. */
export interface CasualtyRange extends CountRange {
  readonly best?: number
}

/** What of that which is observed is a violation each; vehicles, people and weapons are not. */
const EACH_COUNTS: ReadonlySet<Counted> = new Set([
  'explosion',
  'projectile',
  'burst',
  'shot',
  'muzzle-flash',
  'flare',
  'flight',
  'violation'
])

const ONE: CountRange = { low: 1, high: 1 }

/** How many violations accounts of one event count. */
export function observedOf(accounts: readonly Account[]): CountRange {
  const counts = accounts.flatMap(({ content: { observed } }) =>
    observed && EACH_COUNTS.has(observed.of) ? [observed.count] : []
  )
  return counts.length === 0 ? ONE : { low: Math.min(...counts), high: Math.max(...counts) }
}

/** People killed and injured as accounts of one event say; what nobody says is left out. */
export function casualtiesOf(accounts: readonly Account[]): {
  readonly killed?: CasualtyRange
  readonly injured?: CasualtyRange
} {
  const [killed, injured] = [said(accounts, 'killed'), said(accounts, 'injured')]
  return { ...(killed && { killed }), ...(injured && { injured }) }
}

function said(accounts: readonly Account[], key: 'killed' | 'injured'): CasualtyRange | undefined {
  const all = accounts.flatMap(({ content }) => content[key] ?? [])
  const [first] = all
  if (!first) return undefined
  return {
    low: Math.min(...all.map(({ low }) => low)),
    ...(all.every(({ best }) => best === first.best) ? { best: first.best } : {}),
    high: Math.max(...all.map(({ high }) => high))
  }
}

/** Events' casualties together; `best` only where each has one. Undefined where there are none. */
export function casualtiesTogether(
  all: readonly (CasualtyRange | undefined)[]
): CasualtyRange | undefined {
  const given = all.flatMap((one) => one ?? [])
  if (given.length === 0) return undefined
  const sum = (of: (one: CasualtyRange) => number): number =>
    given.reduce((total, one) => total + of(one), 0)
  return {
    low: sum(({ low }) => low),
    ...(given.every(({ best }) => best !== undefined) ? { best: sum(({ best = 0 }) => best) } : {}),
    high: sum(({ high }) => high)
  }
}
