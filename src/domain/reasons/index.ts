import { promise, step } from './commitments.js'
import { date } from './date.js'
import { quiet } from './quiet.js'
import type { Detector } from './reason.js'
import { left, newRole } from './role-news.js'
import { roleQuestion } from './role-question.js'
import { trigger } from './trigger.js'

/** Every reason to bring somebody up. A new reason is a detector of its own and a line here. */
export const detectors: readonly Detector[] = [
  trigger,
  promise,
  date,
  newRole,
  left,
  roleQuestion,
  step,
  quiet,
]
