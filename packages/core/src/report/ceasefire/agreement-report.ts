import type {
  AnsweredPart,
  AnsweredQuestion,
  AnswerPlace,
  ComparedText
} from '../../ceasefire/compare-text.ts'
import type { TextFigure } from '../../ceasefire/text-figures.ts'
import type { Block } from '../blocks.ts'
import { heading, list, paragraph, table } from '../blocks.ts'
import type { Words } from '../words/index.ts'
import { words } from '../words/index.ts'

/** What a text answers of what every ceasefire text is asked, where, and what it does not. */
export function agreementReport(compared: ComparedText, name: string): readonly Block[] {
  const told = words()
  const { questions } = compared
  const of = (state: AnsweredQuestion['state']): readonly AnsweredQuestion[] =>
    questions.filter((question) => question.state === state)
  const [answered, unclear, absent] = [of('answered'), of('unclear'), of('absent')]
  return [
    heading(1, told.say('agreement.title', { name })),
    paragraph(
      told.say('agreement.lead', {
        n: questions.length,
        first: questions[0]?.rule ?? '',
        last: questions.at(-1)?.rule ?? ''
      })
    ),
    paragraph(
      told.say('agreement.counts', {
        answered: answered.length,
        unclear: unclear.length,
        absent: absent.length
      })
    ),
    heading(2, told.say('agreement.answered', { n: answered.length })),
    ...questionBlocks(answered, told),
    heading(2, told.say('agreement.unclear', { n: unclear.length })),
    ...(unclear.length > 0 ? [paragraph(told.say('agreement.unclear.lead'))] : []),
    ...questionBlocks(unclear, told),
    heading(2, told.say('agreement.absent', { n: absent.length })),
    ...(absent.length > 0
      ? [
          paragraph(told.say('agreement.absent.lead')),
          list(absent.map((question) => questionWords(question, told)))
        ]
      : [paragraph(told.say('agreement.none'))]),
    heading(2, told.say('agreement.figures', { n: compared.figures.length })),
    figureBlock(compared.figures, told),
    paragraph(told.say('agreement.method'))
  ]
}

function questionBlocks(questions: readonly AnsweredQuestion[], told: Words): readonly Block[] {
  if (questions.length === 0) return [paragraph(told.say('agreement.none'))]
  return questions.flatMap((question) => [
    heading(3, questionWords(question, told)),
    list(question.parts.map((part) => partWords(part, told)))
  ])
}

const questionWords = ({ rule }: AnsweredQuestion, told: Words): string =>
  told.say('agreement.question', { rule, question: told.say(`agreement.asks.${rule}`) })

function partWords({ id, state, places }: AnsweredPart, told: Words): string {
  const part = told.say(`agreement.about.${id}`)
  if (state === 'absent') return told.say('agreement.part.absent', { part })
  return told.say(`agreement.part.${state}`, {
    part,
    places: places.map((place) => placeWords(place, told)).join('; ')
  })
}

function placeWords({ line, article, quote, cues }: AnswerPlace, told: Words): string {
  const said = { line, quote, cues: cues.join(', ') }
  return article === ''
    ? told.say('agreement.place', said)
    : told.say('agreement.place.article', { ...said, article })
}

function figureBlock(figures: readonly TextFigure[], told: Words): Block {
  if (figures.length === 0) return paragraph(told.say('agreement.figures.none'))
  return table(
    [
      told.say('agreement.column.kind'),
      told.say('agreement.column.text'),
      told.say('agreement.column.value'),
      told.say('agreement.column.line'),
      told.say('agreement.column.article')
    ],
    figures.map((figure) => [
      told.say(`agreement.kind.${figure.kind}`),
      figure.text,
      valueWords(figure, told),
      String(figure.line),
      figure.article
    ])
  )
}

function valueWords({ kind, value, zone }: TextFigure, told: Words): string {
  if (kind === 'clock')
    return zone === undefined
      ? told.say('agreement.value.no-zone')
      : told.say('agreement.value.zone', { zone })
  if (value === undefined || kind === 'date') return ''
  return told.say(`agreement.value.${kind}`, { value: String(Number(value.toPrecision(6))) })
}
