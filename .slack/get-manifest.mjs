// The Slack CLI asks for the manifest as JSON: https://docs.slack.dev/tools/slack-cli/reference/hooks
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

const manifest = parse(readFileSync(new URL('../manifest.yml', import.meta.url), 'utf8'))
process.stdout.write(`${JSON.stringify(manifest)}\n`)
