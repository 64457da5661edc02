import { screen } from '@testing-library/react'
import { expect, test, vi } from 'vitest'
import { xlsxOf } from '../../../host/src/xlsx.ts'
import { part, stage } from './stage.tsx'

const { lay, open, text, user } = stage()

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
  await expect(text('the-river/case.yaml')).rejects.toThrow()
  await user.click(screen.getByRole('button', { name: 'Make the case' }))
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
  await user.click(await screen.findByRole('button', { name: 'Make the case' }))
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

test('a workbook is read as a table is', async () => {
  await open('#/')
  const rows = [
    ['issue', 'option', 'Upland', 'Lowland'],
    ['Water', 'A third', 100, 0],
    ['Water', 'Half', 50, 60]
  ]
  const workbook = await xlsxOf(rows)
  await give(new File([new Uint8Array(workbook)], 'basin.xlsx'))
  await user.click(await screen.findByRole('button', { name: 'Make the case' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'basin' })).toBeTruthy()
  expect(await text('basin/case.yaml')).toContain('a-third: "A third"')
})

test('the template can be brought back in', async () => {
  const handed: Blob[] = []
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    handed.push(blob as Blob)
    return 'blob:here'
  })
  const clicked = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {})
  await open('#/')
  await user.click(await screen.findByRole('button', { name: 'as CSV' }))
  await expect.poll(() => handed.length).toBe(1)
  clicked.mockRestore()
  const template = await (handed[0] as Blob).text()
  await give(new File([template], 'filled.csv'))
  await user.click(await screen.findByRole('button', { name: 'Make the case' }))
  expect(await screen.findByRole('heading', { level: 1, name: 'filled' })).toBeTruthy()
  expect(await text('filled/case.yaml')).toContain('Water let through in summer')
})

test('a case of one’s own is renamed, duplicated, deleted and put back', async () => {
  await lay('lake', [{ name: 'case.yaml', text: '# kept\ntruce: 1\ntitle: The lake\n' }])
  await open('#/')
  const act = async (title: string, name: string) => {
    const own = await part('Your cases')
    await user.click(await own.findByRole('button', { name: `More: ${title}` }))
    await user.click(await screen.findByRole('menuitem', { name }))
  }
  await act('The lake', 'Rename')
  const to = screen.getByRole('textbox', { name: 'Title of the case' })
  await user.clear(to)
  await user.type(to, 'The sea')
  await user.click(screen.getByRole('button', { name: 'Rename' }))
  expect(await screen.findByRole('link', { name: 'The sea' })).toBeTruthy()
  expect(await text('lake/case.yaml')).toBe('# kept\ntruce: 1\ntitle: The sea\n')
  await act('The sea', 'Duplicate')
  expect(await screen.findByRole('link', { name: 'Copy of The sea' })).toBeTruthy()
  await act('The sea', 'Delete')
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await act('The sea', 'Delete')
  await user.click(screen.getByRole('button', { name: 'Delete it' }))
  await expect.poll(() => screen.queryByRole('link', { name: 'The sea' })).toBeNull()
  await expect(text('lake/case.yaml')).rejects.toThrow()
  await user.click(await screen.findByRole('button', { name: 'Put back: lake' }))
  expect(await screen.findByRole('link', { name: 'The sea' })).toBeTruthy()
})
