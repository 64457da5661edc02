import type { Case } from '../model/case.ts'
import type { PartyKind } from '../model/closed-lists.ts'
import type { Text } from '../model/judgement.ts'

/**
 * All of a case that somebody needs who files in its record and may not read it: who the parties
 * are, and by which clocks they write. What the parties want, may not accept or have planned is no
 * part of it.
 */
export interface FieldGround {
  readonly parties: readonly FieldParty[]
  /** The zone in which the record's hours are told. */
  readonly zone: string
}

/** A party by its name. */
export interface FieldParty {
  readonly id: string
  readonly name: Text
  readonly kind: PartyKind
}

/** What a case tells whoever only files in its record. Each thing told is named here. */
export function fieldGroundOf(source: Case): FieldGround {
  return {
    parties: [...source.parties.values()].map(({ id, name, kind }) => ({ id, name, kind })),
    zone: clockZone(source)
  }
}

/** A case of which only this is known: a record is folded over it as over the whole one. */
export function caseOfField({ parties }: FieldGround): Case {
  return {
    title: '',
    asOf: '',
    required: [],
    sources: new Map(),
    parties: new Map(
      parties.map(({ id, name, kind }) => [id, { id, name, kind, roles: [], at: '' }])
    ),
    ...{ scenarios: [], issues: [], rules: [], stances: new Map(), polls: new Map() },
    proposals: [],
    process: {
      ...{ conduct: [], overtures: new Map(), guarantees: [], tracks: new Map() },
      ...{ lines: new Map(), withdrawals: new Map(), meetings: new Map(), channels: new Map() },
      ...{ deliverables: new Map(), gates: new Map() }
    }
  }
}

/** The zone on whose clocks a record is shown: that of the case's meetings, else of its hotlines. */
export function clockZone({ process }: Case): string {
  const hours = [...process.meetings.values()].map(({ hour }) => hour.zone)
  const lines = [...process.channels.values()].map(({ zone }) => zone)
  return [...hours, ...lines].find((zone) => zone !== undefined) ?? 'UTC'
}
