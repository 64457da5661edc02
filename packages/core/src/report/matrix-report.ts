import type { Matrix, MatrixCell, MatrixText, MatrixWalk } from '../check/accounts.ts'
import type { Block } from './blocks.ts'
import { heading, list, paragraph, table } from './blocks.ts'
import type { Rich, Words } from './words/index.ts'
import { chance, verdictMark, words } from './words/index.ts'

/** The report of `matrix`: texts in rows, accounts in columns under a letter each. */
export function matrixReport(matrix: Matrix): readonly Block<Rich>[] {
  const own = words()
  const { say } = own
  const { accounts, texts } = matrix
  const named = (text: MatrixText): string => nameIn(own, text, texts)
  return [
    heading(1, say('matrix.title')),
    table(
      [say('matrix.letter'), say('matrix.account'), say('matrix.case'), say('matrix.as-of')],
      accounts.map(({ name, title, asOf }, at) => [letter(at), name, title, asOf])
    ),
    heading(2, say('matrix.verdicts')),
    paragraph(say('matrix.reading')),
    table<Rich>(
      [say('matrix.text'), ...accounts.map((_, at) => letter(at))],
      texts.map((text) => [named(text), ...text.cells.map((cell) => verdictCell(own, cell, text))])
    ),
    heading(2, say('matrix.walks')),
    paragraph(say('matrix.walks.reading')),
    list(
      texts.map((text) => say('matrix.walks.of', { text: named(text), walks: walksOf(own, text) }))
    ),
    ...leftOut(own, matrix),
    heading(2, say('matrix.texts')),
    list(texts.map((text) => textOf(own, named(text), text)))
  ]
}

/** What a text is, when it was made and who proposes it. */
function textOf({ say }: Words, text: string, { title, date, by, side }: MatrixText): string {
  const author =
    by === null
      ? []
      : [side === null ? say('matrix.text.by', { by }) : say('matrix.text.side', { by, side })]
  const about = [...(date === null ? [] : [date]), ...author].join(', ')
  return about === ''
    ? say('matrix.text.titled', { text, title })
    : say('matrix.text.about', { text, title, about })
}

/** What an account goes by in columns; after Z by its number. */
const letter = (at: number): string => (at < 26 ? String.fromCharCode(65 + at) : String(at + 1))

/** A text by its id; with the account it comes from where another text has the same id. */
function nameIn({ say }: Words, text: MatrixText, texts: readonly MatrixText[]): string {
  const { proposal, own } = text
  const shared = texts.some((other) => other !== text && other.proposal === proposal)
  return shared ? say('matrix.text.of', { proposal, account: own.join(', ') }) : proposal
}

function verdictCell(own: Words, { account, judged, open }: MatrixCell, text: MatrixText): Rich {
  if (!judged) return '-'
  const marks = [
    text.own.includes(account) ? '*' : '',
    open.length > 0 ? '+' : '',
    judged.unassessed.length > 0 ? '?' : ''
  ]
  return own.rich('matrix.cell', {
    verdict: [verdictMark(own, judged.verdict)],
    chance: chance(judged.p),
    marks: marks.join('')
  })
}

/** Who walks in each account, accounts with the same answer together. */
function walksOf(own: Words, { cells }: MatrixText): string {
  const letters = new Map<string, string[]>()
  for (const [at, cell] of cells.entries()) {
    if (!cell.judged) continue
    const walk = walkOf(own, cell.judged)
    letters.set(walk, [...(letters.get(walk) ?? []), letter(at)])
  }
  return [...letters]
    .map(([walk, at]) => own.say('matrix.walks.in', { accounts: at.join(', '), walk }))
    .join('; ')
}

/**
 * Who walks first and how many others; then those for whom it is dead at the best completion,
 * though no ground of theirs stands at every one.
 */
function walkOf(own: Words, { walks, dead }: NonNullable<MatrixCell['judged']>): string {
  const { say, list: listed } = own
  const [first, ...others] = walks.map((walk) => groundOf(own, walk))
  const left = dead.filter((party) => walks.every((walk) => walk.party !== party))
  const parties = listed(left)
  if (first === undefined)
    return left.length === 0 ? say('matrix.walk.nobody') : say('matrix.walk.at-best', { parties })
  const walk = others.length === 0 ? first : say('matrix.walk.more', { first, n: others.length })
  return left.length === 0 ? walk : say('matrix.walk.too', { walk, parties })
}

function groundOf({ say }: Words, { party, id, over }: MatrixWalk): string {
  return over === 'no-deal'
    ? say('matrix.walk.no-deal', { party })
    : say(`matrix.walk.${over}`, { party, id })
}

/** Account by account, the issues it lacks, and the options it lacks with the texts that name them. */
function leftOut(own: Words, { accounts, texts }: Matrix): readonly Block[] {
  const { say } = own
  const items = accounts.flatMap(({ name: account }, column) => {
    const issues = new Set<string>()
    const options = new Map<string, { issue: string; option: string; texts: string[] }>()
    for (const text of texts)
      for (const { issue, option } of text.cells[column]?.unknown ?? [])
        if (option === null) issues.add(issue)
        else {
          const key = `${issue} ${option}`
          const known = options.get(key) ?? { issue, option, texts: [] }
          options.set(key, { ...known, texts: [...known.texts, nameIn(own, text, texts)] })
        }
    const lacking = [...options.values()].map((one) =>
      say('matrix.left-out.option', { ...one, account, texts: one.texts.join(', ') })
    )
    return issues.size === 0
      ? lacking
      : [say('matrix.left-out.issues', { account, issues: [...issues].join(', ') }), ...lacking]
  })
  return items.length === 0
    ? []
    : [heading(2, say('matrix.left-out')), paragraph(say('matrix.left-out.reading')), list(items)]
}
