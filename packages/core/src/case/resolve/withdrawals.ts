import type { Text } from '../../model/judgement.ts'
import type { Storage, Tranche, Weapon, Withdrawal } from '../../model/withdrawals.ts'
import { evidenceOf, lineId, mapOf, present, solid } from './context.ts'
import type { Listed } from './listed.ts'

type Written = Listed<'withdrawals'>

/** A withdrawal. */
export function resolveWithdrawal(withdrawal: Written, at: string): Withdrawal {
  const { id, title, measure, baseline, zone, starts, synchronised, ends, completion } = withdrawal
  const { asymmetry, storage } = withdrawal
  return {
    id,
    weapon: resolveWeapon(withdrawal.weapon),
    measure: present({
      zoneWidthKm: measure['zone-width-km'],
      distanceFromLineKm: measure['distance-from-line-km'],
      bandKm: measure['band-km']
    }),
    baseline: new Map([...mapOf(baseline)].map(([party, line]) => [party, lineId(line)])),
    ceiling: mapOf(withdrawal.ceiling),
    tranches: solid(withdrawal.tranches).map(resolveTranche),
    starts,
    verifiedBy: solid(withdrawal['verified-by']),
    at,
    ...evidenceOf(withdrawal),
    ...present({
      title,
      zone,
      synchronised,
      ends,
      completion,
      asymmetry,
      storage: storage === undefined ? undefined : resolveStorage(storage)
    })
  }
}

/** Weapons of a class and calibre. */
export function resolveWeapon(weapon: Written['weapon']): Weapon {
  const { class: kind, definition } = weapon
  return {
    class: kind,
    ...present({ atLeastMm: weapon['at-least-mm'], belowMm: weapon['below-mm'], definition })
  }
}

type WrittenTranche = NonNullable<NonNullable<Written['tranches']>[number]>

const resolveTranche = ({ count, party, by }: WrittenTranche): Tranche => ({
  count,
  by,
  ...present({ party })
})

/** A site alone may be written as its text. */
function resolveStorage(storage: NonNullable<Written['storage']>): Storage {
  if (!isSite(storage)) return { site: storage }
  const { site, keys, inspections } = storage
  return { site, ...present({ keys, inspections }) }
}

type WrittenStorage = Exclude<NonNullable<Written['storage']>, Text>

const isSite = (storage: NonNullable<Written['storage']>): storage is WrittenStorage =>
  typeof storage === 'object' && 'site' in storage
