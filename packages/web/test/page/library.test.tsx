// @vitest-environment happy-dom
import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { part, stage } from './stage.tsx'

const { open, text, user } = stage()

const give = async (...files: readonly File[]): Promise<void> => {
  await screen.findByRole('heading', { name: 'Bring a case' })
  const input = document.querySelector<HTMLInputElement>('input[type=file]')
  await user.upload(input as HTMLInputElement, [...files])
}

test('a table of issues and parties becomes a case, with what had to be assumed said first', async () => {
  await open('#/')
  const table =
    'issue,option,Upland,Lowland\nWater,A third,100,0\nWater,Half,50,60\nDam,Built,100,20\nDam,None,0,100\n'
  await give(new File([table], 'the river.csv', { type: 'text/csv' }))
  expect(await screen.findByText('The file does not say, so it was assumed')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Open the case' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'the river' })).toBeTruthy()
  expect(location.hash).toBe('#/case/the-river/desk')
  const whole = await text('the-river/case.yaml')
  expect(whole).toContain('title: "the river"')
  expect(whole).toContain('a-third: "A third"')
})

test('files of a case are taken as they are, to the letter', async () => {
  await open('#/')
  const whole =
    'truce: 1 # kept\ntitle: Mine\nas-of: 2024-06-01\nsources: {o: {title: O, kind: assumption}}\nparties:\n  a: {name: A, kind: state, role: belligerent}\n'
  await give(new File([whole], 'mine.yaml', { type: 'text/yaml' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'Mine' })).toBeTruthy()
  expect(await text('mine/mine.yaml')).toBe(whole)
})

test('files that cannot become a case are refused in words, and nothing is made', async () => {
  await open('#/')
  await give(new File(['<a/>'], 'a.xml'), new File(['{}'], 'b.json'))
  expect((await screen.findByRole('alert')).textContent).toMatch(/do not belong together/)
  await give(new File(['x'.repeat(2_000_001)], 'large.csv'))
  await expect.poll(() => screen.getByRole('alert').textContent).toMatch(/larger than 2 MB/)
  expect(location.hash).toBe('#/')
  await expect(text('a/case.yaml')).rejects.toThrow()
})

test('a shipped case opens as a copy, which the start page then lists', async () => {
  await open('#/')
  await user.click(await screen.findByRole('button', { name: /Chicken/ }))
  expect(await screen.findByRole('heading', { level: 1, name: /Chicken/ })).toBeTruthy()
  const [, id = ''] = /^#\/case\/([^/]+)\/desk$/.exec(location.hash) ?? []
  expect(await text(`${id}/case.yaml`)).toContain('a textbook game')
  await user.click(screen.getByRole('link', { name: 'Truce' }))
  expect(await (await part('Your cases')).findByRole('link', { name: /Chicken/ })).toBeTruthy()
})
