import { z } from 'zod'
import { type Facet, facets } from '../domain/note.js'
import { dataFile, readDataFile } from './data-file.js'

/** One open question that a teammate can ask a customer as it stands. */
export type Question = {
  /** Facet and number, as `story-01`; kept for ever, since "not the one asked last time" is told by it. */
  readonly id: string
  readonly facet: Facet
  readonly text: string
}

const questionSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z]+-\d{2,}$/, 'must be a facet and a number, as "story-01"'),
    facet: z.enum(facets, `must be one of ${facets.join(', ')}`),
    text: z
      .string()
      .max(109, 'must be shorter than 110 characters')
      .regex(/^\S.*\?$/, 'must be one line that ends with a question mark'),
  })
  .refine(({ id, facet }) => id.startsWith(`${facet}-`), { path: ['id'], error: 'must begin with its facet' })

const bankSchema = z.array(questionSchema).superRefine((questions, context) => {
  const seen = new Set<string>()
  for (const [index, { id }] of questions.entries()) {
    if (seen.has(id)) {
      context.addIssue({ code: 'custom', path: [index, 'id'], message: 'is there twice' })
    }
    seen.add(id)
  }
  // A nudge picks from the facet known least, whichever that is: none may be empty.
  for (const facet of facets) {
    if (!questions.some((question) => question.facet === facet)) {
      context.addIssue({ code: 'custom', path: [], message: `has no question of the facet ${facet}` })
    }
  }
})

/**
 * The question bank, in the order of the file.
 * @throws DataFileError naming the file and the entry that is malformed.
 */
export const loadQuestions = (file: URL = dataFile('questions.json')): readonly Question[] =>
  readDataFile(file, bankSchema)
