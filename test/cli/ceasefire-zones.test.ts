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

  it('names what it can do, and refuses a list that is none', async () => {
    expect((await run(['ceasefire', 'zone'])).stderr).toContain('did you mean zones?')
    expect((await zones('--places', 'README.md')).code).toBe(2)
  })
})
