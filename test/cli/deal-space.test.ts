import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { run } from './run.ts'

const MAITRA = 'cases/ukraine/2024-maitra'
const TABLE =
  'issue;option;Upland;Lowland\nDam;weight;30;60\n;Built;100;0\n;None;0;99,5\nno-deal;;25;10\n'
const profile = (evaluation: number): string =>
  `<utility_space><objective><issue index="1" name="Dam"><item value="built" evaluation="${evaluation}"/><item value="none" evaluation="1"/></issue><weight index="1" value="1"/></objective><discount_factor value="0.5"/><reservation value="0.25"/></utility_space>`
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'truce-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function written(name: string, text: string | Uint8Array): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

async function errors(path: string): Promise<readonly object[]> {
  const { findings } = JSON.parse((await run(['check', path, '--format', 'json'])).stdout) as {
    findings: { severity: string }[]
  }
  return findings.filter(({ severity }) => severity === 'error')
}

describe('import', () => {
  it('profiles of GENIUS: a case that reads without errors; what was lost and assumed on stderr and in the case', async () => {
    const out = join(folder, 'river')
    const files = [
      await written('Upland.xml', profile(4)),
      await written('Lowland.xml', profile(0))
    ]
    const { code, stdout, stderr } = await run([
      'import',
      'genius',
      ...files,
      '--out',
      out,
      '--as-of',
      '2024-01-01'
    ])
    expect([code, stdout]).toEqual([
      0,
      `wrote ${join(out, 'case.yaml')}\nnext: truce check ${out}\n`
    ])
    const text = await readFile(join(out, 'case.yaml'), 'utf8')
    for (const line of [
      'how its numbers read here:',
      'the discount factor 0.5',
      'no domain was given'
    ]) {
      expect(stderr).toContain(line)
      expect(text.toLowerCase()).toContain(line)
    }
    expect(text).toContain('title: "river"\nas-of: 2024-01-01\nrequired: [upland, lowland]\n')
    expect(await errors(out)).toEqual([])
    const raw = join(folder, 'raw')
    expect(
      (await run(['import', 'genius', ...files, '--out', raw, '--normalise', 'none'])).stderr
    ).toContain('Upland: utility = 4 * points / 100')
  })
  it('profiles of GeniusWeb', async () => {
    const space = {
      issueUtilities: {
        dam: { DiscreteValueSetUtilities: { valueUtilities: { built: 1, none: 0 } } }
      },
      issueWeights: { dam: 1 },
      domain: { name: 'river', issuesValues: { dam: { values: ['built', 'none'] } } },
      name: 'upland'
    }
    const out = join(folder, 'web')
    const { code } = await run([
      'import',
      'geniusweb',
      await written('Upland.json', JSON.stringify({ LinearAdditiveUtilitySpace: space })),
      '--out',
      out
    ])
    expect([code, await errors(out)]).toEqual([0, []])
  })
  it('tables, in Unicode of either width and in Windows-1252', async () => {
    const accented = TABLE.replace('Built', 'Bâti')
    const forms = {
      'utf-8': accented,
      'utf-16': Buffer.from(`\uFEFF${accented}`, 'utf16le'),
      'windows-1252': Buffer.from(accented, 'latin1')
    }
    for (const [name, bytes] of Object.entries(forms)) {
      const out = join(folder, `table ${name}`)
      const { code, stderr } = await run([
        'import',
        'table',
        await written(`${name}.csv`, bytes),
        '--out',
        out
      ])
      expect([name, code, await errors(out)]).toEqual([name, 0, []])
      expect(await readFile(join(out, 'case.yaml'), 'utf8')).toContain('bati: "Bâti"')
      expect(stderr.includes('read as Windows-1252')).toBe(name === 'windows-1252')
    }
  })
})

describe('the table of the guide', () => {
  it('reads as it stands there, without errors', async () => {
    const [, table = ''] =
      /```csv\n([\s\S]*?)```/.exec(await readFile('docs/howto/import-and-export.md', 'utf8')) ?? []
    const out = join(folder, 'guide')
    expect(
      (await run(['import', 'table', await written('guide.csv', table), '--out', out])).code
    ).toBe(0)
    expect(await errors(out)).toEqual([])
    expect(await readFile(join(out, 'case.yaml'), 'utf8')).toContain(
      'values: {built-as-planned: 100, built-lower-and-watched: [50, 60, 75], not-built: 0}'
    )
  })
})

