/**
 * Spanish words that praise or blame, as news about public services and companies uses them: ours, weighed by hand. One
 * form of a word is enough, as a rule: they are compared by their stems. What tells of a hard subject rather than of a
 * bad service (drought, fire, illness, poverty) is left out or weighs little, and so is what is as often neutral
 * (`demanda`, `caída`, `cola`, `espera`).
 */
export const SPANISH: Readonly<Record<string, string>> = {
  '-3': `
    arremeter atropello bancarrota bochorno bochornoso calvario caos caótico chanchullo chapuza cohecho colapsar
    colapso denuncia denunciar desastre desastroso desfachatez desfalco desgobierno desidia despilfarrar despilfarro
    despreciar desprecio desvergüenza enchufismo engañar engaño engañoso escándalo escandaloso esperpéntico
    esperpento estafa estafar fiasco fracasar fracaso humillación humillante impresentable inaceptable inadmisible
    incompetencia incompetente incumplimiento incumplir indecente indefendible indignación indignante indignar
    ineptitud inepto infame inhumano inservible insoportable insostenible insufrible intolerable lamentable
    malversación malversar mentir mentira mentiras mentiroso nefasto negligencia negligente nepotismo pesadilla
    pésimo pifia prevaricación prevaricar pucherazo querella querellarse quiebra reprobación reprobar sabotaje
    saquear saqueo sobornar soborno tercermundista tomadura trampa tropelía vapulear varapalo vejación vejatorio
    vergonzoso vergüenza
  `,
  '-2': `
    abandonar abandono abuchear abucheo acusación acusar agravar agravio amenaza amenazar angustia angustioso apagón
    arbitrariedad arbitrario atascar atasco avería averiado averiar averías bloquear bloqueo boicot bronca
    cacerolada carencia carente censura censurar ciberataque clamor condena condenar confusión confuso corrupción
    corrupto crítica criticar críticas culpa culpable culpar dañar daño decepción decepcionante decepcionar
    defectuoso deficiencia deficiente defraudar degradación degradar dejadez demora demorar denegar
    desabastecimiento desahucio desamparar desamparo desatención desatender desbordado desbordamiento desbordar
    desconcierto desconfianza desconfiar descontento descontrol descoordinación descrédito desesperación desesperado
    desesperar desmantelamiento desmantelar desperfecto despido desplante desplomar desplome desprotección
    destitución destituir deteriorar deterioro dimisión dimitir empeoramiento empeorar encarecer enfadar enfado
    enojo erróneo error errores esquilmar exasperante exasperar expoliar expolio fallar fallo falsear falsedad falso
    fraude fraudulento frustración frustrante frustrar fuga goteras grieta hacinamiento hartar hartazgo harto hedor
    hostil huelga humillar ignorar ilegal ilegalidad impago impotencia improvisación imprudencia imprudente impune
    impunidad imputación imputado inaccesible inasumible incapacidad incapaz incendiario incoherente incomunicado
    incongruencia ineficacia ineficaz ineficiencia ineficiente inexplicable infierno infracción injusticia injusto
    inoperancia inoperante insalubre insatisfacción insatisfecho inseguridad inseguro insensato insensible
    insuficiencia insuficiente insultar insulto interminable intransigencia intransitable inútil inutilizar
    irregular irregularidad irresponsabilidad irresponsable irritar kafkiano lamentar lentitud malestar maloliente
    maraña masificación masificado mofa molesto multa multar nocivo ocultación ocultar odisea ofender ofensa
    ofensivo olvidado opacidad opaco oscurantismo parálisis paralizar paripé patético perjudicar perjudicial
    perjuicio plantón polémica polémico precariedad precario propaganda protesta protestar queja quejar quejas
    rapiña rebelar rechazar rechazo recortar recorte recriminar reprochar reproche resignación retrasar retraso
    ruina ruinoso sanción sancionar saturación saturado saturar sobrecoste soliviantar sospecha sospechoso sublevar
    suciedad sucio tardanza temerario temeridad torpe torpeza tóxico trampear ultraje usurero vertido vulneración
    vulnerar
  `,
  '-1': `
    abusar abusivo abuso acosar acoso afectar ajustado alarma alarmante alerta anomalía anular aplazamiento aplazar
    ausencia burocracia burocrático cancelación cancelar cerrar cesar cese clausurar colas conflicto contaminación
    contaminar corte crisis cuestionar déficit deficitario demanda demandado derrumbar derrumbe desacuerdo
    desierto desigual desigualdad desmentir desplazado detención detener deuda difícil dificultad discriminación
    discriminar discriminatorio disputa duda dudar elevado escasez escaso estancado exigir expediente falta fatal
    filtración grave incendio incertidumbre incidencia incidente incógnita incomodidad incómodo interrumpir
    interrupción inundado judicial lento limitado mal mala malas malo malos maltratar maltrato miedo molestia
    negativa obsoleto obstáculo pasividad peligrar peligro peligroso peor perder pérdida pleito preocupación
    preocupante preocupar presión problema problemático queda racista reclamación reclamar reivindicar renuncia
    riesgo robo ruido sufrir suspender suspensión tarde temor tensión tortura traba tragedia tribunales tropiezo
    urgencia víctima
  `,
  '1': `
    abaratar acelerar acogida admiración ágil agilidad agilizar ahorrar ahorro aliviar alivio ampliar apoyar apoyo
    asegurar avance avanzar beneficiar beneficio bien buen buena buenas bueno buenos celebrar comodidad cómodo
    confianza confiar conseguir consolidar crecer crecimiento cumplir destacado destacar distinción distinguir
    eficacia eficaz eficiencia eficiente estable fácil facilitar fortalecer garantizar gratis ideal ilusión impulsar
    impulso innovación innovador líder liderar lograr mejor mejora mejorar oportunidad participativo positivo
    prosperar puntual puntualidad querido rapidez rápido recomendar reconocido recuperar referencia reforzar
    resolver respaldar respaldo revitalizar seguro solución solucionar superar transparencia transparente útil
    valorar ventaja vigor
  `,
  '2': `
    acertar acierto agradecer agradecido agradecimiento alabanza alabar alegrar alegría amabilidad amable brillante
    contento ejemplar encantado enhorabuena entusiasmar entusiasmo envidiable éxito exitoso felicidad feliz fiable
    gratitud hito ilusionante inmejorable loable logro mérito meritorio modélico notable orgullo orgulloso ovación
    pionero prestigio prestigioso referente satisfacción satisfactorio satisfecho triunfar triunfo valioso
  `,
  '3': `
    aclamar admirable admirar aplaudir aplauso elogiar elogio elogioso ensalzar espléndido estupendo excelencia
    excelente excepcional extraordinario fantástico felicitación felicitar formidable galardón galardonar impecable
    intachable magnífico maravilla maravilloso premiar premio sobresaliente
  `,
};

/** What a service does: to deny it is to blame. «No contesta», «nunca llega», «sin agua». */
export const SPANISH_DENIED = `
  atiende atendido acude arregla arreglado avisa avisó coge contesta contestado cobra cobrado cumple cumplido devuelve
  explica explicaciones funciona funcionan funcionado funcionaba llega llegan llegó localiza paga pagado paró pasa pasó
  recibe recibido recoge recogida repara reparado resuelve resuelto responde responden responsable respondido respuesta
  agua luz suministro servicio calefacción cobertura garantías medios personal presupuesto solución soluciones
  alternativa plazas médico transporte autobús conductor
`;

/** Other words that have the stem of one above. */
export const SPANISH_INNOCENT = `
  bloque bloques bronce bronco cortesía cortés detenidamente ejemplo ejemplos fallas fallera fallero grava gravas mente
  mentes modelo modelos seguros tardes verte
`;

/** What follows is fought or mended: «contra el fraude», «evitar retrasos», «menos quejas». Compared by stems. */
export const SPANISH_REMEDIES = `
  acabar atajar combatir contra corregir eliminar evitar frenar fin impedir lucha luchar menos mitigar paliar prevenir
  prevención reducir reducción remediar reparar resolver solucionar subsanar
`;
