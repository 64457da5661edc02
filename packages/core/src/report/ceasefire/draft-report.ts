import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { words } from '../words/index.ts'
import type { CeasefireDraft, DraftArticle, DraftGap } from './draft.ts'
import type { DraftAnnex } from './draft-annex.ts'
import { gapMark } from './draft-words.ts'

/** The draft as it is read and worked on: preamble, articles, annexes, notes, what is left. */
export function draftReport(draft: CeasefireDraft): readonly Block[] {
  const told = words()
  return [
    heading(1, draft.title),
    paragraph(draft.about),
    heading(2, told.say('draft.preamble')),
    paragraph(draft.preamble),
    ...draft.articles.flatMap((article) => articleBlocks(article, told)),
    ...draft.annexes.flatMap((annex) => annexBlocks(annex, told)),
    ...(draft.notes.length > 0
      ? [heading(2, told.say('draft.notes')), ...draft.notes.map((note) => paragraph(note))]
      : []),
    ...leftBlocks(draft, told)
  ]
}

const articleBlocks = ({ n, title, clauses }: DraftArticle, told: Words): readonly Block[] => [
  heading(2, told.say('draft.article', { n, title })),
  ...clauses.map(({ number, text }) => paragraph(told.say('draft.clause', { number, text })))
]

const annexBlocks = (
  { letter, title, lines, map, tables }: DraftAnnex,
  told: Words
): readonly Block[] => [
  heading(2, told.say('draft.annex', { letter, title })),
  ...lines.map((line) => paragraph(line)),
  ...(map ? [map] : []),
  ...tables.flatMap(({ lead, head, rows }) => [
    ...(lead === undefined ? [] : [heading(3, lead)]),
    table(head, rows)
  ])
]

/** What is left to be agreed, counted and listed, so that nobody has to look for it. */
function leftBlocks({ gaps, maps }: CeasefireDraft, told: Words): readonly Block[] {
  return [
    heading(2, told.say('draft.gaps', { n: gaps.length })),
    ...(gaps.length > 0
      ? [list(gaps.map((gap) => gapLine(gap, told)))]
      : [paragraph(told.say('draft.gaps.none'))]),
    ...(maps > 0 ? [paragraph(told.say('draft.gaps.maps', { n: maps }))] : [])
  ]
}

const gapLine = ({ place, what, rule }: DraftGap, told: Words): string =>
  told.say('draft.gap.line', { place, gap: gapMark(told, what, rule) })
