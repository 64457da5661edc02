import type { Case } from '@truce/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { hueOf } from '../../ui/parties.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { dashOf } from './look.ts'
import classes from './room.module.css'
import type { Words } from './words.ts'

/** What the lines, rings and bands of the picture mean. */
export function Legend({
  source,
  words,
  parties
}: {
  readonly source: Case
  readonly words: Words
  readonly parties: readonly string[]
}): ReactNode {
  const t = useMessages()
  return (
    <ul className={classes.legend}>
      {parties.map((party) => (
        <li key={party}>
          <svg width="44" height="10" aria-hidden="true">
            <line
              x1="0"
              y1="5"
              x2="44"
              y2="5"
              strokeWidth="2.75"
              strokeDasharray={dashOf(parties, party)}
              style={{ stroke: hueOf(source, party).color }}
            />
          </svg>
          {words.party(party)}
        </li>
      ))}
      {['bold', 'thin', 'ring', 'double', 'path'].map((sign) => (
        <Quiet key={sign} as="li">
          {t(`stability.legend.${sign}`)}
        </Quiet>
      ))}
    </ul>
  )
}
