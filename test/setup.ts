import fc from 'fast-check'

// A pull request is judged by its change, not by the dice: the same cases everywhere, unless other ones are asked for.
// FC_SEED=$RANDOM npm test looks at others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) })

// What commands say depends on who looks. Here nobody does, be it a CI job that runs the tests.
for (const name of ['CI', 'FORCE_COLOR']) delete process.env[name]
