import { describe, expect, it } from 'vitest'
import { Kept, seen } from './kept.ts'

const message = (kept: Kept, more = {}) => ({
  channel: 'theatre',
  kind: 'incident',
  status: 'actual',
  urgency: 'immediate',
  to: ['russia'],
  sentAt: kept.at(0),
  text: { uk: 'Обстріл біля переправи' },
  ...more
})

describe('an incident', () => {
  it('is reported, told by the other side, looked into and closed, in that order', async () => {
    const kept = await Kept.begin()
    const incident = await kept.told(
      'ukraine',
      'incident.reported',
      seen(kept.at(-10), { alleged: 'russia' })
    )
    await kept.told('russia', 'incident.account', {
      incident,
      ...seen(kept.at(-9), { category: 'training' })
    })
    await kept.told('secretariat', 'incident.logged', { incident })
    await kept.told('russia', 'incident.acknowledged', { incident })
    expect(
      await kept.refused('norway', 'incident.attributed', {
        incident,
        outcome: 'party',
        to: 'russia',
        by: ['norway']
      })
    ).toEqual(['step-order'])
    expect(await kept.refused('norway', 'incident.found', { incident, violation: true })).toEqual([
      'step-order'
    ])
    await kept.told('norway', 'incident.verified', {
      incident,
      outcome: 'no-access',
      by: ['norway'],
      means: [],
      refusedBy: 'russia'
    })
    expect(
      await kept.refused('norway', 'incident.attributed', {
        incident,
        outcome: 'party',
        to: 'russia',
        by: ['norway']
      })
    ).toEqual(['step-order'])
    await kept.told('norway', 'incident.verified', {
      incident,
      outcome: 'confirmed',
      by: ['norway'],
      means: ['saw']
    })
    await kept.told('norway', 'incident.attributed', {
      incident,
      outcome: 'party',
      to: 'russia',
      by: ['norway']
    })
    await kept.told('us', 'incident.found', { incident, violation: true })
    await kept.told('russia', 'incident.remedied', { incident, by: 'russia' })
    await kept.told('secretariat', 'incident.closed', { incident })
    expect(await kept.refused('us', 'incident.found', { incident, violation: false })).toEqual([
      'step-order'
    ])
    const view = kept.book.state.incidents.get(incident)
    expect(view?.status).toBe('closed')
    expect(view?.accounts.map(({ author }) => author.party)).toEqual(['ukraine', 'russia'])
    expect(view?.verification?.content.outcome).toBe('confirmed')
  })

  it('is verified neither by who accuses nor by who is accused alone, but by both or another', async () => {
    const kept = await Kept.begin()
    const incident = await kept.told(
      'ukraine',
      'incident.reported',
      seen(kept.at(-10), { alleged: 'russia' })
    )
    const verified = (by: readonly string[]) => ({
      incident,
      outcome: 'confirmed',
      by: [...by],
      means: ['saw']
    })
    expect(await kept.refused('ukraine', 'incident.verified', verified(['ukraine']))).toEqual([
      'beneficiary-alone'
    ])
    expect(await kept.refused('russia', 'incident.verified', verified(['russia']))).toEqual([
      'beneficiary-alone'
    ])
    expect(await kept.refused('norway', 'incident.verified', verified(['india']))).toEqual([
      'not-yours'
    ])
    await kept.told('russia', 'incident.verified', verified(['russia', 'ukraine']))
    await kept.told('norway', 'incident.verified', verified(['norway']))
  })

  it('is corrected by its author only, once, and the correction counts in its place', async () => {
    const kept = await Kept.begin()
    const incident = await kept.told('ukraine', 'incident.reported', seen(kept.at(-10)))
    await kept.told('norway', 'incident.verified', {
      incident,
      outcome: 'inconclusive',
      by: ['norway'],
      means: []
    })
    const corrected = seen(kept.at(-20))
    expect(
      await kept.refused('russia', 'incident.reported', corrected, { supersedes: incident })
    ).toEqual(['not-yours'])
    const second = await kept.told('ukraine', 'incident.reported', corrected, {
      supersedes: incident
    })
    expect(
      await kept.refused('ukraine', 'incident.reported', corrected, { supersedes: incident })
    ).toEqual(['replaced-already'])
    await kept.told('ukraine', 'incident.reported', seen(kept.at(-30)), { supersedes: second })
    const view = kept.book.state.incidents.get(incident)
    expect(view?.accounts.map(({ content }) => content.occurred.at)).toEqual([kept.at(-30)])
    expect(view?.status).toBe('verified')
    expect(kept.book.state.incidents.size).toBe(1)
  })
})

