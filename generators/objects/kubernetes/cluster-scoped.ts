import type { KubernetesObject } from '../../kubernetes-object.ts'

/** Whether an object stands in no namespace. A kind that nobody here knows is taken for one that does, as kustomize does. */
export const isClusterScoped = ({ kind, apiVersion }: KubernetesObject): boolean =>
  clusterScoped.has(kind) || /^Cluster[A-Z]/.test(kind) || (kind === 'Node' && apiVersion === 'v1')

const clusterScoped: ReadonlySet<string> = new Set([
  'APIService',
  'CertificateSigningRequest',
  'CiliumClusterwideNetworkPolicy',
  'CSIDriver',
  'CSINode',
  'CustomResourceDefinition',
  'DeviceClass',
  'FlowSchema',
  'GatewayClass',
  'IngressClass',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'PriorityLevelConfiguration',
  'RuntimeClass',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeAttachment',
])
