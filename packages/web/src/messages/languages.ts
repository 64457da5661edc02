/**
 * Languages of the interface, in their own words. One joins when every room speaks it: half of a
 * translation reads worse than none.
 */
export const LANGUAGES = { en: 'English' } as const
export type Language = keyof typeof LANGUAGES
