export type { CurveDrawn, CurvePicture, CurveRoom, CurveShape } from './readings-curve.ts'
export { MARK_HEIGHT, readingsCurve } from './readings-curve.ts'
