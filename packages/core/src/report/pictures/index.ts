export type { CurveDrawn, CurvePicture, CurveShape } from './readings-curve.ts'
export { MARK_HEIGHT, readingsCurve } from './readings-curve.ts'
