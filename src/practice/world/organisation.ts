/** An Enterprise organisation: its people are the same in all its workspaces. */
export interface Organisation {
  readonly id: string
  readonly name: string
  /** The workspaces in which somebody is. */
  teamsOf: (userId: string) => string[]
}

/** An organisation as payloads name it. */
export function enterpriseOf(within: {
  organisation: Organisation | null
}): { id: string; name: string } | null {
  const { organisation } = within
  return organisation && { id: organisation.id, name: organisation.name }
}
