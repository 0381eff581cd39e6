/**
 * Text as search compares it: small letters without accents, but with its ñ, which is a letter of its own in Spanish.
 * Each letter stays one letter, so that a place in the folded text is the same place in the text.
 */
export function fold(text: string): string {
  return Array.from(text.normalize('NFC'), foldLetter).join('');
}

function foldLetter(letter: string): string {
  if (letter === 'ñ' || letter === 'Ñ') return 'ñ';
  const bare = letter
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
  return bare.length === letter.length ? bare : letter;
}
