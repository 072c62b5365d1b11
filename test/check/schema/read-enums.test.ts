import { expect, test } from 'vitest'
import { readEnums } from '../../../generators/check/schema/read-enums.ts'

const source = `
func schema_k8sio_api_core_v1_ServiceSpec(ref common.ReferenceCallback) common.OpenAPIDefinition {
	return common.OpenAPIDefinition{
		Schema: spec.Schema{
			SchemaProps: spec.SchemaProps{
				Properties: map[string]spec.Schema{
					"clusterIP": {
						SchemaProps: spec.SchemaProps{
							Type: []string{"string"},
						},
					},
					"type": {
						SchemaProps: spec.SchemaProps{
							Enum:        []interface{}{"ClusterIP", "NodePort"},
						},
					},
					"ipFamilies": {
						SchemaProps: spec.SchemaProps{
							Items: &spec.SchemaOrArray{
								Schema: &spec.Schema{
									SchemaProps: spec.SchemaProps{
										Enum:    []interface{}{"IPv4", "IPv6"},
									},
								},
							},
						},
					},
				},
			},
		},
	}
}

func schema_pkg_apis_meta_Status(ref common.ReferenceCallback) common.OpenAPIDefinition {
							Enum:        []interface{}{"Success"},
}
`

test('the values of a field, and of the entries of a list, stand by definition and field', () => {
  expect([...readEnums(source)]).toEqual([
    ['io.k8s.api.core.v1.ServiceSpec.type', ['ClusterIP', 'NodePort']],
    ['io.k8s.api.core.v1.ServiceSpec.ipFamilies', ['IPv4', 'IPv6']],
  ])
})
