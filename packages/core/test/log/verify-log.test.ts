import {
  base64,
  type JsonObject,
  LOG_PROBLEMS,
  leafOf,
  readNote,
  type Verified,
  verifyLog
} from '@truce/core/log'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tried } from '../laws.ts'
import {
  at,
  idOf,
  type KeyName,
  keys,
  type Line,
  opening,
  RECORD,
  toldKey,
  verifier,
  Writer
} from './made.ts'
import { headOf, type Log, SOUND, salt, TROUBLES, whole, witnessed } from './troubles.ts'

function verified({ entries, checkpoints }: Log, size = entries.length): Promise<Verified> {
  const read = async (from: number, to: number) => entries.slice(from, to)
  return verifyLog({ size, read, checkpoints, verifier, stretch: 4 })
}

describe('a log in which all is well', () => {
  it('is sound, and says whose keys it believes and who cosigned', async () => {
    const found = await verified(SOUND)
    expect(found.problems).toEqual([])
    expect(found).toMatchObject({ sound: true, record: RECORD, size: 14, bad: undefined })
    expect(found.checkpoints.map(({ size, fits, cosigned }) => [size, fits, cosigned])).toEqual([
      [5, true, []],
      [10, true, []],
      [
        14,
        true,
        [
          { party: 'north', key: idOf('witness'), time: 1_772_323_200 },
          { party: 'south', key: idOf('otherWitness'), time: 1_772_323_200 }
        ]
      ]
    ])
    expect(found.doubted).toEqual([])
    expect(found.keys).toHaveLength(7)
  })
  it('is sound where bodies are absent', async () => {
    const entries = SOUND.entries.map(({ leaf }) => ({ leaf }))
    expect((await verified({ ...SOUND, entries })).sound).toBe(true)
  })
  it('comes to the same in stretches of any length, with progress', async () => {
    const whole = await verified(SOUND)
    for (const stretch of [1, 5, 100]) {
      const done: number[] = []
      const read = async (from: number, to: number) => SOUND.entries.slice(from, to)
      const found = await verifyLog({
        ...{ size: 14, read, verifier, stretch, checkpoints: SOUND.checkpoints },
        onProgress: (now) => done.push(now)
      })
      expect(found).toEqual(whole)
      expect(done.at(-1)).toBe(14)
    }
  })
  it('passes a failure of the verifier on, however many are under way', async () => {
    const read = async (from: number, to: number) => SOUND.entries.slice(from, to)
    const verifyMany = async (): Promise<never> => {
      throw new Error('no thread left')
    }
    const log = { size: 14, read, verifier, stretch: 1, checkpoints: [], verifyMany }
    await expect(verifyLog(log)).rejects.toThrow('no thread left')
  })
})

const turned = (bytes: Uint8Array, bit: number): Uint8Array => {
  const changed = bytes.slice()
  const place = (bit >> 3) % bytes.length
  changed[place] = (changed[place] ?? 0) ^ (1 << (bit & 7))
  return changed
}

describe('nothing is changed unseen', () => {
  it('no bit of any leaf: the entry is named, or the stretch between two heads that it is in', async () => {
    await triedOn(fc.nat(13), fc.nat(), async (number, bit) => {
      const entries = SOUND.entries.map((entry, index) =>
        index === number ? { ...entry, leaf: turned(entry.leaf, bit) } : entry
      )
      const found = await verified({ ...SOUND, entries })
      expect(found.sound).toBe(false)
      expect(found.bad?.from).toBeLessThanOrEqual(number)
      expect(found.bad?.to).toBeGreaterThanOrEqual(number)
      // No head is further from the next one than five entries here.
      expect((found.bad?.to ?? 99) - (found.bad?.from ?? 0)).toBeLessThan(5)
    })
  })
  it('no bit of any body', async () => {
    await triedOn(fc.constantFrom(3, 9), fc.nat(), async (number, bit) => {
      const entries = SOUND.entries.map(({ leaf, body }, index) => ({
        leaf,
        ...(body && { body: index === number ? turned(body, bit) : body })
      }))
      const found = await verified({ ...SOUND, entries })
      expect(found.first).toMatchObject({ code: 'bad-commitment', entry: number })
      expect(found.bad).toEqual({ from: number, to: number })
    })
  })
  it('no bit of the text and the operator’s signature of a checkpoint', async () => {
    await triedOn(fc.nat(2), fc.nat(), async (number, bit) => {
      const checkpoints = SOUND.checkpoints.map((note, index) =>
        index === number ? turned(note, bit) : note
      )
      const found = await verified({ ...SOUND, checkpoints })
      // A cosignature whose name was changed is a stranger's, which the newest then lacks.
      expect(found.problems.every(({ code }) => /checkpoint|cosignature/.test(code))).toBe(true)
      expect(found.sound).toBe(false)
    })
  })
  it('no entry is taken out, put in twice or moved', async () => {
    await triedOn(fc.nat(13), fc.nat(13), async (a, b) => {
      const out = SOUND.entries.toSpliced(a, 1)
      const twice = SOUND.entries.toSpliced(b, 0, SOUND.entries[a] ?? { leaf: new Uint8Array() })
      expect((await verified({ ...SOUND, entries: out })).sound).toBe(false)
      const again = await verified({ ...SOUND, entries: twice })
      expect(again.counts.get('replayed') ?? 0).toBeGreaterThan(0)
      if (a === b) return
      const moved = out.toSpliced(b, 0, SOUND.entries[a] ?? { leaf: new Uint8Array() })
      const found = await verified({ ...SOUND, entries: moved })
      expect(found.sound).toBe(false)
      expect(found.bad?.from).toBeLessThanOrEqual(Math.max(a, b))
    })
  })
  it('no last entries are taken off, even with no checkpoint but an earlier one', async () => {
    for (let size = 0; size < 14; size++) {
      const entries = SOUND.entries.slice(0, size)
      const found = await verified({ ...SOUND, entries })
      expect(found.counts.get('missing-entry') ?? 0).toBeGreaterThan(size === 0 ? -1 : 0)
      expect(found.sound).toBe(false)
    }
  })
})

