import { CADENCES, COMPLETIONS, ZONE_KINDS } from '@truce/core/model'
import { parties, wordsOf } from '../choices.ts'
import { entriesOf } from '../draft.ts'
import { lines } from '../process-choices.ts'
import type { FormSpec } from '../spec.ts'
import type { Groups } from './shapes.ts'
import { apart, number, reason, some, titled, together, WEAPON } from './shapes.ts'

const KILOMETRES = { min: 0, max: 1e5, step: 1 }
const HEADS = { min: 0, max: 1e9, step: 1 }

const GROUPS: Groups = {
  weapon: {
    class: 'class',
    'at-least-mm': 'at-least-mm',
    'below-mm': 'below-mm',
    definition: 'definition'
  },
  measure: {
    'zone-width-km': 'zone-width-km',
    'distance-from-line-km': 'distance-from-line-km',
    'band-from': 'band-from',
    'band-to': 'band-to'
  }
}

/** What goes back, from where, and when. */
export const withdrawal: FormSpec = {
  name: 'withdrawal',
  stands: 'list',
  idFrom: 'title',
  idKey: 'id',
  fields: [
    titled('withdrawalTitle', 'new'),
    ...WEAPON,
    {
      ...number('zone-width-km', 'zoneWidth', KILOMETRES),
      help: ({ say }) => say('forms.help.zoneWidth')
    },
    number('distance-from-line-km', 'distance', KILOMETRES),
    number('band-from', 'bandFrom', KILOMETRES),
    number('band-to', 'bandTo', KILOMETRES),
    {
      key: 'baseline',
      kind: 'each',
      label: 'baseline',
      needed: true,
      among: parties,
      each: lines,
      help: ({ say }) => say('forms.help.baseline')
    },
    {
      key: 'zone',
      kind: 'choice',
      label: 'zoneKind',
      among: wordsOf(ZONE_KINDS, 'forms.zone')
    },
    { key: 'ceiling', kind: 'each', label: 'ceiling', among: parties, bounds: HEADS },
    {
      key: 'tranches',
      kind: 'rows',
      label: 'tranches',
      parts: [
        { ...number('count', 'trancheCount', HEADS), needed: true },
        { key: 'party', kind: 'choice', label: 'trancheParty', among: parties },
        { key: 'by', kind: 'when', label: 'trancheBy', needed: true }
      ]
    },
    { key: 'starts', kind: 'when', label: 'starts', needed: true },
    {
      key: 'synchronised',
      kind: 'choice',
      label: 'synchronised',
      among: wordsOf(['true', 'false'], 'forms.answer')
    },
    { key: 'ends', kind: 'when', label: 'endsWhen' },
    {
      key: 'completion',
      kind: 'choice',
      label: 'completion',
      among: wordsOf(COMPLETIONS, 'forms.completion')
    },
    { key: 'storage', kind: 'text', label: 'storage' },
    { key: 'storage-keys', kind: 'text', label: 'storageKeys' },
    {
      key: 'storage-inspections',
      kind: 'choice',
      label: 'inspections',
      among: wordsOf(CADENCES, 'forms.cadence')
    },
    some('verified-by', 'verifiedBy'),
    { key: 'asymmetry', kind: 'text', label: 'asymmetry', long: true },
    ...reason
  ],
  groups: {
    ...GROUPS,
    storage: { storage: 'site', 'storage-keys': 'keys', 'storage-inspections': 'inspections' }
  },
  shape: (entry) => stored(banded(together(entry, GROUPS))),
  opened: (told) => apart(opened(told), GROUPS)
}

type Entry = Readonly<Record<string, unknown>>

/** The two ends of a band are one key; `synchronised` is no text. */
function banded({ synchronised, ...entry }: Entry): Entry {
  const { 'band-from': from, 'band-to': to, ...measure } = entriesOf(entry['measure']) ?? {}
  const band = from === undefined && to === undefined ? {} : { 'band-km': [from ?? 0, to ?? 0] }
  const isBoth = synchronised === undefined ? {} : { synchronised: synchronised === 'true' }
  return { ...entry, measure: { ...measure, ...band }, ...isBoth }
}

/** A site alone is written as its text. */
function stored(entry: Entry): Entry {
  const { storage: site, 'storage-keys': keys, 'storage-inspections': inspections, ...rest } = entry
  if (site === undefined) return rest
  if (keys === undefined && inspections === undefined) return { ...rest, storage: site }
  const more = {
    ...(keys === undefined ? {} : { keys }),
    ...(inspections === undefined ? {} : { inspections })
  }
  return { ...rest, storage: { site, ...more } }
}

/** The entry with band and storage laid beside the rest. */
function opened(told: Entry): Entry {
  const { 'band-km': band, ...measure } = entriesOf(told['measure']) ?? {}
  const [from, to] = Array.isArray(band) ? (band as readonly unknown[]) : []
  const { site, keys, inspections } = entriesOf(told['storage']) ?? { site: told['storage'] }
  return {
    ...told,
    measure: { ...measure, 'band-from': from, 'band-to': to },
    // A text by language has no site; it is shown as what it is.
    storage: site ?? told['storage'],
    'storage-keys': keys,
    'storage-inspections': inspections
  }
}
