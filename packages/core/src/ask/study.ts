import type { Case } from '../model/case.ts'
import type { EnsembleRun } from '../ports/index.ts'
import { placesIn } from '../report/study/input-words.ts'
import { studyJson } from '../report/study/study-json.ts'
import type { StudyDocument } from '../report/study/study-shape.ts'
import type { Study, StudyPart, StudySettings } from '../study/index.ts'
import {
  CHUNK,
  METHODS,
  mergeBegun,
  mergeParts,
  STUDY_DEFAULTS,
  studyPart
} from '../study/index.ts'
import type { AboutCase, Asked, Given, Method, Provenance, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase } from './answer.ts'

/** A study to work through, and the case it is about. */
export interface StudyJob {
  readonly given: Given
  readonly source: Case
  readonly settings: StudySettings
}

/**
 * Works through the chunks of a study (`CHUNK` draws each, by their index): on threads, or here
 * with pauses. It may be stopped early.
 */
export type StudyRunner = (job: StudyJob) => Promise<EnsembleRun<StudyPart>>

/** A study with what was asked for: `draws` more than were done when it was stopped early. */
export interface StudyResult {
  readonly study: Study
  readonly draws: number
  readonly complete: boolean
}

/** How sure the answers are, and which judgements to check next. */
export type StudyAnswer = AboutCase<'solve study', StudyResult, StudyDocument>

/** There is nothing to study, or it was stopped before anything was done. */
export class NoStudy extends Error {}

/**
 * What survives when every judgement may lie anywhere in its range. What is left out of the
 * settings is as in `STUDY_DEFAULTS`. Throws `NoStudy`, and what the runner does.
 */
export async function askStudy(
  given: Given,
  asked: Asked<Partial<StudySettings>> = {},
  run: StudyRunner = inThread()
): Promise<StudyAnswer | Refused<'solve study'>> {
  const source = soundCase(given)
  if (!source) return refused('solve study', given)
  const settings = { ...STUDY_DEFAULTS, ...settledFor(asked, source) }
  if (source.proposals.length === 0) throw new NoStudy('the case has no proposal to study: add one')
  const result = merged(source, settings, await run({ given, source, settings }))
  return answered('solve study', given, {
    source,
    findings: given.diagnostics,
    result,
    methods: methodsOf(result.study),
    json: (about) => studyJson({ source, place: placesIn(given) }, result, about)
  })
}

/** The study as far as it got: the draws up to the first that is missing. */
function merged(
  source: Case,
  settings: StudySettings,
  { parts, complete }: EnsembleRun<StudyPart>
): StudyResult {
  const { draws } = settings
  const whole: StudyPart[] = []
  for (let part = parts.get(0); part; part = parts.get(whole.length)) whole.push(part)
  if (whole.length === 0) throw new NoStudy(`stopped before the first ${CHUNK} draws were done`)
  const done = whole.length * CHUNK
  const study = (done >= draws ? mergeParts : mergeBegun)(source, settings, whole)
  return { study, draws, complete }
}

/** Who hears of a study that is worked through here, and who may stop it. */
export interface Listening {
  readonly onProgress?: (done: number, draws: number) => void
  /** Between two chunks; rejects to give the study up. */
  readonly pause?: () => Promise<void>
  /** Ends the study after the chunk under way, which leaves what there is. */
  readonly signal?: { readonly aborted: boolean }
}

/** Works through a study in this thread, chunk by chunk. */
export function inThread({ onProgress, pause, signal }: Listening = {}): StudyRunner {
  return async ({ source, settings }) => {
    const parts = new Map<number, StudyPart>()
    let done = 0
    while (done < settings.draws && signal?.aborted !== true) {
      const count = Math.min(CHUNK, settings.draws - done)
      parts.set(parts.size, studyPart(source, settings, { from: done, count }))
      done += count
      onProgress?.(done, settings.draws)
      await pause?.()
    }
    return { parts, draws: done, complete: done === settings.draws }
  }
}

/** Which draws stand behind each figure that is sampled; none behind one that is not told. */
const SIZES: readonly (readonly [keyof typeof METHODS, keyof Study['sizes']])[] = [
  ['acceptability', 'draws'],
  ['accepted', 'draws'],
  ['efficient', 'efficiency'],
  ['equilibrium', 'equilibrium'],
  ['indices', 'samples'],
  ['tornado', 'samples']
]

function methodsOf({ sizes, settings: { seed } }: Study): Provenance['methods'] {
  const drawn = SIZES.filter(([, size]) => sizes[size] > 0)
  const sampled = drawn.map(([figure, size]): [string, Method] => [
    figure,
    { by: METHODS[figure].by, how: 'sampled', draws: sizes[size], seed }
  ])
  return {
    comparisons: { by: METHODS.comparisons.by, how: 'exact' },
    ...Object.fromEntries(sampled)
  }
}
