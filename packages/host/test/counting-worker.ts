import { serve } from '../src/ensemble-threads.ts'
import { openCounting } from './counting.ts'

export default serve(openCounting)
