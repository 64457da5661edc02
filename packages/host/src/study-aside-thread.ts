// The module of the thread that works a study through in one piece.
import { parentPort, workerData } from 'node:worker_threads'
import type { StudySetup } from './study-kernel.ts'
import { openStudy } from './study-kernel.ts'

const setup = workerData as StudySetup
const { draws } = setup.settings
parentPort?.postMessage(openStudy(setup)({ index: 0, from: 0, count: draws }))
