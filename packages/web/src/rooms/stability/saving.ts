/** What a picture owes to the page's style sheet and has to carry along when it leaves. */
const CARRIED = [
  'fill',
  'fill-opacity',
  'opacity',
  'stroke',
  'stroke-opacity',
  'stroke-width',
  'stroke-dasharray',
  'stroke-linecap',
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'text-anchor'
] as const

/**
 * A picture as an SVG file of its own, with the styles it has on the page, on the page's ground.
 */
export function svgText(picture: SVGSVGElement, title: string): string {
  const copy = picture.cloneNode(true) as SVGSVGElement
  const copies = [...copy.querySelectorAll('*')]
  ;[...picture.querySelectorAll('*')].forEach((original, k) => {
    const computed = getComputedStyle(original)
    const target = copies[k]
    for (const property of CARRIED)
      target?.setAttribute(property, computed.getPropertyValue(property))
    for (const name of ['class', 'style', 'tabindex', 'role', 'aria-pressed', 'aria-hidden'])
      target?.removeAttribute(name)
  })
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  copy.setAttribute('role', 'img')
  copy.setAttribute('width', String(picture.viewBox.baseVal.width))
  copy.setAttribute('height', String(picture.viewBox.baseVal.height))
  for (const name of ['class', 'style']) copy.removeAttribute(name)
  const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect')
  for (const side of ['width', 'height']) ground.setAttribute(side, '100%')
  ground.setAttribute('fill', getComputedStyle(document.body).backgroundColor)
  const name = document.createElementNS('http://www.w3.org/2000/svg', 'title')
  name.textContent = title
  copy.prepend(name, ground)
  return new XMLSerializer().serializeToString(copy)
}

/** Hands the reader a file. */
export function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}
