import { ENTRY_KINDS, isEntryKind } from '@truce/core/record'
import type { Refused } from '../answer.ts'
import { Refusal, refusing } from '../deal-case-refusal.ts'
import { plainText } from '../patterns.ts'
import { extentOf } from './cap-area.ts'
import { CapElement } from './cap-elements.ts'
import type { CapParameter } from './cap-names.ts'
import { CAP_PARAMETERS, CAP_STATUS, CAP_URGENCY, capTime, msOfCapTime } from './cap-names.ts'
import { capAlertIn } from './cap-xml.ts'

/** What an alert does not say and a record needs. */
export interface CapSettings {
  /** The channel of the case by which it came. */
  readonly channel?: string
  /** What it is about, where its event is none of the words of a channel. */
  readonly kind?: string
}

/** An alert as a line for `truce record add`. */
export interface CapImported {
  readonly refused?: undefined
  readonly line: {
    readonly kind: string
    readonly id?: string
    readonly supersedes?: string
    readonly content: Readonly<Record<string, unknown>>
  }
  /** Who sent it, and so has to sign the line. */
  readonly sender: string
  readonly lost: readonly string[]
}

/**
 * A CAP 1.2 alert as an entry of a record: an Alert is a message, an Update corrects one, a Cancel
 * takes it back, an Ack acknowledges it. What a message cannot hold is refused with its line.
 */
export function importCap(
  file: string,
  text: string,
  settings: CapSettings = {}
): CapImported | Refused {
  return refusing(() => {
    const lost: string[] = []
    const alert = new CapElement(capAlertIn(file, text), file, lost)
    if (alert.needed('scope') !== 'Private')
      throw alert.wrong(
        'its scope is not Private, and a message of a hotline is for its addressees',
        alert.all('scope')[0]
      )
    const sender = alert.needed('sender')
    const id = identifierOf(alert)
    const type = alert.needed('msgType')
    const made = type === 'Alert' ? sentOf(alert, settings) : stepOf(alert, type, settings)
    if (made.kind !== 'message.cancelled' && alert.word('note') !== undefined)
      alert.lose(alert.all('note')[0] ?? alert.node, '`note`')
    checked(alert, made)
    return { line: { ...made, ...(id === undefined ? {} : { id }) }, sender, lost }
  })
}

interface Made {
  readonly kind: string
  readonly supersedes?: string
  readonly content: Readonly<Record<string, unknown>>
}

/** The identifier is the entry's id where it can be one: others refer to it. */
function identifierOf(alert: CapElement): string | undefined {
  const identifier = alert.needed('identifier')
  if (/^[a-z0-9][a-z0-9-]{5,63}$/.test(identifier)) return identifier
  alert.lose(
    alert.all('identifier')[0] ?? alert.node,
    `the identifier \`${plainText(identifier)}\`, which cannot be an entry's id (6 to 64 small letters, digits and hyphens),`
  )
  return undefined
}

function stepOf(alert: CapElement, type: string, settings: CapSettings): Made {
  const at = timeIn(alert, 'sent')
  if (type === 'Update') {
    const infos = alert.within('info')
    const supersedes = infos
      .map((info) => parametersOf(info).get('truce.supersedes'))
      .find((id) => id !== undefined)
    if (supersedes !== undefined) return { ...sentOf(alert, settings, supersedes), supersedes }
    return {
      kind: 'message.corrected',
      content: { message: oneReference(alert), at, text: textsOf(alert, infos) }
    }
  }
  const [kind, name] =
    type === 'Ack'
      ? (['message.acknowledged', undefined] as const)
      : (['message.cancelled', 'note'] as const)
  if (type !== 'Ack' && type !== 'Cancel')
    throw alert.wrong(
      `its msgType is \`${plainText(type)}\`: Alert, Update, Cancel and Ack are read`,
      alert.all('msgType')[0]
    )
  for (const info of alert.within('info'))
    alert.lose(info.node, `the \`info\` of ${type === 'Ack' ? 'an Ack' : 'a Cancel'}`)
  const because = name === undefined ? undefined : alert.written(name)
  return {
    kind,
    content: {
      message: oneReference(alert),
      at,
      ...(because === undefined || because === '' ? {} : { because })
    }
  }
}

