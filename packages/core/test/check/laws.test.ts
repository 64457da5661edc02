import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readCase } from '../../src/case/read.ts'
import { check } from '../../src/check/check.ts'
import type { CheckResult, PartyResult, ProposalResult } from '../../src/check/check-result.ts'
import { Judge } from '../../src/worth/judge.ts'
import { offersOf, plainOffers } from '../../src/worth/offers.ts'
import { redlineId } from '../../src/worth/redlines.ts'
import { partyVerdict, proposalVerdict, VERDICTS } from '../../src/worth/verdict.ts'
import type { Draft, Plain } from '../arbitrary.ts'
import { caseOf, caseOfText, drafts } from '../arbitrary.ts'
import { tried } from '../laws.ts'

const SEED = 20_250_602
const SEEDS = 10

const settings = { draws: 60, seed: 5, repairs: 0 } as const

/** Tries the law on so many drafts in a full run, and on a tenth of them by default. */
function onRandomDrafts(
  numRuns: number,
  law: (draft: Draft) => void,
  wanted: Parameters<typeof drafts>[0] = {}
): void {
  tried(
    fc.property(drafts(wanted), (draft) => {
      law(draft)
    }),
    { seed: SEED, runs: Math.ceil(numRuns / SEEDS), seeds: SEEDS }
  )
}

const judged = (draft: Draft): CheckResult => check(caseOf(draft), settings)
const each = (result: CheckResult): readonly (readonly [ProposalResult, PartyResult])[] =>
  result.proposals.flatMap((one) => [...one.parties.values()].map((party) => [one, party] as const))

/** Everything but the places in the text, which move with it. */
const bits = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) => {
    if (key === 'at') return undefined
    if (typeof part === 'bigint') return String(part)
    return part instanceof Map ? [...part] : part
  })

test('adding a proposal changes no other number, bit for bit', () => {
  onRandomDrafts(60, (draft) => {
    const [first] = Object.values(draft.proposals)
    const more = {
      ...draft,
      proposals: { another: { title: 'Another', terms: { ...first?.terms } }, ...draft.proposals }
    }
    expect(bits(judged(more).proposals.slice(1))).toBe(bits(judged(draft).proposals))
  })
})

test('the order of proposals, files and keys changes no number, bit for bit', () => {
  onRandomDrafts(60, (draft) => {
    const { stances, polls, issues, proposals, ...rest } = draft
    const back = <T>(record: Record<string, T>): Record<string, T> =>
      Object.fromEntries(Object.entries(record).reverse())
    const files = [
      ['z.yaml', { stances: back(stances) }],
      ['a.yaml', { polls: back(polls), issues }],
      ['m.yaml', { ...rest, proposals: back(proposals) }]
    ] as const
    const moved = check(
      caseOfText(files.map(([name, part]) => [name, JSON.stringify(part)])),
      settings
    )
    const plain = judged(draft)
    for (const one of plain.proposals) {
      const other = moved.proposals.find(
        ({ proposal }) => proposal.id === one.proposal.id
      ) as ProposalResult
      expect([other.joint, other.verdict]).toEqual([one.joint, one.verdict])
      for (const [party, result] of one.parties)
        expect(bits(other.parties.get(party)?.gain)).toBe(bits(result.gain))
    }
  })
})

test('the order of issues changes nothing but the rounding of sums', () => {
  onRandomDrafts(60, (draft) => {
    const moved = judged({
      ...draft,
      issues: Object.fromEntries(Object.entries(draft.issues).reverse())
    })
    const plain = judged(draft)
    const sorted = ({ putIn, ...packages }: typeof plain.packages): object => ({
      ...packages,
      putIn: { ...putIn, issues: [...putIn.issues].sort((a, b) => (a.issue < b.issue ? -1 : 1)) }
    })
    expect(sorted(moved.packages)).toEqual(sorted(plain.packages))
    for (const [i, one] of plain.proposals.entries())
      expect(moved.proposals[i]?.joint.p).toBeCloseTo(one.joint.p, 9)
  })
})

