/** What a tab remembers by itself: who one is and where, what is half typed, what was read. Lost storage is no harm. */
const prefix = 'practice.'

/** A tab's own memory first, so that two tabs can be two people; else what any tab knew last. */
export function recalled(key: string): string {
  return read(sessionStorage, key) ?? read(localStorage, key) ?? ''
}

export function remember(key: string, value: string): void {
  for (const store of [sessionStorage, localStorage]) {
    try {
      store.setItem(prefix + key, value)
    } catch {
      // Storage is full or forbidden: the page works without it.
    }
  }
}

/** Forgets all of it but the colours. */
export function forget(): void {
  for (const store of [sessionStorage, localStorage])
    for (const key of Object.keys(store)) if (key.startsWith(prefix)) store.removeItem(key)
}

function read(store: Storage, key: string): string | undefined {
  try {
    return store.getItem(prefix + key) ?? undefined
  } catch {
    return undefined
  }
}
