import type { Hotline } from '@truce/core/record'
import { hotlineOf } from '@truce/core/record'
import { useMemo } from 'react'
import { useRecord } from './use-record.ts'

/** The hotline at the record's present hour, worked out once for each change of either. */
export function useHotline(): Hotline {
  const { view, now } = useRecord()
  return useMemo(() => hotlineOf(view.fold.state, now), [view, now])
}
