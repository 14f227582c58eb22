import { z } from 'zod'
import { sourceKeyOf } from '../app/sources/take-in.js'
import type { SourceWord } from '../domain/live-source.js'

/** What one delivery to `/hooks/people` says, or the sentence that names what is wrong with it. */
export type PeopleBody = { readonly word: SourceWord; readonly isDated: boolean } | { readonly wrong: string }

const longest = 200
/** One line, and null for an emptied field, which says nothing. */
const line = (field: string) =>
  z
    .string(`${field} is not a text`)
    .transform((text) => text.replace(/\s+/gu, ' ').trim())
    .refine((text) => text.length <= longest, `${field} is longer than ${longest} characters`)
    .nullish()
    .transform((text) => text || null)

/** A profile has one address, however it was copied: as files of contacts have it. */
const profileOf = (url: string | null): string | null => {
  const [, slug] = /\/in\/([^/\s?#]+)/iu.exec(url ?? '') ?? []
  return slug === undefined ? null : `https://www.linkedin.com/in/${readable(slug).toLowerCase()}`
}
const readable = (slug: string): string => {
  try {
    return decodeURIComponent(slug).normalize('NFC')
  } catch {
    return slug
  }
}
const email = line('email').refine(
  (text) => text === null || /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;]+$/u.test(text),
  'email is not an email address',
)
const linkedin = line('linkedin_url')
  .refine(
    (text) => text === null || /^(?:https?:\/\/)?(?:[a-z]{2,3}\.)?linkedin\.com\/in\/[^/\s?#]+/iu.test(text),
    'linkedin_url is not the address of a profile, as https://www.linkedin.com/in/frank-ortiz',
  )
  .transform(profileOf)
/** Zapier and Make send what is not known as empty text. */
const instant = z.preprocess(
  (at) => (at === '' ? null : at),
  z.iso
    .datetime({ offset: true, error: 'observed_at is not an instant, as 2026-11-22T09:30:00Z' })
    .nullish()
    .transform((at) => (at ? new Date(at).toISOString() : null)),
)
const body = z.object(
  {
    email,
    linkedin_url: linkedin,
    name: line('name'),
    title: line('title'),
    company: line('company'),
    observed_at: instant,
    source: z
      .string('source is missing: name what sends this, as "zapier"')
      .trim()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,39}$/u, 'source is not a short name, as "zapier"'),
  },
  'The body is not a JSON object',
)

/** A clock that is a little ahead is forgiven; a word from next year would silence every later one. */
const aheadMs = 5 * 60 * 1000

/** `now`: the later of the clocks, for what is not dated and against what is dated wrongly. */
export const readPeopleBody = (text: string, now: string): PeopleBody => {
  const json = parsed(text)
  if (json === undefined) return { wrong: 'The body is not JSON' }
  const read = body.safeParse(json)
  if (!read.success) return { wrong: read.error.issues[0]?.message ?? 'The body is not understood' }
  const { email, linkedin_url, name, title, company, observed_at: observed, source } = read.data
  const addresses = [email, linkedin_url].flatMap((address) => (address === null ? [] : [address]))
  if (addresses.length === 0 && name === null)
    return { wrong: 'email, linkedin_url or name is needed, to know whom it is about' }
  if (!isSaid(json, 'title') && !isSaid(json, 'company')) return { wrong: 'title or company is missing' }
  if (observed !== null && Date.parse(observed) > Date.parse(now) + aheadMs)
    return { wrong: 'observed_at is in the future' }
  const key = sourceKeyOf(name, addresses)
  const word = { source: `hook:${source}`, key, name, addresses, title, company, observedAt: observed ?? now }
  return { word, isDated: observed !== null }
}

export const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

const isSaid = (json: unknown, field: string): boolean =>
  typeof json === 'object' && json !== null && field in json
