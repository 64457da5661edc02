import type { ReactNode } from 'react'
import { PartyMark } from '../../ui/party-mark.tsx'
import { useWords } from '../../ui/use-words.ts'
import type { GroundMarks } from './ground-marks.ts'
import { SEEN_STATES } from './ground-marks.ts'
import { hatchOf } from './hatch.tsx'
import classes from './map.module.css'
import type { DrawnZone } from './picture.tsx'

interface ZoneKeyProps {
  readonly zones: readonly DrawnZone[]
  readonly marks: GroundMarks
}

/** Whose hatching is whose, and what the marks mean that are there. */
export function ZoneKey({ zones, marks }: ZoneKeyProps): ReactNode {
  const { t } = useWords()
  const parties = [...new Set(zones.flatMap((zone) => zone.parties))]
  const both = zones.some((zone) => zone.parties.length > 1)
  const insides = [true, false].filter((is) => marks.places.some(({ isInside }) => isInside === is))
  const states = SEEN_STATES.filter((one) => marks.seen.some(({ state }) => state === one))
  if (parties.length + insides.length + states.length + marks.sides.length === 0) return null
  return (
    <ul className={classes['key']}>
      {parties.map((party) => (
        <li key={party}>
          <Sample parties={[party]} /> <PartyMark party={party} />
        </li>
      ))}
      {both ? (
        <li>
          <Sample parties={parties.slice(0, 2)} /> {t('map.zones.both')}
        </li>
      ) : null}
      {insides.map((is) => (
        <li key={String(is)}>
          <svg className={classes['dot']} viewBox="-10 -10 20 20" aria-hidden="true">
            <g className={classes['marks']}>
              <circle r={3.5} data-inside={is} />
            </g>
          </svg>{' '}
          {t(is ? 'map.key.inside' : 'map.key.outside')}
        </li>
      ))}
      {states.map((state) => (
        <li key={state}>
          <svg className={classes['dot']} viewBox="-10 -10 20 20" aria-hidden="true">
            <g className={classes['seen']} data-state={state}>
              <circle r={8} />
            </g>
          </svg>{' '}
          {t(`map.key.${state}`)}
        </li>
      ))}
      {marks.sides.length > 0 ? (
        <li>
          <svg className={classes['dot']} viewBox="-12 -12 24 24" aria-hidden="true">
            <g className={classes['side']}>
              <circle r={10} />
            </g>
          </svg>{' '}
          {t('map.key.side')}
        </li>
      ) : null}
    </ul>
  )
}

function Sample({ parties }: { readonly parties: readonly string[] }): ReactNode {
  return (
    <svg className={classes['sample']} aria-hidden="true">
      {parties.map((party) => (
        <rect key={party} width="100%" height="100%" fill={`url(#${hatchOf(party)})`} />
      ))}
    </svg>
  )
}
