import { type Json, objectAt, textAt } from './json.js'

/** What goes into a step for Workflow Builder, or comes out of it, by name. */
export type StepParameters = ReadonlyMap<string, { type: string; required: boolean }>

export interface StepDefinition {
  title: string
  inputs: StepParameters
  outputs: StepParameters
}

/** By callback_id. Throws an Error for what Slack's app settings do not take. */
export function readSteps(manifest: Json, where: string): ReadonlyMap<string, StepDefinition> {
  const declared = Object.entries(objectAt(manifest, 'functions') ?? {})
  const settings = objectAt(manifest, 'settings')
  if (declared.length > 0 && settings?.org_deploy_enabled !== true)
    throw new Error(`${where} declares functions, for which Slack wants settings.org_deploy_enabled`)
  if (declared.length > 0 && settings?.function_runtime !== 'remote')
    throw new Error(`${where} declares functions, for which Slack wants settings.function_runtime: remote`)
  return new Map(
    declared.map(([callbackId, step]) => {
      const title = textAt(step, 'title') ?? ''
      if (callbackId.length > 100) throw new Error(`${where}: a callback_id has at most 100 characters`)
      if (title === '' || title.length > 255)
        throw new Error(`${where}: the title of ${callbackId} has 1 to 255 characters`)
      const inputs = readParameters(objectAt(step, 'input_parameters') ?? {})
      const outputs = readParameters(objectAt(step, 'output_parameters') ?? {})
      return [callbackId, { title, inputs, outputs }]
    }),
  )
}

function readParameters(parameters: Json): StepParameters {
  return new Map(
    Object.entries(parameters).map(([name, parameter]) => [
      name,
      {
        type: textAt(parameter, 'type') ?? '',
        required: objectAt(parameters, name)?.is_required === true,
      },
    ]),
  )
}
