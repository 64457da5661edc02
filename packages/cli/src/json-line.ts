import { readFile } from 'node:fs/promises'
import type { JsonObject } from '@truce/core/log'
import { isJsonObject } from '@truce/core/log'
import { Usage } from './io.ts'

/** Reads a line that is one JSON object; what is not is said with file, line and column. */
export function jsonLine(text: string, file: string, line: number): JsonObject {
  try {
    const told: unknown = JSON.parse(text)
    if (isJsonObject(told)) return told
  } catch (error) {
    if (error instanceof SyntaxError)
      throw new Usage(
        `${file}:${line}:${columnOf(text)}: this line is not JSON; nothing was written`
      )
    throw error
  }
  throw new Usage(`${file}:${line}:1: this line is not a JSON object; nothing was written`)
}

/**
 * The column of the first letter that no JSON has there; one past the end where the line only stops
 * too soon. The engine does not always say where: the shortest beginning that nothing could complete
 * is looked for by halving.
 */
function columnOf(text: string): number {
  let [good, bad] = [0, text.length + 1]
  while (bad - good > 1) {
    const middle = (good + bad) >>> 1
    if (canGoOn(text.slice(0, middle))) good = middle
    else bad = middle
  }
  return bad
}

/** Whether a beginning is JSON, or would be if more came. */
function canGoOn(start: string): boolean {
  try {
    JSON.parse(start)
    return true
  } catch (error) {
    const said = String(error)
    const place = /position (\d+)/.exec(said)?.[1]
    return /end of JSON|Unterminated string/.test(said) || Number(place) === start.length
  }
}

/** The text of a file that an argument names. */
export async function textOf(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ENOENT' ? new Usage(`there is no file ${file}`) : error
  })
}
