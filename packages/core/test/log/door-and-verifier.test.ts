import { checkpointText, leafOf, signNote, verifyLog } from '@truce/core/log'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { seedsOf } from '../laws.ts'
import {
  at,
  idOf,
  type KeyName,
  keys,
  type Line,
  RECORD,
  toldKey,
  verifier,
  Writer
} from './made.ts'

const by = fc.constantFrom<KeyName>('operator', 'head', 'field', 'other', 'witness', 'stranger')
const salt = new Uint8Array(32).fill(4)

/** What somebody may try, much of it not allowed. */
const tries: fc.Arbitrary<Line> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ by }) },
  fc.record({ by, sequence: fc.nat(4) }),
  fc.record({ by, id: fc.nat(9).map((number) => `entry-${number}`) }),
  fc.record({ by, party: fc.constantFrom('north', 'south', 'secretariat') }),
  fc.record({ by, recorded: fc.nat(30).map((minute) => at(minute)) }),
  fc.record({
    by,
    audience: fc.constantFrom(['north'], ['south', 'north']),
    salt: fc.constant(salt)
  }),
  fc.record({ by, kind: fc.constant('key.added'), content: fc.constant(toldKey('stranger')) }),
  fc.record({
    by,
    kind: fc.constant('key.revoked'),
    content: fc.constantFrom<KeyName>('field', 'head', 'stranger', 'operator').map((name) => ({
      key: idOf(name)
    }))
  }),
  fc.record({
    by,
    seen: fc.record({
      size: fc.integer({ min: 1, max: 9 }),
      root: fc.constant(`${'A'.repeat(43)}=`)
    })
  })
)

it('the verifier finds no fault in what the door lets in, and the same faults in the rest', async () => {
  const trial = { seed: 1404, runs: 14, seeds: 15 }
  for (const seed of seedsOf(trial, process.env['TRUCE_LAWS']))
    await fc.assert(
      fc.asyncProperty(fc.array(tries, { maxLength: 12 }), async (lines) => {
        const writer = await Writer.opened()
        for (const line of lines) {
          const now = at(writer.entries.length)
          const { entry, body } = await writer.seal(line)
          const refused = await writer.state.admit(entry, now, body)
          const entries = [...writer.entries, { leaf: leafOf(entry, now), ...(body && { body }) }]
          const size = entries.length
          const read = async (from: number, to: number) => entries.slice(from, to)
          const found = await verifyLog({ size, read, verifier, checkpoints: [] })
          expect(found.problems).toEqual(refused)
          if (refused.length === 0) await writer.add(line)
        }
        const { entries, state } = writer
        const head = { origin: RECORD, size: state.size, root: state.tree.rootAt() }
        const note = await signNote(checkpointText(head), RECORD, keys.operator)
        const read = async (from: number, to: number) => entries.slice(from, to)
        const whole = await verifyLog({ size: state.size, read, verifier, checkpoints: [note] })
        const revoked = state.ring.get(idOf('operator'))?.revoked !== undefined
        expect(whole.problems.map(({ code }) => code)).toEqual(revoked ? ['bad-checkpoint'] : [])
      }),
      { seed, numRuns: trial.runs, endOnFailure: true }
    )
})
