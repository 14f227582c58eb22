import type { Json } from '../json.js'
import type { StepDefinition } from '../manifest-steps.js'
import type { Workspace } from './workspace.js'

/** One run of a step in somebody's workflow, until the app says how it ended. */
export interface StepRunState {
  readonly id: string
  readonly step: StepDefinition
  ended: 'completed' | 'failed' | undefined
  outputs: Json
  /** What Slackbot tells whoever looks after the workflow. */
  error: string | undefined
}

/** The steps that workflows of this workspace run. */
export class StepRuns {
  readonly #workspace: Workspace
  readonly #runs = new Map<string, StepRunState>()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  begin(step: StepDefinition): StepRunState {
    const id = this.#workspace.nextUniqueId('Fx')
    const run: StepRunState = { id, step, ended: undefined, outputs: {}, error: undefined }
    this.#runs.set(id, run)
    return run
  }

  get(id: string): StepRunState | undefined {
    return this.#runs.get(id)
  }
}
