import { TextInput } from '@mantine/core'
import type { Daily } from '@truce/core/record'
import { daily, dayLater, reportDayOf } from '@truce/core/record'
import { renderMarkdown } from '@truce/core/report'
import type { LineCourses } from '@truce/core/report/record'
import { dailyMap, dailyReport } from '@truce/core/report/record'
import { existingDate } from '@truce/core/timetable'
import type { ReactNode } from 'react'
import { useEffect, useMemo, useState } from 'react'
import { messageOf } from '../../state/message-of.ts'
import { download } from '../../ui/download.ts'
import { Blocks } from '../../ui/report-blocks.tsx'
import { TextLink } from '../../ui/text-link.tsx'
import { useRecord } from './use-record.ts'

/** When a day of the report ends, as it does for the observation mission whose form it has. */
const CUT_OFF = '19:30'

/** The daily report of a day, every number with its entries. */
export function DailyView(): ReactNode {
  const { t, view, now, zone } = useRecord()
  const { state } = view.fold
  const cutOff = useMemo(() => ({ zone, time: CUT_OFF }), [zone])
  const [day, setDay] = useState(() => dayLater(reportDayOf(now / 1000, cutOff), -1))
  const lines = useLines()
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(day) && existingDate(day)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record grows in place, so its size is part of what the report is made of
  const blocks = useMemo(() => {
    if (!whole) return []
    const about: Daily = daily(state, { days: { day, days: 1 }, cutOff, grounds: [] })
    return dailyReport(state.source, about, dailyMap(state.source, about, lines))
  }, [whole, state, day, cutOff, lines, view.fold.size])
  return (
    <>
      <TextInput
        type="date"
        label={t('record.daily.day', { time: CUT_OFF, zone })}
        value={day}
        onChange={({ currentTarget }) => setDay(currentTarget.value)}
        error={whole ? undefined : t('record.daily.no-day')}
        maw="16rem"
        className="no-print"
      />
      <p className="no-print">
        <TextLink
          onClick={() =>
            download(
              `daily-${day}.md`,
              new Blob([renderMarkdown(blocks)], { type: 'text/markdown' })
            )
          }
        >
          {t('record.daily.keep')}
        </TextLink>
        {whole ? <Files day={day} zone={zone} /> : null}
      </p>
      <Blocks blocks={blocks} />
    </>
  )
}

const NO_LINES: LineCourses = new Map()

/** The lines of the case as they are drawn in the text that the record was begun under. */
function useLines(): LineCourses {
  const { view } = useRecord()
  const { desk, fold } = view
  const { source } = fold.state
  const [lines, setLines] = useState(NO_LINES)
  useEffect(() => {
    let gone = false
    const read = async (): Promise<void> => {
      const [files, { drawingsAmong }] = await Promise.all([
        desk.api.ground(),
        import('@truce/interchange')
      ])
      const drawn = [...drawingsAmong(source, files)].flatMap(([id, drawing]) =>
        typeof drawing === 'object' && 'courses' in drawing ? [[id, drawing.courses] as const] : []
      )
      if (!gone) setLines(new Map(drawn))
    }
    // Without the server the map shows the places alone.
    read().catch(() => undefined)
    return () => {
      gone = true
    }
  }, [desk, source])
  return lines
}

const FORMS = [
  ['docx', 'docx'],
  ['pdf', 'pdf'],
  ['html', 'html']
] as const

/** The report as the files that the server writes. */
function Files({ day, zone }: { readonly day: string; readonly zone: string }): ReactNode {
  const { t, view } = useRecord()
  const [busy, setBusy] = useState(false)
  const [failed, setFailed] = useState<string>()
  const take = async (to: (typeof FORMS)[number][0], ending: string): Promise<void> => {
    setBusy(true)
    try {
      const file = await view.desk.api.daily({ day, zone, cutOff: CUT_OFF, to })
      download(`daily-${day}.${ending}`, file)
      setFailed(undefined)
    } catch (error) {
      setFailed(messageOf(error))
    }
    setBusy(false)
  }
  return (
    <>
      {FORMS.map(([to, ending]) => (
        <span key={to}>
          {' '}
          ·{' '}
          <TextLink disabled={busy} onClick={() => void take(to, ending)}>
            {t(`record.daily.${to}`)}
          </TextLink>
        </span>
      ))}
      {failed === undefined ? null : <span role="alert"> {failed}</span>}
    </>
  )
}
