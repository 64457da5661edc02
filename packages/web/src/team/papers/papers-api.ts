import { base64, bytesOf } from '@truce/core/log'
import type {
  PaperKeysBody,
  PaperMadeBody,
  PapersBody,
  SealedPaperBody,
  SealingBody,
  TrackKeysBody
} from '@truce/server'
import { get, post } from '../../state/api.ts'
import type { SealedFiles } from './sealed.ts'
import { keyHash } from './sealed.ts'

const tracks = '/api/team/tracks'

/** Somebody in a track, and the public key that papers are sealed to, where there is one. */
export interface TrackKey {
  readonly person: string
  readonly name: string | null
  readonly key: string | undefined
  /** The hash under which seals name it. */
  readonly hash: string
}

/** A sealed paper of a track. */
export type PaperLine = PapersBody['papers'][number]

/** The public keys that one has published oneself, oldest first. */
export const ownKeys = async (): Promise<readonly string[]> =>
  (await get<PaperKeysBody>('/api/team/keys')).keys.map(({ key }) => key)

/** Publishes a public key. */
export const publish = (key: string): Promise<PaperKeysBody> => post('/api/team/keys', { key })

/** Who is in a track, each with their newest public key. */
export const keysIn = async (track: string): Promise<readonly TrackKey[]> =>
  Promise.all(
    (await get<TrackKeysBody>(`${tracks}/${track}/keys`)).members.map(
      async ({ person, name, keys }) => {
        const key = keys.at(-1)?.key
        return { person, name, key, hash: key === undefined ? '' : await keyHash(key) }
      }
    )
  )

/** The papers of a track, newest first; `before`: the first seal of the last of those that one has. */
export const papersIn = (track: string, before?: number): Promise<PapersBody> =>
  get(`${tracks}/${track}/papers${before === undefined ? '' : `?before=${before}`}`)

/** Hands in what was sealed; `paper`: one that is there, sealed anew for others. */
export async function handIn(
  track: string,
  files: SealedFiles,
  { to, paper }: { readonly to: readonly TrackKey[]; readonly paper?: string }
): Promise<PaperMadeBody> {
  const sent: SealingBody = {
    label: base64(files.label),
    body: base64(files.body),
    to: to.map(({ person, hash }) => ({ person, key: hash }))
  }
  const anew = paper === undefined ? '' : `/${paper}/seals`
  return post(`${tracks}/${track}/papers${anew}`, sent)
}

/** A sealed paper, as it was sealed. */
export async function sealedPaper(track: string, { id, mine }: PaperLine): Promise<SealedFiles> {
  const path = `${tracks}/${track}/papers/${id}/seals/${mine?.seal ?? 0}`
  const { label, body } = await get<SealedPaperBody>(path)
  // What cannot be read at all opens no more than what was changed.
  const bytes = (text: string): Uint8Array => bytesOf(text) ?? new Uint8Array()
  return { label: bytes(label), body: bytes(body) }
}
