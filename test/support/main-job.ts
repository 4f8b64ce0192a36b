import { createHash, randomBytes } from 'node:crypto';

/** What the agent writes for the team: the word must never reach the customer, whatever way it is looked for. */
export const NOTE_MARKER = 'quetzal417';
export const NOTE = `Known fault of the batch, says ${NOTE_MARKER}. Do not mention it.`;
export const REPLY_MARKER = 'marigold902';
export const REPLY = `Please hold the red button for ten seconds, keyword ${REPLY_MARKER}.`;

export const QUESTION = {
  title: 'The coffee machine is on fire',
  description: 'Smoke comes out of it since this morning. The report is attached.',
  priority: 'urgent',
} as const;

export const TAG = 'hot-line';

export const URGENT_POLICY = {
  name: 'Urgent',
  priority: 'urgent',
  response_time_hours: 1,
  resolution_time_hours: 8,
};

/** Hands urgent tickets to one agent and tags them. */
export function urgentRules(agentId: string): object[] {
  const onUrgent = { trigger_event: 'ticket_created', conditions: { priority: 'urgent' } };
  return [
    {
      ...onUrgent,
      name: 'Urgent tickets to the agent on duty',
      action_type: 'assign_agent',
      action_params: { agent_id: agentId },
    },
    { ...onUrgent, name: 'Tag urgent tickets', action_type: 'add_tag', action_params: { tag: TAG } },
  ];
}

export interface SentFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

/** Random, so that nothing on the way can have it already or make it smaller. */
export function threeMegabytes(): SentFile {
  return {
    name: 'report.bin',
    mimeType: 'application/octet-stream',
    buffer: randomBytes(3 * 1024 * 1024),
  };
}

export function sha256(content: Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
