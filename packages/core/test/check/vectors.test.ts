import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type {
  CheckResult,
  Hinge,
  PartyResult,
  ProposalResult
} from '../../src/check/check-result.ts'
import { redlineId } from '../../src/worth/redlines.ts'
import { caseOfText } from '../arbitrary.ts'
import { published } from '../published.ts'

const vectors = published('check', 'INDEX.md')

/** A vector by the start of its name, judged. */
function judged(name: string): CheckResult {
  const file = readdirSync(vectors.folder).find((one) => one.startsWith(name)) ?? name
  return check(caseOfText([['case.yaml', readFileSync(join(vectors.folder, file), 'utf8')]]))
}

const proposal = (name: string, id?: string): ProposalResult =>
  judged(name).proposals.find((one) => id === undefined || one.proposal.id === id) as ProposalResult
const party = (one: ProposalResult, id = 'a'): PartyResult => one.parties.get(id) as PartyResult
const told = ({ key, set, verdict }: Hinge): string => `${key} ${set} ${verdict}`

describe.skipIf(!vectors.there)(
  vectors.there ? 'minimal cases on which an oracle disagreed' : vectors.why,
  () => {
    test.each(['m06-z1', 'm06-z2', 'm06-x', 'm06-y'])(
      '%s: a package exactly as good as no deal is accepted by all',
      (name) => {
        expect(proposal(name)).toMatchObject({ verdict: 'robust', joint: { p: 1 } })
      }
    )

    test.each(['m06-z0', 'm06-z3', 'm06-z5', 'm06-z6'])('%s: and its gain is 0', (name) => {
      expect(party(proposal(name)).gain).toMatchObject({ low: 0, central: 0, high: 0, gains: 1 })
    })

    test.each(['m06-0', 'm06-1', 'm06-2', 'm06-3'])(
      '%s: a repair is judged as the package it makes',
      (name) => {
        const result = judged(name)
        const [whole, other] = ['x', 'y'].map((id) =>
          result.proposals.find((one) => one.proposal.id === id)
        )
        expect(whole).toMatchObject({ verdict: 'robust', joint: { p: 1 } })
        const into = other?.repairs.list.find(({ becomes }) => becomes === 'x')
        expect(into).toMatchObject({ verdict: 'robust', joint: { p: 1 } })
      }
    )

    test('m15: what is exactly as good as no deal is a repair', () => {
      const { list } = proposal('m15').repairs
      expect(list.map(({ changes, joint }) => [...changes, joint.p])).toEqual([
        [['dam', 'x'], ['water', 'x'], 1]
      ])
    })

    test('m16: where every no-deal equals the offer, nothing is gained and all is certain', () => {
      const one = proposal('m16')
      expect(one).toMatchObject({ verdict: 'robust', joint: { p: 1 } })
      expect(party(one).gain).toMatchObject({ guarantee: 'no', radius: 1 })
    })

    test('m01: a party walks by the mean of its firmness', () => {
      expect(party(proposal('m01')).walks.firmest).toBeCloseTo((0.1 + 0.35 + 0.7) / 3, 12)
    })

    test('m10: and only where the redline is crossed; known to be so, it is fatal', () => {
      const one = proposal('m10-')
      expect(party(one).walks.firmest).toBeCloseTo(0.45, 12)
      expect(one.hangsOn.map(told)).toContain('scenarios.s yes dead-on-arrival')
      expect(proposal('m10b').verdict).toBe('dead-on-arrival')
    })

    test('m02: what nobody assessed caps what a verdict hangs on', () => {
      expect(proposal('m02').hangsOn.map(told)).toEqual([
        'stances.a.no-deal.base 70 dead-on-arrival'
      ])
    })

    test('m03: and so does a firm redline that a draft may come to cross', () => {
      const one = proposal('m03')
      expect(one.cappedBy.map(redlineId)).toEqual(['b.firm'])
      for (const { verdict } of one.hangsOn)
        expect(['dead-on-arrival', 'unlikely', 'contested']).toContain(verdict)
    })

    test("m07: one party's ratification is left out alone, and everybody's is another matter", () => {
      const one = proposal('m07')
      expect(party(one, 'a').ratified.without).toMatchObject({ verdict: 'unlikely' })
      expect(Math.abs(party(one, 'a').ratified.without.joint - 0.25)).toBeLessThan(0.02)
      const all = one.hangsOn.find(({ key }) => key === 'ratification')
      expect(all).toMatchObject({ p: 1, verdict: 'robust', set: 'left out' })
    })

    test('m08: a judgement that several steps share is told once', () => {
      for (const name of ['m08-hinge', 'm08b']) {
        const keys = judged(name).proposals.map(({ hangsOn }) =>
          hangsOn.map((hinge) => [told(hinge), JSON.stringify(hinge.where)].join())
        )
        for (const some of keys) expect(new Set(some).size).toBe(some.length)
        expect(keys.flat().length).toBeGreaterThan(0)
      }
    })

    test('m12: no verdict hangs on what cannot come about', () => {
      expect(proposal('m12-').hangsOn).toEqual([])
    })

    test('m12b: and what differs by scenario is held where it counts', () => {
      const hinges = proposal('m12b').hangsOn
      expect(hinges.map(told)).toContain('stances.a.no-deal.base 50 robust')
      expect(hinges.find(({ set }) => set === '50')).toMatchObject({ p: 1, where: { kind: 'not' } })
      expect(hinges.map(({ set }) => set)).not.toContain('90')
    })

    test('m14: the chance of a staged term is one number for all', () => {
      const { hangsOn } = proposal('m14')
      expect(hangsOn.filter(({ set }) => set === '0.2')).toMatchObject([{ p: 0 }])
      expect(hangsOn.filter(({ set }) => set === '0.7')).toMatchObject([{ p: 1 }])
    })

    test.each([
      ['m04-', 6n],
      ['m04b', 6n],
      ['m05-', 3n],
      ['m05b', 3n]
    ])('%s: a redline that is crossed whatever the scenario counts: %s packages', (name, many) => {
      expect(judged(name).packages.admissible).toBe(many)
    })

    test('m05: so the best package is none that is itself dead', () => {
      for (const name of ['m05-', 'm05b'])
        expect(judged(name).beyondNoDeal?.terms?.get('dam')).toBe('none')
    })

    test('m17: a redline that nothing crosses caps nothing', () => {
      const one = proposal('m17-', 'q')
      expect(one).toMatchObject({ verdict: 'robust', capped: false, cappedBy: [] })
      expect([...(one.open?.crosses.values() ?? [])]).toEqual(['no'])
    })

    test('m17b: nor one that is crossed under some scenario only', () => {
      expect(proposal('m17b', 'q')).toMatchObject({ verdict: 'robust', capped: false })
    })

    test('m11: a draft that no completion brings within the rules says so', () => {
      const { open } = proposal('m11')
      expect(open?.keepsRules).toBe(false)
      expect(
        [...(open?.crosses ?? [])].map(([redline, some]) => [redlineId(redline), some])
      ).toEqual([['b.r', 'some']])
    })

    test.each(['0', '1', '2', '3', '4', '5', '6'])(
      'm09-%s: a firmness of 0.9 is firm, however it comes about',
      (n) => {
        expect(proposal(`m09-${n}`).verdict).toBe('dead-on-arrival')
      }
    )

    test('m13: a share that equals the threshold passes', () => {
      expect(proposal('m13', 'x')).toMatchObject({ verdict: 'robust', joint: { p: 1 } })
    })
  }
)
