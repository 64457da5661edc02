import { base64, keyId, sealEntry } from '@truce/core/log'
import { newSigner } from '@truce/host/record'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MemoryTables } from '../../src/team/access/index.ts'
import type { TableName, Where } from '../../src/team/access/tables.ts'
import { texts } from '../server.ts'
import { SIDES, until, World } from './world.ts'

/**
 * Who should see and do what, written out by hand, person by person, and not derived from anything in
 * the program. `med` mediates; `sa` and `sb` are the two sides; `mis` is the mission. Each has a
 * lead, an analyst, a reader and a monitor (-l, -a, -r, -m). In the sideline track are med-l, sa-a,
 * sb-m and mis-r. `adm` administers; `out` has an account and nothing else.
 *
 *   common  the mediation's; shared with side A to read, with the mission to write
 *   draft   side A's own; shared with the mediation to write, with the track to read
 *   secret  side B's own, shared with nobody
 *   aside   side B's own, shared with side A to read, set aside
 *
 * r reads it, w writes it, x sets it aside and brings it back, s shares it, c begins records of it.
 */
const CASES = `
          common  draft   secret  aside
  med-l   rwxsc   rw      .       .
  med-a   rwx     rw      .       .
  med-r   r       r       .       .
  med-m   .       .       .       .
  sa-l    r       rwxsc   .       r
  sa-a    r       rwx     .       r
  sa-r    r       r       .       r
  sa-m    .       .       .       .
  sb-l    .       .       rwxsc   rxs
  sb-a    .       .       rwx     rx
  sb-r    .       .       r       r
  sb-m    .       r       .       .
  mis-l   rw      .       .       .
  mis-a   rw      .       .       .
  mis-r   r       r       .       .
  mis-m   .       .       .       .
  adm     .       .       .       .
  out     .       .       .       .`

/**
 * The records. `joint`: of `common`, kept by the mediation; side A and the mission take part.
 * `own`: of `secret`, kept by side B, in which nobody else takes part.
 * r reads it, t reads the text of its case, f files for its party, k keeps it, a reads who read it
 * and says who takes part.
 */
const RECORDS = `
          joint   own
  med-l   rtfka   .
  med-a   rtfk    .
  med-r   rt      .
  med-m   rf      .
  sa-l    rtf     .
  sa-a    rtf     .
  sa-r    rt      .
  sa-m    rf      .
  sb-l    .       rtfka
  sb-a    .       rtfk
  sb-r    .       rt
  sb-m    .       rf
  mis-l   rtf     .
  mis-a   rtf     .
  mis-r   rt      .
  mis-m   rf      .
  adm     .       .
  out     .       .`

/** Which confidential bodies of `joint` are read: by side A for the mediation, by the mission for side A. */
const BODIES: Readonly<Record<string, readonly string[]>> = {
  med: ['for-mediator'],
  sa: ['for-mediator', 'for-side-a'],
  mis: ['for-side-a']
}

type Row = Readonly<Record<string, string>>
const table = (text: string): Readonly<Record<string, Row>> => {
  const [head = '', ...rows] = text.split('\n').filter((line) => line.trim() !== '')
  const names = head.trim().split(/\s+/)
  return Object.fromEntries(
    rows.map((row) => {
      const [person = '', ...cells] = row.trim().split(/\s+/)
      return [person, Object.fromEntries(names.map((name, place) => [name, cells[place] ?? '']))]
    })
  )
}
const [cases, records] = [table(CASES), table(RECORDS)]
const people = Object.keys(cases)

const world = new World(new MemoryTables())
const ids: Record<string, string> = {}
const organisations: Record<string, string> = {}
let track = ''
afterAll(() => world.close())

const may = (person: string, name: string, letter: string): boolean =>
  (cases[person]?.[name] ?? records[person]?.[name] ?? '').includes(letter)
const idOf = (name: string): string => ids[name] ?? ''

async function done(person: string, method: string, path: string, sent: object = {}) {
  const answer = await world.ask(person, method, path, sent)
  expect([answer.status, answer.body.error]).toEqual([expect.toSatisfy((s) => s < 300), undefined])
  return answer.body
}

