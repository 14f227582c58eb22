/**
 * What Personable offers in Slack's Workflow Builder, as it is declared in `manifest.yml` (a test holds them equal).
 * See docs/adr/0030.
 */

/** A value that goes into a step, or comes out of it: of which kind, in Slack's words, and whether there always is one. */
export type Parameter = { readonly type: ParameterType; readonly required: boolean }
type ParameterType =
  | 'string'
  | 'slack#/types/channel_id'
  | 'slack#/types/date'
  | 'slack#/types/user_context'
  | 'slack#/types/user_id'

export type OfferedStep = {
  readonly inputs: Readonly<Record<string, Parameter>>
  readonly outputs: Readonly<Record<string, Parameter>>
}

const needed = (type: ParameterType): Parameter => ({ type, required: true })
const maybe = (type: ParameterType): Parameter => ({ type, required: false })

/** Slack fills it in with whoever ran the workflow; whoever builds one cannot set it. */
export const ranBy = 'ran_by'
const runner = { [ranBy]: needed('slack#/types/user_context') }

/** Each step answers about one person, and the same of all: never words of theirs, nor what is written about them. */
const aPerson = {
  person_id: needed('string'),
  name: needed('string'),
  role: maybe('string'),
  owner: maybe('slack#/types/user_id'),
  command: needed('string'),
} as const
export type PersonOutputs = Partial<Readonly<Record<keyof typeof aPerson, string>>>

export const offeredSteps = {
  find_person: { inputs: { who: needed('string'), ...runner }, outputs: aPerson },
  log_conversation: {
    inputs: {
      who: needed('string'),
      channel: needed('slack#/types/channel_id'),
      how: maybe('string'),
      day: maybe('slack#/types/date'),
      what: maybe('string'),
      ...runner,
    },
    outputs: aPerson,
  },
  add_person: {
    inputs: {
      name: needed('string'),
      channel: needed('slack#/types/channel_id'),
      title: maybe('string'),
      company: maybe('string'),
      email: maybe('string'),
      ...runner,
    },
    outputs: aPerson,
  },
} as const satisfies Readonly<Record<string, OfferedStep>>

export type StepId = keyof typeof offeredSteps
export const isOffered = (id: string): id is StepId => Object.hasOwn(offeredSteps, id)
