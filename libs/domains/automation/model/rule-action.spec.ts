import { type ActionType } from '@desk/contracts';
import { type DomainError } from '@desk/platform/errors';

import { parseAction } from './rule-action';

const AGENT = '018f0000-0000-7000-8000-00000000000A';

function refusals(type: ActionType, params: unknown): Record<string, string> {
  try {
    parseAction(type, params);
  } catch (error) {
    const { details } = error as DomainError;
    return Object.fromEntries((details.errors ?? []).map(({ field, code }) => [field, code]));
  }
  return {};
}

describe('the parameters of an action', () => {
  it.each<[ActionType, object, object]>([
    ['assign_agent', { agent_id: AGENT }, { agent_id: AGENT.toLowerCase() }],
    ['change_priority', { priority: 'high' }, { priority: 'high' }],
    ['change_status', { status: 'in_progress' }, { status: 'in_progress' }],
    ['add_tag', { tag: ' billing\n\u202eand dues ' }, { tag: 'billing and dues' }],
    ['send_notification', { message: 'Look', recipients: 'agent' }, { message: 'Look', recipients: 'agent' }],
    [
      'send_notification',
      { message: 'Look', recipients: 'managers' },
      { message: 'Look', recipients: 'managers' },
    ],
    ['escalate', {}, {}],
    ['add_comment', { content: 'Seen' }, { content: 'Seen' }],
  ])('of %s are read as documented: %j', (type, written, params) => {
    expect(parseAction(type, written)).toEqual({ type, params });
  });

  it.each<[ActionType, unknown, Record<string, string>]>([
    ['assign_agent', {}, { 'action_params.agent_id': 'required' }],
    ['assign_agent', { agent_id: 'priya' }, { 'action_params.agent_id': 'wrong_value' }],
    ['change_priority', { priority: 'immediate' }, { 'action_params.priority': 'wrong_value' }],
    ['change_status', { status: 'assigned' }, { 'action_params.status': 'wrong_value' }],
    ['add_tag', { tag: ' ' }, { 'action_params.tag': 'wrong_value' }],
    ['add_tag', { tag: 'x'.repeat(51) }, { 'action_params.tag': 'wrong_value' }],
    ['send_notification', { message: 'x' }, { 'action_params.recipients': 'required' }],
    [
      'send_notification',
      { message: 7, recipients: 'all' },
      { 'action_params.message': 'wrong_value', 'action_params.recipients': 'wrong_value' },
    ],
    [
      'add_comment',
      { comment: 'x' },
      { 'action_params.content': 'required', 'action_params.comment': 'unknown_field' },
    ],
    ['escalate', { level: 9 }, { 'action_params.level': 'unknown_field' }],
    ['escalate', { constructor: 'x' }, { 'action_params.constructor': 'unknown_field' }],
    ['escalate', [], { action_params: 'wrong_type' }],
  ])('of %s are refused by name: %j', (type, written, expected) => {
    expect(refusals(type, written)).toEqual(expected);
  });
});
