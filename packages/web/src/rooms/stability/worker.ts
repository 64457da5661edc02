import type { Sent } from './graph-answers.ts'
import { graphAnswers } from './graph-answers.ts'

const answer = graphAnswers()
self.onmessage = ({ data }: MessageEvent<Sent>): void => {
  self.postMessage({ id: data.id, answer: answer(data) })
}
