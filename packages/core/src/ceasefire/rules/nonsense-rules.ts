import type { Page } from '../../diagnostic/diagnostic.ts'
import { dayAt } from '../../time/counted.ts'
import { riverCeasefire, riverWithdrawal } from '../examples.ts'
import { momentIn } from '../moments.ts'
import type { AboutCeasefire, CeasefireRule, OpenPoint } from '../rule.ts'
import { once } from '../rule.ts'

type Changes = Readonly<Record<string, string>>

const nonsense = (
  page: Omit<Page, 'examples' | 'severity'> & {
    readonly severity?: Page['severity']
    readonly failing: readonly [Changes, Changes?]
  }
): Page => {
  const { failing, severity = 'error', ...rest } = page
  return {
    ...rest,
    severity,
    examples: { failing: riverCeasefire(...failing), passing: riverCeasefire() }
  }
}

/**
 * What cannot be as it is written, whatever else the text says: an error; a warning where the world
 * has it now and then.
 */
export const nonsenseRules: readonly CeasefireRule[] = [
  {
    clause: 'entry',
    keys: [],
    page: nonsense({
      code: 'CF101',
      title: "a ceasefire before the case's own day",
      severity: 'warning',
      about:
        'The case is as of a day, and its ceasefire enters into force on an earlier one: either a year is wrong, or it is in force already and what is weighed here is how it goes on.',
      message: (d) =>
        `the ceasefire enters into force on ${d['day']}, before the case's day ${d['asOf']}`,
      help: () => 'mend `enters-into-force`, or `as-of`',
      failing: [{ 'enters-into-force': '"2023-07-01T00:00[Europe/Vienna]"' }]
    }),
    run: ({ source: { asOf }, ceasefire: { entersIntoForce: entry } }) => {
      if ('after' in entry) return []
      // A day of the case may be a month or a year: as much of the day as it has is compared.
      const day = entry.local.slice(0, asOf.length)
      return once(
        day < asOf,
        { day: entry.local.slice(0, 10), asOf },
        'ceasefire/enters-into-force'
      )
    }
  },
  {
    clause: 'withdrawal',
    keys: [],
    page: nonsense({
      code: 'CF102',
      title: 'a withdrawal that begins before the ceasefire',
      severity: 'warning',
      about:
        'Who goes back under fire goes back without cover. A withdrawal that belongs to a ceasefire mostly begins when it is in force, or later; a first step that earns the ceasefire is the exception, as at Kumanovo.',
      message: (d) => `\`${d['id']}\` begins before the ceasefire is in force`,
      help: () => 'let it start `{after: ceasefire, days: ..}`',
      failing: [
        {},
        { withdrawals: riverWithdrawal({ starts: '"2024-06-20T08:00[Europe/Vienna]"' }) }
      ]
    }),
    run: (about) => {
      const entry = momentIn(about.source, about.ceasefire.entersIntoForce)
      return withdrawalsOf(about).flatMap(({ id, at, starts }) => {
        const start = momentIn(about.source, starts)
        return once(
          entry !== undefined && start !== undefined && start < entry,
          { id },
          `${at}/starts`
        )
      })
    }
  },
  {
    clause: 'withdrawal',
    keys: [],
    page: nonsense({
      code: 'CF103',
      title: 'verified by the verified',
      about:
        'The only one who verifies a withdrawal is one who withdraws. Joint teams of both sides, as in Korea, are something else: there each watches the other.',
      message: (d) => `\`${d['id']}\` is verified by \`${d['party']}\` alone, which withdraws`,
      help: () => 'name under `verified-by:` somebody who does not withdraw',
      failing: [{}, { withdrawals: riverWithdrawal({ 'verified-by': '[upland]' }) }]
    }),
    run: (about) =>
      withdrawalsOf(about).flatMap(({ id, at, baseline, verifiedBy }) => {
        const [party = '', ...others] = [...new Set(verifiedBy)]
        return once(
          others.length === 0 && baseline.has(party),
          { id, party },
          `${at}/verified-by/0`
        )
      })
  },
  {
    clause: 'political',
    keys: [],
    page: nonsense({
      code: 'CF105',
      title: 'talks that begin before the ceasefire they need',
      about:
        'The text says that these talks begin only with the ceasefire, and the track begins before it.',
      message: (d) => `the talks \`${d['id']}\` begin before the ceasefire that they need`,
      help: () => 'let the track start `{after: ceasefire}`, or take it out of `talks:`',
      failing: [
        {},
        {
          tracks:
            '{main: {kind: 1, format: direct, seats: {upland: party, lowland: party}, starts: "2024-06-15T10:00[Europe/Vienna]"}}'
        }
      ]
    }),
    run: ({ source, ceasefire }) => {
      const entry = momentIn(source, ceasefire.entersIntoForce)
      return (ceasefire.talks ?? []).flatMap((id) => {
        const track = source.process.tracks.get(id)
        const start = momentIn(source, track?.starts)
        return once(
          entry !== undefined && start !== undefined && start < entry,
          { id },
          `tracks/${id}/starts`
        )
      })
    }
  },
  {
    clause: 'entry',
    keys: [],
    page: nonsense({
      code: 'CF106',
      title: 'something that is over before it begins',
      about:
        'Two moments of one clause are in the wrong order: an end before its beginning, an order that goes out after the hour it is for.',
      message: (d) => `${d['what']}: ${d['late']} comes after ${d['early']}`,
      help: () => 'mend one of the two moments',
      failing: [{ duration: '{until: "2024-06-15T00:00[Europe/Vienna]", renewal: by both}' }]
    }),
    run: (about) => turnedRound(about)
  }
]

const withdrawalsOf = ({ source }: AboutCeasefire) => [...source.process.withdrawals.values()]

/** Pairs of moments of which the first must not come after the second. */
function turnedRound({ source, ceasefire }: AboutCeasefire): readonly OpenPoint[] {
  const entry = momentIn(source, ceasefire.entersIntoForce)
  const { orders, duration, date, inventories } = ceasefire
  const pairs: readonly Pair[] = [
    ['an order after the ceasefire', momentIn(source, orders?.outBy), entry, 'ceasefire/orders'],
    ['the end of the ceasefire', entry, momentIn(source, duration?.until), 'ceasefire/duration'],
    ['the date is settled', momentIn(source, date?.until), entry, 'ceasefire/date'],
    [
      'declarations',
      momentIn(source, inventories?.by),
      momentIn(source, inventories?.verifiedBy),
      'ceasefire/inventories'
    ],
    ...[...source.process.withdrawals.values()].flatMap(({ id, at, starts, ends }): Pair[] => {
      const start = momentIn(source, starts)
      const isCounted = ends !== undefined && 'after' in ends && ends.after === 'starts'
      return isCounted ? [] : [[`\`${id}\``, start, momentIn(source, ends), `${at}/ends`]]
    })
  ]
  return pairs.flatMap(([what, first, second, at]) =>
    first !== undefined && second !== undefined && first > second
      ? [{ at, data: { what, late: dayAt(first, 'UTC'), early: dayAt(second, 'UTC') } }]
      : []
  )
}

type Pair = readonly [
  what: string,
  first: number | undefined,
  second: number | undefined,
  at: string
]
