import { base64 } from '@truce/core/log'
import { newSigner } from '@truce/host/record'
import { expect } from 'vitest'
import { texts } from '../server.ts'
import { SIDES, type World } from './world.ts'

const ROLES = ['lead', 'analyst', 'reader', 'monitor'] as const
const ORGANISATIONS = ['med', 'sa', 'sb'] as const
const OTHERS = ['p', 'q', 'r', 's'] as const

/** What stands at one moment, in the plainest form: lists, looked through from one end to the other. */
interface Standing {
  readonly members: { organisation: string; person: string; role: string }[]
  readonly inTrack: { person: string; organisation: string }[]
  readonly shares: { of: string; kind: string; target: string; may: string }[]
  readonly parts: { organisation: string; party: string }[]
  readonly introduced: { person: string; home: string }[]
}

/** The same numbers on every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/**
 * Changes memberships, tracks, shares and parts at random; after each, everybody lists, reads and
 * may write exactly what a plain model says. Resolves to how many things were compared.
 */
export async function changesAgree(world: World, seed: number, steps: number): Promise<number> {
  const next = numbers(seed)
  const pick = <T>(from: readonly T[]): T => from[next(from.length)] as T
  const made = await setUp(world)
  const { ids, organisation, track } = made
  const state: Standing = {
    members: ORGANISATIONS.map((one) => ({ organisation: one, person: `${one}-l`, role: 'lead' })),
    inTrack: [],
    shares: [],
    parts: [{ organisation: 'med', party: 'm' }],
    introduced: []
  }
  const drop = <T>(list: T[], which: (one: T) => boolean): void => {
    list.splice(0, list.length, ...list.filter((one) => !which(one)))
  }
  const ask = async (lead: string, method: string, path: string, body?: object) =>
    (await world.ask(lead, method, `/api/team${path}`, body ? { body } : {})).status
  const targetOf = (kind: string, one: string) => (kind === 'track' ? track : organisation(one))

  const changes = [
    async () => {
      const [one, person, role] = [pick(ORGANISATIONS), pick(OTHERS), pick(ROLES)]
      const at = `/organisations/${organisation(one)}/members/${person}`
      const [mine, others] = [roleIn(state, person, one), state.members.some(isOf(person))]
      const elsewhere = mine === undefined && others
      expect(await ask(`${one}-l`, 'PUT', at, { role })).toBe(elsewhere ? 409 : 200)
      // As an invitation does that they take themselves.
      const row = { organisation: organisation(one), person, role }
      if (elsewhere) await world.access.tables.put('member', row)
      drop(state.members, (row) => row.organisation === one && row.person === person)
      state.members.push({ organisation: one, person, role })
    },
    async () => {
      const [one, person] = [pick(ORGANISATIONS), pick(OTHERS)]
      await ask(`${one}-l`, 'DELETE', `/organisations/${organisation(one)}/members/${person}`)
      const was = state.members.some((row) => row.organisation === one && row.person === person)
      if (was) drop(state.inTrack, (row) => row.organisation === one && row.person === person)
      drop(state.inTrack, (row) => row.organisation === one && row.person === person)
      if (was) drop(state.introduced, (row) => row.home === one && row.person === person)
      drop(state.members, (row) => row.organisation === one && row.person === person)
    },
    async () => {
      const [home, person] = [pick(ORGANISATIONS), pick(OTHERS)]
      const at = `/introductions/${organisation('med')}`
      const status = await ask(person, 'PUT', at, { home: organisation(home) })
      expect(status).toBe(roleIn(state, person, home) ? 200 : 404)
      if (status !== 200) return
      drop(state.introduced, (row) => row.person === person)
      state.introduced.push({ person, home })
    },
    async () => {
      const person = pick(OTHERS)
      const was = state.introduced.some((row) => row.person === person)
      const at = `/introductions/${organisation('med')}`
      expect(await ask(person, 'DELETE', at)).toBe(was ? 200 : 404)
      drop(state.introduced, (row) => row.person === person)
    },
    async () => {
      const [one, person] = [pick(ORGANISATIONS), pick(OTHERS)]
      const body = { organisation: organisation(one) }
      expect(await ask('med-l', 'PUT', `/tracks/${track}/members/${person}`, body)).toBe(200)
      drop(state.inTrack, (row) => row.person === person)
      state.inTrack.push({ person, organisation: one })
    },
    async () => {
      const person = pick(OTHERS)
      await ask('med-l', 'DELETE', `/tracks/${track}/members/${person}`)
      drop(state.inTrack, (row) => row.person === person)
    },
    async () => {
      const [of, kind, may] = [
        pick(ORGANISATIONS),
        pick(['organisation', 'track']),
        pick(['read', 'write'])
      ]
      const one = kind === 'track' ? 'track' : pick(ORGANISATIONS)
      const at = `/cases/${ids[of]}/shares/${kind}/${targetOf(kind, one)}`
      const status = await ask(`${of}-l`, 'PUT', at, { may })
      if (status !== 200) return
      drop(state.shares, (row) => row.of === of && row.kind === kind && row.target === one)
      state.shares.push({ of, kind, target: one, may })
    },
    async () => {
      const share = state.shares.length > 0 ? pick(state.shares) : undefined
      if (!share) return
      const { of, kind, target } = share
      const at = `/cases/${ids[of]}/shares/${kind}/${targetOf(kind, target)}`
      expect(await ask(`${of}-l`, 'DELETE', at)).toBe(200)
      drop(state.shares, (row) => row === share)
    },
    async () => {
      const [one, party] = [pick(['sa', 'sb']), pick(['a', 'b'])]
      const at = `/cases/${ids['med']}/records/${made.record}/participants/${organisation(one)}`
      const status = await ask('med-l', 'PUT', at, { party })
      if (status !== 200) return
      drop(state.parts, (row) => row.organisation === one)
      state.parts.push({ organisation: one, party })
    },
    async () => {
      const one = pick(['sa', 'sb'])
      const at = `/cases/${ids['med']}/records/${made.record}/participants/${organisation(one)}`
      await ask('med-l', 'DELETE', at)
      drop(state.parts, (row) => row.organisation === one)
    }
  ]
  let compared = 0
  for (let step = 0; step < steps; step++) {
    await pick(changes)()
    compared += await offersAgree(world, made, state)
    for (const person of [...OTHERS, ...ORGANISATIONS.map((one) => `${one}-l`)])
      compared += await agrees(world, made, [state, person])
  }
  return compared
}

