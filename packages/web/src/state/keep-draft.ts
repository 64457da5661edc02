import type { Case, SourceFile } from '@truce/core'
import { heldTerms, parentOf } from '../engine/with-drafts.ts'
import { entryId } from './entry-id.ts'
import { writtenAt } from './pointer.ts'
import type { TableDraft } from './workbench.ts'
import { addAt, cutAt } from './yaml-block.ts'
import { setAt } from './yaml-edit.ts'

/**
 * How a draft is kept: as a proposal of its own, or in the place of the one it was made of. `by` is
 * the party or source that puts it forward; without it the proposal is the authors' of the file.
 */
export type Keeping =
  | { readonly as: 'new'; readonly title: string; readonly by?: string; readonly note?: string }
  | { readonly as: 'replace' }

/** The texts with a draft in them, and the id of its proposal there. */
export interface Kept {
  readonly files: readonly SourceFile[]
  readonly id: string
}

/** The case as it is written and as it was read. */
export interface Written {
  readonly files: readonly SourceFile[]
  readonly source: Case
}

/**
 * Writes a draft into the texts of the case. What it holds of its proposal is copied as it is
 * written there, so that a later step, its chance and its source stay whose they are.
 */
export function keepIn(written: Written, draft: TableDraft, how: Keeping): Kept {
  const parent = parentOf(draft, written.source)
  return how.as === 'replace' && parent
    ? { files: replaced(written, draft, parent.id), id: parent.id }
    : added(written, draft, how.as === 'new' ? how : { as: 'new', title: draft.title })
}

type New = Extract<Keeping, { readonly as: 'new' }>

function added({ files, source }: Written, draft: TableDraft, { title, by, note }: New): Kept {
  const taken = [...source.proposals.map(({ id }) => id), ...source.parties.keys()]
  const id = entryId(title, taken, 'proposal')
  const parent = parentOf(draft, source)
  const held = heldTerms(draft, source)
  const as = `proposals/${parent?.id}`
  const terms = source.issues.flatMap((issue) => {
    const option = draft.terms[issue.id]
    if (!issue.options.some((one) => one.id === option)) return []
    const term = held.has(issue.id) ? writtenAt(files, `${as}/terms/${issue.id}`) : option
    return [[issue.id, term] as const]
  })
  const reviews = [...(parent?.provisional.keys() ?? [])]
    .filter((issue) => held.has(issue))
    .map((issue) => [issue, writtenAt(files, `${as}/provisional/${issue}`)] as const)
  const cited = [...held.values()].flatMap(({ chance }) => chance?.source ?? []).at(0)
  const entry = {
    title,
    ...(by === undefined ? {} : { by }),
    // The chance of a later step is copied, and stays the figure of whoever gave it.
    ...(cited === undefined || cited === by ? {} : { source: cited }),
    ...(note === undefined ? {} : { note }),
    terms: Object.fromEntries(terms),
    ...(reviews.length === 0 ? {} : { provisional: Object.fromEntries(reviews) })
  }
  return { files: addAt(files, `proposals/${id}`, entry), id }
}

function replaced(
  { files, source }: Written,
  draft: TableDraft,
  id: string
): readonly SourceFile[] {
  const proposal = source.proposals.find((one) => one.id === id)
  const held = heldTerms(draft, source)
  let texts = files
  for (const { id: issue, options } of source.issues) {
    if (held.has(issue)) continue
    const [at, option] = [`proposals/${id}/terms/${issue}`, draft.terms[issue]]
    const old = writtenAt(texts, at)
    if (!options.some((one) => one.id === option)) texts = cutAt(texts, at)
    else if (old !== option) texts = setAt(texts, at, option)
    if (proposal?.provisional.has(issue))
      texts = cutAt(texts, `proposals/${id}/provisional/${issue}`)
  }
  return texts
}

/** A copy of a proposal, word for word but for its title. */
export function copyIn({ files, source }: Written, id: string, title: string): Kept {
  const taken = source.proposals.map((one) => one.id)
  const copy = entryId(title, taken, 'proposal')
  const entry = writtenAt(files, `proposals/${id}`)
  const whole = { ...(typeof entry === 'object' ? entry : {}), title }
  return { files: addAt(files, `proposals/${copy}`, whole), id: copy }
}

/** The texts with drafts among the proposals, each titled as `titleOf` says. */
export function withKept(
  written: Written,
  drafts: readonly TableDraft[],
  titleOf: (draft: TableDraft) => string
): readonly SourceFile[] {
  let { files, source } = written
  for (const draft of drafts) {
    const kept = keepIn({ files, source }, draft, { as: 'new', title: titleOf(draft) })
    const stub = { ...kept, title: draft.title, terms: new Map(), provisional: new Map(), at: '' }
    source = { ...source, proposals: [...source.proposals, stub] }
    files = kept.files
  }
  return files
}
