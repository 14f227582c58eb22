import { z } from 'zod'
import { commitmentStates } from '../../app/entries/fields.js'
import type { Home } from '../../domain/audience.js'
import { tieKinds } from '../../domain/tie.js'

const text = z.string()
const on = z.string()

/** `EntryFields`, as a draft keeps them: what the form of an entry was filled with. */
const seenEntry = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(['note', 'interaction']), text, on }),
  z.object({
    kind: z.literal('role'),
    title: text,
    company: text,
    sinceOn: on.nullable(),
    untilOn: on.nullable(),
  }),
  z.object({ kind: z.literal('commitment'), text, dueOn: on.nullable(), state: z.enum(commitmentStates) }),
  z.object({
    kind: z.literal('date'),
    text,
    day: z.object({ monthDay: text, year: z.number().nullable() }),
    yearly: z.boolean(),
  }),
  z.object({ kind: z.literal('question'), text }),
  z.object({ kind: z.literal('tie'), relation: z.enum(tieKinds) }),
])

const isHome = (text: unknown): text is Home =>
  typeof text === 'string' && /^(?:channel|teammate):/.test(text)
/** Where something lived when a form was filled with it; not in forms that an earlier program opened. */
export const shownIn = z.custom<Home>(isHome).optional()

/** What differs by now was changed by somebody else. */
export const entryForm = z.object({ kind: z.literal('entry-form'), seen: seenEntry, shownIn })
