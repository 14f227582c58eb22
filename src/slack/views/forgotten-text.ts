import type { Gone } from '../../app/ports/forgetting.js'

/** What `npm run forget` prints: counts alone. */
export const forgottenText = (gone: Gone): string =>
  [
    `People forgotten: ${gone.people}`,
    `Notes: ${gone.notes}`,
    `Contacts: ${gone.contacts}`,
    `Promises and steps: ${gone.commitments}`,
    `Dates: ${gone.dates}`,
    `Questions: ${gone.questions}`,
    `Ties: ${gone.ties}`,
    `Roles: ${gone.roles}`,
    `What sources said of their roles: ${gone.said}`,
    `Nudges: ${gone.nudges}`,
    `Entries about others that named them: ${gone.mentions}`,
  ].join('\n')
