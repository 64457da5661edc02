import './without-eval.ts'
import type { FromWorker, ToWorker } from './port.ts'
import { answering } from './queue.ts'

const scope = globalThis as unknown as {
  postMessage: (message: FromWorker) => void
  onmessage: (event: { readonly data: ToWorker }) => void
}
const take = answering((message) => scope.postMessage(message))
scope.onmessage = ({ data }) => take(data)
