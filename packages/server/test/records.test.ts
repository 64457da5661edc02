import { readFile, stat, writeFile } from 'node:fs/promises'
import { get } from 'node:http'
import type { Signer } from '@truce/core'
import type { EntryDraft, SealedEntry } from '@truce/core/log'
import {
  base64,
  bytesOf,
  checkpointText,
  cosignerName,
  cosignNote,
  fingerprint,
  keyId,
  readNote,
  sealEntry,
  signNote,
  utf8,
  verifyLog
} from '@truce/core/log'
import { newSigner, verifier } from '@truce/host/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readerOf, seenBy } from '../src/records/reader.ts'
import { strays } from './contract.ts'
import { Bench, SMALL, texts } from './server.ts'

/** Two sides, and somebody between them. */
const SIDES = SMALL.replace(
  '  b: {name: B, kind: state, role: belligerent}',
  '  b: {name: B, kind: state, role: belligerent}\n  m: {name: M, kind: state, role: mediator}'
)

let bench: Bench
let signers: Readonly<Record<'a' | 'b' | 'm', Signer>>
beforeAll(async () => {
  bench = await Bench.open()
  signers = { a: await newSigner(), b: await newSigner(), m: await newSigner() }
  const made = await bench.ask('POST', '/api/cases', {
    body: { from: 'files', files: texts(SIDES), id: 'sides' }
  })
  expect(made.status).toBe(201)
})
afterAll(() => bench.close())

const key = (party: 'a' | 'b' | 'm', role: string) => ({
  party,
  role,
  publicKey: base64(signers[party].publicKey)
})

async function begin(more: object = {}): Promise<{ readonly at: string; readonly name: string }> {
  const { status, body } = await bench.ask('POST', '/api/cases/sides/records', {
    body: {
      title: 'Trial',
      operator: 'm',
      keys: [key('a', 'head'), key('b', 'head'), key('m', 'mediator')],
      ...more
    }
  })
  expect([status, body.error]).toEqual([201, undefined])
  return { at: `/api/cases/sides/records/${body.id}`, name: body.name }
}

/** What a side writes, signed with its own key and numbered as the server says it should be. */
async function sealed(
  at: string,
  party: 'a' | 'b' | 'm',
  draft: Pick<EntryDraft, 'kind' | 'content'> & Partial<EntryDraft>
): Promise<SealedEntry> {
  const before = await bench.ask('GET', `${at}/before?key=${keyId(signers[party].publicKey)}`)
  const { record, sequence, seen } = before.body
  return sealEntry(
    {
      record,
      sequence,
      id: `e-${crypto.randomUUID().slice(0, 12)}`,
      author: { party },
      recorded: new Date().toISOString(),
      ...(seen && { seen }),
      ...draft
    },
    signers[party]
  )
}

const handIn = (at: string, ...all: readonly SealedEntry[]) =>
  bench.ask('POST', `${at}/entries`, {
    body: {
      entries: all.map(({ entry, body }) => ({ entry, ...(body && { body: base64(body) }) }))
    }
  })

const seen = (more: object = {}) => ({
  occurred: { at: new Date().toISOString(), precision: 'minute' },
  place: { name: 'crossing' },
  category: 'fire',
  means: ['saw'],
  ...more
})

const report = (at: string, party: 'a' | 'b' | 'm', more: Partial<EntryDraft> = {}) =>
  sealed(at, party, { kind: 'incident.reported', content: seen() as never, ...more })

const codes = (answer: {
  readonly body: {
    readonly results: readonly { problems?: readonly { code: string }[]; outcome: string }[]
  }
}) => answer.body.results.map(({ outcome, problems }) => problems?.[0]?.code ?? outcome)

