import type { SourceFile } from '@truce/core'
import { base64, bytesOf } from '@truce/core/log'
import type { Submission, Submitted } from '@truce/core/record'
import type {
  CheckpointBody,
  DailyReportBody,
  EntriesBody,
  HeadsBody,
  NewRecordBody,
  OwnRecordsBody,
  ReadsBody,
  RecordBody,
  RecordFieldBody,
  SubmissionsBody,
  SubmittedBody,
  WritingBody
} from '@truce/server'
import { fileOf, get, news, pathOf, post } from '../../state/api.ts'

/** An entry as the server keeps it. */
export interface Kept {
  readonly leaf: Uint8Array
  readonly body?: Uint8Array
}

/** That a record has grown to a size, at an hour of its clock. */
export interface Grown {
  readonly record: string
  readonly size: number
  readonly now: string
}

const records = (of: string): string => `${pathOf(of)}/records`

/** The records of a case, and a new one. */
export const recordsOf = async (of: string): Promise<readonly RecordBody[]> =>
  (await get<{ readonly records: readonly RecordBody[] }>(records(of))).records

/** The records in which the asker takes part, on a team's server. */
export const ownRecords = async (): Promise<OwnRecordsBody['records']> =>
  (await get<OwnRecordsBody>('/api/team/records')).records

/** Begins a record. */
export const beginRecord = (of: string, wish: NewRecordBody): Promise<RecordBody> =>
  post(records(of), wish)

/**
 * Hears of each growth of the records of a case, or of the one of an id alone, and of each time the
 * line is there again.
 */
export function followRecords(
  of: string,
  id: string | undefined,
  grown: (news: Grown | undefined) => void
): () => void {
  const at = id === undefined ? pathOf(of) : `${records(of)}/${id}`
  return news.listen(at, (event, data) => {
    if (event === 'record') grown(JSON.parse(data) as Grown)
    else if (event === 'open') grown(undefined)
  })
}

/** What the server does for one record. */
export class RecordApi {
  private readonly path: string
  private readonly keeps: boolean

  /** `keeps`: whether it is asked for whoever keeps the record. */
  constructor(of: string, id: string, keeps = true) {
    this.path = `${records(of)}/${id}`
    this.keeps = keeps
  }

  head(): Promise<RecordBody> {
    return get(this.path)
  }

  async ground(): Promise<readonly SourceFile[]> {
    return (await get<{ readonly files: readonly SourceFile[] }>(`${this.path}/case`)).files
  }

  /** What is told to whoever files here and may not read the case. */
  field(): Promise<RecordFieldBody> {
    return get(`${this.path}/field`)
  }

  /** Entries from a number on, as many as come at once. */
  async entries(
    from: number
  ): Promise<{ readonly size: number; readonly entries: readonly Kept[] }> {
    const { size, entries } = await get<EntriesBody>(`${this.path}/entries?from=${from}`)
    return { size, entries: entries.map(keptOf) }
  }

  /** Hands in one entry. */
  async submit({ entry, body }: Submission): Promise<Submitted> {
    const sent = { entry: { ...entry }, ...(body && { body: base64(body) }) }
    const asked: SubmissionsBody = { entries: [sent] }
    const { results } = await post<{ readonly results: readonly SubmittedBody[] }>(
      `${this.path}/entries`,
      asked
    )
    return results[0] as Submitted
  }

  /** What whoever keeps the record writes, with the server's key. */
  async write(writing: WritingBody): Promise<Submitted> {
    return (await post<SubmittedBody>(`${this.path}/written`, writing)) as Submitted
  }

  /** The head, signed now for whoever keeps the record; for others the newest that was signed. */
  checkpoint(): Promise<CheckpointBody> {
    const at = `${this.path}/checkpoint`
    return this.keeps ? post(at, {}) : get(at)
  }

  /** Every signed note, over the fewest entries first. */
  async heads(): Promise<readonly CheckpointBody[]> {
    return (await get<HeadsBody>(`${this.path}/checkpoints`)).heads
  }

  /** Hands in a note that was cosigned here. */
  cosigned(note: string): Promise<CheckpointBody> {
    return post(`${this.path}/cosigned`, { note })
  }

  /** The daily report as a file. */
  daily(wanted: DailyReportBody): Promise<Blob> {
    return fileOf(`${this.path}/daily`, wanted)
  }

  move(to: string, text: string): Promise<RecordBody> {
    return post(`${this.path}/clock`, { to, text })
  }

  async reads(): Promise<ReadsBody['reads']> {
    return (await get<ReadsBody>(`${this.path}/reads`)).reads
  }

  /** A copy of so many entries as a file; for a party only what it may read. */
  async copy(size: number, party: string | undefined): Promise<Blob> {
    const query = `?to=${size}${party === undefined ? '' : `&for=${encodeURIComponent(party)}`}`
    const answer = await fetch(`${this.path}/export${query}`)
    if (!answer.ok) throw new Error(await answer.text())
    return answer.blob()
  }
}

function keptOf({ leaf, body }: EntriesBody['entries'][number]): Kept {
  const told = body === undefined ? undefined : bytesOf(body)
  return { leaf: bytesOf(leaf) ?? new Uint8Array(), ...(told && { body: told }) }
}
