import { type Readable } from 'node:stream';

export interface StoredFile {
  /** Sha-256 of the content in hex: the file's name, so the same file is stored once. */
  sha256: string;
  size: number;
}

/** A content that is here, under a name that nobody knows yet. */
export interface ReceivedFile extends StoredFile {
  open(): Promise<Readable>;
  /** Gives it its place, unless an equal one is there; durable when it answers. May be asked for again. */
  keep(): Promise<void>;
  /** Removes what it was received as; its place stays. To be called in any case. */
  discard(): Promise<void>;
}

/** Whether a row speaks of this content, asked outside any transaction: only what is committed counts. */
export type IsNeeded = (sha256: string) => Promise<boolean>;

/**
 * Where files lie. Content-addressed: a file once stored never changes. Several processes may share one place: whoever
 * stores a file keeps it again once its row is committed, and whoever removes one asks for rows when it is out of sight.
 * So a file that has a row is there, in whatever order the two come.
 */
export abstract class FileStore {
  /**
   * Streams `content` in.
   * @throws DomainError `empty_file` and nothing stays behind. The source's own error (too large, aborted) passes through.
   */
  abstract receive(content: Readable): Promise<ReceivedFile>;

  abstract open(sha256: string): Promise<Readable>;

  /** Takes it out of sight, and puts it back when it is needed after all. */
  abstract removeUnlessNeeded(sha256: string, isNeeded: IsNeeded): Promise<void>;

  /**
   * Ends what processes left behind that were killed: transfers that nobody has written to since `before`, and removals
   * half done.
   * @returns how many.
   */
  abstract tidy(before: Date, isNeeded: IsNeeded): Promise<number>;
}
