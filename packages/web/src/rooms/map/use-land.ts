import type { GeoPermissibleObjects } from 'd3-geo'
import { useEffect, useMemo, useState } from 'react'
import type { Frame } from './frame.ts'
import { land } from './land.ts'

/** The land as it is drawn in a frame, once it is there; and why it is not. */
export function useLand(frame: Frame): {
  readonly path: string | undefined
  readonly failed: boolean
} {
  const [shape, setShape] = useState<GeoPermissibleObjects>()
  const [failed, setFailed] = useState(false)
  useEffect(() => {
    let gone = false
    land().then(
      (found) => gone || setShape(found),
      () => gone || setFailed(true)
    )
    return () => {
      gone = true
    }
  }, [])
  const path = useMemo(() => (shape ? frame.path(shape) : undefined), [frame, shape])
  return { path, failed }
}
