import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { textsIn } from '../folder.ts'

const folder = new URL('../../../../cases/ukraine/2024-maitra/', import.meta.url)
const readme = readFileSync(new URL('README.md', folder), 'utf8')
const yaml = textsIn('ukraine/2024-maitra')
  .map(({ text }) => text)
  .join('\n')
const rows = readme
  .split('## The brief, claim by claim')[1]
  ?.split('\n')
  .flatMap((line) => {
    const [, number, claim = '', place = ''] = line.split('|').map((cell) => cell.trim())
    return /^\d+$/.test(number ?? '') ? [{ number: Number(number), claim, place }] : []
  })

/** Whether a name of the README stands in the case's text as a key, an id or a word of its own. */
function stands(name: string): boolean {
  const last = name.split('.').at(-1) ?? name
  return new RegExp(`(^|[\\s{,[:"])${last}(?=[\\s:,}\\]"])`, 'm').test(yaml)
}

describe('the claims of the brief', () => {
  it('are all listed, each once and in order', () => {
    expect(rows?.map(({ number }) => number)).toEqual(Array.from({ length: 71 }, (_, k) => k + 1))
  })
  it('each have a place or a reason', () => {
    for (const { number, claim, place } of rows ?? []) {
      expect(claim.length, `claim ${number}`).toBeGreaterThan(10)
      expect(place.length, `place of ${number}`).toBeGreaterThan(5)
    }
  })
  it('are where they are said to be', () => {
    const named = (rows ?? []).flatMap(({ number, place }) =>
      [...place.matchAll(/`([^`]+)`/g)].flatMap(([, name = '']) =>
        name.startsWith('--') ? [] : [{ number, name }]
      )
    )
    expect(named.length).toBeGreaterThan(100)
    expect(named.filter(({ name }) => !stands(name))).toEqual([])
    expect(stands('russia.no-such-redline')).toBe(false)
  })
})
