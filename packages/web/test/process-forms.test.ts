import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { SourceFile } from '@truce/core'
import { readCase } from '@truce/core'
import { describe, expect, it } from 'vitest'
import { partOf } from '../src/removing/removal.ts'
import { added, begun, changedBetween, entryFrom } from '../src/rooms/case/forms/changes.ts'
import type { Draft } from '../src/rooms/case/forms/draft.ts'
import { problemOf } from '../src/rooms/case/forms/kinds.ts'
import type { About } from '../src/rooms/case/forms/spec.ts'
import type { FormName } from '../src/rooms/case/forms/specs/index.ts'
import { FORMS } from '../src/rooms/case/forms/specs/index.ts'
import { writtenAt } from '../src/rooms/case/places.ts'
import { setAll } from '../src/state/yaml-edit.ts'
import { namesIn } from '../src/ui/names.ts'

/** Two sides, a third state that has types, and something of each kind that others name. */
const FILES: readonly SourceFile[] = [
  {
    name: 'case.yaml',
    text: `truce: 1
title: A strait
as-of: 2024-06-01
required: [north, south]
sources:
  ours: {title: Ours, kind: assumption}
parties:
  north: {name: North, kind: state, role: belligerent}
  south: {name: South, kind: state, role: belligerent}
  far: {name: Far, kind: state, role: third}
issues:
  passage: {title: Passage, options: {free: Free, closed: Closed}}
stances:
  north:
    types: {open: {p: 0.4, source: ours}, closed: {p: 0.6, source: ours}}
proposals:
  one: {title: One, terms: {passage: free}}
# Process.
escalation: {sides: [north, south], ladder: [{id: low, title: Low, risk: 0.01, values: {north: {win: 50, yield: 10, disaster: -100}, south: {win: 50, yield: 10, disaster: -100}}}]}
lines:
  coast: {as-of: 2024-01-01, kind: contact, title: The coast} # as it was
tracks:
  first: {kind: 1, format: direct, title: First, seats: {north: party, south: party}}
channels:
  - {id: hotline, title: Hotline, ends: [north, south], acknowledge-within: PT10M}
meetings:
  - {id: weekly, title: Weekly, kind: review, cadence: weekly, at: "10:00[Europe/Kyiv]"}
withdrawals:
  - {id: guns, title: Guns, weapon: {class: artillery}, measure: {zone-width-km: 20}, baseline: {north: lines.coast, south: lines.coast}, starts: signature}
deliverables:
  - {id: buoys, title: Buoys, by: north}
gates:
  - {id: second, title: Second, opens: track.first, when: {verified: [guns], any: [{gate: third}]}}
  - {id: third, title: Third, when: {verified: [buoys]}}
`
  }
]

const REASON = { source: 'ours', because: 'said so' }
const SPAN = ['0.1', '0.2', '0.3']
const WHEN = { sort: 'moment', day: '2025-02-01', time: '00:00', zone: 'Europe/Kyiv' }

