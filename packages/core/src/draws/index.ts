export type { Column } from './column.ts'
export { fillQuantiles, normalCdf, normals, quantile } from './quantile.ts'
export type { Dependence, Sampler, Settings } from './sampler.ts'
export {
  centralSampler,
  expected,
  meanUnder,
  randomSampler,
  rangeUnder,
  scenarioFacts
} from './sampler.ts'
export { uniforms } from './stream.ts'