beforeAll(async () => {
  const kinds = { med: 'mediation', sa: 'delegation', sb: 'delegation', mis: 'mission' }
  for (const [short, kind] of Object.entries(kinds)) {
    const wish = { name: `Of ${short}`, kind, lead: `${short}-l` }
    organisations[short] = (await done('adm', 'POST', '/api/team/organisations', { body: wish })).id
    for (const [letter, role] of [
      ['a', 'analyst'],
      ['r', 'reader'],
      ['m', 'monitor']
    ] as const)
      await done(
        `${short}-l`,
        'PUT',
        `/api/team/organisations/${organisations[short]}/members/${short}-${letter}`,
        { body: { role } }
      )
  }
  const { med, sa, sb, mis } = organisations
  const open = { name: 'Sideline', kind: 'sideline', organisation: med }
  track = (await done('med-l', 'POST', '/api/team/tracks', { body: open })).id
  const admitted = { 'med-l': med, 'sa-a': sa, 'sb-m': sb, 'mis-r': mis }
  for (const [person, organisation] of Object.entries(admitted))
    await done('med-l', 'PUT', `/api/team/tracks/${track}/members/${person}`, {
      body: { organisation }
    })
  const owners = { common: 'med-l', draft: 'sa-l', secret: 'sb-l', aside: 'sb-l' }
  for (const [name, owner] of Object.entries(owners))
    ids[name] = (
      await done(owner, 'POST', '/api/cases', {
        body: { from: 'files', id: 'paper', files: texts(SIDES.replace('Small', `The ${name}`)) }
      })
    ).id
  const share = (owner: string, at: string, right: string) =>
    done(owner, 'PUT', `/api/team/cases/${at}`, { body: { may: right } })
  await share('med-l', `${ids['common']}/shares/organisation/${sa}`, 'read')
  await share('med-l', `${ids['common']}/shares/organisation/${mis}`, 'write')
  await share('sa-l', `${ids['draft']}/shares/organisation/${med}`, 'write')
  await world.access.tables.put('share', {
    case_id: idOf('draft'),
    kind: 'track',
    target: track,
    may: 'read'
  })
  await world.access.tables.put('share', {
    case_id: idOf('aside'),
    kind: 'organisation',
    target: sa ?? '',
    may: 'read'
  })
  await done('sb-l', 'DELETE', `/api/cases/${ids['aside']}`)
  await beginRecords()
})

async function beginRecords(): Promise<void> {
  const signers = { a: await newSigner(), b: await newSigner(), m: await newSigner() }
  const o = await newSigner()
  const key = (party: string, signer: { readonly publicKey: Uint8Array }, role = 'head') => ({
    party,
    role,
    publicKey: base64(signer.publicKey)
  })
  const keys = [key('a', signers.a), key('b', signers.b), key('m', signers.m), key('o', o)]
  const begin = async (owner: string, of: string, operator: string) =>
    (
      await done(owner, 'POST', `/api/cases/${ids[of]}/records`, {
        body: { title: 'Trial', operator, exercise: true, keys }
      })
    ).id
  ids['joint'] = await begin('med-l', 'common', 'm')
  ids['own'] = await begin('sb-l', 'secret', 'b')
  const parts = `/api/team/cases/${ids['common']}/records/${ids['joint']}/participants`
  await done('med-l', 'PUT', `${parts}/${organisations['sa']}`, { body: { party: 'a' } })
  await done('med-l', 'PUT', `${parts}/${organisations['mis']}`, { body: { party: 'o' } })
  const sealed = async (party: 'a', audience: readonly string[], id: string) => {
    const at = `/api/cases/${ids['common']}/records/${ids['joint']}`
    const before = await done('sa-l', 'GET', `${at}/before?key=${keyId(signers[party].publicKey)}`)
    const { entry, body } = await sealEntry(
      {
        record: before.record,
        sequence: before.sequence,
        id,
        author: { party },
        recorded: new Date().toISOString(),
        kind: 'incident.reported',
        content: {
          occurred: { at: new Date().toISOString(), precision: 'minute' },
          place: { name: 'crossing' },
          category: 'fire',
          means: ['saw']
        } as never,
        audience,
        salt: crypto.getRandomValues(new Uint8Array(32))
      },
      signers[party]
    )
    const entries = [{ entry, ...(body && { body: base64(body) }) }]
    // One's own organisation alone hands in for its party, also where the signature is right.
    const other = await world.ask('mis-l', 'POST', `${at}/entries`, { body: { entries } })
    expect(other.body.results[0].problems[0]).toMatchObject({ code: 'wrong-party' })
    const { results } = await done('sa-l', 'POST', `${at}/entries`, { body: { entries } })
    expect(results[0]).toMatchObject({ outcome: 'received' })
  }
  await sealed('a', ['m'], 'for-mediator')
  await sealed('a', ['o'], 'for-side-a')
}

