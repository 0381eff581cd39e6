/** A place in a row of pages. */
export interface Pagination {
  page: number;
  pages: number;
  total: number;
  newer?: string;
  older?: string;
}