test('renaming parties, issues and options leaves central values, guarantees, counts and cores', () => {
  onRandomDrafts(
    60,
    (draft) => {
      const text = JSON.stringify(draft)
      const renamed = check(
        caseOfText([
          [
            'case.yaml',
            text
              .replaceAll(/"p(\d)"/g, '"party-$1"')
              .replaceAll(/"i(\d)(-[a-d])?"/g, '"issue-$1$2"')
          ]
        ]),
        settings
      )
      const plain = judged(draft)
      const old = (name: string): string => name.replace('party-', 'p').replace('issue-', 'i')
      const told = ({ edges, putIn, ...packages }: typeof plain.packages): object => ({
        ...packages,
        putIn: JSON.parse(
          JSON.stringify(putIn).replaceAll('party-', 'p').replaceAll('issue-', 'i')
        ) as object,
        edges: edges.map(({ redline, ...edge }) => ({ ...edge, redline: old(redlineId(redline)) }))
      })
      expect(told(renamed.packages)).toEqual(told(plain.packages))
      expect(
        renamed.cores.map(({ cores }) => cores.map((core) => core.map(redlineId).map(old)))
      ).toEqual(plain.cores.map(({ cores }) => cores.map((core) => core.map(redlineId))))
      for (const [i, one] of plain.proposals.entries()) {
        for (const [party, result] of one.parties) {
          const { gains: _, half: _half, ...gain } = result.gain ?? {}
          const {
            gains: __,
            half: __half,
            ...other
          } = renamed.proposals[i]?.parties.get(party.replace('p', 'party-'))?.gain ?? {}
          expect(other).toEqual(gain)
        }
      }
    },
    { open: false }
  )
})

test('the order of issues and of their options decides nothing about a draft', () => {
  let open = 0
  onRandomDrafts(60, (draft) => {
    const turned = structuredClone(draft)
    turned.issues = Object.fromEntries(
      Object.entries(turned.issues)
        .reverse()
        .map(([id, issue]) => [
          id,
          'options' in issue && !issue.ordered
            ? { ...issue, options: Object.fromEntries(Object.entries(issue.options).reverse()) }
            : issue
        ])
    )
    const told = (one: Draft): readonly unknown[] =>
      judged(one).proposals.map(({ proposal, verdict, walkers, open: left }) => {
        open += left ? 1 : 0
        const terms = (from: ReadonlyMap<string, string> | undefined): readonly string[] =>
          [...(from ?? [])].map((term) => term.join('=')).sort()
        return [
          proposal.id,
          verdict,
          walkers.map(({ party, over }) => [party, over]),
          terms(left?.best.terms),
          terms(left?.worst.terms),
          left?.collision.map(redlineId)
        ]
      })
    expect(told(turned)).toEqual(told(draft))
  })
  expect(open).toBeGreaterThan(2)
})

test('scaling all weights of a party changes nothing', () => {
  onRandomDrafts(60, (draft) => {
    const scaled = structuredClone(draft)
    for (const { interests } of Object.values(scaled.stances))
      for (const interest of Object.values(interests ?? {}))
        interest.weight = timesFour(interest.weight)
    // What a verdict hangs on is told in the numbers of the text, so it is left out.
    const told = (one: Draft): string =>
      bits(judged(one).proposals.map(({ hangsOn: _, ...rest }) => rest))
    expect(told(scaled)).toBe(told(draft))
  })
})

/** By a power of two, so that no rounding differs. */
function timesFour(range: unknown): unknown {
  if (typeof range === 'number') return 4 * range
  if (Array.isArray(range)) return range.map(timesFour)
  const { if: when, is } = range as Plain
  return { if: when, is: timesFour(is) }
}

test('a firmer redline never raises p, and another redline raises neither p nor the number of packages', () => {
  onRandomDrafts(60, (draft) => {
    const plain = judged(draft)
    const firmer = structuredClone(draft)
    for (const { redlines } of Object.values(firmer.stances))
      for (const redline of redlines ?? []) redline.firmness = 1
    const more = structuredClone(draft)
    const [party, stance] = Object.entries(more.stances)[0] as [string, Draft['stances'][string]]
    const [issue = ''] = Object.keys(draft.issues)
    const option = draft.issues[issue]?.divisible
      ? 0
      : Object.keys(draft.issues[issue]?.options ?? {})[0]
    stance.redlines = [
      ...(stance.redlines ?? []),
      { id: 'one-more', never: { [issue]: option }, firmness: 0.7, source: 'book' }
    ]
    for (const changed of [judged(firmer), judged(more)]) {
      expect(changed.packages.admissible <= plain.packages.admissible).toBe(true)
      for (const [i, one] of plain.proposals.entries()) {
        expect(changed.proposals[i]?.joint.p).toBeLessThanOrEqual(one.joint.p + 1e-12)
        if (one.open === undefined)
          for (const [name, { accepts }] of one.parties)
            expect(changed.proposals[i]?.parties.get(name)?.accepts.p).toBeLessThanOrEqual(
              accepts.p + 1e-12
            )
      }
    }
    expect(party).toBe('p1')
  })
})

