import {
  type ActionType,
  PRIORITIES,
  type Priority,
  TICKET_STATUSES,
  type TicketStatus,
} from '@desk/contracts';
import { DomainError, type FieldError } from '@desk/platform/errors';
import { oneLine } from '@desk/platform/text';

export const NOTICE_RECIPIENTS = ['agent', 'customer', 'managers'] as const;
export type NoticeRecipients = (typeof NOTICE_RECIPIENTS)[number];

interface ActionParams {
  assign_agent: { agent_id: string };
  change_priority: { priority: Priority };
  change_status: { status: TicketStatus };
  add_tag: { tag: string };
  send_notification: { message: string; recipients: NoticeRecipients };
  escalate: { reason?: string };
  add_comment: { content: string };
}

/** Parameters as they are written; every one of every action is a text. */
export type WrittenParams = Record<string, string>;

/** What a rule does, with parameters that have the right form. Whether the agent exists is asked elsewhere. */
export type RuleAction = { [T in ActionType]: { type: T; params: ActionParams[T] } }[ActionType];

interface Param {
  readonly optional?: boolean;
  /** The value as it is kept, or null when it is not acceptable. */
  readonly read: (value: unknown) => string | null;
  readonly expects: string;
}

const text = (max: number): Param => ({
  expects: `a text of 1 to ${max} characters`,
  read: (value) => {
    if (typeof value !== 'string') return null;
    const trimmed = value.trim();
    return trimmed !== '' && trimmed.length <= max ? trimmed : null;
  },
});

/** As tags that come with a ticket: in one line, without signs that turn it around. */
const line = (max: number): Param => {
  const param = text(max);
  return { ...param, read: (value) => param.read(typeof value === 'string' ? oneLine(value) : value) };
};

const oneOf = (values: readonly string[]): Param => ({
  expects: `one of ${values.join(', ')}`,
  read: (value) => (typeof value === 'string' && values.includes(value) ? value : null),
});

const uuid: Param = {
  expects: 'the id of an active member of staff',
  read: (value) =>
    typeof value === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value)
      ? value.toLowerCase()
      : null,
};

const PARAMS: { [T in ActionType]: Record<keyof ActionParams[T] & string, Param> } = {
  assign_agent: { agent_id: uuid },
  change_priority: { priority: oneOf(PRIORITIES) },
  change_status: { status: oneOf(TICKET_STATUSES) },
  add_tag: { tag: line(50) },
  send_notification: { message: text(2000), recipients: oneOf(NOTICE_RECIPIENTS) },
  escalate: { reason: { ...text(500), optional: true } },
  add_comment: { content: text(10_000) },
};

/** @throws DomainError that names each wrong, missing or unknown parameter as `action_params.name`. */
export function parseAction(type: ActionType, written: unknown): RuleAction {
  const given = new Map(Object.entries(isObject(written) ? written : {}));
  const expected = Object.entries<Param>(PARAMS[type]);
  const errors: FieldError[] = isObject(written)
    ? []
    : [wrong('action_params', 'wrong_type', 'Parameters are an object')];
  const params: Record<string, string> = {};
  for (const [name, param] of expected) {
    const value = given.get(name);
    if (value === undefined && param.optional === true) continue;
    const read = param.read(value);
    if (read !== null) params[name] = read;
    else
      errors.push(
        wrong(
          `action_params.${name}`,
          value === undefined ? 'required' : 'wrong_value',
          `${name} is ${param.expects}`,
        ),
      );
  }
  const known = new Set(expected.map(([name]) => name));
  for (const name of given.keys()) {
    if (known.has(name)) continue;
    errors.push(
      wrong(`action_params.${name.slice(0, 60)}`, 'unknown_field', `${type} takes no such parameter`),
    );
  }
  if (errors.length > 0) throw new DomainError('invalid', 'invalid', 'Some fields are not valid', { errors });
  // The loop above has given every parameter of this type the form its interface promises.
  return { type, params } as unknown as RuleAction;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(field: string, code: string, message: string): FieldError {
  return { field, code, message };
}
