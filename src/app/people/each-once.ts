/** The same people, each once, in the order in which they first came. */
export const eachOnce = <P extends { readonly id: string }>(people: readonly P[]): P[] => [
  ...new Map(people.map((person) => [person.id, person])).values(),
]
