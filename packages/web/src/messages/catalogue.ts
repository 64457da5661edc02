export type { Values } from '@truce/core/report/words'
export { fill } from '@truce/core/report/words'

/**
 * Key to text. `{name}` is replaced; `{n, plural, one {# issue} other {# issues}}` chooses by the
 * language's rules. What is said of results stands in core's words; here is what frames them.
 */
export type Catalogue = Readonly<Record<string, string>>
