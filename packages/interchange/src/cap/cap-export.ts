import type { EntryOf, RecordState } from '@truce/core/record'
import type { Refused } from '../answer.ts'
import { Refusal, refusing } from '../deal-case-refusal.ts'
import type { CapParameter } from './cap-names.ts'
import { CAP_STATUS, CAP_URGENCY, capTime, FOOT, NAMELESS_AREA } from './cap-names.ts'
import { CAP_NAMESPACE, xmlText } from './cap-xml.ts'

/** The text of an alert. */
export interface CapText {
  readonly refused?: undefined
  readonly text: string
}

type Sent = EntryOf<'message.sent'>
type Step = EntryOf<'message.acknowledged' | 'message.corrected' | 'message.cancelled'>

/**
 * A message of a record as a CAP 1.2 alert, or what became of it: an acknowledgement as Ack, a
 * correction as Update, a cancellation as Cancel. Of a receipt and an answer CAP has no kind.
 */
export function exportCap(state: RecordState, id: string): CapText | Refused {
  return refusing(() => {
    const entry = state.entry(id)
    if (!entry)
      throw new Refusal(`the record has no entry \`${id}\`: truce record list shows what it has`)
    if (entry.content === undefined)
      throw new Refusal(
        `the content of \`${id}\` is not shown to this reader, so it cannot be written`
      )
    switch (entry.kind) {
      case 'message.sent':
        return { text: alertOf(entry, state) }
      case 'message.acknowledged':
      case 'message.corrected':
      case 'message.cancelled':
        return { text: stepOf(entry, state) }
      case 'message.received':
      case 'message.answered':
        throw new Refusal(
          `\`${id}\` is a ${entry.kind}, for which CAP has no kind of message: it has Alert, Update, Cancel and Ack`
        )
      default:
        throw new Refusal(`\`${id}\` is a ${entry.kind} and no message of a hotline`)
    }
  })
}

function alertOf(entry: Sent, state: RecordState): string {
  const { content, author, id } = entry
  const { refersTo, sentAt } = content
  const head = headOf(entry, { sent: Date.parse(sentAt), status: content.status, to: content.to })
  const references = [entry.supersedes, refersTo].flatMap((one) =>
    one === undefined ? [] : [referenceTo(state, one, id)]
  )
  return element('alert', [
    ...head,
    leaf('msgType', entry.supersedes === undefined ? 'Alert' : 'Update'),
    leaf('scope', 'Private'),
    leaf('addresses', content.to.join(' ')),
    ...(references.length > 0 ? [leaf('references', references.join(' '))] : []),
    ...Object.entries(content.text).map(([language, text]) =>
      infoOf(content, { language, text, author: author.party, supersedes: entry.supersedes })
    )
  ])
}

/** An acknowledgement, correction or cancellation, which refers to the message. */
function stepOf(entry: Step, state: RecordState): string {
  const { content, author } = entry
  const sent = state.messages.get(content.message)?.sent
  if (!sent) throw new Refusal(`the message \`${content.message}\` is not shown to this reader`)
  const to = author.party === sent.author.party ? sent.content.to : [sent.author.party]
  const { status } = sent.content
  const type = {
    'message.acknowledged': 'Ack',
    'message.corrected': 'Update',
    'message.cancelled': 'Cancel'
  }
  return element('alert', [
    ...headOf(entry, { sent: wholeSecond(content.at, entry.id), status, to }),
    leaf('msgType', type[entry.kind]),
    leaf('scope', 'Private'),
    leaf('addresses', to.join(' ')),
    ...(entry.kind === 'message.cancelled' && entry.content.because !== undefined
      ? [leaf('note', entry.content.because)]
      : []),
    leaf('references', referenceTo(state, content.message, entry.id)),
    ...(entry.kind === 'message.corrected'
      ? Object.entries(entry.content.text).map(([language, text]) =>
          infoOf(bare(sent.content), { language, text, author: author.party })
        )
      : [])
  ])
}

/** What a correction repeats of the message, so that whoever reads it knows what it is about. */
const bare = ({ channel, kind, urgency }: Sent['content']): InfoContent => ({
  channel,
  kind,
  urgency
})

/** A step has no room for parts of a second. */
function wholeSecond(at: string, id: string): number {
  const ms = Date.parse(at)
  if (ms % 1000 === 0) return ms
  throw new Refusal(`\`${id}\` is dated to a part of a second (${at}), and CAP to the second`)
}

function headOf(
  { id, author }: Sent | Step,
  {
    sent,
    status,
    to
  }: {
    readonly sent: number
    readonly status: Sent['content']['status']
    readonly to: readonly string[]
  }
): readonly string[] {
  if (to.length === 0) throw new Refusal(`\`${id}\` has no addressee`)
  return [
    leaf('identifier', id),
    leaf('sender', author.party),
    leaf('sent', capTime(sent)),
    leaf('status', CAP_STATUS[status])
  ]
}

/** CAP refers to a message by sender, identifier and when it was sent. */
function referenceTo(state: RecordState, id: string, by: string): string {
  const entry = state.entry(id)
  if (entry?.kind !== 'message.sent' || !entry.content)
    throw new Refusal(
      `\`${by}\` refers to \`${id}\`, and CAP refers only to messages that can be read here`
    )
  return `${entry.author.party},${id},${capTime(Date.parse(entry.content.sentAt))}`
}

