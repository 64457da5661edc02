import { config } from 'zod/v4/core'

// The page's policy forbids `eval`, which zod would try. It must be told before the definitions of
// core are made.
config({ jitless: true })
