/** The same people, each once, in the order in which they first came. */
export const eachOnce = <P extends { readonly id: string }>(people: readonly P[]): P[] => {
  const once = new Map<string, P>()
  for (const person of people) once.set(person.id, person)
  return [...once.values()]
}
