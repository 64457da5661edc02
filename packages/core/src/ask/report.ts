import { ceilingFrom, likeliestInPassing, strongestHolds } from '../check/case-ceiling.ts'
import { check } from '../check/check.ts'
import { DEFAULTS } from '../check/defaults.ts'
import type { Bargain } from '../deals/bargain.ts'
import { bargain, NoDealSpace } from '../deals/bargain.ts'
import type { Case } from '../model/case.ts'
import type { MilpSolver } from '../ports/index.ts'
import type { Block } from '../report/blocks.ts'
import { briefing } from '../report/briefing/briefing.ts'
import type { Material } from '../report/briefing/material.ts'
import { graphFindings } from '../report/stability/findings.ts'
import { placesIn } from '../report/study/input-words.ts'
import { analyse, compile } from '../stability/index.ts'
import type { Study, StudyPart } from '../study/index.ts'
import { mergeParts, STUDY_DEFAULTS, studyPart } from '../study/index.ts'
import { Judge } from '../worth/judge.ts'
import type { AboutCase, Asked, Given, Provenance, Refused } from './answer.ts'
import { answered, refused, settledFor, soundCase, stopped } from './answer.ts'
import { proposalsOf } from './check.ts'
import type { LineDrawing } from './drawn-ground.ts'
import { drawnGround } from './drawn-ground.ts'
import type { StudyJob } from './study.ts'

/** How to work out a briefing; `proposals` by id, all of the case when left out. */
export interface ReportSettings {
  readonly draws?: number
  readonly seed?: number
  readonly proposals?: readonly string[]
  /** The first pages alone; what only the annex tells is not worked out. */
  readonly short?: boolean
  /** The drawings that lines name, by line: without them nothing is told of the ground. */
  readonly drawings?: ReadonlyMap<string, LineDrawing>
}

/** A briefing: what it is made of, and as a document its blocks. */
export type ReportAnswer = AboutCase<'report', Material, readonly Block[]>

/**
 * Draws of the study at most: its figures stand beside verdicts that rest on all draws, and each
 * costs more.
 */
const MOST_STUDIED = 4000

/** Things that hold the best chance down that are told. */
const HOLDS = 3

/** Who helps with a briefing. */
export interface ReportHelp {
  /** Without one, deal spaces that need it are refused with `TooWide`. */
  readonly solver?: MilpSolver
  /**
   * Works a study of all the case's proposals through in one piece, elsewhere: here when left out, and
   * where only some of them are told.
   */
  readonly study?: ((job: StudyJob) => Promise<StudyPart>) | undefined
}

/**
 * Works out everything a briefing tells. Same case, seed and draws: same answer, bit for bit. Throws
 * `TooWide`.
 */
export async function askReport(
  given: Given,
  asked: Asked<ReportSettings> = {},
  { solver, study: aside }: ReportHelp = {}
): Promise<ReportAnswer | Refused<'report'>> {
  const source = soundCase(given)
  if (!source) return refused('report', given)
  const settings = settledFor(asked, source)
  const { draws = DEFAULTS.draws, seed = DEFAULTS.seed, proposals: ids, short, drawings } = settings
  const proposals = proposalsOf(source, ids)
  const chosen = { ...source, proposals }
  const studied = short
    ? undefined
    : studyOf(
        {
          given,
          source: chosen,
          settings: { ...STUDY_DEFAULTS, draws: Math.min(draws, MOST_STUDIED), seed }
        },
        ids ? undefined : aside
      )
  // Whoever waits for it below hears of its failure.
  studied?.catch(() => {})
  const deals = short ? undefined : await dealsOf(chosen, solver)
  const stability = stabilityOf(source, given)
  const judged = judgedOf(source, proposals, { draws, seed, spanOf: given.spanOf })
  const study = await studied
  const ground = short || !drawings ? undefined : groundOf([given, source], drawings)
  const result: Material = {
    source,
    hash: given.hash,
    place: placesIn(given),
    ...judged,
    ...(deals ? { deals } : {}),
    ...(stability ? { stability } : {}),
    ...(ground ? { ground } : {}),
    ...(study ? { study } : {})
  }
  return answered('report', given, {
    source,
    findings: given.diagnostics,
    result,
    methods: methodsOf(result),
    json: () => briefing(result, { short })
  })
}

type Judged = Pick<Material, 'check' | 'holds'>

/** What was last judged of a case: the long form of a briefing tells it as the short one did. */
const lastJudged = new WeakMap<Case, { readonly of: string; readonly judged: Judged }>()

function judgedOf(
  source: Case,
  proposals: Case['proposals'],
  { draws, seed, spanOf }: { readonly draws: number; readonly seed: number } & Pick<Given, 'spanOf'>
): Judged {
  const of = JSON.stringify([draws, seed, proposals.map(({ id }) => id)])
  const last = lastJudged.get(source)
  if (last?.of === of) return last.judged
  const drawn = { draws, seed, dependence: DEFAULTS.dependence }
  // Looked for once, though two things are told of it.
  const judge = Judge.random(source, drawn)
  const likeliest = likeliestInPassing(judge, seed)
  const checked = check(source, { draws, seed, proposals, judge, readings: true, spanOf })
  const judged = {
    check: { ...checked, ...(likeliest ? { ceiling: ceilingFrom(likeliest) } : {}) },
    holds: likeliest ? strongestHolds(likeliest, { settings: drawn, most: HOLDS }) : []
  }
  lastJudged.set(source, { of, judged })
  return judged
}

/** The zones that can be drawn; nothing where none can, for a briefing is no place to repair a case. */
function groundOf(
  [given, source]: readonly [Given, Case],
  drawings: ReadonlyMap<string, LineDrawing>
): Material['ground'] | undefined {
  const ground = drawnGround(given, source, drawings)
  return ground.zones.length === 0 ? undefined : ground
}

async function dealsOf(source: Case, solver: MilpSolver | undefined): Promise<Bargain | undefined> {
  try {
    return await bargain(source, {}, solver)
  } catch (error) {
    if (error instanceof NoDealSpace) return undefined
    throw error
  }
}

function stabilityOf(source: Case, { spanOf }: Given): Material['stability'] {
  if (!source.graph || stopped(graphFindings(source, spanOf))) return undefined
  const compiled = compile(source, source.graph)
  return compiled.conflict ? { about: { source, compiled }, result: analyse(compiled) } : undefined
}

async function studyOf(
  job: StudyJob,
  elsewhere: ReportHelp['study'] = here
): Promise<Study | undefined> {
  const { source, settings } = job
  if (source.proposals.length === 0) return undefined
  return mergeParts(source, settings, [await elsewhere(job)])
}

const here = async ({ source, settings }: StudyJob): Promise<StudyPart> =>
  studyPart(source, settings, { from: 0, count: settings.draws })

function methodsOf({ check: { settings }, study }: Material): Provenance['methods'] {
  const { draws, seed } = settings
  const by = 'mean over draws'
  return {
    verdicts: { by, how: 'sampled', draws, seed },
    ...(study ? { study: { by, how: 'sampled', draws: study.sizes.draws, seed } } : {})
  }
}
