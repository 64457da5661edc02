import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outputSchemas } from '../../packages/core/src/report/output-schemas.ts'
import { run } from './run.ts'

const CASE = 'docs/method/geometry-example'
const zones = (...more: readonly string[]) => run(['ceasefire', 'zones', CASE, ...more])

describe('truce ceasefire zones', () => {
  it('keeps its schema, and finds the settlements of a list', async () => {
    const { code, stdout } = await zones('--format', 'json', '--places', `${CASE}/places.csv`)
    expect(code).toBe(0)
    const document: unknown = JSON.parse(stdout)
    expect(outputSchemas['ceasefire-zones'].safeParse(document).error).toBeUndefined()
    expect(document).toMatchObject({
      zones: [
        { withdrawal: 'guns', km: 15, settlements: [['Hill']] },
        { withdrawal: 'rockets', km: 20, settlements: [['Ford', 'Brod'], ['Hill']] }
      ],
      changes: [{ lands: [{ from: 'upland', to: 'lowland', settlements: [['Ford', 'Brod']] }] }]
    })
  })

  it('writes the areas as GeoJSON, KML and CSV', async () => {
    const made = await zones('--format', 'geojson')
    expect(JSON.parse(made.stdout)).toMatchObject({ type: 'FeatureCollection' })
    expect((await zones('--format', 'kml')).stdout).toMatch(/^<\?xml/)
    expect((await zones('--format', 'csv')).stdout).toMatch(/^name,part,ring,lon,lat/)
  })

  it('says of a case with nothing to draw what it lacks', async () => {
    const { code, stderr } = await run(['ceasefire', 'zones', 'cases/classics/prisoners-dilemma'])
    expect(code).toBe(3)
    expect(stderr).toContain('LN007')
  })

  it('draws bands with ceilings, and what lies between their lines as an area', async () => {
    const golan = ['ceasefire', 'zones', 'cases/golan/1974', '--format']
    const { stdout } = await run([...golan, 'geojson'])
    const { features }: { features: { properties: Record<string, unknown> }[] } = JSON.parse(stdout)
    const said = features.map(({ properties }) => properties)
    expect(said).toContainEqual(
      expect.objectContaining({ withdrawal: 'tanks', party: 'syria', ceiling: 75, part: 'band' })
    )
    expect(said).toContainEqual(
      expect.objectContaining({ withdrawal: 'missiles', part: 'between', parties: 'israel syria' })
    )
  })

  const AT = ['--at', '2024-08-01T00:00[Europe/Kyiv]']
  const SEEN = ['--positions', `${CASE}/positions.csv`]

  it('judges positions at a moment, with their way out', async () => {
    const { stdout } = await zones('--format', 'json', ...SEEN, ...AT)
    const document: unknown = JSON.parse(stdout)
    expect(outputSchemas['ceasefire-zones'].safeParse(document).error).toBeUndefined()
    expect(document).toMatchObject({
      positions: {
        withdrawals: [{ state: 'due' }, { state: 'due' }],
        // the second row of Upland gives no calibre
        tallies: [
          {
            party: 'upland',
            withdrawal: 'guns',
            within: 4,
            perhaps: 2,
            ceiling: 0,
            verdict: 'over'
          },
          { party: 'lowland', withdrawal: 'guns', within: 6, verdict: 'over' },
          { party: 'upland', withdrawal: 'rockets', within: 0, verdict: 'under' },
          { party: 'lowland', withdrawal: 'rockets', within: 0, across: 1, verdict: 'under' }
        ],
        later: [7]
      }
    })
    const points = (await zones('--format', 'geojson', ...SEEN, ...AT)).stdout
    expect(points).toContain('"type":"Point"')
    expect((await zones(...SEEN, ...AT)).stdout).toMatch(/What was seen, at 2024-08-01T00:00/)
  })

  it('counts nothing before a withdrawal begins', async () => {
    const { stdout } = await zones(...SEEN, '--at', '2024-06-30T00:00[Europe/Kyiv]')
    expect(stdout).toContain('nothing is counted')
    expect(stdout).toContain('No withdrawal that is drawn is under way or due then.')
  })

  it.each([
    ['party,class,lon,lat\nuplnd,tank,30,48', 'line 2, column party has `uplnd`', 'upland?'],
    ['party,class,lon,lat\n\nupland,tonk,30,48', 'line 3, column class has `tonk`', 'tank?'],
    [
      'party,class,lon,lat\nupland,tank,48,95',
      'line 2, lon and lat are `[48,95]`',
      'longitude first'
    ],
    ['party,class,lon,lat\nupland,tank,x,48', 'line 2, lon and lat', 'in degrees'],
    ['party,class\nupland,tank', 'no column lon or lat', 'name them so'],
    ['party,class,lon,lat,count\nupland,tank,30,48,few', 'column count has `few`', 'a number'],
    ['party,class,lon,lat,when\nupland,tank,30,48,May', 'column when has `May`', 'give a day'],
    ['party,class,lon,lat\n', 'no row', 'write one']
  ])('refuses a list with its line and column: %j', async (text, where, help) => {
    const folder = await mkdtemp(join(tmpdir(), 'positions-'))
    const file = join(folder, 'seen.csv')
    await writeFile(file, text)
    const { code, stderr } = await zones('--positions', file, ...AT)
    await rm(folder, { recursive: true })
    expect(code).toBe(2)
    expect(stderr).toContain(where)
    expect(stderr).toContain(help)
  })

  it('names what it can do, and refuses a list that is none', async () => {
    expect((await run(['ceasefire', 'zone'])).stderr).toContain('did you mean zones?')
    const { code, stderr } = await zones('--places', 'README.md')
    expect(code).toBe(2)
    expect(stderr).toContain('it is no JSON')
  })
})
