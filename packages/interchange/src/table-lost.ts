import type { Case, Stance } from '@truce/core/model'
import { textIn } from '@truce/core/model'
import { plainText } from './patterns.ts'
import { isPlain } from './table-worth.ts'

/** What of a case a table of its deal space does not hold, one sentence each. */
export function lostOf(source: Case, stances: readonly Stance[]): readonly string[] {
  const all = [...source.stances.values()]
  const amounts = source.issues.filter(({ options }) =>
    options.some(({ amount }) => amount !== undefined)
  )
  const ordered = source.issues.filter((issue) => issue.ordered && !amounts.includes(issue))
  const named = (parties: readonly string[]): string =>
    parties.map((id) => plainText(textIn(source.parties.get(id)?.name ?? id))).join(', ')
  const without = [...source.parties.keys()].filter(
    (id) => !stances.some(({ party }) => party === id)
  )
  const charging = stances
    .filter(({ noDeal }) => noDeal?.ledger.some(({ when }) => when))
    .map(({ party }) => party)
  const composed = stances.filter((stance) => !isPlain(stance)).map(({ party }) => party)
  const lines: readonly (readonly [number, string])[] = [
    [1, 'sources, reasons, dates and ids'],
    [without.length, `parties without interests: ${named(without)}`],
    [
      composed.length,
      `what the no-deal is made of (${named(composed)}): it is one number, its judgements at their centres`
    ],
    [charging.length, `what counts only against some packages (the ledgers of ${named(charging)})`],
    [
      stances.filter(hangs).length,
      `what changes under scenarios (${named(stances.filter(hangs).map(({ party }) => party))}): figures are those outside them`
    ],
    [
      ordered.length,
      `that options are ordered: ${ordered.map(({ title }) => plainText(textIn(title))).join(', ')}`
    ],
    [
      amounts.length,
      `that amounts are divisible: ${amounts.map(({ title }) => plainText(textIn(title))).join(', ')}`
    ],
    ...counted(source, all)
  ]
  return lines.flatMap(([count, line]) => (count > 0 ? [line] : []))
}

function counted(
  { rules, proposals, graph }: Case,
  all: readonly Stance[]
): readonly (readonly [number, string])[] {
  const redlines = all.flatMap((stance) => stance.redlines).length
  const bodies = all.flatMap(({ ratification }) => ratification)
  const vetoes = bodies.flatMap((body) => body.vetoes).length
  const count = (number: number, one: string, many: string): readonly [number, string] => [
    number,
    `${number} ${number === 1 ? one : many}`
  ]
  return [
    count(redlines, 'redline', 'redlines'),
    count(bodies.length, 'ratifying body', 'ratifying bodies'),
    count(vetoes, 'veto player', 'veto players'),
    count(rules.length, 'rule', 'rules'),
    count(proposals.length, 'proposal', 'proposals'),
    [graph ? 1 : 0, 'the graph']
  ]
}

/** Whether any figure that is exported hangs on a scenario. */
function hangs({ interests, noDeal }: Stance): boolean {
  const figures = interests.flatMap(({ weight, values }) => [
    weight,
    ...[...values.values()].flat().map(({ judgement }) => judgement)
  ])
  const base =
    noDeal?.base.kind === 'range'
      ? [noDeal.base.judgement]
      : (noDeal?.base.outcomes ?? []).flatMap(({ p }) => (p ? [p] : []))
  const ledger = (noDeal?.ledger ?? []).map(({ worth }) => worth)
  return [...figures, ...base, ...ledger].some(({ cases }) => cases.length > 0)
}
