import type { Case, Judgement } from '@truce/core'
import { requiredParties } from '@truce/core/worth'
import { useMemo, useRef, useState } from 'react'
import type { Judged, Overrides, Terms } from '../../engine/protocol.ts'
import { withDrafts } from '../../engine/with-drafts.ts'
import { useWorkbench } from '../../state/use-workbench.ts'
import type { Workbench } from '../../state/workbench.ts'
import type { Steered } from '../../ui/use-answer.ts'
import { NOTHING, useAnswer, useAnswers } from '../../ui/use-answer.ts'
import type { BargainingDocument } from './documents.ts'
import { partiesAble } from './empty.tsx'
import { judgementOf, mattersMost } from './judgements.ts'
import type { Least } from './marks.ts'
import { plain } from './packages.ts'
import { sentences } from './sentence.ts'
import type { Studying } from './use-study.ts'
import { useStudy } from './use-study.ts'
import type { Words } from './use-words.ts'
import { useWords } from './use-words.ts'

/** Everything the parts of the room share. */
export interface Deals {
  readonly words: Words
  /** The case with the drafts of the table among its proposals. */
  readonly source: Case
  /** The deal space under the judgements as they are moved now. */
  readonly document: BargainingDocument | undefined
  /** The same as the case has it, while some are moved. */
  readonly base: BargainingDocument | undefined
  /** The work on the document, and the way to end it. */
  readonly working: Steered<BargainingDocument>
  /** Whether what is there is a first answer, and a closer one is worked on. */
  readonly isRough: boolean
  readonly failed: string | undefined
  readonly sentence: string
  readonly able: readonly string[]
  /** Parties that the deal space is asked for: their redlines bind. */
  readonly asked: readonly string[]
  readonly axes: readonly [string, string]
  readonly respectRedlines: boolean
  /** The proposal that is looked at. */
  readonly chosen: string | undefined
  readonly least: Least
  readonly overrides: Overrides
  readonly judgements: readonly Judgement[]
  readonly judged: Judged | undefined
  readonly studying: Studying
  readonly setAxes: (axes: readonly [string, string]) => void
  readonly setRespect: (respect: boolean) => void
  readonly setParties: (parties: readonly string[]) => void
  readonly setLeast: (least: Least) => void
  readonly move: (overrides: Overrides) => void
  readonly write: () => void
  readonly makeDraft: (title: string, terms: Terms) => void
}

/** A held slider asks this seldom, in milliseconds. */
const HELD = 120
/** Draws behind the chance beside the sliders. */
const JUDGED = 2000

/** The state of the room, and what the engine answers to it. */
export function useDeals(written: Case): Deals {
  const workbench = useWorkbench()
  const { drafts } = workbench.view
  const source = useMemo(() => withDrafts(written, drafts), [written, drafts])
  const words = useWords(source)
  const [wanted, setAxes] = useState<readonly [string, string]>()
  const [respectRedlines, setRespect] = useState(true)
  const [parties, setParties] = useState<readonly string[]>()
  const [least, setLeast] = useState<Least>({})
  const [overrides, move] = useState<Overrides>({})
  const moved = Object.keys(overrides).length > 0
  const asked = { ...(parties ? { parties } : {}), respectRedlines, overrides, drafts }
  // What can be agreed is exact, and there long before the chances of it are drawn.
  const plain = { ...asked, chances: false }
  const first = isWide(source) ? [{ ...plain, rough: true }] : []
  const rounds = moved ? [...first, asked] : [...first, plain, asked]
  const [working = NOTHING] = useAnswers('bargaining', [{ slot: '', rounds }], moved ? HELD : 0)
  const { answer: document, error, pending } = working
  const base = useBase(document, { moved, pending })
  const chosen = chosenOf(workbench.focus, source, base ?? document)
  const studying = useStudy(document !== undefined && !pending)
  const study = studying.answer
  const judgements = useMemo(
    () => (study && chosen !== undefined ? mattersMost(source, study, chosen) : []),
    [source, study, chosen]
  )
  const draft = drafts.find(({ id }) => id === chosen) ?? { proposal: chosen ?? '' }
  const isJudged = moved && chosen !== undefined
  const judged = useAnswer(
    'judge',
    isJudged ? { draft, draws: JUDGED, overrides } : undefined,
    HELD
  )
  const able = partiesAble(source)
  return {
    words,
    source,
    document,
    base,
    isRough: document?.settings.rough === true && (pending || working.stopped),
    failed: error,
    working,
    sentence: document ? sentences(document, chosen, words).map(words.say).join(' ') : '',
    able,
    asked: parties ?? requiredParties(source),
    axes: axesOf(wanted, document?.parties ?? able),
    respectRedlines,
    chosen,
    least,
    overrides,
    judgements,
    judged: judged.answer,
    studying,
    setAxes,
    setRespect,
    setParties,
    setLeast,
    move,
    write: () => {
      write(workbench, source, overrides)
      move({})
    },
    makeDraft: (title, terms) => makeDraft(workbench, title, terms)
  }
}

/** So many packages that what can be agreed may take many seconds. */
const MANY = 1e10

const isWide = ({ issues }: Case): boolean =>
  issues.reduce((all, { options }) => all * options.length, 1) > MANY

/** The last answer before judgements were moved, for as long as they are. */
function useBase(
  document: BargainingDocument | undefined,
  { moved, pending }: { readonly moved: boolean; readonly pending: boolean }
): BargainingDocument | undefined {
  const settled = useRef<BargainingDocument>(undefined)
  if (!moved && !pending) settled.current = document
  return moved ? settled.current : undefined
}

/** The proposal of the address; else the first that keeps the bounds, else the first. */
function chosenOf(
  focus: string | undefined,
  { proposals }: Case,
  document: BargainingDocument | undefined
): string | undefined {
  if (proposals.some(({ id }) => id === focus)) return focus
  const within = proposals.find(
    ({ id }) =>
      document?.proposals[id]?.crosses.length === 0 && document.proposals[id]?.breaks.length === 0
  )
  return (within ?? proposals[0])?.id
}

function axesOf(
  wanted: readonly [string, string] | undefined,
  parties: readonly string[]
): readonly [string, string] {
  if (wanted?.every((party) => parties.includes(party))) return wanted
  const [first = '', second = first] = parties
  return [first, second]
}

/** Ranges keep their ends; the value that was chosen becomes the likeliest. */
function write(workbench: Workbench, source: Case, overrides: Overrides): void {
  for (const [key, { low, mode, high }] of Object.entries(overrides)) {
    const judgement = judgementOf(source, key)
    if (judgement) workbench.set(judgement.at, [low, mode, high])
  }
}

function makeDraft(workbench: Workbench, title: string, terms: Terms): void {
  const taken = new Set(
    [...workbench.view.drafts, ...(workbench.view.case?.proposals ?? [])].map(({ id }) => id)
  )
  let number = 1
  while (taken.has(`deal-${number}`)) number++
  const id = `deal-${number}`
  workbench.putDraft({ id, title, terms: plain(terms) })
  workbench.go('table', id)
}
