import type { Json } from '../../json.js'
import type { StepParameters } from '../../manifest-steps.js'
import type { StepRunState } from '../../world/step-runs.js'
import { botMethod, type MethodCall } from '../method.js'
import { refuse } from '../refusal.js'

export const functionsCompleteSuccess = botMethod([], (call) => {
  const run = running(call)
  const outputs = call.args.object('outputs') ?? missing('outputs')
  const faults = faultsOf(outputs, run.step.outputs, call)
  if (faults.length > 0) refuse('parameter_validation_failed', { response_metadata: { messages: faults } })
  run.ended = 'completed'
  run.outputs = outputs
  return {}
})

export const functionsCompleteError = botMethod([], (call) => {
  const run = running(call)
  run.error = call.args.needText('error')
  run.ended = 'failed'
  return {}
})

function running({ args, stepRuns }: MethodCall): StepRunState {
  const run = stepRuns.get(args.needText('function_execution_id')) ?? refuse('function_execution_not_found')
  if (run.ended) refuse('execution_not_in_running_state')
  return run
}

function missing(name: string): never {
  return refuse('invalid_arguments', {
    response_metadata: { messages: [`[ERROR] missing required field: ${name}`] },
  })
}

function faultsOf(outputs: Json, declared: StepParameters, call: MethodCall): string[] {
  const unknown = Object.keys(outputs).filter((name) => !declared.has(name))
  const wrong = [...declared].flatMap(([name, { type, required }]) => {
    const value = outputs[name]
    if (value === undefined || value === null) return required ? [`${name} is missing`] : []
    return fits(value, type, call) ? [] : [`${name} is no ${type}`]
  })
  return [...unknown.map((name) => `${name} is not declared`), ...wrong]
}

function fits(value: unknown, type: string, { workspace }: MethodCall): boolean {
  if (typeof value !== 'string') return false
  if (type === 'slack#/types/user_id') return workspace.users.has(value)
  if (type === 'slack#/types/channel_id') return workspace.channels.has(value)
  return type === 'string'
}