describe('export table', () => {
  it('as CSV and as a workbook: both are read back to the same case', async () => {
    const texts: string[] = []
    for (const ending of ['csv', 'xlsx']) {
      const file = join(folder, `maitra.${ending}`)
      const { code, stdout, stderr } = await run(['export', 'table', MAITRA, '--out', file])
      expect([code, stdout]).toEqual([0, `wrote ${file}\n`])
      expect(stderr).toContain('19 redlines')
      const back = join(folder, `maitra from ${ending}`)
      expect(
        (await run(['import', 'table', file, '--out', back, '--as-of', '2024-12-01'])).code
      ).toBe(0)
      expect(await errors(back)).toEqual([])
      texts.push(await readFile(join(back, 'case.yaml'), 'utf8'))
    }
    expect(texts[1]).toBe(texts[0])
    expect(
      (await readFile(join(folder, 'maitra.csv'), 'utf8')).startsWith(
        '\uFEFFissue,option,Russia,Ukraine'
      )
    ).toBe(true)
  })
  it('to stdout as CSV, or as JSON, and nothing else', async () => {
    expect((await run(['export', 'table', MAITRA])).stdout.startsWith('issue,option,Russia')).toBe(
      true
    )
    expect(
      JSON.parse((await run(['export', 'table', MAITRA, '--format', 'json'])).stdout).format
    ).toBe('truce-deal-space')
  })
  it('a case without interests has no deal space: exit 1', async () => {
    const { code, stderr } = await run(['export', 'table', 'cases/classics/chicken'])
    expect([code, stderr]).toEqual([
      1,
      'truce: cases/classics/chicken: no party has interests: add them under `stances` to export a deal space\n'
    ])
  })
})

/** A zip archive of one file, its sizes in the directory or not at all. */
function archive(name: string, content: Buffer, said: number): Buffer {
  const packed = deflateRawSync(content)
  const sizes = Buffer.alloc(12)
  sizes.writeUInt32LE(packed.length, 4)
  sizes.writeUInt32LE(said, 8)
  const names = Buffer.from([name.length, 0, 0, 0])
  const local = Buffer.concat([
    Buffer.from('PK\u0003\u0004\u0014\0\0\0\u0008\0\0\0\0\0', 'latin1'),
    sizes,
    names,
    Buffer.from(name),
    packed
  ])
  const listed = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\0\u0014\0\0\0\u0008\0\0\0\0\0', 'latin1'),
    sizes,
    names,
    Buffer.alloc(14),
    Buffer.from(name)
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006', 'latin1')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, listed, end])
}

describe('what cannot be read is said in one sentence, and nothing is written', () => {
  const bomb = Buffer.alloc(60_000_000)
  const cases: readonly (readonly [string, string, string | Uint8Array, string])[] = [
    [
      'table',
      'gap.csv',
      TABLE.replace('99,5', ''),
      'gap.csv: row 4, column D (Lowland): the cell is empty'
    ],
    ['table', 'large.csv', ' '.repeat(2_000_001), 'larger than 2 MB'],
    ['table', 'workbook.csv', 'PK\u0003\u0004', 'give it the ending .xlsx'],
    ['table', 'text.xlsx', TABLE, 'this is no Excel workbook that can be read'],
    [
      'table',
      'broken.xlsx',
      'PK\u0003\u0004\u0000\u0001',
      'this is no Excel workbook that can be read'
    ],
    ['table', 'large.xlsx', Buffer.alloc(2_000_001), 'the workbook is larger than 2 MB'],
    [
      'table',
      'bomb.xlsx',
      archive('xl/workbook.xml', bomb, bomb.length),
      'unpacks to more than 40 MB'
    ],
    ['table', 'lying.xlsx', archive('xl/workbook.xml', bomb, 100), 'unpacks to more than 40 MB'],
    ['genius', 'Text.xml', 'no XML', 'Text.xml: the file is not XML'],
    ['genius', 'large.xml', ' '.repeat(2_000_001), 'larger than 2 MB'],
    ['geniusweb', 'Text.json', 'no JSON', 'Text.json: the file is not JSON']
  ]
  it.each(cases)('%s %s', async (format, name, content, words) => {
    const out = join(folder, `out of ${name}`)
    const { code, stdout, stderr } = await run([
      'import',
      format,
      await written(name, content),
      '--out',
      out
    ])
    expect([code, stdout, existsSync(out)]).toEqual([3, '', false])
    expect(stderr).toContain(words)
    expect(stderr.trim().split('\n')).toHaveLength(1)
  })
  it('a wrong command line: exit 2', async () => {
    for (const [argv, words] of [
      [['import', 'geniuswep', 'a', '--out', 'b'], 'did you mean geniusweb?'],
      [['import', 'genius', '--out', 'b'], 'import takes files'],
      [['import', 'table', 'a.csv', 'b.csv', '--out', 'c'], 'import takes one file'],
      [['import', 'table', 'a.csv', '--normalise', 'none', '--out', 'c'], '--normalise belongs to'],
      [['import', 'genius', 'a.xml', '--normalise', 'isue', '--out', 'c'], 'did you mean issue?'],
      [['export', 'tabel', MAITRA], 'did you mean table?'],
      [['export', 'table', MAITRA, '--out', 'x.ods'], 'ends in .csv, .xlsx or .json'],
      [['export', 'table', MAITRA, '--format', 'xlsx'], 'a workbook needs a file'],
      [['export', 'gmcr', MAITRA, '--format', 'csv'], '--format belongs to']
    ] as const) {
      const { code, stderr } = await run(argv)
      expect([code, stderr]).toEqual([2, expect.stringContaining(words)])
    }
  })
  it('a workbook is not written over a file', async () => {
    const there = await written('there.xlsx', 'mine')
    const { code, stderr } = await run(['export', 'table', MAITRA, '--out', there])
    expect([code, stderr]).toEqual([2, `truce: ${there} exists; nothing was written\n`])
    expect(await readFile(there, 'utf8')).toBe('mine')
  })
})
