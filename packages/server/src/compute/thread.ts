import { parentPort } from 'node:worker_threads'
import type { Task } from './tasks.ts'
import { perform } from './tasks.ts'

parentPort?.on('message', (task: Task) => parentPort?.postMessage(perform(task)))
