import type { Incident } from '@truce/core/record'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { frameOf } from '../map/frame.ts'
import { useLand } from '../map/use-land.ts'
import classes from './record.module.css'
import { useRecord } from './use-record.ts'

const SIZE = { width: 720, height: 360 }
/** Land around what was reported, in degrees, so that one knows where it is. */
const AROUND = 1.5

/** Where incidents are said to have been, each in the hue of whoever reported it first. */
export function IncidentMap({ incidents }: { readonly incidents: readonly Incident[] }): ReactNode {
  const { t, hue } = useRecord()
  const placed = incidents.flatMap(({ id, accounts: [first] }) => {
    const { lon, lat } = first?.content.place ?? {}
    return first && lon !== undefined && lat !== undefined
      ? [{ id, lon, lat, party: first.author.party }]
      : []
  })
  const key = placed.map(({ lon, lat }) => `${lon} ${lat}`).join()
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same places make the same frame
  const frame = useMemo(
    () =>
      frameOf(
        placed.map(({ lon, lat }) => ({
          type: 'MultiPoint' as const,
          coordinates: [
            [lon - AROUND, lat - AROUND / 2],
            [lon + AROUND, lat + AROUND / 2]
          ]
        })),
        SIZE
      ),
    [key]
  )
  const { path } = useLand(frame)
  if (placed.length === 0) return null
  return (
    <figure className={classes['map']}>
      <figcaption>{t('record.map', { n: placed.length })}</figcaption>
      <svg
        viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
        role="img"
        aria-label={t('record.map.label')}
      >
        <path d={path ?? ''} />
        {placed.map(({ id, lon, lat, party }) => {
          const at = frame.place([lon, lat])
          const { color, glyph } = hue(party)
          return at ? (
            <text key={id} x={at[0]} y={at[1]} style={{ fill: color }}>
              {glyph}
            </text>
          ) : null
        })}
      </svg>
    </figure>
  )
}
