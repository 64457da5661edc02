import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/**
 * Keeps the height of what stays at the top of the window in `--truce-header`, so that what sticks
 * in a room sticks below it, and what is jumped to is not hidden behind it.
 */
export function useHeaderHeight(): RefObject<HTMLElement | null> {
  const header = useRef<HTMLElement>(null)
  useEffect(() => {
    const { current } = header
    if (!current) return
    const { style } = document.documentElement
    const measure = (): void => {
      const sticks = getComputedStyle(current).position === 'sticky'
      style.setProperty('--truce-header', `${sticks ? current.offsetHeight : 0}px`)
    }
    const watch = new ResizeObserver(measure)
    watch.observe(current)
    addEventListener('resize', measure)
    return () => {
      watch.disconnect()
      removeEventListener('resize', measure)
      style.removeProperty('--truce-header')
    }
  }, [])
  return header
}
