/** Minutes east of Greenwich of the zone names that feeds use; of names with two meanings, the one that feeds mean. */
const NAMED: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  wet: 0,
  west: 60,
  bst: 60,
  cet: 60,
  met: 60,
  mez: 60,
  cest: 120,
  mest: 120,
  mesz: 120,
  eet: 120,
  sast: 120,
  eest: 180,
  msk: 180,
  gst: 240,
  pkt: 300,
  ist: 330,
  ict: 420,
  wib: 420,
  hkt: 480,
  sgt: 480,
  awst: 480,
  jst: 540,
  kst: 540,
  acst: 570,
  aest: 600,
  acdt: 630,
  aedt: 660,
  nzst: 720,
  nzdt: 780,
  art: -180,
  brt: -180,
  clst: -180,
  nst: -210,
  ndt: -150,
  ast: -240,
  adt: -180,
  clt: -240,
  vet: -240,
  bot: -240,
  est: -300,
  edt: -240,
  et: -300,
  cot: -300,
  pet: -300,
  cst: -360,
  cdt: -300,
  ct: -360,
  mst: -420,
  mdt: -360,
  mt: -420,
  pst: -480,
  pdt: -420,
  pt: -480,
  akst: -540,
  akdt: -480,
  hst: -600,
};

/** Minutes east of Greenwich that a word means as a zone: `+0100`, `-05:00`, `gmt+1`, `est`. @param word lower case */
export function zoneOf(word: string): number | undefined {
  const offset = /^(?:gmt|utc?)?([+-])(\d{1,2})(?::?(\d{1,2}))?$/.exec(word);
  if (offset === null) return NAMED[word];
  const [, sign, hours, minutes] = offset;
  const total = Number(hours) * 60 + Number(minutes ?? 0);
  if (total > 14 * 60 || Number(minutes ?? 0) > 59) return undefined;
  return sign === '-' ? -total : total;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/**
 * What a zone of the IANA (`Europe/Madrid`) makes of a local time, in minutes east of Greenwich; undefined if there
 * is no such zone.
 * @see https://www.iana.org/time-zones
 */
export function zoneOfPlace(name: string): ((local: number) => number) | undefined {
  const format = formatFor(name.toLowerCase());
  if (format === undefined) return undefined;
  const offset = (time: number) => {
    const { value = '' } =
      format.formatToParts(time).find(({ type }) => type === 'timeZoneName') ?? {};
    return zoneOf(value.toLowerCase()) ?? 0;
  };
  // Taken for UTC the time may lie on the other side of a change of the clock; what it is then says which side.
  return (local) => offset(local - offset(local) * 60_000);
}

function formatFor(name: string): Intl.DateTimeFormat | undefined {
  const known = FORMATS.get(name);
  if (known !== undefined) return known;
  try {
    const format = new Intl.DateTimeFormat('en', { timeZone: name, timeZoneName: 'longOffset' });
    FORMATS.set(name, format);
    return format;
  } catch {
    return undefined;
  }
}
