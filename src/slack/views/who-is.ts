import type { SlackUser } from '../../app/ports.js'

/** Who somebody is that cannot look after a person: "That is a guest here." */
export const whoIs: Readonly<Record<Exclude<SlackUser['standing'], 'member'>, string>> = {
  guest: 'a guest here',
  outsider: 'somebody of another organisation',
  bot: 'an app',
  gone: 'somebody who has left this workspace',
}
