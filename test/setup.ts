import fc from 'fast-check'

// A pull request is judged by its change, not by the dice: the same cases everywhere, unless other ones are asked for.
// FC_SEED=$RANDOM npm test looks at others.
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 1) })
