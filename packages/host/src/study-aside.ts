import type { StudyJob } from '@truce/core/ask'
import type { StudyPart } from '@truce/core/study'
import { aside, HAS_ROOM } from './aside.ts'
import type { StudySetup } from './study-kernel.ts'

/**
 * Works a study through, all draws in one piece, aside; undefined where there is no second processor
 * for it.
 */
export function studyAside(): ((job: StudyJob) => Promise<StudyPart>) | undefined {
  if (!HAS_ROOM) return undefined
  return ({ given: { files }, settings }) => {
    const setup: StudySetup = { files, settings }
    return aside('./study-aside-thread', import.meta.url, setup)
  }
}
