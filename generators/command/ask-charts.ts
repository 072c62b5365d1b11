import { stringify } from 'yaml'
import type { ObjectChange } from '../compare/change.ts'
import type { AskCharts, ChangedRelease } from '../compare/charted.ts'
import type { Deployed } from '../compare/deployed.ts'
import { objectChanges } from '../compare/object-changes.ts'
import type { KubernetesObject } from '../kubernetes-object.ts'
import { sideBySide } from '../output/side-by-side.ts'
import { type Track, untold } from '../progress.ts'
import { count } from '../review/count.ts'
import { objectsIn } from '../verify/objects-in.ts'
import type { RenderRelease } from '../verify/releases/rendered.ts'

/** Lets helm render releases that change, as they were and as they will be, and compares what comes out. */
export const chartsBy =
  (render: RenderRelease, progress: Track = untold): AskCharts =>
  async (releases) => {
    const answers = await sideBySide(
      releases,
      async (release) => ({ release, ...(await answerOf(release, render)) }),
      progress('rendering releases before and after', releases.length),
    )
    const missing = answers.flatMap((answer) => ('reason' in answer ? [answer.reason] : []))
    const objects = new Map(
      answers.flatMap((answer) => ('objects' in answer ? [[answer.release.change, answer.objects] as const] : [])),
    )
    return {
      objects,
      charts:
        missing.length === 0 ? { compared: true } : { compared: false, reason: reasonOf(missing, releases.length) },
    }
  }

/** All lack the same where there is no helm; where charts are missing, they are named. */
const reasonOf = (missing: readonly string[], releases: number): string => {
  const reasons = [...new Set(missing)]
  const whole = missing.length === releases ? '' : `of ${count(missing.length, 'release')} of ${releases}, `
  return `${whole}${reasons.slice(0, 3).join('; ')}${reasons.length > 3 ? '; and more' : ''}`
}

type Answer = { readonly objects: readonly ObjectChange[] } | { readonly reason: string }

const answerOf = async ({ pair }: ChangedRelease, render: RenderRelease): Promise<Answer> => {
  const before = await rendered(pair.before, render)
  if ('reason' in before) return before
  const after = await rendered(pair.after, render)
  return 'reason' in after ? after : { objects: objectChanges(before.objects, after.objects) }
}

const rendered = async (
  deployed: Deployed | undefined,
  render: RenderRelease,
): Promise<{ readonly objects: readonly KubernetesObject[] } | { readonly reason: string }> => {
  const release = deployed?.content.release
  if (deployed === undefined || release === undefined) return { objects: [] }
  const { name, chart, values } = release
  const archive = `${chart.name}-${chart.version}.tgz`
  const ran = await render({
    name,
    namespace: deployed.namespace,
    chart,
    values: [stringify(values)],
    about: deployed.folder,
    place: deployed.place,
  })
  if ('output' in ran)
    return { objects: objectsIn(ran.output).map((object) => inNamespace(object, deployed.namespace)) }
  if ('refusal' in ran) return { reason: `helm refuses ${archive}: ${ran.refusal.replaceAll(/\s+/g, ' ')}` }
  return ran.missing === 'helm'
    ? { reason: 'helm is not on the PATH, nor where HELM says' }
    : { reason: `${archive} is not in the folder that CHARTS names (--pull fetches it)` }
}

/** What a chart says no namespace of is put into that of its release. */
const inNamespace = (object: KubernetesObject, namespace: string): KubernetesObject =>
  object.metadata.namespace === undefined ? { ...object, metadata: { ...object.metadata, namespace } } : object
