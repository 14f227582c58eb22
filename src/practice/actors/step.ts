import type { Patience } from '../changes.js'
import type { Json } from '../json.js'
import type { StepParameters } from '../manifest-steps.js'
import type { StepRunState } from '../world/step-runs.js'
import type { User } from '../world/user.js'
import type { ActorParts } from './parts.js'

/** How a step that a workflow ran came out. */
export interface StepOutcome {
  id: string
  /** What the workflow goes on with; undefined when the step failed, and the workflow ended with it. */
  outputs: Json | undefined
  /** What Slackbot says then. */
  error: string | undefined
}

/** A step on its way; `outcome` waits until the app has said how it ended. */
export interface StepRun {
  id: string
  outcome: (patience?: Patience) => Promise<StepOutcome>
}

/**
 * A workflow that this user started comes to a step of the app's. Slack fills in who they are; inputs override that, for
 * workflows that nobody started and for what no Slack would send. Throws for a step that the manifest does not declare.
 */
export function runStep(parts: ActorParts, user: User, callbackId: string, inputs: Json): StepRun {
  const { workspace, stepRuns, announce } = parts
  const step = workspace.manifest.steps.get(callbackId)
  if (!step) throw new Error(`The manifest declares no step ${callbackId}`)
  const run = stepRuns.begin(step)
  const given = { ...contexts(step.inputs, user), ...inputs }
  announce({
    subscription: 'function_executed',
    scopes: [],
    event: {
      type: 'function_executed',
      function: {
        id: `Fn${callbackId}`,
        callback_id: callbackId,
        title: step.title,
        description: '',
        type: 'app',
        input_parameters: listed(step.inputs),
        output_parameters: listed(step.outputs),
        app_id: workspace.identity.appId,
        date_created: workspace.clock.seconds(),
        date_updated: workspace.clock.seconds(),
        date_deleted: 0,
      },
      inputs: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)),
      function_execution_id: run.id,
      workflow_execution_id: workspace.nextUniqueId('Wx'),
      event_ts: workspace.clock.nextTs(),
      bot_access_token: `xwfp-practice-${run.id}`,
    },
  })
  return { id: run.id, outcome: (patience) => outcomeOf(parts, run, patience) }
}

/** Nobody who builds a workflow can set these. */
function contexts(inputs: StepParameters, user: User): Json {
  const asked = [...inputs].filter(([, { type }]) => type === 'slack#/types/user_context')
  return Object.fromEntries(asked.map(([name]) => [name, { id: user.id, secret: 'known to Slack alone' }]))
}

function listed(parameters: StepParameters): Json[] {
  return [...parameters].map(([name, { type, required }]) => ({ name, type, is_required: required }))
}

async function outcomeOf(
  { workspace }: ActorParts,
  run: StepRunState,
  patience: Patience = {},
): Promise<StepOutcome> {
  const { changes, record } = workspace
  const lastProblems = () => record.problems.map(({ message }) => `- ${message}`).join('\n')
  await changes.until(() => run.ended, { what: `the end of ${run.step.title}`, ...patience }, lastProblems)
  const { id, ended, outputs, error } = run
  return { id, outputs: ended === 'completed' ? outputs : undefined, error }
}