/** Each form: where it stands, everything filled in, and the entry as one would write it by hand. */
const FILLED: readonly (readonly [FormName, string, Draft, object])[] = [
  [
    'ceasefire',
    'ceasefire',
    {
      class: 'preliminary',
      'enters-into-force': WHEN,
      scope: 'At sea',
      'heavy-weapons': [
        { class: 'artillery', 'at-least-mm': '100', 'below-mm': '', definition: '' },
        { class: 'tank' },
        {}
      ],
      prohibited: 'fire\nnew mines',
      permitted: 'fishing',
      'return-fire': 'when fired on',
      declaration: 'bilateral',
      form: 'written',
      publicity: 'public',
      signatories: ['north', 'south'],
      others: 'the ferrymen',
      'date-by': ['north', 'south'],
      'date-with': ['far'],
      'date-until': WHEN,
      'orders-by': ['north'],
      'orders-out': { sort: 'after', event: 'signature', count: '1', unit: 'days' },
      'orders-lead': { count: '12', unit: 'hours' },
      'orders-down': 'ships',
      lasts: { count: '90', unit: 'days' },
      'lasts-until': WHEN,
      renewal: 'by both',
      review: 'monthly',
      lines: ['lines.coast'],
      map: 'Annex A',
      coordinates: 'WGS 84',
      markers: 'buoys',
      violation: 'any of the above',
      'inventories-by': WHEN,
      'inventories-verified': WHEN,
      'inventories-of': 'boats',
      monitors: ['far'],
      mandate: 'to watch',
      'terms-of-reference': 'Annex B',
      movement: 'at any hour',
      security: 'each in its waters',
      technology: 'radar',
      inspections: 'weekly',
      suspension: 'after two attacks',
      complain: { count: '24', unit: 'hours' },
      verify: { count: '2', unit: 'days' },
      investigators: ['far'],
      investigate: { count: '7', unit: 'days' },
      decide: { count: '2', unit: 'weeks' },
      bodies: ['weekly'],
      deadlock: 'to the ministers',
      sanctions: 'told in writing',
      record: 'duplicate',
      detainees: 'all for all',
      missing: 'lists',
      'mine-records': 'handed over',
      humanitarian: 'two ports',
      notice: { count: '7', unit: 'days' },
      'notice-channel': 'hotline',
      'notice-rule': 'no divers',
      communication: 'one statement',
      talks: ['first'],
      guarantors: ['far'],
      flexibility: 'storms',
      authentic: 'en\nfr',
      prevails: 'en',
      translation: 'far',
      amendment: 'in writing',
      termination: 'a month of notice'
    },
    {
      class: 'preliminary',
      'enters-into-force': '2025-02-01T00:00[Europe/Kyiv]',
      scope: 'At sea',
      'heavy-weapons': [{ class: 'artillery', 'at-least-mm': 100 }, { class: 'tank' }],
      prohibited: ['fire', 'new mines'],
      permitted: ['fishing'],
      'return-fire': 'when fired on',
      declaration: 'bilateral',
      form: 'written',
      publicity: 'public',
      signatories: ['north', 'south'],
      others: ['the ferrymen'],
      date: {
        'decided-by': ['north', 'south'],
        with: ['far'],
        until: '2025-02-01T00:00[Europe/Kyiv]'
      },
      orders: {
        by: ['north'],
        'out-by': { after: 'signature', days: 1 },
        lead: 'PT12H',
        'down-to': 'ships'
      },
      duration: {
        lasts: 'P90D',
        until: '2025-02-01T00:00[Europe/Kyiv]',
        renewal: 'by both',
        review: 'monthly'
      },
      geography: {
        lines: ['lines.coast'],
        map: 'Annex A',
        coordinates: 'WGS 84',
        markers: 'buoys'
      },
      violation: 'any of the above',
      inventories: {
        by: '2025-02-01T00:00[Europe/Kyiv]',
        'verified-by': '2025-02-01T00:00[Europe/Kyiv]',
        of: 'boats'
      },
      monitoring: {
        by: ['far'],
        mandate: 'to watch',
        'terms-of-reference': 'Annex B',
        'freedom-of-movement': 'at any hour',
        security: 'each in its waters',
        technology: 'radar',
        inspections: 'weekly',
        suspension: 'after two attacks'
      },
      complaints: {
        within: 'PT24H',
        'verified-within': 'P2D',
        'investigated-by': ['far'],
        'investigated-within': 'P7D',
        'decided-within': 'P2W',
        ladder: ['weekly'],
        deadlock: 'to the ministers'
      },
      sanctions: 'told in writing',
      record: 'duplicate',
      detainees: 'all for all',
      missing: 'lists',
      'mine-records': 'handed over',
      humanitarian: 'two ports',
      'civilian-works': { notice: 'P7D', channel: 'hotline', rule: 'no divers' },
      communication: 'one statement',
      talks: ['first'],
      guarantors: ['far'],
      flexibility: ['storms'],
      languages: { authentic: ['en', 'fr'], prevails: 'en', translation: 'far' },
      amendment: 'in writing',
      termination: 'a month of notice'
    }
  ],
  [
    'withdrawal',
    'withdrawals',
    {
      title: 'Boats of war',
      class: 'artillery',
      'at-least-mm': '100',
      'below-mm': '200',
      'zone-width-km': '',
      'distance-from-line-km': '12.5',
      baseline: { north: 'lines.coast', south: 'lines.coast' },
      starts: { sort: 'after', event: 'ceasefire', count: '2', unit: 'weeks' },
      synchronised: 'true',
      ends: { sort: 'after', event: 'starts', count: '14', unit: 'days' },
      storage: 'in port',
      'storage-keys': 'one each',
      'storage-inspections': 'weekly',
      definition: 'armed boats',
      'band-from': '0',
      'band-to': '10',
      zone: 'sea-area',
      ceiling: { north: '3', south: '4', far: '' },
      tranches: [
        {
          count: '2',
          party: 'north',
          by: { sort: 'after', event: 'starts', count: '7', unit: 'days' }
        },
        { count: '5', party: '', by: { sort: 'after', event: 'starts', count: '14', unit: 'days' } }
      ],
      completion: 'synchronised',
      asymmetry: 'the reef',
      'verified-by': ['far']
    },
    {
      id: 'boats-of-war',
      title: 'Boats of war',
      weapon: {
        class: 'artillery',
        'at-least-mm': 100,
        'below-mm': 200,
        definition: 'armed boats'
      },
      measure: { 'distance-from-line-km': 12.5, 'band-km': [0, 10] },
      zone: 'sea-area',
      ceiling: { north: 3, south: 4 },
      tranches: [
        { count: 2, party: 'north', by: { after: 'starts', days: 7 } },
        { count: 5, by: { after: 'starts', days: 14 } }
      ],
      completion: 'synchronised',
      asymmetry: 'the reef',
      baseline: { north: 'lines.coast', south: 'lines.coast' },
      starts: { after: 'ceasefire', weeks: 2 },
      ends: { after: 'starts', days: 14 },
      storage: { site: 'in port', keys: 'one each', inspections: 'weekly' },
      'verified-by': ['far'],
      synchronised: true
    }
  ],
  [
    'meeting',
    'meetings',
    {
      title: 'On the bridge',
      kind: 'flag-meeting',
      cadence: 'daily',
      at: { time: '09:30', zone: 'Europe/Kyiv' },
      'rank-floor': 'OF-3',
      quorum: { north: '2', south: '2', far: '' },
      attend: { north: 'party', south: 'party', far: 'observer' },
      'at-most-days': '3',
      'recall-hours': '12',
      recesses: [{ days: '2025-04-18/2025-04-21', because: 'Easter' }],
      place: 'the bridge',
      minutes: 'en\nfr',
      'terms-of-reference': 'Annex C',
      decides: 'consensus',
      deadlock: 'to the ministers'
    },
    {
      id: 'on-the-bridge',
      title: 'On the bridge',
      kind: 'flag-meeting',
      cadence: 'daily',
      at: '09:30[Europe/Kyiv]',
      'rank-floor': 'OF-3',
      quorum: { north: 2, south: 2 },
      attend: { north: 'party', south: 'party', far: 'observer' },
      recess: { 'at-most-days': 3, 'recall-hours': 12 },
      recesses: [{ days: '2025-04-18/2025-04-21', because: 'Easter' }],
      place: 'the bridge',
      minutes: ['en', 'fr'],
      'terms-of-reference': 'Annex C',
      decides: 'consensus',
      deadlock: 'to the ministers'
    }
  ],
  [
    'channel',
    'channels',
    {
      title: 'Coast guard',
      ends: ['north', 'south'],
      'acknowledge-within': { count: '5', unit: 'minutes' },
      'answer-within': { count: '2', unit: 'hours' },
      kinds: ['incident', 'exercise'],
      'line-check': '09:00\n18:00',
      zone: 'Europe/Kyiv',
      'terms-of-reference': 'Annex D'
    },
    {
      id: 'coast-guard',
      title: 'Coast guard',
      ends: ['north', 'south'],
      'acknowledge-within': 'PT5M',
      'answer-within': 'PT2H',
      kinds: ['incident', 'exercise'],
      'line-check': ['09:00', '18:00'],
      zone: 'Europe/Kyiv',
      'terms-of-reference': 'Annex D'
    }
  ],
  [
    'deliverable',
    'deliverables',
    {
      title: 'The lighthouse',
      by: 'north',
      to: 'south',
      gives: { passage: { first: 'free' } },
      with: ['buoys'],
      due: { sort: 'after', event: 'verified.guns' },
      cost: { north: ['1', '2', '3'], south: '' },
      stream: { south: ['1', '', '4'] },
      grab: { south: ['5', '', '5'] },
      'verified-by': ['far'],
      caught: SPAN
    },
    {
      id: 'the-lighthouse',
      title: 'The lighthouse',
      by: 'north',
      to: 'south',
      with: ['buoys'],
      due: 'verified.guns',
      cost: { north: [1, 2, 3] },
      stream: { south: [1, 4] },
      grab: { south: 5 },
      'verified-by': ['far'],
      caught: [0.1, 0.2, 0.3],
      gives: { passage: 'free' }
    }
  ],
  [
    'plan',
    'plan',
    {
      period: { count: '2', unit: 'weeks' },
      discount: { north: SPAN, south: SPAN },
      bond: { north: ['10', '', '10'] }
    },
    {
      period: 'P2W',
      discount: { north: [0.1, 0.2, 0.3], south: [0.1, 0.2, 0.3] },
      bond: { north: 10 }
    }
  ],
  [
    'gate',
    'gates',
    {
      title: 'Open sea',
      opens: 'withdrawal.guns',
      'at-most': '1',
      'for-days': '14',
      verified: ['buoys'],
      meeting: 'weekly',
      'held-at-least': '0.8',
      gate: 'third',
      'decided-by': ['far'],
      'evidence-not-only-from': ['north']
    },
    {
      id: 'open-sea',
      title: 'Open sea',
      opens: 'withdrawal.guns',
      'decided-by': ['far'],
      'evidence-not-only-from': ['north'],
      when: {
        'violations-per-day': { 'at-most': 1, 'for-days': 14 },
        verified: ['buoys'],
        meetings: { id: 'weekly', 'held-at-least': 0.8 },
        gate: 'third'
      }
    }
  ],
  [
    'rung',
    'escalation/ladder',
    {
      title: 'A shot across the bow',
      risk: ['0.001', '0.002', '0.01'],
      values: Object.fromEntries(
        ['north', 'south'].flatMap((side) =>
          ['win', 'yield', 'disaster'].map((stake) => [`${side}/${stake}`, ['-5', '', '5']])
        )
      )
    },
    {
      id: 'a-shot-across-the-bow',
      title: 'A shot across the bow',
      risk: [0.001, 0.002, 0.01],
      values: {
        north: { win: [-5, 5], yield: [-5, 5], disaster: [-5, 5] },
        south: { win: [-5, 5], yield: [-5, 5], disaster: [-5, 5] }
      }
    }
  ],
  [
    'signal',
    'escalation/signals',
    {
      by: 'north',
      at: { day: '2024-05-01' },
      rung: 'low',
      kind: 'exercise',
      text: 'Ships went out',
      channel: 'hotline',
      lead: { count: '30', unit: 'minutes' }
    },
    {
      by: 'north',
      at: '2024-05-01',
      rung: 'low',
      kind: 'exercise',
      text: 'Ships went out',
      notified: { channel: 'hotline', lead: 'PT30M' }
    }
  ],
  [
    'conduct',
    'conduct',
    { by: 'far', toward: 'north', act: 'training', since: '2023', text: 'Pilots' },
    { by: 'far', toward: 'north', act: 'training', since: '2023', text: 'Pilots' }
  ],
  [
    'overture',
    'overtures',
    {
      by: 'south',
      to: 'north',
      text: 'Shall we count ships together?',
      welcomes: { open: SPAN, closed: '' },
      'leak-cost': SPAN,
      tests: { passage: { first: 'free' } }
    },
    {
      id: 'shall-we-count-ships-together',
      by: 'south',
      to: 'north',
      text: 'Shall we count ships together?',
      welcomes: { open: [0.1, 0.2, 0.3] },
      'leak-cost': [0.1, 0.2, 0.3],
      tests: { passage: 'free' }
    }
  ],
  [
    'guarantee',
    'guarantees',
    {
      by: 'far',
      of: 'passage',
      chance: SPAN,
      penalty: ['5', '', '5'],
      insurance: ['1', '2', '3']
    },
    { by: 'far', of: 'passage', chance: [0.1, 0.2, 0.3], penalty: 5, insurance: [1, 2, 3] }
  ],
  [
    'track',
    'tracks',
    {
      title: 'Among scholars',
      kind: '1.5',
      format: 'shuttle',
      seats: { north: 'party', south: 'party', far: 'host' },
      sees: 'public',
      starts: { sort: 'after', event: 'ceasefire', count: '3', unit: 'days' }
    },
    {
      title: 'Among scholars',
      format: 'shuttle',
      seats: { north: 'party', south: 'party', far: 'host' },
      sees: 'public',
      starts: { after: 'ceasefire', days: 3 },
      kind: 1.5
    }
  ],
  [
    'line',
    'lines',
    {
      title: 'The reef',
      kind: 'claimed',
      'as-of': '1998-05',
      'claimed-by': 'south',
      sides: { north: '48.5, 37.25', south: '48° N, 37.5° W', far: '' },
      geometry: 'lines/reef.geojson'
    },
    {
      title: 'The reef',
      kind: 'claimed',
      'as-of': '1998-05',
      'claimed-by': 'south',
      sides: { north: [37.25, 48.5], south: [-37.5, 48] },
      geometry: 'lines/reef.geojson'
    }
  ]
]

