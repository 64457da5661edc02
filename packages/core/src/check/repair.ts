import type { Proposal, Redline } from '../model/case.ts'
import { excludedAt, firmRedlines } from '../worth/admissible.ts'
import { addTo, multiply } from '../worth/columns.ts'
import { CUTS, FIRM, NOISE } from '../worth/conventions.ts'
import type { Estimate } from '../worth/estimate.ts'
import { average, estimate } from '../worth/estimate.ts'
import type { Judge } from '../worth/judge.ts'
import type { Offers, Stages } from '../worth/offers.ts'
import { endOf, offersOf, openIssues, stagesOf, withChanges } from '../worth/offers.ts'
import { crossedBy, isFatal } from '../worth/redlines.ts'
import type { Verdict } from '../worth/verdict.ts'
import { isWorse, proposalVerdict, worse } from '../worth/verdict.ts'
import { mattering, structuralIssues } from './completion.ts'
import type { Judgement, Judges } from './proposal.ts'
import { crossesSome } from './proposal.ts'
import type { OpenResult, Repair, Repairs } from './result.ts'

/** What a set of changes means before anybody's gain is looked at. */
interface Structure {
  readonly obstacle?: string
  readonly required: readonly string[]
  readonly consents: readonly Float64Array[]
  /**
   * What the draws from each block on can add to the sum of the joint acceptance at most; the first
   * entry is all of it.
   */
  readonly bounds: Float64Array
}

/** The obstacle of candidates that would not raise acceptance above the noise. */
const HARDLY = 'acceptance, which hardly rises'

/** Draws looked at between two looks at the bound. */
const BLOCK = 500

/**
 * A party asked about a set of changes: its gain as a sum of columns, the rest of its consent, its
 * acceptance so far.
 */
interface Asked {
  readonly party: string
  readonly columns: readonly [Float64Array, Float64Array, Float64Array, Float64Array]
  readonly consent: Float64Array
  own: number
}

/**
 * Most changes a repair may make, repairs shown, and candidates judged over the draws before the
 * search stops.
 */
const LIMITS = { changes: 3, shown: 20, judged: 3000 } as const

/** What of a judgement a repair starts from. */
export type Repairable = Omit<Judgement, 'open'> & {
  readonly open: Pick<OpenResult, 'issues'> | undefined
}

/**
 * Minimal repairs: inclusion-minimal sets of at most three changed issues after which the rules
 * hold, no required party is dead on arrival, every required party gains at central values, and the
 * verdict or the joint p rises (by more than two standard errors: less is noise). A change that
 * wins only because no poll speaks to its outcome is not a repair.
 */
export function repairsOf(
  judged: Repairable,
  judges: Judges,
  changes: number = LIMITS.changes
): Repairs {
  return new RepairSearch(judged, judges).run(changes)
}

interface Candidate {
  readonly changes: ReadonlyMap<string, string>
  readonly offers: Offers
  readonly joint: Estimate
  readonly verdict: Verdict
}

interface Change {
  readonly issue: string
  readonly option: string
  /** Central change of gain, by party in the order of `parties`. */
  readonly central: readonly number[]
}

class RepairSearch {
  private readonly judged: Repairable
  private readonly judge: Judge
  private readonly judges: Judges
  private readonly base: Offers
  private readonly parties: readonly string[]
  private readonly always: readonly boolean[]
  private readonly centralBase: readonly number[]
  private readonly changes: readonly (readonly Change[])[]
  private readonly gains = new Map<string, Float64Array>()
  private readonly deltas = new Map<string, Float64Array>()
  private readonly found: Candidate[] = []
  private readonly zero: Float64Array
  private readonly product: Float64Array
  private readonly means = new Map<Float64Array, number>()
  private readonly numbers = new Map<Float64Array, number>()
  private readonly bounds = new Map<string, Float64Array>()
  private readonly structures = new Map<string, Structure>()
  private readonly structural: ReadonlySet<string>
  private readonly firm: readonly Redline[]
  private readonly least: number
  private evaluated = 0
  private readonly obstacles = new Map<string, number>()

  constructor(judged: Repairable, judges: Judges) {
    const { source } = judges.apart
    this.judged = judged
    this.judges = judges
    this.judge = judges.apart
    this.zero = new Float64Array(this.judge.sampler.count)
    this.product = new Float64Array(this.judge.sampler.count)
    this.base = judged.offers
    this.parties = [...new Set(source.required.map(({ party }) => party))].filter((party) =>
      this.judge.hasGain(party)
    )
    this.always = this.parties.map((party) =>
      source.required.some((one) => one.party === party && one.when === undefined)
    )
    this.centralBase = this.parties.map((party) => judges.central.gain(party, this.base)[0] ?? 0)
    this.structural = structuralIssues(this.judge)
    this.firm = firmRedlines(source, FIRM)
    this.least = judged.joint.p + NOISE * judged.joint.standardError
    const open = new Set(judged.open?.issues ?? [])
    const matters = mattering(this.judge)
    this.changes = source.issues
      .filter(({ id }) => matters.has(id))
      .map(({ id, options }) => {
        const now = this.base.get(id)
        return options
          .filter((option) => open.has(id) || now?.then !== undefined || option.id !== now?.option)
          .map((option) => ({
            issue: id,
            option: option.id,
            central: this.centralChange(id, option.id)
          }))
      })
  }

