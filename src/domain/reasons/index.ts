import { quiet } from './quiet.js'
import type { Detector } from './reason.js'
import { left, newRole } from './role-news.js'

/** Every reason to bring somebody up. A new reason is a detector of its own and a line here. */
export const detectors: readonly Detector[] = [newRole, left, quiet]