type Made = Awaited<ReturnType<typeof setUp>>

async function agrees(
  world: World,
  { ids, record }: Made,
  [state, person]: readonly [Standing, string]
): Promise<number> {
  const reads = ORGANISATIONS.filter((of) => mayRead(state, person, of))
  const me = (await world.ask(person, 'GET', '/api/team/me')).body
  expect(me.cases.map(({ id }: { id: string }) => id)).toEqual(reads.map((of) => ids[of]).sort())
  const listed = (await world.ask(person, 'GET', '/api/cases')).body
  expect(listed.cases.map(({ id }: { id: string }) => id)).toEqual(
    reads.map((of) => ids[of]).sort()
  )
  for (const of of ORGANISATIONS) {
    const at = `/api/cases/${ids[of]}`
    const { status } = await world.ask(person, 'GET', `${at}/versions`)
    expect(status).toBe(reads.includes(of) ? 200 : 404)
    const body = { files: texts(SIDES), base: 1 }
    const wrote = (await world.ask(person, 'PUT', at, { body })).status
    const wanted = mayWrite(state, person, of) ? 200 : 403
    expect(wrote).toBe(reads.includes(of) ? wanted : 404)
  }
  const here = state.members.filter(
    (row) =>
      row.person === person &&
      (row.organisation === 'med' ||
        state.parts.some(({ organisation }) => organisation === row.organisation))
  )
  const inRecord = here.length > 0
  const at = `/api/cases/${ids['med']}/records/${record}`
  expect((await world.ask(person, 'GET', at)).status).toBe(inRecord ? 200 : 404)
  expect((await world.ask(person, 'GET', `${at}/field`)).status).toBe(inRecord ? 200 : 404)
  // A monitor, and whoever is nothing more in any of these, reads no text of the case.
  const text = here.some(({ role }) => role !== 'monitor') ? 200 : 403
  expect((await world.ask(person, 'GET', `${at}/case`)).status).toBe(inRecord ? text : 404)
  return 5 + 2 * ORGANISATIONS.length
}