describe('records of a case', () => {
  it('begin with the keys of the sides and the server’s own, which only its owner can read', async () => {
    const { at, name } = await begin({ exercise: true })
    const { body } = await bench.ask('GET', at)
    expect(body).toMatchObject({
      title: 'Trial',
      operator: 'm',
      exercise: true,
      size: 1,
      checkpoint: null
    })
    expect(name).toMatch(/^sides\.[0-9a-f]{32}$/)
    const file = bench.workspace('.truce', 'records', 'operator.key')
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const secret = base64(new Uint8Array(await readFile(file)))
    const all = bench.asked.map(({ answer }) => answer.text).join('\n')
    expect(all).not.toContain(secret)
    const list = await bench.ask('GET', '/api/cases/sides/records')
    expect(list.body.records).toContainEqual(expect.objectContaining({ name }))
    const { body: ground } = await bench.ask('GET', `${at}/case`)
    expect(ground.files).toEqual(texts(SIDES))
  })

  it('refuse to begin for a party that the case has not, with a key twice, or under a broken case', async () => {
    const wish = { title: 'T', operator: 'm', keys: [key('a', 'head')] }
    const asked = async (id: string, body: object) => {
      const answer = await bench.ask('POST', `/api/cases/${id}/records`, { body })
      return [answer.status, answer.body.error.code]
    }
    expect(await asked('sides', { ...wish, operator: 'x' })).toEqual([422, 'unknown-party'])
    expect(
      await asked('sides', { ...wish, keys: [key('a', 'head'), key('a', 'delegate')] })
    ).toEqual([422, 'id-taken'])
    expect(await asked('sides', { ...wish, keys: [key('m', 'operator')] })).toEqual([
      422,
      'invalid'
    ])
    expect(await asked('sides', { ...wish, title: '' })).toEqual([422, 'invalid'])
    expect(await asked('nowhere', wish)).toEqual([404, 'no-such-case'])
    const broken = { from: 'files', files: texts('truce: 1\n'), id: 'broken' }
    await bench.ask('POST', '/api/cases', { body: broken })
    expect(await asked('broken', wish)).toEqual([422, 'case-unsound'])
    const list = await bench.ask('GET', '/api/cases/broken/records')
    expect(list.body.records).toEqual([])
  })

  it('take what is signed in a browser, once, and say its number', async () => {
    const { at } = await begin()
    const first = await report(at, 'a')
    expect((await handIn(at, first)).body.results).toMatchObject([
      { outcome: 'received', number: 1 }
    ])
    expect((await handIn(at, first)).body.results).toMatchObject([{ outcome: 'known', number: 1 }])
    const { body } = await bench.ask('GET', `${at}/entries?from=1`)
    expect(body.size).toBe(2)
    const leaf = new TextDecoder().decode(bytesOf(body.entries[0].leaf))
    expect(JSON.parse(leaf).entry).toEqual(JSON.parse(JSON.stringify(first.entry)))
  })

  it('refuse by name what is forged, reordered, for another record, unknown, or no entry at all', async () => {
    const { at } = await begin()
    const other = await begin()
    const good = await report(at, 'a')
    const forged = { entry: { ...good.entry, content: seen({ category: 'other' }) as never } }
    expect(codes(await handIn(at, forged))).toEqual(['bad-signature'])
    expect(codes(await handIn(other.at, good))).toEqual(['wrong-record'])
    expect(codes(await handIn(at, await report(at, 'a', { sequence: 3 })))).toEqual([
      'sequence-gap'
    ])
    expect(
      codes(await handIn(at, await report(at, 'a', { recorded: '2099-01-01T00:00:00.000Z' })))
    ).toEqual(['clock-ahead'])
    const stranger = await sealEntry(
      { ...good.entry, content: seen() as never, author: { party: 'a' } },
      await newSigner()
    )
    expect(codes(await handIn(at, stranger))).toEqual(['unknown-key'])
    const unknown = await sealed(at, 'a', { kind: 'peace.made', content: {} })
    expect(codes(await handIn(at, unknown))).toEqual(['unknown-kind'])
    const nonsense = { entry: { hello: 'there' } as never }
    expect(codes(await handIn(at, nonsense, good))).toEqual(['malformed', 'received'])
    const { body } = await bench.ask('GET', at)
    expect(body.size).toBe(2)
  })

  it('show a confidential body to its audience and its author, in every answer, and note who saw it', async () => {
    const { at } = await begin()
    const secret = seen({ text: 'the well behind the mill' })
    const hidden = await report(at, 'a', {
      content: secret as never,
      audience: ['m'],
      salt: crypto.getRandomValues(new Uint8Array(32))
    })
    expect(codes(await handIn(at, { entry: hidden.entry }))).toEqual(['bad-commitment'])
    expect(codes(await handIn(at, hidden))).toEqual(['received'])
    const bodies = async (query: string): Promise<number> => {
      const { body } = await bench.ask('GET', `${at}/entries?${query}`)
      return body.entries.filter((one: { body?: string }) => one.body !== undefined).length
    }
    expect([await bodies(''), await bodies('for=m'), await bodies('for=a')]).toEqual([1, 1, 1])
    expect(await bodies('for=b')).toBe(0)
    const lines = async (query: string) =>
      (await bench.ask('GET', `${at}/export?${query}`)).text.trim().split('\n')
    expect((await lines('for=b')).map((line) => Object.keys(JSON.parse(line)))).toEqual([
      ['leaf'],
      ['leaf']
    ])
    expect(JSON.parse((await lines('for=m'))[1] ?? '')).toHaveProperty('body')
    const others = bench.asked.filter(({ path }) => path.includes('for=b'))
    const decoded = others.map(({ answer }) => Buffer.from(answer.text, 'base64').toString())
    expect(decoded.join()).not.toContain('the well')
    // A daily report tells what bodies say: whoever has one made has looked.
    const daily = { day: '2025-01-25', zone: 'UTC', cutOff: '19:30', to: 'markdown', for: 'm' }
    expect((await bench.ask('POST', `${at}/daily`, { body: daily })).status).toBe(200)
    const { body } = await bench.ask('GET', `${at}/reads`)
    expect(
      body.reads.map((one: { reader: string; what: string }) => [one.reader, one.what])
    ).toEqual([
      ['this computer', 'bodies'],
      ['m', 'bodies'],
      ['a', 'bodies'],
      ['b', 'export'],
      ['m', 'export'],
      ['m', 'bodies']
    ])
  })

  it('export what verifies on its own against the signed checkpoint, and not with one byte changed', async () => {
    const { at, name } = await begin()
    await handIn(at, await report(at, 'a'))
    await handIn(at, await report(at, 'b'))
    const { body: note } = await bench.ask('POST', `${at}/checkpoint`, { body: {} })
    expect(note.size).toBe(3)
    expect((await bench.ask('GET', `${at}/checkpoint?size=3`)).body).toEqual(note)
    const copy = (await bench.ask('GET', `${at}/export`)).text.trim().split('\n')
    const verified = (lines: readonly string[]) =>
      verifyLog({
        size: lines.length,
        read: async (from, to) =>
          lines
            .slice(from, to)
            .map((line) => ({ leaf: bytesOf(JSON.parse(line).leaf) ?? new Uint8Array() })),
        checkpoints: [new TextEncoder().encode(note.note)],
        verifier
      })
    expect(await verified(copy)).toMatchObject({ sound: true, record: name, size: 3 })
    const flipped = bytesOf(JSON.parse(copy[1] ?? '').leaf) ?? new Uint8Array()
    flipped[flipped.length - 3] = (flipped[flipped.length - 3] ?? 0) ^ 1
    const changed = [copy[0] ?? '', JSON.stringify({ leaf: base64(flipped) }), copy[2] ?? '']
    const bad = await verified(changed)
    expect([bad.sound, bad.first?.entry]).toEqual([false, 1])
  })

  it('move the clock of an exercise on, never back, never of a record in earnest; an inject says so', async () => {
    const { at } = await begin({ exercise: true })
    const move = async (to: string, where = at) => {
      const answer = await bench.ask('POST', `${where}/clock`, {
        body: { to, text: 'a day later' }
      })
      return answer.body.error?.code ?? answer.body
    }
    const later = new Date(Date.now() + 86_400_000)
    const moved = await move(later.toISOString())
    expect(Date.parse(moved.now) - later.getTime()).toBeLessThan(60_000)
    expect(moved.size).toBe(2)
    const { body } = await bench.ask('GET', `${at}/entries?from=1`)
    const leaf = JSON.parse(Buffer.from(body.entries[0].leaf, 'base64').toString())
    expect(leaf.entry).toMatchObject({ kind: 'inject', content: { text: 'a day later' } })
    expect(leaf.received >= later.toISOString()).toBe(true)
    expect(await move(new Date().toISOString())).toBe('clock-back')
    expect(await move('tomorrow')).toBe('invalid')
    expect(await move(later.toISOString(), (await begin()).at)).toBe('not-an-exercise')
  })

  it('let whoever keeps them write for nobody else: a step of its own, no account of what happened', async () => {
    const { at } = await begin()
    const first = await report(at, 'a')
    await handIn(at, first)
    const write = async (kind: string, content: object) =>
      (await bench.ask('POST', `${at}/written`, { body: { kind, content } })).body
    const logged = await write('incident.logged', { incident: first.entry.id })
    expect(logged).toMatchObject({ outcome: 'received', number: 2 })
    expect(await write('incident.reported', seen())).toMatchObject({
      outcome: 'refused',
      problems: [{ code: 'not-for-role' }]
    })
  })

  it('stand after a restart as they were; a case put beside them that is another is refused', async () => {
    const own = await Bench.open()
    try {
      const files = texts(SIDES)
      await own.ask('POST', '/api/cases', { body: { from: 'files', files, id: 'sides' } })
      const { body } = await own.ask('POST', '/api/cases/sides/records', {
        body: { title: 'T', operator: 'm', keys: [key('a', 'head')] }
      })
      const place = own.workspace('.truce', 'records', 'sides', body.id, 'case', 'case.yaml')
      await own.again()
      const again = await own.ask('GET', `/api/cases/sides/records/${body.id}`)
      expect([again.body.root, again.body.name]).toEqual([body.root, body.name])
      await writeFile(place, SIDES.replace('Half', 'Some'))
      await own.again()
      const other = await own.ask('GET', `/api/cases/sides/records/${body.id}`)
      expect([other.status, other.body.error.code]).toEqual([409, 'other-case'])
    } finally {
      await own.close()
    }
  })

  it('are reached by the same door, and answer as their description promises', async () => {
    const { at } = await begin()
    const asked = async (method: string, path: string, more: object) => {
      const { status, body } = await bench.ask(method, path, more)
      return [status, body.error.code]
    }
    expect(await asked('POST', `${at}/checkpoint`, { body: {}, token: null })).toEqual([
      403,
      'token'
    ])
    expect(await asked('GET', at, { headers: { origin: 'http://evil.example' } })).toEqual([
      403,
      'origin'
    ])
    expect(await asked('GET', at, { headers: { host: 'evil.example' } })).toEqual([421, 'host'])
    expect(await asked('GET', '/api/cases/sides/records/..%2F..%2Fx', {})).toEqual([422, 'invalid'])
    expect(await asked('GET', '/api/cases/sides/records/000000000000', {})).toEqual([
      404,
      'no-such-record'
    ])
    expect(await asked('GET', `${at}/checkpoint`, {})).toEqual([404, 'no-checkpoint'])
    expect(await asked('POST', `${at}/entries`, { body: { entries: [] } })).toEqual([
      422,
      'invalid'
    ])
    expect(await strays(bench)).toEqual([])
    expect(bench.failures).toEqual([])
  })
})

