import type { Tranche, Withdrawal } from '../model/withdrawals.ts'
import type { About, Obligation } from './obligation.ts'
import { behind, counted, mustFollow } from './obligation.ts'

/** Start, tranches and end of a withdrawal, and when it can be verified. */
export function withdrawalDates(about: About, one: Withdrawal): readonly Obligation[] {
  const { calendar } = about
  const { id, starts, ends, baseline, verifiedBy, at } = one
  const start = `withdrawal.${id}`
  const end = `${start}.ends`
  const begun: Obligation = {
    id: start,
    kind: 'withdrawal',
    of: id,
    parties: [...baseline.keys()],
    when: calendar.when(starts),
    said: starts,
    waits: [
      ...counted(calendar, starts),
      ...mustFollow('ceasefire'),
      ...behind(calendar, `withdrawal.${id}`)
    ],
    at: `${at}/starts`
  }
  const tranches = tranchesOf(about, one, begun)
  const done: readonly Obligation[] = ends
    ? [
        {
          ...begun,
          id: end,
          kind: 'completion',
          when: calendar.when(ends, starts),
          said: ends,
          waits: [
            ...counted(calendar, ends, start),
            ...mustFollow(start, ...tranches.map((tranche) => tranche.id))
          ],
          at: `${at}/ends`
        }
      ]
    : []
  const seen: Obligation = {
    id: `verified.${id}`,
    kind: 'inspection',
    of: id,
    parties: verifiedBy,
    when: calendar.event(`verified.${id}`),
    waits: [{ of: ends ? end : start, how: 'counts' }],
    at: verifiedBy.length > 0 ? `${at}/verified-by` : at
  }
  return [begun, ...tranches, ...done, seen]
}

/** Named by how many of whom, so that a name stays when another tranche is put before it. */
function tranchesOf(
  { calendar }: About,
  { id, tranches, starts, at }: Withdrawal,
  begun: Obligation
): readonly Obligation[] {
  const names = new Map<string, number>()
  return tranches.map(({ count, party, by }: Tranche, place) => {
    const name = [`${begun.id}.tranche.${count}`, ...(party === undefined ? [] : [party])].join('.')
    const before = names.get(name) ?? 0
    names.set(name, before + 1)
    return {
      id: before === 0 ? name : `${name}.${before + 1}`,
      kind: 'tranche',
      of: id,
      parties: party === undefined ? begun.parties : [party],
      when: calendar.when(by, starts),
      said: by,
      waits: [...counted(calendar, by, begun.id), ...mustFollow(begun.id)],
      count,
      at: `${at}/tranches/${place}/by`
    }
  })
}
