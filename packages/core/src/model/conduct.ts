import type { ActKind } from './closed-lists.ts'
import type { Evidence, Text } from './judgement.ts'

/** An act of one party towards another, judged under the law of neutrality. */
export interface Act extends Evidence {
  readonly by: string
  readonly toward: string
  readonly act: ActKind
  readonly since?: string
  readonly text?: Text
  readonly at: string
}
