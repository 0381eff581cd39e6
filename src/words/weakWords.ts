/** Words that are no stop words and still name nothing: what people say, when, how much, and how. */
const WEAK = new Set(
  // Spanish: saying, doing
  (
    'afirma afirmó agrega agregó alerta alertó anuncia anunció añade añadió apunta asegura aseguró cree cuenta dar dice dicen dicho doce once trece quince veinte treinta cuarenta cincuenta dijo dijeron explica explicó ' +
    'hace hacen hacer hacia haciendo hecho indica indicó informa informó ir llega llegar llegó llevar lleva logra logró mira muestra parece pide pidió poder podría pone puede pueden quedó ' +
    'quiere revela reveló sabe saber sale señala señaló sigue sostiene sostuvo tener tuvo va van ver vive volver vuelve debe deben dejar dejó llamado llama fueron siendo tenía tenían haber hubo hay ' +
    // Spanish: time and measure
    'ahora año años antes apenas aquí ayer cerca ciento cinco cuatro día días después diez domingo durante enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre ' +
    'entonces fin hora horas hoy jueves lunes luego lunes madrugada mañana martes menos mes meses miércoles mil millones momento momentos nueve noche número ocho pasado pasada par parte partir pasa pocos próximo próxima ' +
    'primer primera primeras primero primeros segunda segundo seis semana semanas sábado siempre siete sino tarde tercera tercer tiempo tres últimos última último últimas único única vez veces viernes total ' +
    // Spanish: manner and filling
    'además algo alguien algún alguna algunas alguno algunos alto alta allí así bajo bastante bien buen buena bueno buenas buenos caso casos casi cierto claro cosa cosas cualquier cuyo dentro diversas diversos distintos diferentes ' +
    'ello embargo encima esto favor forma frente general gran grande grandes igual incluso importante importantes largo lado lugar mal malo manera mayor mayores medio mejor mejores menor misma mismas mismo mismos mitad modo mucha muchas mucho muchos ' +
    'nadie ningún ninguna ninguno nivel nunca nueva nuevas nuevo nuevos tema peor posible presente principal principales propia propio quizá resto según sector serie sólo tal tales tampoco través total varias varios vía demás mí foto fotos video vídeo gracias jamás ' +
    // English: saying, doing
    'according added adds announced appears asked asks became become began believe believes brings call called calls came come comes coming doing done find finds found gave get gets getting give gives giving go goes going gone got ' +
    'happen happened happens help helped helps hold hope including keep keeps knew know known knows left let lets like look looking looks lot made make makes making mean means need needed needs put puts react really reason ' +
    'reportedly reveals said saw say saying says see seem seems seen sees set shares show shows start started still take takes taking talk talking talks tell tells thing things think thinks thought told took tried tries try trying turn turns ' +
    'use used using want wanted wants went work works would yet ' +
    // English: time and measure
    'ago already always april august day days december early eight ever february first five four friday hour hours hundred hundreds january july june last late later latest march million millions minute moment monday month months morning never next night nine ' +
    'november number october one ones part past percent recent recently saturday second september seven several since six soon sunday ten third thousands eleven twelve twenty thirty forty fifty three thursday time times today tomorrow tuesday two wednesday week weekend weeks year years yesterday ' +
    // English: manner and filling
    'across actually almost along although among amid another anyone anything around away back bad based best better big bit case despite different due either else end enough even every everyone everything exactly far full good great half hard high however huge i’m inside instead ' +
    'kind least less likely little long low main many maybe much must near nearly new nobody nothing often old outside people per place point quite rather right same side simply small someone something sort sure top toward towards true under until upon via way ways well whatever whether within without wrong yes photo photos video videos again former fun ok sorry ' +
    'bought brought built drew fell felt given grew heard held led lost met paid ran rose sent shown sold spent spoke spoken stood taken won written wrote ' +
    'jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun hi hello'
  ).split(' '),
);

/** Endings of Spanish verb forms and adverbs, of English past tenses and adverbs: what seldom names a thing. */
const ENDINGS: Readonly<Record<string, RegExp>> = {
  es: /(?:\p{L}{2}ó|mente|ron|[aei]ndo|\p{L}{3}an|\p{L}{3}(?<!m|g|rd|v)en|[aeiíd]rán?|[aeiíd]rían?|[aeií]r(?:se|me|te|nos|l[aeo]s?)|\p{L}{3}[ae]mos|\p{L}{3}é|\p{L}{3}[aeií]r)$/u,
  en: /(?:[^e]ed|\p{L}{2}ly)$/u,
};

/** Words that end so and do name something. */
const THINGS = new Set(
  (
    'alquiler alrededor altar amanecer anochecer atardecer auxiliar azar azúcar bienestar cardiovascular carácter celular circular collar cáncer deber dólar ejemplar escolar familiar hogar ' +
    'insular líder lugar lunar malestar mujer muscular nuclear particular pilar placer poder popular porvenir pulmonar regular irregular parlamentar militar molecular mercader militares menester ' +
    'preescolar promotor polar bipolar popular solar taller titular vehicular telar pesar chófer póster máster súper bachiller canciller ' +
    'ajuar bulevar manjar paladar pajar palomar pinar olivar encinar tiranosaurio afán almacén balón desván gavilán ' +
    'bebé café chalé cliché comité extremos gramos kilogramos paté puré supremos ' +
    'alemán catalán capitán huracán imán volcán tren sartén ' +
    'assembly anomaly bully early family fly homily italy italy july monopoly monthly quarterly rally reply supply weekly ally belly billy jelly lily ' +
    'bed shed red sacred hundred hatred biped watershed media-led'
  ).split(' '),
);

/** Fillings that names begin with: «Nueva York», "Great Yarmouth". */
const IN_NAMES = new Set(
  'alta alto bajo best big buena bueno buenos gran grande high little long low new nueva nuevo old primera puesto segunda great mayor'.split(
    ' ',
  ),
);

/** Whether a word, in lower case, may begin a name and is none by itself. */
export function onlyBeginsNames(word: string): boolean {
  return IN_NAMES.has(word);
}

/** Whether a word, in lower case, names nothing that a person would look for. @param isName then its ending
 * says nothing */
export function isWeak(word: string, language: string, isName: boolean): boolean {
  if (WEAK.has(word)) return !(isName && IN_NAMES.has(word));
  return !isName && !THINGS.has(word) && (ENDINGS[language]?.test(word) ?? false);
}
