import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { deserialize, serialize } from 'node:v8'
import type { Chunk } from '@truce/core'

/**
 * What finished parts belong to, in words: parts made under any other description are not mixed
 * with them.
 */
export type Job = Readonly<Record<string, string | number>>

/** Finished parts in a file: read once, then one line is added for each further part. */
export interface Parts<Part> {
  /**
   * The parts that the file held, by their chunk's index, for a run cut into chunks of that many
   * draws.
   */
  readonly done: (plan: {
    readonly draws: number
    readonly chunk: number
  }) => ReadonlyMap<number, Part>
  readonly keep: (chunk: Chunk, part: Part) => void
}

/** Thrown when a file of parts cannot be used: it is of another job, or no file of parts at all. */
export class OtherParts extends Error {}

const FORMAT = 'truce finished parts 1'

/**
 * Opens a file of parts, or begins it. The first line names the job; a last line that was cut short
 * is dropped.
 */
export function partsIn<Part>(path: string, job: Job): Parts<Part> {
  const text = textIn(path)
  // what stands behind the last line break is a line that was cut short
  const [head = '', ...lines] = text.split('\n').slice(0, -1)
  if (text !== '') refuseOther(path, head, job)
  const kept = lines.map((line, at) => parse<Part>(line, `${path}:${at + 2}`))
  if (!text.endsWith('\n')) writeFileSync(path, `${[heading(job), ...lines].join('\n')}\n`)
  return {
    done: ({ draws, chunk }) =>
      new Map(
        kept.flatMap(({ from, count, part }) =>
          from % chunk === 0 && count === Math.min(chunk, draws - from)
            ? [[from / chunk, part]]
            : []
        )
      ),
    keep: ({ from, count }, part) =>
      appendFileSync(
        path,
        `${JSON.stringify({ from, count, part: serialize(part).toString('base64') })}\n`
      )
  }
}

interface Kept<Part> {
  readonly from: number
  readonly count: number
  readonly part: Part
}

/** Parts are kept as structured clones: every bit of a number survives. */
function parse<Part>(line: string, place: string): Kept<Part> {
  try {
    const { from, count, part } = JSON.parse(line) as Kept<string>
    return { from, count, part: deserialize(Buffer.from(part, 'base64')) as Part }
  } catch {
    throw new OtherParts(`${place} is damaged; take the line out, or give the name of a new file`)
  }
}

function textIn(path: string): string {
  const found = existsSync(path) ? statSync(path) : undefined
  if (found && !found.isFile())
    throw new OtherParts(`${path} is no file; give the name of a file for finished parts`)
  if (!found && !existsSync(dirname(path)))
    throw new OtherParts(`there is no folder ${dirname(path)}`)
  return found ? readFileSync(path, 'utf8') : ''
}

const heading = (job: Job): string => JSON.stringify({ format: FORMAT, job })

function refuseOther(path: string, head: string, job: Job): void {
  const found = read(head)
  if (!found)
    throw new OtherParts(`${path} is not a file of finished parts; give the name of a new file`)
  const different = [...new Set([...Object.keys(job), ...Object.keys(found)])].filter(
    (key) => found[key] !== job[key]
  )
  if (different.length === 0) return
  const [key] = different as [string]
  throw new OtherParts(
    key === 'case'
      ? `${path} holds parts of another case, or of this one before it was changed; give the name of a new file`
      : `${path} holds parts of another run (${key}: ${found[key]} there, ${job[key]} here); ask the same again, or give the name of a new file`
  )
}

function read(head: string): Job | undefined {
  try {
    const { format, job } = JSON.parse(head) as { readonly format?: unknown; readonly job?: Job }
    return format === FORMAT ? job : undefined
  } catch {
    return undefined
  }
}
