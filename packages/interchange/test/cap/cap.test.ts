import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ContentOf, EntryKind } from '../../../core/src/record/kinds/kinds.ts'
import { tried } from '../../../core/test/laws.ts'
import { inPython, python } from '../../../core/test/python.ts'
import { Told, utc } from '../../../core/test/record/told.ts'
import { exportCap } from '../../src/cap/cap-export.ts'
import { importCap } from '../../src/cap/cap-import.ts'

type Message = ContentOf<'message.sent'>

const AT = Date.parse('2025-02-10T08:00:00Z')
const plain: Message = {
  channel: 'theatre',
  kind: 'launch',
  status: 'actual',
  urgency: 'expected',
  to: ['russia'],
  sentAt: utc(AT),
  text: { uk: 'Пуск\nо третій <&>', ru: 'Пуск "в три"' }
}

/** The text of an alert of some entries of which the last is written. */
function written(...entries: readonly (readonly [EntryKind, object, string?])[]): string {
  const told = new Told()
  let id = ''
  for (const [kind, content, by = 'ukraine'] of entries)
    id = told.tell(kind, content as never, { by, at: AT })
  const made = exportCap(told.state, id)
  if (made.refused !== undefined) throw new Error(made.refused)
  return made.text
}

const refusal = (text: string): string => importCap('a.xml', text).refused ?? 'taken'

