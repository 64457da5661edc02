import { useEffect } from 'react'
import type { LineCourse } from './courses.ts'
import { drawnIn } from './drawn.ts'
import type { Frame } from './frame.ts'

/** Draws the courses of all days while the page has nothing else to do: the slider then only shows them. */
export function useWarm(courses: readonly LineCourse[], frame: Frame): void {
  useEffect(() => {
    let next = 0
    let waits: ReturnType<typeof setTimeout>
    const draw = (): void => {
      const course = courses[next++]
      if (!course) return
      drawnIn(frame, course)
      waits = setTimeout(draw, PAUSE)
    }
    waits = setTimeout(draw, PAUSE)
    return () => clearTimeout(waits)
  }, [courses, frame])
}

/** Milliseconds between two of them, in which the page answers whoever sits before it. */
const PAUSE = 16
