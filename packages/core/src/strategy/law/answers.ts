import type { ActKind } from '../../model/closed-lists.ts'
import type { Axis, LegalHinge, LegalSourceId, LegalVerdict, School } from './schools.ts'

/**
 * What one school says of one act. With `if`, it says `verdict` where that holds and `otherwise`
 * where it does not.
 */
export interface SchoolAnswer {
  readonly act: ActKind
  readonly axis: Axis
  readonly school: School
  readonly verdict: LegalVerdict
  readonly if?: LegalHinge
  readonly otherwise?: LegalVerdict
  readonly confidence: 'high' | 'medium' | 'low'
  /** Read in the source, drawn from what the source says in general, or known and not read again. */
  readonly how: 'read' | 'derived' | 'memory'
  readonly sources: readonly LegalSourceId[]
  /** The articles meant, where the source has any. */
  readonly place?: string
}

type Said = Omit<SchoolAnswer, 'act' | 'axis' | 'school'>

const says = (verdict: LegalVerdict, rest: Omit<Said, 'verdict'>): Said => ({ verdict, ...rest })

/** Toward the victim of an aggression this school lets a state help; the table draws that from it. */
const toVictim = (otherwise: LegalVerdict = 'breach'): Said =>
  says('permitted', {
    if: 'victim',
    otherwise,
    confidence: 'low',
    how: 'derived',
    sources: ['iclq']
  })

/** Who is neither neutral nor a party does not owe what the neutral owe. */
const notNeutral = (otherwise: LegalVerdict = 'breach'): Said =>
  says('permitted', {
    if: 'not-neutral',
    otherwise,
    confidence: 'low',
    how: 'derived',
    sources: ['schmid']
  })

const noParty = (
  confidence: Said['confidence'],
  sources: readonly LegalSourceId[],
  how: Said['how'] = 'read'
): Said => says('permitted', { confidence, how, sources })

const ownForce: Said = says('party', { confidence: 'high', how: 'memory', sources: ['general'] })

const usesForce: Said = says('permitted', {
  if: 'victim',
  otherwise: 'breach',
  confidence: 'high',
  how: 'memory',
  sources: ['general']
})

/** Aid in what would be wrong for either, given knowingly. */
const aids: Said = says('breach', {
  if: 'wrongful-aided',
  otherwise: 'permitted',
  confidence: 'low',
  how: 'derived',
  sources: ['responsibility']
})

type OfAct = Partial<Readonly<Record<School, Said>>>

/** Fighting oneself: what the three acts of it have in common. */
const fighting: OfAct = {
  strict: says('breach', { confidence: 'high', how: 'memory', sources: ['general'] }),
  'own-force': ownForce,
  'coordinated-harm': says('party', { confidence: 'medium', how: 'derived', sources: ['wentker'] }),
  prevailing: usesForce
}

