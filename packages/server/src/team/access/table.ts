export { RESOURCES, type Resource, RIGHTS, STANDINGS, type Standing, type Verb } from './rights.ts'
