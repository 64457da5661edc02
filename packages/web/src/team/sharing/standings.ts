import type { MeBody, OrganisationsBody, OwnRecordsBody, TracksBody } from '@truce/server'
import { team } from './team-api.ts'

type Mine = MeBody['cases'][number]

/** How one stands to a case: whose it is, by what it came, and what one may do with it. */
export interface Standing {
  /** Undefined where one is not to know whose it is. */
  readonly owner: string | undefined
  readonly isOwn: boolean
  /** The tracks and organisations of one's own by which it was shared. */
  readonly through: readonly { readonly kind: 'track' | 'organisation'; readonly name: string }[]
  readonly may: Mine['may']
}

/** What the start page of a team says beside the cases. */
export interface Standings {
  readonly cases: ReadonlyMap<string, Standing>
  readonly records: OwnRecordsBody['records']
}

/** What names are looked up in. */
export interface Known {
  readonly me: MeBody
  readonly organisations: OrganisationsBody['organisations']
  readonly tracks: TracksBody['tracks']
}

/** Asks how one stands to each case and record. */
export async function loadStandings(): Promise<Standings> {
  const [me, organisations, tracks, records] = await Promise.all([
    team.me(),
    team.organisations(),
    team.tracks(),
    team.ownRecords()
  ])
  const known = { me, organisations, tracks }
  return { cases: new Map(me.cases.map((one) => [one.id, standingOf(one, known)])), records }
}

/** How one stands to a case. */
export function standingOf(
  { organisation, may, through }: Mine,
  { me, organisations, tracks }: Known
): Standing {
  const names = {
    track: new Map(tracks.map(({ id, name }) => [id, name])),
    organisation: new Map(me.organisations.map(({ id, name }) => [id, name]))
  }
  return {
    owner: organisations.find(({ id }) => id === organisation)?.name,
    isOwn: me.organisations.some(({ id }) => id === organisation),
    through: through.flatMap(({ kind, target }) => {
      const name = names[kind].get(target)
      return name ? [{ kind, name }] : []
    }),
    may
  }
}
