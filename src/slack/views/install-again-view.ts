import type { InstallAgain } from '../../app/nudges/compose-notice.js'
import type { Reply } from '../answer.js'
import { ours, say } from './copy.js'
import { moment } from './moment.js'
import { hint, line, page } from './page.js'

/** To whoever installed the bot, while it can still speak: it is to be added once more. */
export const installAgainView = ({ until, url, zone }: InstallAgain): Reply =>
  page([
    line(
      say`Something went wrong between Slack and me: after ${ours(moment(until, zone))} I will not be able to speak here.`,
      say`Next: please add me once more, here: ${ours(url)}. It takes a minute, and all that I know stays as it is.`,
    ),
    hint(say`I say this once, and to you, since you installed me.`),
  ])
