import type { TextParagraph, TextSentence } from './agreement-text.ts'
import { paragraphsOfText } from './agreement-text.ts'
import type { CueFamily, CueHit } from './cue-families.ts'
import { cueHits } from './cue-families.ts'
import type {
  ClauseQuestion,
  Cue,
  QuestionPart,
  QuestionPartId,
  QuestionRule
} from './cue-questions.ts'
import { CLAUSE_QUESTIONS } from './cue-questions.ts'
import type { TextFigure } from './text-figures.ts'
import { figuresInText } from './text-figures.ts'

/** How far a text answers, from least to most. */
export const ANSWER_STATES = ['absent', 'unclear', 'answered'] as const
/** One of `ANSWER_STATES`. */
export type AnswerState = (typeof ANSWER_STATES)[number]

/** A place that answers or touches a question, and the words that were gone by. */
export interface AnswerPlace {
  readonly line: number
  readonly article: string
  readonly quote: string
  readonly cues: readonly string[]
}

/** One part of a question: its state, and the first places that show it. */
export interface AnsweredPart {
  readonly id: QuestionPartId
  readonly state: AnswerState
  readonly places: readonly AnswerPlace[]
}

/** A question, and how far the text answers it: all of its parts, some or none. */
export interface AnsweredQuestion {
  readonly rule: QuestionRule
  readonly state: AnswerState
  readonly parts: readonly AnsweredPart[]
}

/** An agreement, asked clause by clause. */
export interface ComparedText {
  readonly questions: readonly AnsweredQuestion[]
  readonly figures: readonly TextFigure[]
  readonly lines: number
}

/** More places than these say no more about whether a question is answered. */
const MOST_PLACES = 3
const NEAR = 280

/** Asks a text what every ceasefire text is asked. What is added to a text takes nothing away. */
export function compareText(text: string): ComparedText {
  const paragraphs = paragraphsOfText(text).map(asked)
  return {
    questions: CLAUSE_QUESTIONS.map((question) => answeredIn(paragraphs, question)),
    figures: figuresInText(
      paragraphs.flatMap(({ sentences }) => sentences.map(({ said }) => said))
    ),
    lines: text.split(/\r\n?|\n/).length
  }
}

/** A stretch of text with what has been looked up in it. */
interface Stretch {
  readonly said: TextSentence
  /** Left open or put off: it can touch a question and answer none. */
  readonly open: boolean
  readonly hits: (family: CueFamily) => readonly CueHit[]
}

interface AskedParagraph {
  readonly sentences: readonly Stretch[]
  readonly whole: Stretch
}

/** Brackets hold what is not agreed; a number alone in them leads to a note. */
const BRACKETS = /\[(?!\d+\])[^\]]*\]/
/** What is left to be agreed is named in them, and not spoken of. */
const LEFT_OPEN = /\[to be (?:agreed|attached):[^\]]*\]/g
const PUT_OFF =
  /\b(?:to be|shall be|will be|remains? to be)(?: \w+)? (?:agreed|determined|decided|negotiated|settled|worked out|defined|established|drawn up)\b[^.;]{0,80}\b(?:later|subsequently|separately|in due course)\b|\b(?:is|are|remains?) (?:still )?to be (?:agreed|determined|decided|negotiated)\b/i

function asked(paragraph: TextParagraph): AskedParagraph {
  const sentences = paragraph.map(stretch)
  return { sentences, whole: stretch(joinedSentence(paragraph)) }
}

function stretch(sentence: TextSentence): Stretch {
  // letters keep their places, so that lines and quotes stay right
  const text = sentence.text.replace(LEFT_OPEN, (held) => ' '.repeat(held.length))
  const known = new Map<CueFamily, readonly CueHit[]>()
  return {
    said: sentence,
    open: BRACKETS.test(sentence.text) || PUT_OFF.test(text),
    hits: (family) => {
      const found = known.get(family) ?? cueHits(family, text)
      known.set(family, found)
      return found
    }
  }
}

function joinedSentence(paragraph: TextParagraph): TextSentence {
  const starts: [number, TextSentence][] = []
  let text = ''
  for (const sentence of paragraph) {
    starts.push([text.length, sentence])
    text += `${sentence.text} `
  }
  return {
    text,
    article: paragraph[0]?.article ?? '',
    lineAt: (offset) => {
      const [from, sentence] = starts.findLast(([start]) => start <= offset) ?? []
      return sentence?.lineAt(offset - (from ?? 0)) ?? 1
    }
  }
}

function answeredIn(
  paragraphs: readonly AskedParagraph[],
  { rule, parts }: ClauseQuestion
): AnsweredQuestion {
  const found = parts.map((one) => partIn(paragraphs, one))
  const state = found.every((one) => one.state === 'answered')
    ? 'answered'
    : found.every((one) => one.state === 'absent')
      ? 'absent'
      : 'unclear'
  return { rule, state, parts: found }
}