/** Whom the lead of the track is offered: of the mediation, and who made themselves known to it. */
async function offersAgree(
  world: World,
  { organisation, track }: Made,
  { members, inTrack, introduced }: Standing
): Promise<number> {
  const { people } = (await world.ask('med-l', 'GET', `/api/team/tracks/${track}/candidates`)).body
  const known = [
    ...members.filter((row) => row.organisation === 'med'),
    ...introduced.map(({ person, home }) => ({ person, organisation: home }))
  ]
  const wanted = known
    .filter(({ person }) => !inTrack.some((row) => row.person === person))
    .map((row) => `${row.person} ${organisation(row.organisation)}`)
  const told = people.map((one: Candidate) => `${one.person} ${one.organisation}`)
  expect(told).toEqual([...new Set(wanted)].sort())
  return 1
}

type Candidate = Readonly<Record<'person' | 'organisation', string>>

const isOf =
  (person: string) =>
  (row: { readonly person: string }): boolean =>
    row.person === person

const roleIn = ({ members }: Standing, person: string, organisation: string) =>
  members.find((row) => row.person === person && row.organisation === organisation)?.role

function mayRead(state: Standing, person: string, of: string): boolean {
  if (['lead', 'analyst', 'reader'].includes(roleIn(state, person, of) ?? '')) return true
  return state.shares.some((share) => {
    if (share.of !== of) return false
    if (share.kind === 'organisation')
      return ['lead', 'analyst', 'reader'].includes(roleIn(state, person, share.target) ?? '')
    return state.inTrack.some(
      (row) => row.person === person && roleIn(state, person, row.organisation) !== undefined
    )
  })
}

function mayWrite(state: Standing, person: string, of: string): boolean {
  if (['lead', 'analyst'].includes(roleIn(state, person, of) ?? '')) return true
  return state.shares.some((share) => {
    if (share.of !== of || share.may !== 'write') return false
    const organisation =
      share.kind === 'organisation'
        ? share.target
        : (state.inTrack.find((row) => row.person === person)?.organisation ?? '')
    return ['lead', 'analyst'].includes(roleIn(state, person, organisation) ?? '')
  })
}

async function setUp(world: World) {
  const found: Record<string, string> = {}
  const ids: Record<string, string> = {}
  const post = async (person: string, path: string, body: object) =>
    (await world.ask(person, 'POST', path, { body })).body.id
  for (const one of ORGANISATIONS) {
    const kind = one === 'med' ? 'mediation' : 'delegation'
    const wish = { name: one, kind, lead: `${one}-l` }
    found[one] = await post('adm', '/api/team/organisations', wish)
    const sent = { from: 'files', files: texts(SIDES), id: 'paper' }
    ids[one] = await post(`${one}-l`, '/api/cases', sent)
  }
  const organisation = (one: string): string => found[one] ?? ''
  const open = { name: 'Side', kind: 'sideline', organisation: found['med'] }
  const track: string = await post('med-l', '/api/team/tracks', open)
  const keys = await Promise.all(
    ['a', 'b'].map(async (party) => ({
      party,
      role: 'head',
      publicKey: base64((await newSigner()).publicKey)
    }))
  )
  const wish = { title: 'T', operator: 'm', keys }
  const record: string = await post('med-l', `/api/cases/${ids['med']}/records`, wish)
  return { ids, organisation, track, record }
}