interface InfoAbout {
  readonly language: string
  readonly text: string
  readonly author: string
  readonly supersedes?: string | undefined
}

type InfoContent = Pick<Sent['content'], 'channel' | 'kind' | 'urgency'> & Partial<Sent['content']>

function infoOf(content: InfoContent, { language, text, author, supersedes }: InfoAbout): string {
  const { kind, urgency, subject, from, until, extent } = content
  return element('info', [
    leaf('language', language),
    leaf('category', 'Security'),
    leaf('event', kind),
    leaf('urgency', CAP_URGENCY[urgency]),
    leaf('severity', 'Unknown'),
    leaf('certainty', 'Unknown'),
    ...(from === undefined ? [] : [leaf('onset', capTime(Date.parse(from)))]),
    ...(until === undefined ? [] : [leaf('expires', capTime(Date.parse(until)))]),
    leaf('senderName', author),
    ...(subject === undefined ? [] : [leaf('headline', subject)]),
    leaf('description', text),
    ...[
      ...parametersOf(content),
      ...(supersedes === undefined ? [] : [['truce.supersedes', supersedes] as const])
    ].map(([name, value]) => element('parameter', [leaf('valueName', name), leaf('value', value)])),
    ...(extent ? areaOf(extent) : [])
  ])
}

function parametersOf(content: InfoContent): readonly (readonly [CapParameter, string])[] {
  const { channel, kind, sentAt, from, until, units, answerWanted, extent, exhibits } = content
  const { route, leastM, mostM } = extent ?? {}
  const both = leastM !== undefined && mostM !== undefined
  const exact = (
    name: CapParameter,
    at: string | undefined
  ): readonly (readonly [CapParameter, string])[] =>
    at === undefined || Date.parse(at) % 1000 === 0 ? [] : [[name, new Date(at).toISOString()]]
  const given = (
    name: CapParameter,
    value: unknown
  ): readonly (readonly [CapParameter, string])[] =>
    value === undefined ? [] : [[name, typeof value === 'string' ? value : JSON.stringify(value)]]
  return [
    ['truce.channel', channel],
    ['truce.kind', kind],
    ...exact('truce.sentAt', sentAt),
    ...exact('truce.from', from),
    ...exact('truce.until', until),
    ...given('truce.units', units),
    ...given('truce.answerWanted', answerWanted),
    ...given('truce.route', route),
    // A ceiling needs an altitude, and an altitude alone means this height and no other.
    ...(both ? [] : given('truce.leastM', leastM)),
    ...(both ? [] : given('truce.mostM', mostM)),
    ...given('truce.exhibits', exhibits)
  ]
}

type Extent = NonNullable<Sent['content']['extent']>

function areaOf({ text, polygon, circle, leastM, mostM }: Extent): readonly string[] {
  const heights = leastM !== undefined && mostM !== undefined
  // A way, or a height with one bound, stands among the parameters.
  if (text === undefined && !polygon && !circle && !heights) return []
  if (text === NAMELESS_AREA)
    throw new Refusal(`the name of its area is what stands here for none: name it otherwise`)
  return [
    element('area', [
      leaf('areaDesc', text ?? NAMELESS_AREA),
      ...(polygon ? [leaf('polygon', ringOf(polygon).map(pairOf).join(' '))] : []),
      ...(circle ? [leaf('circle', `${pairOf(circle.centre)} ${decimal(circle.km)}`)] : []),
      ...(heights
        ? [leaf('altitude', decimal(leastM / FOOT)), leaf('ceiling', decimal(mostM / FOOT))]
        : [])
    ])
  ]
}

type Position = readonly [number, number]

/** CAP closes its polygons: the last position is the first. */
function ringOf(polygon: readonly Position[]): readonly Position[] {
  const [first, last] = [polygon[0], polygon.at(-1)]
  if (!first || !last) return polygon
  return first[0] === last[0] && first[1] === last[1] ? polygon : [...polygon, first]
}

/** Latitude first, as CAP has it. */
const pairOf = ([lon, lat]: Position): string => `${decimal(lat)},${decimal(lon)}`

/** A number without an exponent, to a ten-millionth of a part of a million. */
const decimal = (value: number): string =>
  value
    .toFixed(9)
    .replace(/\.?0+$/, '')
    .replace(/^-0$/, '0')

function leaf(name: string, text: string): string {
  const written = xmlText(text)
  if (written === undefined)
    throw new Refusal(
      `its \`${name}\` has a control character or half a letter, which XML cannot hold`
    )
  return `<${name}>${written}</${name}>`
}

function element(name: string, children: readonly string[]): string {
  const inside = children.map((child) => child.replace(/^(?=<)/, '  ')).join('\n')
  if (name !== 'alert') return `<${name}>\n${inside}\n</${name}>`
  return `<?xml version="1.0" encoding="UTF-8"?>\n<alert xmlns="${CAP_NAMESPACE}">\n${inside}\n</alert>\n`
}
