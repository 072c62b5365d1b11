/** Something that happens to an Application, and is told once each time. */
export interface Event {
  /** Of its trigger and its template. */
  readonly name: string
  /** When it is so, in the language of Argo CD's triggers. */
  readonly when: string
  /** What tells one from the next, where it stays so from one to the next. */
  readonly oncePer?: string
  /** What is told after the Application's name: pieces of a Go template's `print`. */
  readonly told: readonly string[]
}

const operation = 'app.status?.operationState'
const sentence = (text: string): string => JSON.stringify(text)

export const syncFailing: Event = {
  name: 'sync-failing',
  // Our Applications try again until they succeed, and such a sync never ends as failed: it runs, for another time.
  when: `${operation}?.phase in ['Error', 'Failed'] or (${operation}?.phase == 'Running' and (${operation}?.retryCount ?? 0) > 0)`,
  told: [sentence(' cannot be synced: '), '.app.status.operationState.message'],
}

export const degraded: Event = {
  name: 'degraded',
  when: `app.status?.health?.status == 'Degraded'`,
  told: [sentence(' is degraded.')],
}

export const deployed: Event = {
  name: 'deployed',
  when: `${operation}?.phase == 'Succeeded' and app.status?.health?.status == 'Healthy' and len(app.status?.history ?? []) > 0`,
  // Its number in the Application's history: a repair of what somebody changed by hand makes no new one.
  oncePer: 'app.status.history[-1].id',
  told: [sentence(' was deployed.')],
}