function partIn(
  paragraphs: readonly AskedParagraph[],
  { id, answers, touches }: QuestionPart
): AnsweredPart {
  const answering: AnswerPlace[] = []
  const touching: AnswerPlace[] = []
  for (const paragraph of paragraphs) {
    for (const cue of answers)
      for (const { place, sure } of metBy(paragraph, cue)) (sure ? answering : touching).push(place)
    if (answering.length === 0)
      for (const cue of touches) for (const { place } of metBy(paragraph, cue)) touching.push(place)
  }
  const [state, places]: [AnswerState, readonly AnswerPlace[]] =
    answering.length > 0
      ? ['answered', answering]
      : [touching.length > 0 ? 'unclear' : 'absent', touching]
  return { id, state, places: eachLine(places).slice(0, MOST_PLACES) }
}

function eachLine(places: readonly AnswerPlace[]): readonly AnswerPlace[] {
  const first = new Map<number, AnswerPlace>()
  for (const place of places) if (!first.has(place.line)) first.set(place.line, place)
  return [...first.values()].sort((a, b) => a.line - b.line)
}

interface Met {
  readonly place: AnswerPlace
  readonly sure: boolean
}

function metBy({ sentences, whole }: AskedParagraph, cue: Cue): readonly Met[] {
  const stretches = cue.paragraph ? [whole] : sentences
  return stretches.flatMap((one) => {
    if (cue.not !== undefined && one.hits(cue.not).length > 0) return []
    const plain = (hit: CueHit): boolean =>
      cue.unless !== 'negated' || !isNegated(one.said.text, hit.start)
    const met = together(one, cue, plain)
    if (met) return [{ place: placeOf(one.said, met), sure: !one.open }]
    const denied = together(one, cue, () => true)
    return denied ? [{ place: placeOf(one.said, denied), sure: false }] : []
  })
}

/** The first word of the first family that counts and has one of each other family near it. */
function together(
  { hits }: Stretch,
  { all, near = NEAR }: Cue,
  counts: (first: CueHit) => boolean
): readonly CueHit[] | undefined {
  const [key, ...others] = all
  const rest = others.map(hits)
  if (rest.some((found) => found.length === 0)) return undefined
  for (const first of hits(key).filter(counts)) {
    const chosen = [first]
    for (const found of rest) {
      const next = nearestTo(first, found, chosen)
      if (next) chosen.push(next)
    }
    if (chosen.length === all.length && reach(chosen) <= near) return chosen
  }
  return undefined
}

function nearestTo(
  first: CueHit,
  found: readonly CueHit[],
  taken: readonly CueHit[]
): CueHit | undefined {
  let best: CueHit | undefined
  const gap = (hit: CueHit): number =>
    Math.min(Math.abs(hit.start - first.end), Math.abs(first.start - hit.end))
  for (const hit of found)
    if (
      taken.every((other) => hit.end <= other.start || hit.start >= other.end) &&
      (best === undefined || gap(hit) < gap(best))
    )
      best = hit
  return best
}

const reach = (hits: readonly CueHit[]): number =>
  Math.max(...hits.map(({ end }) => end)) - Math.min(...hits.map(({ start }) => start))

const isNegated = (text: string, at: number): boolean =>
  /\b(?:no|not|without|never|neither|nor)\s+(?:[\w-]+\s+){0,2}$/i.test(
    text.slice(Math.max(0, at - 40), at)
  )

/** So many letters of a quote around what was gone by; a longer stretch is shown by its two ends. */
const QUOTE = 110

function placeOf({ text, article, lineAt }: TextSentence, hits: readonly CueHit[]): AnswerPlace {
  const start = Math.min(...hits.map((hit) => hit.start))
  const end = Math.max(...hits.map((hit) => hit.end))
  return {
    line: lineAt(hits[0]?.start ?? 0),
    article,
    quote: phrase(text, start, end),
    cues: [...hits].sort((a, b) => a.start - b.start).map((hit) => text.slice(hit.start, hit.end))
  }
}

function phrase(text: string, start: number, end: number): string {
  const from = wordAt(text, start - 20)
  if (end - from <= QUOTE)
    return between(text, from, wordEnd(text, Math.max(end, from + QUOTE / 2)))
  const half = QUOTE / 2
  const [before, after] = [wordEnd(text, start + half), wordAt(text, end - half)]
  if (after <= before) return between(text, from, wordEnd(text, end))
  return `${between(text, from, before)} ${between(text, after, wordEnd(text, end)).replace(/^… /, '')}`
}

/** Where the word begins that stands there. */
const wordAt = (text: string, at: number): number => text.lastIndexOf(' ', Math.max(0, at)) + 1

function wordEnd(text: string, at: number): number {
  const found = text.indexOf(' ', Math.min(at, text.length))
  return found < 0 ? text.length : found
}

const between = (text: string, from: number, to: number): string =>
  `${from > 0 ? '… ' : ''}${text.slice(from, to).trim()}${to < text.length ? ' …' : ''}`