describe('whoever follows a record', () => {
  it('hears of each entry, on its own stream and on that of the case', async () => {
    const { at } = await begin()
    const [own, ofCase] = [listen(`${at}/events`), listen('/api/cases/sides/events')]
    await Promise.all([own.opened, ofCase.opened])
    await handIn(at, await report(at, 'a'))
    for (const { heard } of [own, ofCase])
      await expect.poll(() => heard().some((one) => one.includes('"size":2'))).toBe(true)
    own.stop()
    ofCase.stop()
  })

  it('is told with all others, a hundred and twenty at once', async () => {
    const { at } = await begin()
    const all = Array.from({ length: 120 }, () => listen(`${at}/events`))
    await Promise.all(all.map(({ opened }) => opened))
    const answer = await handIn(at, await report(at, 'a'))
    expect(codes(answer)).toEqual(['received'])
    await expect
      .poll(() => all.every(({ heard }) => heard().some((one) => one.includes('"size":2'))))
      .toBe(true)
    for (const { stop } of all) stop()
  })
})

function listen(path: string) {
  let text = ''
  let open = (): void => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const headers = { host: `localhost:${bench.port}` }
  const asking = get(
    { host: '127.0.0.1', port: bench.port, path, headers, agent: false },
    (response) => {
      response.setEncoding('utf8')
      response.on('data', (part) => {
        text += part
        open()
      })
      response.on('error', () => undefined)
    }
  )
  asking.on('error', () => undefined)
  return { opened, heard: () => text.split('\n\n'), stop: () => asking.destroy() }
}

