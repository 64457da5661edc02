import { vi } from 'vitest'

/**
 * Leaves the page: the next file of tests that this process takes opens another, for which the page's
 * modules are read anew, with nothing in them of this one.
 */
export function leave(): void {
  vi.unstubAllGlobals()
  vi.resetModules()
}
