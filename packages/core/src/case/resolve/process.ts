import type { Process } from '../../model/process.ts'
import type { Document } from '../schema/document.ts'
import { resolveCeasefire } from './ceasefire.ts'
import { checkCircles } from './circles.ts'
import type { Context } from './context.ts'
import { entries, mapOf, present } from './context.ts'
import { resolveDeliverable, resolvePlan } from './deliverables.ts'
import { resolveEscalation } from './escalation.ts'
import { resolveGate } from './gates.ts'
import { resolveChannel, resolveMeeting } from './meetings.ts'
import { resolveAct, resolveGuarantee, resolveOverture } from './overtures.ts'
import { resolveLine, resolveTrack } from './tracks.ts'
import { unique } from './unique.ts'
import { resolveWithdrawal } from './withdrawals.ts'

/** What the document says about reaching and keeping a settlement. */
export function resolveProcess(document: Document, context: Context): Process {
  const { escalation, plan } = document
  const ceasefire = document.ceasefire && resolveCeasefire(document.ceasefire)
  const withdrawals = inOrder(document.withdrawals, 'withdrawals', resolveWithdrawal)
  const deliverables = inOrder(document.deliverables, 'deliverables', resolveDeliverable)
  const gates = inOrder(document.gates, 'gates', resolveGate)
  const tracks = [...mapOf(document.tracks)].map(([id, one]) => resolveTrack(id, one))
  checkCircles({ ceasefire, withdrawals, deliverables, gates, tracks }, context)
  /** By id, which may not stand twice; where it does, the first counts. */
  const byId = <T extends Named>(listed: readonly T[]): ReadonlyMap<string, T> => {
    unique(listed, context)
    const first = new Map<string, T>()
    for (const one of listed) if (!first.has(one.id)) first.set(one.id, one)
    return first
  }
  return {
    conduct: inOrder(document.conduct, 'conduct', resolveAct),
    guarantees: inOrder(document.guarantees, 'guarantees', resolveGuarantee),
    overtures: byId(inOrder(document.overtures, 'overtures', resolveOverture)),
    withdrawals: byId(withdrawals),
    meetings: byId(inOrder(document.meetings, 'meetings', resolveMeeting)),
    channels: byId(inOrder(document.channels, 'channels', resolveChannel)),
    deliverables: byId(deliverables),
    gates: byId(gates),
    tracks: new Map(tracks.map((track) => [track.id, track])),
    lines: new Map([...mapOf(document.lines)].map(([id, one]) => [id, resolveLine(id, one)])),
    ...present({
      escalation: escalation && resolveEscalation(escalation),
      ceasefire,
      plan: plan && resolvePlan(plan)
    })
  }
}

interface Named {
  readonly id: string
  readonly at: string
}

const inOrder = <Item, Out>(
  items: readonly (Item | undefined)[] | undefined,
  key: string,
  resolve: (item: Item, at: string) => Out
): readonly Out[] => entries(items, key).map(({ item, at }) => resolve(item, at))
