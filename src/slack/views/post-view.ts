import type { PostModel } from '../../app/nudges/post-model.js'
import type { Reply } from '../answer.js'
import { ours, say } from './copy.js'
import { heading, hint, line, page } from './page.js'
import { entryParts } from './post-entry.js'

const headings = {
  digest: 'People who would be glad to hear from you',
  'role-news': 'News of people you know',
} as const

/** What is posted in a channel or a DM: one entry for each person, the answered ones as one quiet line. */
export const postView = (model: PostModel): Reply =>
  page([
    heading(headings[model.kind]),
    ...model.entries.flatMap(entryParts),
    // Whoever stood here is gone from this place, and so is what was said of them.
    ...(model.entries.length === 0 ? [line(say`Nobody here is waiting to hear from you any more.`)] : []),
    ...(model.zoneToTell === null
      ? []
      : [
          hint(
            say`Slack does not tell me the time zone here, so I take ${ours(model.zoneToTell)} for working hours.`,
          ),
        ]),
  ])
