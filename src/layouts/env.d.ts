interface ImportMetaEnv {
  /** the content security policy of a built page; empty under the dev server */
  readonly CRIBA_POLICY: string;
}
