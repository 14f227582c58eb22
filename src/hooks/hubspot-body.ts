import { z } from 'zod'
import type { SourceWord } from '../domain/live-source.js'
import { parsed } from './people-body.js'

export type HubspotEvent = { readonly portalId: string; readonly property: string; readonly word: SourceWord }
/** The events of a delivery that say something of a role, or the sentence that names what is wrong with it. */
export type HubspotBody = { readonly events: readonly HubspotEvent[] } | { readonly wrong: string }

/** As many as HubSpot sends at once. */
const mostEvents = 100
const longest = 200

/** Numbers come as texts too, from what stands between HubSpot and the bot. */
const whole = z.union([z.number().int(), z.string().regex(/^\d{1,20}$/)])
const instantMs = whole.transform(Number).pipe(z.number().int().min(0).max(8.64e15))
const event = z.object({
  portalId: whole.transform(String),
  occurredAt: instantMs,
  objectId: whole.transform(String),
  propertyName: z.string().nullish(),
  propertyValue: z.union([z.string(), z.number(), z.boolean()]).nullish(),
})
const kind = z.object({ subscriptionType: z.string(), objectTypeId: z.string().nullish() })
const body = z.array(kind.loose()).max(mostEvents)

/** `0-1` are contacts, in HubSpot's newer events about objects of every kind. */
const isOfContact = ({ subscriptionType, objectTypeId }: z.output<typeof kind>): boolean =>
  subscriptionType === 'contact.propertyChange' ||
  (subscriptionType === 'object.propertyChange' && objectTypeId === '0-1')
const fieldOf: Readonly<Record<string, 'title' | 'company'>> = { jobtitle: 'title', company: 'company' }

const aheadMs = 5 * 60 * 1000

/** `now`: the later of the clocks, which no event is later than by much. */
export const readHubspotBody = (text: string, now: string): HubspotBody => {
  const json = parsed(text)
  if (json === undefined) return { wrong: 'The body is not JSON' }
  const kinds = body.safeParse(json)
  if (!kinds.success) return { wrong: sentenceOf(kinds.error) }
  // Merges, associations and other objects come in the same array, and are shaped otherwise.
  const ofContacts = kinds.data.flatMap((each, nth) => (isOfContact(each) ? [{ each, nth }] : []))
  const events: z.output<typeof event>[] = []
  for (const { each, nth } of ofContacts) {
    const read = event.safeParse(each)
    if (!read.success) return { wrong: sentenceOf(read.error, nth) }
    events.push(read.data)
  }
  const latest = Date.parse(now) + aheadMs
  return {
    events: events.flatMap((each): HubspotEvent[] => {
      const property = each.propertyName ?? ''
      const field = Object.hasOwn(fieldOf, property) ? fieldOf[property] : undefined
      const value = String(each.propertyValue ?? '')
        .replace(/\s+/gu, ' ')
        .trim()
        .slice(0, longest)
      // An emptied field is not "left".
      if (field === undefined || value === '') return []
      const observedAt = new Date(Math.min(each.occurredAt, latest)).toISOString()
      const about = { source: 'hubspot', key: each.objectId, name: null, addresses: [], observedAt }
      const word = { ...about, title: null, company: null, [field]: value }
      return [{ portalId: each.portalId, property, word }]
    }),
  }
}

/** `nth`: of which event it is, where one was read by itself. */
const sentenceOf = ({ issues }: z.ZodError, nth?: number): string => {
  const [issue] = issues
  const path = [...(nth === undefined ? [] : [nth]), ...(issue?.path ?? [])]
  if (path.length === 0)
    return issue?.code === 'too_big'
      ? `The body has more than ${mostEvents} events`
      : 'The body is not a JSON array of events'
  const [which, field] = path
  return field === undefined
    ? `Event ${Number(which) + 1} is not an object`
    : `Event ${Number(which) + 1}: ${String(field)} is missing, or is not what it should be`
}
