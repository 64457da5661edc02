import { createHash, randomBytes } from 'node:crypto'
import { AlreadyThere } from '@truce/host/database'
import { Refusal } from '../../refusal.ts'
import type { Asking } from '../access/asking.ts'
import { noneSuch, noSuchTrack } from '../access/missing.ts'
import type { Verb } from '../access/rights.ts'
import { paperThing } from '../access/standing.ts'
import type { AccessTables } from '../access/tables.ts'
import { ageOutside, LABEL_SIZE, PAPER_SIZES } from './age-file.ts'
import type { PaperKey, PaperShelf, Seal, SealedTo } from './shelf.ts'

const MOST_KEYS = 20
const MOST_SEALS = 2000
const MOST_BYTES = 2_000_000_000

/** What a request about sealed papers needs. */
export interface PapersPlace {
  readonly asking: Asking
  readonly tables: AccessTables
  readonly shelf: PaperShelf
}

/** What was sealed in a browser. */
export interface Sealing {
  readonly label: string
  readonly body: string
  readonly to: readonly SealedTo[]
}

/** A paper of a track, and its first seal that the asker can open. */
export interface SeenPaper {
  readonly id: string
  readonly seals: readonly Seal[]
  readonly mine: { readonly seal: number; readonly label: string } | null
}

/** The hash under which a public key is named in seals. */
const hashOf = (key: string): string => createHash('sha256').update(key).digest('hex')

/** A request that looks at sealed papers of a track, or adds one. The server can open none of them. */
export class Papers {
  private readonly place: PapersPlace

  constructor(place: PapersPlace) {
    this.place = place
  }

  /** The asker's own public keys. */
  ownKeys(): Promise<readonly PaperKey[]> {
    return this.place.shelf.keys([this.person])
  }

  /** Publishes a public key of the asker: papers are sealed to it from now on. */
  async publish(key: string): Promise<readonly PaperKey[]> {
    const { shelf, asking } = this.place
    const before = await this.ownKeys()
    if (before.some((one) => one.key === key)) return before
    if (before.length >= MOST_KEYS)
      throw new Refusal(409, 'too-many-keys', {
        message: `${MOST_KEYS} keys were published already, and none is ever taken away`,
        help: 'take in the copy of your key that was saved to a file'
      })
    await shelf.publish(this.person, key).catch((error: unknown) => {
      if (error instanceof AlreadyThere) return
      throw error
    })
    const owners = [...asking.facts.roles.keys()]
    const resource = `key:${hashOf(key)}`
    await asking.note(
      'create',
      owners.map((owner) => ({ resource, owner }))
    )
    return this.ownKeys()
  }

  /** Who is in a track, with their public keys. */
  async members(track: string) {
    this.must('read', track)
    const people = await this.inTrack(track)
    const keys = await this.place.shelf.keys(people)
    return people.map((person) => ({ person, keys: keys.filter((one) => one.person === person) }))
  }

  /** The papers of a track, newest first, at most so many. */
  async list(
    track: string,
    before: number | undefined,
    most: number
  ): Promise<readonly SeenPaper[]> {
    this.must('list', track)
    const { shelf } = this.place
    const newest = (await this.ownKeys()).at(-1)
    const hash = newest && hashOf(newest.key)
    const byPaper = Map.groupBy(await shelf.papers(track, before, most), ({ paper }) => paper)
    const mine = new Map(
      [...byPaper].flatMap(([paper, seals]) => {
        const seal =
          seals.find(({ to }) => to.some(({ key }) => key === hash)) ?? this.firstFor(seals)
        return seal ? [[paper, seal.number] as const] : []
      })
    )
    await this.note('list', track, 'all')
    const labels = await shelf.labels([...mine.values()])
    return [...byPaper].map(([id, seals]) => {
      const seal = mine.get(id)
      return {
        id,
        seals,
        mine: seal === undefined ? null : { seal, label: labels.get(seal) ?? '' }
      }
    })
  }

  /** Keeps a new paper. */
  async add(track: string, sealing: Sealing): Promise<{ paper: string; seal: number }> {
    this.must('write', track)
    const paper = randomBytes(12).toString('hex')
    const seal = await this.keep(track, paper, sealing)
    await this.note('write', track, paper)
    return { paper, seal }
  }

  /** Keeps a paper sealed anew, by somebody who could open it, for others who are in the track. */
  async addFor(
    track: string,
    paper: string,
    sealing: Sealing
  ): Promise<{ paper: string; seal: number }> {
    this.must('write', track)
    const seals = await this.place.shelf.paper(track, paper)
    if (!this.firstFor(seals)) throw noneSuch('paper')
    const there = new Set(
      seals.flatMap(({ to }) => to.map(({ person, key }) => `${person} ${key}`))
    )
    if (sealing.to.every(({ person, key }) => there.has(`${person} ${key}`)))
      throw new Refusal(409, 'sealed-already', {
        message: 'the paper is sealed to all of these keys already',
        help: 'look at the list again'
      })
    const seal = await this.keep(track, paper, sealing)
    const { to } = sealing
    await this.note(
      'share',
      track,
      `${paper} ${to.map(({ person }) => `person:${person}`).join(' ')}`
    )
    return { paper, seal }
  }

