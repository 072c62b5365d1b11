#!/usr/bin/env node
// The package's program: `npx fleetwright render --check` is `npx zx scripts/render.mjs --check`.

/** What can be started by name, and what it is for. */
const commands = {
  new: 'make a repository of your own, in a new folder',
  render: 'render clusters/, apps/ and infrastructure/ from generators/fleet.ts',
  verify: 'prove the rendered tree with real programs',
  review: 'say what a change of the tree means',
  promote: 'move a version from one environment to another',
  upgrade: 'bring a repository to the newer version of this program',
  charts: 'look after the charts: newer versions, digests, keys',
  graph: 'draw who talks to whom',
  import: 'draft a fleet from a repository of Flux',
  rules: 'list the rules, and what happened without each',
  completion: 'complete these commands in your shell',
  'test-cluster': 'prove the committed tree on a real cluster',
  'test-telemetry': 'prove a federation with real collectors and stores',
}

const help = `fleetwright COMMAND [options]

${Object.entries(commands)
  .map(([name, does]) => `  ${name.padEnd(14)}  ${does}\n`)
  .join('')}
fleetwright COMMAND --help says more of each.
`

const [, , name] = process.argv
if (name === undefined || name === 'help' || name === '--help') {
  process.stdout.write(help)
} else if (Object.hasOwn(commands, name)) {
  process.argv.splice(2, 1)
  await import(`./${name}.mjs`)
} else {
  process.stderr.write(`there is no command '${name}'\n\n${help}`)
  process.exitCode = 2
}
