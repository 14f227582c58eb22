import { z } from 'zod'

const place = z.object({ channelId: z.string().min(1).nullish(), threadTs: z.string().min(1).nullish() })
export type OpenedFrom = { readonly channelId: string | null; readonly threadTs: string | null }

/** Where a form was opened: handlers write it as JSON into `private_metadata`, beside whatever else they need. */
export const openedFrom = (privateMetadata: string): OpenedFrom => {
  try {
    const read = place.safeParse(JSON.parse(privateMetadata))
    return { channelId: read.data?.channelId ?? null, threadTs: read.data?.threadTs ?? null }
  } catch {
    return { channelId: null, threadTs: null }
  }
}