describe('a message as a CAP 1.2 alert', () => {
  it('has the elements of the standard in its order, and a time without Z', () => {
    const text = written([
      'message.sent',
      {
        ...plain,
        subject: 'launch',
        from: '2025-02-11T08:00:00Z',
        until: '2025-02-11T10:00:00Z',
        extent: {
          text: 'the range',
          polygon: [
            [30, 50],
            [31, 50],
            [31, 51]
          ],
          leastM: 0,
          mostM: 3048
        }
      }
    ])
    const names = [...text.matchAll(/<([a-zA-Z]+)[ >]/g)].map(([, name]) => name)
    expect(names.slice(0, 25)).toEqual([
      ...['alert', 'identifier', 'sender', 'sent', 'status', 'msgType', 'scope', 'addresses'],
      ...['info', 'language', 'category', 'event', 'urgency', 'severity', 'certainty', 'onset'],
      ...['expires', 'senderName', 'headline', 'description', 'parameter', 'valueName', 'value'],
      ...['parameter', 'valueName']
    ])
    expect(text).toContain('<sent>2025-02-10T08:00:00-00:00</sent>')
    expect(text).toContain('<polygon>50,30 50,31 51,31 50,30</polygon>')
    expect(text).toContain('<altitude>0</altitude>\n')
    expect(text).toContain('<ceiling>10000</ceiling>')
    expect(text).not.toMatch(/\dZ</)
  })

  it.skipIf(python === undefined)('is read by a reader that shares nothing with it', () => {
    const text = written(['message.sent', plain])
    const script =
      'import sys,xml.etree.ElementTree as E;r=E.fromstring(sys.stdin.buffer.read());n="{urn:oasis:names:tc:emergency:cap:1.2}";print([i.find(n+"description").text for i in r.findall(n+"info")]==["Пуск\\nо третій <&>","Пуск \\"в три\\""])'
    const said = inPython(script, text)
    expect(said.trim()).toBe('True')
  })

  const degrees = (most: number) =>
    fc.integer({ min: -most * 1e6, max: most * 1e6 }).map((n) => n / 1e6)
  const position = fc.tuple(degrees(180), degrees(90))
  const words = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
    .filter((text) => text.trim() !== '')
  const instant = fc.integer({ min: AT, max: AT + 1e10 }).map(utc)
  const metres = fc.integer({ min: -500, max: 100_000 })
  const ring = fc
    .array(position, { minLength: 3, maxLength: 6 })
    .filter((ps) => JSON.stringify(ps[0]) !== JSON.stringify(ps.at(-1)))
  const extent = fc
    .record(
      {
        text: words,
        polygon: ring,
        circle: fc.record({
          centre: position,
          km: fc.integer({ min: 1, max: 5e6 }).map((n) => n / 1000)
        }),
        route: fc.array(position, { minLength: 2, maxLength: 4 }),
        leastM: metres,
        mostM: metres
      },
      { requiredKeys: [] }
    )
    .filter((one) => Object.keys(one).length > 0)
    .map((one) => ({
      ...one,
      ...(one.leastM !== undefined && one.mostM !== undefined
        ? { leastM: Math.min(one.leastM, one.mostM), mostM: Math.max(one.leastM, one.mostM) }
        : {})
    }))
  const message = fc.record(
    {
      channel: fc.constantFrom('theatre', 'capitals'),
      kind: fc.constantFrom('incident', 'launch', 'exercise', 'line-check'),
      status: fc.constantFrom('actual', 'exercise', 'test'),
      urgency: fc.constantFrom('immediate', 'expected', 'future', 'past', 'unknown'),
      to: fc.constantFrom(['russia'], ['russia', 'us', 'eu']),
      sentAt: instant,
      text: fc.dictionary(fc.constantFrom('uk', 'ru', 'en', 'zh-Hans'), words, { minKeys: 1 }),
      subject: words,
      from: instant,
      until: instant,
      extent,
      units: words,
      answerWanted: fc.boolean(),
      exhibits: fc.constant([{ sha256: 'a'.repeat(64), name: 'a <b>' }])
    },
    { requiredKeys: ['channel', 'kind', 'status', 'urgency', 'to', 'sentAt', 'text'] }
  )

  it('comes back as it was, whatever it says', () => {
    tried(
      fc.property(message, (content) => {
        const back = importCap('a.xml', written(['message.sent', content]))
        if (back.refused !== undefined) throw new Error(back.refused)
        expect(back.line).toEqual({ kind: 'message.sent', id: 'entry-000000', content })
        expect([back.sender, back.lost]).toEqual(['ukraine', []])
      }),
      { seed: 701, runs: 150, seeds: 5 }
    )
  })

  it('and so do its acknowledgement, correction, cancellation, replacement and what refers to it', () => {
    const sent = ['message.sent', plain] as const
    const about = { message: 'entry-000000', at: utc(AT + 60_000) }
    const back = (text: string) => {
      const made = importCap('a.xml', text)
      return made.refused ?? [made.sender, made.line.kind, made.line.content]
    }
    const corrected = { ...about, text: { uk: 'о четвертій', en: 'at four' } }
    const cancelled = { ...about, because: 'no launch' }
    expect(back(written(sent, ['message.acknowledged', about, 'russia']))).toEqual([
      'russia',
      'message.acknowledged',
      about
    ])
    expect(back(written(sent, ['message.corrected', corrected]))).toEqual([
      'ukraine',
      'message.corrected',
      corrected
    ])
    expect(back(written(sent, ['message.cancelled', cancelled]))).toEqual([
      'ukraine',
      'message.cancelled',
      cancelled
    ])
    const later = { ...plain, refersTo: 'entry-000000' }
    expect(back(written(sent, ['message.sent', later]))).toEqual(['ukraine', 'message.sent', later])
    const told = new Told()
    told.tell('message.sent', plain, { by: 'ukraine', at: AT })
    told.tell('message.sent', plain, { by: 'ukraine', at: AT, supersedes: 'entry-000000' })
    const made = exportCap(told.state, 'entry-000001')
    expect(importCap('a.xml', made.refused ?? made.text)).toMatchObject({
      line: { kind: 'message.sent', supersedes: 'entry-000000', content: plain }
    })
  })

  it('is refused where CAP has no word for it', () => {
    const told = new Told()
    told.tell('message.sent', { ...plain, text: { uk: 'a\u0007b' } }, { by: 'ukraine', at: AT })
    const at = { message: 'entry-000000', at: utc(AT) }
    told.tell('message.received', at, { by: 'russia', at: AT })
    told.tell('message.acknowledged', { ...at, at: utc(AT + 1) }, { by: 'russia', at: AT })
    const why = (id: string) => exportCap(told.state, id).refused
    expect(why('entry-000000')).toMatch(/control character/)
    expect(why('entry-000001')).toMatch(/no kind of message/)
    expect(why('entry-000002')).toMatch(/part of a second/)
    expect(why('entry-000009')).toMatch(/no entry/)
  })
})

