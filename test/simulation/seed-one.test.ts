import { it } from 'vitest'
import { eightWeeks, patienceMs } from './weeks.js'

it(
  'eight weeks over a change of clocks, seed 1: nothing twice, nothing lost, nothing told too widely',
  { timeout: patienceMs },
  () => eightWeeks(1),
)
