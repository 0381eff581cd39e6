import ts from 'typescript';

/** A text in a program that reads like words for people, and the line on which it stands. */
export interface Sentence {
  line: number;
  text: string;
}

/** Three words in a row; `…` stands for what a template fills in. */
const PROSE = /(?<![\p{L}\p{N}_./-])(?:\p{L}[\p{L}'’-]*[,;:]? ){2,}\p{L}/u;
const COMMAND = /npm run [\w-]+(?: --)?/g;
/** Two words or more, from a capital to a full stop. */
const SENTENCE = /^\s*[¿¡]?\p{Lu}\p{L}* .*[.!?…]\s*$/su;

/**
 * The strings, templates and texts between tags that read like a sentence, or a part of one.
 * @param path whose ending says what it is written in: `.ts`, `.astro`
 */
export function sentencesIn(path: string, code: string): Sentence[] {
  return path.endsWith('.astro')
    ? partsOfAstro(code).flatMap(({ source, kind }) => inProgram(path, source, kind))
    : inProgram(path, code, ts.ScriptKind.TS);
}

function inProgram(path: string, code: string, kind: ts.ScriptKind): Sentence[] {
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, kind);
  const found: Sentence[] = [];
  const visit = (node: ts.Node): void => {
    const text = textOf(node);
    if (text !== undefined && isProse(text) && !isForPrograms(node, text)) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart());
      found.push({ line: line + 1, text: text.replace(/\s+/g, ' ').trim() });
    }
    if (!ts.isTemplateExpression(node) || text === undefined) ts.forEachChild(node, visit);
    else for (const { expression } of node.templateSpans) visit(expression);
  };
  visit(source);
  return found;
}

function isProse(text: string): boolean {
  const words = text.replaceAll(COMMAND, '');
  return PROSE.test(words) || SENTENCE.test(words);
}

function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node) || ts.isJsxText(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('…');
}

const NATIVE_ERRORS = ['TypeError', 'RangeError', 'SyntaxError', 'Error'];
const SQL = /^(?:SELECT|INSERT|DELETE|PRAGMA|CREATE) /;

/** SQL; lists of words; and errors of a caller's, which only who writes the program sees. */
function isForPrograms(node: ts.Node, text: string): boolean {
  return SQL.test(text.trimStart()) || isNativeError(node.parent) || isSplit(node);
}

/** `new RangeError('…')` */
function isNativeError(parent: ts.Node): boolean {
  return (
    ts.isNewExpression(parent) &&
    ts.isIdentifier(parent.expression) &&
    NATIVE_ERRORS.includes(parent.expression.text)
  );
}

/** `('a b c ' + 'd e f').split(' ')` */
function isSplit({ parent }: ts.Node): boolean {
  if (ts.isBinaryExpression(parent) || ts.isParenthesizedExpression(parent)) return isSplit(parent);
  return ts.isPropertyAccessExpression(parent) && parent.name.text === 'split';
}

/** The script, the markup and the client's scripts of a component, each with empty lines in the place of the others. */
function partsOfAstro(code: string): { source: string; kind: ts.ScriptKind }[] {
  const [, front = ''] = /^(---\r?\n[\s\S]*?\r?\n---)/.exec(code) ?? [];
  const scripts = [...code.matchAll(/(?<=<script\b[^>]*>)[\s\S]*?(?=<\/script>)/g)];
  const markup = code
    .slice(front.length)
    .replace(/<(style|script)\b[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<!doctype[^>]*>/gi, linesOf);
  return [
    { source: front.replaceAll('---', ''), kind: ts.ScriptKind.TS },
    { source: `${linesOf(front)}<>${markup}</>`, kind: ts.ScriptKind.TSX },
    ...scripts.map(({ 0: text, index }) => ({
      source: linesOf(code.slice(0, index)) + text,
      kind: ts.ScriptKind.TS,
    })),
  ];
}

function linesOf(text: string): string {
  return text.replace(/[^\n]/g, '');
}
