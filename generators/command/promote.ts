import { openWorkTree } from '../output/work-tree.ts'
import type { Problem } from '../problem.ts'
import { promotionOf } from '../promote/promotion.ts'
import { promotionLines, treeLines } from '../promote/told.ts'
import { think } from '../render.ts'
import { paintDifference, paintOutcomes } from '../review/paint.ts'
import { switchedOffLines } from '../review/switched-off.ts'
import { carryOut, commitPromotion, mixedIn, preview } from './carry-out.ts'
import { command } from './command.ts'
import { draftPromotion, type LoadText } from './draft-promotion.ts'
import { evaluatedFleet } from './evaluated-fleet.ts'
import { tellProblems } from './tell-problems.ts'

export const usage = {
  command: 'npx zx scripts/promote.mjs',
  does: [
    'Moves the version of COMPONENT, as it stands in environment FROM, to environment TO: a line of generators/fleet.ts,',
    'and what is rendered from it. The diff holds that and nothing else.',
  ].join('\n'),
  words: ['FROM', 'TO', 'COMPONENT'],
  options: {
    check: { does: 'write nothing; say what would change' },
    commit: { does: 'commit the promotion, and nothing else' },
  },
} as const

/** `scripts/promote.mjs`. */
export const promoteCommand = (loadText: LoadText) =>
  command(usage, async ({ options, words: [from, to, component] }, invocation) => {
    if (options.check && options.commit) return { wrong: '--check writes nothing, so it cannot go with --commit' }
    const tell = (problems: readonly Problem[]) => tellProblems(problems, invocation, false)
    const present = await evaluatedFleet(invocation)
    if ('problems' in present) return tellProblems(present.problems, invocation, false)
    const { fleet, problems } = think(present.fleet)
    if (problems.length > 0) return tell(problems)
    const promotion = promotionOf(fleet, { from, to, component })
    if ('wrong' in promotion) return promotion
    if ('problem' in promotion) return tell([promotion.problem])
    if (promotion.version === promotion.before) {
      invocation.out(promotionLines(promotion))
      return 0
    }
    const tree = openWorkTree(invocation.root)
    const mixed = await mixedIn(tree, present, options, invocation)
    if (mixed.length > 0) return tell(mixed)
    const draft = await draftPromotion(present.fleet, promotion, loadText, invocation)
    if ('problem' in draft) return tell([draft.problem])
    const rendered = await (options.check ? preview : carryOut)(tree, draft, invocation)
    invocation.err(switchedOffLines(rendered.switchedOff))
    if ('problems' in rendered) return tell(rendered.problems)
    const { color, out } = invocation
    const edit = paintDifference(draft.shown, color.out)
    out(`${promotionLines(promotion)}\n${edit}\n${paintOutcomes(treeLines(rendered.outcome, to), color.out)}`)
    return options.commit ? commitPromotion(tree, promotion, rendered.outcome, invocation) : 0
  })