function aboutIn(files: readonly SourceFile[], told?: unknown): About {
  const { case: source } = readCase(files)
  if (!source) throw new Error('the case cannot be read')
  const about: About = { names: namesIn(source, 'en'), say: (key) => key, beside: [] }
  return told === undefined ? about : { ...about, told }
}

const errors = (files: readonly SourceFile[]): readonly string[] =>
  readCase(files)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ message }) => message)

const lines = (files: readonly SourceFile[]): readonly string[] =>
  files.flatMap(({ text }) => text.split('\n'))

describe('the forms of the process', () => {
  it('begin from a case without errors', () => {
    expect(errors(FILES)).toEqual([])
  })

  it.each(FILLED)(
    '%s is written as by hand, and every other line stays',
    (name, home, filled, entry) => {
      const draft = { ...filled, ...REASON }
      const told = writtenAt(FILES, home)
      const { at, changes } = added(FORMS[name], draft, {
        about: aboutIn(FILES),
        home: { at: home, told }
      })
      const now = setAll(FILES, changes)
      expect(writtenAt(now, at)).toEqual({ ...entry, ...REASON })
      expect(errors(now)).toEqual([])
      const kept = new Set(lines(now))
      // Of a list between brackets the line grows.
      expect(lines(FILES).filter((line) => !kept.has(line)).length).toBeLessThanOrEqual(1)
    }
  )

  it.each(FILLED)(
    '%s is read back into the fields that it was written from',
    (name, home, filled) => {
      const draft = { ...filled, ...REASON }
      const spec = FORMS[name]
      const made = added(spec, draft, {
        about: aboutIn(FILES),
        home: { at: home, told: writtenAt(FILES, home) }
      })
      const now = setAll(FILES, made.changes)
      const about = aboutIn(now, writtenAt(now, made.at))
      const { draft: read, unread } = begun(spec, about)
      expect(unread).toEqual([])
      expect(entryFrom(spec, read, about)).toEqual(entryFrom(spec, draft, aboutIn(FILES)))
      const left = { before: read, after: read }
      expect(changedBetween(spec, left, { about, at: made.at })).toEqual([])
    }
  )

  it('keep a list of maps that says more than they show', () => {
    const files = FILES.map((file) => ({
      ...file,
      text: file.text.replace(
        'starts: signature}',
        'starts: signature, tranches: [{count: 2, by: signature, note: about right}], storage: in port}'
      )
    }))
    const at = 'withdrawals/0'
    const about = aboutIn(files, writtenAt(files, at))
    const { draft, unread } = begun(FORMS.withdrawal, about)
    expect(unread.map(({ key }) => key)).toEqual(['tranches'])
    const after = { ...draft, 'storage-keys': 'one each' }
    const changes = changedBetween(FORMS.withdrawal, { before: draft, after }, { about, at })
    expect(changes).toEqual([{ at: `${at}/storage`, value: { site: 'in port', keys: 'one each' } }])
  })

  it('say which row is wrong, and in what', () => {
    const about = aboutIn(FILES)
    const field = FORMS.ceasefire.fields.find(({ key }) => key === 'heavy-weapons')
    const rows = [{ class: 'tank' }, { 'at-least-mm': 'big' }]
    const say = (key: string, values?: object) => `${key} ${JSON.stringify(values ?? {})}`
    expect(field && problemOf(field, { 'heavy-weapons': rows }, { ...about, say })).toMatch(
      /forms\.rows\.problem \{"number":2,.*missing/
    )
    const sides = FORMS.line.fields.find(({ key }) => key === 'sides')
    const wrong = { sides: { north: 'up there' } }
    expect(sides && problemOf(sides, wrong, about)).toBe('forms.problem.place')
  })

  it('keep what stands deeper than they show', () => {
    const at = 'gates/0'
    const about = aboutIn(FILES, writtenAt(FILES, at))
    const { draft } = begun(FORMS.gate, about)
    const after = { ...draft, verified: ['buoys'] }
    const changes = changedBetween(FORMS.gate, { before: draft, after }, { about, at })
    expect(changes).toEqual([{ at: 'gates/0/when/verified', value: ['buoys'] }])
  })

  it('take a party out of a list without the entry that names it', () => {
    expect(partOf('withdrawals/0/verified-by/1')).toBe('withdrawals/0/verified-by/1')
    expect(partOf('escalation/ladder/2/values/north/win')).toBe('escalation/ladder/2')
    expect(partOf('tracks/first/seats/north')).toBe('tracks/first/seats/north')
    expect(partOf('conduct/3/by')).toBe('conduct/3')
  })
})

describe('every entry of the process in the cases that ship', () => {
  const FORM_AT: Readonly<Record<string, FormName>> = {
    conduct: 'conduct',
    guarantees: 'guarantee',
    overtures: 'overture',
    withdrawals: 'withdrawal',
    meetings: 'meeting',
    channels: 'channel',
    deliverables: 'deliverable',
    gates: 'gate',
    tracks: 'track',
    lines: 'line',
    'escalation/ladder': 'rung',
    'escalation/signals': 'signal'
  }
  it.each(['cases/ukraine/2024-maitra', 'cases/ukraine/2022-peace-formula'])('%s', (folder) => {
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.yaml'))
      .map((name) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    const about = aboutIn(files)
    let count = 0
    const seen = (name: FormName, told: unknown): void => {
      count++
      const here = { ...about, told }
      const { draft, unread } = begun(FORMS[name], here)
      const { note: _, id: __, ...said } = Object(told) as Record<string, unknown>
      const read = entryFrom(FORMS[name], draft, here) as Record<string, unknown>
      for (const { key } of unread) delete said[key]
      expect(read).toMatchObject(said)
      expect(Object.keys(read).sort()).toEqual(Object.keys(said).sort())
    }
    for (const [home, name] of Object.entries(FORM_AT))
      for (const told of Object.values(Object(writtenAt(files, home) ?? {}))) seen(name, told)
    for (const name of ['ceasefire', 'plan', 'escalation'] as const) {
      const { signals: _, ...told } = Object(writtenAt(files, name) ?? {}) as Record<
        string,
        unknown
      >
      if (Object.keys(told).length > 0) seen(name, told)
    }
    expect(count).toBeGreaterThan(4)
  })
})
