import type { RawGeometry } from '@truce/core/geo'
import { Undrawable } from '@truce/core/geo'
import { Refusal } from './deal-case-refusal.ts'
import type { XmlNode } from './kml-nodes.ts'
import { xmlNodes } from './kml-nodes.ts'

/** The lines and areas of a KML text, each placemark a feature. Throws `Undrawable`. */
export function kmlGeometries(text: string): readonly RawGeometry[] {
  return placemarksIn(rootsOf(text)).flatMap((placemark, at) => geometriesOf(placemark, at + 1))
}

/** A placemark that is a point, with what is said of it. */
export interface KmlPoint {
  /** The placemark among all of the file, counted from 1. */
  readonly feature: number
  /** Its `name` and what stands under `ExtendedData`, by the names there. */
  readonly properties: Readonly<Record<string, string>>
  readonly coordinates: unknown
}

/** The placemarks of a KML text that are points. Throws `Undrawable`. */
export const kmlPoints = (text: string): readonly KmlPoint[] =>
  placemarksIn(rootsOf(text)).flatMap((placemark, at) =>
    within(placemark, 'Point').map((point) => ({
      feature: at + 1,
      properties: propertiesOf(placemark),
      coordinates: coordinatesOf(point)[0]
    }))
  )

function propertiesOf(placemark: XmlNode): KmlPoint['properties'] {
  const own = placemark.children.filter(({ name }) => name === 'name')
  return Object.fromEntries([
    ...own.map(({ name, text }) => [name, text.trim()]),
    ...within(placemark, 'Data').map((data) => [data.attributes['name'], valueIn(data)]),
    ...within(placemark, 'SimpleData').map(({ attributes, text }) => [
      attributes['name'],
      text.trim()
    ])
  ])
}

const valueIn = ({ children }: XmlNode): string =>
  children.find(({ name }) => name === 'value')?.text.trim() ?? ''

/** The elements of a name below another, itself left out. */
const within = ({ children }: XmlNode, wanted: string): readonly XmlNode[] =>
  children.flatMap((child) => (child.name === wanted ? [child] : within(child, wanted)))

function rootsOf(text: string): readonly XmlNode[] {
  try {
    return xmlNodes(text)
  } catch (error) {
    if (error instanceof Refusal) throw new Undrawable('not-kml', {}, error.message)
    throw error
  }
}

const placemarksIn = (nodes: readonly XmlNode[]): readonly XmlNode[] =>
  nodes.flatMap((node) => (node.name === 'Placemark' ? [node] : placemarksIn(node.children)))

function geometriesOf(node: XmlNode, feature: number): readonly RawGeometry[] {
  if (node.name === 'LineString' || node.name === 'LinearRing')
    return [{ type: 'LineString', coordinates: coordinatesOf(node), feature }]
  if (node.name === 'Point') return [{ type: 'Point', coordinates: [], feature }]
  if (node.name !== 'Polygon') return node.children.flatMap((child) => geometriesOf(child, feature))
  const rings = ['outerBoundaryIs', 'innerBoundaryIs'].flatMap((name) =>
    node.children.filter((child) => child.name === name)
  )
  return [{ type: 'Polygon', coordinates: rings.map((ring) => coordinatesOf(ring)), feature }]
}

/** `lon,lat,height` one after the other, separated by spaces; the height may be left out. */
function coordinatesOf(node: XmlNode): readonly unknown[] {
  const found = textsOf(node).trim()
  if (found === '') return []
  return found
    .split(/\s+/)
    .map((one) => one.split(',').map((part) => (part === '' ? part : Number(part))))
}

const textsOf = (node: XmlNode): string =>
  node.name === 'coordinates' ? node.text : node.children.map(textsOf).join(' ')
