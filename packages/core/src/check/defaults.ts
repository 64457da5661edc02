import type { DrawSettings } from '../draws/sampler.ts'

/** Draws, seed and dependence where nothing else is asked for. */
export const DEFAULTS: DrawSettings = { draws: 10_000, seed: 1, dependence: 'independent' }
