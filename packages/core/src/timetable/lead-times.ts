/** How long orders took, or were given, elsewhere. */
export interface LeadTime {
  readonly id: 'korea-1953' | 'nuba-2002'
  readonly hours: number
}

/**
 * Times between signature and silence that were agreed. Korea: paragraph 12 of the Armistice
 * Agreement, 27 July 1953, signed at 10:00 and in force at 22:00. Nuba: the Nuba Mountains
 * Cease-Fire Agreement, Buergenstock, 19 January 2002, within 72 hours of signature.
 */
export const LEAD_TIMES: readonly LeadTime[] = [
  { id: 'korea-1953', hours: 12 },
  { id: 'nuba-2002', hours: 72 }
]