/** The answer of an id that nothing bears, to be compared with one that is not to be seen. */
async function asNothing(person: string, method: string, path: string, sent: object) {
  const nothing = { case: 'paper-00000000', record: 'ffffffffffff' }
  const strange = (text: string): string =>
    Object.entries(ids).reduce(
      (all, [name, id]) => all.replaceAll(id, name in RECORD_OF ? nothing.record : nothing.case),
      text
    )
  const [real, none] = [
    await world.ask(person, method, path, sent),
    await world.ask(person, method, strange(path), sent)
  ]
  expect({ ...real, body: JSON.parse(strange(JSON.stringify(real.body))) }).toEqual(none)
  expect(real.status).toBe(404)
}

const isOf =
  (wanted: string) =>
  ({ record }: { readonly record: string }): boolean =>
    record === wanted

const atob64 = (text: string): string => Buffer.from(text, 'base64').toString('utf8')

const RECORD_OF: Readonly<Record<string, string>> = { joint: 'common', own: 'secret' }

/** What each letter lets do, with requests that leave everything as it was. */
const ways = (name: string): readonly (readonly [string, string, string, object?])[] => {
  const at = `/api/cases/${idOf(name)}`
  const team = `/api/team/cases/${idOf(name)}`
  const files = texts(SIDES.replace('Small', `The ${name}`))
  const live: readonly (readonly [string, string, string, object?])[] =
    name === 'aside'
      ? []
      : [
          ['r', 'GET', at],
          ['w', 'PUT', at, { body: { files, base: 1 } }],
          ['c', 'POST', `${at}/records`, { body: { title: 'T', operator: 'nobody', keys: [] } }]
        ]
  return [
    ...live,
    ['r', 'GET', `${at}/versions`],
    ['r', 'GET', `${at}/versions/1`],
    ['r', 'GET', `${at}/diff?from=1&to=1`],
    ['r', 'GET', `${team}/here`],
    ['s', 'GET', `${team}/shares`],
    ['s', 'DELETE', `${team}/shares/organisation/none`],
    ['s', 'PUT', `${team}/shares/organisation/none`, { body: { may: 'read' } }]
  ]
}

const recordWays = (name: string): readonly (readonly [string, string, string, object?])[] => {
  const at = `${idOf(RECORD_OF[name] ?? '')}/records/${idOf(name)}`
  return [
    ['r', 'GET', `/api/cases/${at}`],
    ['t', 'GET', `/api/cases/${at}/case`],
    ['r', 'GET', `/api/cases/${at}/field`],
    ['r', 'GET', `/api/cases/${at}/checkpoints`],
    ['f', 'POST', `/api/cases/${at}/cosigned`, { body: { note: 'x' } }],
    [
      't',
      'POST',
      `/api/cases/${at}/daily`,
      { body: { to: 'html', day: '2025-01-01', zone: 'UTC', cutOff: '00:00' } }
    ],
    ['r', 'GET', `/api/cases/${at}/entries`],
    ['r', 'GET', `/api/cases/${at}/export`],
    ['r', 'GET', `/api/cases/${at}/before?key=0123456789abcdef`],
    ['r', 'GET', `/api/cases/${at}/checkpoint?size=999`],
    ['r', 'GET', `/api/team/cases/${at}/participants`],
    ['f', 'POST', `/api/cases/${at}/entries`, { body: { entries: [{ entry: {} }] } }],
    ['k', 'POST', `/api/cases/${at}/written`, { body: { kind: 'none', content: {} } }],
    ['k', 'POST', `/api/cases/${at}/clock`, { body: { to: 'x', text: 'x' } }],
    ['a', 'GET', `/api/cases/${at}/reads`],
    ['a', 'PUT', `/api/team/cases/${at}/participants/none`, { body: { party: 'a' } }],
    ['a', 'DELETE', `/api/team/cases/${at}/participants/none`]
  ]
}

/** Answers that show the asker got past the question whether they may. */
const PASSED = [
  'no-such-organisation',
  'no-such-entry',
  'unknown-party',
  'no-checkpoint',
  'bad-checkpoint',
  'invalid'
]

async function asExpected(
  person: string,
  name: string,
  [letter, method, path, sent = {}]: readonly [string, string, string, object?]
): Promise<void> {
  if (!may(person, name, 'r')) return asNothing(person, method, path, sent)
  const { status, body } = await world.ask(person, method, path, sent)
  const passed = status < 300 || PASSED.includes(body.error?.code)
  const told = may(person, name, letter) ? passed : status === 403 && !passed
  expect(told, `${person} ${method} ${path}: ${status} ${JSON.stringify(body)}`).toBe(true)
}

