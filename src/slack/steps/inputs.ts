import { z } from 'zod'
import { type Marked, unescapeSlack } from '../command/words.js'
import { ranBy } from './offered.js'

/** What a workflow hands to a step, by name. Whoever built it, or filled in its form, chose every value but one. */
export type StepInputs = Readonly<Record<string, unknown>>

/** A line or two of text; empty where there is none. Null: there is something, and it is no text. */
export const markedIn = (inputs: StepInputs, name: string): Marked | null => {
  const value = inputs[name] ?? ''
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' ? unescapeSlack(value).trim() : null
}

const context = z.object({ id: z.string().min(1) })

/** Whoever ran the workflow, as Slack says; null where nobody did. A bare id could have been typed by anybody. */
export const runnerIn = (inputs: StepInputs): string | null =>
  context.safeParse(inputs[ranBy]).data?.id ?? null