describe('a head of a record', () => {
  const cosignedBy = async (at: string, party: 'a' | 'b' | 'm', note: string): Promise<string> => {
    const { body } = await bench.ask('GET', at)
    const signer = signers[party]
    const name = cosignerName(body.name, { party, id: keyId(signer.publicKey) })
    return new TextDecoder().decode(await cosignNote(utf8(note), { name, time: 1e9, signer }))
  }
  const signaturesUnder = (note: string): number => readNote(utf8(note))?.signatures.length ?? 0

  it('is cosigned by two at once, neither losing the other, and lists both', async () => {
    const { at } = await begin()
    const { note } = (await bench.ask('POST', `${at}/checkpoint`, { body: {} })).body
    const notes = [await cosignedBy(at, 'a', note), await cosignedBy(at, 'b', note)]
    const answers = await Promise.all(
      notes.map((one) => bench.ask('POST', `${at}/cosigned`, { body: { note: one } }))
    )
    expect(answers.map(({ status }) => status)).toEqual([200, 200])
    const { heads } = (await bench.ask('GET', `${at}/checkpoints`)).body
    expect(heads).toHaveLength(1)
    expect(signaturesUnder(heads[0].note)).toBe(3)
    const copy = await bench.ask('GET', `${at}/entries`)
    const read = copy.body.entries.map(({ leaf }: { leaf: string }) => ({ leaf: bytesOf(leaf) }))
    const verified = await verifyLog({
      size: 1,
      read: async (from, to) => read.slice(from, to),
      checkpoints: [utf8(heads[0].note)],
      verifier
    })
    expect(verified.problems).toEqual([])
    expect(verified.checkpoints[0]?.cosigned.map(({ party }) => party).sort()).toEqual(['a', 'b'])
  })

  it('is cosigned by no stranger, over no other text, and with no bent signature', async () => {
    const { at, name } = await begin()
    const { note } = (await bench.ask('POST', `${at}/checkpoint`, { body: {} })).body
    const stranger = await newSigner()
    const strange = await cosignNote(utf8(note), {
      name: cosignerName(name, { party: 'a', id: keyId(stranger.publicKey) }),
      time: 1e9,
      signer: stranger
    })
    const good = await cosignedBy(at, 'a', note)
    const [origin, , root] = note.split('\n')
    const other = checkpointText({ origin, size: 2, root: bytesOf(root) ?? new Uint8Array(32) })
    const forged = await signNote(other, origin, signers.a)
    const wrong = [
      new TextDecoder().decode(strange),
      good.replace(/.{6}\n$/, 'AAAA==\n'),
      new TextDecoder().decode(forged),
      'no note'
    ]
    for (const one of wrong) {
      const answer = await bench.ask('POST', `${at}/cosigned`, { body: { note: one } })
      expect([answer.status, answer.body.error.code]).toEqual([422, 'bad-checkpoint'])
    }
    const { heads } = (await bench.ask('GET', `${at}/checkpoints`)).body
    expect(heads.map((one: { note: string }) => signaturesUnder(one.note))).toEqual([1])
  })
})

