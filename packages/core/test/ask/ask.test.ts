import { describe, expect, it } from 'vitest'
import type { Answered, Given, Question, Refused } from '../../src/ask/index.ts'
import {
  askBargaining,
  askCheck,
  askDescribe,
  askDiff,
  askMatrix,
  askReport,
  askStability,
  askStudy,
  inThread,
  NoGraph,
  NoStudy,
  NoSuchState
} from '../../src/ask/index.ts'
import { readCase } from '../../src/case/index.ts'
import type { SourceFile } from '../../src/model/span.ts'
import { outputSchemas } from '../../src/report/output-schemas.ts'
import { textsIn } from '../folder.ts'

const HASH = `sha256:${'0'.repeat(64)}`
const given = (files: readonly SourceFile[]): Given => ({ ...readCase(files), hash: HASH })
const panama = given(textsIn('panama-canal/1977'))
const chicken = given(textsIn('classics/chicken'))
const broken = given([{ name: 'case.yaml', text: 'truce: 1\ntitle: T\nas-of: 2024-13-01\n' }])
const [draws, seed] = [500, 3]

type Answer = Answered<Question, unknown, unknown>
const answerOf = (answer: Answer | Refused<Question>): Answer => {
  if (answer.refused) throw new Error(answer.findings.map(({ message }) => message).join('; '))
  return answer
}

/** One answer to each question. */
const answers: Readonly<Record<string, () => Promise<Answer>>> = {
  check: async () => answerOf(askCheck(panama, { draws, seed })),
  diff: async () => answerOf(askDiff([panama, chicken], { draws, seed, cases: ['a', 'b'] })),
  matrix: async () => answerOf(askMatrix([panama, chicken], { draws, seed, names: ['a', 'b'] })),
  'solve stability': async () =>
    answerOf(askStability(chicken, { drawing: { draws, seed, exchange: 0.1 } })),
  'solve bargaining': async () => answerOf(await askBargaining(panama)),
  'solve study': async () => answerOf(await askStudy(panama, { draws, seed })),
  report: async () => answerOf(await askReport(panama, { draws, seed })),
  describe: async () => askDescribe(panama)
}

/** What can be reached in an answer and changed: paths of plain objects and lists. */
function loose(value: unknown, path = '', seen = new Set<unknown>()): readonly string[] {
  if (typeof value !== 'object' || value === null || seen.has(value)) return []
  seen.add(value)
  if (value instanceof Map || value instanceof Set)
    return [...value.entries()].flatMap((one) => loose(one[1], `${path}.${String(one[0])}`, seen))
  const prototype: unknown = Object.getPrototypeOf(value)
  if (prototype !== Object.prototype && prototype !== Array.prototype) return []
  const own = Object.isFrozen(value) ? [] : [path]
  return [...own, ...Object.entries(value).flatMap(([k, v]) => loose(v, `${path}.${k}`, seen))]
}

describe.each(Object.entries(answers))('the answer to %s', (question, ask) => {
  it('is frozen, and says how it came about', async () => {
    const answer = await ask()
    expect(answer.question).toBe(question)
    expect(loose(answer)).toEqual([])
    const { hashes, methods } = answer.provenance
    expect(hashes).toEqual(['diff', 'matrix'].includes(question) ? [HASH, HASH] : [HASH])
    expect(Object.keys(methods).length).toBeGreaterThan(0)
    for (const method of Object.values(methods)) {
      expect(method.by).not.toBe('')
      if (method.how === 'sampled') {
        expect(method.seed).toBe(seed)
        expect(method.draws).toBeGreaterThan(0)
        expect(method.draws).toBeLessThanOrEqual(draws)
      } else expect(['exact', 'bounded']).toContain(method.how)
    }
    const sampled = Object.values(methods).some(({ how }) => how === 'sampled')
    expect(sampled).toBe(!['solve bargaining', 'describe'].includes(question))
  })
})

describe('the documents', () => {
  it.each([
    ['check', 'check'],
    ['diff', 'diff'],
    ['matrix', 'matrix'],
    ['solve stability', 'solve-stability'],
    ['solve bargaining', 'solve-bargaining'],
    ['solve study', 'solve-study']
  ] as const)('of %s keeps to its schema', async (question, name) => {
    const document = (await answers[question]?.())?.document()
    const printed: unknown = JSON.parse(JSON.stringify(document))
    expect(outputSchemas[name].safeParse(printed).error?.issues ?? []).toEqual([])
  })
})

describe('a case with errors', () => {
  it('is refused by each question, with its findings and its title', async () => {
    const refusals = [
      askCheck(broken),
      askDiff([chicken, broken], { cases: ['a', 'b'] }),
      askMatrix([chicken, broken], { names: ['a', 'b'] }),
      askStability(broken),
      await askBargaining(broken),
      await askStudy(broken),
      await askReport(broken)
    ]
    for (const answer of refusals) {
      expect(answer.refused).toBe(true)
      expect(loose(answer)).toEqual([])
      expect(answer.document()).toMatchObject({
        command: answer.question,
        case: { title: 'T' },
        findings: broken.diagnostics.map(({ code }) => ({ code }))
      })
    }
  })
  it('makes no settings', () => {
    askCheck(broken, () => expect.fail('asked for settings'))
  })
})

describe('what cannot be asked', () => {
  it('is said: no graph, no such state, nothing to study', async () => {
    const { graph: _, ...without } = chicken.case ?? expect.fail('it has a case')
    expect(() => askStability({ ...chicken, case: without })).toThrow(NoGraph)
    expect(() => askStability(chicken, { from: 'nowhere' })).toThrow(NoSuchState)
    await expect(
      askStudy({ ...panama, case: { ...(panama.case ?? without), proposals: [] } })
    ).rejects.toThrow(NoStudy)
  })
})

describe('a study', () => {
  it('tells how far it is, and shows what there is when it is stopped', async () => {
    const told: number[] = []
    const signal = { aborted: false }
    const onProgress = (done: number): void => {
      told.push(done)
      signal.aborted = done >= 1000
    }
    const answer = await askStudy(panama, { draws: 2000, seed }, inThread({ onProgress, signal }))
    if (answer.refused) return expect.fail('refused')
    expect(told).toEqual([500, 1000])
    expect(answer.result).toMatchObject({ draws: 2000, complete: false })
    expect(answer.result.study.sizes.draws).toBe(1000)
    expect(answer.document()).toMatchObject({ partial: true, settings: { draws: 2000 } })
  })
  it('stopped before its first chunk is none', async () => {
    await expect(
      askStudy(panama, { draws: 2000 }, inThread({ signal: { aborted: true } }))
    ).rejects.toThrow(NoStudy)
  })
  it('given up in a pause rejects with the reason', async () => {
    const pause = () => Promise.reject(new Error('dropped'))
    await expect(askStudy(panama, { draws: 2000 }, inThread({ pause }))).rejects.toThrow('dropped')
  })
})

it('chances asked for after a deal space are those asked for with it, and the space is the same', async () => {
  const document = async (of: typeof panama, settings: { draws: number }) =>
    answerOf(await askBargaining(of, settings)).document()
  const anew = { ...panama, ...(panama.case ? { case: { ...panama.case } } : {}) }
  const bare = await document(panama, { draws: 0 })
  const after = await document(panama, { draws })
  expect(after).toEqual(await document(anew, { draws }))
  expect(after).not.toEqual(bare)
  expect(await document(panama, { draws: 0 })).toEqual(bare)
})
