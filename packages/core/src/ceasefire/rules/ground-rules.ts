import type { Case } from '../../model/case.ts'
import type { Measure, Weapon, Withdrawal } from '../../model/withdrawals.ts'
import { riverWithdrawal } from '../examples.ts'
import type { CeasefireRule, OpenPoint } from '../rule.ts'
import { isLasting, once } from '../rule.ts'
import { clausePage } from './page.ts'

const all = ({ process }: Case): readonly Withdrawal[] => [...process.withdrawals.values()]

/** One thing found for each withdrawal for which there is something to say. */
const each = (source: Case, find: (one: Withdrawal) => OpenPoint['data']): readonly OpenPoint[] =>
  all(source).flatMap((one) => {
    const data = find(one)
    return data ? [{ at: one.at, data: { id: one.id, ...data } }] : []
  })

const measuresIn = ({ zoneWidthKm, distanceFromLineKm, bandKm }: Measure): readonly string[] => [
  ...(zoneWidthKm === undefined ? [] : ['zone-width-km']),
  ...(distanceFromLineKm === undefined ? [] : ['distance-from-line-km']),
  ...(bandKm === undefined ? [] : ['band-km'])
]

/** Classes that texts tell apart by calibre. */
const BY_CALIBRE: readonly string[] = ['artillery', 'mortar']

const isDefined = ({ atLeastMm, belowMm, definition }: Weapon): boolean =>
  atLeastMm !== undefined || belowMm !== undefined || definition !== undefined

/** Classes of which nothing is put into a store. */
const UNSTORED: readonly string[] = ['personnel', 'mobilised-personnel', 'vessel', 'aircraft']

