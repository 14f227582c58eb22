/** The same thing, but that some of its methods answer otherwise: as when another process was first. */
export const otherwise = <T extends object>(real: T, answers: Partial<T>): T =>
  new Proxy(real, {
    get: (target, key) => {
      if (key in answers) return Reflect.get(answers, key)
      const value: unknown = Reflect.get(target, key)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
