import type { CueFamily } from './cue-families.ts'

/** Words of these families near each other; the first says where to look. */
export interface Cue {
  readonly all: readonly [CueFamily, ...CueFamily[]]
  /** Within how many letters; within one sentence or, where said so, one paragraph. */
  readonly near?: number
  readonly paragraph?: true
  /** A `no` or `without` in front of the first says that there is none. */
  readonly unless?: 'negated'
  /** A sentence with one of these speaks of something else. */
  readonly not?: CueFamily
}

/** The rules whose questions a text is asked. */
export const QUESTION_RULES = [
  'CF001',
  'CF002',
  'CF003',
  'CF004',
  'CF005',
  'CF006',
  'CF007',
  'CF008',
  'CF009',
  'CF010',
  'CF011',
  'CF012',
  'CF013',
  'CF014',
  'CF015',
  'CF016',
  'CF017',
  'CF018',
  'CF019',
  'CF020',
  'CF021',
  'CF022',
  'CF023',
  'CF024',
  'CF025',
  'CF026',
  'CF027',
  'CF028'
] as const
/** One of `QUESTION_RULES`. */
export type QuestionRule = (typeof QUESTION_RULES)[number]

/** What the questions ask for, one thing each. */
export const QUESTION_PARTS = [
  'instant',
  'orders',
  'lines',
  'baseline',
  'measure',
  'weapons',
  'end',
  'verifier',
  'storage',
  'prohibited',
  'unmanned',
  'violation',
  'return-fire',
  'deadline',
  'ladder',
  'movement',
  'security',
  'terms',
  'record',
  'decides',
  'deadlock',
  'others',
  'order',
  'cost',
  'guarantor',
  'suspension',
  'works',
  'grade',
  'test',
  'acknowledgement',
  'language',
  'duration',
  'renewal',
  'cadence',
  'detainees',
  'missing',
  'records'
] as const
/** One of `QUESTION_PARTS`. */
export type QuestionPartId = (typeof QUESTION_PARTS)[number]

/** One thing that a question asks; any of its cues answers it, any of the others only touches it. */
export interface QuestionPart {
  readonly id: QuestionPartId
  readonly answers: readonly Cue[]
  readonly touches: readonly Cue[]
}

/** What every ceasefire text is asked, by the code of the rule that asks it of a case. */
export interface ClauseQuestion {
  readonly rule: QuestionRule
  readonly parts: readonly QuestionPart[]
}

const part = (
  id: QuestionPartId,
  answers: readonly Cue[],
  touches: readonly Cue[] = []
): QuestionPart => ({ id, answers, touches })

const cue = (...all: Cue['all']): Cue => ({ all })
const plainly = (...all: Cue['all']): Cue => ({ all, unless: 'negated' })
const paragraph = (...all: Cue['all']): Cue => ({ all, paragraph: true, near: 700 })

