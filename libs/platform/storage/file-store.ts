import { type Readable } from 'node:stream';

export interface StoredFile {
  /** Sha-256 of the content in hex: the file's name, so the same file is stored once. */
  sha256: string;
  size: number;
}

/** Where files lie. Content-addressed: a file once stored never changes. */
export abstract class FileStore {
  /**
   * Streams `content` to its place; durable when it answers.
   * @throws DomainError `empty_file` and nothing stays behind. The source's own error (too large, aborted) passes through.
   */
  abstract put(content: Readable): Promise<StoredFile>;

  abstract open(sha256: string): Promise<Readable>;

  abstract delete(sha256: string): Promise<void>;
}
