import type { Case } from '../../model/case.ts'
import type { RecordEntry } from '../entry.ts'
import { isOf } from '../entry.ts'
import type { RecordState } from '../state/record-state.ts'
import type { AtTheDoor, DoorProblem } from './finding.ts'
import { against } from './finding.ts'

/**
 * What is owed is declared by whoever owes it and verified by somebody else: by one of those whom
 * the case names for it, where it names some. A gate is decided by those who decide it.
 */
export function wrongDeeds({ entry, state }: AtTheDoor): readonly DoorProblem[] {
  if (isOf(entry, 'gate.decided')) return wrongDecision(entry, state.source)
  if (isOf(entry, 'withdrawal.started', 'withdrawal.completed'))
    return ownOrSeen(entry, entry.content.party, state.source)
  if (!isOf(entry, 'delivery.declared', 'delivery.verified', 'delivery.disputed')) return []
  const owed = owedBy(entry.content.of, state)
  if (owed === undefined)
    return against(entry, 'unknown-name', { list: 'deed', name: entry.content.of })
  const of = entry.content.party
  if (of !== undefined && !owed.by.includes(of))
    return against(entry, 'not-yours', { entry: entry.content.of, party: owed.by.join(', ') })
  if (isOf(entry, 'delivery.declared'))
    return owed.by.includes(entry.author.party) && (of ?? entry.author.party) === entry.author.party
      ? []
      : against(entry, 'not-yours', { entry: entry.content.of, party: owed.by.join(', ') })
  return isOf(entry, 'delivery.verified') ? wrongVerifier(entry, owed) : []
}

interface Owed {
  readonly by: readonly string[]
  readonly verifiedBy: readonly string[]
}

/** Who owes a deed, and who is named to verify it; undefined where neither case nor record has it. */
function owedBy(of: string, { source, undertakings }: RecordState): Owed | undefined {
  const [list, id = ''] = of.split('.')
  const { withdrawals, deliverables } = source.process
  if (list === 'undertaking') {
    const given = undertakings.get(id)?.given
    return given && { by: [given.by], verifiedBy: given.verifiedBy ?? [] }
  }
  if (list === 'withdrawal') {
    const found = withdrawals.get(id)
    return found && { by: [...found.baseline.keys()], verifiedBy: found.verifiedBy }
  }
  const found = deliverables.get(id)
  return found && { by: [found.by], verifiedBy: found.verifiedBy }
}

function wrongVerifier(
  entry: Extract<RecordEntry, { readonly kind: 'delivery.verified' }>,
  { by: owing, verifiedBy }: Owed
): readonly DoorProblem[] {
  const { by, of, party } = entry.content
  if (!by.includes(entry.author.party))
    return against(entry, 'not-yours', { entry: of, party: by[0] ?? '' })
  const gains = new Set(party === undefined ? owing : [party])
  const others = by.filter((one) => !gains.has(one))
  const named = verifiedBy.length === 0 || others.some((one) => verifiedBy.includes(one))
  return others.length > 0 && named
    ? []
    : against(entry, 'beneficiary-alone', { incident: of, by: by.join(', ') })
}

function wrongDecision(
  entry: Extract<RecordEntry, { readonly kind: 'gate.decided' }>,
  { process }: Case
): readonly DoorProblem[] {
  const gate = process.gates.get(entry.content.gate)
  if (!gate) return []
  const { decidedBy } = entry.content
  const strangers =
    gate.decidedBy.length === 0 ? [] : decidedBy.filter((one) => !gate.decidedBy.includes(one))
  return strangers.length > 0 || !decidedBy.includes(entry.author.party)
    ? against(entry, 'not-yours', { entry: `gate.${gate.id}`, party: gate.decidedBy.join(', ') })
    : []
}

/** A party speaks of its own withdrawal, or somebody who is not a belligerent of what they saw. */
function ownOrSeen(entry: RecordEntry, party: string, { parties }: Case): readonly DoorProblem[] {
  const author = parties.get(entry.author.party)
  return party === entry.author.party || (author && !author.roles.includes('belligerent'))
    ? []
    : against(entry, 'not-yours', { entry: 'withdrawal', party })
}