  /** A sealed paper, for whoever it is sealed to; that it was fetched is noted first. */
  async open(track: string, paper: string, number: number) {
    this.must('read', track)
    const { shelf } = this.place
    const seals = await shelf.paper(track, paper)
    const seal = seals.find((one) => one.number === number)
    if (!seal || !this.isFor(seal)) throw noneSuch('paper')
    await this.note('read', track, paper)
    return shelf.sealed(number)
  }

  private get person(): string {
    return this.place.asking.asker.person.id
  }

  private must(verb: Verb, track: string): void {
    this.place.asking.must(verb, paperThing(track), () => noSuchTrack(track))
  }

  private isFor({ to }: Seal): boolean {
    return to.some(({ person }) => person === this.person)
  }

  private firstFor(seals: readonly Seal[]): Seal | undefined {
    return seals.find((seal) => this.isFor(seal))
  }

  /** People are in a track only while they are members of the organisation for which they are. */
  private async inTrack(track: string): Promise<readonly string[]> {
    const { tables } = this.place
    const rows = await tables.find('trackmember', { track: [track] })
    const people = rows.map(({ person }) => person)
    const members = await tables.find('member', { person: people })
    const is = new Set(members.map(({ organisation, person }) => `${organisation} ${person}`))
    return rows
      .filter(({ organisation, person }) => is.has(`${organisation} ${person}`))
      .map(({ person }) => person)
  }

  private async keep(track: string, paper: string, { label, body, to }: Sealing): Promise<number> {
    const { shelf } = this.place
    const files = { label: Buffer.from(label, 'base64'), body: Buffer.from(body, 'base64') }
    const size = this.fit(files, to)
    await this.known(track, to)
    const held = await shelf.held(track)
    if (held.seals >= MOST_SEALS || held.bytes + files.body.length > MOST_BYTES)
      throw new Refusal(409, 'full', {
        message: `the track holds as many sealed papers as it may: ${MOST_SEALS}, or ${MOST_BYTES / 1e9} GB`,
        help: 'open another track'
      })
    return shelf.add({ paper, track, by: this.person, size, to, ...files })
  }

  /** Both files are what they are said to be, as far as that shows from outside. */
  private fit(
    files: { readonly label: Uint8Array; readonly body: Uint8Array },
    to: readonly SealedTo[]
  ): number {
    const [label, body] = [
      ageOutside(files.label, 'the label'),
      ageOutside(files.body, 'the paper')
    ]
    if (body.size > Math.max(...PAPER_SIZES))
      throw new Refusal(413, 'too-large', {
        message: 'the paper is larger than 5 MB',
        help: 'divide it, or leave out its pictures'
      })
    if (label.size !== LABEL_SIZE || !PAPER_SIZES.some((one) => one === body.size))
      throw new Refusal(422, 'not-padded', {
        message: 'the paper or its label is not filled up to one of the sizes that tell nothing',
        help: `a label is of ${LABEL_SIZE} bytes, a paper of ${PAPER_SIZES.join(', ')}`
      })
    if (label.keys !== to.length || body.keys !== to.length)
      throw new Refusal(422, 'other-keys', {
        message: 'the paper is not sealed to as many keys as it says',
        help: 'seal it again'
      })
    return body.size
  }

  /** Nothing is sealed to whoever is not in the track, nor to a key that has a later one after it. */
  private async known(track: string, to: readonly SealedTo[]): Promise<void> {
    const people = new Set(await this.inTrack(track))
    const keys = await this.place.shelf.keys(to.map(({ person }) => person))
    const newest = new Map(keys.map(({ person, key }) => [person, hashOf(key)]))
    const strange = to.find(({ person, key }) => !people.has(person) || newest.get(person) !== key)
    const twice = new Set(to.map(({ person }) => person)).size !== to.length
    if (strange || twice)
      throw new Refusal(409, 'members-changed', {
        message:
          'the paper is sealed to somebody who is not in the track, or to a key that is not their newest',
        help: 'load the page again and seal it anew'
      })
  }

  private async note(verb: Verb, track: string, paper: string): Promise<void> {
    const { tables, asking } = this.place
    const [row] = await tables.find('track', { id: [track] })
    await asking.note(verb, [
      { resource: `paper:${track}/${paper}`, owner: row?.organisation ?? null }
    ])
  }
}
