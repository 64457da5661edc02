import { Button, Table, TextInput } from '@mantine/core'
import type { LonLat } from '@truce/core/geo'
import { apart } from '@truce/core/geo'
import type { FormEvent, ReactNode } from 'react'
import { useState } from 'react'
import { placeIn, placeWords } from '../../ui/coordinates.ts'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import classes from './map.module.css'

/** The places that are measured between, and what changes them. */
export interface MeasureProps {
  readonly places: readonly LonLat[]
  readonly onPlaces: (places: readonly LonLat[]) => void
}

/** How far it is from place to place, along the shortest way on the ground. */
export function Measure({ places, onPlaces }: MeasureProps): ReactNode {
  const { t } = useWords()
  return (
    <section aria-labelledby="map-measure" className={classes['measure']}>
      <h3 id="map-measure" className={classes['heading']}>
        {t('map.measure.title')}
      </h3>
      <Quiet as="p">{t('map.measure.note')}</Quiet>
      <ByHand onPlace={(place) => onPlaces([...places, place])} />
      {places.length > 0 ? (
        <>
          <Legs places={places} />
          <div className={`${classes['tools']} no-print`}>
            <Button
              variant="default"
              size="compact-sm"
              onClick={() => onPlaces(places.slice(0, -1))}
            >
              {t('map.measure.last')}
            </Button>
            <Button variant="default" size="compact-sm" onClick={() => onPlaces([])}>
              {t('map.measure.none')}
            </Button>
          </div>
        </>
      ) : null}
    </section>
  )
}

/** A place by its coordinates: for those who use no mouse, and where a text names them. */
function ByHand({ onPlace }: { readonly onPlace: (place: LonLat) => void }): ReactNode {
  const { t } = useWords()
  const [text, setText] = useState('')
  const [wrong, setWrong] = useState(false)
  const add = (event: FormEvent): void => {
    event.preventDefault()
    const place = placeIn(text)
    setWrong(place === undefined)
    if (!place) return
    onPlace(place)
    setText('')
  }
  return (
    <form className={`${classes['tools']} no-print`} onSubmit={add}>
      <TextInput
        size="xs"
        label={t('map.measure.place')}
        placeholder="47.95 37.80"
        value={text}
        error={wrong ? t('map.measure.wrong') : undefined}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Button type="submit" variant="default" size="compact-sm">
        {t('map.measure.add')}
      </Button>
    </form>
  )
}

function Legs({ places }: Pick<MeasureProps, 'places'>): ReactNode {
  const { t, numbers } = useWords()
  const far = places.map((place, at) => {
    const before = places[at - 1]
    return before ? apart(before, place).km : 0
  })
  const sum = (until: number): number => far.slice(0, until + 1).reduce((a, b) => a + b, 0)
  const km = (length: number): string => t('map.km', { km: numbers.judgement(length) })
  return (
    <>
      <p role="status">{t('map.measure.whole', { km: km(sum(far.length - 1)) })}</p>
      <Table className={classes['facts']}>
        <Table.Thead>
          <Table.Tr>
            {['number', 'where', 'leg', 'sum'].map((column) => (
              <Table.Th key={column} scope="col">
                {t(`map.measure.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {places.map((place, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: places are told apart by their order
            <Table.Tr key={at}>
              <Table.Th scope="row">{at + 1}</Table.Th>
              <Table.Td>{placeWords(place)}</Table.Td>
              <Table.Td>{at === 0 ? '' : km(far[at] ?? 0)}</Table.Td>
              <Table.Td>{at === 0 ? '' : km(sum(at))}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  )
}
