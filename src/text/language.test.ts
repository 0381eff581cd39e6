import { expect, test } from 'vitest';
import { detectLanguage } from './language.ts';

test.for([
  ['El ayuntamiento abre los datos del consumo de agua de los últimos diez años', undefined, 'es'],
  ['The city opens ten years of data on water consumption to everybody', undefined, 'en'],
  ["L'ajuntament obre les dades del consum d'aigua dels darrers deu anys", undefined, 'ca'],
  ['A câmara municipal abre os dados do consumo de água dos últimos dez anos', undefined, 'pt'],
  ["La mairie ouvre les données de consommation d'eau des dix dernières années", undefined, 'fr'],
  ['Die Stadt öffnet die Daten zum Wasserverbrauch der letzten zehn Jahre', undefined, 'de'],
  [
    'O concello abre os datos do consumo de auga, que xa non eran públicos ata hoxe para a xente',
    undefined,
    'gl',
  ],
  ['O concello abre os datos do consumo de auga', 'gl', 'gl'],
  ['A xunta aproba outras axudas para o aluguer e a rehabilitación das vivendas', undefined, 'gl'],
  ['Os veciños poden pedir axuda ata o venres, segundo di a alcaldesa', 'es', 'gl'],
  ['Os moradores podem pedir ajuda até sexta-feira, segundo a câmara', 'gl', 'pt'],
  ["Els veïns poden demanar l'ajut fins divendres, segons l'alcaldessa", 'gl', 'ca'],
  ['Los vecinos pueden pedir ayuda hasta el viernes, según la alcaldesa', 'gl', 'es'],
  ['Un autobús a demanda', undefined, 'es'],
  ['The city opens ten years of data on water consumption to everybody', 'es-ES', 'en'],
  ['El ayuntamiento abre los datos del consumo de agua de los últimos diez años', 'en-US', 'es'],
  ['Agua abierta', 'es', 'es'],
  ['Open data', 'es', 'es'],
  ['Open data', 'en_GB', 'en'],
  ['', 'es', 'es'],
  ['', undefined, 'und'],
  ['', 'not a language', 'und'],
  ['123 456 789', 'ca', 'ca'],
  ['https://water.example/the/city/opens/data', 'es', 'es'],
] as const)('%s, declared %s, is %s', ([text, declared, language]) => {
  expect(detectLanguage(text, declared === undefined ? {} : { declared })).toBe(language);
});
