import type { KeyRing } from '@truce/core/log'
import type { Case } from '@truce/core/model'
import type { Audience, Disclosure } from '@truce/core/record'
import { disclosureFor, missionOf, TIMES_TOLD } from '@truce/core/record'
import type { Args } from './args.ts'
import { oneOf } from './args.ts'
import { Usage } from './io.ts'

/** The option that says for whom something is told. */
export const FOR = { for: { type: 'string' } } as const

/** The options that say how closely. */
export const CLOSENESS = {
  place: { type: 'string' },
  time: { type: 'string' },
  authors: { type: 'string' }
} as const

/** What is said of them. */
export const CLOSENESS_HELP = `  --for <audience>       a party of the case, mission (those who keep, watch and mediate)
                         or public; by default whoever keeps the record, who sees all
  --place <how>          exact, area, or how wide the cells are: 10km (public: 10km)
  --time <how>           exact, hour or day (public: day)
  --authors <how>        named or hidden (public: hidden)`

/** What an audience is found among. */
export interface AudiencesOf {
  readonly source: Case
  readonly ring: KeyRing
}

/** For whom something is told, as `--for` says. */
export function audienceOf({ values }: Args, { source, ring }: AudiencesOf): Audience {
  const named = values['for']
  if (named === undefined) return { of: 'whole' }
  const name = String(named)
  const isParty = source.parties.has(name)
  if (isParty && (name === 'public' || name === 'mission'))
    throw new Usage(`--for ${name}: the case has a party of that name; write --for party.${name}`)
  if (name === 'public') return { of: 'public' }
  if (name === 'mission') return { of: 'mission', parties: missionOf(ring) }
  const party = name.startsWith('party.') ? name.slice('party.'.length) : name
  if (source.parties.has(party)) return { of: 'party', party }
  throw new Usage(
    `--for takes a party of the case, mission or public: ${[...source.parties.keys()].join(', ')}`
  )
}

/** For whom and how closely a report tells; what is not said is as its audience has it. */
export function disclosureOf(args: Args, of: AudiencesOf): Disclosure {
  const usual = disclosureFor(audienceOf(args, of))
  return {
    audience: usual.audience,
    place: placeOf(args) ?? usual.place,
    time: oneOf(args, 'time', TIMES_TOLD) ?? usual.time,
    authors: oneOf(args, 'authors', ['named', 'hidden'] as const) ?? usual.authors
  }
}

const MOST_KM = 500

function placeOf({ values }: Args): Disclosure['place'] | undefined {
  const { place } = values
  if (place === undefined) return undefined
  if (place === 'exact' || place === 'area') return place
  const km = Number(/^(\d{1,3})km$/.exec(String(place))?.[1])
  if (km >= 1 && km <= MOST_KM) return { cellKm: km }
  throw new Usage(`--place takes exact, area or a width from 1km to ${MOST_KM}km, not ${place}`)
}
