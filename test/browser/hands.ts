import type { Locator, Page } from 'playwright-core'

/** How somebody works the page: by mouse, or by keys alone. */
export interface Hands {
  /** Presses a button, a link, a tab or a summary. */
  readonly press: (on: Locator) => Promise<void>
  readonly fill: (field: Locator, text: string) => Promise<void>
  /** Chooses from a list by what the choice is called. */
  readonly choose: (list: Locator, label: string) => Promise<void>
  readonly tick: (box: Locator) => Promise<void>
  /** Takes an item of the menu that was just opened. */
  readonly take: (item: Locator) => Promise<void>
}

/** A hand on the mouse. */
export const byMouse: Hands = {
  press: (on) => on.click(),
  fill: (field, text) => field.fill(text),
  choose: async (list, label) => void (await list.selectOption({ label })),
  tick: (box) => box.click(),
  take: (item) => item.click()
}

/** How often the focus is come to anew. */
const COMINGS = 4

/**
 * Both hands on the keyboard. What cannot be come to by the Tab key, or has the focus where
 * something lies over it, is an error.
 */
export function byKeys(page: Page): Hands {
  // What was written before may still move the page while the focus goes on: then it is come to again.
  const come = async (to: Locator): Promise<void> => {
    for (let left = COMINGS; ; left--) {
      const wrong = await focused(to)
      if (wrong === '') return
      if (left === 0) throw new Error(`${to}: ${wrong}`)
      await page.waitForTimeout(500)
    }
  }
  const focused = async (to: Locator): Promise<string> => {
    await to.waitFor()
    await to.focus()
    return await to.evaluate(async (element) => {
      // What follows the focus, such as scrolling, has happened when two pictures were drawn.
      for (let drawn = 0; drawn < 2; drawn++) await new Promise(requestAnimationFrame)
      if (!(element instanceof HTMLElement)) return 'is no element of the page'
      if (element.tabIndex < 0) return 'is passed over by the Tab key'
      if (document.activeElement !== element) return 'does not take the focus'
      const { left, top, width, height } = element.getBoundingClientRect()
      const y = top + Math.min(height / 2, 12)
      if (y < 0 || y > innerHeight) return 'has the focus out of sight'
      const there = document.elementFromPoint(left + Math.min(width / 2, 12), y)
      const isSeen = there === null || element.contains(there) || there.contains(element)
      const isLabelled = there?.closest('label') !== null
      return isSeen || isLabelled ? '' : `has the focus below ${there?.outerHTML.slice(0, 80)}`
    })
  }
  return {
    press: async (on) => {
      await come(on)
      await page.keyboard.press('Enter')
    },
    fill: async (field, text) => {
      await come(field)
      await page.keyboard.press('Control+A')
      const isLong = (await field.evaluate(({ tagName }) => tagName)) === 'TEXTAREA'
      for (const [index, line] of text.split('\n').entries()) {
        if (index > 0 && isLong) await page.keyboard.press('Enter')
        await page.keyboard.insertText(line)
      }
    },
    choose: async (list, label) => {
      await come(list)
      const chosen = (): Promise<string> =>
        list.evaluate((one) => (one as HTMLSelectElement).selectedOptions[0]?.label ?? '')
      const count = await list.locator('option').count()
      for (let k = 0; k < count && (await chosen()) !== label; k++)
        await page.keyboard.press('ArrowDown')
      if ((await chosen()) !== label) throw new Error(`${list}: no arrow key leads to ${label}`)
    },
    tick: async (box) => {
      await come(box)
      await page.keyboard.press('Space')
    },
    take: async (item) => {
      await item.waitFor()
      const count = await page.getByRole('menuitem').count()
      const isHere = (): Promise<boolean> => item.evaluate((one) => one === document.activeElement)
      for (let k = 0; k <= count && !(await isHere()); k++) await page.keyboard.press('ArrowDown')
      if (!(await isHere())) throw new Error(`${item}: no arrow key leads there`)
      await page.keyboard.press('Enter')
    }
  }
}

/** A page with the hands that work it. */
export interface Visit {
  readonly page: Page
  readonly hands: Hands
}

/** Where the report is that a choice of the menu makes. */
async function report({ page, hands }: Visit, choice: RegExp): Promise<string> {
  await hands.press(page.getByRole('button', { name: 'Report', exact: true }))
  const saved = page.waitForEvent('download', { timeout: 180_000 })
  await hands.take(page.getByRole('menuitem', { name: choice }))
  return (await saved).path()
}

export const twoPages = (visit: Visit): Promise<string> =>
  report(visit, /^Two pages: as text \(Markdown\)$/)

export const wholeBriefing = (visit: Visit): Promise<string> =>
  report(visit, /^Whole briefing.*DOCX/)
