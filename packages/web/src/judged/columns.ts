import type { Case, Issue, Proposal, Term } from '@truce/core'
import { textIn } from '@truce/core/model'
import type { Draft, Terms } from '../engine/protocol.ts'
import type { NamedDraft } from '../engine/with-drafts.ts'
import { heldTerms, parentOf } from '../engine/with-drafts.ts'
import type { CaseView, TableDraft } from '../state/workbench.ts'

/**
 * What stands side by side on the table: a proposal of the case, which is read only, or a draft.
 */
export interface Column {
  readonly id: string
  readonly title: string
  readonly proposal?: Proposal
  readonly draft?: TableDraft
  /** The proposal that the draft was made of, as long as the case has it. */
  readonly parent?: Proposal
  /** What the draft still says as that proposal does, a later step included. */
  readonly held?: ReadonlyMap<string, Term>
}

/** What a column says about an issue. `silent`: nothing, and the case says how silence is read. */
export type Said =
  | { readonly kind: 'settled'; readonly option: string; readonly term?: Term }
  | { readonly kind: 'silent'; readonly option: string }
  | { readonly kind: 'open' }

const proposalColumns = new WeakMap<Proposal, Column>()
const draftColumns = new WeakMap<TableDraft, Column>()

/**
 * The proposals in the order of the case, then the drafts. The same proposal or draft is the same
 * column, so that it is not drawn again.
 */
export function columnsOf(
  { case: source, drafts }: Pick<CaseView, 'case' | 'drafts'>,
  language?: string
): readonly Column[] {
  const proposals = (source?.proposals ?? []).map((proposal) => {
    const title = textIn(proposal.title, language)
    return remembered(proposalColumns, proposal, { id: proposal.id, title, proposal })
  })
  return [
    ...proposals,
    ...drafts.map((draft) => remembered(draftColumns, draft, columnOf(draft, source)))
  ]
}

function columnOf(draft: TableDraft, source: Case | undefined): Column {
  const { id, title } = draft
  const parent = source && parentOf(draft, source)
  const held = source && parent && heldTerms(draft, source)
  return { id, title, draft, ...(parent && held ? { parent, held } : {}) }
}

function remembered<Of extends object>(columns: WeakMap<Of, Column>, of: Of, made: Column): Column {
  const known = columns.get(of)
  if (known?.title === made.title && known.parent === made.parent) return known
  columns.set(of, made)
  return made
}

/**
 * What the column says about the issue. An option the issue does not have (any more) counts as not
 * said.
 */
export function saidOn({ proposal, draft, held }: Column, { id, options, ifSilent }: Issue): Said {
  const has = (option: string | undefined): option is string =>
    options.some((one) => one.id === option)
  const term = (proposal?.terms ?? held)?.get(id)
  if (term && has(term.option)) return { kind: 'settled', option: term.option, term }
  const option = draft?.terms[id]
  if (has(option)) return { kind: 'settled', option }
  return has(ifSilent) ? { kind: 'silent', option: ifSilent } : { kind: 'open' }
}

/**
 * The packages a column passes through, silence read as the case reads it; open issues are left
 * out.
 */
export function stagesOf(
  column: Column,
  source: Pick<Case, 'issues'>
): readonly ReadonlyMap<string, string>[] {
  const first = new Map<string, string>()
  const last = new Map<string, string>()
  for (const issue of source.issues) {
    const said = saidOn(column, issue)
    if (said.kind === 'open') continue
    first.set(issue.id, said.option)
    last.set(issue.id, (said.kind === 'settled' ? said.term?.then : undefined) ?? said.option)
  }
  return [...last].some(([issue, option]) => first.get(issue) !== option) ? [first, last] : [first]
}

/** What the engine is asked about. Only options that the case has are sent. */
export function askOf(column: Column, source: Pick<Case, 'issues'>): Draft {
  if (column.proposal) return { proposal: column.proposal.id }
  const terms = plainTerms(column, source)
  const { parent, held } = column
  return parent && held && held.size > 0
    ? { terms, of: parent.id, held: [...held.keys()] }
    : { terms }
}

/** What the engine would be asked about once one issue were settled otherwise, or left open. */
export function asksAround(column: Column, source: Case): readonly Draft[] {
  const start = { id: '', title: '', ...startOf(column, source) }
  return source.issues.flatMap((issue) => {
    const others = [...issue.options.map(({ id }) => id), undefined].filter(
      (option) => option !== start.terms[issue.id]
    )
    return others.map((option) =>
      askOf(columnOf(withOptions(start, { [issue.id]: option }), source), source)
    )
  })
}

