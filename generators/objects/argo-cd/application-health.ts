import type { KubernetesObject } from '../../kubernetes-object.ts'

/**
 * Gives Argo CD back the health of Applications, which it has left out since 1.8: without it all waves of an app of apps
 * start at once. An Application counts once what it names now was found in the cluster, or applied: before its first sync
 * one of plain objects would pass for healthy, and after a new version the health of the old one would count.
 */
const healthOfApplications = `local health = { status = "Progressing", message = "not synced yet" }
local status = obj.status or {}
local sync = status.sync or {}
local operation = status.operationState or {}

local function names(sources)
  local list = sources.sources or { sources.source }
  local text = ""
  for _, source in ipairs(list) do
    text = text .. source.repoURL .. " " .. (source.path or source.chart or "") .. " " .. source.targetRevision .. "\\n"
  end
  return text
end

local wanted = names(obj.spec)
local isFound = sync.status == "Synced" and names(sync.comparedTo or {}) == wanted
local isApplied = operation.phase == "Succeeded" and names(operation.syncResult or {}) == wanted
if (isFound or isApplied) and status.health ~= nil then
  health.status = status.health.status
  health.message = status.health.message or ""
end
return health
`

/** The part of Argo CD's own ConfigMap that is ours. Its labels are what Argo CD finds it by. */
export const applicationHealth = (home: string): KubernetesObject => ({
  apiVersion: 'v1',
  kind: 'ConfigMap',
  metadata: {
    name: 'argocd-cm',
    namespace: home,
    labels: { 'app.kubernetes.io/name': 'argocd-cm', 'app.kubernetes.io/part-of': 'argocd' },
  },
  data: { 'resource.customizations.health.argoproj.io_Application': healthOfApplications },
})
