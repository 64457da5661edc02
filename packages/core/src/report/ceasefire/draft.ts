import type { LibraryClause, ModelClauseId, ModelSlot } from '../../ceasefire/clause-library.ts'
import { MODEL_ARTICLES } from '../../ceasefire/clause-library.ts'
import type { QuestionRule } from '../../ceasefire/cue-questions.ts'
import type { Case } from '../../model/case.ts'
import { textIn } from '../../model/package.ts'
import { capital, words } from '../words/index.ts'
import { fill } from '../words/template.ts'
import type { DraftAnnex } from './draft-annex.ts'
import { annexesOf } from './draft-annexes.ts'
import type { DraftItem } from './draft-items.ts'
import { itemsOf } from './draft-items.ts'
import type { DraftSlots } from './draft-slots.ts'
import { slotsOf } from './draft-slots.ts'
import type { DraftGround, Drafting } from './draft-words.ts'
import { gapMark, MARKED, noteOf, partiesNamed } from './draft-words.ts'

/** What is left to be agreed: where, what, and the rule that asks for it. */
export interface DraftGap {
  readonly place: string
  readonly clause: ModelClauseId
  readonly what: string
  readonly rule?: QuestionRule
}

/** A clause: its number, its lasting id, its text, and the key of the case that fills it. */
export interface DraftClause {
  readonly number: string
  readonly id: string
  readonly key: string
  /** The pointer to where the case says it, or would. */
  readonly at: string
  readonly rule?: QuestionRule
  readonly text: string
  /** How much of it is left to be agreed. */
  readonly gaps: number
}

/** An article of the draft. */
export interface DraftArticle {
  readonly n: number
  readonly id: string
  readonly title: string
  readonly clauses: readonly DraftClause[]
}

/** A ceasefire's text as far as a case goes. */
export interface CeasefireDraft {
  readonly title: string
  readonly about: string
  readonly preamble: string
  readonly articles: readonly DraftArticle[]
  readonly annexes: readonly DraftAnnex[]
  readonly notes: readonly string[]
  readonly gaps: readonly DraftGap[]
  /** How many maps are to be attached. */
  readonly maps: number
}

/**
 * The text of a ceasefire in the field's order, filled from a case; gaps are marked. With what of
 * the case can be drawn, it holds the map.
 */
export function draftOf(source: Case, ground?: DraftGround): CeasefireDraft {
  const told = words()
  const drafting: Drafting = { source, told, ...(ground ? { ground } : {}) }
  const { ceasefire } = source.process
  const numbered = numbering(drafting)
  const gaps: DraftGap[] = []
  const shared = slotsOf(drafting)
  const articles = MODEL_ARTICLES.map(({ id, clauses }, at) => ({
    n: at + 1,
    id,
    title: told.say(`ceasefire.clause.${id}`),
    clauses: clausesOf(drafting, shared, clauses).map((clause, within) => {
      const number = `${at + 1}.${within + 1}`
      gaps.push(...clause.gaps.map((gap) => ({ ...gap, place: number })))
      return { ...clause, number, text: numbered.text(clause.text), gaps: clause.gaps.length }
    })
  }))
  const annexes = annexesOf(drafting, numbered.text)
  const signatories =
    partiesNamed(drafting, ceasefire?.signatories) ?? gapWords(drafting, 'signatories', undefined)
  return {
    title: ceasefire
      ? told.say('draft.title.class', { class: told.say(`draft.class.${ceasefire.class}`) })
      : told.say('draft.title'),
    about: told.say('draft.about', { title: textIn(source.title), asOf: source.asOf }),
    preamble: capital(told.say('draft.preamble.parties', { signatories })),
    articles,
    annexes: annexes.annexes,
    notes: numbered.notes(),
    gaps,
    maps: annexes.maps
  }
}

type Written = Omit<DraftClause, 'number' | 'gaps'> & {
  readonly gaps: readonly Omit<DraftGap, 'place'>[]
}

function clausesOf(
  drafting: Drafting,
  shared: DraftSlots,
  clauses: readonly LibraryClause[]
): readonly Written[] {
  return runsOf(clauses).flatMap((run) => {
    const of = run[0]?.of
    const items = of === undefined ? [{ id: '', slots: {} }] : itemsOf(drafting, of)
    return items.flatMap((item) =>
      run.flatMap((clause) => {
        const slots = { ...shared, ...item.slots }
        if (clause.if === 'said' && clause.slots.every((slot) => slots[slot] === undefined))
          return []
        return [clauseOf(drafting, clause, { id: item.id, slots })]
      })
    )
  })
}

/** Clauses of the same things that follow each other stand together, thing by thing. */
function runsOf(clauses: readonly LibraryClause[]): readonly (readonly LibraryClause[])[] {
  const runs: LibraryClause[][] = []
  for (const clause of clauses) {
    const last = runs.at(-1)
    if (last && clause.of !== undefined && last[0]?.of === clause.of) last.push(clause)
    else runs.push([clause])
  }
  return runs
}

function clauseOf(
  drafting: Drafting,
  { id, key, rule, slots }: LibraryClause,
  item: DraftItem
): Written {
  const { told } = drafting
  const ruled = rule === undefined ? {} : { rule }
  const gaps = slots.filter((slot) => item.slots[slot] === undefined)
  const values = Object.fromEntries(
    slots.map((slot) => [slot, item.slots[slot] ?? gapWords(drafting, slot, rule)])
  )
  return {
    id: item.id === '' ? id : `${id}.${item.id}`,
    key,
    at: placeOf(key, item),
    ...ruled,
    text: fill(told.say(`clause.${id}`), values, told.language).replace(/ +\.$/, '.'),
    gaps: gaps.map((slot) => ({ clause: id, what: told.say(`gap.${slot}`), ...ruled }))
  }
}

/** `withdrawals.starts, ends` of one of them: `withdrawals/heavy/starts`. */
function placeOf(key: string, { at }: DraftItem): string {
  const [kind = '', ...rest] = key.replace(/,.*/, '').split('.')
  return [at ?? kind, ...rest].join('/')
}

const gapWords = ({ told }: Drafting, slot: ModelSlot, rule: QuestionRule | undefined): string =>
  gapMark(told, told.say(`gap.${slot}`), rule)

interface Numbering {
  /** The text with the numbers of its notes. */
  readonly text: (marked: string) => string
  readonly notes: () => readonly string[]
}

/** Notes are numbered as they are come upon; one source with one reason is one note. */
function numbering(drafting: Drafting): Numbering {
  const known = new Map<string, number>()
  const numberOf = (marked: string): number => {
    const n = known.get(marked) ?? known.size + 1
    known.set(marked, n)
    return n
  }
  return {
    text: (marked) =>
      marked.replace(
        MARKED,
        (_, inside: string) => ` ${drafting.told.say('draft.note', { n: numberOf(inside) })}`
      ),
    notes: () => [...known].map(([inside, n]) => noteOf(drafting, inside, n))
  }
}
