import type { Ensemble } from '@truce/core'
import type { StudyPart } from '@truce/core/study'
import type { StudySetup } from '../study-kernel.ts'
import { type ClusterPlace, onCluster } from './cluster-ensemble.ts'
import { type WorkerSettings, workOnCluster } from './cluster-worker.ts'

/** The kind of job that a study is. */
export const STUDY = 'study'

/** The module of threads lies one folder up, under the same ending as this one. */
const KERNEL = new URL(
  `../study-worker${import.meta.url.slice(import.meta.url.lastIndexOf('.'))}`,
  import.meta.url
)

/** The ensemble for studies on whatever workers share a database. */
export const studyOnCluster = (
  place: Omit<ClusterPlace, 'kind'>
): Ensemble<StudySetup, StudyPart> => onCluster({ ...place, kind: STUDY })

/** A worker for studies. */
export const workOnStudies = (settings: Omit<WorkerSettings, 'kernels'>): Promise<void> =>
  workOnCluster({ ...settings, kernels: { [STUDY]: KERNEL } })
