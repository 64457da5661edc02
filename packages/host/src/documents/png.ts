import { readFile } from 'node:fs/promises'
import { initWasm, Resvg } from '@resvg/resvg-wasm'
import { FAMILY, fonts } from './fonts.ts'

let loading: Promise<readonly Uint8Array[]> | undefined

async function load(): Promise<readonly Uint8Array[]> {
  await initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))))
  return fonts()
}

/** A picture in dots, `zoom` of them to a pixel, on white. */
export async function pngOf(svg: string, zoom: number): Promise<Uint8Array> {
  loading ??= load()
  const fontBuffers = [...(await loading)]
  const font = {
    fontBuffers,
    loadSystemFonts: false,
    defaultFontFamily: FAMILY,
    serifFamily: FAMILY
  }
  const drawn = new Resvg(svg, {
    font,
    fitTo: { mode: 'zoom', value: zoom },
    background: '#ffffff'
  })
  const image = drawn.render()
  const bytes = image.asPng()
  image.free()
  drawn.free()
  return bytes
}
