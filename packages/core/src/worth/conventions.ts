/**
 * The conventions of this project: every limit that a verdict goes by. They stand here only, and
 * are printed with every result.
 */

/** Central firmness from which a crossed redline is fatal. */
export const FIRM = 0.9

/** Central firmness from which a redline binds: no package that crosses it is admissible. */
export const BINDING = 0.5

/** Differences of fewer standard errors than this are noise. */
export const NOISE = 2

/**
 * A gain within this many points of 0 is 0: sums of decimals differ from the numbers they stand for
 * by less than a millionth of it, and no judgement is that fine.
 */
export const TIE = 1e-9

/**
 * p at which each verdict begins; at or below `dead` a party's acceptance is out of the question.
 */
export const CUTS = {
  dead: 0.05,
  contested: 0.35,
  likely: 0.65,
  robust: 0.95,
  firm: FIRM
} as const