describe.each(people)('%s', (person) => {
  const names = ['common', 'draft', 'secret', 'aside']
  const visible = (letter: string, of: readonly string[]) =>
    of.filter((name) => may(person, name, letter)).map(idOf)

  it('does with each case what the table says, and no more', async () => {
    for (const name of names) for (const way of ways(name)) await asExpected(person, name, way)
  })

  it('does with each record what the table says, and no more', async () => {
    for (const name of ['joint', 'own'])
      for (const way of recordWays(name)) await asExpected(person, name, way)
  })

  it('sets aside and brings back what the table says', async () => {
    for (const name of names.slice(0, 3)) {
      const at = `/api/cases/${idOf(name)}`
      const gone = await world.ask(person, 'DELETE', at)
      expect(gone.status).toBe(may(person, name, 'x') ? 200 : may(person, name, 'r') ? 403 : 404)
      if (gone.status === 200) {
        expect(gone.body.cases).toEqual(
          [idOf(name), ...(may(person, 'aside', 'x') ? [idOf('aside')] : [])].sort()
        )
        await done(person, 'POST', `/api/removed/${idOf(name)}`)
      } else if (!may(person, name, 'r')) await asNothing(person, 'DELETE', at, {})
    }
    if (!may(person, 'aside', 'r'))
      await asNothing(person, 'POST', `/api/removed/${ids['aside']}`, {})
    else if (!may(person, 'aside', 'x'))
      expect((await world.ask(person, 'POST', `/api/removed/${ids['aside']}`)).status).toBe(403)
  })

  it('is shown in every list exactly what is theirs', async () => {
    const listed = await done(person, 'GET', '/api/cases')
    expect(listed.cases.map(({ id }: { id: string }) => id)).toEqual(
      visible('r', names.slice(0, 3)).sort()
    )
    expect(listed.passedBy).toEqual([])
    expect((await done(person, 'GET', '/api/removed')).cases).toEqual(visible('x', ['aside']))
    const me = await done(person, 'GET', '/api/team/me')
    expect(me.cases.map(({ id }: { id: string }) => id)).toEqual(visible('r', names).sort())
    expect(me.records.map(({ record }: { record: string }) => record)).toEqual(
      visible('r', ['joint', 'own'])
    )
    const own = await done(person, 'GET', '/api/team/records')
    const told = visible('r', ['joint', 'own']).map((id) => own.records.find(isOf(id)))
    expect(own.records.length).toBe(told.length)
    for (const one of told) {
      const name = one.record === ids['joint'] ? 'joint' : 'own'
      const letters = { text: 't', file: 'f', keep: 'k' }
      const able = Object.entries(letters).filter(([, letter]) => may(person, name, letter))
      expect(one.may).toEqual(able.map(([verb]) => verb))
      expect(one.readsCase).toBe(may(person, RECORD_OF[name] ?? '', 'r'))
    }
    for (const [record, of] of Object.entries(RECORD_OF)) {
      const answer = await world.ask(person, 'GET', `/api/cases/${ids[of]}/records`)
      const known = may(person, record, 'r') || may(person, of, 'r')
      expect(answer.status).toBe(known ? 200 : 404)
      if (known)
        expect(answer.body.records.map(({ id }: { id: string }) => id)).toEqual(
          visible('r', [record])
        )
    }
    const everything = JSON.stringify([listed, me, own])
    // Whoever takes part in a record knows the id of its case, which stands in its address.
    const addresses = Object.entries(RECORD_OF).filter(([record]) => may(person, record, 'r'))
    const known = new Set(addresses.map(([, of]) => of))
    for (const name of [...names, 'joint', 'own'])
      if (!may(person, name, 'r') && !known.has(name)) expect(everything).not.toContain(idOf(name))
  })

  it('reads the bodies for its party alone, however it asks', async () => {
    if (!may(person, 'joint', 'r')) return
    const wanted = BODIES[person.split('-')[0] ?? ''] ?? []
    const at = `/api/cases/${ids['common']}/records/${ids['joint']}`
    const count = async (path: string): Promise<number> => {
      const text = JSON.stringify(await done(person, 'GET', path))
      return text.split('body').length - 1
    }
    expect(await count(`${at}/entries`)).toBe(wanted.length)
    expect(await count(`${at}/export`)).toBe(wanted.length)
    expect(await count(`${at}/entries?for=b`)).toBe(0)
    const report = { to: 'markdown', zone: 'UTC', cutOff: '00:00' }
    const told = await Promise.all(
      [0, 1].map(async (later) => {
        const day = new Date(Date.now() + later * 86_400_000).toISOString().slice(0, 10)
        const sent = { body: { ...report, day } }
        const { status, body } = await world.ask(person, 'POST', `${at}/daily`, sent)
        expect(status).toBe(may(person, 'joint', 't') ? 200 : 403)
        return status === 200 ? body : ''
      })
    )
    for (const id of ['for-mediator', 'for-side-a'])
      expect([id, told.join('').includes(id)]).toEqual([
        id,
        wanted.includes(id) && may(person, 'joint', 't')
      ])
    const own = { med: 'm', sa: 'a', mis: 'o' }[person.split('-')[0] ?? ''] ?? ''
    for (const party of ['a', 'm', 'o'])
      expect(await count(`${at}/export?for=${party}`)).toBe(party === own ? wanted.length : 0)
  })

  it('hears of changes of what it may see, and of nothing else', async () => {
    const open = await Promise.all(
      names.slice(0, 3).map((name) => world.stream(person, `/api/cases/${ids[name]}/events`))
    )
    const at = (name: string) => `/api/cases/${ids[RECORD_OF[name] ?? '']}/records/${ids[name]}`
    const heard = await Promise.all(
      ['joint', 'own'].map((name) => world.stream(person, `${at(name)}/events`))
    )
    expect(open.map(({ status }) => status)).toEqual(
      names.slice(0, 3).map((name) => (may(person, name, 'r') ? 200 : 404))
    )
    expect(heard.map(({ status }) => status)).toEqual(
      ['joint', 'own'].map((name) => (may(person, name, 'r') ? 200 : 404))
    )
    for (const one of [...open, ...heard]) one.stop()
  })

  it('manages, audits and administers what its role lets it', async () => {
    const lead = person.endsWith('-l') ? person.split('-')[0] : undefined
    for (const [short, id] of Object.entries(organisations)) {
      const member = person.startsWith(`${short}-`)
      const at = `/api/team/organisations/${id}`
      const code = (allowed: boolean): number => (allowed ? 200 : member ? 403 : 404)
      const asked = [
        [(await world.ask(person, 'GET', `${at}/acts`)).status, code(lead === short)],
        [(await world.ask(person, 'GET', `${at}/members`)).status, member ? 200 : 404]
      ]
      const role = { body: { role: 'reader' } }
      const put = await world.ask(person, 'PUT', `${at}/members/${short}-r`, role)
      asked.push([put.status, person === 'adm' ? 403 : code(lead === short)])
      const gone = await world.ask(person, 'DELETE', `${at}/members/nobody`)
      asked.push([gone.status, lead === short ? 404 : code(false)])
      expect(asked.map(([is]) => is)).toEqual(asked.map(([, wanted]) => wanted))
    }
    const wish = { name: 'X', kind: 'observers', lead: 'x' }
    const made = await world.ask(person, 'POST', '/api/team/organisations', { body: wish })
    expect(made.status).toBe(person === 'adm' ? 201 : 403)
    expect((await world.ask(person, 'GET', '/api/team/acts')).status).toBe(
      person === 'adm' ? 200 : 403
    )
    const inTrack = ['med-l', 'sa-a', 'sb-m', 'mis-r'].includes(person)
    const { tracks } = await done(person, 'GET', '/api/team/tracks')
    expect(tracks.map(({ name }: { name: string | null }) => name)).toEqual(
      inTrack ? ['Sideline'] : person === 'adm' ? [null] : []
    )
    expect((await world.ask(person, 'GET', `/api/team/tracks/${track}/members`)).status).toBe(
      inTrack ? 200 : 404
    )
  })
})

