import type { ReactNode } from 'react'
import { useGround } from './ground.ts'
import { hueOf } from './parties.ts'

/** The mark of a party in its hue, and its name unless other words follow. */
export function PartyMark({
  party,
  children
}: {
  readonly party: string
  readonly children?: ReactNode
}): ReactNode {
  const { source, party: name } = useGround()
  const { color, glyph } = hueOf(source, party)
  return (
    <>
      <span aria-hidden="true" style={{ color }}>
        {glyph}
      </span>{' '}
      {children ?? name(party)}
    </>
  )
}
