import type { Environment } from 'vitest/runtime'
import { builtinEnvironments } from 'vitest/runtime'
import { provideAct } from './act.ts'
import { quicken } from './quicken.ts'

/** The window that tests of the page stand before: made once for a process, which takes many of their files. */
export default {
  name: 'page',
  viteEnvironment: 'client',
  setup: async (global, options) => {
    const made = await builtinEnvironments['happy-dom'].setup(global, options)
    provideAct()
    quicken()
    return made
  }
} satisfies Environment
