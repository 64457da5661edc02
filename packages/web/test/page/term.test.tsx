import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { GLOSSARY } from '@truce/core/report/words'
import { afterEach, describe, expect, test } from 'vitest'
import { Term } from '../../src/ui/term.tsx'
import { theme } from '../../src/ui/theme.ts'

afterEach(cleanup)

const firmness = GLOSSARY.find(({ id }) => id === 'firmness')?.means ?? ''
const shown = (of: string): void =>
  void render(
    <MantineProvider theme={theme}>
      <Term of={of}>how firm</Term>
    </MantineProvider>
  )

describe('a word of art', () => {
  test('says what it means on focus, describes its button so, and Escape takes it away', async () => {
    const user = userEvent.setup()
    shown('firmness')
    const button = screen.getByRole('button', { name: 'how firm' })
    expect(screen.queryByRole('tooltip')).toBeNull()
    await user.tab()
    expect(document.activeElement).toBe(button)
    const note = await screen.findByRole('tooltip')
    expect(note.textContent).toContain(firmness)
    expect(button.getAttribute('aria-describedby')).toBe(note.id)
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('tooltip')).toBeNull()
    expect(document.activeElement).toBe(button)
  })

  test('says it on pointing and on touch, too, and goes when one leaves', async () => {
    const user = userEvent.setup()
    shown('firmness')
    await user.hover(screen.getByRole('button'))
    expect((await screen.findByRole('tooltip')).textContent).toContain(firmness)
    await user.unhover(screen.getByRole('button'))
    expect(screen.queryByRole('tooltip')).toBeNull()
    await user.pointer({ keys: '[TouchA]', target: screen.getByRole('button') })
    expect(await screen.findByRole('tooltip')).toBeTruthy()
  })

  test('that nobody explains stands alone', () => {
    shown('unheard-of')
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('how firm')).toBeTruthy()
  })
})
