import type { PartyStand, RecordState, Said, WithdrawalStand } from '../../record/index.ts'
import type { Block } from '../blocks.ts'
import { facts, heading, list, paragraph, table } from '../blocks.ts'
import { count, nameOf, namesOf } from '../words/index.ts'
import type { RecordTelling } from './record-moments.ts'
import { recordTelling } from './record-moments.ts'

/** The withdrawals of a record. */
export function recordGroundReport(
  state: RecordState,
  stands: readonly WithdrawalStand[],
  now: number
): readonly Block[] {
  const telling = recordTelling(state)
  const { say } = telling.words
  return [
    heading(1, say('ground.title')),
    paragraph(
      stands.length === 0 ? say('ground.none') : say('ground.lead', { at: telling.clock(now) })
    ),
    ...stands.flatMap((stand) => standBlocks(telling, stand))
  ]
}

function standBlocks(telling: RecordTelling, stand: WithdrawalStand): readonly Block[] {
  const { say } = telling.words
  return [
    heading(2, stand.id),
    facts([
      [say('ground.agreed'), agreedWords(telling, stand)],
      [say('ground.start'), startWords(telling, stand)],
      [say('ground.verified'), say(stand.verified ? 'ground.yes' : 'ground.no')],
      [say('ground.against'), stand.against.join(', ')]
    ]),
    table(
      [
        say('ground.party'),
        say('ground.inventory'),
        say('ground.started'),
        say('ground.completed'),
        say('ground.proof')
      ],
      stand.parties.map((party) => partyRow(telling, party))
    ),
    ...trancheBlocks(telling, stand),
    ...siteBlocks(telling, stand)
  ]
}

function agreedWords({ words: { say }, clock }: RecordTelling, stand: WithdrawalStand): string {
  const { starts, ends } = stand
  if (starts === undefined) return say('ground.agreed.waits')
  return ends === undefined
    ? say('ground.agreed.from', { from: clock(starts) })
    : say('ground.agreed.span', { from: clock(starts), until: clock(ends) })
}

function startWords({ words: { say } }: RecordTelling, stand: WithdrawalStand): string {
  const { tolerance, own, seen } = stand.start
  return stand.synchronised
    ? say('ground.start.said', {
        own: say(`ground.start.${own}`),
        seen: say(`ground.start.${seen}`),
        minutes: Math.round(tolerance / 60)
      })
    : ''
}

function partyRow(telling: RecordTelling, stand: PartyStand): readonly string[] {
  const { words, state, clock } = telling
  const { say } = words
  const { party, inventory, started, completed, proof } = stand
  return [
    nameOf(state.source, party),
    inventory
      ? say('ground.inventory.said', { n: inventory.count, at: clock(inventory.asOf) })
      : say('ground.not-said'),
    saidWords(telling, started),
    saidWords(telling, completed),
    say(`held.proof.${proof.state}`)
  ]
}

function saidWords({ words, state, clock }: RecordTelling, { own, seen }: Said): string {
  const { say } = words
  const told = [
    ...own.slice(0, 1).map(({ at }) => say('ground.own', { at: clock(at) })),
    ...seen.map(({ at, by }) =>
      say('ground.seen', { at: clock(at), by: namesOf(words, state.source, [by]) })
    )
  ]
  return told.length === 0 ? say('ground.not-said') : told.join('; ')
}

function trancheBlocks(
  { words: { say }, state, clock }: RecordTelling,
  { parties }: WithdrawalStand
): readonly Block[] {
  const rows = parties.flatMap(({ party, tranches }) =>
    tranches.map((one) => [
      nameOf(state.source, party),
      count(one.count),
      clock(one.due),
      count(one.declared),
      count(one.counted),
      one.state === 'late'
        ? say('glance.late')
        : one.state === 'verified' || one.state === 'waiting'
          ? say(`ground.tranche.${one.state}`)
          : say(`duty.state.${one.state}`)
    ])
  )
  if (rows.length === 0) return []
  return [
    table(
      [
        say('ground.party'),
        say('ground.tranche'),
        say('ground.tranche.due'),
        say('ground.tranche.declared'),
        say('ground.tranche.counted'),
        say('ground.tranche.state')
      ],
      rows
    )
  ]
}

function siteBlocks(
  { words: { say }, state, clock }: RecordTelling,
  { parties }: WithdrawalStand
): readonly Block[] {
  const rows = parties.flatMap(({ party, inspections }) =>
    inspections.sites.map((one) => [
      nameOf(state.source, party),
      one.site,
      one.outcome === 'missing'
        ? say('ground.site.missing.found')
        : say(`ground.site.${one.outcome}`),
      clock(one.at),
      clock(one.missingSince),
      one.entry
    ])
  )
  const cadences = parties.flatMap(({ party, inspections: { cadence } }) =>
    cadence
      ? [
          say('ground.inspections', {
            party: nameOf(state.source, party),
            done: cadence.done,
            due: cadence.due,
            next: clock(cadence.next)
          })
        ]
      : []
  )
  return [
    ...(rows.length === 0
      ? []
      : [
          table(
            [
              say('ground.party'),
              say('ground.site'),
              say('ground.site.outcome'),
              say('ground.site.at'),
              say('ground.site.missing'),
              say('duty.entries')
            ],
            rows
          )
        ]),
    ...(cadences.length === 0 ? [] : [list(cadences)])
  ]
}
