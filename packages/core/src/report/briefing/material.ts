import type { Reading } from '../../case/read.ts'
import { check } from '../../check/check.ts'
import type { CheckResult } from '../../check/result.ts'
import type { Bargain } from '../../deals/bargain.ts'
import { bargain, NoDealSpace } from '../../deals/bargain.ts'
import type { Case } from '../../model/case.ts'
import type { MilpSolver } from '../../ports/milp.ts'
import type { Analysis } from '../../stability/index.ts'
import { analyse, compile } from '../../stability/index.ts'
import type { Study } from '../../study/index.ts'
import { mergeParts, STUDY_DEFAULTS, studyPart } from '../../study/index.ts'
import { graphFindings } from '../stability/findings.ts'
import type { About } from '../stability/words.ts'
import type { About as Placed } from '../study/index.ts'
import { placesIn } from '../study/index.ts'

/** What a briefing is made from: the case and everything that was worked out about it. */
export interface Material extends Placed {
  readonly source: Case
  /** The case's hash, as `loadCase` gives it. */
  readonly hash: string
  /** Proposals asked for; all of the case unless some were named. */
  readonly check: CheckResult
  /** Absent where the case does not say what packages are worth. */
  readonly deals?: Bargain
  /** Absent where the case has no graph, or one with errors. */
  readonly stability?: { readonly about: About; readonly result: Analysis }
  /** Absent where there is no proposal to study. */
  readonly study?: Study
}

/** How to work it out; `proposals` by id, all of the case when left out. */
export interface BriefingSettings {
  readonly draws: number
  readonly seed: number
  readonly proposals?: readonly string[]
}

/**
 * Draws of the study at most: its figures stand beside verdicts that rest on all draws, and each
 * costs more.
 */
const MOST_STUDIED = 4000

/** A case that was read without errors. */
export interface Sound extends Pick<Reading, 'files' | 'spanOf'> {
  readonly case: Case
  readonly hash: string
}

/**
 * Works out everything a briefing tells. Same case, seed and draws: same material, bit for bit.
 * Without a solver throws `TooWide` on deal spaces that need one.
 */
export async function materialOf(
  sound: Sound,
  settings: BriefingSettings,
  solver?: MilpSolver
): Promise<Material> {
  const { case: source, hash, spanOf } = sound
  const { draws, seed, proposals: wanted } = settings
  const proposals = wanted
    ? source.proposals.filter(({ id }) => wanted.includes(id))
    : source.proposals
  const deals = await dealsOf({ ...source, proposals }, solver)
  const stability = stabilityOf(sound)
  return {
    source,
    hash,
    place: placesIn(sound),
    check: check(source, { draws, seed, proposals, spanOf }),
    ...(deals ? { deals } : {}),
    ...(stability ? { stability } : {}),
    ...(proposals.length > 0
      ? { study: studyOf({ ...source, proposals }, { draws: Math.min(draws, MOST_STUDIED), seed }) }
      : {})
  }
}

async function dealsOf(source: Case, solver: MilpSolver | undefined): Promise<Bargain | undefined> {
  try {
    return await bargain(source, {}, solver)
  } catch (error) {
    if (error instanceof NoDealSpace) return undefined
    throw error
  }
}

function stabilityOf({ case: source, spanOf }: Sound): Material['stability'] {
  if (!source.graph || graphFindings(source, spanOf).some(({ severity }) => severity === 'error'))
    return undefined
  const compiled = compile(source, source.graph)
  return compiled.conflict ? { about: { source, compiled }, result: analyse(compiled) } : undefined
}

function studyOf(source: Case, { draws, seed }: Pick<BriefingSettings, 'draws' | 'seed'>): Study {
  const settings = { ...STUDY_DEFAULTS, draws, seed }
  return mergeParts(source, settings, [studyPart(source, settings, { from: 0, count: draws })])
}
