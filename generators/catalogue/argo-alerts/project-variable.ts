import { labelValues } from '../../objects/grafana/variables.ts'

/** The choice of AppProjects, as a matcher of Applications' series and recordings. */
export const inProject = 'project=~"$project"'

export const projectVariable = (uid: string) =>
  labelValues('project', {
    datasource: { type: 'prometheus', uid },
    title: 'Project',
    metric: 'argocd_app_info',
    label: 'project',
  })
