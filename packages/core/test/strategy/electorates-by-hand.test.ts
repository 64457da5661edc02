import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { askStrategy } from '../../src/ask/strategy.ts'
import { readCase } from '../../src/case/read.ts'
import { textsIn } from '../folder.ts'

// The flagship's bodies at home worked out a second time, from its files as they are written: nothing
// of what reads a case or judges a body is used but what is compared in the end.

const CASE = 'ukraine/2024-maitra'
const AS_OF = Date.UTC(2024, 11, 1, 12)

/** Whose consent depends on the guarantee, and on which. */
const ASKED: Readonly<Record<string, readonly string[]>> = {
  us: ['us-and-eu'],
  eu: ['european', 'us-and-eu']
}

const when = z.record(z.string(), z.union([z.string(), z.array(z.string())]))
const files = {
  case: z
    .object({
      issues: z.record(z.string(), z.object({ options: z.record(z.string(), z.unknown()) })),
      rules: z.array(z.object({ never: when }))
    })
    .parse(read('case.yaml')),
  polls: z
    .object({
      polls: z.record(
        z.string(),
        z.object({
          population: z.string(),
          field: z.coerce.string(),
          n: z.number().default(1000),
          question: z.string(),
          answers: z.record(z.string(), z.number())
        })
      )
    })
    .parse(read('evidence.yaml')).polls
}

function read(name: string): unknown {
  return parse(readFileSync(new URL(`../../../../cases/${CASE}/${name}`, import.meta.url), 'utf8'))
}

/** What the files say of a body: it is asked for each of thousands of ways. */
const bodyOf = (party: string) => {
  const known = bodies.get(party) ?? readBody(party)
  bodies.set(party, known)
  return known
}
const bodies = new Map<string, ReturnType<typeof readBody>>()

function readBody(party: string) {
  const stances = z
    .object({
      stances: z.record(
        z.string(),
        z.object({
          ratification: z.array(
            z.object({
              support: z.array(
                z.object({
                  when,
                  poll: z.string(),
                  answers: z.array(z.string()),
                  fit: z.enum(['direct', 'related', 'distant'])
                })
              ),
              otherwise: z.array(z.number()).optional()
            })
          )
        })
      )
    })
    .parse(read(`stances/${party}.yaml`)).stances
  const [body] = stances[party]?.ratification ?? []
  if (!body) throw new Error(`${party} has no body`)
  return body
}

type Way = Readonly<Record<string, string>>

const fits = (terms: z.infer<typeof when>, way: Way): boolean =>
  Object.entries(terms).every(([issue, options]) => [options].flat().includes(way[issue] ?? ''))

/** Whether a way breaks no rule that speaks of its issues alone. */
const allowed = (way: Way): boolean =>
  files.case.rules.every(
    ({ never }) => !(Object.keys(never).every((issue) => issue in way) && fits(never, way))
  )

function waysOf(party: string): readonly Way[] {
  const asked = new Set(bodyOf(party).support.flatMap((row) => Object.keys(row.when)))
  let ways: readonly Way[] = [{}]
  for (const issue of asked)
    ways = ways.flatMap((way) =>
      Object.keys(files.case.issues[issue]?.options ?? {}).map((option) => ({
        ...way,
        [issue]: option
      }))
    )
  return ways.filter(allowed)
}

/** The normal distribution, by Simpson's rule on its density. */
function phi(x: number): number {
  const [steps, from] = [4000, -12]
  if (x <= from) return 0
  const width = (Math.min(x, 12) - from) / steps
  let sum = 0
  for (let k = 0; k <= steps; k++) {
    const at = from + k * width
    sum += (k === 0 || k === steps ? 1 : k % 2 === 1 ? 4 : 2) * Math.exp((-at * at) / 2)
  }
  return (sum * width) / 3 / Math.sqrt(2 * Math.PI)
}

/** The days of fieldwork in the middle, as a time. */
function middle(field: string): number {
  const ends = field.split('/')
  const first = (ends[0] as string).split('-').map(Number)
  const last = (ends.at(-1) as string).split('-').map(Number)
  const start = Date.UTC(first[0] as number, (first[1] ?? 1) - 1, first[2] ?? 1)
  const end =
    last.length === 3
      ? Date.UTC(last[0] as number, (last[1] as number) - 1, (last[2] as number) + 1)
      : last.length === 2
        ? Date.UTC(last[0] as number, last[1] as number, 1)
        : Date.UTC((last[0] as number) + 1, 0, 1)
  return (start + end) / 2
}

