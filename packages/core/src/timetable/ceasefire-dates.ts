import type { Reckoned } from '../calendar/reckoned.ts'
import { further } from '../calendar/reckoned.ts'
import type { Ceasefire, CeasefireDuration, Inventories, Orders } from '../model/ceasefire.ts'
import type { When } from '../model/moment.ts'
import { lagOf } from '../time/counted.ts'
import type { About, Obligation } from './obligation.ts'
import { counted, mustFollow, saidFor } from './obligation.ts'

/** Everything that the text of a ceasefire dates, its entry into force first of all. */
export function ceasefireDates(about: About): readonly Obligation[] {
  const { ceasefire } = about.source.process
  if (!ceasefire) return []
  const { date, orders, inventories, duration } = ceasefire
  return [
    ...(date?.until ? [settled(about, ceasefire, date.until)] : []),
    ...(orders ? ordersOut(about, orders) : []),
    inForce(about, ceasefire),
    ...(inventories ? declared(about, inventories) : []),
    ...(duration ? ends(about, duration) : [])
  ]
}

function settled(about: About, { date }: Ceasefire, until: When): Obligation {
  const parties = [...new Set([...(date?.decidedBy ?? []), ...(date?.with ?? [])])]
  const at = 'ceasefire/date/until'
  return saidFor(about, until, { id: 'date-settled', kind: 'date-settled', parties, at })
}

/** The order to stop: out by a moment, or so long before entry into force. */
function ordersOut(about: About, { by, outBy, lead }: Orders): readonly Obligation[] {
  const one = { kind: 'orders', of: 'orders', parties: by } as const
  const ahead = lead && lagOf(lead)
  return [
    ...(outBy
      ? [saidFor(about, outBy, { ...one, id: 'orders', at: 'ceasefire/orders/out-by' })]
      : []),
    ...(ahead
      ? [
          {
            ...one,
            id: outBy ? 'orders.lead' : 'orders',
            when: fromCeasefire(about, { seconds: -ahead.seconds, days: -ahead.days }),
            waits: [
              { of: 'ceasefire', how: 'counts' as const },
              ...mustFollow(...(outBy ? ['orders'] : []))
            ],
            at: 'ceasefire/orders/lead'
          }
        ]
      : [])
  ]
}

const fromCeasefire = (
  { calendar }: About,
  lag: { readonly seconds: number; readonly days: number }
): Reckoned => further(calendar.event('ceasefire'), lag)

function inForce({ calendar, supposed }: About, { entersIntoForce }: Ceasefire): Obligation {
  const said = supposed.ceasefire ?? entersIntoForce
  return {
    id: 'ceasefire',
    kind: 'ceasefire',
    of: 'ceasefire',
    parties: [],
    when: calendar.event('ceasefire'),
    said,
    waits: [...counted(calendar, said), ...mustFollow('orders', 'date-settled')],
    at: 'ceasefire/enters-into-force'
  }
}

function declared(about: About, { by, verifiedBy }: Inventories): readonly Obligation[] {
  const at = 'ceasefire/inventories'
  return [
    ...(by ? [saidFor(about, by, { id: 'inventories', kind: 'inventory', at: `${at}/by` })] : []),
    ...(verifiedBy
      ? [
          saidFor(about, verifiedBy, {
            id: 'inventories.verified',
            kind: 'inventory-check',
            waits: mustFollow('inventories'),
            at: `${at}/verified-by`
          })
        ]
      : [])
  ]
}

/** The end of the ceasefire: on a day, or so long after entry into force. */
function ends(about: About, { until, lasts }: CeasefireDuration): readonly Obligation[] {
  const at = 'ceasefire/duration'
  const id = 'ceasefire.ends'
  const waits = mustFollow('ceasefire')
  return [
    ...(until ? [saidFor(about, until, { id, kind: 'end', waits, at: `${at}/until` })] : []),
    ...(lasts
      ? [
          {
            id: until ? `${id}.lasts` : id,
            kind: 'end' as const,
            of: id,
            parties: [],
            when: fromCeasefire(about, lagOf(lasts)),
            waits: [{ of: 'ceasefire', how: 'counts' as const }],
            at: `${at}/lasts`
          }
        ]
      : [])
  ]
}
