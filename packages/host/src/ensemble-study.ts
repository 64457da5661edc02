import type { Ensemble } from '@truce/core'
import type { StudyPart } from '@truce/core/study'
import { inProcess } from './ensemble.ts'
import { onThreads } from './ensemble-threads.ts'
import type { StudySetup } from './study-kernel.ts'

/**
 * The worker lies beside this module, under the same ending: `.ts` in the repository, `.js` where
 * it is installed.
 */
const WORKER = new URL(
  `./study-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url
)

/**
 * The ensemble for studies: this thread alone, or that many worker threads. What computes is loaded
 * when it runs.
 */
export function studyEnsemble(workers: number): Ensemble<StudySetup, StudyPart> {
  if (workers > 1) return onThreads(WORKER, workers)
  return inProcess(async (setup) => (await import('./study-kernel.ts')).openStudy(setup))
}