/** By act, what each school says; an act or a school that is left out is not spoken to. */
const TABLE: Partial<Readonly<Record<ActKind, OfAct>>> = {
  'state-arms-supply': {
    strict: says('breach', {
      confidence: 'high',
      how: 'read',
      sources: ['hague-xiii', 'schmitt', 'ihl-studies'],
      place: 'art. 6; custom on land'
    }),
    qualified: says('permitted', {
      if: 'victim',
      otherwise: 'breach',
      confidence: 'medium',
      how: 'read',
      sources: ['iclq', 'practice']
    }),
    'non-belligerent': says('permitted', {
      if: 'not-neutral',
      otherwise: 'breach',
      confidence: 'medium',
      how: 'read',
      sources: ['schmid']
    }),
    'own-force': noParty('high', ['schmitt', 'ihl-studies']),
    'coordinated-harm': noParty('medium', ['wentker'], 'derived'),
    'german-practice': noParty('high', ['bundestag']),
    prevailing: noParty('high', ['ihl-studies']),
    'state-responsibility': aids
  },
  'private-arms-export': {
    strict: says('permitted', {
      if: 'impartial',
      otherwise: 'breach',
      confidence: 'high',
      how: 'read',
      sources: ['hague-v', 'hague-xiii'],
      place: 'art. 7 and 9, and likewise'
    }),
    'own-force': noParty('high', ['hague-v'])
  },
  training: {
    strict: says('breach', { confidence: 'medium', how: 'read', sources: ['bundestag'] }),
    qualified: toVictim(),
    'non-belligerent': notNeutral(),
    'german-practice': says('disputed', {
      confidence: 'medium',
      how: 'read',
      sources: ['bundestag', 'berlin']
    }),
    'state-responsibility': aids
  },
  'strategic-intelligence': {
    strict: says('disputed', { confidence: 'medium', how: 'read', sources: ['milanovic'] }),
    qualified: toVictim('disputed'),
    'non-belligerent': notNeutral('disputed'),
    'coordinated-harm': noParty('medium', ['milanovic', 'wentker']),
    prevailing: says('permitted', {
      if: 'victim',
      otherwise: 'disputed',
      confidence: 'medium',
      how: 'read',
      sources: ['schmitt']
    }),
    'state-responsibility': aids
  },
  'targeting-intelligence': {
    strict: says('breach', { confidence: 'medium', how: 'read', sources: ['milanovic'] }),
    qualified: toVictim(),
    'non-belligerent': notNeutral(),
    'own-force': says('disputed', { confidence: 'medium', how: 'read', sources: ['schmitt'] }),
    'coordinated-harm': says('party', {
      if: 'coordinated',
      otherwise: 'permitted',
      confidence: 'medium',
      how: 'read',
      sources: ['wentker', 'milanovic']
    }),
    prevailing: says('permitted', {
      if: 'victim',
      otherwise: 'disputed',
      confidence: 'medium',
      how: 'read',
      sources: ['schmitt']
    }),
    'state-responsibility': aids
  },
  'joint-target-selection': {
    strict: says('breach', { confidence: 'medium', how: 'derived', sources: ['general'] }),
    'coordinated-harm': says('party', {
      confidence: 'medium',
      how: 'derived',
      sources: ['wentker']
    }),
    'state-responsibility': aids
  },
  'operating-weapons': fighting,
  'no-fly-enforcement': fighting,
  troops: {
    ...fighting,
    'german-practice': says('party', { confidence: 'high', how: 'read', sources: ['berlin'] })
  },
  basing: {
    strict: says('breach', {
      confidence: 'medium',
      how: 'read',
      sources: ['hague-v'],
      place: 'art. 5'
    }),
    'coordinated-harm': says('party', {
      if: 'launched',
      otherwise: 'permitted',
      confidence: 'medium',
      how: 'read',
      sources: ['chatham', 'use-of-force']
    }),
    prevailing: says('breach', {
      if: 'unlawful-attack',
      otherwise: 'permitted',
      confidence: 'medium',
      how: 'read',
      sources: ['aggression', 'use-of-force']
    }),
    'state-responsibility': aids
  },
  transit: {
    strict: says('breach', {
      confidence: 'high',
      how: 'read',
      sources: ['hague-v'],
      place: 'art. 2 and 5'
    }),
    qualified: toVictim(),
    'non-belligerent': notNeutral(),
    'own-force': noParty('high', ['hague-v']),
    'state-responsibility': aids
  },
  volunteers: {
    strict: says('permitted', {
      confidence: 'high',
      how: 'read',
      sources: ['hague-v'],
      place: 'art. 6'
    }),
    'own-force': noParty('high', ['hague-v'])
  },
  recruiting: {
    strict: says('breach', {
      confidence: 'high',
      how: 'read',
      sources: ['hague-v'],
      place: 'art. 4 and 5'
    }),
    'own-force': noParty('high', ['hague-v'])
  },
  financing: {
    strict: says('disputed', { confidence: 'medium', how: 'read', sources: ['nilr'] }),
    qualified: toVictim('disputed'),
    'non-belligerent': notNeutral('disputed'),
    'own-force': noParty('medium', ['nilr']),
    'state-responsibility': aids
  },
  'non-lethal-aid': {
    strict: says('disputed', { confidence: 'medium', how: 'read', sources: ['practice', 'iclq'] }),
    qualified: toVictim('disputed'),
    'non-belligerent': notNeutral('disputed'),
    'own-force': noParty('medium', ['practice'])
  },
  sanctions: {
    strict: says('permitted', {
      confidence: 'low',
      how: 'memory',
      sources: ['hague-v'],
      place: 'art. 7 to 9 speak of other things'
    }),
    'own-force': noParty('low', ['general'], 'memory')
  },
  'massive-support': {
    prevailing: noParty('low', ['ihl-studies'], 'derived'),
    'indirect-force': says('breach', { confidence: 'low', how: 'read', sources: ['use-of-force'] }),
    'state-responsibility': aids
  }
}

/** The answer of a school to an act, if it has one. */
export function answerOf(act: ActKind, axis: Axis, school: School): SchoolAnswer | undefined {
  const said = TABLE[act]?.[school]
  return said && { act, axis, school, ...said }
}
