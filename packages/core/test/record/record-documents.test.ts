import { describe, expect, it } from 'vitest'
import {
  dutiesOf,
  gatesOf,
  monthlyMatrices,
  statusOf,
  withdrawalsOf
} from '../../src/record/index.ts'
import { renderMarkdown } from '../../src/report/index.ts'
import { outputSchemas } from '../../src/report/output-schemas.ts'
import {
  recordDutiesJson,
  recordDutiesReport,
  recordGatesJson,
  recordGatesReport,
  recordGroundJson,
  recordGroundReport,
  recordStatusJson,
  recordStatusReport
} from '../../src/report/record/index.ts'
import type { Told } from './told-entries.ts'
import { folded, told } from './told-entries.ts'

const AT = '2025-02-16T09:00:00.000Z'
const now = Date.parse('2025-03-20T12:00:00.000Z')

const entries: readonly Told[] = [
  told({
    party: 'norway',
    id: 'entry-1',
    kind: 'incident.reported',
    content: {
      occurred: { at: AT, precision: 'minute' },
      place: {},
      category: 'fire',
      means: ['saw']
    },
    received: AT
  }),
  told({
    party: 'russia',
    id: 'entry-2',
    kind: 'holding.declared',
    content: {
      withdrawal: 'heavy',
      weapon: 'artillery',
      asOf: AT,
      items: [{ count: 40 }, { count: 2 }]
    },
    received: AT
  }),
  told({
    party: 'norway',
    id: 'entry-3',
    kind: 'delivery.verified',
    content: {
      of: 'withdrawal.heavy',
      outcome: 'confirmed',
      by: ['norway'],
      at: AT,
      means: ['saw']
    },
    received: AT
  }),
  told({
    party: 'us',
    id: 'entry-4',
    kind: 'gate.decided',
    content: {
      gate: 'ceasefire-first',
      decision: 'open',
      at: AT,
      decidedBy: ['us'],
      entries: ['entry-3']
    },
    received: AT
  })
]

const state = folded(entries)
const status = statusOf(state, now)
const gates = gatesOf(state, now)
const stands = withdrawalsOf(state, { now })
const duties = { duties: dutiesOf(state, now), months: monthlyMatrices(state, now), now }

describe('documents of a record', () => {
  it.each([
    ['record-status', recordStatusJson(state, status)],
    ['record-gates', recordGatesJson(state, gates, now)],
    ['record-obligations', recordDutiesJson(state, duties)],
    ['record-withdrawals', recordGroundJson(state, stands, now)]
  ] as const)('%s is of its published shape', (name, document) => {
    const read: unknown = JSON.parse(JSON.stringify(document))
    expect(outputSchemas[name].parse(read)).toEqual(read)
  })

  it('say with every inventory what it adds up to', () => {
    expect(renderMarkdown(recordGroundReport(state, stands, now))).toContain(
      '42 as of 2025-02-16 11:00'
    )
  })

  it('say a decision that the record does not bear out', () => {
    const text = renderMarkdown(recordGatesReport(state, gates, now))
    expect(text).toContain('which the record does not settle')
    expect(renderMarkdown(recordStatusReport(state, status))).toContain(
      'which the record does not settle'
    )
  })

  it('rate what is carried out with the rule', () => {
    const text = renderMarkdown(recordDutiesReport(state, duties))
    expect(text).toMatch(/withdrawal\.heavy \| 3 \| 3 \| confirmed by others for all who owe it/)
  })
})