  run(most: number): Repairs {
    for (let size = 1; size <= most; size++) for (const set of this.sets(size)) this.consider(set)
    const complete = this.evaluated <= LIMITS.judged
    const ranked = [...this.found].sort(
      (a, b) => b.joint.p - a.joint.p || a.changes.size - b.changes.size
    )
    const list = ranked.slice(0, LIMITS.shown).map((candidate) => this.describe(candidate, ranked))
    return {
      list,
      total: ranked.length,
      complete,
      ...(ranked.length === 0 ? { binding: this.binding() } : {})
    }
  }

  private centralChange(issue: string, option: string): readonly number[] {
    const now = this.base.get(issue)
    return this.parties.map((party) => {
      const gain = this.judges.central.gainOf(party)
      return (gain.part(issue, { option })[0] ?? 0) - (now ? (gain.part(issue, now)[0] ?? 0) : 0)
    })
  }

  /** Every set of changes to `size` different issues. */
  private *sets(size: number, from = 0): Generator<readonly Change[]> {
    if (size === 0) {
      yield []
      return
    }
    for (let issue = from; issue <= this.changes.length - size; issue++) {
      for (const rest of this.sets(size - 1, issue + 1))
        for (const change of this.changes[issue] ?? []) yield [change, ...rest]
    }
  }

  private consider(set: readonly Change[]): void {
    const obstacle = this.obstacleTo(set)
    if (obstacle !== undefined)
      this.obstacles.set(obstacle, (this.obstacles.get(obstacle) ?? 0) + 1)
  }

  /**
   * Cheap tests first: central gains, then what less already repairs, then rules, redlines and
   * bodies, then the draws.
   */
  private obstacleTo(set: readonly Change[]): string | undefined {
    const loser = this.parties.find((_, i) => this.always[i] && this.centralGain(set, i) < 0)
    if (loser !== undefined) return `no-deal of ${loser}`
    if (this.found.some(({ changes }) => isPart(changes, set))) return undefined
    const structure = this.structureAfter(set)
    if (structure.obstacle !== undefined) return structure.obstacle
    const loss = structure.required.find(
      (party) => this.centralGain(set, this.parties.indexOf(party)) < 0
    )
    if (loss !== undefined) return `no-deal of ${loss}`
    if (!this.rises((structure.bounds[0] as number) / this.product.length)) return HARDLY
    return ++this.evaluated <= LIMITS.judged ? this.evaluate(set, structure) : undefined
  }

  private centralGain(set: readonly Change[], party: number): number {
    let gain = this.centralBase[party] ?? 0
    for (const { central } of set) gain += central[party] ?? 0
    return gain
  }

  /**
   * What rules, requirements, redlines and bodies make of a set: only the issues they speak of
   * matter, so few are ever judged.
   */
  private structureAfter(set: readonly Change[]): Structure {
    const spoken = set.filter(({ issue }) => this.structural.has(issue))
    const key = spoken.map(({ issue, option }) => `${issue}=${option}`).join(' ')
    const known = this.structures.get(key)
    if (known) return known
    const made = this.makeStructure(stagesOf(withChanges(this.base, changesOf(spoken))))
    this.structures.set(key, made)
    return made
  }

  private makeStructure(stages: Stages): Structure {
    const { source } = this.judge
    const required = [...this.judge.required(stages).surely].sort(
      (a, b) => this.reluctance(a) - this.reluctance(b)
    )
    const mute = required.find(
      (party) =>
        this.judge.ratifier.mute(this.judge.stance(party), endOf(stages)) &&
        this.judged.parties.get(party)?.ratified.assessed !== false
    )
    const firm = this.firm.find(
      (redline) =>
        required.includes(redline.party) &&
        crossedBy([redline], stages, source.scenarios).some(isFatal)
    )
    const obstacle =
      excludedAt(source.rules, stages) === true
        ? 'the rules'
        : firm
          ? `${firm.party}.${firm.id}`
          : mute === undefined
            ? undefined
            : `no poll speaks for ${mute}`
    if (obstacle !== undefined) return { obstacle, required, consents: [], bounds: this.zero }
    const consents = required.map((party) => this.judge.consent(party, stages))
    const refusing = required.find((_, i) => this.meanOf(consents[i] as Float64Array) <= CUTS.dead)
    if (refusing !== undefined)
      return { obstacle: `acceptance by ${refusing}`, required, consents, bounds: this.zero }
    return { required, consents, bounds: this.consentBounds(consents) }
  }

