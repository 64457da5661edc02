import { Button } from '@mantine/core'
import { wrappedWords } from '@truce/core/report/pictures'
import type { ReactNode, RefObject } from 'react'
import { useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { useWords } from '../../ui/use-words.ts'
import type { DrawnLine } from './drawn.ts'
import type { Size } from './frame.ts'
import type { GroundMarks } from './ground-marks.ts'
import { lineSaid } from './line-words.ts'
import classes from './map.module.css'
import type { DrawnZone } from './picture.tsx'
import type { Leaving } from './save-picture.ts'
import { savePng, saveSvg } from './save-picture.ts'

/** How wide a letter of the lines below a saved picture is, in pixels. */
const LETTER = 7

interface SavePictureProps {
  readonly svg: RefObject<SVGSVGElement | null>
  readonly frame: Size
  readonly lines: readonly DrawnLine[]
  readonly zones: readonly DrawnZone[]
  readonly marks: GroundMarks
}

/** Saves the map as it is seen, with whose claim each line is below it. */
export function SavePicture({
  svg,
  frame: { width, height },
  lines,
  zones,
  marks
}: SavePictureProps): ReactNode {
  const words = useWords()
  const { t, text, source } = words
  const [problem, setProblem] = useState<string>()
  const leaving = (): Leaving => {
    const said = [
      ...lines.map(({ line, day }) => lineSaid(words, line, day)),
      ...zones.map(({ title }) => t('map.zones.hatched', { title })),
      ...marks.seen.map(({ title }) => title),
      ...(marks.places.length > 0 ? [t('map.places.said')] : [])
    ]
    return {
      width,
      height,
      name: 'map',
      title: t('map.picture.title', { title: text(source.title) }),
      lines: [...said, t('map.land.source')].flatMap((one) => wrappedWords(one, width / LETTER))
    }
  }
  const save = async (as: typeof savePng | typeof saveSvg): Promise<void> => {
    try {
      if (svg.current) await as(svg.current, leaving())
      setProblem(undefined)
    } catch (error) {
      setProblem(messageOf(error))
    }
  }
  return (
    <>
      <div className={`${classes['tools']} no-print`}>
        <Button variant="default" size="compact-sm" onClick={() => void save(saveSvg)}>
          {t('map.picture.svg')}
        </Button>
        <Button variant="default" size="compact-sm" onClick={() => void save(savePng)}>
          {t('map.picture.png')}
        </Button>
      </div>
      {problem === undefined ? null : (
        <p role="alert">{t('map.picture.failed', { reason: problem })}</p>
      )}
    </>
  )
}