describe('of a case, whoever only files in its record', () => {
  /** All that the text says beside who the parties are. */
  const WORDS = ['The common', 'Water', 'water', 'Halves', 'it counts', 'Ours', 'interests']
  it('is told who the parties are, and nothing else by any door', async () => {
    const at = `/api/cases/${ids['common']}/records/${ids['joint']}`
    const field = await done('mis-m', 'GET', `${at}/field`)
    expect(field).toEqual({
      parties: [
        { id: 'a', name: 'A', kind: 'state' },
        { id: 'b', name: 'B', kind: 'state' },
        { id: 'm', name: 'M', kind: 'state' },
        { id: 'o', name: 'O', kind: 'state' }
      ],
      zone: 'UTC'
    })
    const asked = [
      ...ways('common').map(([, method, path, sent]) => [method, path, sent] as const),
      ...recordWays('joint').map(([, method, path, sent]) => [method, path, sent] as const),
      ['GET', '/api/team/me', {}] as const,
      ['GET', '/api/team/records', {}] as const,
      ['GET', `/api/cases/${ids['common']}/records`, {}] as const
    ]
    for (const person of ['med-m', 'sa-m', 'mis-m'])
      for (const [method, path, sent] of asked) {
        const { body } = await world.ask(person, method, path, sent)
        const text = JSON.stringify(body)
        // Leaves are in base 64. The first of them names the case it is of, as everybody in it knows.
        const leaves = [...text.matchAll(/[A-Za-z0-9+/]{40,}={0,2}/g)].map(([one]) => atob64(one))
        const told = [text, ...leaves].join('\n').replaceAll('"title":"The common"', '')
        for (const word of WORDS)
          expect([person, path, told.includes(word)]).toEqual([person, path, false])
      }
  })
})

