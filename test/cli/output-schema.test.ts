import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Documented } from '../../packages/core/src/report/output-schemas.ts'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { sampled } from '../../packages/core/test/laws.ts'
import { run } from './run.ts'

const KOREA = 'cases/classics/us-north-korea-2017'
const ELMIRA = 'cases/classics/elmira'
const MAITRA = 'cases/ukraine/2024-maitra'
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** Runs a command; its exit code, and what its document has that its schema does not promise. */
async function strays(name: Documented, ...argv: readonly string[]): Promise<readonly unknown[]> {
  const { code, stdout } = await run([...name.split('-'), ...argv, '--format', 'json'])
  return [code, ...(outputSchemas[name].safeParse(JSON.parse(stdout)).error?.issues ?? [])]
}

async function broken(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

describe('printed documents keep to their schemas', () => {
  it('of a case with errors, with its title and without', async () => {
    const titled = await broken('titled.yaml', 'truce: 1\ntitle: T\nas-of: 2024-13-01\n')
    const mute = await broken('mute.yaml', 'truce: [1\n')
    for (const path of [titled, mute])
      for (const name of ['check', 'solve-stability', 'solve-bargaining'] as const)
        expect(await strays(name, path)).toEqual([3])
  })
  it('of check, for a case with verdicts of every kind', async () => {
    expect(await strays('check', MAITRA, '--draws', '200')).toEqual([4])
  })
  it('of diff, of two cases and of one with errors', async () => {
    const mute = await broken('mute.yaml', 'truce: [1\n')
    const other = 'cases/ukraine/2022-peace-formula'
    expect(await strays('diff', MAITRA, other, '--draws', '200')).toEqual([0])
    const both = ['--proposals', 'framework,accession']
    expect(await strays('diff', MAITRA, ...both, '--draws', '200')).toEqual([0])
    expect(await strays('diff', MAITRA, mute, '--draws', '200')).toEqual([3])
  })
  it('of matrix, of three cases and of one with errors', async () => {
    const mute = await broken('mute.yaml', 'truce: [1\n')
    const others = ['cases/ukraine/2022-peace-formula', 'cases/ukraine/2025-kiis-packages']
    expect(await strays('matrix', MAITRA, ...others, '--draws', '200')).toEqual([0])
    expect(await strays('matrix', MAITRA, mute, '--draws', '200')).toEqual([3])
    expect((await run(['matrix', MAITRA])).code).toBe(2)
    expect((await run(['matrix', MAITRA, `${MAITRA}/`])).code).toBe(2)
  })
  it.each([
    [KOREA],
    [ELMIRA],
    ['cases/classics/chicken'],
    [MAITRA],
    [ELMIRA, '--coalitions', '--inverse', 'NYNNY'],
    [ELMIRA, '--pareto', '--concepts', 'nash,seq', '--strict', '--attitude', 'c'],
    [KOREA, '--draws', '20', '--exchange', '0.1']
  ])('of solve stability %s %s %s %s', async (...argv) => {
    expect(await strays('solve-stability', ...argv)).toEqual([0])
  })
  it.each([
    // With payments the document holds all that it holds without, and more.
    ...sampled([[MAITRA]], []),
    [MAITRA, '--parties', 'russia,ukraine', '--respect-redlines', 'no', '--most', '20'],
    [MAITRA, '--payments', 'us=2'],
    ['cases/panama-canal/1977'],
    ['cases/ukraine/2022-peace-formula']
  ])('of solve bargaining %s %s %s', async (...argv) => {
    expect(await strays('solve-bargaining', ...argv)).toEqual([0])
  })
})
