import {
  CADENCES,
  CEASEFIRE_CLASSES,
  CEASEFIRE_FORMS,
  DECLARATIONS,
  PUBLICITIES,
  RECORDS
} from '@truce/core/model'
import { wordsOf } from '../choices.ts'
import { channels, lines, meetings, tracks } from '../process-choices.ts'
import type { FieldSpec, FormSpec } from '../spec.ts'
import type { Groups } from './shapes.ts'
import { grouped, reason, some, WEAPON } from './shapes.ts'

const text = (key: string, label: string): FieldSpec => ({ key, kind: 'text', label, long: true })
const list = (key: string, label: string): FieldSpec => ({ key, kind: 'list', label })
const moment = (key: string, label: string): FieldSpec => ({ key, kind: 'when', label })
const lapse = (key: string, label: string): FieldSpec => ({ key, kind: 'lapse', label })

const choice = (key: string, words: readonly string[], catalogue: string): FieldSpec => ({
  key,
  kind: 'choice',
  label: `ceasefire.${key}`,
  among: wordsOf(words, catalogue)
})

/** When fire ceases, and what it means that it does, in the order of a text. */
export const ceasefire: FormSpec = {
  name: 'ceasefire',
  stands: 'alone',
  fields: [
    {
      key: 'class',
      kind: 'choice',
      label: 'ceasefireClass',
      needed: true,
      among: wordsOf(CEASEFIRE_CLASSES, 'forms.ceasefire')
    },
    choice('declaration', DECLARATIONS, 'forms.declaration'),
    choice('form', CEASEFIRE_FORMS, 'forms.form'),
    choice('publicity', PUBLICITIES, 'forms.publicity'),
    some('signatories', 'ceasefire.signatories'),
    { ...list('others', 'ceasefire.others'), help: ({ say }) => say('forms.help.others') },
    { key: 'enters-into-force', kind: 'when', label: 'entersIntoForce', needed: true },
    some('date-by', 'ceasefire.dateBy'),
    some('date-with', 'ceasefire.dateWith'),
    moment('date-until', 'ceasefire.dateUntil'),
    some('orders-by', 'ceasefire.ordersBy'),
    moment('orders-out', 'ceasefire.ordersOut'),
    lapse('orders-lead', 'ceasefire.ordersLead'),
    { key: 'orders-down', kind: 'text', label: 'ceasefire.ordersDown' },
    lapse('lasts', 'ceasefire.lasts'),
    moment('lasts-until', 'ceasefire.lastsUntil'),
    text('renewal', 'ceasefire.renewal'),
    text('review', 'ceasefire.review'),
    { key: 'scope', kind: 'text', label: 'scope', long: true },
    { key: 'lines', kind: 'several', label: 'ceasefire.lines', among: lines, isList: true },
    { key: 'map', kind: 'text', label: 'ceasefire.map' },
    { key: 'coordinates', kind: 'text', label: 'ceasefire.coordinates' },
    text('markers', 'ceasefire.markers'),
    text('violation', 'ceasefire.violation'),
    { key: 'heavy-weapons', kind: 'rows', label: 'ceasefire.heavyWeapons', parts: WEAPON },
    list('prohibited', 'prohibited'),
    list('permitted', 'permitted'),
    { key: 'return-fire', kind: 'text', label: 'returnFire', long: true },
    moment('inventories-by', 'ceasefire.inventoriesBy'),
    moment('inventories-verified', 'ceasefire.inventoriesVerified'),
    text('inventories-of', 'ceasefire.inventoriesOf'),
    some('monitors', 'ceasefire.monitors'),
    text('mandate', 'ceasefire.mandate'),
    text('terms-of-reference', 'termsOfReference'),
    text('movement', 'ceasefire.movement'),
    text('security', 'ceasefire.security'),
    text('technology', 'ceasefire.technology'),
    {
      key: 'inspections',
      kind: 'choice',
      label: 'inspections',
      among: wordsOf(CADENCES, 'forms.cadence')
    },
    text('suspension', 'ceasefire.suspension'),
    lapse('complain', 'ceasefire.complain'),
    lapse('verify', 'ceasefire.verify'),
    some('investigators', 'ceasefire.investigators'),
    lapse('investigate', 'ceasefire.investigate'),
    lapse('decide', 'ceasefire.decide'),
    { key: 'bodies', kind: 'several', label: 'ceasefire.bodies', among: meetings, isList: true },
    text('deadlock', 'deadlock'),
    text('sanctions', 'ceasefire.sanctions'),
    choice('record', RECORDS, 'forms.record'),
    text('detainees', 'ceasefire.detainees'),
    text('missing', 'ceasefire.missing'),
    text('mine-records', 'ceasefire.mineRecords'),
    text('humanitarian', 'ceasefire.humanitarian'),
    lapse('notice', 'ceasefire.notice'),
    { key: 'notice-channel', kind: 'choice', label: 'ceasefire.noticeOver', among: channels },
    text('notice-rule', 'ceasefire.noticeRule'),
    text('communication', 'ceasefire.communication'),
    { key: 'talks', kind: 'several', label: 'ceasefire.talks', among: tracks, isList: true },
    some('guarantors', 'ceasefire.guarantors'),
    list('flexibility', 'ceasefire.flexibility'),
    list('authentic', 'ceasefire.authentic'),
    { key: 'prevails', kind: 'text', label: 'ceasefire.prevails' },
    text('translation', 'ceasefire.translation'),
    text('amendment', 'ceasefire.amendment'),
    text('termination', 'ceasefire.termination'),
    ...reason
  ],
  ...grouped(groups())
}

/** What the text says under one key. */
function groups(): Groups {
  return {
    date: { 'date-by': 'decided-by', 'date-with': 'with', 'date-until': 'until' },
    orders: {
      'orders-by': 'by',
      'orders-out': 'out-by',
      'orders-lead': 'lead',
      'orders-down': 'down-to'
    },
    duration: { lasts: 'lasts', 'lasts-until': 'until', renewal: 'renewal', review: 'review' },
    geography: { lines: 'lines', map: 'map', coordinates: 'coordinates', markers: 'markers' },
    inventories: {
      'inventories-by': 'by',
      'inventories-verified': 'verified-by',
      'inventories-of': 'of'
    },
    monitoring: {
      monitors: 'by',
      mandate: 'mandate',
      'terms-of-reference': 'terms-of-reference',
      movement: 'freedom-of-movement',
      security: 'security',
      technology: 'technology',
      inspections: 'inspections',
      suspension: 'suspension'
    },
    complaints: {
      complain: 'within',
      verify: 'verified-within',
      investigators: 'investigated-by',
      investigate: 'investigated-within',
      decide: 'decided-within',
      bodies: 'ladder',
      deadlock: 'deadlock'
    },
    'civilian-works': { notice: 'notice', 'notice-channel': 'channel', 'notice-rule': 'rule' },
    languages: { authentic: 'authentic', prevails: 'prevails', translation: 'translation' }
  }
}
