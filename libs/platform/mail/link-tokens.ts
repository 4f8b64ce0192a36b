import { createHmac, timingSafeEqual } from 'node:crypto';

import { Injectable } from '@nestjs/common';

import { HIDDEN_TOKEN } from '@desk/contracts';
import { Config } from '@desk/platform/config';

import { type Mail } from './mail.entity';

/** Stands in a mail's row where the token of its one-time link is put when the mail is sent or read. */
export const LINK_TOKEN = 'one-time-token-comes-here';

const ID_BYTES = 16;

/**
 * Tokens of one-time links: the random id of the link's row and an HMAC over it. Neither a database nor a log holds
 * one; who has the rows but not the workspace's secret cannot make one.
 */
@Injectable()
export class LinkTokens {
  private readonly key: Buffer;
  /** Only at the end of an address of this desk's own pages, whatever a mail's text says otherwise. */
  private readonly place: RegExp;

  constructor(config: Config) {
    this.key = config.keyFor('one-time links');
    const pages = literally(`${config.publicUrl}${config.urlPrefix}/`);
    this.place = new RegExp(`(${pages}[a-z/-]+#token=)${LINK_TOKEN}`, 'g');
  }

  /** @param linkId a random UUID. */
  of(linkId: string): string {
    const id = Buffer.from(linkId.replaceAll('-', ''), 'hex');
    return Buffer.concat([id, this.mac(id)]).toString('base64url');
  }

  /** Null when it is forged, cut or anything else; whether the link is still good its row says. */
  idOf(token: string): string | null {
    if (!/^[\w-]{64}$/.test(token)) return null;
    const bytes = Buffer.from(token, 'base64url');
    const id = bytes.subarray(0, ID_BYTES);
    if (!timingSafeEqual(bytes.subarray(ID_BYTES), this.mac(id))) return null;
    return id.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  }

  /** As it leaves. */
  filled<M extends Pick<Mail, 'text' | 'html' | 'link_id'>>(mail: M): M {
    return mail.link_id === null ? mail : this.withToken(mail, this.of(mail.link_id));
  }

  /** As it may be read by others: the link only where the mail goes nowhere and reading it is the one way to it. */
  shown<M extends Pick<Mail, 'text' | 'html' | 'link_id' | 'state'>>(mail: M): M {
    return mail.state === 'kept' ? this.filled(mail) : this.hidden(mail);
  }

  /** For whoever may read the mail, but not go where it leads. */
  hidden<M extends Pick<Mail, 'text' | 'html'>>(mail: M): M {
    return this.withToken(mail, HIDDEN_TOKEN);
  }

  private withToken<M extends Pick<Mail, 'text' | 'html'>>(mail: M, token: string): M {
    const fill = (text: string) => text.replace(this.place, (_, address: string) => address + token);
    return { ...mail, text: fill(mail.text), html: fill(mail.html) };
  }

  private mac(id: Buffer): Buffer {
    return createHmac('sha256', this.key).update(id).digest();
  }
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
