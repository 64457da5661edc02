import type { Address } from '../state/address.ts'

/** The pages of the workbench, each loaded when it is first gone to. */
export const PAGES = {
  library: () => import('../library/library.tsx'),
  case: () => import('./case-page.tsx'),
  record: () => import('../rooms/record/field-page.tsx'),
  sharing: () => import('../team/sharing/sharing-page.tsx')
} as const

/** Begins to load the page of an address; what goes wrong is said where it is drawn. */
export async function loadPage({ page }: Address): Promise<void> {
  await PAGES[page]().catch(() => undefined)
}
