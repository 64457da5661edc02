// The module that each thread of a study's ensemble loads.
import { serve } from './ensemble-threads.ts'
import { openStudy } from './study-kernel.ts'

export default serve(openStudy)
