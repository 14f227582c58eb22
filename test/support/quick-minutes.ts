import type { Timing } from '../../src/slack/pacing/lane.js'

/** Slack's minutes pass quickly: so many ms with each look at the clock, so that nobody has to wait. */
export const quickMinutes = (eachMs = 1_000): Timing => {
  let passedMs = 0
  return {
    nowMs: () => {
      passedMs += eachMs
      return Date.now() + passedMs
    },
    pause: async (ms) => {
      passedMs += ms
    },
  }
}
