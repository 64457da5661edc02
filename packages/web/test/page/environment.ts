import type { Environment } from 'vitest/runtime'
import { builtinEnvironments } from 'vitest/runtime'
import { provideAct } from './act.ts'

/** The window that tests of the page stand before: made once for a process, which takes many of their files. */
export default {
  name: 'page',
  viteEnvironment: 'client',
  setup: async (global, options) => {
    const made = await builtinEnvironments['happy-dom'].setup(global, options)
    provideAct()
    // What it loads looks for a window as it loads.
    const { quicken } = await import('./quicken.ts')
    quicken()
    return made
  }
} satisfies Environment
