import { type Readable } from 'node:stream';

export interface StoredFile {
  /** Sha-256 of the content in hex: the file's name, so the same file is stored once. */
  sha256: string;
  size: number;
}

/** A content that is here, under a name that nobody knows yet. */
export interface ReceivedFile extends StoredFile {
  /** Gives it its place; durable when it answers. */
  keep(): Promise<void>;
}

/** Where files lie. Content-addressed: a file once stored never changes. */
export abstract class FileStore {
  /**
   * Streams `content` in.
   * @throws DomainError `empty_file` and nothing stays behind. The source's own error (too large, aborted) passes through.
   */
  abstract receive(content: Readable): Promise<ReceivedFile>;

  abstract open(sha256: string): Promise<Readable>;

  abstract delete(sha256: string): Promise<void>;
}
