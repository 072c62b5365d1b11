import type { ObjectChange } from '../../../../generators/compare/change.ts'
import type { Review } from '../../../../generators/compare/review.ts'
import { change, group, review } from '../../../support/review.ts'

/** Text as somebody could write it who wants a page to do something else. */
export const hostile = `</script><img src=x onerror="document.title='taken over'">`

const configMap = (last: string) => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: { name: 'settings', namespace: 'shop' },
  data: { settings: [...Array.from({ length: 40 }, (_, index) => `setting${index} = ${index}`), last].join('\n') },
})

const settings: ObjectChange = {
  identity: { group: '', kind: 'ConfigMap', namespace: 'shop', name: 'settings' },
  what: 'changed',
  before: configMap('mode = slow'),
  after: configMap('mode = fast'),
  fields: [],
}

const risk = { name: 'deletes-data', what: 'the claim storage-0 goes away', because: 'All that it holds goes with it.' }

/** Three environments, a risk, something that could not be built, and a name that nobody should have. */
export const sample: Review = review(
  [
    group({
      component: 'loki',
      risks: [risk],
      change: { what: 'removed', objects: [], control: [] },
      words: ['removed'],
    }),
    group({ change: { ...change, objects: [...change.objects, settings] } }),
    group({ environment: 'dev', component: hostile, clusters: ['homelab'], words: [hostile] }),
    group({ environment: 'local', component: 'tempo', clusters: ['laptop'], change: { ...change, what: 'added' } }),
  ],
  {
    unbuilt: [{ state: 'before', folder: 'apps/base/old', reason: hostile, clusters: ['eu-1'] }],
    risks: [{ name: 'everywhere-at-once', what: 'all 3 environments change', because: 'Promote it one by one.' }],
  },
)

/** A thousand changes in three environments. */
export const large: Review = review(
  Array.from({ length: 1000 }, (_, index) =>
    group({
      environment: ['dev', 'local', 'prod'][index % 3]!,
      component: `c-${index}`,
      clusters: [`cluster-${index}`],
    }),
  ),
)
