import type { ReactNode } from 'react'
import { PartyMark } from '../../ui/party-mark.tsx'
import { useWords } from '../../ui/use-words.ts'
import { hatchOf } from './hatch.tsx'
import classes from './map.module.css'
import type { DrawnZone } from './picture.tsx'

/** Whose hatching is whose. */
export function ZoneKey({ zones }: { readonly zones: readonly DrawnZone[] }): ReactNode {
  const { t } = useWords()
  const parties = [...new Set(zones.flatMap((zone) => zone.parties))]
  if (parties.length === 0) return null
  const both = zones.some((zone) => zone.parties.length > 1)
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
