import type { CeasefireRule } from '../rule.ts'
import { isLasting, isMutual, once } from '../rule.ts'
import { clausePage } from './page.ts'

/** Rules about when it begins, how long it runs, and in what languages it is written. */
export const entryRules: readonly CeasefireRule[] = [
  {
    clause: 'entry',
    keys: ['enters-into-force'],
    page: clausePage({
      code: 'CF001',
      title: 'entry into force without an hour and a time zone',
      about:
        'Troops stop at an hour of the clock. An entry into force counted from a signature or another event has no hour and no time zone until that event has taken place, and the sides may count differently.',
      message: (d) =>
        `entry into force is counted from \`${d['event']}\`, which has no hour and no zone`,
      help: () => 'write the moment with its zone, such as `"2024-07-01T00:00[Europe/Vienna]"`',
      failing: [{ 'enters-into-force': '{after: signature, hours: 12}' }]
    }),
    run: ({ ceasefire: { entersIntoForce: entry } }) =>
      'after' in entry ? [{ at: 'ceasefire/enters-into-force', data: { event: entry.after } }] : []
  },
  {
    clause: 'entry',
    keys: ['orders'],
    page: clausePage({
      code: 'CF002',
      title: 'no time for orders to reach the units',
      about:
        'Between the decision and the hour the order must reach every unit. A text that leaves no time for it, or does not say by when orders are out, begins with violations that nobody meant.',
      message: () => 'nothing says by when the order to cease fire is out at the units',
      help: () => 'write `orders:` with who gives them, and `out-by:` or `lead:`',
      failing: [{ orders: '' }]
    }),
    run: ({ ceasefire: { orders } }) =>
      once(!orders?.outBy && !orders?.lead, {}, orders ? 'ceasefire/orders' : 'ceasefire')
  },
  {
    clause: 'duration',
    keys: ['duration'],
    page: clausePage({
      code: 'CF025',
      title: 'no duration and no renewal',
      about:
        'A ceasefire that is not part of a settlement runs for some time. Where a text does not say how long, and how it is renewed, each side may hold that it has ended.',
      message: () => 'nothing says how long the ceasefire runs or how it is renewed',
      help: () => 'write `duration:` with `lasts:` or `until:`, and `renewal:`',
      failing: [{ duration: '' }]
    }),
    run: ({ ceasefire }) => once(!ceasefire.duration && ceasefire.class !== 'definitive')
  },
  {
    clause: 'amendment',
    keys: ['languages'],
    page: clausePage({
      code: 'CF024',
      severity: 'note',
      title: 'no authentic language, or several and none that prevails',
      about:
        'A dispute about a violation is often one about a word. A text says which language versions are authentic and, of several, which prevails or who settles a difference.',
      message: (d) =>
        d['count'] === 0
          ? 'nothing says in which language the text is authentic'
          : 'several languages are authentic, and nothing says which prevails or who settles a difference',
      help: () => 'write `languages:` with `authentic:`, and `prevails:` or `translation:`',
      failing: [{ languages: '' }]
    }),
    run: ({ ceasefire }) => {
      const { languages, form } = ceasefire
      const { authentic = [], prevails, translation } = languages ?? {}
      const isOpen = authentic.length === 0 || (authentic.length > 1 && !prevails && !translation)
      return once(
        isOpen && form !== 'verbal' && isLasting(ceasefire) && isMutual(ceasefire),
        { count: authentic.length },
        languages ? 'ceasefire/languages' : 'ceasefire'
      )
    }
  }
]
