import type { ReactNode } from 'react'
import { useWords } from '../../ui/use-words.ts'

/** The hatching of a party at a place, in degrees: the first two cross each other evenly. */
const TURNS = [45, -45, 0, 90, 20, -20, 70, -70]
const APART = 9

/** The name of a party's hatching on the page, to be filled with. */
export const hatchOf = (party: string): string => `map-hatch-${party}`

/** The hatchings of parties: as dense on the paper however close one looks. */
export function Hatches({
  parties,
  k
}: {
  readonly parties: readonly string[]
  readonly k: number
}): ReactNode {
  const { source, hue } = useWords()
  const places = [...source.parties.keys()]
  return parties.map((party) => {
    const turn = TURNS[places.indexOf(party) % TURNS.length] ?? 0
    return (
      <pattern
        key={party}
        id={hatchOf(party)}
        width={APART}
        height={APART}
        patternUnits="userSpaceOnUse"
        patternTransform={`scale(${1 / k}) rotate(${turn})`}
      >
        <rect width={APART} height={APART} fillOpacity={0.12} style={{ fill: hue(party).color }} />
        <line
          x1={0}
          x2={0}
          y1={0}
          y2={APART}
          strokeWidth={2}
          style={{ stroke: hue(party).color }}
        />
      </pattern>
    )
  })
}
