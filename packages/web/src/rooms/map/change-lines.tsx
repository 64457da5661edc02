import { Button } from '@mantine/core'
import type { LonLat, Trace } from '@truce/core/geo'
import type { Line } from '@truce/core/model'
import type { ReactNode } from 'react'
import { useRef, useState } from 'react'
import { useWorkbench } from '../../state/use-workbench.ts'
import { Pick } from '../../ui/filter-bar.tsx'
import { Quiet } from '../../ui/quiet.tsx'
import { useWords } from '../../ui/use-words.ts'
import { WriteHere } from '../case/forms/write-here.tsx'
import type { LineCourse } from './courses.ts'
import { datesOf } from './dates.ts'
import { lineFile } from './line-file.ts'
import { lineTitle } from './line-words.ts'
import classes from './map.module.css'
import { COURSE_ENDINGS, readCourse } from './read-course.ts'
import { SidesPart } from './sides-part.tsx'
import type { Picking } from './use-map-work.ts'
import { courseText } from './vertices.ts'

/** What is being changed on the map: nothing, or a line by its vertices or anew. */
export interface Changing {
  readonly line: string
  readonly way: 'move' | 'draw'
}

interface ChangeLinesProps {
  readonly changing: Changing | undefined
  readonly onChanging: (changing: Changing | undefined) => void
  /** The places clicked so far where a line is drawn anew. */
  readonly drawn: readonly LonLat[]
  readonly onDrawn: (places: readonly LonLat[]) => void
  /** Where each line runs. */
  readonly courses: readonly LineCourse[]
  readonly pick: (picking: Picking | undefined) => void
  /** The line that is spoken of: its sides are shown. */
  readonly onLine: (id: string) => void
}

/** Changes a line on the map, draws one, or takes its course from a file. */
export function ChangeLines(props: ChangeLinesProps): ReactNode {
  const { changing, onChanging, drawn, onDrawn, courses, pick, onLine } = props
  const words = useWords()
  const { t, source } = words
  const lines = [...source.process.lines.values()]
  const [asked, setAsked] = useState<string>()
  const line = lines.find(({ id }) => id === (changing?.line ?? asked)) ?? lines[0]
  if (!line) return null
  return (
    <section aria-labelledby="map-change" className={`${classes['part']} no-print`}>
      <h3 id="map-change" className={classes['heading']}>
        {t('map.change.title')}
      </h3>
      <div className={classes['tools']}>
        <Pick
          label={t('map.change.line')}
          value={line.id}
          options={lines.map((one) => ({ value: one.id, label: lineTitle(words, one) }))}
          onPick={(id) => {
            setAsked(id)
            onLine(id)
            onChanging(undefined)
          }}
        />
        {changing === undefined ? (
          <Ways line={line} onWay={(way) => onChanging({ line: line.id, way })} />
        ) : (
          <Ending
            line={line}
            changing={changing}
            drawn={drawn}
            onEnd={() => {
              onDrawn([])
              onChanging(undefined)
            }}
          />
        )}
      </div>
      {changing === undefined ? (
        <>
          <SidesPart
            line={line}
            courses={latest(courses, line)}
            pick={(picking) => {
              onLine(line.id)
              pick(picking)
            }}
          />
          <WriteHere at="lines" words={t('map.change.add')} label={t('map.change.add')} />
        </>
      ) : null}
      {changing === undefined ? null : <p role="status">{t(`map.change.${changing.way}.how`)}</p>}
    </section>
  )
}

/** Where a line runs on the last day that is known. */
function latest(courses: readonly LineCourse[], line: Line): readonly Trace[] {
  const own = courses.filter(({ line: id }) => id === line.id)
  const last = datesOf(own).at(-1)
  return own.find(({ date }) => date === last)?.shape()?.courses ?? NOWHERE
}

const NOWHERE: readonly Trace[] = []

interface WaysProps {
  readonly line: Line
  readonly onWay: (way: Changing['way']) => void
}

function Ways({ line, onWay }: WaysProps): ReactNode {
  const { t } = useWords()
  return (
    <>
      {line.geometry === undefined ? null : (
        <Button variant="default" size="compact-sm" onClick={() => onWay('move')}>
          {t('map.change.move')}
        </Button>
      )}
      <Button variant="default" size="compact-sm" onClick={() => onWay('draw')}>
        {t('map.change.draw')}
      </Button>
      <FromFile line={line} />
    </>
  )
}

/** Takes the course from a file of whoever sits before the page. */
function FromFile({ line }: { readonly line: Line }): ReactNode {
  const words = useWords()
  const { t } = words
  const { putFile } = useWorkbench()
  const input = useRef<HTMLInputElement>(null)
  const [told, setTold] = useState<readonly string[]>([])
  const take = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const { text, told: says } = await readCourse({ name: file.name, text: await file.text() })
    setTold(says)
    if (text === undefined) return
    const { file: made, changes } = lineFile(line, text)
    putFile(made, changes, t('map.change.did', { line: lineTitle(words, line) }))
  }
  return (
    <>
      <input
        ref={input}
        type="file"
        hidden
        accept={COURSE_ENDINGS}
        onChange={({ currentTarget }) => {
          void take(currentTarget.files?.[0])
          currentTarget.value = ''
        }}
      />
      <Button variant="default" size="compact-sm" onClick={() => input.current?.click()}>
        {t('map.change.file')}
      </Button>
      {told.map((one) => (
        <Quiet as="p" key={one} role="status">
          {one}
        </Quiet>
      ))}
    </>
  )
}

interface EndingProps {
  readonly line: Line
  readonly changing: Changing
  readonly drawn: readonly LonLat[]
  readonly onEnd: () => void
}

function Ending({ line, changing, drawn, onEnd }: EndingProps): ReactNode {
  const words = useWords()
  const { t } = words
  const { putFile } = useWorkbench()
  const keep = (): void => {
    const { file, changes } = lineFile(line, courseText(drawn))
    putFile(file, changes, t('map.change.did', { line: lineTitle(words, line) }))
    onEnd()
  }
  if (changing.way === 'move')
    return (
      <Button variant="default" size="compact-sm" onClick={onEnd}>
        {t('map.change.done')}
      </Button>
    )
  return (
    <>
      <Button size="compact-sm" disabled={drawn.length < 2} onClick={keep}>
        {t('map.change.keep')}
      </Button>
      <Button variant="default" size="compact-sm" onClick={onEnd}>
        {t('map.change.leave')}
      </Button>
    </>
  )
}
