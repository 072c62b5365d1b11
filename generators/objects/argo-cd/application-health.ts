import type { KubernetesObject } from '../../kubernetes-object.ts'

/**
 * Gives Argo CD back the health of Applications, which it has left out since 1.8: without it all waves of an app of apps
 * start at once. Beyond what Argo CD's documentation proposes:
 * - An Application counts once what it names now was found in the cluster, or applied. Otherwise one of plain objects
 *   would pass for healthy before its first sync, and after a new version the health of the old one would count.
 * - One that cannot be synced is degraded, so that the sync that waits for it fails, and its next attempt takes the commit
 *   that mends it. Otherwise it would wait for ever at the commit that does not.
 */
const healthOfApplications = `local status = obj.status or {}
local sync = status.sync or {}
local operation = status.operationState or {}

local errors = { ComparisonError = true, InvalidSpecError = true, SyncError = true, UnknownError = true }
for _, condition in ipairs(status.conditions or {}) do
  if errors[condition.type] then
    return { status = "Degraded", message = condition.message }
  end
end

local function names(given)
  local text = ""
  for _, source in ipairs(given.sources or { given.source }) do
    local version = source.targetRevision or ""
    text = text .. source.repoURL .. " " .. (source.path or source.chart or "") .. " " .. version .. "\\n"
  end
  return text
end

local wanted = names(obj.spec)
local isFound = sync.status == "Synced" and names(sync.comparedTo or {}) == wanted
local isApplied = operation.phase == "Succeeded" and names(operation.syncResult or {}) == wanted
if (isFound or isApplied) and status.health ~= nil then
  return { status = status.health.status, message = status.health.message or "" }
end

local isRetried = operation.phase == "Running" and (operation.retryCount or 0) > 0
if isRetried or operation.phase == "Failed" or operation.phase == "Error" then
  return { status = "Degraded", message = operation.message or "" }
end
return { status = "Progressing", message = "not synced yet" }
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
