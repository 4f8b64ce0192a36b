import { Injectable } from '@nestjs/common';

/** The only source of "now". Tests put their own in its place and own time. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }
}
