import { randomUUID } from 'node:crypto'
import type { PracticeSlack } from '../slack.js'
import type { Equipment } from './equipment.js'
import { Forethought } from './forethought.js'
import { Trouble } from './trouble.js'

/** A practice Slack with all that the page shows and moves around it. */
export class Stage {
  readonly era = randomUUID()
  readonly slack: PracticeSlack
  readonly equipment: Equipment
  readonly trouble: Trouble
  readonly forethought: Forethought
  readonly #listeners = new Set<() => void>()
  isClockMoving = false

  constructor(slack: PracticeSlack, equipment: Equipment) {
    this.slack = slack
    this.equipment = equipment
    const changed = () => this.changed()
    this.trouble = new Trouble(slack, changed)
    this.forethought = new Forethought(slack, equipment.next, changed)
    equipment.bot?.onChange(changed)
    slack.onChange(changed)
    void this.forethought.think()
  }

  changed(): void {
    for (const listener of [...this.#listeners]) listener()
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
