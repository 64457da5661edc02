import { randomBytes } from 'node:crypto'
import type { Case, CaseStore, Signer, SourceFile } from '@truce/core'
import { readCase } from '@truce/core/case'
import type { RecordOpening } from '@truce/core/log'
import { base64 } from '@truce/core/log'
import { hashOf } from '@truce/host'
import { Refusal } from '../refusal.ts'
import type { RecordNews } from './kept-record.ts'
import { KeptRecord } from './kept-record.ts'
import type { RecordVerb, Stand } from './reader.ts'
import { readerOf } from './reader.ts'
import type { RecordShelf } from './shelf.ts'

/** Milliseconds that somebody waits for a record that is being opened, which goes on meanwhile. */
const PATIENCE = 20_000

/** What a record is to begin with; the server adds its own key and the case. */
export interface RecordWish {
  readonly title: string
  readonly operator: string
  readonly exercise?: boolean | undefined
  readonly witnesses?: number | undefined
  readonly keys: RecordOpening['keys']
}

/** The records that somebody may see, and their ways to them. */
export interface OpenRecords {
  /** The records of a case; one that was never begun is none. */
  readonly list: (of: string) => Promise<readonly KeptRecord[]>
  /** One record of a case, for what is to be done with it; to be read, where that is not said. */
  readonly read: (of: string, id: string, verb?: RecordVerb) => Promise<KeptRecord>
  /** Begins a record of a case as it is now. */
  readonly begin: (of: string, wish: RecordWish) => Promise<KeptRecord>
  /** Tells of each new entry of the records of a case, until the returned is called. */
  readonly follow: (of: string, follower: (news: RecordNews) => void) => () => void
  /** The same for one record: of what is beyond `since` entries at once, and of each that comes. */
  readonly listen: (
    record: KeptRecord,
    follower: (news: RecordNews) => void,
    since: number
  ) => () => void
  /** As whom the asker comes to a record; with a narrower look where one is wished. */
  readonly stand: (record: KeptRecord, wished?: string) => Promise<Stand>
}

/** The records of the cases of a workspace, each opened when it is first asked for. */
export class Records implements OpenRecords {
  private readonly workspace: CaseStore
  private readonly shelf: RecordShelf
  private readonly open = new Map<string, Promise<KeptRecord>>()
  private readonly followers = new Map<string, Map<(news: RecordNews) => void, (() => void)[]>>()
  private operator: Promise<Signer> | undefined
  private readonly patience: number

  /** `shelf`: where they lie. `patience`: how long somebody waits for one that is opened, in ms. */
  constructor(shelf: RecordShelf, workspace: CaseStore, patience = PATIENCE) {
    this.shelf = shelf
    this.patience = patience
    this.workspace = workspace
  }

  /** The records of a case; one that was never begun is none. */
  async list(of: string): Promise<readonly KeptRecord[]> {
    await this.workspace.known(of)
    const ids = await this.shelf.ids(of)
    const found = await Promise.all(ids.map((id) => this.get(of, id)))
    return found.filter(({ book }) => book.size > 0)
  }

  /** One record of a case. */
  async read(of: string, id: string): Promise<KeptRecord> {
    await this.workspace.known(of)
    const found = (await this.shelf.has(of, id)) ? await this.get(of, id) : undefined
    if (!found || found.book.size === 0) throw noSuchRecord(of, id)
    await found.book.refresh()
    return found
  }

  /** Begins a record of a case as it is now. */
  async begin(of: string, wish: RecordWish): Promise<KeptRecord> {
    const { files } = await this.workspace.read(of)
    const source = soundly(files)
    for (const party of [wish.operator, ...wish.keys.map((key) => key.party)])
      if (!source.parties.has(party))
        throw new Refusal(422, 'unknown-party', {
          message: `the case has no party ${JSON.stringify(party)}`,
          help: `its parties are ${[...source.parties.keys()].join(', ')}`
        })
    const operator = await this.key()
    const id = randomBytes(6).toString('hex')
    await this.shelf.keepGround(of, id, files)
    const place = { shelf: this.shelf, of, id, source, files, operator }
    const record = await this.opening(`${of}/${id}`, KeptRecord.open(place))
    const begun = await record.book.begin(slugOf(of), opening(wish, files, operator), operator)
    if (begun.outcome === 'refused')
      throw new Refusal(422, begun.problems[0]?.code ?? 'refused', {
        message: `the record cannot begin so: ${JSON.stringify(begun.problems[0]?.data ?? {})}`,
        help: 'each key once, and no operator key but that of the server itself'
      })
    return record
  }