  private meanOf(consent: Float64Array): number {
    const known = this.means.get(consent) ?? average(consent)
    this.means.set(consent, known)
    return known
  }

  /**
   * No gain can lift the joint acceptance above the product of what else consent hangs on. Few
   * different products occur.
   */
  private consentBounds(consents: readonly Float64Array[]): Float64Array {
    const key = consents
      .map(
        (consent) =>
          this.numbers.get(consent) ?? this.numbers.set(consent, this.numbers.size).size - 1
      )
      .join()
    const known = this.bounds.get(key)
    if (known) return known
    const product = this.product.fill(1)
    for (const consent of consents) multiply(product, consent)
    const blocks = Math.ceil(product.length / BLOCK)
    const bounds = new Float64Array(blocks + 1)
    for (let block = blocks - 1; block >= 0; block--) {
      let sum = bounds[block + 1] as number
      for (let i = block * BLOCK; i < Math.min((block + 1) * BLOCK, product.length); i++)
        sum += product[i] as number
      bounds[block] = sum
    }
    this.bounds.set(key, bounds)
    return bounds
  }

  /** The least likely to accept is asked first: its refusal settles most candidates. */
  private reluctance(party: string): number {
    return this.judged.parties.get(party)?.accepts.p ?? 1
  }

  /**
   * Block by block over the draws, given up as soon as even the best of the rest could not lift the
   * joint p enough.
   */
  private evaluate(
    set: readonly Change[],
    { required, consents, bounds }: Structure
  ): string | undefined {
    const product = this.product.fill(1)
    const asked = required.map((party, i) => this.asked(party, set, consents[i] as Float64Array))
    let sum = 0
    for (let block = 0; block + 1 < bounds.length; block++) {
      sum += multiplyBlock(product, asked, block * BLOCK)
      if (!this.rises((sum + (bounds[block + 1] as number)) / product.length)) return HARDLY
    }
    const refusing = asked.find(({ own }) => own / product.length <= CUTS.dead)
    if (refusing) return `acceptance by ${refusing.party}`
    const joint = estimate(product)
    const changes = changesOf(set)
    const offers = withChanges(this.base, changes)
    const verdict = worse(proposalVerdict(joint.p, []), this.cap(offers, required, changes))
    if (!this.rises(joint.p, verdict)) return HARDLY
    this.found.push({ changes, offers, joint, verdict })
    return undefined
  }

  /**
   * Whether a p is above the noise, or its verdict better. Never false for a p above one for which
   * it is true.
   */
  private rises(p: number, verdict: Verdict = proposalVerdict(p, [])): boolean {
    return p > this.least || isWorse(this.judged.verdict, verdict)
  }

  /**
   * The best verdict open to a repair: less where no poll speaks, or where an issue still open may
   * cross a firm redline.
   */
  private cap(
    offers: Offers,
    required: readonly string[],
    changes: ReadonlyMap<string, string>
  ): Verdict {
    const open = new Set(this.judged.open?.issues.filter((issue) => !changes.has(issue)))
    const given: Offers = new Map([...offers].filter(([issue]) => !open.has(issue)))
    if (
      open.size > 0 &&
      this.firm.some(
        (redline) =>
          required.includes(redline.party) && crossesSome(redline, given, this.judge) === 'some'
      )
    )
      return 'contested'
    const end = endOf(stagesOf(offers))
    return required.some((party) => this.judge.ratifier.mute(this.judge.stance(party), end))
      ? 'likely'
      : 'robust'
  }

  private asked(party: string, set: readonly Change[], consent: Float64Array): Asked {
    const base = this.gains.get(party) ?? this.judge.gain(party, this.base)
    this.gains.set(party, base)
    const [a = this.zero, b = this.zero, c = this.zero] = this.judge.hasGain(party)
      ? set.map((change) => this.delta(party, change))
      : []
    return { party, columns: [base, a, b, c], consent, own: 0 }
  }

  private delta(party: string, { issue, option }: Change): Float64Array {
    const key = `${party} ${issue} ${option}`
    const known = this.deltas.get(key)
    if (known) return known
    const gain = this.judge.gainOf(party)
    const delta = gain.part(issue, { option }).slice()
    const now = this.base.get(issue)
    if (now) addTo(delta, gain.part(issue, now), -1)
    this.deltas.set(key, delta)
    return delta
  }

