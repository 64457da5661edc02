import { expect, test } from 'vitest'
import { aside } from '../src/aside.ts'
import { picturesOf, shownSize } from '../src/documents/pictures.ts'
import { pngsOf } from '../src/documents/png.ts'

const svg = (width: number, height: number): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><rect width="5" height="5"/></svg>`
const figure = (picture: string) =>
  ({ kind: 'figure', id: 'f', title: 'F', text: 'f', svg: picture }) as const

test('a picture fills the width of the text, a tall one the height of a page', () => {
  expect(shownSize(svg(640, 320))).toEqual({ width: 620, height: 310 })
  expect(shownSize(svg(640, 1280))).toEqual({ width: 430, height: 860 })
})

test('pictures drawn aside are those drawn here, each under its own', async () => {
  const [wide, tall] = [svg(640, 320), svg(640, 1280)]
  const drawn = await picturesOf([figure(wide), { kind: 'paragraph', text: 'x' }, figure(tall)])
  const here = await pngsOf([
    { svg: wide, width: 1240 },
    { svg: tall, width: 860 }
  ])
  expect([...drawn]).toEqual([
    [wide, here[0]],
    [tall, here[1]]
  ])
})

test('no pictures need no drawing', async () => {
  expect([...(await picturesOf([]))]).toEqual([])
})

test('a picture that is none is told, not left out', async () => {
  await expect(picturesOf([figure('<svg')])).rejects.toThrow()
  await expect(aside('./no-such-module', import.meta.url, {})).rejects.toThrow()
})
