import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { deflateRawSync, inflateRawSync } from 'node:zlib'

/** A set-up or a part as bytes: a structured clone, in which every bit of a number survives. */
export const packed = (value: unknown): Buffer => deflateRawSync(serialize(value))

/** What was packed. */
export const unpacked = (bytes: Uint8Array): unknown => deserialize(inflateRawSync(bytes))

/** Whether two hold the same, however they were compressed. */
export const samePacked = (a: Uint8Array, b: Uint8Array): boolean =>
  Buffer.compare(a, b) === 0 || inflateRawSync(a).equals(inflateRawSync(b))

/** The name of what is asked: the same for the same question, and for nothing else. */
export const nameOfRun = (asked: unknown): string =>
  createHash('sha256').update(serialize(asked)).digest('hex')
