import type * as Plots from '@observablehq/plot'
import type { Dot, Scene } from './scene.ts'

/** From points gained to pixels. */
export interface Scales {
  readonly x: (gain: number) => number
  readonly y: (gain: number) => number
  readonly width: number
  readonly height: number
}

/** The likelier a package is, the darker its dot; one that was not drawn is in the middle. */
const darkness = ({ shade = 0.4 }: Dot): number => 0.15 + 0.75 * shade

/** How a picture is to be drawn. */
export interface Drawing {
  readonly width: number
  readonly height: number
  readonly noDeal: string
  readonly tick: (gain: number) => string
}

export const MARGINS = { marginTop: 28, marginRight: 16, marginBottom: 52, marginLeft: 48 }

/**
 * The ground of the picture: axes, no-deal lines and efficient packages. Plot's own style sheet is
 * taken out: the page has it.
 */
export function drawGround(
  plot: typeof Plots,
  scene: Scene,
  drawing: Drawing
): { readonly node: Element; readonly scales: Scales } {
  const { width, height, tick, noDeal } = drawing
  const { x, y } = scene.domain
  const [across, up] = [Math.max(3, Math.round(width / 110)), Math.max(3, Math.round(height / 70))]
  const node = plot.plot({
    width,
    height,
    ...MARGINS,
    x: { domain: [...x], label: scene.across, tickFormat: tick, ticks: across },
    y: { domain: [...y], label: scene.up, tickFormat: tick, ticks: up },
    marks: [
      // where both gain
      plot.rect([0], {
        x1: 0,
        x2: x[1],
        y1: 0,
        y2: y[1],
        fill: 'var(--truce-accent)',
        fillOpacity: 0.07
      }),
      plot.gridX({ stroke: 'var(--truce-line)', strokeOpacity: 0.6, ticks: across }),
      plot.gridY({ stroke: 'var(--truce-line)', strokeOpacity: 0.6, ticks: up }),
      plot.axisX({
        ticks: across,
        labelOffset: 42,
        tickSize: 0,
        labelArrow: 'none',
        labelAnchor: 'right'
      }),
      plot.axisY({ ticks: up, tickSize: 0, labelArrow: 'none', labelAnchor: 'top' }),
      plot.ruleX([0], { stroke: 'currentColor', strokeWidth: 1.25 }),
      plot.ruleY([0], { stroke: 'currentColor', strokeWidth: 1.25 }),
      plot.text([[0, y[1]]], {
        text: [noDeal],
        dx: 5,
        dy: 8,
        textAnchor: 'start',
        fill: 'var(--truce-quiet)'
      }),
      plot.text([[x[1], 0]], {
        text: [noDeal],
        dx: -2,
        dy: 9,
        textAnchor: 'end',
        fill: 'var(--truce-quiet)'
      }),
      plot.dot(
        scene.dots.filter(({ on }) => !on),
        { x: 'x', y: 'y', r: 2, fill: 'currentColor', fillOpacity: 0.12 }
      ),
      plot.dot(
        scene.dots.filter(({ on }) => on),
        { x: 'x', y: 'y', r: 2.5, fill: 'currentColor', fillOpacity: darkness }
      )
    ]
  })
  node.querySelector('style')?.remove()
  const [toX, toY] = [node.scale('x'), node.scale('y')]
  return {
    node,
    scales: {
      width,
      height,
      x: (gain) => toX?.apply(gain) ?? 0,
      y: (gain) => toY?.apply(gain) ?? 0
    }
  }
}
