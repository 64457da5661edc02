import { expect, test } from 'vitest'
import { CHUNK, mergeParts, studyPart } from '../../src/study/index.ts'
import { caseOf, caseOfText } from '../arbitrary.ts'
import { caseIn } from '../folder.ts'
import { judged, onRandomDrafts, settings, studied } from './studied.ts'

test('any way of slicing the draws gives the same study, bit for bit', () => {
  const asked = { ...settings, draws: 3 * CHUNK + 100, samples: CHUNK + 1, efficiencyDraws: 30 }
  onRandomDrafts(2, (draft) => {
    const source = caseOf(draft)
    const whole = studied(source, asked)
    expect(studied(source, asked, [CHUNK, 2 * CHUNK, 3 * CHUNK, asked.draws])).toEqual(whole)
    expect(studied(source, asked, [2 * CHUNK, asked.draws])).toEqual(whole)
    const parts = [CHUNK, 0].map((from) =>
      studyPart(source, asked, { from, count: from === 0 ? CHUNK : asked.draws - CHUNK })
    )
    expect(mergeParts(source, asked, parts)).toEqual(whole)
    expect([whole.sizes.samples, whole.sizes.efficiency]).toEqual([2 * CHUNK, 30])
  })
})

test('draws beyond the first block of the streams are sliced alike', () => {
  const source = caseIn('panama-canal/1977')
  const asked = { ...settings, draws: 12_300, samples: 0, efficiencyDraws: 0 }
  const whole = studied(source, asked)
  expect(studied(source, asked, [1500, 11_000, asked.draws])).toEqual(whole)
  expect(whole.alternatives.some(({ accepted }) => (accepted?.standardError ?? 0) > 0)).toBe(true)
})

test('slices that are no chunks, and parts that do not cover the draws once, are refused', () => {
  const source = caseIn('panama-canal/1977')
  const asked = { ...settings, draws: 2 * CHUNK, samples: 0, efficiencyDraws: 0 }
  for (const slice of [
    { from: 10, count: CHUNK },
    { from: 0, count: 10 },
    { from: CHUNK, count: 2 * CHUNK },
    { from: -CHUNK, count: CHUNK }
  ])
    expect(() => studyPart(source, asked, slice)).toThrow(RangeError)
  const first = studyPart(source, asked, { from: 0, count: CHUNK })
  expect(() => mergeParts(source, asked, [first])).toThrow(RangeError)
  expect(() => mergeParts(source, asked, [first, first])).toThrow(RangeError)
})

test('the chances of acceptance are those of check on the same draws', () => {
  onRandomDrafts(10, (draft) => {
    const source = caseOf(draft)
    const { alternatives } = studied(source, { ...settings, samples: 0 })
    for (const { proposal, joint, open, parties } of judged(source).proposals) {
      const one = alternatives.find((other) => other.id === proposal.id)
      expect(Math.abs((one?.accepted?.p as number) - joint.p)).toBeLessThan(1e-12)
      expect(Math.abs((one?.accepted?.standardError as number) - joint.standardError)).toBeLessThan(
        1e-9
      )
      expect(one?.completed ?? null).toEqual(open?.best.terms ?? null)
      for (const { party, p } of one?.accepted?.parties ?? [])
        expect(Math.abs(p - (parties.get(party)?.accepts.p as number))).toBeLessThan(1e-12)
    }
  })
})

test('another proposal changes nothing that is said of the others, and a package of the same terms fares the same', () => {
  onRandomDrafts(
    5,
    (draft) => {
      const [first] = Object.values(draft.proposals)
      const more = {
        ...draft,
        proposals: { another: { title: 'Another', terms: { ...first?.terms } }, ...draft.proposals }
      }
      const [plain, other] = [studied(caseOf(draft)), studied(caseOf(more))]
      expect(untold(other.alternatives.slice(1))).toBe(untold(plain.alternatives))
      for (const [k, { alternatives }] of plain.parties.entries())
        alternatives.forEach(({ wins, comparisons }, i) => {
          const row = other.parties[k]?.alternatives[i + 1]
          expect([row?.wins.slice(1), row?.comparisons.slice(1)]).toEqual([wins, comparisons])
        })
      const [twin] = other.alternatives
      expect(untold([{ ...twin, id: plain.alternatives[0]?.id, equilibrium: null }])).toBe(
        untold([plain.alternatives[0]])
      )
    },
    { staged: false }
  )
})

/** Everything but the places in the text, which move with it. */
const untold = (value: unknown): string =>
  JSON.stringify(value, (key, part: unknown) =>
    key === 'at' ? undefined : part instanceof Map ? [...part] : part
  )

test('renaming parties, issues and options leaves what is exact, and what is drawn within its errors', () => {
  onRandomDrafts(
    5,
    (draft) => {
      const text = JSON.stringify(draft)
        .replaceAll(/"p(\d)"/g, '"party-$1"')
        .replaceAll(/"i(\d)(-[a-d])?"/g, '"issue-$1$2"')
      const [plain, renamed] = [studied(caseOf(draft)), studied(caseOfText([['case.yaml', text]]))]
      const old = (name: string): string => name.replaceAll('party-', 'p').replaceAll('issue-', 'i')
      plain.parties.forEach(({ party, alternatives }, k) => {
        expect(old(renamed.parties[k]?.party as string)).toBe(party)
        expect(renamed.parties[k]?.alternatives.map(({ comparisons }) => comparisons)).toEqual(
          alternatives.map(({ comparisons }) => comparisons)
        )
      })
      plain.alternatives.forEach(({ accepted, drivers }, i) => {
        const other = renamed.alternatives[i]
        const error = Math.hypot(accepted?.standardError ?? 0, other?.accepted?.standardError ?? 0)
        expect(Math.abs((accepted?.p ?? 0) - (other?.accepted?.p ?? 0))).toBeLessThanOrEqual(
          5 * error + 0.03
        )
        const keys = (some: typeof drivers): readonly string[] =>
          (some?.[0]?.tornado ?? []).map(({ key }) => old(key)).sort()
        expect(keys(other?.drivers ?? null)).toEqual(keys(drivers))
      })
    },
    { open: false }
  )
})
