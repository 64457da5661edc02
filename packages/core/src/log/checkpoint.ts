import { base64, bytesOf } from './bytes.ts'

/** The head of a log: the root over its first `size` entries. */
export interface LogHead {
  /** The log's name, which is the record's. */
  readonly origin: string
  readonly size: number
  readonly root: Uint8Array
}

/** The text of a checkpoint (C2SP tlog-checkpoint): origin, size and root, a line each. */
export const checkpointText = ({ origin, size, root }: LogHead): string =>
  `${origin}\n${size}\n${base64(root)}\n`

/**
 * What such a text says; undefined where it is none. Lines that follow the third are passed by, as
 * the specification allows them.
 */
export function readCheckpoint(text: string): LogHead | undefined {
  const lines = text.split('\n')
  const [origin = '', size = '', told = ''] = lines
  const root = bytesOf(told)
  const whole = lines.length >= 4 && lines.at(-1) === '' && lines.slice(0, -1).every(Boolean)
  if (!whole || !/^(0|[1-9]\d{0,14})$/.test(size) || root?.length !== 32) return undefined
  return { origin, size: Number(size), root }
}
