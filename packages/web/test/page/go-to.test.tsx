import { afterEach, expect, test, vi } from 'vitest'
import { goToOnceDrawn } from '../../src/rooms/case/go-to.ts'

const button = (id: string): HTMLButtonElement => {
  const made = document.createElement('button')
  made.id = id
  return made
}

afterEach(() => document.body.replaceChildren())

test('a way leads to what is drawn a moment later, once', async () => {
  const arrived = vi.fn()
  const there = button('there')
  document.body.append(there)
  goToOnceDrawn('there', arrived)
  expect(arrived).toHaveBeenCalledTimes(1)
  expect(document.activeElement).toBe(there)
  goToOnceDrawn('later', arrived)
  expect(arrived).toHaveBeenCalledTimes(1)
  const later = button('later')
  document.body.append(later)
  await vi.waitFor(() => expect(arrived).toHaveBeenCalledTimes(2))
  expect(document.activeElement).toBe(later)
  document.body.append(button('another'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(arrived).toHaveBeenCalledTimes(2)
})
