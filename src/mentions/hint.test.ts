import { expect, test } from 'vitest';
import { hint } from './hint.ts';

/** The hint for a sentence in which the name stands between square brackets. */
function hintOf(sentence: string, language: string) {
  const start = sentence.indexOf('[');
  const end = sentence.indexOf(']') - 1;
  const text = sentence.replace('[', '').replace(']', '');
  return hint(text, { part: { start: 0, end: text.length }, name: { start, end }, language });
}

test.for([
  // blame
  ['es', 'negative', 'Los vecinos denuncian que [La Lanzadera] lleva tres semanas averiada.'],
  ['es', 'negative', 'Quejas por los retrasos de [La Lanzadera] en la línea del hospital.'],
  ['es', 'negative', 'La [Mancomunidad], condenada por negligencia a devolver el canon.'],
  ['es', 'negative', 'La sede electrónica de la [Mancomunidad] se colapsa el último día de plazo.'],
  [
    'es',
    'negative',
    '«Es una chapuza», dicen los usuarios de [La Lanzadera] sobre la nueva aplicación.',
  ],
  [
    'es',
    'negative',
    'La [Oficina de la Llave] no contesta al teléfono y tampoco responde a los correos.',
  ],
  ['es', 'negative', 'Medio pueblo sigue sin agua y sin explicaciones de la [Mancomunidad].'],
  ['es', 'negative', 'Multan a la [Mancomunidad] por los vertidos de la depuradora.'],
  ['es', 'negative', 'La gestión de la [Mancomunidad] ha sido un desastre, según el sindicato.'],
  [
    'es',
    'negative',
    'Un error de la [Oficina de la Llave] deja fuera de la ayuda a familias perjudicadas.',
  ],
  ['es', 'negative', 'La oposición acusa a la [Mancomunidad] de ocultar el informe.'],
  [
    'es',
    'negative',
    'Indignación en la Cañada con [La Lanzadera], que vuelve a dejar tirados a los mayores.',
  ],
  ['es', 'negative', 'El servicio de la [Mancomunidad] es lento, insuficiente y deficiente.'],
  ['es', 'negative', 'Rechazo frontal y protestas ante el recorte de [La Lanzadera].'],
  [
    'en',
    'negative',
    'Residents are furious with [La Lanzadera] after a third week of cancellations.',
  ],
  ['en', 'negative', 'The [Mancomunidad] was fined for the spill.'],
  ['en', 'negative', 'Complaints about [La Lanzadera] mount as delays grow.'],
  ['en', 'negative', 'The [Housing Office] never answers the phone and does not reply to letters.'],
  ['en', 'negative', 'Auditors accused the [Mancomunidad] of misleading the public.'],
  ['en', 'negative', "The bus didn't come and [La Lanzadera] failed to explain why."],
  ['en', 'negative', 'Botched upgrade leaves the [Mancomunidad] website down.'],
  [
    'en',
    'negative',
    'Villages were left without water and the [Mancomunidad] offered no explanation.',
  ],
  // praise
  ['es', 'positive', 'La [Oficina de la Llave] recibe el premio a la mejor iniciativa rural.'],
  ['es', 'positive', 'Los usuarios elogian la amabilidad de [La Lanzadera].'],
  ['es', 'positive', 'El recibo de la [Mancomunidad], ejemplar y pionero, según el observatorio.'],
  ['es', 'positive', 'La [Oficina de la Llave] cumple un año con éxito y 200 casas abiertas.'],
  ['es', 'positive', 'Aplauso unánime a la [Mancomunidad] por su gestión transparente.'],
  ['en', 'positive', 'The [Mancomunidad] won praise for an excellent bill that people can read.'],
  ['en', 'positive', 'Passengers thanked [La Lanzadera] for its reliable and friendly service.'],
  ['en', 'positive', 'An award-winning scheme by the [Housing Office].'],
  ['es', 'positive', 'La [Lanzadera] no solo funciona: acumula premios y elogios.'],
  // neither
  ['es', undefined, 'Premios, elogios y quejas para la [Lanzadera].'],
  ['es', undefined, 'La [Mancomunidad] publica el nivel del embalse cada lunes.'],
  ['es', undefined, 'Sequía: la [Mancomunidad] abre los pozos de emergencia.'],
  ['es', undefined, 'El autobús a demanda [La Lanzadera] para también los sábados.'],
  ['es', undefined, 'El incendio obligó a la [Mancomunidad] a cortar la carretera.'],
  ['es', undefined, 'La [Oficina de la Llave] abre de nueve a dos sin cita previa.'],
  ['es', undefined, 'La [Mancomunidad] aprueba el presupuesto sin incidencias.'],
  ['es', undefined, 'El servicio de [La Lanzadera] se reanudó sin retrasos ni averías.'],
  ['es', undefined, 'No hay quejas de [La Lanzadera] este mes.'],
  ['es', undefined, 'La [Mancomunidad] firma un convenio con la universidad.'],
  ['es', undefined, 'El buzón de quejas de la [Mancomunidad] abre el lunes.'],
  ['es', undefined, 'La lista de espera de la [Oficina de la Llave] suma 140 hogares.'],
  [
    'es',
    undefined,
    'La [Mancomunidad] saca a concurso la reparación de la red, sin embargo, mantiene el precio.',
  ],
  ['es', undefined, 'La [Oficina de Quejas contra el Fraude] atiende en la planta baja.'],
  ['es', undefined, 'El premio a la [Mancomunidad] indigna a los regantes.'],
  ['es', undefined, 'Detectan problemas de grava en el camino que arregla la [Mancomunidad].'],
  ['en', undefined, 'The [Mancomunidad] publishes the reservoir level every Monday.'],
  ['en', undefined, 'Firefighters and the [Mancomunidad] put out a fire near the bus stop.'],
  ['en', undefined, 'The [Housing Office] opens at nine; no appointment is needed.'],
  ['en', undefined, 'Demand-responsive buses: how [La Lanzadera] plans its routes.'],
  ['en', undefined, 'There were no complaints about [La Lanzadera] in October.'],
  ['en', undefined, 'The [Mancomunidad] shares its data on drought and climate risks.'],
  ['en', undefined, 'People would like the [Housing Office] to support home care.'],
  ['es', undefined, 'La [Mancomunidad] reduce las averías y los retrasos de la línea 3.'],
  ['es', undefined, 'La [Mancomunidad] se suma a la campaña contra el fraude y el maltrato.'],
  ['es', undefined, 'Menos quejas y menos retrasos en [La Lanzadera], según la memoria.'],
  [
    'es',
    undefined,
    'La detenida, por ejemplo, trabajó con la [Mancomunidad] en un bloque de pisos.',
  ],
  ['en', undefined, 'Fewer complaints and fewer delays at the [Housing Office] this year.'],
  ['fr', undefined, 'Scandale et fraude à la [Mancomunidad].'],
] as const)('%s: %s: %s', ([language, expected, sentence]) => {
  expect(hintOf(sentence, language).hint).toBe(expected);
});

test.for([
  [
    'es',
    'La [Mancomunidad] no contesta y el servicio es un desastre.',
    ['no contesta', 'desastre'],
  ],
  [
    'es',
    'Nadie en la [Mancomunidad] explica el retraso ni la avería, que es grave.',
    ['Nadie en la Mancomunidad explica', 'retraso', 'grave'],
  ],
  ['en', "The bus didn't come: a shambles by [La Lanzadera].", ["didn't come", 'shambles']],
] as const)('%s: the words of «%s» are %j', ([language, sentence, words]) => {
  expect(hintOf(sentence, language).words).toEqual(words);
});

test('words outside the part that is shown do not count', () => {
  const text = 'Un desastre y una vergüenza. La Mancomunidad publica el acta.';
  const part = { start: text.indexOf('La M'), end: text.length };
  const name = { start: part.start + 3, end: part.start + 15 };
  expect(hint(text, { part, name, language: 'es' })).toEqual({});
});