describe('whom one may take into a track', () => {
  const offered = async (person: string) =>
    (await done(person, 'GET', `/api/team/tracks/${track}/candidates`)).people
  const of = (person: string, short: string) => ({
    person,
    name: person.toUpperCase(),
    organisation: organisations[short]
  })

  it('is offered by name to its leads alone, and shows nobody of another organisation', async () => {
    expect(await offered('med-l')).toEqual(['med-a', 'med-m', 'med-r'].map((one) => of(one, 'med')))
    for (const person of people) {
      const { status, body } = await world.ask(
        person,
        'GET',
        `/api/team/tracks/${track}/candidates`
      )
      const inTrack = ['sa-a', 'sb-m', 'mis-r'].includes(person)
      expect([person, status]).toEqual([person, person === 'med-l' ? 200 : inTrack ? 403 : 404])
      if (person !== 'med-l') expect(body.people).toBeUndefined()
    }
  })

  it('is whoever made themselves known, for as long as they are a member and leave it so', async () => {
    const { med, sa, sb } = organisations
    const put = (person: string, to = med, home = sa) =>
      world.ask(person, 'PUT', `/api/team/introductions/${to}`, { body: { home } })
    expect((await put('sa-r')).body.introductions).toEqual([{ organisation: med, home: sa }])
    expect(await offered('med-l')).toContainEqual(of('sa-r', 'sa'))
    // As nobody else’s member, to nobody who does not mediate, and not to who is not to be seen.
    expect((await put('sa-r', med, sb)).status).toBe(404)
    expect((await put('sa-r', sa)).body.error.code).toBe('not-a-mediator')
    expect((await put('mis-r', sb, organisations['mis'])).status).toBe(404)
    for (const person of ['sa-l', 'sb-l', 'out'])
      expect((await done(person, 'GET', '/api/team/introductions')).introductions).toEqual([])
    await done('sa-r', 'DELETE', `/api/team/introductions/${med}`)
    expect(await offered('med-l')).not.toContainEqual(of('sa-r', 'sa'))
    expect((await world.ask('sa-r', 'DELETE', `/api/team/introductions/${med}`)).status).toBe(404)
    await put('sa-r')
    const member = `/api/team/organisations/${sa}/members/sa-r`
    await done('sa-l', 'DELETE', member)
    await done('sa-l', 'PUT', member, { body: { role: 'reader' } })
    expect(await offered('med-l')).not.toContainEqual(of('sa-r', 'sa'))
  })
})

describe('what is told with acts and lists', () => {
  it('names things as they are called, to whoever may see them', async () => {
    const told = await done('sa-l', 'GET', `/api/team/organisations/${organisations['sa']}/acts`)
    expect(told.names).toMatchObject({
      [`case:${ids['draft']}`]: 'The draft',
      'person:sa-a': 'SA-A'
    })
    const others = await done(
      'med-l',
      'GET',
      `/api/team/organisations/${organisations['med']}/acts`
    )
    expect(others.names).toMatchObject({
      [`case:${ids['common']}`]: 'The common',
      [`record:${ids['common']}/${ids['joint']}`]: 'Trial'
    })
    const early = `/api/team/organisations/${organisations['med']}/acts?before=60`
    expect((await done('med-l', 'GET', early)).names).toMatchObject({
      [`track:${track}`]: 'Sideline',
      'person:sa-a': 'SA-A'
    })
    for (const { names } of [told, others]) expect(JSON.stringify(names)).not.toContain('secret')
    expect((await done('adm', 'GET', '/api/team/acts')).names).toMatchObject({
      [`organisation:${organisations['med']}`]: 'Of med'
    })
  })

  it('tells by which share a case came, and whose it is', async () => {
    const { cases: told } = await done('sb-m', 'GET', '/api/team/me')
    expect(told).toEqual([
      {
        ...{ id: ids['draft'], organisation: organisations['sa'], may: [] },
        through: [{ kind: 'track', target: track }]
      }
    ])
    const { organisations: seen } = await done('sb-m', 'GET', '/api/team/organisations')
    expect(seen.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Of med',
      'Of sa',
      'Of sb'
    ])
  })

  it('offers the parties of a record by name', async () => {
    const at = `/api/team/cases/${ids['common']}/records/${ids['joint']}/participants`
    expect((await done('med-l', 'GET', at)).parties).toEqual(
      ['a', 'b', 'm', 'o'].map((id) => ({ id, name: id.toUpperCase() }))
    )
  })
})

