import type { ReactNode } from 'react'
import { useDeferredValue } from 'react'

/**
 * What is below the first view: drawn once that stands there, and giving way to whatever is done
 * meanwhile. `now`: at once, where it is what one came for.
 */
export function Later({
  children,
  now = false
}: {
  readonly children: ReactNode
  readonly now?: boolean
}): ReactNode {
  return useDeferredValue(true, now) ? children : null
}