function sentOf(alert: CapElement, settings: CapSettings, supersedes?: string): Made {
  const infos = alert.within('info')
  const [first] = infos
  if (!first) throw alert.wrong('it has no `info`, and so no text')
  const shared = infos.map((info) => contentOf(alert, info, settings))
  const [content] = shared
  shared.forEach((other, at) => {
    if (JSON.stringify(other) !== JSON.stringify(content))
      throw infos[at]?.wrong(
        'it says something else than the first `info` beside its text: the same is to be said in every language'
      )
  })
  const refersTo = referencesOf(alert).filter((id) => id !== supersedes)
  if (refersTo.length > 1)
    throw alert.wrong(
      'it refers to several messages, and a message of a record to one',
      alert.all('references')[0]
    )
  return {
    kind: 'message.sent',
    content: {
      ...content,
      text: textsOf(alert, infos),
      ...(refersTo[0] === undefined ? {} : { refersTo: refersTo[0] })
    }
  }
}

/** All of a message but its texts and references. */
function contentOf(
  alert: CapElement,
  info: CapElement,
  settings: CapSettings
): Readonly<Record<string, unknown>> {
  const given = parametersOf(info)
  const channel = settings.channel ?? given.get('truce.channel')
  if (channel === undefined)
    throw alert.wrong('it does not say by which channel it came: say --channel <id of the case>')
  for (const name of ['severity', 'certainty'])
    if (info.needed(name) !== 'Unknown') info.lose(info.all(name)[0] ?? info.node, `\`${name}\``)
  const from = exactly(
    info,
    given.get('truce.from'),
    info.word('onset') === undefined ? 'effective' : 'onset'
  )
  const until = exactly(info, given.get('truce.until'), 'expires')
  const headline = info.written('headline')
  const json = (name: CapParameter): unknown => jsonIn(info, name, given.get(name))
  const extent = {
    ...extentOf(info),
    ...found('route', json('truce.route')),
    ...found('leastM', json('truce.leastM')),
    ...found('mostM', json('truce.mostM'))
  }
  return {
    channel,
    kind: settings.kind ?? given.get('truce.kind') ?? info.needed('event'),
    status: wordFor(alert, CAP_STATUS, 'status'),
    urgency: wordFor(info, CAP_URGENCY, 'urgency'),
    to: addressesOf(alert),
    sentAt: exactly(alert, given.get('truce.sentAt'), 'sent'),
    ...found('subject', headline === '' ? undefined : headline),
    ...found('from', from),
    ...found('until', until),
    ...(Object.keys(extent).length > 0 ? { extent } : {}),
    ...found('units', given.get('truce.units')),
    ...found('answerWanted', json('truce.answerWanted')),
    ...found('exhibits', json('truce.exhibits'))
  }
}

const found = (name: string, value: unknown): Readonly<Record<string, unknown>> =>
  value === undefined ? {} : { [name]: value }

/** Parameters of this tool by their names; others are told as lost. */
function parametersOf(info: CapElement): ReadonlyMap<CapParameter, string> {
  const known = new Map<CapParameter, string>()
  for (const parameter of info.within('parameter')) {
    const name = parameter.needed('valueName')
    const own = CAP_PARAMETERS.find((one) => one === name)
    if (own === undefined) parameter.lose(parameter.node, `the parameter \`${plainText(name)}\``)
    else if (known.has(own)) throw parameter.wrong(`the parameter \`${own}\` stands twice`)
    else known.set(own, parameter.written('value') ?? '')
  }
  return known
}

