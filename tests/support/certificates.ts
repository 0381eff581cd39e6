import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Certificate {
  key: Buffer;
  cert: Buffer;
}

export interface Certificates {
  /** the file of an authority, for `NODE_EXTRA_CA_CERTS`, that signed all but `selfSigned` */
  authority: string;
  good: Certificate;
  expired: Certificate;
  otherHost: Certificate;
  selfSigned: Certificate;
  remove(): void;
}

/** Whether there is an `openssl` to make them with. */
export const canCertify = (() => {
  try {
    execFileSync('openssl', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Makes certificates for 127.0.0.1, new ones each time: a test needs no key that somebody keeps. */
export function makeCertificates(): Certificates {
  const folder = mkdtempSync(join(tmpdir(), 'criba-certificates-'));
  const openssl = (...args: string[]) =>
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  const alone = (name: string, subject: string, more: string[] = []) => {
    const certificate = ['req', '-x509', ...newKey, '-subj', subject, '-days', '2', ...more];
    openssl(...certificate, '-keyout', `${name}.key`, '-out', `${name}.pem`);
  };
  const signed = (name: string, host: string, days: number) => {
    writeFileSync(join(folder, `${name}.ext`), `subjectAltName=${host}\n`);
    const request = ['req', ...newKey, '-subj', `/CN=${name}`];
    openssl(...request, '-keyout', `${name}.key`, '-out', `${name}.csr`);
    const authority = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial'];
    const validity = ['-days', String(days), '-extfile', `${name}.ext`];
    const certificate = ['x509', '-req', '-in', `${name}.csr`, ...authority, ...validity];
    openssl(...certificate, '-out', `${name}.pem`);
  };
  const read = (name: string): Certificate => ({
    key: readFileSync(join(folder, `${name}.key`)),
    cert: readFileSync(join(folder, `${name}.pem`)),
  });
  alone('authority', '/CN=Authority');
  signed('good', 'IP:127.0.0.1', 2);
  signed('expired', 'IP:127.0.0.1', -1);
  signed('other', 'DNS:other.example', 2);
  alone('self', '/CN=127.0.0.1', ['-addext', 'subjectAltName=IP:127.0.0.1']);
  return {
    authority: join(folder, 'authority.pem'),
    good: read('good'),
    expired: read('expired'),
    otherHost: read('other'),
    selfSigned: read('self'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
