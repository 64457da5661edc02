import { Button } from '@mantine/core'
import type { LonLat, Trace } from '@truce/core/geo'
import { NoSides, sideAt } from '@truce/core/geo'
import type { Line } from '@truce/core/model'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { useWorkbench } from '../../state/use-workbench.ts'
import { placeWords } from '../../ui/coordinates.ts'
import { PartyMark } from '../../ui/party-mark.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useWords } from '../../ui/use-words.ts'
import { WriteHere } from '../case/forms/write-here.tsx'
import { lineTitle } from './line-words.ts'
import classes from './map.module.css'
import type { Picking } from './use-map-work.ts'

/** Four digits: some ten metres, and a side is far wider. */
const DIGITS = 1e4

interface SidesPartProps {
  readonly line: Line
  /** Where it runs on the latest day; empty where it is not drawn. */
  readonly courses: readonly Trace[]
  readonly pick: (picking: Picking | undefined) => void
}

/** Whose side of a line is where: each party's by one click on the map, or one place by key. */
export function SidesPart({ line, courses, pick }: SidesPartProps): ReactNode {
  const words = useWords()
  const { t, source, party: named } = words
  const { change } = useWorkbench()
  const title = lineTitle(words, line)
  const put = (party: string, at: LonLat | undefined): void =>
    change(
      [{ at: `${line.at}/sides/${party}`, value: at?.map(rounded) }],
      t('map.sides.did', { line: title, party: named(party) })
    )
  const parties = partiesOf(line, source)
  return (
    <section aria-labelledby="map-sides" className={classes['part']}>
      <h4 id="map-sides" className={classes['heading']}>
        {t('map.sides.title', { line: title })}
      </h4>
      <Quiet as="p">{t(courses.length > 0 ? 'map.sides.note' : 'map.sides.undrawn')}</Quiet>
      <ul className={classes['sides']}>
        {parties.map((party) => {
          const at = line.sides?.get(party)
          return (
            <li key={party}>
              <PartyMark party={party} />
              <span>
                {at ? t('map.sides.at', { place: placeWords(at) }) : t('map.sides.unsaid')}
              </span>
              <Button
                variant="default"
                size="compact-sm"
                aria-label={t('map.sides.clickLabel', { party: named(party), line: title })}
                onClick={({ currentTarget }) =>
                  pick({
                    what: t('map.sides.what', { party: named(party), line: title }),
                    take: (place) => {
                      put(party, place)
                      currentTarget.focus()
                    }
                  })
                }
              >
                {t('map.sides.click')}
              </Button>
              {at ? (
                <TextLink
                  bare
                  aria-label={t('map.sides.dropLabel', { party: named(party), line: title })}
                  onClick={() => put(party, undefined)}
                >
                  {t('map.sides.drop')}
                </TextLink>
              ) : null}
            </li>
          )
        })}
      </ul>
      <WriteHere
        key={line.id}
        at={line.at}
        keys={['sides']}
        words={t('map.change.sides')}
        label={t('map.change.sidesOf', { line: title })}
      />
      <Told line={line} courses={courses} />
    </section>
  )
}

const rounded = (degrees: number): number => Math.round(degrees * DIGITS) / DIGITS

/** Those that say a side or withdraw from the line; else those that fight; else all. */
function partiesOf(
  { id, sides }: Line,
  { parties, process }: ReturnType<typeof useWords>['source']
): readonly string[] {
  const counted = [...process.withdrawals.values()].flatMap(({ baseline }) =>
    [...baseline].filter(([, line]) => line === id).map(([party]) => party)
  )
  const fighting = [...parties]
    .filter(([, { roles }]) => roles.includes('belligerent'))
    .map(([one]) => one)
  const wanted = new Set([...(sides?.keys() ?? []), ...counted, ...fighting])
  const all = [...parties.keys()]
  return wanted.size > 0 ? all.filter((party) => wanted.has(party)) : all
}

/** That two parties stand on one side of the line, or that it has none. */
function Told({ line, courses }: Pick<SidesPartProps, 'line' | 'courses'>): ReactNode {
  const { t, said, party: named } = useWords()
  const { sides: places } = line
  const sides = useMemo(() => places && sidesOf(courses, places), [courses, places])
  if (courses.length === 0 || !places) return null
  if (!sides) return <p role="alert">{t('map.sides.wound')}</p>
  const together = (['left', 'right'] as const).flatMap((side) => {
    const parties = [...sides].filter(([, at]) => at === side).map(([party]) => party)
    return parties.length > 1 ? [parties] : []
  })
  return together.map((parties) => (
    <p key={parties.join(' ')} role="status">
      {t('map.sides.same', { parties: said.list(parties.map(named)) })}
    </p>
  ))
}

function sidesOf(courses: readonly Trace[], places: NonNullable<Line['sides']>) {
  try {
    return new Map([...places].map(([party, at]) => [party, sideAt(courses, at)]))
  } catch (error) {
    if (error instanceof NoSides) return undefined
    throw error
  }
}
