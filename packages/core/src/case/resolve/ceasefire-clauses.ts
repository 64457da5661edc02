import type {
  CeasefireDuration,
  CivilianWorks,
  Complaints,
  DateRule,
  Geography,
  Inventories,
  Languages,
  Monitoring,
  Orders
} from '../../model/ceasefire.ts'
import type { Document } from '../schema/document.ts'
import { lineId, present, solid } from './context.ts'

/** A clause of the ceasefire as written. */
type Clause<Key extends keyof NonNullable<Document['ceasefire']>> = NonNullable<
  NonNullable<Document['ceasefire']>[Key]
>

/** Who settles the date. */
export const resolveDateRule = (date: Clause<'date'>): DateRule => ({
  decidedBy: solid(date['decided-by']),
  with: solid(date.with),
  ...present({ until: date.until })
})

/** Orders to the troops. */
export const resolveOrders = (orders: Clause<'orders'>): Orders => ({
  by: solid(orders.by),
  ...present({ outBy: orders['out-by'], lead: orders.lead, downTo: orders['down-to'] })
})

/** How long it runs. */
export const resolveDuration = (duration: Clause<'duration'>): CeasefireDuration =>
  present({ ...duration })

/** Where it holds. */
export const resolveGeography = (geography: Clause<'geography'>): Geography => {
  const { lines, map, coordinates, markers } = geography
  return { lines: solid(lines).map(lineId), ...present({ map, coordinates, markers }) }
}

/** What each side declares. */
export const resolveInventories = (inventories: Clause<'inventories'>): Inventories =>
  present({ by: inventories.by, verifiedBy: inventories['verified-by'], of: inventories.of })

/** The body that watches. */
export const resolveMonitoring = (monitoring: Clause<'monitoring'>): Monitoring => {
  const { by, mandate, security, technology, inspections, suspension } = monitoring
  return {
    by: solid(by),
    ...present({
      mandate,
      termsOfReference: monitoring['terms-of-reference'],
      freedomOfMovement: monitoring['freedom-of-movement'],
      security,
      technology,
      inspections,
      suspension
    })
  }
}

/** The way of a complaint. */
export const resolveComplaints = (complaints: Clause<'complaints'>): Complaints => ({
  investigatedBy: solid(complaints['investigated-by']),
  ladder: solid(complaints.ladder),
  ...present({
    within: complaints.within,
    verifiedWithin: complaints['verified-within'],
    investigatedWithin: complaints['investigated-within'],
    decidedWithin: complaints['decided-within'],
    deadlock: complaints.deadlock
  })
})

/** Works of civilians near the line. */
export const resolveCivilianWorks = (works: Clause<'civilian-works'>): CivilianWorks =>
  present({ notice: works.notice, channel: works.channel, rule: works.rule })

/** Languages of the text. */
export const resolveLanguages = (languages: Clause<'languages'>): Languages => {
  const { authentic, prevails, translation } = languages
  return { authentic: solid(authentic), ...present({ prevails, translation }) }
}
