import type { Ceasefire } from '../../model/ceasefire.ts'
import type { Withdrawal } from '../../model/withdrawals.ts'
import type { Document } from '../schema/document.ts'
import { evidenceOf, lineId, mapOf, present, solid } from './context.ts'
import type { Listed } from './listed.ts'

/** The ceasefire. */
export function resolveCeasefire(ceasefire: NonNullable<Document['ceasefire']>): Ceasefire {
  const { scope, prohibited, permitted, 'return-fire': returnFire } = ceasefire
  return {
    class: ceasefire.class,
    entersIntoForce: ceasefire['enters-into-force'],
    prohibited: solid(prohibited),
    permitted: solid(permitted),
    at: 'ceasefire',
    ...evidenceOf(ceasefire),
    ...present({ scope, returnFire })
  }
}

/** A withdrawal. */
export function resolveWithdrawal(withdrawal: Listed<'withdrawals'>, at: string): Withdrawal {
  const { id, title, weapon, measure, baseline, starts, synchronised, ends, storage } = withdrawal
  return {
    id,
    weapon: {
      class: weapon.class,
      ...present({ atLeastMm: weapon['at-least-mm'], belowMm: weapon['below-mm'] })
    },
    measure: present({
      zoneWidthKm: measure['zone-width-km'],
      distanceFromLineKm: measure['distance-from-line-km']
    }),
    baseline: new Map([...mapOf(baseline)].map(([party, line]) => [party, lineId(line)])),
    starts,
    verifiedBy: solid(withdrawal['verified-by']),
    at,
    ...evidenceOf(withdrawal),
    ...present({ title, synchronised, ends, storage })
  }
}
