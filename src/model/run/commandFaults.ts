import type { Nothing } from '../desk/clause.ts';
import type { ImportedFeed } from './importedFeed.ts';
import type { OtherFault } from './otherFault.ts';

/** Trouble that ends a command. See `FaultValues`. */
export interface CommandFaults {
  'desk/changed-meanwhile': { path: string };
  'desk/no-source': { why: 'none' | 'retired'; folder: string };
  'desk/not-found': { file: string; folder: string };
  'usage/address':
    | { why: 'pageMissing' | 'siteMissing'; example: string }
    | {
        why: 'several' | 'notOne' | 'tooLong' | 'notWeb' | 'password';
        given: string;
        example: string;
      };
  'usage/audience': { name: string; known: string[] };
  'usage/command': {
    why: 'order' | 'unknown';
    name: string;
    near?: string | undefined;
    help: string;
  };
  'usage/concurrency': { given: string };
  'usage/edition': { given: string; known: readonly string[] };
  'usage/explain': { why: 'nothing' | 'rules' };
  'usage/feed': { why: 'noNumber'; given: string } | { why: 'noSuch'; number: number; n: number };
  'usage/file': Nothing;
  'usage/flag':
    | {
        why: 'unknown' | 'noValue' | 'value' | 'ambiguous' | 'extra';
        given: string;
        command: string;
      }
    | { why: 'part'; given: string; known: string[] };
  'usage/language':
    | { why: 'lang' | 'variable'; given: string; known: readonly string[] }
    | { why: 'language'; given: string };
  'usage/name': { why: 'form'; given: string } | { why: 'taken'; path: string };
  'usage/now': { given: string };
  'usage/out':
    | { why: 'name' | 'inDesk' | 'folder' | 'notFile' | 'notList'; out: string }
    | { why: 'unwritable'; out: string; reason: string };
  'usage/part': { why: 'missing' | 'unknown'; given: string; known: string[]; command: string };
  'usage/port': { given: string };
  'usage/replay': Nothing;
  'usage/restore-or-closed': Nothing;
  'usage/source': { name: string; known: string[] };
  'usage/source-retired': { name: string; path: string };
  'usage/stopped': Nothing;
  'usage/swallowed-flag': { why: 'kept' | 'doubtful'; flag: string; line: string };
  'usage/timeouts': { given: string; limits: readonly string[] };
  'usage/topic': { name: string; known: string[] };
  'desk/quarantine': { why: 'files' | 'rules'; n: number; folder: string };
  'desk/unreadable': { place: string; fault: OtherFault };
  'file/exists': { why: 'there' | 'twice'; path: string };
  'file/outside': { path: string; real: string };
  'file/unreadable': { file: string };
  'ledger/damaged': { place: string; fault: OtherFault };
  'ledger/still-open': { why: 'proposed' | 'later' | 'restore'; title: string };
  'ledger/taken-down': { title: string };
  'ledger/unknown-item': { which: string };
  'replay/incomplete': { why: 'source' | 'body'; run: string; name: string };
  'replay/no-run': { run: string; folder: string; last: string[] };
  'replay/other-desk': { run: string; commit?: string | undefined };
  'explain/not-found': { why: 'report' | 'noReport'; which: string; nearest?: string | undefined };
  'pick/no-title': { url: string };
  'site/build-failed': { why: 'public' | 'team'; output: string };
  'site/not-an-instant': { given: string };
  'site/unknown-edition': { given: string; known: readonly string[] };
  'opml/too-large': { name: string };
  'opml/unreadable': { why: 'nameless' } | { why: ImportedFeed['fault'] & string; name: string };
  'opml/unreadable-file': { why: 'folder' | 'unreadable'; name: string };
  'demo/harvest': { output: string };
  'corpora/missing': { folder: string };
  'profiles/unreadable': { path: string };
  'profiles/wrong': { path: string; faults: string; shape: string };
}
