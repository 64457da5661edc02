import { TextInput } from '@mantine/core'
import type { Daily } from '@truce/core/record'
import { daily, dayLater, reportDayOf } from '@truce/core/record'
import { renderMarkdown } from '@truce/core/report'
import { dailyMap, dailyReport } from '@truce/core/report/record'
import { existingDate } from '@truce/core/timetable'
import type { ReactNode } from 'react'
import { useMemo, useState } from 'react'
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
  const whole = /^\d{4}-\d{2}-\d{2}$/.test(day) && existingDate(day)
  const blocks = useMemo(() => {
    if (!whole) return []
    const about: Daily = daily(state, { days: { day, days: 1 }, cutOff, grounds: [] })
    return dailyReport(state.source, about, dailyMap(state.source, about, new Map()))
  }, [whole, state, day, cutOff])
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
      </p>
      <Blocks blocks={blocks} />
    </>
  )
}