function jsonIn(info: CapElement, name: CapParameter, text: string | undefined): unknown {
  if (text === undefined) return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw info.wrong(`the parameter \`${name}\` is not written as this tool writes it`)
  }
}

/** A time of CAP, or the exact one beside it where that is the same to the second. */
function exactly(at: CapElement, exact: string | undefined, name: string): string | undefined {
  if (at.word(name) === undefined) return undefined
  const told = timeIn(at, name)
  if (exact === undefined) return told
  const ms = Date.parse(exact)
  if (Number.isNaN(ms) || capTime(ms) !== capTime(Date.parse(told)))
    throw at.wrong(`\`${name}\` and the exact time beside it do not agree`, at.all(name)[0])
  return new Date(ms).toISOString()
}

function timeIn(at: CapElement, name: string): string {
  const ms = msOfCapTime(at.needed(name))
  if (ms !== undefined) return new Date(ms).toISOString()
  throw at.wrong(
    `\`${name}\` is no time of CAP: it is such as 2025-02-10T10:00:00+02:00, with its offset and not with Z`,
    at.all(name)[0]
  )
}

function wordFor<Word extends string>(
  at: CapElement,
  words: Readonly<Record<Word, string>>,
  name: string
): Word {
  const text = at.needed(name)
  const word = (Object.keys(words) as Word[]).find((one) => words[one] === text)
  if (word !== undefined) return word
  throw at.wrong(
    `its ${name} is \`${plainText(text)}\`: ${Object.values(words).join(', ')} are read`,
    at.all(name)[0]
  )
}

/** Addresses are separated by spaces; one with a space in it stands in quotes. */
function addressesOf(alert: CapElement): readonly string[] {
  const text = alert.needed('addresses')
  const addresses = [...text.matchAll(/"([^"]*)"|(\S+)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? ''
  )
  const strange = addresses.find((one) => !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(one))
  if (strange === undefined) return addresses
  throw alert.wrong(
    `the address \`${plainText(strange)}\` is no party's id: write the addressees as the case names them`,
    alert.all('addresses')[0]
  )
}

/** The identifiers of the messages it refers to: `sender,identifier,sent`, separated by spaces. */
function referencesOf(alert: CapElement): readonly string[] {
  const text = alert.word('references')
  if (text === undefined) return []
  return text.split(/\s+/).map((reference) => {
    const [, id, sent, more] = reference.split(',')
    if (id === undefined || sent === undefined || more !== undefined)
      throw alert.wrong('a reference is `sender,identifier,sent`', alert.all('references')[0])
    return id
  })
}

function oneReference(alert: CapElement): string {
  const [id, second] = referencesOf(alert)
  if (id !== undefined && second === undefined) return id
  throw alert.wrong('it has to refer to one message under `references`', alert.all('references')[0])
}

/** The description of each language. CAP takes American English where none is said. */
function textsOf(
  alert: CapElement,
  infos: readonly CapElement[]
): Readonly<Record<string, string>> {
  const texts = new Map<string, string>()
  for (const info of infos) {
    const language = info.word('language') ?? 'en-US'
    const text = info.written('description')
    if (text === undefined || text === '')
      throw info.wrong('its `info` has no `description`: that is its text')
    if (texts.has(language)) throw info.wrong(`two \`info\` are in \`${plainText(language)}\``)
    texts.set(language, text)
  }
  if (texts.size === 0) throw alert.wrong('it has no `info`, and so no text')
  return Object.fromEntries(texts)
}

/** What came of it has to be an entry as the record reads it. */
function checked(alert: CapElement, { kind, content }: Made): void {
  if (!isEntryKind(kind)) throw new Refusal(`there is no kind ${kind}`)
  const read = ENTRY_KINDS[kind].safeParse(content)
  const issue = read.error?.issues[0]
  if (issue)
    throw alert.wrong(
      `what it says under \`${issue.path.join('.')}\` is nothing a record takes: ${issue.message}`
    )
}
