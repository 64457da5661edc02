import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Page } from 'playwright-core'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

/** What axe finds amiss on the page, by the first place of each. */
export async function violations(page: Page): Promise<readonly string[]> {
  // A script of the test's own, where the page's policy would not let it in; once in each page.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(`(() => { ${AXE} })()`)
  const found = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'], runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] })`
  )
  const { violations: all } = found as {
    readonly violations: readonly {
      readonly id: string
      readonly nodes: readonly { readonly html: string }[]
    }[]
  }
  return all.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}
