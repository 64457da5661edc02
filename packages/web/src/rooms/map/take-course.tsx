import type { Line } from '@truce/core/model'
import type { ReactNode } from 'react'
export function TakeCourse(_: { readonly line: Line }): ReactNode {
  return null
}
