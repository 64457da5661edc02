import { describe, expect, it } from 'vitest'
import { askCheck } from '../../src/ask/check.ts'
import { readCase } from '../../src/case/read.ts'
import { carriedOut } from '../../src/plan/carried-out.ts'
import { keptOrders } from '../../src/plan/kept.ts'
import { checkReport } from '../../src/report/check/check-report.ts'
import { checked } from '../../src/report/check-schema.ts'
import { renderPlain } from '../../src/report/plain.ts'
import type { Differing } from './small-plan.ts'
import { readPlan, smallPlan } from './small-plan.ts'

const DRAWS = { draws: 50, seed: 1, dependence: 'independent' } as const

/** The future counts, and the river is no ground that stays with who has it. */
const PATIENT: Differing = { river: '{title: Behind the river}' }

/** East would rather keep what it has been given: the future counts for little. */
const HASTY: Differing = { discount: '{east: 0.05, west: 0.05}' }

function told(text: string) {
  const answer = askCheck(
    { ...readCase([{ name: 'case.yaml', text }]), hash: `sha256:${'0'.repeat(64)}` },
    DRAWS
  )
  if (answer.refused) throw new Error('refused')
  const report = (summary: boolean): string =>
    renderPlain(checkReport(answer.source, answer.result, { summary }), { width: 1e6 })
  return { full: report(false), summary: report(true), document: answer.document() }
}

const withoutPlan = (text: string): string => text.replace(/^plan:.*$/m, '')

describe('whether some order is kept to', () => {
  it.each([
    {},
    PATIENT,
    HASTY,
    { discount: '{east: 0.4, west: 0.9}' },
    { discount: '{east: 0.2}' },
    { bond: '{east: 90, west: 90}', ...HASTY }
  ])('is what the plan itself says: %o', (differing) => {
    const source = readPlan(smallPlan(differing))
    for (const proposal of source.proposals) {
      const { found, unknown } = carriedOut(source, proposal, DRAWS)
      const kept = keptOrders(source).get(proposal.id)
      expect(kept?.outcome).toBe(found?.enforcing ? 'enforces' : 'breaks')
      expect(kept?.least).toBeCloseTo(found?.best.least ?? Number.NaN, 12)
      expect(kept?.unknown).toEqual(unknown)
      expect(new Set(kept?.binding.map(({ party }) => party))).toEqual(
        new Set(found?.binding.map(({ party }) => party))
      )
    }
  })

  it('is not asked where there is no plan, nor of what no deliverable fits', () => {
    expect(keptOrders(readPlan(withoutPlan(smallPlan()))).size).toBe(0)
    const other = '  other: {title: Nothing, terms: {arms: kept, front: hill, flag: none}}\n'
    const source = readPlan(smallPlan().replace('lines:', `${other}lines:`))
    expect([...keptOrders(source).keys()]).toEqual(['swap'])
  })

  it('says so where steps wait for each other', () => {
    const waiting = `
  - {id: arms, by: west, gives: {arms: laid-down}, source: own}
  - {id: pull-back, by: east, gives: {front: river}, with: [flag], due: {after: verified.arms, days: 1}, source: own}
  - {id: flag, by: west, gives: {flag: white}, source: own}
gates:
  - {id: first-flag, opens: deliverable.arms, when: {verified: [flag]}, decided-by: [watch], source: own}`
    const source = readPlan(smallPlan({ deliverables: waiting }))
    expect(keptOrders(source).get('swap')?.outcome).toBe('stuck')
  })
})

describe('check tells of the order beside the verdict', () => {
  it('where nobody gains by breaking a step', () => {
    const { full, summary, document } = told(smallPlan(PATIENT))
    expect(full).toMatch(/carried out +In some order of its steps nobody gains by breaking any/)
    expect(summary).toContain('In some order of its steps nobody gains by breaking any.')
    expect(
      checked.parse(JSON.parse(JSON.stringify(document))).proposals['swap']?.order
    ).toMatchObject({ outcome: 'enforces' })
  })

  it('and where somebody does: who, at what', () => {
    const { full, summary, document } = told(smallPlan(HASTY))
    const order = document.proposals['swap']?.order
    expect(order?.outcome).toBe('breaks')
    expect(order?.least).toBeLessThan(0)
    expect(order?.binding[0]?.deliverables.length).toBe(1)
    const at = `${order?.binding[0]?.party === 'east' ? 'East' : 'West'} at ${order?.binding[0]?.deliverables[0]}`
    expect(full).toContain(`breaking it pays most for ${at}`)
    expect(summary).toContain(`breaking it pays most for ${at} (\`truce plan\`)`)
  })

  it('and changes nothing else: the verdicts are those without a plan', () => {
    const [one, other] = [told(smallPlan(HASTY)), told(withoutPlan(smallPlan(HASTY)))]
    expect(other.full).not.toContain('carried out')
    expect(other.document.proposals['swap']).not.toHaveProperty('order')
    const { order: _, ...rest } = one.document.proposals['swap'] ?? {}
    expect(rest).toEqual(other.document.proposals['swap'])
  })

  it('keeps silent in the summary of what nobody would sign', () => {
    const { full, summary } = told(
      smallPlan().replace(
        '    interests:',
        '    redlines: [{id: no-white, never: {flag: white}, firmness: 0.95, source: own}]\n    interests:'
      )
    )
    expect(full).toContain('carried out')
    expect(summary).not.toContain('of its steps')
  })
})