describe('each problem is told by its name', () => {
  it.each(TROUBLES.map((trouble) => [trouble.code, trouble] as const))(
    '%s',
    async (code, trouble) => {
      const found = await verified(await trouble.log(), trouble.size)
      expect(found.counts.get(code)).toBe(1)
      const told = found.problems.find((one) => one.code === code)
      expect(told?.entry).toBe(trouble.entry)
      expect(found.sound).toBe(false)
    }
  )
  it('and each has its log here', () => {
    expect(TROUBLES.map(({ code }) => code).sort()).toEqual([...LOG_PROBLEMS].sort())
  })
})

describe('an operator who writes the log anew', () => {
  it('is shown by an earlier checkpoint and by what the authors had seen', async () => {
    const writer = await Writer.opened({ witnesses: 2, title: 'Another trial' })
    const entries = [...writer.entries, ...SOUND.entries.slice(1)]
    const [, early] = SOUND.checkpoints
    const found = await verified({ entries, checkpoints: [await headOf(entries), early ?? salt] })
    expect(found.counts.get('inconsistent')).toBe(1)
    expect(found.counts.get('two-heads')).toBe(2)
    expect(found.bad).toEqual({ from: 0, to: 3 })
  })
  it('is shown where a key that was revoked signs a head', async () => {
    const operatorKey = { ...toldKey('stranger'), party: 'secretariat', role: 'operator' }
    const headKey: JsonObject = { ...toldKey('field'), party: 'secretariat', role: 'head' }
    const told = opening()['keys'] as readonly JsonObject[]
    const kept = told.filter(({ publicKey }) => publicKey !== headKey['publicKey'])
    const writer = await Writer.opened({ keys: [...kept, operatorKey, headKey] })
    const revoked = { key: idOf('operator') }
    await writer.add({ by: 'field', party: 'secretariat', kind: 'key.revoked', content: revoked })
    const { entries } = writer
    const signed = async (size: number, by: KeyName) =>
      (await verified({ entries, checkpoints: [await headOf(entries, size, by)] })).problems
    expect(await signed(1, 'operator')).toEqual([])
    expect(await signed(2, 'stranger')).toEqual([])
    expect(await signed(2, 'operator')).toMatchObject([{ code: 'bad-checkpoint' }])
  })
  it('cannot speak for a party: what the party did not sign changes no key', async () => {
    const writer = await Writer.opened()
    const { entry } = await writer.seal({
      by: 'head',
      kind: 'key.added',
      content: toldKey('stranger')
    })
    const forged = { ...entry, signature: base64(await keys.operator.sign(salt)) }
    const spoken = await writer.seal({ by: 'stranger' })
    const leaves = [leafOf(forged, at(1)), leafOf({ ...spoken.entry, id: 'entry-9' }, at(2))]
    const entries = [...writer.entries, ...leaves.map((leaf) => ({ leaf }))]
    const found = await verified({ entries, checkpoints: [await headOf(entries)] })
    expect(found.problems.map(({ code, entry: number }) => [code, number])).toEqual([
      ['bad-signature', 1],
      ['unknown-key', 2]
    ])
  })
})

it('keeps the first problems and counts all', async () => {
  const lines = Array.from({ length: 5 }, (): Line => ({ by: 'witness' }))
  const { entries, checkpoints } = await whole(lines)
  const read = async (from: number, to: number) => entries.slice(from, to)
  const found = await verifyLog({ size: 19, read, checkpoints, verifier, most: 2 })
  expect(found.problems.map(({ entry }) => entry)).toEqual([14, 15])
  expect(found.counts.get('role')).toBe(5)
})

it('a witness of the operator’s own party is no second voice', async () => {
  const note = SOUND.checkpoints[0] ?? salt
  expect(readNote(note)?.signatures).toHaveLength(3)
  const own = await witnessed(await witnessed(await headOf(SOUND.entries), 'witness'), 'head')
  const found = await verified({ ...SOUND, checkpoints: [own] })
  expect(found.problems).toMatchObject([
    { code: 'missing-cosignature', data: { parties: 1, wanted: 2 } }
  ])
})

/** A law whose examples take promises. */
async function triedOn<A, B>(
  a: fc.Arbitrary<A>,
  b: fc.Arbitrary<B>,
  law: (a: A, b: B) => Promise<void>
): Promise<void> {
  const runs: Promise<void>[] = []
  const seen: [A, B][] = []
  tried(
    fc.property(a, b, (one, other) => {
      seen.push([one, other])
    }),
    { seed: 14, runs: 30, seeds: 12 }
  )
  for (const [one, other] of seen) runs.push(law(one, other))
  await Promise.all(runs)
}