/**
 * The drafts that must be laid beside the case's proposals before a column is asked about by its
 * id. They have no title there: no answer hangs on it.
 */
export function draftsOf(column: Column, source: Pick<Case, 'issues'>): readonly NamedDraft[] {
  const asked = askOf(column, source)
  return 'terms' in asked ? [{ ...asked, id: column.id, title: '' }] : []
}

/** The column's options; of a staged term the first one, which is all that is certain. */
export function plainTerms(column: Column, source: Pick<Case, 'issues'>): Terms {
  return Object.fromEntries(
    source.issues.flatMap((issue) => {
      const said = saidOn(column, issue)
      return said.kind === 'settled' ? [[issue.id, said.option]] : []
    })
  )
}

/**
 * A new draft of a column with some issues settled otherwise, or an empty one. Its id is not that
 * of any column.
 */
export function newDraft(
  columns: readonly Column[],
  title: string,
  made: Omit<TableDraft, 'id' | 'title'>
): TableDraft {
  const taken = new Set(columns.map(({ id }) => id))
  const titles = new Set(columns.map((column) => column.title))
  return {
    id: firstFree('draft-', taken),
    title: titles.has(title) ? firstFree(`${title} `, titles) : title,
    ...made
  }
}

/** What a draft of a column begins with: all that the column says, later steps included. */
export function startOf(
  column: Column,
  source: Pick<Case, 'issues'>
): Omit<TableDraft, 'id' | 'title'> {
  const { proposal, parent, held } = column
  const terms = plainTerms(column, source)
  const of = proposal?.id ?? parent?.id
  const kept = [...((proposal?.terms ?? held)?.keys() ?? [])].filter((issue) => issue in terms)
  return of === undefined ? { terms } : { terms, of, held: kept }
}

/**
 * A draft with some issues settled otherwise, or left open. On these it is its own: what came later
 * in the proposal it was made of is gone.
 */
export function withOptions<D extends Omit<TableDraft, 'id' | 'title'>>(
  draft: D,
  changes: Readonly<Record<string, string | undefined>>
): D {
  const terms = Object.entries({ ...draft.terms, ...changes }).flatMap(([issue, option]) =>
    option === undefined ? [] : [[issue, option] as const]
  )
  const held = draft.held?.filter((issue) => !(issue in changes))
  return { ...draft, terms: Object.fromEntries(terms), ...(held ? { held } : {}) }
}

/** A new draft of a column with some issues settled otherwise, under a title of its own. */
export function draftFrom(
  column: Column,
  columns: readonly Column[],
  given: {
    readonly source: Pick<Case, 'issues'>
    readonly title: string
    readonly changes?: Readonly<Record<string, string | undefined>>
  }
): TableDraft {
  const { source, title, changes = {} } = given
  return newDraft(columns, title, withOptions(startOf(column, source), changes))
}

/**
 * Of the columns that were asked for the `most` last ones, in their order on the table; the first
 * ones while none was.
 */
export function shownColumns(
  columns: readonly Column[],
  wanted: readonly string[],
  most: number
): readonly Column[] {
  const known = wanted.filter((id) => columns.some((column) => column.id === id)).slice(-most)
  return known.length > 0 ? columns.filter(({ id }) => known.includes(id)) : columns.slice(0, most)
}

/**
 * Asks for a column; those to keep are put before it, so that they are the last to be pushed out.
 */
export function asking(
  wanted: readonly string[],
  added: string,
  keep: readonly string[]
): readonly string[] {
  const rest = wanted.filter((id) => id !== added && !keep.includes(id))
  return [...rest, ...keep.filter((id) => id !== added), added]
}

function firstFree(stem: string, taken: ReadonlySet<string>): string {
  let n = 1
  while (taken.has(`${stem}${n}`)) n++
  return `${stem}${n}`
}

/** Issues on which the columns do not all say the same. */
export function differing(columns: readonly Column[], issues: readonly Issue[]): readonly Issue[] {
  const words = (column: Column, issue: Issue): string => {
    const said = saidOn(column, issue)
    return said.kind === 'open'
      ? ''
      : [said.option, said.kind === 'settled' ? said.term?.then : undefined].join(' ')
  }
  return issues.filter((issue) => new Set(columns.map((column) => words(column, issue))).size > 1)
}