/** The questions of CF001 to CF028, in their order. */
export const CLAUSE_QUESTIONS: readonly ClauseQuestion[] = [
  {
    rule: 'CF001',
    parts: [
      part(
        'instant',
        [cue('start', 'clock', 'zone')],
        [cue('start', 'clock'), cue('start', 'event')]
      )
    ]
  },
  {
    rule: 'CF002',
    parts: [
      part(
        'orders',
        [cue('orders', 'troops', 'span'), cue('orders', 'troops', 'until')],
        [cue('orders', 'troops')]
      )
    ]
  },
  {
    rule: 'CF003',
    parts: [part('lines', [cue('line', 'dated'), cue('line', 'map')], [cue('line')])]
  },
  {
    rule: 'CF004',
    parts: [
      part(
        'baseline',
        [cue('same'), cue('from', 'line', 'reason'), cue('line', 'how', 'reason')],
        [cue('from', 'line'), cue('fromLine')]
      )
    ]
  },
  {
    rule: 'CF005',
    parts: [part('measure', [{ all: ['distance', 'how'], near: 120 }], [cue('distance')])]
  },
  {
    rule: 'CF006',
    parts: [part('weapons', [{ all: ['heavy', 'calibre'], near: 120 }], [cue('heavy')])]
  },
  {
    rule: 'CF007',
    parts: [
      part(
        'end',
        [cue('withdraw', 'span', 'until'), cue('withdraw', 'dated', 'until')],
        [cue('withdraw')]
      ),
      part(
        'verifier',
        [plainly('verify', 'withdraw'), paragraph('withdraw', 'verify', 'monitor')],
        [cue('verify')]
      ),
      part('storage', [paragraph('store', 'heavy'), cue('store', 'withdraw')], [])
    ]
  },
  {
    rule: 'CF008',
    parts: [
      part('prohibited', [{ all: ['ban', 'act'], near: 90 }], [cue('act')]),
      part(
        'unmanned',
        [
          { all: ['drone', 'ban'], near: 160 },
          { all: ['drone', 'rule'], near: 160 }
        ],
        [cue('drone')]
      )
    ]
  },
  {
    rule: 'CF009',
    parts: [part('violation', [{ all: ['violation', 'means'], near: 80 }], [cue('violation')])]
  },
  {
    rule: 'CF010',
    parts: [part('return-fire', [{ all: ['reply', 'rule'], near: 120 }], [cue('reply')])]
  },
  {
    rule: 'CF011',
    parts: [
      part(
        'deadline',
        [plainly('complaint', 'handled', 'span'), cue('violation', 'handled', 'span')],
        [cue('complaint'), cue('violation', 'handled')]
      ),
      part(
        'ladder',
        [
          plainly('ladder', 'higher', 'complaint'),
          plainly('ladder', 'higher', 'violation'),
          plainly('ladder', 'higher', 'stuck')
        ],
        [cue('ladder', 'higher')]
      )
    ]
  },
  {
    rule: 'CF012',
    parts: [
      part(
        'movement',
        [
          plainly('move', 'monitor'),
          { all: ['move', 'monitor'], near: 300, paragraph: true, unless: 'negated' }
        ],
        [cue('move')]
      ),
      part(
        'security',
        [
          plainly('secure', 'monitor', 'owes'),
          { all: ['secure', 'monitor'], near: 80, unless: 'negated' }
        ],
        [cue('secure', 'monitor')]
      )
    ]
  },
  {
    rule: 'CF013',
    parts: [
      part(
        'terms',
        [
          { all: ['terms', 'body'], near: 140 },
          { all: ['body', 'terms'], near: 240, paragraph: true }
        ],
        [cue('body')]
      )
    ]
  },
  {
    rule: 'CF014',
    parts: [
      part(
        'record',
        [{ all: ['record', 'joint'], near: 120, unless: 'negated', not: 'mines' }],
        [cue('record', 'violation'), cue('record', 'body')]
      )
    ]
  },
  {
    rule: 'CF015',
    parts: [
      part(
        'decides',
        [
          { all: ['decide', 'body'], near: 120 },
          { all: ['decide', 'decider'], near: 40 },
          cue('lastWord')
        ],
        [cue('decide')]
      ),
      part(
        'deadlock',
        [
          { all: ['stuck', 'ladder'], near: 160 },
          { all: ['stuck', 'decider'], near: 160 },
          { all: ['stuck', 'higher'], near: 160 },
          cue('lastWord')
        ],
        [cue('stuck')]
      )
    ]
  },
  {
    rule: 'CF016',
    parts: [part('others', [{ all: ['others', 'bound'], near: 160 }], [cue('others')])]
  },
  {
    rule: 'CF017',
    parts: [part('order', [{ all: ['politics', 'order'], near: 120 }], [cue('politics')])]
  },
  {
    rule: 'CF018',
    parts: [part('cost', [{ all: ['flexible', 'cost'], near: 160 }], [cue('flexible')])]
  },
  {
    rule: 'CF019',
    parts: [part('guarantor', [{ all: ['guarantor', 'owes'], near: 120 }], [cue('guarantor')])]
  },
  {
    rule: 'CF020',
    parts: [part('suspension', [{ all: ['suspend', 'observer'], near: 120 }], [])]
  },
  {
    rule: 'CF021',
    parts: [
      part('works', [{ all: ['works', 'notify'], near: 160, unless: 'negated' }], [cue('works')])
    ]
  },
  {
    rule: 'CF022',
    parts: [part('grade', [cue('grade')], [cue('rank')])]
  },
  {
    rule: 'CF023',
    parts: [
      part('test', [{ all: ['hotline', 'tested'], near: 160 }], [cue('hotline')]),
      part(
        'acknowledgement',
        [
          { all: ['acknowledge', 'span', 'hotline'], near: 240 },
          paragraph('hotline', 'acknowledge', 'span')
        ],
        [cue('hotline', 'acknowledge')]
      )
    ]
  },
  {
    rule: 'CF024',
    parts: [part('language', [cue('language', 'authentic')], [cue('language')])]
  },
  {
    rule: 'CF025',
    parts: [
      part('duration', [{ all: ['lasts', 'duration'], near: 160 }], [cue('lasts')]),
      part('renewal', [{ all: ['renew', 'duration'], near: 160 }], [cue('renew')])
    ]
  },
  {
    rule: 'CF026',
    parts: [part('cadence', [{ all: ['inspect', 'cadence'], near: 120 }], [cue('inspection')])]
  },
  {
    rule: 'CF027',
    parts: [
      part('detainees', [{ all: ['detainee', 'freed'], near: 160 }], [cue('detainee')]),
      part('missing', [{ all: ['lost', 'found'], near: 120 }], [cue('lost')])
    ]
  },
  {
    rule: 'CF028',
    parts: [
      part(
        'records',
        [{ all: ['mines', 'charted'], near: 140, unless: 'negated' }],
        [cue('mines', 'mineRule'), cue('mines')]
      )
    ]
  }
]
