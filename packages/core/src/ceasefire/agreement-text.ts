/**
 * A sentence of an agreement with the place it stands at. An item of a list is read together with
 * the words that lead to it, as its grammar asks.
 */
export interface TextSentence {
  readonly text: string
  /** What the text itself calls the place: `Article 5, 2 (a)`; empty where it has no numbers. */
  readonly article: string
  /** The line of a letter of `text`, from 1. */
  readonly lineAt: (offset: number) => number
}

/** A paragraph of an agreement. */
export type TextParagraph = readonly TextSentence[]

/** Letters and the line that each of them comes from. */
interface Laid {
  readonly text: string
  readonly lines: readonly (readonly [offset: number, line: number])[]
}

type Kind = 'article' | 'number' | 'letter' | 'bullet' | 'heading' | 'plain'

interface Piece extends Laid {
  readonly kind: Kind
  readonly article: string
}

/** The paragraphs of a text, plain or Markdown, each cut into sentences. */
export function paragraphsOfText(text: string): readonly TextParagraph[] {
  const paragraphs: TextParagraph[] = []
  let lead: Piece | undefined
  for (const piece of piecesOf(text)) {
    const item = lead !== undefined && isItemOf(piece, lead)
    paragraphs.push(sentencesOf(piece, item ? lead : undefined))
    if (!item) lead = /:\s*\**$/.test(piece.text) ? piece : undefined
  }
  return paragraphs
}

/** A list ends where the numbering of its lead goes on, or where plain words follow. */
const isItemOf = ({ kind }: Piece, lead: Piece): boolean =>
  kind !== 'plain' && kind !== 'heading' && kind !== 'article' && kind !== lead.kind

const ARTICLE =
  /^(?:article|section|chapter|part|annex|appendix|protocol|point|paragraph|art\.)\s+(?:\d+[a-z]?|[ivxlc]+|[a-z])(?![\w'])/i
/** `A.` or `IV.` before a clause of the first rank. */
const TOP = /^(?:[A-Z]|[IVXLC]+)\.(?=\s)/
const NUMBER =
  /^(?:\d{1,3}(?:\.\d{1,3})+[.)]?|\d{1,3}[.)])(?=\s)(?!\s+(?:k?m|mm|kilomet|met|mile|hours|days|per)\b)/
const LETTER = /^\(?(?:[a-z]|[ivx]{1,5}|\d{1,2})\)(?=\s)/i
const BULLET = /^(?:[-*\u2022\u2013]|\|)(?=\s)/

function piecesOf(text: string): readonly Piece[] {
  const pieces: Piece[] = []
  const place = { article: '', number: '', letter: '' }
  let open: { kind: Kind; article: string; text: string; lines: [number, number][] } | undefined
  const close = (): void => {
    if (open !== undefined) pieces.push(open)
    open = undefined
  }
  for (const [at, raw] of text.split(/\r\n?|\n/).entries()) {
    const stripped = raw.trim().replace(/^>\s*/, '')
    const heading = /^#{1,6}\s+/.test(stripped)
    const line = unmarked(stripped.replace(/^#{1,6}\s+/, ''))
    if (line === '' || /^(?:[-=*_]{3,}|[|\s:-]+)$/.test(line)) {
      close()
      continue
    }
    const kind = heading && !ARTICLE.test(line) ? 'heading' : kindAfter(open?.text, line)
    if (kind !== 'plain' || open === undefined || isTitle(open)) {
      close()
      moveTo(place, kind, line)
      open = { kind, article: labelOf(place), text: line, lines: [[0, at + 1]] }
    } else {
      open.lines.push([open.text.length + 1, at + 1])
      open.text += ` ${line}`
    }
    if (heading) close()
  }
  close()
  return pieces
}

/** Without the signs of Markdown; a backslash only keeps one from being read as such. */
const unmarked = (line: string): string =>
  line
    .replace(/\\([\\*_[\]<>#|])/g, '$1')
    .replace(/\*\*|__/g, '')
    .trim()

/** A title stands alone; an article that begins with its own words runs on over lines. */
const isTitle = ({ kind, text }: { readonly kind: Kind; readonly text: string }): boolean =>
  kind === 'article' && text.length < 60

/** A broken line may begin with a number that belongs to its sentence. */
function kindAfter(before: string | undefined, line: string): Kind {
  const kind = kindOf(line)
  const ended = before === undefined || /(?:[.;:,!?)|]|\b(?:and|or))$/.test(before)
  const numbered = kind === 'number' || kind === 'letter'
  const titled =
    before !== undefined && before.length < 60 && (ARTICLE.test(before) || NUMBER.test(before))
  return numbered && !ended && !titled ? 'plain' : kind
}

function kindOf(line: string): Kind {
  if (ARTICLE.test(line) || TOP.test(line)) return 'article'
  if (NUMBER.test(line)) return 'number'
  if (LETTER.test(line)) return 'letter'
  return BULLET.test(line) ? 'bullet' : 'plain'
}

function moveTo(
  place: { article: string; number: string; letter: string },
  kind: Kind,
  line: string
): void {
  if (kind !== 'article' && kind !== 'number' && kind !== 'letter') return
  const article = ARTICLE.test(line) ? ARTICLE : TOP
  const mark = { article, number: NUMBER, letter: LETTER }
  const found = (mark[kind].exec(line)?.[0] ?? '').replace(/\.$/, '')
  place[kind] = kind === 'number' ? found.replace(/[.)]$/, '') : found
  if (kind !== 'letter') place.letter = ''
  if (kind === 'article') place.number = ''
}

function labelOf({ article, number, letter }: Readonly<Record<string, string>>): string {
  const point = [number, letter].filter((part) => part !== '').join(' ')
  return [article, point].filter((part) => part !== '').join(', ')
}

/** What ends in a full stop and ends no sentence. */
const SHORT =
  /\b(?:a\.m|p\.m|no|nos|art|arts|para|paras|e\.g|i\.e|cf|gen|lt|col|maj|approx|vs|st)\.$/i

function sentencesOf(piece: Piece, lead: Piece | undefined): TextParagraph {
  const found: TextSentence[] = []
  let from = 0
  for (const { index, 0: gap } of piece.text.matchAll(
    /(?<=[.;?!]["\u201d)]?)\s+(?=["\u201c(]?[\p{Lu}\d[(])/gu
  )) {
    const before = piece.text.slice(from, index)
    // The number in front of a point is no sentence.
    if (SHORT.test(before) || before.length < 6) continue
    found.push(sentence(piece, from, index))
    from = index + gap.length
  }
  found.push(sentence(piece, from, piece.text.length))
  const [first, ...others] = found
  return lead === undefined || first === undefined ? found : [led(lead, first), ...others]
}

function sentence({ text, lines, article }: Piece, from: number, to: number): TextSentence {
  return {
    text: text.slice(from, to),
    article,
    lineAt: (offset) => lineOf(lines, from + offset)
  }
}

/** An item behind the words that lead to it. */
function led({ text, lines }: Piece, item: TextSentence): TextSentence {
  const length = text.length + 1
  return {
    text: `${text} ${item.text}`,
    article: item.article,
    lineAt: (offset) => (offset < length ? lineOf(lines, offset) : item.lineAt(offset - length))
  }
}

const lineOf = (lines: Laid['lines'], offset: number): number =>
  lines.findLast(([from]) => from <= offset)?.[1] ?? 1
