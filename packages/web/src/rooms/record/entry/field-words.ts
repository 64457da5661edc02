import type { WeaponClass } from '@truce/core/model'
import { RANKS, WEAPONS } from '@truce/core/model'
import type { Counted, EntryKind, InspectionOutcome, Restriction } from '@truce/core/record'
import { COUNTED, INSPECTION_OUTCOMES, RESTRICTIONS } from '@truce/core/record'
import type { RecordWords } from '../use-record.ts'

/** Under what list the words of a field are named, where that is not its key. */
const LISTS: Readonly<Record<string, string>> = {
  status: 'message-status',
  kind: 'message',
  decision: 'gate',
  as: 'seat'
}

/** What a word of a closed list is called in a field of an entry: as reports say it where they do. */
export function listedWord(record: RecordWords, key: string, value: string): string {
  const { said, word } = record
  if (RANKS.some((rank) => rank === value)) return value
  const weapon = WEAPONS.find((one): one is WeaponClass => one === value)
  if (key === 'weapon' && weapon) return said.say(`draft.weapon.${weapon}`)
  const counted = COUNTED.find((one): one is Counted => one === value)
  if (key === 'of' && counted) return said.say(`daily.counted.${counted}`, { n: 2 })
  const restriction = RESTRICTIONS.find((one): one is Restriction => one === value)
  if (key === 'restriction' && restriction) return said.say(`daily.restriction.${restriction}`)
  return inspected(record, key, value) ?? word(LISTS[key] ?? key, value)
}

function inspected({ said }: RecordWords, key: string, value: string): string | undefined {
  const outcome = INSPECTION_OUTCOMES.find((one): one is InspectionOutcome => one === value)
  if (key !== 'outcome' || outcome === undefined || outcome === 'no-access') return undefined
  return outcome === 'missing'
    ? said.say('ground.site.missing.found')
    : said.say(`ground.site.${outcome}`)
}

/** What a field asks for: by its kind where that says it otherwise than others. */
export function fieldLabel({ t, zone }: RecordWords, kind: EntryKind, path: string): string {
  const plain = path.replaceAll(/\.\d+(?=\.|$)/g, '')
  const last = plain.slice(plain.lastIndexOf('.') + 1)
  for (const key of [`${kind}.${plain}`, plain, last]) {
    const said = t(`record.field.${key}`, { zone })
    if (said !== `record.field.${key}`) return said
  }
  return last
}
