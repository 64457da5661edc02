/** What a picture owes to the page's style sheet and has to carry along when it leaves. */
const CARRIED = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor',
  'opacity',
  'paint-order',
  'color'
]

/**
 * Drawings that lie over one another as one SVG file, with the styles they have on the page, on the
 * page's ground.
 */
export function svgOf(
  layers: readonly SVGSVGElement[],
  size: { readonly width: number; readonly height: number; readonly title: string }
): string {
  const { width, height, title } = size
  const root = document.createElementNS('http://www.w3.org/2000/svg', 'svg')
  root.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  root.setAttribute('viewBox', `0 0 ${width} ${height}`)
  root.setAttribute('width', String(width))
  root.setAttribute('height', String(height))
  root.setAttribute('role', 'img')
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  name.textContent = title
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  ground.setAttribute('width', '100%')
  ground.setAttribute('height', '100%')
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor)
  root.append(name, ground, ...layers.map(carried))
  return new XMLSerializer().serializeToString(root)
}

function carried(layer: SVGSVGElement): SVGSVGElement {
  const copy = layer.cloneNode(true) as SVGSVGElement
  const copies = [copy, ...copy.querySelectorAll('*')]
  ;[layer, ...layer.querySelectorAll('*')].forEach((original, k) => {
    const computed = getComputedStyle(original)
    const target = copies[k]
    for (const property of CARRIED)
      target?.setAttribute(property, computed.getPropertyValue(property))
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-pressed', 'aria-hidden'])
      target?.removeAttribute(name)
    const { transform } = computed
    if (transform !== 'none' && !original.hasAttribute('transform'))
      target?.setAttribute('transform', transform.replace('matrix3d', 'matrix'))
  })
  return copy
}