const MONTH = 30.44 * 86_400_000
const FIT = { direct: 0, related: 0.117, distant: 0.25 }

/** A share in favour, its own error (sampling and house) and what it has in common with others. */
function shareIn(id: string, answers: readonly string[], fit: keyof typeof FIT = 'direct') {
  const poll = files.polls[id]
  if (!poll) throw new Error(`no poll ${id}`)
  const stated = Object.values(poll.answers).reduce((a, b) => a + b, 0)
  const share = answers.reduce((sum, one) => sum + (poll.answers[one] ?? 0), 0) / stated
  const own = (share * (1 - share)) / poll.n + 0.032 ** 2
  const months = Math.min(6, Math.max(0, (AS_OF - middle(poll.field)) / MONTH))
  const common = 0.063 ** 2 + 0.05 ** 2 * months + FIT[fit] ** 2
  return { share, own, common, question: poll.question }
}

/** The chance that a body passes a way: the lowest of the questions that speak to it. */
function chanceOf(party: string, way: Way): number {
  const { support, otherwise } = bodyOf(party)
  const rows = support.filter((row) => fits(row.when, way))
  if (rows.length === 0) {
    const [low = 0, mode = 0, high = 0] = otherwise ?? []
    // a triangle's part above one half
    return mode >= 0.5
      ? 1 - (0.5 - low) ** 2 / ((high - low) * (mode - low))
      : (high - 0.5) ** 2 / ((high - low) * (high - mode))
  }
  const asked = rows.map((row) => shareIn(row.poll, row.answers, row.fit))
  if (new Set(asked.map(({ question }) => question)).size < asked.length)
    throw new Error('two rows on one question: pooling is not worked out here')
  return Math.min(
    ...asked.map(({ share, own, common }) => phi((share - 0.5) / Math.sqrt(own + common)))
  )
}

const redlines = z.array(
  z.object({ never: when.optional(), must: when.optional(), firmness: z.array(z.unknown()) })
)

/** What no package may hold, each with when it counts: rules, and redlines of firmness 1/2 and more. */
const limits: readonly ((package_: Way) => boolean | undefined)[] = [
  ...files.case.rules.map(({ never }) => crossing({ never })),
  ...['russia', 'ukraine', 'us', 'eu'].flatMap((party) => {
    const stances = z
      .object({ stances: z.record(z.string(), z.object({ redlines })) })
      .parse(read(`stances/${party}.yaml`)).stances
    return (stances[party]?.redlines ?? [])
      .filter(({ never, must }) => never || must)
      .filter(({ firmness }) => middleOfThree(firmness) >= 0.5)
      .map((redline) => {
        const crossed = crossing(redline)
        const asked = ASKED[party]
        return (way: Way): boolean | undefined => {
          const { guarantee } = way
          if (!asked || !crossed(way)) return crossed(way)
          return guarantee === undefined ? undefined : asked.includes(guarantee)
        }
      })
  })
]

function middleOfThree(range: readonly unknown[]): number {
  const last = range.at(-1)
  return Array.isArray(last) ? middleOfThree(last) : Number(range[1])
}

/** Whether terms cross; undefined while an issue that decides is not settled. */
function crossing(redline: {
  readonly never?: z.infer<typeof when> | undefined
  readonly must?: z.infer<typeof when> | undefined
}): (way: Way) => boolean | undefined {
  const { never, must } = redline
  const terms = never ?? must ?? {}
  return (way) => {
    const parts = Object.entries(terms).map(([issue, options]) =>
      way[issue] === undefined ? undefined : [options].flat().includes(way[issue])
    )
    const all = parts.includes(false) ? false : parts.includes(undefined) ? undefined : true
    if (never) return all
    return must && all !== undefined ? !all : all
  }
}

/** Whether a way can be made a package that keeps all limits: the other issues one by one. */
function possible(way: Way): boolean {
  if (limits.some((crossed) => crossed(way) === true)) return false
  const open = Object.keys(files.case.issues).find((issue) => !(issue in way))
  if (open === undefined) return true
  const speaks = limits.some((crossed) => crossed(way) === undefined)
  if (!speaks) return true
  return Object.keys(files.case.issues[open]?.options ?? {}).some((option) =>
    possible({ ...way, [open]: option })
  )
}

