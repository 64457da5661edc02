import type { CeasefireClass } from './closed-lists.ts'
import type { Evidence, Text } from './judgement.ts'
import type { When } from './moment.ts'

/** The ceasefire itself: when, what is prohibited and permitted, when fire may be returned. */
export interface Ceasefire extends Evidence {
  readonly class: CeasefireClass
  readonly entersIntoForce: When
  readonly scope?: Text
  readonly prohibited: readonly Text[]
  readonly permitted: readonly Text[]
  readonly returnFire?: Text
  readonly at: string
}
