import type { ReactNode } from 'react'
import { useGround } from './ground.ts'
import { TextLink } from './text-link.tsx'

/** Words that lead to a place in the text of the case, such as `stances/russia/redlines/no-nato`. */
export function PlaceLink({
  to,
  bare = false,
  children
}: {
  readonly to: string
  readonly bare?: boolean
  readonly children: ReactNode
}): ReactNode {
  const { show } = useGround()
  return (
    <TextLink bare={bare} onClick={() => show(to)}>
      {children}
    </TextLink>
  )
}