/** Rules about lines, distances, weapons and where they go. */
export const groundRules: readonly CeasefireRule[] = [
  {
    clause: 'scope',
    keys: ['geography'],
    page: clausePage({
      code: 'CF003',
      title: 'a line without a day or a map',
      about:
        'A line holds as of a day and is drawn on a map that both sides have signed. In words alone it is drawn anew with each violation.',
      message: (d) =>
        d['line'] === ''
          ? 'the text names no line and has no map'
          : `\`lines.${d['line']}\` has ${d['lacks']}`,
      help: () =>
        'give the line an `as-of` to the day and a `geometry`, or name the annexed map under `geography:`',
      failing: [{ geography: '{lines: [lines.weir]}' }]
    }),
    run: ({ source, ceasefire }) => {
      const { geography } = ceasefire
      const named = new Set([
        ...(geography?.lines ?? []),
        ...all(source).flatMap(({ baseline }) => [...baseline.values()])
      ])
      if (named.size === 0) return once(!geography?.map && isLasting(ceasefire), { line: '' })
      return [...named].flatMap((id) => {
        const line = source.process.lines.get(id)
        if (!line) return []
        const lacks = [
          ...(/^\d{4}-\d{2}-\d{2}$/.test(line.asOf) ? [] : ['no day']),
          ...(line.geometry || geography?.map ? [] : ['no map'])
        ]
        return once(lacks.length > 0, { line: id, lacks: lacks.join(' and ') }, line.at)
      })
    }
  },
  {
    clause: 'withdrawal',
    keys: ['asymmetry'],
    page: clausePage({
      code: 'CF004',
      title: 'sides that measure from different lines without a reason',
      about:
        'Where each side measures from a line of its own, the land between belongs to the zone of one reading and not of the other. A text that means this says why.',
      message: (d) =>
        `in \`${d['id']}\` the sides measure from ${d['lines']}, and nothing says why`,
      help: () => 'use one line, or say under `asymmetry:` why they differ',
      failing: [
        {},
        {
          withdrawals: riverWithdrawal({ baseline: '{upland: lines.weir, lowland: lines.bridge}' })
        }
      ]
    }),
    run: ({ source }) =>
      each(source, ({ baseline, asymmetry }) => {
        const lines = [...new Set(baseline.values())]
        return lines.length > 1 && !asymmetry
          ? { lines: lines.map((line) => `\`lines.${line}\``).join(' and ') }
          : undefined
      })
  },
  {
    clause: 'withdrawal',
    keys: ['measure'],
    page: clausePage({
      code: 'CF005',
      title: 'a distance without a measure',
      about:
        'A zone of 50 km is 25 km for each side; 50 km from the line is twice that. A text that gives a number says which is meant, and gives one.',
      message: (d) =>
        d['measures'] === ''
          ? `\`${d['id']}\` does not say how far`
          : `\`${d['id']}\` is measured in more than one way: ${d['measures']}`,
      help: () => 'write one of `zone-width-km`, `distance-from-line-km` and `band-km`',
      failing: [{}, { withdrawals: riverWithdrawal({ measure: '{}' }) }]
    }),
    run: ({ source }) =>
      each(source, ({ measure, zone }) => {
        const measures = measuresIn(measure)
        const isPlace = zone === 'storage-site' || zone === 'cantonment'
        return measures.length === 1 || (measures.length === 0 && isPlace)
          ? undefined
          : { measures: measures.map((one) => `\`${one}\``).join(', ') }
      })
  },
  {
    clause: 'withdrawal',
    keys: ['heavy-weapons', 'weapon'],
    page: clausePage({
      code: 'CF006',
      title: 'a class of weapon without a definition, or with two',
      about:
        'What is heavy differs by treaty: 75 mm in one, 100 mm in another. A class that is told apart by calibre has one, and it is the same in every clause.',
      message: (d) =>
        d['other'] === ''
          ? `\`${d['id']}\` does not say what counts as ${d['weapon']}`
          : `\`${d['id']}\` counts ${d['weapon']} from ${d['from']} mm, the definition from ${d['other']} mm`,
      help: () =>
        'write `at-least-mm`, `below-mm` or a `definition`, the same as under `heavy-weapons:`',
      failing: [{}, { withdrawals: riverWithdrawal({ weapon: '{class: mortar}' }) }]
    }),
    run: ({ source, ceasefire: { heavyWeapons = [] } }) =>
      each(source, ({ weapon }) => {
        const defined = heavyWeapons.filter((one) => one.class === weapon.class)
        const { atLeastMm: from, class: kind } = weapon
        if (BY_CALIBRE.includes(kind) && !isDefined(weapon) && !defined.some(isDefined))
          return { weapon: kind, other: '' }
        const other = defined.find(
          ({ atLeastMm }) => from !== undefined && atLeastMm !== undefined && atLeastMm !== from
        )
        return other && { weapon: kind, from: from ?? 0, other: other.atLeastMm ?? 0 }
      })
  },
  {
    clause: 'withdrawal',
    keys: ['ends', 'verified-by', 'storage'],
    page: clausePage({
      code: 'CF007',
      title: 'a withdrawal without an end, a verifier or a store',
      about:
        'What has no end is never late; what nobody verifies is never done; what is not stored comes back in a night.',
      message: (d) => `\`${d['id']}\` has no ${d['lacks']}`,
      help: () => 'write `ends:`, `verified-by:` and `storage:`',
      failing: [{}, { withdrawals: riverWithdrawal({ ends: '' }) }]
    }),
    run: ({ source }) =>
      each(source, ({ ends, verifiedBy, storage, weapon, ceiling }) => {
        const lacks = [
          ...(ends ? [] : ['end']),
          ...(verifiedBy.length > 0 ? [] : ['verifier']),
          // What stays below a ceiling goes back and need not go into a store.
          ...(storage || ceiling.size > 0 || UNSTORED.includes(weapon.class) ? [] : ['store'])
        ]
        return lacks.length > 0 ? { lacks: lacks.join(', no ') } : undefined
      })
  },
  {
    clause: 'storage',
    keys: ['inspections'],
    page: clausePage({
      code: 'CF026',
      title: 'no cadence of inspection',
      about:
        'A limit that is looked at once is kept once. Texts that held said how often what was withdrawn is inspected.',
      message: () => 'nothing says how often what is withdrawn is inspected',
      help: () =>
        'write `inspections:` under `monitoring:`, or under the `storage:` of each withdrawal',
      failing: [
        { monitoring: idleMonitors() },
        { withdrawals: riverWithdrawal({ storage: 'two depots' }) }
      ]
    }),
    run: ({ source, ceasefire: { monitoring } }) => {
      const stored = all(source).filter(({ weapon }) => !UNSTORED.includes(weapon.class))
      const first = stored.find(({ storage }) => !storage?.inspections)
      return once(first !== undefined && !monitoring?.inspections, {}, first?.at)
    }
  }
]

/** The example's monitors, who inspect at no cadence. */
function idleMonitors(): string {
  return '{by: [union], mandate: to observe, terms-of-reference: Annex B, freedom-of-movement: at any hour, security: each in its area, suspension: by the ferry}'
}
