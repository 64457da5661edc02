import type { ActClause, Ceasefire, EscapeClause, NonSignatory } from '../../model/ceasefire.ts'
import type { Text } from '../../model/judgement.ts'
import type { Document } from '../schema/document.ts'
import {
  resolveCivilianWorks,
  resolveComplaints,
  resolveDateRule,
  resolveDuration,
  resolveGeography,
  resolveInventories,
  resolveLanguages,
  resolveMonitoring,
  resolveOrders
} from './ceasefire-clauses.ts'
import { evidenceOf, present, solid } from './context.ts'
import { resolveWeapon } from './withdrawals.ts'

/** The ceasefire as written. */
export type WrittenCeasefire = NonNullable<Document['ceasefire']>

/** The ceasefire. */
export function resolveCeasefire(ceasefire: WrittenCeasefire): Ceasefire {
  return {
    class: ceasefire.class,
    entersIntoForce: ceasefire['enters-into-force'],
    prohibited: solid(ceasefire.prohibited).map(resolveActClause),
    permitted: solid(ceasefire.permitted).map(resolveActClause),
    at: 'ceasefire',
    ...evidenceOf(ceasefire),
    ...present({ ...plainOf(ceasefire), ...listsOf(ceasefire), ...clausesOf(ceasefire) })
  }
}

/** What is kept as it is written. */
const plainOf = (ceasefire: WrittenCeasefire) => ({
  declaration: ceasefire.declaration,
  form: ceasefire.form,
  publicity: ceasefire.publicity,
  scope: ceasefire.scope,
  violation: ceasefire.violation,
  returnFire: ceasefire['return-fire'],
  sanctions: ceasefire.sanctions,
  record: ceasefire.record,
  detainees: ceasefire.detainees,
  missing: ceasefire.missing,
  mineRecords: ceasefire['mine-records'],
  humanitarian: ceasefire.humanitarian,
  communication: ceasefire.communication,
  amendment: ceasefire.amendment,
  termination: ceasefire.termination
})

/** Lists that say something even when they are empty: there are none. */
const listsOf = (ceasefire: WrittenCeasefire) => ({
  signatories: ceasefire.signatories && solid(ceasefire.signatories),
  others: ceasefire.others && solid(ceasefire.others).map(resolveOther),
  heavyWeapons: ceasefire['heavy-weapons'] && solid(ceasefire['heavy-weapons']).map(resolveWeapon),
  talks: ceasefire.talks && solid(ceasefire.talks),
  guarantors:
    ceasefire.guarantors &&
    solid(ceasefire.guarantors).map((one) =>
      typeof one === 'string'
        ? { party: one }
        : { party: one.by, ...present({ obligation: one.obligation }) }
    ),
  flexibility: ceasefire.flexibility && solid(ceasefire.flexibility).map(resolveEscape)
})

const clausesOf = (ceasefire: WrittenCeasefire) => ({
  date: ceasefire.date && resolveDateRule(ceasefire.date),
  orders: ceasefire.orders && resolveOrders(ceasefire.orders),
  duration: ceasefire.duration && resolveDuration(ceasefire.duration),
  geography: ceasefire.geography && resolveGeography(ceasefire.geography),
  inventories: ceasefire.inventories && resolveInventories(ceasefire.inventories),
  monitoring: ceasefire.monitoring && resolveMonitoring(ceasefire.monitoring),
  complaints: ceasefire.complaints && resolveComplaints(ceasefire.complaints),
  civilianWorks: ceasefire['civilian-works'] && resolveCivilianWorks(ceasefire['civilian-works']),
  languages: ceasefire.languages && resolveLanguages(ceasefire.languages)
})

type Item<Key extends keyof WrittenCeasefire> =
  NonNullable<WrittenCeasefire[Key]> extends readonly (infer One)[] ? NonNullable<One> : never

/** A text by language is a map too; what tells the other is its key. */
const isText = <T extends object>(value: Text | T, key: keyof T & string): value is Text =>
  typeof value === 'string' || !(key in value)

const resolveActClause = (one: Item<'prohibited'>): ActClause =>
  isText(one, 'act') ? { text: one } : { act: one.act, ...present({ text: one.text }) }

const resolveOther = (one: Item<'others'>): NonSignatory =>
  isText(one, 'party')
    ? { text: one }
    : { party: one.party, ...present({ boundBy: one['bound-by'] }) }

const resolveEscape = (one: Item<'flexibility'>): EscapeClause =>
  isText(one, 'clause') ? { clause: one } : { clause: one.clause, ...present({ cost: one.cost }) }
