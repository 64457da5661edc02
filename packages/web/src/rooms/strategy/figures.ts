import { signed } from '@truce/core/report/words'

const MINUS = '\u2212'

/** Points with one decimal, as the report has them. */
export const points = (value: number): string => value.toFixed(1).replace('-', MINUS)

/** The same with a sign. */
export const gain = (value: number): string => signed(value).replace('-', MINUS)

/** A risk in percent with one decimal. */
export const risk = (chance: number): string => `${(100 * chance).toFixed(1)}%`

/** A joint chance, fine enough for differences between proposals to be read off. */
export const fine = (chance: number): string => chance.toFixed(4).replace('-', MINUS)
