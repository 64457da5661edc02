// The module of the thread that draws pictures.
import { parentPort, workerData } from 'node:worker_threads'
import type { Drawing } from './png.ts'
import { pngsOf } from './png.ts'

parentPort?.postMessage(await pngsOf(workerData as readonly Drawing[]))
