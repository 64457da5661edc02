import { expect, it } from 'vitest'
import { keepOf } from '../src/state/keep.ts'
import { ownName, signedInAs } from '../src/state/person.ts'
import { groupActs } from '../src/team/sharing/group-acts.ts'
import { standingOf } from '../src/team/sharing/standings.ts'

/** What somebody did so many minutes before the last, with the number that tells acts apart. */
const act = (
  number: number,
  minutes: number,
  [person, verb, resource]: [string, string, string]
) => ({
  ...{ number, person, name: person, session: 's', verb, resource },
  at: new Date(Date.UTC(2025, 1, 1, 12) - minutes * 60_000).toISOString()
})

it('tells looks at one thing by one person within an hour in one line, and each change alone', () => {
  const lines = groupActs([
    act(9, 0, ['ada', 'read', 'case:x']),
    act(8, 1, ['ben', 'read', 'case:x']),
    act(7, 10, ['ada', 'read', 'case:x']),
    act(6, 20, ['ada', 'read', 'case:y']),
    act(5, 30, ['ada', 'write', 'case:x']),
    act(4, 31, ['ada', 'write', 'case:x']),
    act(3, 60, ['ada', 'read', 'case:x']),
    act(2, 61, ['ada', 'read', 'case:x']),
    act(1, 100, ['ada', 'read', 'case:x'])
  ])
  expect(lines.map(({ act: { number }, count }) => [number, count])).toEqual([
    [9, 3],
    [8, 1],
    [6, 1],
    [5, 1],
    [4, 1],
    [2, 2]
  ])
  expect(lines[0]?.since).toBe('2025-02-01T11:00:00.000Z')
  expect(lines.reduce((all, { count }) => all + count, 0)).toBe(9)
})

it('says whose a case is and by what it came, as far as one may know', () => {
  const known = {
    me: {
      ...{ id: 'p', name: 'P', administrator: false, cases: [], records: [] },
      organisations: [
        { id: 'o', name: 'Ours', kind: 'delegation' as const, role: 'reader' as const }
      ]
    },
    organisations: [{ id: 'm', name: 'The mediation', kind: 'mediation' as const }],
    tracks: [{ id: 't', name: 'Aside', kind: 'sideline' as const, organisation: 'm' }]
  }
  const through = [
    { kind: 'track' as const, target: 't' },
    { kind: 'organisation' as const, target: 'o' }
  ]
  expect(standingOf({ id: 'c', organisation: 'm', may: [], through }, known)).toEqual({
    ...{ owner: 'The mediation', isOwn: false, may: [] },
    through: [
      { kind: 'track', name: 'Aside' },
      { kind: 'organisation', name: 'Ours' }
    ]
  })
  const hidden = standingOf({ id: 'c', organisation: 'x', may: ['write'], through: [] }, known)
  expect(hidden).toMatchObject({ owner: undefined, isOwn: false })
})

it('keeps what one person had in the browser from the next, and leaves what was there before', () => {
  const kept = new Map([
    ['truce.drafts.c', JSON.stringify([{ id: 'old', title: 'Old', terms: {} }])]
  ])
  const store = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
    ...{ length: 0, clear: () => kept.clear(), key: () => null }
  }
  const keep = () => keepOf('c', store, new EventTarget())
  expect(
    keep()
      .drafts()
      .map(({ id }) => id)
  ).toEqual(['old'])
  signedInAs('ada@x/y')
  expect(ownName('n')).toBe('n@ada%40x%2Fy')
  expect(keep().drafts()).toEqual([])
  keep().putUnsaved({ files: [{ name: 'case.yaml', text: 'of Ada' }], base: 1 })
  signedInAs('ben')
  expect(keep().unsaved()).toBeUndefined()
  keep().putUnsaved(undefined)
  signedInAs('ada@x/y')
  expect(keep().unsaved()?.files[0]?.text).toBe('of Ada')
  signedInAs(undefined)
  expect(
    keep()
      .drafts()
      .map(({ id }) => id)
  ).toEqual(['old'])
})
