import type { SourceFile } from '@truce/core'
import type { Trouble } from '../engine/protocol.ts'
import type { Change } from '../state/yaml-edit.ts'
import { setAll } from '../state/yaml-edit.ts'

/** What it takes to remove an entry. */
export interface Removal {
  /** The places that name it, or name what goes with it: they go too. */
  readonly also: readonly string[]
  /** What the reader will miss afterwards, in its own words. */
  readonly missed: readonly string[]
}

/**
 * The smallest part of a case that a name can be taken out of without leaving half a sentence:
 * patterns of pointers, the longest that fits a place first.
 */
const PARTS: readonly RegExp[] = [
  /^stances\/[^/]+\/ratification\/\d+\/(support\/\d+|effects\/[^/]+(\/points\/[^/]+)?)/,
  /^stances\/[^/]+\/interests\/[^/]+\/values\/[^/]+/,
  /^stances\/[^/]+\/interests\/[^/]+/,
  /^stances\/[^/]+\/no-deal\/(ledger\/\d+|base\/terms\/[^/]+)/,
  /^stances\/[^/]+\/(redlines|ratification)\/\d+/,
  /^stances\/[^/]+\/(no-deal|types\/[^/]+)/,
  /^stances\/[^/]+/,
  /^proposals\/[^/]+\/(terms|provisional)\/[^/]+/,
  /^proposals\/[^/]+\/[^/]+/,
  /^(parties|issues|sources)\/[^/]+\/(options\/[^/]+\/)?[^/]+/,
  /^escalation\/(ladder|signals)\/\d+/,
  /^[a-z]+\/\d+\/(verified-by|decided-by|evidence-not-only-from|with|quorum|attend|baseline|cost|stream|grab|welcomes|gives|tests)\/[^/]+/,
  /^tracks\/[^/]+\/seats\/[^/]+/,
  /^plan\/(discount|bond)\/[^/]+/,
  /^graph\/moves\/[^/]+\/[^/]+\/sets\/[^/]+/,
  /^graph\/(moves|preferences)\/[^/]+(\/\d+)?/,
  /^graph\/[^/]+\/[^/]+/,
  /^graph\/[^/]+/,
  /^[^/]+\/[^/]+/,
  /^[^/]+/
]

/** The part of the case that goes when the name at a place leads nowhere. */
export const partOf = (at: string): string =>
  PARTS.map((pattern) => pattern.exec(at)?.[0]).find((part) => part !== undefined) ?? at

/** How often what goes may take something else with it. */
const ROUNDS = 6

/**
 * Finds out what an entry's removal takes: it is tried, and the reader says which names lead
 * nowhere then; their places are tried too, until none is left.
 */
export async function removalOf(
  files: readonly SourceFile[],
  at: string,
  tried: (files: readonly SourceFile[]) => Promise<readonly Trouble[]>
): Promise<Removal> {
  let also: readonly string[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const found = await tried(setAll(files, removed(at, also)))
    const named = placesBefore({ at, also, found })
    if (named.length === 0)
      return { also, missed: found.filter((one) => !one.isName).map(({ message }) => message) }
    also = withoutInner([...also, ...named])
  }
  return { also, missed: [] }
}

/** The changes that take an entry and others away: of one list the last first. */
export function removed(at: string, also: readonly string[]): readonly Change[] {
  const places = withoutInner([...new Set([at, ...also])])
  return [...places]
    .sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
    .map((place) => ({ at: place, value: undefined }))
}

interface Round {
  readonly at: string
  readonly also: readonly string[]
  readonly found: readonly Trouble[]
}

/**
 * The places of the troubles in the files as they are: the list positions of what is still there
 * are counted with what was taken away before them.
 */
function placesBefore({ at, also, found }: Round): readonly string[] {
  const gone = [at, ...also]
  const before = found.filter((one) => one.isName).map((one) => partOf(countedBack(one.at, gone)))
  return [...new Set(before)].filter((place) => place !== '' && !gone.includes(place))
}

/** A pointer into lists from which some items were taken, as it was before they were. */
export function countedBack(at: string, gone: readonly string[]): string {
  const steps: string[] = []
  for (const step of at.split('/')) {
    const list = steps.join('/')
    const taken = gone
      .filter((one) => one.slice(0, one.lastIndexOf('/')) === list && /\/\d+$/.test(one))
      .map((one) => Number(one.slice(one.lastIndexOf('/') + 1)))
      .sort((a, b) => a - b)
    steps.push(/^\d+$/.test(step) ? String(shiftedBy(Number(step), taken)) : step)
  }
  return steps.join('/')
}

const shiftedBy = (index: number, taken: readonly number[]): number =>
  taken.reduce((place, one) => (one <= place ? place + 1 : place), index)

/** Places that lie in no other of them. */
const withoutInner = (places: readonly string[]): readonly string[] =>
  places.filter((one) => !places.some((other) => other !== one && one.startsWith(`${other}/`)))
