import { z } from 'zod'
import { type EntryKind, isEntryKind } from '../../app/entries/entry.js'
import { liveSources } from '../../domain/live-source.js'
import type { Turn } from '../conversation/bot.js'

/**
 * What a form carries from the press that opened it to its submission. It comes back from outside: ids in it are
 * looked up for whoever submits, like a button's value.
 */
const metadata = z.object({
  channelId: z.string().nullable(),
  threadTs: z.string().nullable(),
  /** Names the form: submitted twice, it is carried out once. */
  form: z.string(),
  personId: z.string(),
  entryKind: z.custom<EntryKind>((kind) => typeof kind === 'string' && isEntryKind(kind)).optional(),
  entryId: z.string().optional(),
  nudgeId: z.string().optional(),
  /** The sketch, its claim, and how the claim read. */
  sketchId: z.string().optional(),
  claimId: z.string().optional(),
  wording: z.string().optional(),
  /** The place that is set. */
  home: z.string().optional(),
  /** The draft that holds what the form was filled with. */
  seenId: z.string().optional(),
  /** The first of the entries that are asked about. */
  offset: z.number().int().min(0).optional(),
  /** The sources that the form showed as switched on. */
  sourcesOn: z.array(z.enum(liveSources)).optional(),
  /** From a shortcut: what comes of it is shown in the form's own place. */
  inView: z.boolean().optional(),
})
export type FormMetadata = z.infer<typeof metadata>

export const formMetadata = (
  { from }: Turn,
  about: Omit<FormMetadata, 'channelId' | 'threadTs' | 'form'>,
): string => {
  const { channelId, threadTs, delivery } = from
  return JSON.stringify({ channelId, threadTs, form: delivery, ...about } satisfies FormMetadata)
}

/** The same form once more, filled anew: it is still carried out once. */
export const metadataAgain = (before: FormMetadata, seenId: string): string =>
  JSON.stringify({ ...before, seenId } satisfies FormMetadata)

/** Null when it is not ours. */
export const readMetadata = (text: string): FormMetadata | null => {
  try {
    const parsed = metadata.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
