import { z } from 'zod'
import { reactionMeanings } from '../../domain/reaction-meaning.js'

/** What the form of settings was filled with: what differs by now was set by somebody else. */
export const settingsForm = z.object({
  kind: z.literal('settings-form'),
  seen: z.object({
    digestHour: z.number(),
    days: z.array(z.number()),
    fromHour: z.number(),
    toHour: z.number(),
    zone: z.string(),
    cap: z.number(),
    rhythm: z.union([
      z.literal('never'),
      z.object({ every: z.number(), unit: z.enum(['day', 'week', 'month', 'year']) }),
    ]),
    reactions: z.record(z.string(), z.enum(reactionMeanings).nullable()),
    holidays: z.array(z.string()),
    // A form that an earlier release opened knew of none of these.
    week: z.boolean().default(false),
    mindful: z.boolean().default(false),
    mirror: z.boolean().default(false),
  }),
})