describe('the whole', () => {
  it('answers nobody who is not signed in', async () => {
    for (const way of [...ways('common'), ...recordWays('joint')])
      expect((await world.ask('', way[1], way[2], way[3])).status).toBe(401)
  })

  it('gives the id of a new case no sign of whether it was taken', async () => {
    const [first, second] = [
      await done('sb-l', 'POST', '/api/cases', { body: { from: 'new', id: 'hidden' } }),
      await done('sa-l', 'POST', '/api/cases', { body: { from: 'new', id: 'hidden' } })
    ]
    for (const { id } of [first, second]) expect(id).toMatch(/^hidden-[0-9a-f]{8}$/)
  })

  it('takes no letters for a new case that another has already', async () => {
    // As if the letters that are drawn first were those of a case of somebody else.
    class Crowded extends MemoryTables {
      taken: string | undefined
      override async find<N extends TableName>(name: N, where: Where<N>) {
        const asked: Readonly<Record<string, readonly string[] | undefined>> = where
        const [id, ...more] = (name === 'ownership' && asked['case_id']) || []
        if (this.taken === undefined && id?.startsWith('river-') && more.length === 0) {
          this.taken = id
          await this.put('ownership', { case_id: id, organisation: 'others' })
        }
        return super.find(name, where)
      }
    }
    const tables = new Crowded()
    const crowded = new World(tables)
    const wish = { name: 'One', kind: 'delegation', lead: 'one' }
    await crowded.ask('adm', 'POST', '/api/team/organisations', { body: wish })
    const made = await crowded.ask('one', 'POST', '/api/cases', {
      body: { from: 'new', id: 'river' }
    })
    expect(made.status).toBe(201)
    expect(tables.taken).toMatch(/^river-/)
    expect(made.body.id).not.toBe(tables.taken)
    expect(await tables.find('ownership', { case_id: [tables.taken ?? ''] })).toEqual([
      { case_id: tables.taken, organisation: 'others' }
    ])
    await crowded.close()
  })

  it('numbers what was done for each organisation, and tells none how much others did', async () => {
    const numbers = async (before = '') =>
      (
        await done('sa-l', 'GET', `/api/team/organisations/${organisations['sa']}/acts${before}`)
      ).acts.map(({ number }: { number: number }) => number)
    await done('sa-l', 'GET', `/api/cases/${ids['draft']}`)
    const first = (await numbers())[0]
    for (let times = 0; times < 5; times++)
      await done('sb-l', 'GET', `/api/cases/${idOf('secret')}`)
    await done('sa-l', 'GET', `/api/cases/${ids['draft']}`)
    const now = await numbers()
    expect(now[0]).toBe(first + 1)
    expect(now).toEqual(now.map((_: number, place: number) => first + 1 - place))
    expect(await numbers(`?before=${first}`)).toEqual(now.slice(2))
    expect(await numbers('?before=1')).toEqual([])
  })

  it('says nothing of what others have asked: no answer from memory that was not one’s own', async () => {
    const body = { files: texts(SIDES.replace('Small', 'The secret')), settings: { draws: 10 } }
    const cache = async (person: string) =>
      (await world.ask(person, 'POST', '/api/check', { body })).headers['x-truce-cache']
    expect(await cache('sb-l')).toBe('miss')
    expect(await cache('sb-l')).toBe('hit')
    expect(await cache('sa-l')).toBe('miss')
  })

  it('ends a stream at once with the right to it, and tells who is here to those who may know', async () => {
    const path = `/api/cases/${ids['common']}/events`
    const [lead, side, other] = await Promise.all([
      world.stream('med-l', path),
      world.stream('sa-r', path),
      world.stream('mis-r', path)
    ])
    await until(() => lead.text.includes('"SA-R"') && lead.text.includes('"MIS-R"'))
    await until(() => side.text.includes('event: here') && other.text.includes('event: here'))
    // Neither side learns with whom the case is shared besides.
    expect(side.text).not.toContain('MIS-R')
    expect(other.text).not.toContain('SA-R')
    const share = `/api/team/cases/${ids['common']}/shares/organisation/${organisations['sa']}`
    await done('med-l', 'DELETE', share)
    await until(() => side.ended)
    const state = await done('med-l', 'GET', `/api/cases/${ids['common']}`)
    const files = texts(SIDES.replace('Small', 'The other'))
    await done('med-l', 'PUT', `/api/cases/${ids['common']}`, {
      body: { files, base: state.version }
    })
    await until(() => other.text.includes('event: changed'))
    expect(side.text).not.toContain('event: changed')
    world.signedOut.add('mis-r')
    await done('med-l', 'PUT', share, { body: { may: 'read' } })
    await until(() => other.ended)
    world.signedOut.delete('mis-r')
    expect(lead.ended).toBe(false)
    lead.stop()
  })

  it('keeps who did what, for the leads of the organisation whose papers they are', async () => {
    const { acts } = await done(
      'sa-l',
      'GET',
      `/api/team/organisations/${organisations['sa']}/acts`
    )
    expect(acts).toContainEqual(
      expect.objectContaining({ person: 'med-r', verb: 'read', resource: `case:${ids['draft']}` })
    )
    expect(JSON.stringify(acts)).not.toContain(idOf('secret'))
  })

  it('lets nobody read in a record as somebody else, and no organisation be left without a lead', async () => {
    const at = `/api/team/cases/${ids['common']}/records/${ids['joint']}/participants`
    const put = (organisation: string, party: string) =>
      world.ask('med-l', 'PUT', `${at}/${organisations[organisation]}`, { body: { party } })
    expect((await put('med', 'a')).body.error.code).toBe('another-party')
    expect((await put('sb', 'a')).body.error.code).toBe('party-taken')
    await done('med-l', 'DELETE', `${at}/${organisations['sa']}`)
    expect((await put('sa', 'b')).body.error.code).toBe('another-party')
    expect((await put('med', 'a')).body.error.code).toBe('another-party')
    const member = `/api/team/organisations/${organisations['sa']}/members/sa-l`
    expect((await world.ask('sa-l', 'DELETE', member)).body.error.code).toBe('last-lead')
    expect(
      (await world.ask('sa-l', 'PUT', member, { body: { role: 'reader' } })).body.error.code
    ).toBe('last-lead')
    const appoint = { body: { role: 'lead' } }
    const self = `/api/team/organisations/${organisations['sa']}/members/adm`
    expect((await world.ask('adm', 'PUT', self, appoint)).status).toBe(403)
  })

  it('keeps a lead also where two take each other’s part at one moment', async () => {
    const wish = { name: 'Two', kind: 'observers', lead: 'two-a' }
    const { id } = await done('adm', 'POST', '/api/team/organisations', { body: wish })
    const at = `/api/team/organisations/${id}/members`
    const put = (by: string, person: string, role: string) =>
      world.ask(by, 'PUT', `${at}/${person}`, { body: { role } })
    const leads = async () =>
      (await world.tables.find('member', { organisation: [id], role: ['lead'] })).length
    await put('two-a', 'two-b', 'lead')
    await Promise.all([put('two-a', 'two-b', 'reader'), put('two-b', 'two-a', 'reader')])
    expect(await leads()).toBeGreaterThan(0)
    for (const person of ['two-a', 'two-b'])
      await world.tables.put('member', { organisation: id, person, role: 'lead' })
    const gone = (by: string, person: string) => world.ask(by, 'DELETE', `${at}/${person}`)
    await Promise.all([gone('two-a', 'two-b'), gone('two-b', 'two-a')])
    expect(await leads()).toBeGreaterThan(0)
  })

  it('takes nobody of another organisation in without their doing', async () => {
    const at = `/api/team/organisations/${organisations['sa']}/members`
    // To share an organisation is to be seen wherever one is: its lead would learn with whom a case is shared.
    const drafted = await world.ask('sa-l', 'PUT', `${at}/sb-l`, { body: { role: 'reader' } })
    expect([drafted.status, drafted.body.error.code]).toEqual([409, 'elsewhere'])
    const mine = (await done('sb-l', 'GET', '/api/team/me')).organisations
    expect(mine.map(({ id }: { id: string }) => id)).toEqual([organisations['sb']])
    await done('sa-l', 'PUT', `${at}/sa-r`, { body: { role: 'reader' } })
  })

  it('failed nowhere', () => expect(world.failures).toEqual([]))
})
