import { gatesOf, withdrawalsOf } from '@truce/core/record'
import { recordGatesReport, recordGroundReport } from '@truce/core/report/record'
import type { ReactNode } from 'react'
import { useMemo } from 'react'
import { Blocks } from '../../ui/report-blocks.tsx'
import { Part } from './parts.tsx'
import { useRecord } from './use-record.ts'

/** What the record shows of the gates, test by test, whatever was decided. */
export function GatesAsRecorded(): ReactNode {
  const { t, view, now } = useRecord()
  const { state } = view.fold
  const blocks = useMemo(
    () => recordGatesReport(state, gatesOf(state, now), now).slice(1),
    [state, now]
  )
  return (
    <Part title={t('record.gates.recorded')}>
      <Blocks blocks={blocks} />
    </Part>
  )
}

/** What the record shows of the withdrawals: own word, others' word, and what stands against them. */
export function GroundAsRecorded(): ReactNode {
  const { t, view, now } = useRecord()
  const { state } = view.fold
  const blocks = useMemo(
    () => recordGroundReport(state, withdrawalsOf(state, { now }), now).slice(1),
    [state, now]
  )
  return (
    <Part title={t('record.ground.recorded')}>
      <Blocks blocks={blocks} />
    </Part>
  )
}
