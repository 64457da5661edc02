import type { RefObject } from 'react'
import { useEffect, useRef } from 'react'

/**
 * Keeps the height of an element that stays at the top of the window in a custom property of the
 * page, 0 where it does not stay: what sticks below it, and what is jumped to, is not hidden.
 */
export function useStuckHeight<E extends HTMLElement>(
  property: '--truce-header' | '--truce-stuck'
): RefObject<E | null> {
  const element = useRef<E>(null)
  useEffect(() => {
    const { current } = element
    if (!current) return
    const { style } = document.documentElement
    const measure = (): void => {
      const sticks = getComputedStyle(current).position === 'sticky'
      style.setProperty(property, `${sticks ? current.offsetHeight : 0}px`)
    }
    const watch = new ResizeObserver(measure)
    watch.observe(current)
    addEventListener('resize', measure)
    return () => {
      watch.disconnect()
      removeEventListener('resize', measure)
      style.removeProperty(property)
    }
  }, [property])
  return element
}
