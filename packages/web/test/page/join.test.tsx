import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { CASE } from '../small-case.ts'
import { stage } from './stage.tsx'

const { lay, open, text, user } = stage()

/** Where the machine is busy, a save takes its time. */
const LATER = { timeout: 20_000 }

const titled = (title: string): string => CASE.replace(/^title: .*$/m, `title: ${title}`)

/** Another program writes the files, while here a title is written into its field. */
async function written(id: string, mine: string, theirs: string): Promise<void> {
  await lay(id, [{ name: 'case.yaml', text: CASE }])
  await open(`#/case/${id}/case`)
  const [button] = await screen.findAllByRole('button', { name: 'Change: Title' })
  if (button) await user.click(button)
  const field = await screen.findByRole('textbox', { name: 'Title' })
  await user.clear(field)
  await user.type(field, mine)
  await lay(id, [{ name: 'case.yaml', text: theirs }])
  await user.keyboard('{Enter}')
}

test('what was changed elsewhere in another place is joined and told in a line, with a way back', async () => {
  await written('apart', 'Written here', CASE.replace(/^as-of: .*$/m, 'as-of: 2020-02-02'))
  const told = await screen.findByText(/^Joined with version 2: their one change, your one\.$/)
  await expect.poll(() => text('apart/case.yaml'), LATER).toMatch(/title: Written here/)
  expect(await text('apart/case.yaml')).toContain('as-of: 2020-02-02')
  await user.click(within(told.closest('p') as HTMLElement).getByRole('button', { name: 'Undo' }))
  await expect.poll(() => text('apart/case.yaml'), LATER).not.toContain('2020-02-02')
})

test('what both changed is shown with all values, chosen by keys, and the rest is kept aside', async () => {
  await written('same', 'Written here', titled('Written there'))
  const panel = within(await screen.findByRole('alert', { name: /changed elsewhere/ }))
  const place = within(panel.getByRole('radiogroup', { name: 'title' }))
  const go = panel.getByRole<HTMLButtonElement>('button', { name: 'Join with these choices' })
  expect(place.getByRole('radio', { name: 'Theirs: Written there' })).toBeTruthy()
  expect(place.getByText(/^Before:/).textContent).toContain(/^title: (.*)$/m.exec(CASE)?.[1])
  expect([go.disabled, panel.getByRole('status').textContent]).toEqual([
    true,
    'One choice is left.'
  ])
  place.getByRole('radio', { name: 'Yours: Written here' }).focus()
  await user.keyboard(' ')
  expect(go.disabled).toBe(false)
  go.focus()
  await user.keyboard('{Enter}')
  await expect.poll(() => text('same/case.yaml'), LATER).toBe(titled('Written here'))
  expect(screen.queryByRole('alert', { name: /changed elsewhere/ })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Versions' }))
  expect(await screen.findByText(/kept aside/)).toBeTruthy()
})
