import type { Case } from '@truce/core'
import type { ReactNode } from 'react'
import { useMessages } from '../../messages/index.ts'
import { hueOf } from '../../ui/parties.ts'
import { dashOf } from './look.ts'
import picture from './picture.module.css'
import classes from './room.module.css'
import type { Words } from './words.ts'

const LINE = { x1: 2, y1: 11, x2: 42, y2: 11, className: picture.sample } as const
const BOX = { x: 6, y: 6, width: 32, height: 10, rx: 2, className: picture.box } as const
const RING = { x: 3, y: 3, width: 38, height: 16, rx: 4, className: picture.ring } as const

/** Each sign of the picture as it is drawn there. */
const SIGNS = [
  ['bold', <line key="bold" {...LINE} strokeWidth="2.75" />],
  ['thin', <line key="thin" {...LINE} strokeWidth="1" />],
  ['path', <line key="path" {...LINE} className={picture.travelled} />],
  [
    'ring',
    <g key="ring">
      <rect {...BOX} />
      <rect {...RING} />
    </g>
  ],
  [
    'double',
    <g key="double">
      <rect {...BOX} />
      <rect {...RING} />
      <rect {...RING} x="0.75" y="0.75" width="42.5" height="20.5" />
    </g>
  ]
] as const

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
      {SIGNS.map(([sign, drawn]) => (
        <li key={sign}>
          <svg width="44" height="22" aria-hidden="true">
            {drawn}
          </svg>
          {t(`stability.legend.${sign}`)}
        </li>
      ))}
    </ul>
  )
}
