import { expect, test } from 'vitest'
import { fleet } from '../../support/fleets.ts'
import { wrong } from '../rules/platform.ts'
import { type Mistake, told } from './told.ts'

test.each<Mistake>([
  [
    'a level of security that nobody knows',
    fleet({ a: { components: [], settings: { podSecurity: wrong('strict') } } }),
    'clusters.a.namespaces.monitoring.podSecurity',
    "'strict' is no Pod Security level",
    'write one of: baseline, privileged, restricted',
    'pod-security',
  ],
  [
    'a distribution that nobody knows',
    fleet({ a: { components: [], distribution: wrong('k3d') } }),
    'clusters.a.distribution',
    "'k3d' is no distribution",
    "write 'k3s' (there are: k3s, talos, kind, managed, kubeadm)",
    'known-distribution',
  ],
  [
    'an engine that nobody knows',
    fleet({ a: { components: [], ...wrong({ engine: 'fleet' }) } }),
    'clusters.a.engine',
    "'fleet' is no engine",
    'write one of: argo-cd, flux',
    'known-engine',
  ],
  [
    'a mesh that nobody knows',
    fleet({ a: { components: [], settings: { mesh: wrong('linkerd') } } }),
    'clusters.a.namespaces.monitoring.mesh',
    "'linkerd' is no mesh",
    'write one of: istio, none',
    'known-mesh',
  ],
  [
    'a network that nobody knows',
    fleet({ a: { components: [], network: wrong('weave') } }),
    'clusters.a.network',
    "'weave' is no network",
    'write one of: calico, cilium, flannel, kindnet',
    'known-network',
  ],
  [
    'a part of the control plane that nobody knows',
    fleet({ a: { components: [], exposes: [wrong('scheduler')] } }),
    'clusters.a.exposes.0',
    "'scheduler' is no part of the control plane",
    'write one of: etcd, kube-controller-manager, kube-proxy, kube-scheduler',
    'known-part',
  ],
  [
    'a role that nobody knows',
    fleet({ a: { components: [], role: wrong('spoke') } }),
    'clusters.a.role',
    "'spoke' is no role",
    'write one of: edge, hub',
    'known-role',
  ],
  [
    'an environment that is not there',
    fleet({ a: { components: [], environment: 'dve' } }),
    'clusters.a.environment',
    "there is no environment 'dve'",
    "write 'dev', or add 'dve' to environments",
    'known-environment',
  ],
])('%s', (_, given, place, reason, fix, rule) => {
  expect(told(given)).toContainEqual([place, reason, fix, rule])
})
