import { readFile } from 'node:fs/promises'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { FAMILY, fonts } from './fonts.ts'

/** A picture to be drawn on white, so many dots wide. */
export interface Drawing {
  readonly svg: string
  readonly width: number
}

let loading: Promise<readonly Uint8Array[]> | undefined

async function load(): Promise<readonly Uint8Array[]> {
  await initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
  return fonts()
}

/** The pictures as PNG, in their order. */
export async function pngsOf(drawings: readonly Drawing[]): Promise<readonly Uint8Array[]> {
  loading ??= load()
  const fontBuffers = [...(await loading)]
  const font = {
    fontBuffers,
    loadSystemFonts: false,
    defaultFontFamily: FAMILY,
    serifFamily: FAMILY
  }
  return drawings.map(({ svg, width }) => {
    const drawn = new Resvg(svg, {
      font,
      fitTo: { mode: 'width', value: width },
      background: '#ffffff'
    })
    const image = drawn.render()
    const bytes = image.asPng()
    image.free()
    drawn.free()
    return bytes
  })
}
