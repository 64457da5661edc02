import type { SourceFile } from '@truce/core'
import { readCase } from '@truce/core/case'
import type { StudyPart, StudySettings } from '@truce/core/study'
import { studyPart } from '@truce/core/study'
import type { Kernel } from './ensemble.ts'

/** What a study's workers need: the texts of a sound case, and how to study it. */
export interface StudySetup {
  readonly files: readonly SourceFile[]
  readonly settings: StudySettings
}

/** Reads the case once; every chunk is studied over it. */
export function openStudy({ files, settings }: StudySetup): Kernel<StudyPart> {
  const { case: source, sound } = readCase(files)
  if (!source || !sound) throw new Error('the case has errors; run truce check')
  return ({ from, count }) => studyPart(source, settings, { from, count })
}
