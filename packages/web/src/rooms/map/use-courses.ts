import type { Case, SourceFile } from '@truce/core'
import { useEffect, useMemo, useState } from 'react'
import type { LineCourse, ReadDrawing } from './courses.ts'
import { coursesOf, isGeoJson } from './courses.ts'

/**
 * The courses of a case's lines, once what reads their files is there: who has GeoJSON alone does
 * not wait for the readers of other forms.
 */
export function useCourses(
  source: Case | undefined,
  files: readonly SourceFile[]
): readonly LineCourse[] {
  const [read, setRead] = useState<ReadDrawing>()
  const isOther = [...(source?.process.lines.values() ?? [])].some((line) => !isGeoJson(line))
  useEffect(() => {
    if (!isOther) return undefined
    let isLeft = false
    void import('@truce/interchange').then(({ importDrawing }) => {
      if (!isLeft) setRead(() => importDrawing)
    })
    return () => {
      isLeft = true
    }
  }, [isOther])
  return useMemo(() => (source ? coursesOf(source, files, read) : []), [source, files, read])
}
