import type { ClauseId } from './clauses.ts'
import type { QuestionPartId, QuestionRule } from './cue-questions.ts'

/**
 * One clause of the model text: the key of a case that fills it, what must be filled in, and the
 * rule that asks for it. A clause `of` something stands once for each of those; one `if` its key is
 * there stands only then.
 */
export interface ModelClause<Slot extends string = string> {
  readonly id: string
  readonly key: string
  readonly slots: readonly Slot[]
  readonly rule?: QuestionRule
  /** Which parts of the rule's question it answers once it is filled. */
  readonly answers?: readonly QuestionPartId[]
  readonly of?: 'withdrawals' | 'meetings' | 'channels' | 'talks' | 'guarantors' | 'flexibility'
  readonly if?: 'said'
}

/**
 * The elements that every ceasefire agreement is expected to have, in the order in which the field
 * writes them (`CLAUSES`), each with its clauses.
 */
export const MODEL_ARTICLES = [
  {
    id: 'parties',
    clauses: [
      { id: 'parties.signatories', key: 'ceasefire.signatories', slots: ['signatories'] },
      {
        id: 'parties.others',
        key: 'ceasefire.others',
        slots: ['others'],
        rule: 'CF016',
        answers: ['others']
      }
    ]
  },
  {
    id: 'type',
    clauses: [
      {
        id: 'type.class',
        key: 'ceasefire.class, declaration, form, publicity',
        slots: ['class', 'declaration', 'form', 'publicity']
      }
    ]
  },
  {
    id: 'entry',
    clauses: [
      {
        id: 'entry.instant',
        key: 'ceasefire.enters-into-force',
        slots: ['instant'],
        rule: 'CF001',
        answers: ['instant']
      },
      {
        id: 'entry.date',
        key: 'ceasefire.date',
        slots: ['dateBy', 'dateUntil'],
        if: 'said'
      },
      {
        id: 'entry.orders',
        key: 'ceasefire.orders',
        slots: ['ordersBy', 'ordersTo', 'ordersOut'],
        rule: 'CF002',
        answers: ['orders']
      }
    ]
  },
  {
    id: 'duration',
    clauses: [
      {
        id: 'duration.term',
        key: 'ceasefire.duration',
        slots: ['term'],
        rule: 'CF025',
        answers: ['duration']
      },
      {
        id: 'duration.renewal',
        key: 'ceasefire.duration.renewal',
        slots: ['renewal'],
        rule: 'CF025',
        answers: ['renewal']
      },
      { id: 'duration.review', key: 'ceasefire.duration.review', slots: ['review'], if: 'said' }
    ]
  },
  {
    id: 'scope',
    clauses: [
      { id: 'scope.scope', key: 'ceasefire.scope', slots: ['scope'] },
      {
        id: 'scope.lines',
        key: 'ceasefire.geography.lines',
        slots: ['lines'],
        rule: 'CF003',
        answers: ['lines']
      },
      {
        id: 'scope.map',
        key: 'ceasefire.geography',
        slots: ['map', 'coordinates', 'markers'],
        rule: 'CF003'
      }
    ]
  },
  {
    id: 'prohibited',
    clauses: [
      {
        id: 'prohibited.acts',
        key: 'ceasefire.prohibited',
        slots: ['prohibited'],
        rule: 'CF008',
        answers: ['prohibited']
      },
      {
        id: 'prohibited.unmanned',
        key: 'ceasefire.prohibited, permitted',
        slots: ['unmanned'],
        rule: 'CF008',
        answers: ['unmanned']
      },
      {
        id: 'prohibited.violation',
        key: 'ceasefire.violation',
        slots: ['violation'],
        rule: 'CF009',
        answers: ['violation']
      }
    ]
  },
  {
    id: 'permitted',
    clauses: [{ id: 'permitted.acts', key: 'ceasefire.permitted', slots: ['permitted'] }]
  },
  {
    id: 'return-fire',
    clauses: [
      {
        id: 'return-fire.rule',
        key: 'ceasefire.return-fire',
        slots: ['returnFire'],
        rule: 'CF010',
        answers: ['return-fire']
      }
    ]
  },
  {
    id: 'withdrawal',
    clauses: [
      {
        id: 'withdrawal.weapons',
        key: 'ceasefire.heavy-weapons',
        slots: ['heavy'],
        rule: 'CF006',
        answers: ['weapons']
      },
      {
        id: 'withdrawal.distance',
        key: 'withdrawals.measure',
        slots: ['weapon', 'measure'],
        rule: 'CF005',
        answers: ['measure'],
        of: 'withdrawals'
      },
      {
        id: 'withdrawal.baseline',
        key: 'withdrawals.baseline, asymmetry',
        slots: ['weapon', 'baseline', 'baselineReason'],
        rule: 'CF004',
        answers: ['baseline'],
        of: 'withdrawals'
      },
      {
        id: 'withdrawal.time',
        key: 'withdrawals.starts, ends',
        slots: ['weapon', 'starts', 'ends'],
        rule: 'CF007',
        answers: ['end'],
        of: 'withdrawals'
      },
      {
        id: 'withdrawal.verified',
        key: 'withdrawals.verified-by',
        slots: ['weapon', 'verifiers'],
        rule: 'CF007',
        answers: ['verifier'],
        of: 'withdrawals'
      }
    ]
  },
  {
    id: 'inventories',
    clauses: [
      {
        id: 'inventories.declared',
        key: 'ceasefire.inventories',
        slots: ['inventoryOf', 'inventoryBy', 'inventoryVerified']
      }
    ]
  },
  {
    id: 'storage',
    clauses: [
      {
        id: 'storage.sites',
        key: 'withdrawals.storage',
        slots: ['weapon', 'storage'],
        rule: 'CF007',
        answers: ['storage'],
        of: 'withdrawals'
      },
      {
        id: 'storage.inspections',
        key: 'ceasefire.monitoring.inspections',
        slots: ['inspections'],
        rule: 'CF026',
        answers: ['cadence']
      }
    ]
  },
  {
    id: 'monitoring',
    clauses: [
      { id: 'monitoring.by', key: 'ceasefire.monitoring.by', slots: ['monitors', 'mandate'] },
      {
        id: 'monitoring.terms',
        key: 'ceasefire.monitoring.terms-of-reference',
        slots: ['monitoringTerms'],
        rule: 'CF013',
        answers: ['terms']
      },
      {
        id: 'monitoring.movement',
        key: 'ceasefire.monitoring.freedom-of-movement',
        slots: ['movement'],
        rule: 'CF012',
        answers: ['movement']
      },
      {
        id: 'monitoring.security',
        key: 'ceasefire.monitoring.security',
        slots: ['security'],
        rule: 'CF012',
        answers: ['security']
      },
      { id: 'monitoring.technology', key: 'ceasefire.monitoring.technology', slots: ['technology'] }
    ]
  },
  {
    id: 'complaints',
    clauses: [
      {
        id: 'complaints.deadlines',
        key: 'ceasefire.complaints',
        slots: [
          'complaintWithin',
          'verifiedWithin',
          'investigators',
          'investigatedWithin',
          'decidedWithin'
        ],
        rule: 'CF011',
        answers: ['deadline']
      },
      {
        id: 'complaints.ladder',
        key: 'ceasefire.complaints.ladder, deadlock',
        slots: ['ladder', 'ladderEnd'],
        rule: 'CF011',
        answers: ['ladder']
      },
      {
        id: 'complaints.record',
        key: 'ceasefire.record',
        slots: ['record'],
        rule: 'CF014',
        answers: ['record']
      }
    ]
  },
  {
    id: 'commissions',
    clauses: [
      {
        id: 'commissions.meets',
        key: 'meetings',
        slots: ['body', 'bodyMeets', 'bodyPlace'],
        of: 'meetings'
      },
      {
        id: 'commissions.rank',
        key: 'meetings.rank-floor',
        slots: ['body', 'bodyRank'],
        rule: 'CF022',
        answers: ['grade'],
        of: 'meetings'
      },
      {
        id: 'commissions.terms',
        key: 'meetings.terms-of-reference',
        slots: ['body', 'bodyTerms'],
        rule: 'CF013',
        of: 'meetings'
      },
      {
        id: 'commissions.decides',
        key: 'meetings.decides, deadlock',
        slots: ['body', 'bodyDecides', 'bodyDeadlock'],
        rule: 'CF015',
        answers: ['decides', 'deadlock'],
        of: 'meetings'
      }
    ]
  },
  {
    id: 'sanctions',
    clauses: [{ id: 'sanctions.rule', key: 'ceasefire.sanctions', slots: ['sanctions'] }]
  },
  {
    id: 'liaison',
    clauses: [
      {
        id: 'liaison.channel',
        key: 'channels',
        slots: ['channel', 'channelEnds', 'acknowledge', 'answer', 'lineCheck'],
        rule: 'CF023',
        answers: ['test', 'acknowledgement'],
        of: 'channels'
      }
    ]
  },
  {
    id: 'humanitarian',
    clauses: [
      { id: 'humanitarian.access', key: 'ceasefire.humanitarian', slots: ['humanitarian'] },
      {
        id: 'humanitarian.detainees',
        key: 'ceasefire.detainees',
        slots: ['detainees'],
        rule: 'CF027',
        answers: ['detainees']
      },
      {
        id: 'humanitarian.missing',
        key: 'ceasefire.missing',
        slots: ['missing'],
        rule: 'CF027',
        answers: ['missing']
      },
      {
        id: 'humanitarian.mines',
        key: 'ceasefire.mine-records',
        slots: ['mineRecords'],
        rule: 'CF028',
        answers: ['records']
      }
    ]
  },
  {
    id: 'civilians',
    clauses: [
      {
        id: 'civilians.works',
        key: 'ceasefire.civilian-works',
        slots: ['worksNotice', 'worksChannel', 'worksRule'],
        rule: 'CF021',
        answers: ['works']
      }
    ]
  },
  {
    id: 'communication',
    clauses: [
      { id: 'communication.rule', key: 'ceasefire.communication', slots: ['communication'] }
    ]
  },
  {
    id: 'political',
    clauses: [
      {
        id: 'political.talks',
        key: 'ceasefire.talks, tracks.starts',
        slots: ['talks', 'talksStart'],
        rule: 'CF017',
        answers: ['order'],
        of: 'talks'
      }
    ]
  },
  {
    id: 'guarantors',
    clauses: [
      {
        id: 'guarantors.obligation',
        key: 'ceasefire.guarantors',
        slots: ['guarantor', 'obligation'],
        rule: 'CF019',
        answers: ['guarantor'],
        of: 'guarantors'
      }
    ]
  },
  {
    id: 'amendment',
    clauses: [
      { id: 'amendment.amendment', key: 'ceasefire.amendment', slots: ['amendment'] },
      { id: 'amendment.termination', key: 'ceasefire.termination', slots: ['termination'] },
      {
        id: 'amendment.suspension',
        key: 'ceasefire.monitoring.suspension',
        slots: ['suspension'],
        rule: 'CF020',
        answers: ['suspension']
      },
      {
        id: 'amendment.escape',
        key: 'ceasefire.flexibility',
        slots: ['escape', 'escapeCost'],
        rule: 'CF018',
        answers: ['cost'],
        of: 'flexibility'
      },
      { id: 'amendment.no-escape', key: 'ceasefire.flexibility', slots: ['noEscape'], if: 'said' },
      {
        id: 'amendment.languages',
        key: 'ceasefire.languages',
        slots: ['authentic', 'prevails', 'translation'],
        rule: 'CF024',
        answers: ['language']
      }
    ]
  }
] as const satisfies readonly { readonly id: ClauseId; readonly clauses: readonly ModelClause[] }[]

type Article = (typeof MODEL_ARTICLES)[number]
type Clause = Article['clauses'][number]

/** The id of a clause of the model text. */
export type ModelClauseId = Clause['id']
/** What is filled into a clause. */
export type ModelSlot = Clause['slots'][number]
/** A clause of the library. */
export type LibraryClause = ModelClause<ModelSlot> & { readonly id: ModelClauseId }