test('raising what an offered option is worth never lowers the gain', () => {
  onRandomDrafts(
    60,
    (draft) => {
      const source = caseOf(draft)
      const first = Object.fromEntries(
        source.issues.map(({ id, options }) => [id, options[0]?.id ?? ''])
      )
      const raised = structuredClone(draft)
      for (const stance of Object.values(raised.stances)) {
        // The no-deal is priced by the same values: a plain one keeps what is compared to one side.
        if (stance['no-deal']) stance['no-deal'] = { base: 40, source: 'book' }
        for (const [issue, interest] of Object.entries(stance.interests ?? {}))
          interest.values[first[issue] ?? ''] = 100
      }
      const plain = structuredClone(draft)
      for (const stance of Object.values(plain.stances))
        if (stance['no-deal']) stance['no-deal'] = { base: 40, source: 'book' }
      const [before, after] = [plain, raised].map((one) =>
        Judge.random(caseOf(one), { ...settings, dependence: 'independent' })
      ) as [Judge, Judge]
      const offers = plainOffers(new Map(Object.entries(first)))
      for (const party of source.stances.keys()) {
        const low = before.gain(party, offers)
        after.gain(party, offers).forEach((gain, i) => {
          expect(gain).toBeGreaterThanOrEqual((low[i] as number) - 1e-9)
        })
      }
    },
    { scenarios: false }
  )
})

test('p lies within Frechet bounds; `every` means a gain in every draw; the radius is 1 just where the sign is certain', () => {
  onRandomDrafts(
    100,
    (draft) => {
      const result = judged(draft)
      for (const { joint, required, parties } of result.proposals) {
        const ps = required.map((party) => parties.get(party)?.accepts.p ?? 1)
        expect(joint.bounds).toEqual([
          Math.max(0, ps.reduce((sum, p) => sum + p, 0) - (ps.length - 1)),
          Math.min(1, ...ps)
        ])
        expect(joint.p).toBeGreaterThanOrEqual(joint.bounds[0] - 1e-9)
        expect(joint.p).toBeLessThanOrEqual(joint.bounds[1] + 1e-9)
      }
      for (const [, { gain, walks, accepts }] of each(result)) {
        expect(walks.independent).toBeGreaterThanOrEqual(walks.firmest - 1e-12)
        expect(accepts.ifFirmnessHigh).toBeLessThanOrEqual(accepts.p + 1e-12)
        expect(accepts.ifFirmnessLow).toBeGreaterThanOrEqual(accepts.p - 1e-12)
        if (!gain) continue
        if (gain.guarantee === 'every') expect(gain.gains).toBe(1)
        if (gain.high < 0) expect(gain.gains).toBe(0)
        expect(gain.radius === 1).toBe(gain.central > 0 ? gain.low > 0 : gain.high <= 0)
        expect(gain.low).toBeLessThanOrEqual(gain.central + 1e-9)
        expect(gain.high).toBeGreaterThanOrEqual(gain.central - 1e-9)
      }
    },
    { open: false }
  )
})

test('verdicts rise with p', () => {
  for (const firm of [false, true]) {
    let [party, proposal] = [0, 0]
    for (let p = 0; p <= 1; p += 0.005) {
      const [next, whole] = [
        VERDICTS.indexOf(partyVerdict(p, firm)),
        VERDICTS.indexOf(proposalVerdict(p, []))
      ]
      expect(next).toBeGreaterThanOrEqual(party)
      expect(whole).toBeGreaterThanOrEqual(proposal)
      ;[party, proposal] = [next, whole]
    }
    expect(party).toBe(firm ? 0 : VERDICTS.length - 1)
  }
})

test('a repair that is carried out is judged no worse than it was announced', () => {
  let carried = 0
  onRandomDrafts(
    80,
    (draft) => {
      const source = caseOf(draft)
      const result = check(source, { ...settings, repairs: 2 })
      for (const [i, { repairs }] of result.proposals.entries()) {
        const proposal = source.proposals[i] as (typeof source.proposals)[number]
        for (const { changes, verdict, joint } of repairs.list.slice(0, 4)) {
          const terms = new Map([
            ...proposal.terms,
            ...[...changes].map(([issue, option]) => [issue, { option, at: proposal.at }] as const)
          ])
          const [after] = check(source, {
            ...settings,
            proposals: [{ ...proposal, terms }]
          }).proposals
          expect(VERDICTS.indexOf((after as ProposalResult).verdict)).toBeGreaterThanOrEqual(
            VERDICTS.indexOf(verdict)
          )
          expect(after?.joint.p).toBeGreaterThanOrEqual(joint.p - 1e-9)
          carried++
        }
        expect(offersOf(proposal, source).size).toBeLessThanOrEqual(source.issues.length)
      }
    },
    { issues: { min: 2, max: 4 } }
  )
  expect(carried).toBeGreaterThan(2)
})

test('random cases read without an error', () => {
  onRandomDrafts(20, (draft) => {
    expect(readCase([{ name: 'case.yaml', text: JSON.stringify(draft, null, 2) }]).sound).toBe(true)
  })
})
