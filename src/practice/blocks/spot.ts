/** Where blocks are to be shown; not every block may stand everywhere. */
export type Surface = 'message' | 'modal' | 'home'

/** One thing that Slack refuses: what, and where. */
export interface BlockFault {
  /** A JSON pointer from the argument, as `/blocks/0/text/text` or `/view/title`. */
  pointer: string
  message: string
}

/** The place in the JSON that is being looked at; faults found there are added to one list. */
export class Spot {
  readonly surface: Surface
  readonly pointer: string
  readonly faults: BlockFault[]

  constructor(surface: Surface, pointer: string, faults: BlockFault[] = []) {
    this.surface = surface
    this.pointer = pointer
    this.faults = faults
  }

  in(key: string | number): Spot {
    return new Spot(this.surface, `${this.pointer}/${key}`, this.faults)
  }

  refuse(message: string): void {
    this.faults.push({ pointer: this.pointer, message })
  }
}

/** A fault in Slack's own wording, as it stands in `response_metadata.messages`. */
export function faultMessage(fault: BlockFault): string {
  return `[ERROR] ${fault.message} [json-pointer:${fault.pointer}]`
}
