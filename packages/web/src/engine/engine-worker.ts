import './without-eval.ts'
import type { FromWorker, ToWorker } from './port.ts'
import { answering } from './queue.ts'
import { afterwardsOf } from './workers.ts'

const scope = globalThis as unknown as {
  readonly name: string
  postMessage: (message: FromWorker) => void
  onmessage: (event: { readonly data: ToWorker }) => void
}
const take = answering((message) => scope.postMessage(message), afterwardsOf(scope.name))
scope.onmessage = ({ data }) => take(data)