describe.each(['ukraine', 'us'])('the body of %s, worked out again', (party) => {
  const answer = askStrategy(
    { ...readCase(textsIn(CASE)), hash: 'sha256:0' },
    { draws: 2000, seed: 3 }
  )
  const found = answer.refused
    ? undefined
    : answer.result.electorates?.tried.find((one) => one.party === party)
  const ways = waysOf(party).map((way) => ({ way, p: chanceOf(party, way) }))

  it('passes as many ways, and the same terms at best', () => {
    expect([found?.ways, found?.passed]).toEqual([
      ways.length,
      ways.filter(({ p }) => p >= 0.5).length
    ])
    expect(found?.terms.length).toBeGreaterThan(6)
    for (const { issue, option, p } of found?.terms ?? [])
      expect(p).toBeCloseTo(
        Math.max(...ways.filter(({ way }) => way[issue] === option).map((one) => one.p)),
        6
      )
  })

  it('would pass nothing likelier that the rules and the redlines leave', () => {
    const nearest = found?.bargain?.nearest
    expect(found?.bargain?.bound).toBeUndefined()
    expect(nearest?.p).toBeCloseTo(chanceOf(party, Object.fromEntries(nearest?.terms ?? [])), 6)
    const likelier = ways.filter(({ p }) => p > (nearest?.p ?? 0) + 1e-7)
    expect(likelier.length).toBeGreaterThan(0)
    for (const { way } of likelier) expect(possible(way)).toBe(false)
    expect(possible(Object.fromEntries(nearest?.terms ?? []))).toBe(true)
  })

  it('sees the questions put again move as the normal equations have it', () => {
    for (const { question, answers, waves, slope, slopeError, last } of found?.waves ?? []) {
      const asked = Object.entries(files.polls)
        .filter(([, poll]) => poll.question === question)
        .map(([id, { field }]) => ({ ...shareIn(id, answers), t: middle(field) / MONTH }))
        .sort((a, b) => a.t - b.t)
      expect(waves.map(({ share }) => share)).toEqual(
        asked.map(({ share }) => expect.closeTo(share, 12) as number)
      )
      const sum = (of: (wave: (typeof asked)[number]) => number): number =>
        asked.reduce((total, wave) => total + of(wave) / wave.own, 0)
      const t0 = asked[0]?.t ?? 0
      const [w, wt, wtt] = [sum(() => 1), sum(({ t }) => t - t0), sum(({ t }) => (t - t0) ** 2)]
      const [ws, wts] = [sum(({ share }) => share), sum(({ share, t }) => share * (t - t0))]
      const determinant = w * wtt - wt ** 2
      const [level, rise] = [(wtt * ws - wt * wts) / determinant, (w * wts - wt * ws) / determinant]
      expect(slope).toBeCloseTo(rise, 9)
      const off = sum(({ share, t }) => (share - level - rise * (t - t0)) ** 2)
      const scale = asked.length > 2 ? Math.max(1, off / (asked.length - 2)) : 1
      expect(slopeError).toBeCloseTo(Math.sqrt((scale * w) / determinant), 9)
      const [before, latest] = [asked.at(-2), asked.at(-1)]
      if (!before || !latest) throw new Error('asked once')
      expect(last.change).toBeCloseTo(latest.share - before.share, 12)
      expect(last.error).toBeCloseTo(Math.sqrt(before.own + latest.own), 9)
    }
  })
})

it('only waves up to the day of the case are told, and no support rests on an earlier one', () => {
  for (const { field } of Object.values(files.polls)) expect(middle(field)).toBeLessThan(AS_OF)
  const waves = Object.entries(files.polls).filter(([, poll]) =>
    Object.values(files.polls).some(
      ({ question, field }) => question === poll.question && middle(field) > middle(poll.field)
    )
  )
  const used = ['ukraine', 'us'].flatMap((party) => bodyOf(party).support.map(({ poll }) => poll))
  expect(waves.length).toBeGreaterThan(10)
  expect(used.filter((id) => waves.some(([wave]) => wave === id))).toEqual([])
})
