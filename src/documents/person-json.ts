import { z } from 'zod'
import type { PersonExport } from '../app/export/export-person.js'
import { canonical } from './canonical.js'
import { shapes } from './shapes.js'

const format = 'personable-person'
const version = 1

const names = z.record(z.string(), z.string())

/** What `export WHO` gives as JSON; docs/export.md shows it as a JSON Schema. */
export const personDocument = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  on: z.string().describe('The day it was made'),
  for: z.string().describe('The teammate who may see all of it'),
  person: z.strictObject(shapes.person),
  roles: z.array(z.strictObject(shapes.role)),
  interactions: z.array(z.strictObject(shapes.interaction)),
  notes: z.array(z.strictObject(shapes.note)),
  news: z.array(z.strictObject(shapes.news)),
  commitments: z.array(z.strictObject(shapes.commitment)),
  dates: z.array(z.strictObject(shapes.date)),
  questions: z.array(z.strictObject(shapes.question)),
  ties: z.array(z.strictObject(shapes.tie)),
  sightings: z.array(z.strictObject(shapes.sighting)),
  claims: z.array(z.strictObject(shapes.claim)),
  people: names.describe('Names of those whom somebody is tied to, by id'),
  teammates: names.describe('Names of teammates, by id'),
})

/** Everything that the asker may see about somebody, for programs. */
export const personJson = ({ dossier, teammates, askedBy, on }: PersonExport): string => {
  const { person, roles, interactions, notes, news, commitments, dates, questions, ties } = dossier
  const each = (kind: keyof typeof shapes, things: readonly object[]) =>
    things.map((thing) => canonical({ ...thing }, Object.keys(shapes[kind])))
  const document = {
    format,
    version,
    on,
    for: askedBy,
    person: canonical(person, Object.keys(shapes.person)),
    roles: each('role', roles),
    interactions: each('interaction', interactions),
    notes: each('note', notes),
    news: each('news', news),
    commitments: each('commitment', commitments),
    dates: each('date', dates),
    questions: each('question', questions),
    ties: each('tie', ties),
    sightings: each('sighting', dossier.sightings),
    claims: each('claim', dossier.claims),
    people: Object.fromEntries(dossier.people),
    teammates: Object.fromEntries(teammates),
  } satisfies Record<keyof z.output<typeof personDocument>, unknown>
  return `${JSON.stringify(document, null, 2)}\n`
}