  /** Tells of each new entry of the records of a case that are open, until the returned is called. */
  follow(of: string, follower: (news: RecordNews) => void): () => void {
    const followers = this.followers.get(of) ?? new Map<typeof follower, (() => void)[]>()
    this.followers.set(of, followers)
    const stops: (() => void)[] = []
    followers.set(follower, stops)
    for (const [key, opening] of this.open)
      if (key.startsWith(`${of}/`))
        void opening.then(
          (record) => followers.has(follower) && stops.push(record.follow(follower)),
          () => undefined
        )
    return () => {
      followers.delete(follower)
      for (const stop of stops) stop()
    }
  }

  /** Tells of each new entry of a record that is open. */
  listen(record: KeptRecord, follower: (news: RecordNews) => void, since: number): () => void {
    return record.follow(follower, since)
  }

  /** Whoever sits at this computer sees all, and hands in what others have signed. */
  async stand(_record: KeptRecord, wished?: string): Promise<Stand> {
    return { reader: readerOf(wished), name: wished ?? 'this computer', speaksFor: () => true }
  }

  /** Ends what is under way. */
  async close(): Promise<void> {
    const open = await Promise.allSettled(this.open.values())
    for (const one of open) if (one.status === 'fulfilled') await one.value.close()
  }

  private key(): Promise<Signer> {
    this.operator ??= this.shelf.key()
    return this.operator
  }

  private async get(of: string, id: string): Promise<KeptRecord> {
    const key = `${of}/${id}`
    const opening = this.open.get(key) ?? this.opening(key, this.opened(of, id))
    const late = Promise.withResolvers<never>()
    const timer = setTimeout(() => late.reject(new BeingOpened(id)), this.patience)
    try {
      return await Promise.race([opening, late.promise])
    } finally {
      clearTimeout(timer)
    }
  }

  /** Remembers a record that opens; whoever follows its case follows it too. */
  private opening(key: string, made: Promise<KeptRecord>): Promise<KeptRecord> {
    this.open.set(key, made)
    made.then(
      (record) => {
        for (const [follower, stops] of this.followers.get(record.of) ?? [])
          stops.push(record.follow(follower))
      },
      () => this.open.delete(key)
    )
    return made
  }

  private async opened(of: string, id: string): Promise<KeptRecord> {
    const [files, played] = await Promise.all([
      this.shelf.ground(of, id),
      this.shelf.playedKey(of, id)
    ])
    const operator = played ?? (await this.key())
    const place = { shelf: this.shelf, of, id, source: soundly(files), files, operator }
    const record = await KeptRecord.open(place)
    const wanted = record.opening?.case?.sha256
    if (wanted === undefined || hashOf(files) === `sha256:${wanted}`) return record
    await record.close()
    throw new Refusal(409, 'other-case', {
      message: 'the text of the case that lies beside the record is not the one it was begun under',
      help: 'put the text back as it was, or open another copy of the record'
    })
  }
}

/** A record of very many entries is read in when it is first asked for. */
class BeingOpened extends Refusal {
  override readonly headers = { 'retry-after': '10' }

  constructor(id: string) {
    super(503, 'being-opened', {
      message: `the record ${id} has very many entries and is still being read in`,
      help: 'it goes on by itself: ask again in a moment'
    })
  }
}

/** There is no such record; said of an id as it was asked for. */
export function noSuchRecord(of: string, id: string): Refusal {
  return new Refusal(404, 'no-such-record', {
    message: `the case has no record ${JSON.stringify(id)}`,
    help: `GET /api/cases/${of}/records lists them`
  })
}

function soundly(files: readonly SourceFile[]): Case {
  const { case: source, sound } = readCase(files)
  if (source && sound) return source
  throw new Refusal(422, 'case-unsound', {
    message: 'the case has errors, so no record can be kept under it',
    help: 'POST /api/check names them; mend them first'
  })
}

function opening(
  { title, operator: party, exercise, witnesses, keys }: RecordWish,
  files: readonly SourceFile[],
  operator: Signer
): RecordOpening {
  const source = readCase(files).title ?? title
  return {
    title,
    case: { title: source, sha256: hashOf(files).slice('sha256:'.length) },
    operator: party,
    keys: [{ party, role: 'operator', publicKey: base64(operator.publicKey) }, ...keys],
    ...(witnesses === undefined ? {} : { witnesses }),
    ...(exercise === true ? { exercise } : {})
  }
}

/** How the record's name begins: the case's id as far as a name can bear it. */
function slugOf(of: string): string {
  const slug = of
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
  return slug === '' ? 'record' : slug.slice(0, 60).replace(/-+$/, '')
}
