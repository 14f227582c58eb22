import { spawn } from 'node:child_process'

/** Opens an address in the browser where there is a desktop; says nothing where there is none. */
export const openBrowser = (address: string, { platform, env } = process): void => {
  if (env.CI || env.PRACTICE_OPEN === 'no') return
  const opener = openers[platform]
  if (!opener || (platform === 'linux' && !env.DISPLAY && !env.WAYLAND_DISPLAY)) return
  const [command = '', ...args] = opener
  spawn(command, [...args, address], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref()
}

const openers: Partial<Record<NodeJS.Platform, readonly string[]>> = {
  darwin: ['open'],
  linux: ['xdg-open'],
  win32: ['cmd', '/c', 'start', ''],
}
