import type { Case } from '@truce/core'
import type {
  AcceptanceAnswer,
  Answered,
  BargainingAnswer,
  CheckAnswer,
  Given,
  Listening,
  PlanAnswer,
  Question,
  Refused,
  StabilityAnswer,
  StudyAnswer
} from '@truce/core/ask'
import { askAcceptance } from '@truce/core/ask/acceptance'
import { askBargaining } from '@truce/core/ask/bargaining'
import { askCheck } from '@truce/core/ask/check'
import { askForecast } from '@truce/core/ask/forecast'
import { askPlan } from '@truce/core/ask/plan'
import { askStability } from '@truce/core/ask/stability'
import { askStrategy } from '@truce/core/ask/strategy'
import { askStudy, inThread } from '@truce/core/ask/study'
import { withRanges } from '@truce/core/model'
import type { ForecastDocument } from '@truce/core/report/forecast'
import { forecastTold } from '@truce/core/report/forecast'
import type { StrategyDocument } from '@truce/core/report/strategy'
import { strategyTold } from '@truce/core/report/strategy'
import { highsSolver } from '@truce/milp'
import { rangesOf } from './drafts.ts'
import type { Questions } from './protocol.ts'
import { withDrafts } from './with-drafts.ts'

type DocumentOf<A extends { readonly document: () => unknown }> = ReturnType<A['document']>

/** The document of an answer. Throws the first error where the case was refused. */
export function documentOf<D>(answer: Answered<Question, unknown, D> | Refused<Question>): D {
  if (!answer.refused) return answer.document()
  const error = answer.findings.find(({ severity }) => severity === 'error')
  throw new Error(error?.message ?? 'the case has errors')
}

/** The document of `truce check --format json`. */
export const checkDocument = (
  given: Given,
  { drafts = [], ...asked }: Questions['check']['ask']
): DocumentOf<CheckAnswer> =>
  documentOf(
    askCheck(given.case ? { ...given, case: withDrafts(given.case, drafts) } : given, asked)
  )

/** The document of `truce solve bargaining --format json`. */
export async function bargainingDocument(
  { case: source, ...given }: Given,
  asked: Questions['bargaining']['ask']
): Promise<DocumentOf<BargainingAnswer>> {
  const { parties, respectRedlines, overrides = {}, drafts = [], chances = true, rough } = asked
  const laid = source && laidOut(source, { overrides, drafts })
  // a judgement held for a moment has no chance of its own; that beside the sliders follows
  const isDrawn = chances && Object.keys(overrides).length === 0
  return documentOf(
    await askBargaining(
      { ...given, ...(laid ? { case: laid } : {}) },
      {
        respectRedlines,
        ...(rough ? { rough } : {}),
        ...(parties ? { parties } : {}),
        ...(isDrawn ? {} : { draws: 0 })
      },
      highsSolver()
    )
  )
}

type Laid = Required<Pick<Questions['bargaining']['ask'], 'overrides' | 'drafts'>>

/** The case that was last made of another: it is asked about several times. */
let last: { readonly source: Case; readonly of: string; readonly laid: Case } | undefined

function laidOut(source: Case, { overrides, drafts }: Laid): Case {
  const of = JSON.stringify([overrides, drafts])
  if (last?.source === source && last.of === of) return last.laid
  const laid = withDrafts(withRanges(source, rangesOf(overrides)), drafts)
  last = { source, of, laid }
  return laid
}

/** The document of `truce solve stability --format json`. */
export const stabilityDocument = (
  given: Given,
  asked: Questions['stability']['ask']
): DocumentOf<StabilityAnswer> => documentOf(askStability(given, asked))

/** The document of `truce solve strategy --format json`, and what its report says of it. */
export function strategyAnswer(
  given: Given,
  { draws, language, responses = [] }: Questions['strategy']['ask']
): Questions['strategy']['answer'] {
  const answer = askStrategy(given, { draws, responses: new Map(responses) })
  const document = documentOf<StrategyDocument>(answer)
  if (answer.refused) throw new Error('the case has errors')
  return { document, told: strategyTold(answer.result, language) }
}

/** The document of `truce solve forecast --format json`, and what its report says of it. */
export function forecastAnswer(
  given: Given,
  { language }: Questions['forecast']['ask']
): Questions['forecast']['answer'] {
  const answer = askForecast(given)
  const document = documentOf<ForecastDocument>(answer)
  if (answer.refused) throw new Error('the case has errors')
  return { document, told: forecastTold(answer.result, language) }
}

/** The document of `truce plan --format json`. */
export const planDocument = (
  given: Given,
  asked: Questions['plan']['ask']
): DocumentOf<PlanAnswer> => documentOf(askPlan(given, asked))

/**
 * How a long computation tells how far it is, and lets others go first; `pause` rejects when it is
 * no longer wanted.
 */
export interface Patience {
  readonly progress: (share: number) => void
  readonly pause: NonNullable<Listening['pause']>
}

/** The document of `truce solve study --format json`, chunk by chunk with a pause between. */
export async function studyDocument(
  given: Given,
  { draws, proposals }: Questions['study']['ask'],
  { progress, pause }: Patience
): Promise<DocumentOf<StudyAnswer>> {
  const settings = { draws, ...(proposals ? { focus: proposals } : {}) }
  const run = inThread({ onProgress: (done) => progress(done / draws), pause })
  return documentOf(await askStudy(given, settings, run))
}

/** The document of `truce solve acceptance --format json`, step by step with a pause between. */
export async function acceptanceDocument(
  { case: source, ...given }: Given,
  { draws, proposals, changes, only, drafts = [] }: Questions['acceptance']['ask'],
  { progress, pause }: Patience
): Promise<DocumentOf<AcceptanceAnswer>> {
  const settings = {
    best: only !== 'prices',
    ceilings: only === undefined || only === 'ceilings',
    frontiers: only === undefined,
    readings: only === undefined,
    ...(draws === undefined ? {} : { draws }),
    ...(proposals ? { proposals } : {}),
    ...(changes === undefined ? {} : { changes })
  }
  const laid = source ? { ...given, case: withDrafts(source, drafts) } : given
  return documentOf(await askAcceptance(laid, settings, { onProgress: progress, pause }))
}
