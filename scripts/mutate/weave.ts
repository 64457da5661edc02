import type { Mutant } from './mutants.ts'

/** A mutant with the number that switches it on. */
export interface Numbered {
  readonly id: number
  readonly mutant: Mutant
}

/** The global function that says which mutant is on. */
export const SWITCH = '__truceMutant'

/**
 * The text of a file with all these mutants in it, each asleep until `__truceMutant(id)` is true.
 * Ranges are those of syntax nodes, so that two of them are apart or one holds the other.
 */
export function woven(source: string, mutants: readonly Numbered[]): string {
  const outermost = [...mutants].sort(
    ({ mutant: a }, { mutant: b }) => a.start - b.start || b.end - a.end || rank(a) - rank(b)
  )
  return part(source, [0, source.length], outermost)
}

/** A statement may be no longer than its expression, and holds it all the same. */
const rank = ({ text }: Mutant): number => (text === undefined ? 0 : 1)

function part(
  source: string,
  [from, to]: readonly [number, number],
  mutants: readonly Numbered[]
): string {
  let text = ''
  let at = from
  for (let k = 0; k < mutants.length; ) {
    const first = mutants[k] as Numbered
    const { start, end } = first.mutant
    let next = k + 1
    while (next < mutants.length && (mutants[next] as Numbered).mutant.start < end) next++
    const inner = part(source, [start, end], mutants.slice(k + 1, next))
    text += source.slice(at, start) + switched(first, inner)
    at = end
    k = next
  }
  return text + source.slice(at, to)
}

function switched({ id, mutant }: Numbered, original: string): string {
  const on = `${SWITCH}(${id})`
  if (mutant.text === undefined) return `{ if (!${on}) { ${original} } }`
  const lead = mutant.leads ? 'void 0, ' : ''
  return `${lead}(${on} ? (${mutant.text}) : (${original}))`
}
