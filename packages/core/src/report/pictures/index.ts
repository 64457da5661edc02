export type { GanttPicture, GanttShape } from './plan-gantt.ts'
export { planGantt } from './plan-gantt.ts'
export type { CurveDrawn, CurvePicture, CurveRoom, CurveShape } from './readings-curve.ts'
export { MARK_HEIGHT, readingsCurve } from './readings-curve.ts'
