import { z } from 'zod'
import type { PersonExport } from '../app/export/export-person.js'
import { canonical } from './canonical.js'
import { shapes } from './shapes.js'

const format = 'personable-person'
const version = 3

const names = z.record(z.string(), z.string())

/** An entry as an archive has it, with who changed what it says last: that stands in the journal, which no archive has. */
const entry = <K extends keyof typeof shapes>(kind: K) => ({
  ...shapes[kind],
  putRightBy: z
    .string()
    .nullable()
    .describe('The teammate whose words stand there by now; null for whoever wrote it down'),
})

/** A claim and what it says: the sketch that it is of is no matter of theirs. */
const tried = { ...shapes.trial, claim: z.string() }

/** What `export WHO` gives as JSON; docs/export.md shows it as a JSON Schema. */
export const personDocument = z.strictObject({
  format: z.literal(format),
  version: z.literal(version),
  on: z.string().describe('The day it was made'),
  for: z.string().describe('The teammate who may see all of it'),
  person: z.strictObject(shapes.person),
  roles: z.array(z.strictObject(entry('role'))),
  interactions: z.array(z.strictObject(entry('interaction'))),
  notes: z.array(z.strictObject(entry('note'))),
  news: z.array(z.strictObject(shapes.news)),
  commitments: z.array(z.strictObject(entry('commitment'))),
  dates: z.array(z.strictObject(entry('date'))),
  questions: z.array(z.strictObject(entry('question'))),
  ties: z.array(z.strictObject(entry('tie'))),
  sightings: z.array(z.strictObject(shapes.sighting)),
  claims: z.array(z.strictObject(shapes.claim)),
  tried: z.array(z.strictObject(tried)).describe('What a sketch claims of everybody, tried on them'),
  people: names.describe('Names of those whom somebody is tied to, by id'),
  teammates: names.describe('Names of teammates, by id'),
})

/** Everything that the asker may see about somebody, for programs. */
export const personJson = ({ dossier, teammates, askedBy, on }: PersonExport): string => {
  const { person, roles, interactions, notes, news, commitments, dates, questions, ties } = dossier
  const each = (kind: keyof typeof shapes, things: readonly object[]) =>
    things.map((thing) => canonical({ ...thing }, Object.keys(shapes[kind])))
  const entries = (kind: keyof typeof shapes, things: readonly object[]) =>
    things.map((thing) => canonical({ ...thing }, Object.keys(entry(kind))))
  const document = {
    format,
    version,
    on,
    for: askedBy,
    person: canonical(person, Object.keys(shapes.person)),
    roles: entries('role', roles),
    interactions: entries('interaction', interactions),
    notes: entries('note', notes),
    news: each('news', news),
    commitments: entries('commitment', commitments),
    dates: entries('date', dates),
    questions: entries('question', questions),
    ties: entries('tie', ties),
    sightings: each('sighting', dossier.sightings),
    claims: each('claim', dossier.claims),
    tried: dossier.tried.map((each) => canonical(each, Object.keys(tried))),
    people: Object.fromEntries(dossier.people),
    teammates: Object.fromEntries(teammates),
  } satisfies Record<keyof z.output<typeof personDocument>, unknown>
  return `${JSON.stringify(document, null, 2)}\n`
}
