/** A page as a browser shows it, at the address where its redirects ended. */
export type Page = {
  readonly url: URL
  readonly status: number
  readonly headers: Headers
  readonly html: string
}

type Cookie = { value: string; isSecure: boolean; path: string; endsAt: number }

/** Where a browser finds an origin: that of TLS and a name, as https://bot.example, at an address on this machine. */
export type Hosts = Readonly<Record<string, string>>

const mostRedirects = 10

/** A browser without a screen: it follows redirects, keeps cookies as a browser does, and fills forms in. */
export class CookieBrowser {
  readonly #hosts: Hosts
  readonly #now: () => number
  readonly #jar = new Map<string, Map<string, Cookie>>()

  constructor(hosts: Hosts = {}, now: () => number = Date.now) {
    this.#hosts = hosts
    this.#now = now
  }

  /** Goes to an address. `isFollowing`: to where its redirects lead; without it the first answer is the page. */
  async open(address: string | URL, { isFollowing = true } = {}): Promise<Page> {
    let page = await this.#ask(new URL(address), { method: 'GET' })
    for (let hops = 0; isFollowing && hops < mostRedirects; hops++) {
      const next = locationOf(page)
      if (next === null) break
      page = await this.#ask(next, { method: 'GET' })
    }
    return page
  }

  /** Clicks the link whose address contains `part`; throws when the page has none. */
  click(page: Page, part: string, how: { isFollowing?: boolean } = {}): Promise<Page> {
    const found = [...page.html.matchAll(/<a\s[^>]*href="([^"]*)"/g)]
      .map(([, href = '']) => unescaped(href))
      .find((href) => href.includes(part))
    if (found === undefined) throw new Error(`No link with ${part} at ${page.url}:\n${page.html}`)
    return this.open(new URL(found, page.url), how)
  }

  /** Sends the page's form with these fields, and follows where that leads. */
  async submit(page: Page, fields: Readonly<Record<string, string>>): Promise<Page> {
    const action = /<form\s[^>]*action="([^"]*)"/.exec(page.html)?.[1]
    if (action === undefined) throw new Error(`No form at ${page.url} (${page.status}):\n${page.html}`)
    const answer = await this.#ask(new URL(unescaped(action), page.url), {
      method: 'POST',
      body: new URLSearchParams(fields),
    })
    const next = locationOf(answer)
    return next === null ? answer : this.open(next)
  }

  /** The value of a cookie that it holds for an origin. */
  cookie(origin: string, name: string): string | undefined {
    return this.#jar.get(origin)?.get(name)?.value
  }

  /** Forgets all cookies, as another browser would have none. */
  forget(): void {
    this.#jar.clear()
  }

  async #ask(url: URL, how: { method: string; body?: URLSearchParams }): Promise<Page> {
    const to = new URL(url.pathname + url.search, this.#hosts[url.origin] ?? url.origin)
    const cookie = this.#cookiesFor(url)
    const isFronted = this.#hosts[url.origin] !== undefined
    const answer = await fetch(to, {
      ...how,
      redirect: 'manual',
      headers: {
        accept: 'text/html',
        ...(cookie === '' ? {} : { cookie }),
        ...(isFronted ? { 'x-forwarded-proto': 'https', 'x-forwarded-host': url.host } : {}),
      },
    })
    for (const line of answer.headers.getSetCookie()) this.#keep(url, line)
    return { url, status: answer.status, headers: answer.headers, html: await answer.text() }
  }

  #cookiesFor(url: URL): string {
    const isSafe = url.protocol === 'https:' || url.hostname === 'localhost'
    return [...(this.#jar.get(url.origin) ?? [])]
      .filter(([, { isSecure, path, endsAt }]) => {
        return (isSafe || !isSecure) && url.pathname.startsWith(path) && endsAt > this.#now()
      })
      .map(([name, { value }]) => `${name}=${value}`)
      .join('; ')
  }

  #keep(url: URL, line: string): void {
    const [pair = '', ...attributes] = line.split(';').map((part) => part.trim())
    const [name = '', ...value] = pair.split('=')
    const attribute = (wanted: string): string | undefined =>
      attributes
        .map((each) => each.split('='))
        .find(([key]) => key?.toLowerCase() === wanted)
        ?.slice(1)
        .join('=')
    const seconds = attribute('max-age')
    const expires = attribute('expires')
    const endsAt =
      seconds !== undefined
        ? this.#now() + Number(seconds) * 1_000
        : expires !== undefined
          ? Date.parse(expires)
          : Number.POSITIVE_INFINITY
    const isSecure = attributes.some((each) => each.toLowerCase() === 'secure')
    // A browser takes no cookie marked Secure from an address without TLS, its own machine apart.
    if (isSecure && url.protocol !== 'https:' && url.hostname !== 'localhost') return
    const cookies = this.#jar.get(url.origin) ?? new Map<string, Cookie>()
    this.#jar.set(url.origin, cookies)
    if (endsAt <= this.#now()) cookies.delete(name)
    else cookies.set(name, { value: value.join('='), isSecure, path: attribute('path') ?? '/', endsAt })
  }
}

function locationOf({ status, headers, url }: Page): URL | null {
  const location = headers.get('location')
  return status >= 300 && status < 400 && location !== null ? new URL(location, url) : null
}

function unescaped(text: string): string {
  return text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
}
