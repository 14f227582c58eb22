import { quickMinutes } from '../../support/quick-minutes.js'

/**
 * Each call to Slack is made in a minute of its own: what is measured is the bot, and not how many calls Slack takes within
 * a minute (docs/adr/0028), which a run would reach within seconds.
 */
export const unhurried = quickMinutes(70_000)
