import { z } from 'zod'

const place = z.object({
  channelId: z.string().min(1).nullish(),
  threadTs: z.string().min(1).nullish(),
  inView: z.boolean().nullish(),
})
export type OpenedFrom = {
  readonly channelId: string | null
  readonly threadTs: string | null
  /** It is answered in the view itself: from a shortcut, or from nowhere in particular. */
  readonly inView: boolean
}

/** Where a form was opened: handlers write it as JSON into `private_metadata`, beside whatever else they need. */
export const openedFrom = (privateMetadata: string): OpenedFrom => {
  const { channelId = null, threadTs = null, inView } = read(privateMetadata)
  return { channelId, threadTs, inView: inView === true || channelId === null }
}

const read = (privateMetadata: string): z.output<typeof place> => {
  try {
    return place.safeParse(JSON.parse(privateMetadata)).data ?? {}
  } catch {
    return {}
  }
}