  private describe(candidate: Candidate, ranked: readonly Candidate[]): Repair {
    const open = new Set(this.judged.open?.issues ?? [])
    const rank =
      1 +
      ranked.filter(
        ({ joint }) => joint.p - candidate.joint.p > NOISE * candidate.joint.standardError
      ).length
    const forcedBy = this.forcedBy(candidate)
    const becomes = this.becomes(candidate.offers)
    const { changes, joint, verdict } = candidate
    return {
      changes,
      settles: [...changes.keys()].filter((issue) => open.has(issue)),
      rank,
      verdict,
      joint,
      pays: new Map(
        this.parties.map((party) => [
          party,
          (this.judges.central.gain(party, candidate.offers)[0] ?? 0) -
            (this.judges.central.gain(party, this.base)[0] ?? 0)
        ])
      ),
      forcedBy: forcedBy ? `${forcedBy.party}.${forcedBy.id}` : null,
      ifHalfAsFirm: forcedBy ? this.withHalfFirmness(forcedBy) : null,
      hollow: becomes !== null,
      unpolled: this.judge
        .required(stagesOf(candidate.offers))
        .surely.filter((party) =>
          this.judge.ratifier.restsOnAssumption(
            this.judge.stance(party),
            endOf(stagesOf(candidate.offers))
          )
        ),
      becomes
    }
  }

  /** The firmest redline that the proposal crosses and the repair does not. */
  private forcedBy(
    candidate: Candidate
  ): { readonly party: string; readonly id: string } | undefined {
    const stages = stagesOf(candidate.offers)
    const { scenarios } = this.judge.source
    const redlines = this.judged.required.flatMap((party) => this.judge.stance(party).redlines)
    const kept = new Set(crossedBy(redlines, stages, scenarios).map(({ redline }) => redline))
    const forced = crossedBy(redlines, stagesOf(this.base), scenarios).filter(
      ({ redline }) => !kept.has(redline)
    )
    return forced.sort((a, b) => b.firmness.central - a.firmness.central)[0]?.redline
  }

  /** Does bluff pay? Joint p of the proposal as it stands, were this one redline half as firm. */
  private withHalfFirmness({ party, id }: { readonly party: string; readonly id: string }): number {
    const point = (
      range: { low: number; mode?: number; high: number },
      redline: { party: string; id: string }
    ): number => {
      const middle =
        range.mode === undefined
          ? (range.low + range.high) / 2
          : (range.low + range.mode + range.high) / 3
      return redline.party === party && redline.id === id ? middle / 2 : middle
    }
    return average(this.judge.joint(this.judged.required, this.base, { point }))
  }

  /**
   * The other proposal that the repaired one has become, or `silence` when nothing but silence is
   * left of it.
   */
  private becomes(offers: Offers): string | null {
    const { source } = this.judge
    const same = (other: Offers): boolean =>
      [...offers].every(
        ([issue, { option, then }]) =>
          other.get(issue)?.option === option && other.get(issue)?.then === then
      )
    const twin = source.proposals.find(
      (other: Proposal) =>
        other.id !== this.judged.id &&
        openIssues(offersOf(other, source), source).length === 0 &&
        same(offersOf(other, source))
    )
    if (twin) return twin.id
    const silent = source.issues.every(
      ({ id, ifSilent }) => ifSilent !== undefined && offers.get(id)?.option === ifSilent
    )
    return silent ? 'silence' : null
  }

  private binding(): string {
    const [most] = [...this.obstacles].sort((a, b) => b[1] - a[1])
    return most?.[0] ?? 'no change raises the chance of acceptance'
  }
}

/**
 * Multiplies the parties' acceptance in one block of draws into the product; adds up each party's
 * own, returns the product's sum.
 */
function multiplyBlock(product: Float64Array, asked: readonly Asked[], from: number): number {
  const to = Math.min(from + BLOCK, product.length)
  for (const party of asked) {
    const [base, a, b, c] = party.columns
    for (let i = from; i < to; i++) {
      const gain = (base[i] as number) + (a[i] as number) + (b[i] as number) + (c[i] as number)
      const accepts = gain >= 0 ? (party.consent[i] as number) : 0
      party.own += accepts
      product[i] = (product[i] as number) * accepts
    }
  }
  let sum = 0
  for (let i = from; i < to; i++) sum += product[i] as number
  return sum
}

function isPart(changes: ReadonlyMap<string, string>, set: readonly Change[]): boolean {
  return (
    changes.size < set.length &&
    [...changes].every(([issue, option]) =>
      set.some((change) => change.issue === issue && change.option === option)
    )
  )
}

const changesOf = (set: readonly Change[]): ReadonlyMap<string, string> =>
  new Map(set.map(({ issue, option }) => [issue, option]))
