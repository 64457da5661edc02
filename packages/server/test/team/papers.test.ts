import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Postgres } from '@truce/host/database'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPostgres, WITH_POSTGRES } from '../../../host/test/cluster.ts'
import { clusterForTests } from '../../../host/test/postgres.ts'
import { packed } from '../../../web/src/team/papers/paper-file.ts'
import {
  fromFile,
  groupsOf,
  keyHash,
  newSecret,
  open,
  publicOf,
  seal,
  toFile
} from '../../../web/src/team/papers/sealed.ts'
import { PostgresTables } from '../../src/team/access/index.ts'
import { PaperShelf } from '../../src/team/papers/shelf.ts'
import { World } from './world.ts'

/** The age program, where one is installed that knows hybrid keys (1.3 and later). */
const AGE = spawnSync('age', ['--version'], { encoding: 'utf8' })
const hasAge = AGE.status === 0 && !/^v?1\.[012]\./.test(AGE.stdout)
if (!hasAge && (process.env['TRUCE_REQUIRE'] ?? '').split(',').includes('age'))
  throw new Error('TRUCE_REQUIRE asks for age 1.3 or later, but there is none')

const TITLE = 'What the president would sign'
const FILE = 'concession-draft.docx'
const WORDS = 'we would give up the northern bridge for the prisoners'
const bytes = new TextEncoder().encode(WORDS)
const base64 = (one: Uint8Array): string => Buffer.from(one).toString('base64')
const folder = mkdtempSync(join(tmpdir(), 'truce-papers-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a paper', () => {
  it('is filled up to the same size whatever is in it, and any tar program unpacks it', () => {
    const sizes = [0, 1, 5000, 13_000].map(
      (length) => packed({ title: 'a', file: 'b', bytes: new Uint8Array(length) }).length
    )
    expect(new Set(sizes)).toEqual(new Set([16_384]))
    const at = join(folder, 'paper.tar')
    const file = `${'../../протокол встречи, очень длинное название '.repeat(4)}.docx`
    writeFileSync(at, packed({ title: TITLE, file, bytes }))
    const names = execFileSync('tar', ['-tf', at, '--quoting-style=literal'], { encoding: 'utf8' })
    const [first, second = '', ...more] = names.trim().split('\n')
    expect([first, more]).toEqual(['paper.json', []])
    expect(second).toMatch(/^_.*\.docx$/)
    const shown = execFileSync('tar', ['-xOf', at, second])
    expect(shown.toString()).toBe(WORDS)
    const about = execFileSync('tar', ['-xOf', at, 'paper.json'], { encoding: 'utf8' })
    expect(JSON.parse(about)).toEqual({ title: TITLE, file })
    const large = new Uint8Array(5_000_001)
    expect(() => packed({ title: '', file: '', bytes: large })).toThrow('too-large')
    expect(packed({ title: '', file: '', bytes: large.subarray(1) })).toHaveLength(5_242_880)
  })
})

describe.skipIf(!hasPostgres)(`sealed papers of a track${WITH_POSTGRES}`, () => {
  const cluster = clusterForTests()
  let database: Postgres
  let world: World
  let track = ''
  const organisations: Record<string, string> = {}
  const secrets: Record<string, string> = {}
  const keys: Record<string, string> = {}

  const done = async (person: string, method: string, path: string, sent: object = {}) => {
    const { status, body } = await world.ask(person, method, path, sent)
    expect([status < 300, body.error]).toEqual([true, undefined])
    return body
  }
  const at = (): string => `/api/team/tracks/${track}/papers`
  const admit = (person: string, organisation = '') =>
    done('med', 'PUT', `/api/team/tracks/${track}/members/${person}`, { body: { organisation } })
  const sealedFor = async (people: readonly string[], words: Uint8Array = bytes, in_ = track) => {
    const wanted = people.map((person) => keys[person] ?? '')
    const files = await seal({ title: TITLE, file: FILE, bytes: words }, in_, wanted)
    const to = await Promise.all(
      people.map(async (person) => ({ person, key: await keyHash(keys[person] ?? '') }))
    )
    return { label: base64(files.label), body: base64(files.body), to }
  }
  const opened = async (person: string, paper: string, number: number) => {
    const { label, body } = await done(person, 'GET', `${at()}/${paper}/seals/${number}`)
    const files = { label: Buffer.from(label, 'base64'), body: Buffer.from(body, 'base64') }
    return open(files, track, secrets[person] ?? '')
  }

  beforeAll(async () => {
    database = await Postgres.open(cluster().url())
    const tables = await PostgresTables.open(database)
    world = new World(tables, { papers: await PaperShelf.open(database) })
    for (const [lead, kind] of [
      ['med', 'mediation'],
      ['sa', 'delegation'],
      ['sb', 'delegation']
    ] as const) {
      const wish = { name: `Of ${lead}`, kind, lead }
      const made = await done('adm', 'POST', '/api/team/organisations', { body: wish })
      organisations[lead] = made.id
    }
    const wish = { name: 'Aside', kind: 'sideline', organisation: organisations['med'] }
    track = (await done('med', 'POST', '/api/team/tracks', { body: wish })).id
    for (const person of ['med', 'sa', 'sb']) {
      secrets[person] = await newSecret()
      keys[person] = await publicOf(secrets[person])
      await done(person, 'POST', '/api/team/keys', { body: { key: keys[person] } })
    }
    await admit('med', organisations['med'])
    await admit('sa', organisations['sa'])
  })
  afterAll(async () => {
    await world?.close()
    await database?.close()
  })

  it('open for those they are sealed to, and for nobody with the whole database in hand', async () => {
    const sealing = await sealedFor(['med', 'sa'])
    const { paper, seal: number } = await done('sa', 'POST', at(), { body: sealing })
    expect(await opened('med', paper, number)).toMatchObject({ title: TITLE, file: FILE })
    expect(new TextDecoder().decode((await opened('sa', paper, number)).bytes)).toBe(WORDS)
    const whole = ['-h', cluster().folder, '-U', 'truce', 'postgres']
    const dump = cluster().program('pg_dump', whole)
    expect(dump).toContain(paper)
    expect(dump).toContain(keys['sa'])
    const hex = (text: string): string => Buffer.from(text).toString('hex')
    for (const secret of [TITLE, FILE, WORDS, 'northern bridge', ...Object.values(secrets)])
      for (const form of [secret, hex(secret), base64(Buffer.from(secret)).slice(0, -4)])
        expect(dump).not.toContain(form)
    expect(dump).not.toMatch(/AGE-SECRET-KEY/i)
    // What is stored opens by a member's key, and by no other.
    const { rows } = await database.run('SELECT label, body FROM truce.paper_seals')
    const kept = rows[0] as unknown as { label: Uint8Array; body: Uint8Array }
    expect((await open(kept, track, secrets['med'] ?? '')).file).toBe(FILE)
    for (const secret of [secrets['sb'] ?? '', await newSecret()])
      await expect(open(kept, track, secret)).rejects.toThrow('changed')
  })

  it('do not exist for whoever is not in the track, be it the administrator', async () => {
    const [first] = (await done('med', 'GET', at())).papers
    const asks = [
      ['GET', at()],
      ['GET', `/api/team/tracks/${track}/keys`],
      ['GET', `${at()}/${first.id}/seals/${first.seals[0].number}`],
      ['POST', at(), { body: await sealedFor(['sa']) }],
      ['POST', `${at()}/${first.id}/seals`, { body: await sealedFor(['sa']) }]
    ] as const
    for (const person of ['sb', 'adm', 'out'])
      for (const [method, path, sent] of asks) {
        const real = await world.ask(person, method, path, sent ?? {})
        const none = await world.ask(person, method, path.replace(track, 'nothing'), sent ?? {})
        expect(real.status).toBe(404)
        expect(JSON.stringify(real.body).replaceAll(track, 'nothing')).toBe(
          JSON.stringify(none.body)
        )
      }
    for (const [method, path, sent] of asks)
      expect((await world.ask('', method, path, sent ?? {})).status).toBe(401)
  })

  it('are sealed anew for somebody who came later, by whoever opens them, and that is noted', async () => {
    const [{ id, mine }] = (await done('sa', 'GET', at())).papers
    await admit('sb', organisations['sb'])
    const [unseen] = (await done('sb', 'GET', at())).papers
    expect(unseen.mine).toBe(null)
    const path = `${at()}/${id}/seals/${mine.seal}`
    expect((await world.ask('sb', 'GET', path)).status).toBe(404)
    // Who cannot open it seals nothing anew.
    const own = await sealedFor(['sb'])
    expect((await world.ask('sb', 'POST', `${at()}/${id}/seals`, { body: own })).status).toBe(404)
    const paper = await opened('sa', id, mine.seal)
    const anew = await sealedFor(['sb'], paper.bytes)
    const { seal: number } = await done('sa', 'POST', `${at()}/${id}/seals`, { body: anew })
    expect(new TextDecoder().decode((await opened('sb', id, number)).bytes)).toBe(WORDS)
    const [seen] = (await done('sb', 'GET', at())).papers
    expect(seen.seals.map(({ by }: { by: string }) => by)).toEqual(['sa', 'sa'])
    expect(seen.mine.seal).toBe(number)
    // Those who had it go on reading what was sealed first.
    expect((await done('med', 'GET', at())).papers[0].mine.seal).toBe(mine.seal)
    const again = await world.ask('sa', 'POST', `${at()}/${id}/seals`, { body: anew })
    expect(again.body.error.code).toBe('sealed-already')
    const { acts } = await done(
      'med',
      'GET',
      `/api/team/organisations/${organisations['med']}/acts`
    )
    const did = acts.map((act: { person: string; verb: string; resource: string }) =>
      [act.person, act.verb, act.resource].join(' ')
    )
    expect(did).toContain(`sa share paper:${track}/${id} person:sb`)
    expect(did).toContain(`sb read paper:${track}/${id}`)
  })

  it('are not sealed to whoever has left, nor to a key that is not the newest', async () => {
    const before = await sealedFor(['med', 'sa', 'sb'])
    await done('med', 'DELETE', `/api/team/tracks/${track}/members/sb`)
    const refused = await world.ask('sa', 'POST', at(), { body: before })
    expect(refused.body.error.code).toBe('members-changed')
    expect((await world.ask('sb', 'GET', at())).status).toBe(404)
    const other = await newSecret()
    await done('sa', 'POST', '/api/team/keys', { body: { key: await publicOf(other) } })
    const old = await world.ask('med', 'POST', at(), { body: await sealedFor(['med', 'sa']) })
    expect(old.body.error.code).toBe('members-changed')
    secrets['sa'] = other
    keys['sa'] = await publicOf(other)
    await done('med', 'POST', at(), { body: await sealedFor(['med', 'sa']) })
    const { members } = await done('med', 'GET', `/api/team/tracks/${track}/keys`)
    const numbers = members.map(({ keys: all }: { keys: object[] }) => all.length)
    expect(numbers).toEqual([1, 2])
    for (const table of ['paper_keys', 'paper_seals'])
      await expect(cluster().sql(`DELETE FROM truce.${table}`)).rejects.toThrow('stay as they are')
  })

  it('that were tampered with, or belong elsewhere, are refused by name', async () => {
    const { label, body, to } = await sealedFor(['med', 'sa'])
    const other = await sealedFor(['med', 'sa'], new TextEncoder().encode('other words'))
    const files = (one: string, two: string) => ({
      label: Buffer.from(one, 'base64'),
      body: Buffer.from(two, 'base64')
    })
    const secret = secrets['med'] ?? ''
    expect((await open(files(label, body), track, secret)).title).toBe(TITLE)
    await expect(open(files(label, body), 'another', secret)).rejects.toThrow('changed')
    await expect(open(files(label, other.body), track, secret)).rejects.toThrow('changed')
    for (const place of [30, 3000, Buffer.from(body, 'base64').length - 1]) {
      const changed = files(label, body)
      changed.body[place] = (changed.body[place] ?? 0) ^ 1
      await expect(open(changed, track, secret)).rejects.toThrow('changed')
    }
    const code = async (sent: object) =>
      (await world.ask('med', 'POST', at(), { body: sent })).body.error?.code
    expect(await code({ label, body: base64(bytes), to })).toBe('not-sealed')
    expect(await code({ label, body: label, to })).toBe('not-padded')
    expect(await code({ label: body, body, to })).toBe('not-padded')
    expect(await code({ label, body, to: to.slice(1) })).toBe('other-keys')
    const scrypt = base64(outside(['scrypt c2FsdA 18'], 16_384))
    expect(await code({ label, body: scrypt, to })).toBe('weak-seal')
    const hybrids = ['mlkem768x25519 a', 'mlkem768x25519 b']
    expect(await code({ label, body: base64(outside(hybrids, 5_242_881)), to })).toBe('too-large')
    expect(await code({ label, body: base64(outside(hybrids, 16_383)), to })).toBe('not-padded')
    const key = { body: { key: secrets['med'] } }
    expect((await world.ask('med', 'POST', '/api/team/keys', key)).body.error.code).toBe('invalid')
  })

  it('have keys that a passphrase keeps in a file, and that are compared by voice', async () => {
    const secret = secrets['med'] ?? ''
    const file = await toFile(secret, 'a few words that are long', 10)
    expect(file).toMatch(/^-----BEGIN AGE ENCRYPTED FILE-----/)
    expect(await fromFile(file, 'a few words that are long')).toBe(secret)
    expect(await fromFile(file, 'other words')).toBe(undefined)
    const groups = await groupsOf(keys['med'] ?? '')
    expect(groups).toHaveLength(12)
    for (const group of groups) expect(group).toMatch(/^\d{5}$/)
    expect(await groupsOf(keys['sa'] ?? '')).not.toEqual(groups)
  })

  it.skipIf(!hasAge)(
    `are opened by another program${hasAge ? '' : ' (skipped: no age 1.3 here)'}`,
    async () => {
      const { body } = await sealedFor(['med'])
      const [paper, key, out] = ['p.age', 'key.txt', 'p.tar'].map((name) => join(folder, name))
      writeFileSync(paper ?? '', Buffer.from(body, 'base64'))
      writeFileSync(key ?? '', `${secrets['med']}\n`)
      execFileSync('age', ['-d', '-i', key ?? '', '-o', out ?? '', paper ?? ''])
      expect(execFileSync('tar', ['-xOf', out ?? '', FILE]).toString()).toBe(WORDS)
      expect(readFileSync(out ?? '')).toHaveLength(16_384)
    }
  )
})

/** The outside of an age file by its specification: keys, then a nonce and chunks of 64 KiB with a tag each. */
function outside(keys: readonly string[], size: number): Uint8Array {
  const stanzas = keys.map((key) => `-> ${key}\nAAAA\n`).join('')
  const head = Buffer.from(`age-encryption.org/v1\n${stanzas}--- AAAA\n`)
  return Buffer.concat([head, Buffer.alloc(16 + size + 16 * Math.ceil(size / 65_536))])
}
