import { textIn } from '@truce/core/model'
import type { CaseView } from '../state/workbench.ts'

/** The title of the case; its id until it is read. */
export function titleOf({ case: source, id }: CaseView): string {
  const title = source ? textIn(source.title) : ''
  return title === '' ? id : title
}
