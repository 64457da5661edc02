export type { Column } from './column.ts'
export { fillQuantiles, normalCdf, normals, quantile } from './quantile.ts'
export type { Dependence, DrawSettings, Sampler } from './sampler.ts'
export {
  centralSampler,
  expected,
  meanUnder,
  randomSampler,
  rangeUnder,
  scenarioFacts
} from './sampler.ts'
export { uniforms } from './stream.ts'
