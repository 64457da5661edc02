import type { Case, Issue, Proposal, Term } from '@truce/core'
import { textIn } from '@truce/core/model'
import type { Draft, Terms } from '../engine/protocol.ts'
import type { CaseView, TableDraft } from '../state/workbench.ts'

/**
 * What stands side by side on the table: a proposal of the case, which is read only, or a draft.
 */
export interface Column {
  readonly id: string
  readonly title: string
  readonly proposal?: Proposal
  readonly draft?: TableDraft
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
    ...drafts.map((draft) =>
      remembered(draftColumns, draft, { id: draft.id, title: draft.title, draft })
    )
  ]
}

function remembered<Of extends object>(columns: WeakMap<Of, Column>, of: Of, made: Column): Column {
  const known = columns.get(of)
  if (known?.title === made.title) return known
  columns.set(of, made)
  return made
}

/**
 * What the column says about the issue. An option the issue does not have (any more) counts as not
 * said.
 */
export function saidOn({ proposal, draft }: Column, { id, options, ifSilent }: Issue): Said {
  const has = (option: string | undefined): option is string =>
    options.some((one) => one.id === option)
  const term = proposal?.terms.get(id)
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
  return column.proposal ? { proposal: column.proposal.id } : { terms: plainTerms(column, source) }
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

/** Issues on which the column has a staged term, of which a draft keeps the first step only. */
export function stagedIssues({ proposal }: Column): readonly string[] {
  return [...(proposal?.terms ?? [])]
    .filter(([, { then }]) => then !== undefined)
    .map(([issue]) => issue)
}

/** A new draft with the column's options, or an empty one. Its id is not that of any column. */
export function newDraft(columns: readonly Column[], title: string, terms: Terms): TableDraft {
  const taken = new Set(columns.map(({ id }) => id))
  const titles = new Set(columns.map((column) => column.title))
  return {
    id: firstFree('draft-', taken),
    title: titles.has(title) ? firstFree(`${title} `, titles) : title,
    terms
  }
}

/**
 * A draft of a column with some issues settled otherwise, under a title of its own. What a draft
 * began from, its copy began from as well.
 */
export function draftFrom(
  column: Column,
  columns: readonly Column[],
  given: {
    readonly source: Pick<Case, 'issues'>
    readonly title: string
    readonly changes?: Terms
  }
): TableDraft {
  const { source, title, changes = {} } = given
  const from = column.proposal?.id ?? column.draft?.from
  return {
    ...newDraft(columns, title, { ...plainTerms(column, source), ...changes }),
    ...(from === undefined ? {} : { from })
  }
}

/** A draft with one issue settled otherwise, or left open. */
export function withOption(
  draft: TableDraft,
  issue: string,
  option: string | undefined
): TableDraft {
  const { [issue]: _, ...rest } = draft.terms
  return { ...draft, terms: option === undefined ? rest : { ...rest, [issue]: option } }
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