describe('an alert that is read', () => {
  const good = written(['message.sent', { ...plain, extent: { text: 'here' } }])
  const lineOf = (part: string, text: string) =>
    text.slice(0, text.indexOf(part)).split('\n').length

  it.each([
    ['Z for an offset', '08:00:00-00:00', '08:00:00Z', /not with Z/],
    ['another scope', 'Private', 'Public', /addressees/],
    ['another status', '<status>Actual', '<status>Draft', /Actual, Exercise, Test/],
    ['an error', 'Alert</msg', 'Error</msg', /Alert, Update, Cancel and Ack/],
    ['a foreign address', '>russia<', '>hq@mil.example<', /no party’s id|no party's id/],
    ['an instruction', '<area>', '<instruction>go</instruction><area>', /no place for/],
    ['an unknown element', '<area>', '<colour>red</colour><area>', /CAP 1.2 has no/],
    ['two statuses', '<status>', '<status>Test</status><status>', /twice/],
    ['a geocode', '</areaDesc>', '</areaDesc><geocode/>', /no place for/],
    [
      'two circles',
      '</areaDesc>',
      '</areaDesc><circle>1,1 1</circle><circle>1,1 1</circle>',
      /several/
    ],
    [
      'a polygon left open',
      '</areaDesc>',
      '</areaDesc><polygon>1,1 2,2 3,1</polygon>',
      /last is the first/
    ],
    [
      'a position off the earth',
      '</areaDesc>',
      '</areaDesc><circle>95,1 1</circle>',
      /no position/
    ],
    ['a ceiling alone', '</areaDesc>', '</areaDesc><ceiling>1</ceiling>', /only with an/],
    ['another version', 'cap:1.2', 'cap:1.1', /namespace/],
    ['an entity', 'Пуск', '&boom;', /no letter/],
    ['an entity of HTML', 'Пуск', '&nbsp;', /no letter/],
    ['a control character by number', 'Пуск', '&#7;', /no letter/]
  ])('is refused for %s, with its line', (_, part, instead, why) => {
    const said = refusal(good.replace(part, instead))
    expect(said).toMatch(why)
    expect(said).toMatch(/^a\.xml: line \d+: /)
  })

  it('names the line that is wrong', () => {
    const bad = good.replace('<urgency>Expected', '<urgency>Soon')
    expect(refusal(bad)).toContain(`line ${lineOf('<urgency>Soon', bad)}:`)
  })

  it('declares no entities, nests no deeper than an alert does, and is no book', () => {
    expect(refusal(`<!DOCTYPE a [<!ENTITY b "c">]>\n${good}`)).toMatch(/line 1: .*document type/)
    expect(refusal(`${'<alert>'.repeat(5000)}${'</alert>'.repeat(5000)}`)).toMatch(
      /cannot be read|outermost/
    )
    expect(refusal(`${good}${' '.repeat(600_000)}`)).toMatch(/500,000/)
    const many = good.replace('<area>', `${'<category>x</category>\n'.repeat(20_000)}<area>`)
    expect(importCap('a.xml', many).refused).toBeUndefined()
    for (const text of ['', 'no xml', '<a/>', '<alert>', `${good}<alert/>`])
      expect(refusal(text)).not.toBe('taken')
  })

  it('of another program comes in with what it leaves out told', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<cap:alert xmlns:cap="urn:oasis:names:tc:emergency:cap:1.2">
  <cap:identifier>KSTO1055887203</cap:identifier><cap:sender>ukraine</cap:sender>
  <cap:sent>2025-02-10T10:00:00+02:00</cap:sent><cap:status>Test</cap:status>
  <cap:msgType>Alert</cap:msgType><cap:source>desk</cap:source><cap:scope>Private</cap:scope>
  <cap:addresses>russia "us"</cap:addresses>
  <cap:info><cap:category>Safety</cap:category><cap:event>works</cap:event>
    <cap:urgency>Future</cap:urgency><cap:severity>Minor</cap:severity><cap:certainty>Unknown</cap:certainty>
    <cap:description><![CDATA[road & bridge]]></cap:description>
    <cap:area><cap:areaDesc>bridge</cap:areaDesc><cap:circle>48.1,37.9 0.5</cap:circle><cap:altitude>1000</cap:altitude></cap:area>
  </cap:info>
</cap:alert>`
    expect(importCap('a.xml', text).refused).toMatch(/--channel/)
    const made = importCap('a.xml', text, { channel: 'theatre' })
    expect(made).toMatchObject({
      sender: 'ukraine',
      line: {
        kind: 'message.sent',
        content: {
          kind: 'works',
          status: 'test',
          sentAt: '2025-02-10T08:00:00.000Z',
          to: ['russia', 'us'],
          text: { 'en-US': 'road & bridge' },
          extent: {
            text: 'bridge',
            circle: { centre: [37.9, 48.1], km: 0.5 },
            leastM: 304.8,
            mostM: 304.8
          }
        }
      }
    })
    expect(made.refused === undefined && [made.line.id, made.lost.length]).toEqual([undefined, 3])
  })
})
