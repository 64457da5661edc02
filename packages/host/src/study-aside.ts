import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { StudyJob } from '@truce/core/ask'
import type { StudyPart } from '@truce/core/study'
import type { StudySetup } from './study-kernel.ts'

/** The thread's module lies beside this one, under the same ending. */
const MODULE = new URL(
  `./study-aside-thread${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url
)

/**
 * Works a study through, all draws in one piece, on a thread of its own, so that whoever asks can
 * compute something else meanwhile; undefined where there is no second processor for it. Rejects with
 * what the thread fails with. The thread ends with the one that began it.
 */
export function studyAside(): ((job: StudyJob) => Promise<StudyPart>) | undefined {
  if (availableParallelism() < 2) return undefined
  return ({ given: { files }, settings }) =>
    new Promise((resolve, reject) => {
      const setup: StudySetup = { files, settings }
      const thread = new Worker(MODULE, { workerData: setup })
      thread.once('message', resolve)
      thread.once('error', reject)
      thread.once('exit', (code) => reject(new Error(`the study's thread ended with ${code}`)))
    })
}
