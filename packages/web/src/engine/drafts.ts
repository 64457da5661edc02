import type { Case, Proposal } from '@truce/core'
import type { DraftJudgement } from '@truce/core/check/quick'
import { DEFAULTS, DraftJudge, groundAt, groundId } from '@truce/core/check/quick'
import type { Range } from '@truce/core/model'
import { textIn } from '@truce/core/model'
import type { Draft, Judged, Overrides, PartyAnswer, Questions } from './protocol.ts'
import { proposalFrom } from './with-drafts.ts'

/** Judges kept for a case: one for each number of draws, so that a click costs only sums. */
export class Drafts {
  private readonly source: Case
  private readonly judges = new Map<number, DraftJudge>()
  private laid: { readonly key: string; readonly judge: DraftJudge } | undefined

  constructor(source: Case) {
    this.source = source
  }

  judge({ draft, draws, overrides }: Questions['judge']['ask']): Judged {
    const judge = this.judgeOver(draws, overrides)
    return judgedOf(judge.judge(proposalOf(draft, this.source)), draws)
  }

  repairs(draft: Draft): Questions['repairs']['answer'] {
    const { list, total, complete, binding } = this.judgeOver(DEFAULTS.draws).repairs(
      proposalOf(draft, this.source)
    )
    const plain = list.map(({ changes, settles, verdict, joint, pays, hollow }) => ({
      changes: Object.fromEntries(changes),
      settles,
      verdict,
      p: joint.p,
      pays: Object.fromEntries(pays),
      hollow
    }))
    return { list: plain, total, complete, ...(binding === undefined ? {} : { binding }) }
  }

  private judgeOver(draws: number, overrides: Overrides = {}): DraftJudge {
    const plain = this.judges.get(draws) ?? new DraftJudge(this.source, { ...DEFAULTS, draws })
    this.judges.set(draws, plain)
    if (Object.keys(overrides).length === 0) return plain
    const key = `${draws} ${JSON.stringify(overrides)}`
    if (this.laid?.key !== key) this.laid = { key, judge: plain.laidOver(rangesOf(overrides)) }
    return this.laid.judge
  }
}

/** Ranges laid over a case, by the judgements' keys. */
export function rangesOf(overrides: Overrides): ReadonlyMap<string, Range> {
  return new Map(Object.entries(overrides))
}

/** The proposal that is meant; a draft as a proposal `draft`. */
function proposalOf(draft: Draft, source: Case): Proposal {
  if ('terms' in draft) return proposalFrom({ ...draft, id: 'draft', title: 'Draft' }, source)
  const found = source.proposals.find(({ id }) => id === draft.proposal)
  if (!found) throw new Error(`the case has no proposal ${draft.proposal}`)
  return found
}

function judgedOf(
  { verdict, joint, parties, required, walkers, open, brokenRules }: DraftJudgement,
  draws: number
): Judged {
  return {
    verdict,
    joint: { p: joint.p, standardError: joint.standardError },
    draws,
    parties: [...parties.values()].map((party) => answerOf(party, required)),
    walkers: walkers.map((walker) => ({
      party: walker.party,
      over: walker.over,
      id: groundId(walker),
      chance: walker.chance,
      at: groundAt(walker)
    })),
    open,
    brokenRules: brokenRules.map(({ at }) => at)
  }
}

type PartyResult =
  DraftJudgement['parties'] extends ReadonlyMap<string, infer Result> ? Result : never

function answerOf(
  { party, verdict, accepts, gain, crossed }: PartyResult,
  required: readonly string[]
): PartyAnswer {
  return {
    party,
    required: required.includes(party),
    verdict,
    accepts: accepts.p,
    ...(gain
      ? {
          gain: {
            low: gain.low,
            central: gain.central,
            high: gain.high,
            half: gain.half,
            noDeal: gain.noDeal
          }
        }
      : {}),
    crossed: crossed.map(({ redline: { id, says, source, at }, firmness }) => ({
      id,
      firmness: firmness.central,
      says: says ? textIn(says) : '',
      source: source ?? '',
      at
    }))
  }
}