describe('what a reader may see', () => {
  it('is decided in one place, by audience and author alone', async () => {
    const salt = new Uint8Array(32)
    const draft = {
      record: `x.${fingerprint(salt).slice(0, 32)}`,
      id: 'one-entry',
      kind: 'incident.reported',
      author: { party: 'a' },
      sequence: 0,
      recorded: '2025-01-25T08:00:00.000Z',
      content: {}
    }
    const { leafOf } = await import('@truce/core/log')
    const of = async (audience?: readonly string[]) => {
      const { entry, body } = await sealEntry(
        { ...draft, ...(audience && { audience, salt }) },
        signers.a
      )
      return { leaf: leafOf(entry, draft.recorded), ...(body && { body }) }
    }
    const [open, hidden] = [await of(), await of(['m'])]
    const bodies = (entry: typeof open, ...parties: readonly (string | undefined)[]) =>
      parties.map((party) => seenBy(readerOf(party), entry).body !== undefined)
    expect(bodies(hidden, undefined, 'm', 'a', 'b', 'x')).toEqual([true, true, true, false, false])
    expect(bodies(open, undefined, 'b')).toEqual([false, false])
    for (const party of ['m', 'b']) expect(seenBy(readerOf(party), hidden).leaf).toBe(hidden.leaf)
    const garbled = { leaf: Uint8Array.of(1, 2, 3), body: Uint8Array.of(1) }
    expect(seenBy(readerOf('m'), garbled).body).toBeUndefined()
  })
})
