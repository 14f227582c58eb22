import { clip } from './blocks.js'
import { ours, typed, type Words } from './copy.js'

/** What somebody said or wrote, on one line among twelve; the whole of it is behind *More*. */
export const short = (text: string): Words => typed(clip(text, 200))
/** A thing among others on one line. */
export const brief = (text: string): Words => typed(clip(text, 120))

/** " and 4 more", when not all are shown. */
export const andMore = (all: number, shown: number): Words =>
  ours(all > shown ? ` and ${all - shown} more` : '')