describe('a message', () => {
  it('is received not before it is sent, acknowledged not before it is received, each once', async () => {
    const kept = await Kept.begin()
    const id = await kept.told('ukraine', 'message.sent', message(kept))
    expect(
      await kept.refused('russia', 'message.received', { message: id, at: kept.at(-1) })
    ).toEqual(['time-order'])
    expect(
      await kept.refused('ukraine', 'message.received', { message: id, at: kept.at(0) })
    ).toEqual(['not-yours'])
    kept.wait(5)
    await kept.told('russia', 'message.received', { message: id, at: kept.at(-3) })
    expect(
      await kept.refused('russia', 'message.acknowledged', { message: id, at: kept.at(-4) })
    ).toEqual(['time-order'])
    await kept.told('russia', 'message.acknowledged', { message: id, at: kept.at(-1) })
    expect(
      await kept.refused('russia', 'message.acknowledged', { message: id, at: kept.at(0) })
    ).toEqual(['said-already'])
    expect(
      await kept.refused('russia', 'message.cancelled', { message: id, at: kept.at(0) })
    ).toEqual(['not-yours'])
    const end = kept.book.state.messages.get(id)?.ends.get('russia')
    expect(end).toEqual({
      received: Date.parse(kept.at(-3)),
      acknowledged: Date.parse(kept.at(-1))
    })
  })

  it('goes over a channel of both ends, of a kind that it carries', async () => {
    const kept = await Kept.begin()
    expect(
      await kept.refused('ukraine', 'message.sent', message(kept, { channel: 'capitals' }))
    ).toContain('channel')
    expect(
      await kept.refused('ukraine', 'message.sent', message(kept, { channel: 'nowhere' }))
    ).toEqual(['unknown-name'])
    expect(await kept.refused('ukraine', 'message.sent', message(kept, { to: ['us'] }))).toContain(
      'channel'
    )
  })
})

describe('the door', () => {
  it('refuses by name what is unknown, ill formed, out of time or not for that role', async () => {
    const kept = await Kept.begin()
    expect(await kept.refused('ukraine', 'incident.imagined', {})).toEqual(['unknown-kind'])
    expect(
      await kept.refused('ukraine', 'incident.reported', { ...seen(kept.at(-1)), extra: 1 })
    ).toEqual(['bad-content'])
    expect(await kept.refused('ukraine', 'incident.reported', seen(kept.at(60)))).toEqual([
      'not-yet'
    ])
    expect(await kept.refused('secretariat', 'incident.reported', seen(kept.at(-1)))).toEqual([
      'not-for-role'
    ])
    expect(
      await kept.refused('patrol', 'dissent', { about: 'nothing-at-all', because: 'x' })
    ).toEqual(['not-for-role'])
    expect(
      await kept.refused('ukraine', 'dissent', { about: 'nothing-at-all', because: 'x' })
    ).toEqual(['unknown-entry'])
    expect(
      await kept.refused('ukraine', 'incident.reported', seen(kept.at(-1), { alleged: 'atlantis' }))
    ).toEqual(['unknown-name'])
    expect(await kept.refused('ukraine', 'inject', { text: 'x', at: kept.at(0) })).toEqual([
      'not-for-role'
    ])
    expect(await kept.refused('secretariat', 'inject', { text: 'x', at: kept.at(0) })).toEqual([
      'exercise'
    ])
    expect(kept.book.size).toBe(1)
  })

  it('lets owe and verify apart, and only those decide a gate who decide it', async () => {
    const kept = await Kept.begin()
    const verified = (by: readonly string[]) => ({
      of: 'withdrawal.heavy',
      party: 'russia',
      outcome: 'confirmed',
      by: [...by],
      at: kept.at(0),
      means: ['uav-mid-range']
    })
    await kept.told('russia', 'delivery.declared', {
      of: 'withdrawal.heavy',
      party: 'russia',
      at: kept.at(-5)
    })
    expect(
      await kept.refused('ukraine', 'delivery.declared', {
        of: 'withdrawal.heavy',
        party: 'russia',
        at: kept.at(-5)
      })
    ).toEqual(['not-yours'])
    expect(await kept.refused('russia', 'delivery.verified', verified(['russia']))).toEqual([
      'beneficiary-alone'
    ])
    expect(await kept.refused('us', 'delivery.verified', verified(['us']))).toEqual([
      'beneficiary-alone'
    ])
    await kept.told('india', 'delivery.verified', verified(['india']))
    const decided = (by: readonly string[]) => ({
      gate: 'ceasefire-first',
      decision: 'open',
      at: kept.at(0),
      decidedBy: [...by],
      entries: []
    })
    expect(await kept.refused('russia', 'gate.decided', decided(['russia']))).toEqual(['not-yours'])
    await kept.told('us', 'gate.decided', decided(['us', 'eu']))
    expect(
      await kept.refused('us', 'delivery.declared', {
        of: 'deliverable.unheard-of',
        at: kept.at(0)
      })
    ).toEqual(['not-for-role'])
  })

  it('keeps what some may not read out of sight, and still folds it for those who may', async () => {
    const kept = await Kept.begin()
    const id = await kept.told('ukraine', 'incident.reported', seen(kept.at(-1)), {
      audience: ['ukraine', 'norway']
    })
    const [leaf] = await kept.book.read(1, 2)
    expect(Buffer.from(leaf?.leaf ?? []).toString()).not.toContain('crossing')
    expect(Buffer.from(leaf?.body ?? []).toString()).toContain('crossing')
    expect(kept.book.state.incidents.get(id)?.accounts).toHaveLength(1)
  })
})
